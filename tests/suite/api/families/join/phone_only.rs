//! A telephone number alone: on a list of its own, to ring, not confirmed.

use chrono::TimeDelta;
use firstplace::access::{Actor, Role};
use firstplace::bookings::first::service::requests::KEPT;
use firstplace::serve::upkeep;
use serde_json::{Value, json};

use super::{ask, booked, count, form, joins};
use crate::support::app::both;
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{World, id};

fn by_phone(session: &str) -> Value {
    form(json!({
        "carers": [{ "name": "Amina Khan", "phone": "07700 900123" }],
        "booking": { "session_id": session },
    }))
}

both! {
    fn a_number_alone_is_rung_by_the_centre_and_the_recorded_call_does_it(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        ask(app, &by_phone(&session));
        assert_eq!((count(app), booked(app, &session)), (0, 0));
        assert!(letters(app, "confirm_join").is_empty());

        let list = || world.staff.get("/api/v1/join-requests").expect(200);
        let shown = list()["items"][0].clone();
        assert_eq!(shown["phone"], "07700 900123");
        assert_eq!((&shown["adults"], &shown["children"]), (&json!(["Amina Khan"]), &json!(["Yusuf Khan"])));
        assert_eq!(shown["session_id"], session.as_str());

        let body = json!({ "name": "Sale West", "phone": "0161 496 0122" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &body).expect(201));
        let person = Person { centre: Some(&elsewhere), ..Person::default() };
        let other = app.sign_in(Role::Staff, &person);
        assert_eq!(other.get("/api/v1/join-requests").expect(200)["items"], json!([]));
        let call = format!("/api/v1/join-requests/{}/calls", id(&shown));
        let said = |outcome: &str| json!({ "outcome": outcome });
        other.post(&call, &said("confirmed")).refused(404, "not_found");

        assert_eq!(world.staff.post(&call, &said("no_answer")).expect(200)["done"], Value::Null);
        assert_eq!(list()["items"].as_array().map(Vec::len), Some(1));
        let done = world.staff.post(&call, &said("confirmed")).expect(200)["done"].clone();
        assert_eq!((&done["membership"], &done["booking"]), (&json!("member"), &json!("booked")));
        assert_eq!(world.staff.post(&call, &said("confirmed")).expect(200)["done"], done);
        assert_eq!((list()["items"].clone(), booked(app, &session)), (json!([]), 1));

        // The same number again is the same household.
        ask(app, &by_phone(&session));
        let call = format!("/api/v1/join-requests/{}/calls", id(&list()["items"][0]));
        let done = world.staff.post(&call, &said("confirmed")).expect(200)["done"].clone();
        assert_eq!(done["not_booked"]["code"], "already_booked");
        assert_eq!(count(app), 1);
    }

    fn a_number_that_sent_nothing_is_taken_off_and_the_rest_is_gone_after_seven_days(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        ask(app, &by_phone(&session));
        ask(app, &by_phone(&session));
        let list = || world.staff.get("/api/v1/join-requests").expect(200)["items"].clone();
        let call = format!("/api/v1/join-requests/{}/calls", id(&list()[0]));
        let refused = json!({ "outcome": "not_theirs" });
        assert_eq!(world.staff.post(&call, &refused).expect(200)["done"], Value::Null);
        world.staff.post(&call, &refused).refused(404, "not_found");
        assert_eq!(list().as_array().map(Vec::len), Some(1));
        app.advance(KEPT);
        assert_eq!(list(), json!([]));
        app.store.write(Actor::service(), upkeep::forget).expect("a round");
        assert_eq!((count(app), booked(app, &session)), (0, 0));
    }

    fn one_caller_leaves_a_limited_number_of_numbers_to_ring_and_hides_no_others(app) {
        let world = World::new(app);
        for number in 0..10 {
            let phone = format!("07700 9001{number:02}");
            ask(app, &form(json!({ "carers": [{ "name": "A Carer", "phone": phone }],
                "children": [{ "name": format!("Child {number}"), "born_on": "2025-05-14" }] })));
        }
        let more = form(json!({ "carers": [{ "name": "A Carer", "phone": "07700 900200" }] }));
        app.nobody.post("/api/v1/families/join", &more).refused(429, "too_many_attempts");
        assert_eq!(joins(app, &form(json!({})))["membership"], "member", "mail is not held up");
        app.advance(TimeDelta::hours(25));
        ask(app, &more);
        // Its postcode is in no centre's area: any centre rings.
        let list = world.staff.get("/api/v1/join-requests").expect(200);
        assert_eq!(list["items"].as_array().map(Vec::len), Some(11));
    }
}
