//! A family's bookings as a list: each with its session, by what is to come and what is over.

use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::world::{World, id};

fn ids(list: &Value) -> Vec<String> {
    list["items"].as_array().expect("a list").iter().map(id).collect()
}

both! {
    fn bookings_name_their_session_and_are_listed_by_time(app) {
        let world = World::new(app);
        let ada = world.family("Ada");
        let monday = ada.books(&world.session(json!({}))).expect(201);
        assert_eq!(monday["session"]["title"], "Stay and Play");
        assert_eq!(monday["session"]["starts_at"], "2026-11-23T10:00:00Z");
        assert_eq!(monday["session"]["phase"], "public");
        let tuesday = json!({ "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:30:00Z" });
        let tuesday = ada.books(&world.session(tuesday)).expect(201);
        ada.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&tuesday)), &json!({})).expect(200);

        let list = |query: &str| ada.parent.get(&format!("/api/v1/bookings{query}")).expect(200);
        assert_eq!(list("")["items"][1]["session"]["centre"], "Partington Children's Centre");
        assert_eq!(ids(&list("?time=to_come")), [id(&monday)]);
        assert_eq!(ids(&list("?time=over")), [id(&tuesday)]);
        app.set_clock("2026-11-23T11:30:00Z");
        assert_eq!(ids(&list("?time=to_come")), [""; 0]);
        assert_eq!(ids(&list("?time=over")).len(), 2);
        ada.parent.get("/api/v1/bookings?time=soon").refused(422, "invalid_request");
    }
}
