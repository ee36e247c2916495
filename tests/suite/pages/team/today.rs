//! The page of today: who is to be rung, and one press for what came of it.

use serde_json::json;

use super::{action, by_phone, offered_by_phone, restrict, shown, signed_in};
use crate::support::app::both;
use crate::support::world::{World, id};

both! {
    fn a_family_to_ring_stands_there_with_its_number_and_until_when(app) {
        let world = World::new(app);
        let (_, family, entry) = offered_by_phone(&world);
        let mut desk = signed_in(app, &world, "front_desk");
        let page = desk.get("/today");
        assert_eq!(page.status, 200, "{}", page.text);
        for says in ["Rita Hall", "href=\"tel:07700900123\"", "Until Mon 23 Nov, 08:00", "Offer a place: Stay and Play"] {
            assert!(page.text.contains(says), "no {says}: {}", page.text);
        }
        assert!(page.text.contains(&format!("href=\"/families/{}\"", id(&family))));

        // No answer: it stays, with when it was tried.
        let ring = action(&page.text, "/today/tasks/").to_owned();
        app.set_clock("2026-11-17T10:00:00Z");
        desk.signs_in("front_desk@hubs.example", "/today");
        let tried = desk.post(&ring, "outcome=no_answer&back=/today");
        assert_eq!((tried.status, tried.header("location")), (303, Some("/today?done=tried")));
        let page = desk.get("/today?done=tried");
        assert!(page.text.contains("Last tried 10:00") && page.text.contains("they stay on the list"), "{}", page.text);
        let task = &world.staff.get("/api/v1/tasks").expect(200)["items"][0];
        assert_eq!(task["last_tried_at"], "2026-11-17T10:00:00Z");

        // Reached: the clock starts, and it is off the list.
        let spoke = desk.post(&ring, "outcome=spoke&back=/today");
        assert_eq!(spoke.header("location"), Some("/today?done=done"));
        assert_eq!(shown(&world, &entry)["offer"]["expires_at"], "2026-11-18T10:00:00Z");
        assert!(!desk.get("/today").text.contains("Rita Hall"));
        // Nor does anything else lead elsewhere.
        let back = desk.post(&ring, "outcome=spoke&back=https://evil.example");
        assert_eq!(back.header("location"), Some("/today?done=done"));
    }

    fn a_yes_on_the_telephone_is_one_press_and_books_the_place(app) {
        let world = World::new(app);
        let (_, _, entry) = offered_by_phone(&world);
        let mut desk = signed_in(app, &world, "front_desk");
        let ring = action(&desk.get("/today").text, "/today/tasks/").to_owned();
        let yes = desk.post(&ring, "outcome=yes&back=/today");
        assert_eq!((yes.status, yes.header("location")), (303, Some("/today?done=accepted")), "{}", yes.text);
        assert_eq!(shown(&world, &entry)["status"], "booked");
        assert!(desk.get("/today?done=accepted").text.contains("They have the place."));
        // Too late to change by the same button.
        let no = desk.post(&ring, "outcome=no&back=/today");
        assert!(no.status < 500, "{}", no.text);
        assert_eq!(shown(&world, &entry)["status"], "booked");
    }

    fn an_offer_that_ended_meanwhile_is_said_on_the_page(app) {
        let world = World::new(app);
        let (_, _, entry) = offered_by_phone(&world);
        let mut staff = signed_in(app, &world, "staff");
        let ring = action(&staff.get("/today").text, "/today/tasks/").to_owned();
        app.set_clock("2026-11-23T09:00:00Z");
        staff.signs_in("staff@hubs.example", "/today");
        let late = staff.post(&ring, "outcome=yes&back=/today");
        assert!(late.status == 409 || late.status == 410, "{}: {}", late.status, late.text);
        assert!(late.text.contains("There is a problem") && late.text.contains("ended"), "{}", late.text);
        assert_ne!(shown(&world, &entry)["status"], "booked");
    }

    fn registers_and_sessions_of_the_day_stand_below(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let other = world.activity(json!({ "title": "Messy Mondays" }));
        let thin = world.session(json!({ "activity_id": other, "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" }));
        let opens = world.session(json!({ "activity_id": other, "starts_at": "2026-12-07T10:00:00Z",
            "ends_at": "2026-12-07T11:00:00Z", "public_release_at": "2026-11-23T15:00:00Z" }));
        let ada = world.family("Ada");
        let booking = ada.books(&session).expect(201);
        world.family("Ben").books(&session).expect(201);
        app.set_clock("2026-11-23T10:05:00Z");
        let mark = json!({ "client_id": "m1", "at": "2026-11-23T10:05:00Z", "mark": "came", "booking_id": booking["id"] });
        let marks = format!("/api/v1/sessions/{session}/register/marks");
        world.staff.post(&marks, &json!({ "marks": [mark] })).expect(200);

        let mut staff = signed_in(app, &world, "staff");
        let page = staff.get("/today").text;
        assert!(page.contains("2 families expected, 1 marked"), "{page}");
        assert!(page.contains(&format!("href=\"/registers/{session}\"")), "{page}");
        assert!(page.contains("Few families yet") && page.contains(&format!("href=\"/sessions/{thin}/desk\"")), "{page}");
        assert!(page.contains("Opens soon") && page.contains(&format!("href=\"/sessions/{opens}/desk\"")), "{page}");

        // The next day it is left open; then there is nothing to do but what comes next.
        app.set_clock("2026-11-24T08:00:00Z");
        staff.signs_in("staff@hubs.example", "/today");
        let page = staff.get("/today").text;
        assert!(page.contains("Registers left open"), "{page}");
        let complete = format!("/api/v1/sessions/{session}/register/complete");
        world.staff.post(&complete, &json!({ "unmarked": "did_not_come" })).expect(200);
        let page = staff.get("/today").text;
        assert!(page.contains("All done.") && page.contains("Next: "), "{page}");
    }

    fn the_lead_reads_what_is_for_the_lead_and_the_desk_no_name(app) {
        let world = World::new(app);
        let (_, family, _) = offered_by_phone(&world);
        by_phone(&world, "Somebody Else");
        restrict(&world, &family);
        let mut lead = signed_in(app, &world, "safeguarding_lead");
        let page = lead.get("/today");
        assert_eq!(page.status, 200, "{}", page.text);
        assert!(page.text.contains("Rita Hall") && page.text.contains("tel:07700900123"), "{}", page.text);
        assert!(!page.text.contains("Today’s registers"), "{}", page.text);

        let mut desk = signed_in(app, &world, "front_desk");
        let page = desk.get("/today").text;
        assert!(!page.contains("Rita Hall") && !page.contains("07700900123"), "{page}");
        assert!(!page.contains(&id(&family)), "{page}");
        assert!(page.contains("Ask the safeguarding lead"), "{page}");
    }
}
