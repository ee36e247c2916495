//! A family joins by itself, books on the way, and comes as a guest.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::bookings::first::service::guests;
use firstplace::db::schema::{bookings, carers, children};
use serde_json::{Value, json};

use super::{ask, booked, count, form, joins};
use crate::support::app::both;
use crate::support::mail::letters;
use crate::support::world::{World, id};

both! {
    fn a_family_that_joins_is_a_member_and_staff_see_it(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let done = joins(app, &form(json!({ "booking": { "session_id": session } })));

        let booking = done["booking_id"].as_str().expect("the booking's id");
        assert_eq!(done, json!({ "membership": "member", "session_id": session, "booking": "booked",
            "booking_id": booking, "reminder": false, "not_booked": null }));
        assert_eq!(booked(app, &session), 1);
        let list = app.as_role(Role::Staff).get("/api/v1/families").expect(200);
        let family = &list["items"][0];
        assert_eq!(family["channel"], "self");
        assert_eq!(family["membership"]["status"], "member");
        assert_eq!(family["membership"]["renews_on"], "2027-05-14");
        assert_eq!(family["carers"][0]["confirmed"], true);
        let to: Vec<String> = letters(app, "joined").into_iter().map(|one| one.to).collect();
        assert_eq!(to, ["amina@example.org"]);
    }

    fn what_is_missing_is_named_and_nothing_is_made(app) {
        for (changed, pointer) in [
            (json!({ "carers": [] }), "/carers"),
            (json!({ "carers": [{ "name": "Amina Khan" }] }), "/carers/0/email"),
            (json!({ "children": [] }), "/children"),
            (json!({ "postcode": null }), "/postcode"),
            (json!({ "postcode": "nonsense" }), "/postcode"),
            (json!({ "children": [{ "name": "Y", "born_on": "2026-02-31" }] }), "/children/0/born_on"),
        ] {
            let problem = app
                .nobody
                .post("/api/v1/families/join", &form(changed))
                .refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }
        assert_eq!(count(app), 0);
        let told = json!({ "postcode": null, "postcode_reason": "no_fixed_address" });
        ask(app, &form(told));
    }

    fn a_guest_books_without_being_a_member_and_is_gone_thirty_days_after(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let done =
            joins(app, &form(json!({ "guest": true, "booking": { "session_id": session } })));
        assert_eq!((&done["membership"], &done["booking"]), (&json!("guest"), &json!("booked")));
        let staff = app.as_role(Role::Staff);
        let guest = staff.get("/api/v1/families").expect(200)["items"][0].clone();
        assert_eq!((&guest["guest"], &guest["membership"]), (&json!(true), &Value::Null));

        let erase = |app: &TestApp| {
            let step = guests::erase_guests;
            app.store.write(Actor::service(), step).expect("a round")
        };
        app.set_clock("2026-12-23T11:29:59Z");
        assert_eq!(erase(app), 0, "the session ended 30 days ago in a second");
        app.set_clock("2026-12-23T11:30:01Z");
        assert_eq!((erase(app), erase(app)), (1, 0));

        let list = staff.get("/api/v1/families").expect(200);
        assert_eq!(list["items"], json!([]));
        let left = app
            .store
            .read(Actor::service(), |tx| {
                let people: i64 = carers::table.count().get_result(tx.conn())?;
                let babies: i64 = children::table.count().get_result(tx.conn())?;
                let counted: Vec<i32> = bookings::table.select(bookings::children).load(tx.conn())?;
                Ok((people, babies, counted))
            })
            .expect("what is left is read");
        assert_eq!(left, (0, 0, vec![1]), "nobody is known, one child is counted");
    }

    fn a_live_booking_outlives_opting_out(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Stays");
        let booking = family.books(&session).expect(201);
        let path = format!("/api/v1/families/{}/opt-out", family.id);
        family.parent.post(&path, &json!({})).expect(200);

        assert_eq!(family.status(&booking), "booked");
        let later = json!({ "starts_at": "2026-12-07T10:00:00Z", "ends_at": "2026-12-07T11:00:00Z" });
        family.books(&world.session(later)).expect(201);
    }

    fn answers_say_who_gave_them_and_the_desk_sees_only_what_the_door_needs(app) {
        let world = World::new(app);
        let body = form(json!({
            "centre_id": world.centre,
            "children": [{ "name": "Yusuf Khan", "born_on": "2025-05-14",
                "answers": { "ethnicity": "asian_pakistani", "allergies": "nuts" } }],
        }));
        let made = world.staff.post("/api/v1/families", &body).expect(201);
        let given: Vec<&Value> = made["answers"].as_array().expect("answers").iter().collect();
        assert_eq!(given.len(), 2);
        assert!(given.iter().all(|one| one["given_by"] == "staff" && one["given_at"].is_string()));

        let here = crate::support::people::Person { centre: Some(&world.centre), ..Default::default() };
        let desk = app.sign_in(Role::FrontDesk, &here);
        let path = format!("/api/v1/families/{}", id(&made));
        let seen = desk.get(&path).expect(200);
        assert_eq!(seen["answers"].as_array().expect("answers").len(), 1);
        assert_eq!(seen["answers"][0]["question"], "allergies");

        let answer = |value: &str| {
            let body = json!({ "subject_id": made["children"][0]["id"], "question": "ethnicity",
                "value": value });
            world.staff.put(&format!("{path}/answers"), &body)
        };
        answer("blue").refused(422, "invalid_request");
        let kept = answer("prefer_not_to_say").expect(200);
        let ethnicity =
            kept["items"].as_array().expect("a list").iter().find(|one| one["question"] == "ethnicity");
        assert_eq!(ethnicity.expect("an answer")["value"], "prefer_not_to_say");
        let none = answer("").expect(200);
        assert_eq!(none["items"].as_array().expect("a list").len(), 1, "taken back: not asked");
    }
}
