//! A session of one date that takes the place of a regular one.

use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::world::{World, id, merged};

both! {
    fn a_dated_session_displaces_a_regular_one(app) {
        let world = World::new(app);
        let kept = world.session(json!({}));
        let world_day = ["2026-11-23T10:30:00Z", "2026-11-23T12:00:00Z"];
        let ada = world.family("Ada");
        let booked = ada.books(&kept).expect(201);
        let aid = world.activity(json!({ "title": "Infant First Aid" }));
        let dated = |changed: Value| {
            let plain = json!({
                "activity_id": aid, "centre_id": world.centre, "displaces": [kept],
                "starts_at": world_day[0], "ends_at": world_day[1],
            });
            world.staff.post("/api/v1/sessions", &merged(plain, changed))
        };
        let tomorrow =
            json!({ "starts_at": "2026-11-24T10:30:00Z", "ends_at": "2026-11-24T12:00:00Z" });
        let problem = dated(tomorrow).refused(422, "invalid_request");
        assert_eq!(problem["errors"][0]["pointer"], "/displaces");

        let made = dated(json!({})).expect(201);
        let gone = world.shown(&kept);
        assert_eq!(gone["phase"], "cancelled");
        assert_eq!(gone["displaced_by"], id(&made));
        assert_eq!(gone["cancel_reason"], "\"Infant First Aid\" is on instead");
        assert_eq!(ada.status(&booked), "cancelled");
        dated(json!({})).refused(422, "invalid_request");
    }
}
