//! The desk page of a session: who comes, who waits and why, the register by name, and what a change
//! would do before it is done.

use serde_json::json;

use super::{Browser, account, booked, by_phone, restrict, signed_in};
use crate::support::app::both;
use crate::support::world::{World, id};

both! {
    fn staff_see_the_order_and_why_and_the_desk_names_alone(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        world.family("Holder").books(&session).expect(201);
        let first = world.family("Ben First");
        first.books(&session).expect(201);
        let second = world.family("Ada Second");
        let entry = second.books(&session).expect(201);
        let path = format!("/sessions/{session}/desk");
        let mut staff = signed_in(app, &world, "staff");
        let page = staff.get(&path).text;
        for says in ["Booked: 1 family", "Holder", "Waiting: 2 families", "1. ", "Like everyone, in order of asking", "Both stand alike", "Messages about it", "Who the places go to", "Call it off"] {
            assert!(page.contains(says), "no {says}: {page}");
        }
        assert!(page.find("Ben First") < page.find("Ada Second"), "{page}");

        let mut desk = signed_in(app, &world, "front_desk");
        let page = desk.get(&path).text;
        assert!(page.contains("Holder") && page.contains("Waiting: 2 families"), "{page}");
        assert!(page.find("Ada Second") < page.find("Ben First"), "by name: {page}");
        for hidden in ["Like everyone", "Both stand alike", "Messages about it", "Who the places go to", "Call it off", "1. "] {
            assert!(!page.contains(hidden), "{hidden}: {page}");
        }

        // A move needs a reason, which is kept.
        let moves = format!("booking={}&before={}", id(&entry), world.line(&session)[0]);
        let bare = staff.post(&format!("{path}/line"), &format!("{moves}&reason="));
        assert!(bare.status == 422 && bare.text.contains("Write the reason"), "{}", bare.text);
        let moved = staff.post(&format!("{path}/line"), &format!("{moves}&reason=Twins+in+hospital"));
        assert_eq!(moved.status, 303, "{}", moved.text);
        let page = staff.get(&path).text;
        assert!(page.contains("Moved by staff: Twins in hospital"), "{page}");
        assert_eq!(world.line(&session)[0], id(&entry));
    }

    fn the_register_is_handed_to_a_volunteer_by_name(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        signed_in(app, &world, "volunteer");
        let mut desk = signed_in(app, &world, "front_desk");
        let path = format!("/sessions/{session}/desk");
        let page = desk.get(&path).text;
        assert!(page.contains("Who takes the register") && page.contains("Amina Khan"), "{page}");
        let start = page.find("name=\"account\" value=\"").expect("an account") + 22;
        let account = page[start..].split('"').next().expect("its end").to_owned();
        let handed = desk.post(&format!("{path}/register"), &format!("account={account}&deed=hand"));
        assert_eq!(handed.status, 303, "{}", handed.text);
        assert!(desk.get(&path).text.contains("Has it since"));
        let back = desk.post(&format!("{path}/register"), &format!("account={account}&deed=take"));
        assert_eq!(back.status, 303, "{}", back.text);
        assert!(!desk.get(&path).text.contains("Has it since"));
        assert_eq!(desk.post(&format!("{path}/register"), "account=%00&deed=hand").status, 422);
        // A sensitive one stays with staff.
        let quiet = world.activity(json!({ "title": "Talk", "sensitive": true }));
        let sensitive = world.session(json!({ "activity_id": quiet, "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" }));
        let page = desk.get(&format!("/sessions/{sensitive}/desk")).text;
        assert!(page.contains("stays with staff") && !page.contains("Who takes the register"), "{page}");
    }

    fn calling_off_says_first_how_many_are_told(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 2 }));
        let ada = world.family("Ada");
        let booking = ada.books(&session).expect(201);
        booked(&world, &session, &by_phone(&world, "Rita Hall"));
        world.family("Ben").books(&session).expect(201);
        let path = format!("/sessions/{session}/desk/cancel");
        let mut staff = signed_in(app, &world, "staff");
        let page = staff.get(&path).text;
        for says in ["2 messages", "1 family", "that no message reaches", "3 places and waiting entries"] {
            assert!(page.contains(says), "no {says}: {page}");
        }
        assert_eq!(ada.status(&booking), "booked", "nothing was done yet");
        let tasks = || world.staff.get("/api/v1/tasks?kind=not_reached").expect(200)["items"].as_array().map(Vec::len);
        assert_eq!(tasks(), Some(0));

        let bare = staff.post(&path, "reason=");
        assert!(bare.status == 422 && bare.text.contains("Say why"), "{}", bare.text);
        let done = staff.post(&path, "reason=The+leader+is+ill");
        assert_eq!(done.status, 303, "{}", done.text);
        assert_eq!((ada.status(&booking).as_str(), tasks()), ("cancelled", Some(1)));
        let page = staff.get(&format!("/sessions/{session}/desk")).text;
        assert!(page.contains("Called off") && page.contains("The leader is ill"), "{page}");
        assert_eq!(staff.get(&path).status, 303, "there is nothing left to call off");
    }

    fn a_move_is_tried_first_and_saved_after(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        world.family("Ada").books(&session).expect(201);
        let path = format!("/sessions/{session}/desk/change");
        let mut staff = signed_in(app, &world, "staff");
        let page = staff.get(&path).text;
        assert!(page.contains("value=\"10:00\"") && page.contains("See what it does"), "{page}");
        let start = page.find("name=\"version\" value=\"").expect("a version") + 22;
        let version = page[start..].split('"').next().expect("its end").to_owned();
        let moved = format!("version={version}&day_day=24&day_month=11&day_year=2026&starts=14&ends=15.30&leader=Sam");
        let preview = staff.post(&path, &format!("{moved}&step=preview"));
        assert_eq!(preview.status, 200, "{}", preview.text);
        assert!(preview.text.contains("1 message") && preview.text.contains("Save and tell them"), "{}", preview.text);
        assert_eq!(world.shown(&session)["starts_at"], "2026-11-23T10:00:00Z");
        let wrong = staff.post(&path, "day_day=40&day_month=1&day_year=2027&starts=x&ends=11");
        assert!(wrong.status == 422 && wrong.text.contains("Enter a time"), "{}", wrong.text);
        let saved = staff.post(&path, &format!("{moved}&step=save"));
        assert_eq!(saved.status, 303, "{}", saved.text);
        let shown = world.shown(&session);
        assert_eq!((&shown["starts_at"], &shown["leader"]), (&json!("2026-11-24T14:00:00Z"), &json!("Sam")));
        // Whoever changed it meanwhile is not overwritten.
        let stale = staff.post(&path, &format!("{moved}&step=save"));
        assert_eq!(stale.status, 412, "{}", stale.text);
    }

    fn a_restricted_family_is_a_line_without_a_name(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let held = by_phone(&world, "Rita Hall");
        booked(&world, &session, &held);
        let waits = by_phone(&world, "Sam Ray");
        booked(&world, &session, &waits);
        restrict(&world, &held);
        restrict(&world, &waits);
        for role in ["staff", "front_desk"] {
            let mut browser = signed_in(app, &world, role);
            let page = browser.get(&format!("/sessions/{session}/desk")).text;
            for hidden in ["Rita", "Sam Ray", "07700900123", &id(&held), &id(&waits)] {
                assert!(!page.contains(hidden), "{hidden} to {role}: {page}");
            }
            assert!(page.contains("Ask the safeguarding lead"), "{page}");
        }
    }

    fn a_session_of_another_centre_is_not_there(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let other = json!({ "name": "Urmston", "phone": "0161 912 0000" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &other).expect(201));
        account(app, "staff", &elsewhere);
        let mut stranger = Browser::new(app);
        stranger.signs_in("staff@hubs.example", "/today");
        for page in ["desk", "desk/cancel", "desk/change"] {
            assert_eq!(stranger.get(&format!("/sessions/{session}/{page}")).status, 404, "{page}");
        }
    }
}
