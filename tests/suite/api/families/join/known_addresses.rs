//! Whose a confirmed address is: the one thing by which a family is known that has not signed in.

use firstplace::access::Role;
use serde_json::{Value, json};

use super::{ask, booked, code, count, form, joins, other};
use crate::support::app::{TestApp, both};
use crate::support::mail::letters;
use crate::support::world::{World, id, merged};

fn family(app: &TestApp, family: &str) -> Value {
    app.as_role(Role::Staff).get(&format!("/api/v1/families/{family}")).expect(200)
}

fn families(app: &TestApp) -> Vec<Value> {
    let list = app.as_role(Role::Staff).get("/api/v1/families").expect(200);
    list["items"].as_array().expect("a list").clone()
}

both! {
    fn one_confirmed_address_is_one_household_however_it_is_described(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        joins(app, &form(json!({ "booking": { "session_id": session } })));
        let before = families(app);
        let again = form(json!({
            "carers": [{ "name": "Somebody Else", "email": "amina@example.org" },
                { "name": "A Third", "email": "third@example.org" }],
            "booking": { "session_id": session },
        }));
        let done = joins(app, &again);
        assert_eq!(done["membership"], "already_member");
        assert_eq!(done["not_booked"]["code"], "already_booked");
        assert_eq!((count(app), booked(app, &session)), (1, 1));
        let after = families(app);
        assert_eq!(after[0]["carers"].as_array().map(Vec::len), Some(1), "no adult was added");
        assert_eq!(after[0]["carers"][0]["name"], before[0]["carers"][0]["name"]);
        assert_eq!(letters(app, "joined").len(), 1, "only who became one now reads so");
        assert!(letters(app, "confirm_address").is_empty());
    }

    fn a_known_childs_other_description_is_a_household_of_its_own_that_learns_nothing(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let first = joins(app, &form(json!({ "booking": { "session_id": session } })));
        let known = family(app, &id(&families(app)[0]));
        let stranger = form(json!({
            "carers": [{ "name": "Not Hers", "email": "stranger@example.org" }],
            "booking": { "session_id": session },
        }));
        let done = joins(app, &stranger);
        let without_id = |done: &Value| merged(done.clone(), json!({ "booking_id": null }));
        assert_eq!(without_id(&done), without_id(&first), "as for a family that nobody knows");
        assert_eq!(family(app, &id(&known)), known, "and nothing of hers has changed");
        let hers = letters(app, "booked").iter().filter(|one| one.to == "amina@example.org").count();
        assert_eq!(hers, 1);
    }

    fn two_confirmed_at_one_time_are_one_household(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let body = form(json!({ "booking": { "session_id": session } }));
        let ways: Vec<Value> = (0..3)
            .map(|_| {
                let asked = ask(app, &body);
                json!({ "request_id": asked["request_id"], "code": code(app, "amina@example.org") })
            })
            .collect();
        let sent: Vec<_> = ways
            .into_iter()
            .map(|way| {
                let nobody = app.nobody.clone();
                std::thread::spawn(move || {
                    nobody.post("/api/v1/families/join/confirm", &way).expect(200)
                })
            })
            .collect();
        let done: Vec<Value> =
            sent.into_iter().map(|one| one.join().expect("an answer")).collect();
        let members = done.iter().filter(|one| one["membership"] == "member").count();
        assert_eq!((members, count(app), booked(app, &session)), (1, 1, 1), "{done:?}");
    }

    fn an_address_that_staff_wrote_down_also_takes_a_birth_date_and_the_postcode(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let body = form(json!({ "centre_id": world.centre }));
        world.staff.post("/api/v1/families", &body).expect(201);

        // Its holder may be anybody until then: a household of its own.
        let stranger = form(json!({
            "children": [{ "name": "Yusuf Khan", "born_on": "2025-05-15" }],
            "booking": { "session_id": session },
        }));
        assert_eq!(joins(app, &stranger)["membership"], "member");
        assert_eq!(count(app), 2);

        let other_family = other("beth@example.org", json!({ "centre_id": world.centre }));
        world.staff.post("/api/v1/families", &other_family).expect(201);
        let mine = other("beth@example.org", json!({ "booking": { "session_id": session } }));
        assert_eq!(joins(app, &mine)["membership"], "already_member");
        assert_eq!(count(app), 3);
    }

    fn a_child_that_is_new_comes_into_the_household_that_is_known(app) {
        World::new(app);
        joins(app, &form(json!({})));
        let baby = json!({ "children": [{ "name": "Zara Khan", "born_on": "2026-11-01" }] });
        assert_eq!(joins(app, &form(baby))["membership"], "already_member");
        let all = families(app);
        let names: Vec<&str> = all[0]["children"]
            .as_array()
            .expect("children")
            .iter()
            .filter_map(|child| child["name"].as_str())
            .collect();
        assert_eq!((all.len(), names), (1, vec!["Yusuf Khan", "Zara Khan"]));
        let found = app.as_role(Role::Staff).get("/api/v1/families?q=zara").expect(200);
        assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "the desk finds it by the baby");
    }

    fn another_adults_address_reads_nothing_that_was_typed_until_it_is_confirmed_too(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        joins(app, &form(json!({
            "carers": [{ "name": "Amina Khan", "email": "amina@example.org" },
                { "name": "Claim Five", "email": "victim@example.org" }],
            "booking": { "session_id": session },
        })));
        let asked = letters(app, "confirm_address");
        assert_eq!(asked[0].to, "victim@example.org");
        for typed in ["Amina", "Claim", "Yusuf", "member of"] {
            assert!(!asked[0].says(typed), "{typed}");
        }
        for kind in ["joined", "booked", "not_booked"] {
            assert!(letters(app, kind).iter().all(|one| one.to != "victim@example.org"), "{kind}");
        }
        let confirmed = |at: usize| families(app)[0]["carers"][at]["confirmed"].clone();
        assert_eq!(confirmed(1), false);
        app.nobody.press(&asked[0].button("Yes, this is my address")).page(200);
        assert_eq!(confirmed(1), true);
    }
}
