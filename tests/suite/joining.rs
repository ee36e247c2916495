//! A family joins by itself, books on the way, confirms its contact, says no, comes as a guest.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::bookings::joining::{guest_service, service};
use firstplace::db::Tx;
use firstplace::schema::{bookings, carers, children, families, suppressions};
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::mail::letters;
use crate::support::world::{World, id, merged};

fn form(changed: Value) -> Value {
    let plain = json!({
        "carers": [{ "name": "Amina Khan", "email": "amina@example.org" }],
        "children": [{ "name": "Yusuf Khan", "born_on": "2025-05-14" }],
        "postcode": "M31 4FL",
    });
    merged(plain, changed)
}

fn count(app: &TestApp) -> i64 {
    let read = |tx: &mut Tx| Ok(families::table.count().get_result(tx.conn())?);
    app.store.read(Actor::service(), read).expect("the families are counted")
}

fn booked(app: &TestApp, session: &str) -> i64 {
    let session = session.to_owned();
    let read = |tx: &mut Tx| {
        Ok(bookings::table
            .filter(bookings::session_id.eq(session))
            .filter(bookings::status.eq("booked"))
            .count()
            .get_result(tx.conn())?)
    };
    app.store.read(Actor::service(), read).expect("the bookings are counted")
}

both! {
    fn a_family_that_joins_is_a_member_and_staff_see_it(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let body = form(json!({ "booking": { "session_id": session } }));
        let answer = app.nobody.post("/api/v1/families/join", &body).expect(202);

        assert_eq!(answer["booking"], "booked");
        assert_eq!(booked(app, &session), 1);
        let list = app.as_role(Role::Staff).get("/api/v1/families").expect(200);
        let family = &list["items"][0];
        assert_eq!(family["channel"], "self");
        assert_eq!(family["membership"]["status"], "member");
        assert_eq!(family["membership"]["renews_on"], "2027-05-14");
        assert_eq!(family["carers"][0]["confirmed"], false);
    }

    fn the_answer_is_the_same_for_a_family_that_is_known(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let body = form(json!({ "booking": { "session_id": session } }));
        let first = app.nobody.post("/api/v1/families/join", &body).expect(202);
        let before = count(app);
        let second = app.nobody.post("/api/v1/families/join", &body).expect(202);

        assert_eq!(first, second);
        assert_eq!((count(app), booked(app, &session)), (before, 1), "nothing was made twice");

        // Another contact could be anybody: it is a record of its own, and gets the same letter.
        let stranger = form(json!({ "carers": [{ "name": "A Khan", "email": "s@example.org" }] }));
        let answer = app.nobody.post("/api/v1/families/join", &stranger).expect(202);
        assert_eq!(answer["message"], first["message"]);
        assert_eq!(count(app), before + 1);
        let to: Vec<String> = letters(app, "joined").into_iter().map(|one| one.to).collect();
        assert_eq!(to, ["amina@example.org", "s@example.org"]);
    }

    fn a_parent_joins_on_a_page_without_a_script(app) {
        World::new(app);
        let page = app.nobody.get("/join").page(200);
        assert!(page.contains("<form method=\"post\" action=\"/join\"") && !page.contains("<script"));
        let send = |body: &str| {
            let call = app.nobody.call(ureq::http::Method::POST, "/join");
            call.header("content-type", "application/x-www-form-urlencoded").raw(body).send()
        };
        let sent = "name=Amina+%3CKhan%3E&email=amina%40example.org&postcode=M31+4FL\
            &child=Yusuf+Khan&day=31&month=2&year=2025";
        let again = send(sent).page(422);
        assert!(again.contains("There is a problem") && again.contains("Amina &lt;Khan&gt;"));
        assert_eq!(count(app), 0, "nothing was made, and what was typed is kept");

        let right = sent.replace("day=31", "day=3");
        assert!(send(&right).page(200).contains("We have sent you a message"));
        let family = &app.as_role(Role::Staff).get("/api/v1/families").expect(200)["items"][0].clone();
        assert_eq!(family["children"][0]["born_on"], "2025-02-03");
        assert_eq!(family["membership"]["status"], "member");
        assert_eq!(send(&right).page(200), send(&right).page(200), "known or not");
    }

    fn whats_on_leads_to_joining_for_a_session(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let link = format!("/join?session={session}");
        assert!(app.nobody.get("/whats-on").page(200).contains(&format!("href=\"{link}\"")));
        let field = format!("name=\"session\" value=\"{session}\"");
        assert!(app.nobody.get(&link).page(200).contains(&field));

        let sent = format!("name=Amina+Khan&email=amina%40example.org&postcode=M31+4FL\
            &child=Yusuf+Khan&day=3&month=2&year=2025&session={session}");
        let call = app.nobody.call(ureq::http::Method::POST, "/join");
        let call = call.header("content-type", "application/x-www-form-urlencoded").raw(sent);
        assert!(call.send().page(200).contains("The message about your place comes too"));
        assert_eq!(booked(app, &session), 1);
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
        app.nobody.post("/api/v1/families/join", &form(told)).expect(202);
    }

    fn a_handful_in_a_row_from_one_address_is_normal_and_a_flood_for_one_child_is_not(app) {
        for number in 0..25 {
            let child = json!([{ "name": format!("Child {number}"), "born_on": "2025-05-14" }]);
            let email = format!("{number}@example.org");
            let carers = json!([{ "name": "A Carer", "email": email }]);
            let body = form(json!({ "children": child, "carers": carers }));
            app.nobody.post("/api/v1/families/join", &body).expect(202);
        }
        for _ in 0..10 {
            app.nobody.post("/api/v1/families/join", &form(json!({}))).expect(202);
        }
        app.nobody.post("/api/v1/families/join", &form(json!({}))).refused(429, "too_many_attempts");
        app.advance(TimeDelta::minutes(61));
        app.nobody.post("/api/v1/families/join", &form(json!({}))).expect(202);
    }

    fn a_contact_is_confirmed_by_its_link_or_staff_are_asked(app) {
        World::new(app);
        app.nobody.post("/api/v1/families/join", &form(json!({}))).expect(202);
        let other = form(json!({
            "carers": [{ "name": "Beth Hall", "email": "beth@example.org" }],
            "children": [{ "name": "Noah Hall", "born_on": "2025-05-14" }],
        }));
        app.nobody.post("/api/v1/families/join", &other).expect(202);

        let link = letters(app, "joined")[0].button("Yes, this is my address");
        let confirmed = |app: &TestApp| {
            let read = |tx: &mut Tx| {
                let done = carers::table.filter(carers::confirmed_at.is_not_null());
                Ok(done.count().get_result::<i64>(tx.conn())?)
            };
            app.store.read(Actor::service(), read).expect("the carers are counted")
        };
        assert!(app.nobody.get(&link).page(200).contains("Is this your e-mail address?"));
        assert_eq!(confirmed(app), 0, "looking changes nothing");
        app.nobody.press(&link).page(200);
        app.nobody.press(&link).page(200);
        assert_eq!(confirmed(app), 1);

        app.advance(service::CONFIRM_WITHIN + TimeDelta::hours(1));
        let chase = |app: &TestApp| {
            app.store.write(Actor::service(), service::chase).expect("a round")
        };
        assert_eq!((chase(app), chase(app)), (1, 0), "once, and only for the one that did not");
    }

    fn a_guest_books_without_being_a_member_and_is_gone_thirty_days_after(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let body = form(json!({ "guest": true, "booking": { "session_id": session } }));
        app.nobody.post("/api/v1/families/join", &body).expect(202);
        let staff = app.as_role(Role::Staff);
        let guest = staff.get("/api/v1/families").expect(200)["items"][0].clone();
        assert_eq!((&guest["guest"], &guest["membership"]), (&json!(true), &Value::Null));

        let erase = |app: &TestApp| {
            let step = guest_service::erase_guests;
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
        assert_eq!(app.broken(), Vec::<String>::new());
    }

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

        // By itself it is answered as everyone is, and is no member.
        let mut own = form(again.clone());
        own.as_object_mut().expect("an object").remove("centre_id");
        let own = merged(own, json!({ "booking": { "session_id": session } }));
        let answer = app.nobody.post("/api/v1/families/join", &own).expect(202);
        assert_eq!(answer["booking"], "booked");
        assert!(letters(app, "joined").is_empty(), "no word about a membership");

        // It asks to join again.
        let rejoins = merged(form(again), json!({ "rejoins": true }));
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
        assert_eq!(hashes.len(), 3, "two facts of the child, one of the carer");
        assert!(hashes.iter().all(|hash| hash.len() == 43), "HMAC-SHA256 in base64");
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

    fn answers_know_who_gave_them_and_the_desk_sees_what_the_door_needs(app) {
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
