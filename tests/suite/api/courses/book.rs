//! A course is booked as one.

use serde_json::json;

use crate::api::series::{days, mondays, session_ids};
use crate::support::app::both;
use crate::support::world::{World, id};

both! {
    fn a_course_is_booked_as_one(app) {
        let world = World::new(app);
        let ten = json!({ "last_day": null, "dates": 3, "name": "Spring course", "capacity": 1 });
        let made = world.staff.post("/api/v1/courses", &mondays(&world, ten)).expect(201);
        assert_eq!(days(&made), [
            "2027-03-15 held 1",
            "2027-03-22 held 1",
            "2027-03-29 bank holiday: Easter Monday",
            "2027-04-05 held 1",
        ]);
        let sessions = session_ids(&made);
        assert_eq!(made["head_session_id"], sessions[0]);
        let path = format!("/api/v1/courses/{}/announce", id(&made));
        world.staff.post(&path, &json!({})).expect(200);
        app.set_clock("2027-03-10T10:00:00Z");

        let [ada, ben] = ["Ada", "Ben"].map(|name| world.family_of(name, &["2025-11-01"]));
        let booked = ada.books(&sessions[0]).expect(201);
        assert_eq!(booked["status"], "booked");
        let shown = sessions.iter().map(|session| world.shown(session));
        for session in shown {
            assert_eq!(session["places_left"], 0, "{session}");
        }
        assert_eq!(ben.books(&sessions[0]).expect(201)["status"], "waiting");
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked));
        ada.parent.post(&cancel, &json!({})).expect(200);
        assert_eq!(world.shown(&sessions[0])["places_left"], 0, "it is offered to Ben");
    }
}
