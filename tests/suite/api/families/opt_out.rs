//! A family that said no: what it is remembered by, and who can take that back.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::schema::suppressions;
use serde_json::{Value, json};

use super::join::{form, joins, other};
use crate::support::app::{TestApp, both};
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

/// How many hashes are kept.
fn remembered(app: &TestApp) -> usize {
    let read = |tx: &mut firstplace::db::Tx| {
        Ok(suppressions::table.select(suppressions::hash).load::<String>(tx.conn())?.len())
    };
    app.store.read(Actor::service(), read).expect("they are counted")
}

/// Opts out the family that joined last, by the link in its welcome.
fn says_no(app: &TestApp) {
    let welcome = letters(app, "joined").pop().expect("a welcome");
    app.nobody.press(&welcome.button("Stop being a member")).page(200);
}

both! {
    fn a_family_that_said_no_stays_out_whatever_its_surname_and_may_book_as_a_guest(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = form(json!({ "centre_id": world.centre }));
        let made = world.staff.post("/api/v1/families", &family).expect(201);
        let path = format!("/api/v1/families/{}/opt-out", id(&made));
        let out = world.staff.post(&path, &json!({})).expect(200);
        assert_eq!(out["membership"]["status"], "opted_out");
        assert_eq!(out["membership"]["renews_on"], Value::Null);
        assert_eq!(world.staff.post(&path, &json!({})).expect(200), out, "twice is once");

        // Another surname and another address: its first name, birth date and postcode match.
        let again = json!({
            "centre_id": world.centre,
            "carers": [{ "name": "Amina Shah", "email": "new@example.org" }],
            "children": [{ "name": "Yusuf Shah", "born_on": "2025-05-14" }],
        });
        let desk = &world.staff;
        desk.post("/api/v1/families", &form(again.clone())).refused(409, "book_as_guest");
        let other = json!({ "children": [{ "name": "Zoe Shah", "born_on": "2025-05-14" }],
            "carers": [{ "name": "Zoe", "email": "zoe@example.org" }], "centre_id": world.centre });
        desk.post("/api/v1/families", &form(other)).expect(201);
        let guest = merged(form(again.clone()), json!({ "guest": true }));
        assert_eq!(desk.post("/api/v1/families", &guest).expect(201)["membership"], Value::Null);

        // By itself it comes as a guest, and is told so.
        let mut own = form(again.clone());
        own.as_object_mut().expect("an object").remove("centre_id");
        let own = merged(own, json!({ "booking": { "session_id": session } }));
        let done = joins(app, &own);
        assert_eq!((&done["membership"], &done["booking"]), (&json!("guest"), &json!("booked")));
        assert!(letters(app, "joined").is_empty(), "no word about a membership");

        // It asks staff to join again; the desk reads what it is to do, and no more.
        let rejoins = merged(form(again.clone()), json!({ "rejoins": true }));
        let here = Person { centre: Some(&world.centre), ..Person::default() };
        let front = app.sign_in(Role::FrontDesk, &here);
        front.post("/api/v1/families", &rejoins).refused(403, "not_allowed");
        let read = front.post("/api/v1/families", &form(again)).refused(409, "book_as_guest");
        assert_eq!(read["detail"], "Book this family as a guest: send guest: true.");
        let back = desk.post("/api/v1/families", &rejoins).expect(201);
        assert_eq!(back["membership"]["status"], "member");
    }

    fn no_name_is_kept_of_a_family_that_said_no_but_keyed_hashes(app) {
        let world = World::new(app);
        let made = world.staff.post("/api/v1/families", &form(json!({ "centre_id": world.centre })));
        let path = format!("/api/v1/families/{}/opt-out", id(&made.expect(201)));
        world.staff.post(&path, &json!({})).expect(200);

        let hashes: Vec<String> = app
            .store
            .read(Actor::service(), |tx| Ok(suppressions::table.select(suppressions::hash).load(tx.conn())?))
            .expect("they are read");
        assert_eq!(hashes.len(), 2, "the child's name and first name, each with the postcode");
        assert!(hashes.iter().all(|hash| hash.len() == 43), "HMAC-SHA256 in base64");
    }

    fn opting_out_with_an_address_that_others_use_shuts_nobody_else_out(app) {
        let world = World::new(app);
        // A hostel's address and number, or a grandmother's, that staff wrote down.
        let shared = json!([{ "name": "Amina Khan", "email": "hostel@example.org",
            "phone": "0161 496 0199" }]);
        let body = form(json!({ "centre_id": world.centre, "carers": shared }));
        let made = world.staff.post("/api/v1/families", &body).expect(201);
        world.staff.post(&format!("/api/v1/families/{}/opt-out", id(&made)), &json!({})).expect(200);

        let next = form(json!({ "centre_id": world.centre,
            "carers": [{ "name": "Beth Hall", "email": "hostel@example.org",
                "phone": "0161 496 0199" }],
            "children": [{ "name": "Noah Hall", "born_on": "2025-03-02" }] }));
        let made = world.staff.post("/api/v1/families", &next).expect(201);
        assert_eq!(made["membership"]["status"], "member");
        let done = joins(app, &other("elsewhere@example.org", json!({
            "carers": [{ "name": "Cora", "email": "cora@example.org", "phone": "0161 496 0199" }],
            "children": [{ "name": "Leo Day", "born_on": "2025-04-04" }] })));
        assert_eq!(done["membership"], "member");
    }

    fn only_an_address_that_was_confirmed_is_remembered_with_the_child(app) {
        joins(app, &form(json!({ "carers": [
            { "name": "Amina Khan", "email": "amina@example.org", "phone": "07700 900123" },
            { "name": "Another", "email": "never.answered@example.org" }] })));
        says_no(app);
        assert_eq!(remembered(app), 3, "name and first name with the postcode, first name with the mail");

        // It moved, its surname changed, and somebody else writes: its confirmed address with the
        // first name is enough, and one that was only typed is not.
        let moved = |writes: &str, email: &str| form(json!({ "postcode": "M33 2AA",
            "carers": [{ "name": "Beth Shah", "email": writes },
                { "name": "Amina Shah", "email": email }],
            "children": [{ "name": "Yusuf Shah", "born_on": "2025-05-14" }] }));
        let never = moved("one@example.org", "never.answered@example.org");
        assert_eq!(joins(app, &never)["membership"], "member");
        let hers = moved("two@example.org", "amina@example.org");
        assert_eq!(joins(app, &hers)["membership"], "guest");
    }

    fn nobody_but_the_family_itself_or_staff_takes_its_no_back(app) {
        joins(app, &form(json!({})));
        says_no(app);
        let before = remembered(app);
        // Somebody who knows the child asks with another address, and even with hers in second place.
        let stranger = form(json!({ "rejoins": true, "carers": [
            { "name": "Not Hers", "email": "stranger@example.org" },
            { "name": "Amina Khan", "email": "amina@example.org" }] }));
        assert_eq!(joins(app, &stranger)["membership"], "guest");
        assert_eq!(remembered(app), before);

        // She does not ask for it in so many words: her standing stays.
        assert_eq!(joins(app, &form(json!({})))["membership"], "guest");
        assert_eq!(remembered(app), before);

        app.advance(TimeDelta::minutes(1));
        assert_eq!(joins(app, &form(json!({ "rejoins": true })))["membership"], "member");
        assert_eq!(remembered(app), 0);
        assert_eq!(letters(app, "joined").len(), 2);
    }
}
