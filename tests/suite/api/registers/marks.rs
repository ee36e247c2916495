//! Who is expected, marked one by one or a family at a time, put right, and completed.

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::Tx;
use firstplace::db::schema::contacts;
use serde_json::{Value, json};

use super::{Contacts, completes, contacts_of, is_problem, mark, opened, said, taken, takes};
use crate::support::app::both;
use crate::support::world::{World, id};

both! {
    fn a_register_says_who_is_expected_and_what_the_door_must_know(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = json!({
            "carers": [{ "name": "Amina Khan", "email": "amina@example.org",
                "answers": { "interpreter": "Somali" } }],
            "children": [
                { "name": "Yusuf Khan", "born_on": "2024-05-14", "answers": { "allergies": "nuts" } },
                { "name": "Zoë Khan", "born_on": "2025-10-01", "answers": { "allergies": "none" } },
            ],
            "postcode": "M31 4FL", "centre_id": world.centre, "target_groups": ["lone_parent"],
        });
        let family = world.staff.post("/api/v1/families", &family).expect(201);
        let children: Vec<&Value> =
            family["children"].as_array().expect("two").iter().map(|child| &child["id"]).collect();
        let body = json!({ "family_id": family["id"], "child_ids": children, "adults": 2,
            "if_full": "refuse", "wants": "offer", "reason": "By telephone." });
        world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &body).expect(201);

        let register = opened(&world.staff, &session);
        assert_eq!(register["state"], "open");
        assert_eq!(register["room"]["expected"], json!({ "adults": 2, "children": 2 }));
        assert_eq!(register["room"]["inside"], json!({ "adults": 0, "children": 0 }));
        let party = &register["parties"][0];
        assert_eq!((&party["adult"], &party["adult_full_name"]), (&json!("Amina"), &json!("Amina Khan")));
        assert_eq!(party["adults"], 2);
        assert_eq!(party["needs"], json!([{ "kind": "interpreter", "words": "Somali" }]));
        let child = &party["children"][0];
        assert_eq!((&child["name"], &child["age_months"]), (&json!("Yusuf"), &json!(30)));
        assert_eq!(child["needs"], json!([{ "kind": "allergies", "words": "nuts" }]));
        assert_eq!(party["children"][1]["needs"], json!([]), "none is no need");

        let text = register.to_string();
        for secret in ["M31", "amina@example.org", "lone_parent", "referr", "tier", "waiting"] {
            assert!(!text.contains(secret), "{secret} is told: {text}");
        }
    }

    fn a_family_is_marked_in_one_go_or_child_by_child_and_twice_is_once(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family_of("Ada", &["2024-03-01", "2025-06-01"]);
        let booking = family.books(&session).expect(201)["id"].clone();
        app.set_clock("2026-11-23T10:05:00Z");

        let one = mark("t-1", json!({ "booking_id": booking, "child_id": family.children[0] }));
        let answers = takes(&world.staff, &session, json!([one]));
        assert_eq!(answers[0]["child_ids"], json!([family.children[0]]));
        let register = opened(&world.staff, &session);
        assert_eq!(said(&register, &family.children[0])["mark"]["mark"], "came");
        assert_eq!(said(&register, &family.children[1])["mark"], Value::Null);
        // Somebody brought it.
        assert_eq!(register["room"]["inside"], json!({ "adults": 1, "children": 1 }));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 0 });

        let all = mark("t-2", json!({ "booking_id": booking, "at": "2026-11-23T10:04:00Z" }));
        for _ in 0..2 {
            let again = taken(&world.staff, &session, json!([all, one]));
            assert_eq!(again[1]["again"], true);
        }
        let register = opened(&world.staff, &session);
        assert_eq!(register["room"]["inside"], json!({ "adults": 1, "children": 2 }));
        assert_eq!(register["room"]["expected"], json!({ "adults": 0, "children": 0 }));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 2, withdrawn: 0 });
        let log = world.staff.get(&format!("/api/v1/sessions/{session}/register/marks")).expect(200);
        // One child first, then both and the adult.
        assert_eq!(log["items"].as_array().expect("marks").len(), 4);
    }

    fn a_correction_keeps_the_first_mark_and_withdraws_the_contact(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let booking = family.books(&session).expect(201)["id"].clone();
        app.set_clock("2026-11-23T10:30:00Z");
        takes(&world.staff, &session, json!([mark("a", json!({ "booking_id": booking }))]));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 0 });

        let right = json!({ "booking_id": booking, "mark": "did_not_come", "corrects": "a",
            "at": "2026-11-23T10:20:00Z" });
        takes(&world.staff, &session, json!([mark("b", right)]));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 0, withdrawn: 1 });
        let log = world.staff.get(&format!("/api/v1/sessions/{session}/register/marks")).expect(200);
        let log = log["items"].as_array().expect("marks");
        let of = |client: &str| -> Vec<(Value, Value)> {
            let rows = log.iter().filter(|row| row["client_id"] == client);
            rows.map(|row| (row["mark"].clone(), row["stands"].clone())).collect()
        };
        assert_eq!(of("a"), vec![(json!("came"), json!(false)); 2]);
        assert_eq!(of("b"), vec![(json!("did_not_come"), json!(true)); 2]);

        let back = json!({ "booking_id": booking, "mark": "late", "corrects": "b",
            "at": "2026-11-23T10:25:00Z" });
        takes(&world.staff, &session, json!([mark("c", back)]));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 1 });
    }

    fn one_bad_mark_spoils_no_other(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let booking = ada.books(&session).expect(201)["id"].clone();
        let of_bea = bea.books(&session).expect(201)["id"].clone();
        let elsewhere = world.session(json!({ "starts_at": "2026-11-30T10:00:00Z",
            "ends_at": "2026-11-30T11:00:00Z" }));
        let wrong_session = world.family("Cleo").books(&elsewhere).expect(201)["id"].clone();
        app.set_clock("2026-11-23T10:05:00Z");
        let good = mark("good", json!({ "booking_id": booking }));
        let marks = json!([
            mark("1", json!({ "booking_id": wrong_session })),
            mark("2", json!({ "booking_id": "nothing" })),
            mark("3", json!({ "membership_number": "48210935" })),
            mark("4", json!({ "card_code": "FP1.48210934.1.nonsense" })),
            mark("5", json!({ "booking_id": booking, "membership_number": "48210934" })),
            mark("6", json!({ "booking_id": booking, "child_id": bea.children[0] })),
            mark("7", json!({ "booking_id": booking, "at": "2026-11-23T10:11:00Z" })),
            mark("8", json!({ "booking_id": booking, "mark": "maybe" })),
            mark("9", json!({ "booking_id": booking, "corrects": "9" })),
            json!("not a mark"),
            good,
            mark("good", json!({ "booking_id": of_bea })),
            mark("10", json!({ "booking_id": booking, "at": "2026-11-22T23:59:59Z" })),
        ]);
        let answers = taken(&world.staff, &session, marks);
        let codes = ["not_found", "not_found", "invalid_membership_number", "invalid_card_code",
            "invalid_request", "invalid_request", "invalid_request", "invalid_request",
            "invalid_request", "invalid_request"];
        for (answer, code) in answers.iter().zip(codes) {
            is_problem(answer, code);
        }
        assert_eq!(answers[10]["outcome"], "ok");
        is_problem(&answers[11], "client_id_reused");
        is_problem(&answers[12], "not_yet_begun");
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 0 });
    }

    fn nobody_has_come_before_the_day_but_may_have_told_us(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let booking = family.books(&session).expect(201)["id"].clone();
        let early = |client: &str, said: &str| {
            mark(client, json!({ "booking_id": booking, "mark": said, "at": "2026-11-16T09:59:00Z" }))
        };
        let marks = json!([early("1", "came"), early("2", "late"), early("3", "did_not_come"),
            early("4", "told_us")]);
        let answers = taken(&world.staff, &session, marks);
        for answer in &answers[..3] {
            is_problem(answer, "not_yet_begun");
        }
        assert_eq!(answers[3]["outcome"], "ok");
        let register = opened(&world.staff, &session);
        assert_eq!(register["room"]["expected"], json!({ "adults": 0, "children": 0 }));
    }

    fn completing_names_who_is_unmarked_and_presumes_only_when_told(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let booking = ada.books(&session).expect(201)["id"].clone();
        let of_bea = bea.books(&session).expect(201)["id"].clone();
        completes(&world.staff, &session, json!({})).refused(409, "not_yet_begun");
        app.set_clock("2026-11-23T11:45:00Z");
        takes(&world.staff, &session, json!([mark("a", json!({ "booking_id": booking }))]));

        let fault = completes(&world.staff, &session, json!({})).refused(409, "people_unmarked");
        let unmarked = fault["unmarked"].as_array().expect("names");
        assert_eq!(unmarked.len(), 1, "{fault}");
        assert_eq!((&unmarked[0]["booking_id"], &unmarked[0]["name"]), (&of_bea, &json!("Bea")));

        let whole = json!({ "unmarked": "did_not_come" });
        let done = completes(&world.staff, &session, whole.clone()).expect(200);
        assert_eq!(done["state"], "complete");
        assert_eq!(said(&done, &bea.children[0])["mark"]["source"], "presumed");
        completes(&world.staff, &session, whole).expect(200);

        // A tablet that was offline knows better than what was presumed, and it is no conflict.
        let late = json!({ "booking_id": of_bea, "at": "2026-11-23T10:10:00Z" });
        let answer = &takes(&world.staff, &session, json!([mark("b", late)]))[0];
        assert_eq!((&answer["stands"], &answer["conflict"]), (&json!(true), &json!(false)));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 2, withdrawn: 0 });
    }

    fn a_contact_that_no_mark_stands_for_is_found_by_the_auditor(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let booking = id(&world.family("Ada").books(&session).expect(201));
        app.set_clock("2026-11-23T10:30:00Z");
        takes(&world.staff, &session, json!([mark("a", json!({ "booking_id": booking }))]));
        app.is_sound();
        let spoil = |tx: &mut Tx| {
            let now = tx.now();
            let all = diesel::update(contacts::table).set(contacts::withdrawn_at.eq(now));
            all.execute(tx.conn())?;
            Ok(())
        };
        app.store.write(Actor::service(), spoil).expect("it is spoilt");
        app.expect_broken(&["who came has a contact"]);
    }

    fn a_course_is_booked_once_and_marked_at_each_of_its_dates(app) {
        let world = World::new(app);
        let course = json!({
            "activity_id": world.activity, "centre_id": world.centre, "name": "The Puzzle", "dates": 3,
            "rule": { "every": "week", "weekday": "wednesday" }, "first_day": "2026-11-25",
            "starts": "10:00", "ends": "11:30",
        });
        let made = world.staff.post("/api/v1/courses", &course).expect(201);
        let announce = format!("/api/v1/courses/{}/announce", id(&made));
        world.staff.post(&announce, &json!({})).expect(200);
        let days = made["days"].as_array().expect("days").iter();
        let dates: Vec<&str> =
            days.map(|day| day["session_ids"][0].as_str().expect("an id")).collect();
        app.set_clock("2026-11-19T10:00:00Z");
        let family = world.family("Ada");
        let booking = id(&family.books(dates[0]).expect(201));

        app.set_clock("2026-12-02T10:05:00Z");
        let second = json!({ "booking_id": booking, "at": "2026-12-02T10:01:00Z" });
        takes(&world.staff, dates[1], json!([mark("a", second.clone())]));
        let third = json!([mark("a", second)]);
        is_problem(&taken(&world.staff, dates[2], third)[0], "not_yet_begun");
        let came = |date: &str| {
            let child = said(&opened(&world.staff, date), &family.children[0]);
            child["mark"]["mark"].clone()
        };
        assert_eq!([came(dates[0]), came(dates[1])], [Value::Null, json!("came")]);
        assert_eq!(contacts_of(app, dates[0]), Contacts { standing: 0, withdrawn: 0 });
        assert_eq!(contacts_of(app, dates[1]), Contacts { standing: 1, withdrawn: 0 });
    }

    fn a_cancelled_session_has_no_register(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let booking = world.family("Ada").books(&session).expect(201)["id"].clone();
        let cancel = format!("/api/v1/sessions/{session}/cancel");
        world.staff.post(&cancel, &json!({ "reason": "burst pipe" })).expect(200);
        app.set_clock("2026-11-23T10:05:00Z");
        let answers = taken(&world.staff, &session, json!([mark("a", json!({ "booking_id": booking }))]));
        is_problem(&answers[0], "session_cancelled");
        completes(&world.staff, &session, json!({})).refused(409, "session_cancelled");
    }
}
