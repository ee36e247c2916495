//! A register in a volunteer's hands: one, until its session ends, with first names only.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use super::{completes, desk, is_problem, mark, opened, said, taken, takes};
use crate::support::app::both;
use crate::support::client::{Answer, Client};
use crate::support::people::Person;
use crate::support::world::{World, id};

fn path(session: &str) -> String {
    format!("/api/v1/sessions/{session}/register")
}

fn account(who: &Client) -> Value {
    who.get("/api/v1/auth/me").expect(200)["id"].clone()
}

fn hands(staff: &Client, session: &str, account: &Value) -> Answer {
    staff.post(&format!("{}/handover", path(session)), &json!({ "account_id": account }))
}

both! {
    fn a_volunteer_works_with_the_register_that_was_handed_over_until_the_session_ends(app) {
        let world = World::new(app);
        let (session, other) = (world.session(json!({})), world.draft(json!({
            "starts_at": "2026-11-23T14:00:00Z", "ends_at": "2026-11-23T15:00:00Z" })));
        let family = world.family("Ada Lovelace");
        let booking = id(&family.books(&session).expect(201));
        let volunteer = desk(&world, Role::Volunteer);
        let account = account(&volunteer);
        app.set_clock("2026-11-23T10:05:00Z");
        let came = json!([mark("a", json!({ "booking_id": booking }))]);
        let marks = format!("{}/marks", path(&session));

        volunteer.get(&path(&session)).refused(404, "not_found");
        volunteer.post(&marks, &json!({ "marks": came })).refused(404, "not_found");
        let listed = hands(&world.staff, &session, &account).expect(200);
        assert_eq!(listed["items"][0]["account_id"], account);
        assert!(listed["items"][0]["handed_at"].is_string(), "{listed}");

        let register = opened(&volunteer, &session);
        let child = said(&register, &family.children[0]);
        assert_eq!((&child["name"], &child["full_name"]), (&json!("Ada"), &Value::Null));
        assert!(!register.to_string().contains("Lovelace"), "{register}");
        // That all come by referral would tell of each that it was referred.
        assert_eq!(register["access"], Value::Null);
        assert_eq!(opened(&world.staff, &session)["access"], "book");
        takes(&volunteer, &session, came.clone());
        volunteer.get(&path(&other)).refused(404, "not_found");
        volunteer.get(&marks).refused(403, "not_allowed");
        completes(&volunteer, &session, json!({})).refused(403, "not_allowed");

        app.set_clock("2026-11-23T11:29:59Z");
        opened(&volunteer, &session);
        app.set_clock("2026-11-23T11:30:00Z");
        volunteer.get(&path(&session)).refused(404, "not_found");
        volunteer.post(&marks, &json!({ "marks": came })).refused(404, "not_found");
        hands(&world.staff, &session, &account).refused(409, "no_longer_open");
        // What a volunteer's tablet could not send in time, staff send.
        assert_eq!(takes(&world.staff, &session, came)[0]["again"], true);
    }

    fn a_register_is_taken_back_at_once(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let volunteer = desk(&world, Role::Volunteer);
        let account = account(&volunteer);
        hands(&world.staff, &session, &account).expect(200);
        opened(&volunteer, &session);
        let one = format!("{}/handover/{}", path(&session), account.as_str().expect("an id"));
        let listed = world.staff.call(Method::DELETE, &one).send().expect(200);
        assert_eq!(listed["items"][0]["handed_at"], Value::Null);
        volunteer.get(&path(&session)).refused(404, "not_found");
        hands(&world.staff, &session, &account).expect(200);
        opened(&volunteer, &session);
    }

    fn only_a_volunteer_of_the_centre_is_handed_a_register_and_none_that_is_sensitive(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let quiet = world.activity(json!({ "title": "Freedom programme", "sensitive": true }));
        let quiet = world.draft(json!({ "activity_id": quiet }));
        let body = json!({ "name": "Urmston Children's Centre" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &body).expect(201));
        let there = Person { centre: Some(&elsewhere), ..Person::default() };
        let (here, stranger) =
            (desk(&world, Role::Volunteer), app.sign_in(Role::Volunteer, &there));
        let refused = hands(&world.staff, &session, &account(&stranger));
        assert_eq!(refused.refused(422, "invalid_request")["errors"][0]["pointer"], "/account_id");
        hands(&world.staff, &session, &account(&world.staff)).refused(422, "invalid_request");
        hands(&world.staff, &quiet, &account(&here)).refused(403, "not_allowed");
        let abroad = app.sign_in(Role::Staff, &there);
        hands(&abroad, &session, &account(&here)).refused(404, "not_found");
        abroad.get(&path(&session)).refused(404, "not_found");
    }

    fn a_volunteer_lets_in_whom_a_card_or_the_list_names_and_corrects_nothing_complete(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let booking = id(&ada.books(&session).expect(201));
        let volunteer = desk(&world, Role::Volunteer);
        hands(&world.staff, &session, &account(&volunteer)).expect(200);
        let number = |family: &str| {
            let shown = world.staff.get(&format!("/api/v1/families/{family}")).expect(200);
            shown["membership"]["number"].clone()
        };
        app.set_clock("2026-11-23T10:05:00Z");
        let answers = taken(&volunteer, &session, json!([
            mark("1", json!({ "membership_number": number(&ada.id) })),
            // A number can be made up: it opens nobody's names to a volunteer.
            mark("2", json!({ "membership_number": number(&bea.id) })),
            mark("3", json!({ "family_id": bea.id })),
            mark("4", json!({ "walk_in": { "family": { "carers": [{ "name": "Cleo" }],
                "children": [{ "name": "Dan", "born_on": "2025-01-01" }] } } })),
            mark("5", json!({ "walk_in": { "guest": {
                "children": [{ "name": "Eve", "born_on": "2025-01" }] } } })),
        ]));
        assert_eq!(answers[0]["outcome"], "ok");
        for refused in &answers[1..4] {
            is_problem(refused, "not_allowed");
        }
        assert_eq!(answers[4]["outcome"], "ok");

        completes(&world.staff, &session, json!({})).expect(200);
        let late = mark("6", json!({ "booking_id": booking, "mark": "late", "corrects": "1" }));
        is_problem(&taken(&volunteer, &session, json!([late]))[0], "register_complete");
        takes(&world.staff, &session, json!([late]));
    }
}
