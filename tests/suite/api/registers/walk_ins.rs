//! Whoever comes without a booking: a member by card, number or name, a new family, a guest,
//! people counted; and the room's safety limit.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::bookings::first::service::guests::erase_guests;
use firstplace::db::schema::{contacts, families};
use serde_json::{Value, json};

use super::{Contacts, contacts_of, desk, is_problem, mark, opened, said, taken, takes};
use crate::support::app::{TestApp, both};
use crate::support::paper::{codes, of_svg};
use crate::support::world::{Family, World, id};

fn number(world: &World, family: &Family) -> String {
    let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
    shown["membership"]["number"].as_str().expect("a number").to_owned()
}

/// What a scanner reads off the family's card.
fn code(world: &World, family: &Family) -> String {
    let path = format!("/api/v1/memberships/{}/card.svg", number(world, family));
    let svg = world.staff.get(&path).text;
    codes(&of_svg(&svg)).pop().expect("a code")
}

fn open_play(world: &World, changed: Value) -> String {
    let activity = json!({ "title": "Open play", "access": "drop_in" });
    let activity = world.activity(crate::support::world::merged(activity, changed));
    world.session(json!({ "activity_id": activity }))
}

fn count_families(app: &TestApp) -> i64 {
    let count = |tx: &mut firstplace::db::Tx| Ok(families::table.count().get_result(tx.conn())?);
    app.store.read(Actor::service(), count).expect("families are counted")
}

fn counted(client: &str, adults: i32, children: i32, corrects: Value) -> Value {
    json!({ "client_id": client, "at": crate::api::registers::TEN, "corrects": corrects,
        "head_count": { "adults": adults, "children": children } })
}

both! {
    fn a_member_walks_in_by_card_by_number_and_by_name(app) {
        let world = World::new(app);
        let session = open_play(&world, json!({}));
        let (ada, bea, cleo) =
            (world.family_of("Ada", &["2025-06-01", "2016-06-01"]), world.family("Bea"), world.family("Cleo"));
        let (code, number) = (code(&world, &ada), number(&world, &bea));
        app.set_clock("2026-11-23T10:05:00Z");
        let desk = desk(&world, Role::FrontDesk);
        let answers = takes(&desk, &session, json!([
            mark("1", json!({ "card_code": code })),
            mark("2", json!({ "membership_number": format!("{} {}", &number[..4], &number[4..]) })),
            mark("3", json!({ "family_id": cleo.id, "mark": "late", "adults": 2 })),
        ]));
        assert_eq!(answers[0]["child_ids"], json!([ada.children[0]]), "the other is at school");
        let register = opened(&desk, &session);
        let sources: Vec<Value> = [&ada, &bea, &cleo]
            .map(|family| said(&register, &family.children[0])["mark"]["source"].clone())
            .to_vec();
        assert_eq!(sources, ["card", "number", "name"]);
        assert_eq!(register["room"]["inside"], json!({ "adults": 4, "children": 3 }));
        assert!(register["parties"].as_array().expect("three").iter().all(|party| party["walk_in"] == true));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 3, withdrawn: 0 });

        // It was a mistake: the family is off the register, and stays in its history.
        let wrong = json!({ "family_id": cleo.id, "mark": "did_not_come", "corrects": "3" });
        takes(&desk, &session, json!([mark("4", wrong)]));
        assert_eq!(opened(&desk, &session)["parties"].as_array().expect("two").len(), 2);
        assert_eq!(contacts_of(app, &session), Contacts { standing: 2, withdrawn: 1 });
    }

    fn a_new_family_is_a_member_from_its_first_mark_however_often_it_is_sent(app) {
        let world = World::new(app);
        let session = open_play(&world, json!({}));
        app.set_clock("2026-11-23T10:05:00Z");
        let new = mark("n-1", json!({ "walk_in": { "key": "w", "family": {
            "carers": [{ "name": "Amina Khan", "phone": "07700 900123" }], "postcode": "M31 4FL",
            "children": [{ "name": "Yusuf Khan", "born_on": "2024-05-14" }] } } }));
        let before = count_families(app);
        let first = takes(&world.staff, &session, json!([new]));
        let family = first[0]["family_id"].as_str().expect("a family").to_owned();
        let again = takes(&world.staff, &session, json!([new]));
        assert_eq!((&again[0]["again"], &again[0]["family_id"]), (&json!(true), &json!(family)));
        // A second mark of the same family, by the device's own name for it.
        let late = json!({ "walk_in": { "key": "w" }, "mark": "late", "corrects": "n-1",
            "at": "2026-11-23T10:04:00Z" });
        assert_eq!(takes(&world.staff, &session, json!([mark("n-2", late)]))[0]["family_id"], family);
        assert_eq!(count_families(app), before + 1);
        let shown = world.staff.get(&format!("/api/v1/families/{family}")).expect(200);
        assert_eq!(shown["membership"]["status"], "member");
        assert_eq!(shown["centre_id"], world.centre);
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 0 });

        let unknown = mark("n-3", json!({ "walk_in": { "key": "nobody" } }));
        is_problem(&taken(&world.staff, &session, json!([unknown]))[0], "not_found");
        let half = mark("n-4", json!({ "walk_in": { "family": { "carers": [], "children": [] } } }));
        is_problem(&taken(&world.staff, &session, json!([half]))[0], "invalid_request");
        // Who does not wish to join leaves no more than a guest does.
        let much = mark("n-5", json!({ "walk_in": { "family": { "guest": true,
            "carers": [{ "name": "Cleo", "phone": "07700 900124" }],
            "children": [{ "name": "Dan", "born_on": "2024-05-14" }] } } }));
        is_problem(&taken(&world.staff, &session, json!([much]))[0], "invalid_request");
        assert_eq!(count_families(app), before + 1);
    }

    fn nobody_is_met_before_the_birth(app) {
        let world = World::new(app);
        let session = open_play(&world, json!({}));
        app.set_clock("2026-12-20T10:00:00Z");
        let later = world.family_of("Later", &["2026-12-01"]);
        let both = world.family_of("Both", &["2026-12-01", "2024-03-01"]);
        let of = |client: &str, changed: Value| mark(client, changed);
        let refused = [
            of("a", json!({ "family_id": later.id })),
            of("b", json!({ "family_id": later.id, "child_id": later.children[0] })),
            of("c", json!({ "family_id": both.id, "child_id": both.children[0], "mark": "late" })),
            of("d", json!({ "membership_number": number(&world, &later) })),
        ];
        for answer in taken(&world.staff, &session, json!(refused)) {
            is_problem(&answer, "invalid_request");
        }
        assert_eq!(contacts_of(app, &session), Contacts { standing: 0, withdrawn: 0 });
        // Brother and mother came; of the mother alone it is said how many adults.
        let came = takes(&world.staff, &session, json!([
            of("e", json!({ "family_id": both.id })),
            of("f", json!({ "family_id": later.id, "adults": 1 })),
            of("g", json!({ "family_id": later.id, "child_id": later.children[0], "mark": "did_not_come" })),
        ]));
        assert_eq!(came[0]["child_ids"], json!([both.children[1]]));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 0 });

        // Where the expected are welcome, a child on its way is met.
        let bumps = open_play(&world, json!({ "title": "Bumps", "expectant_welcome": true }));
        let early = world.family_of("Early", &["2026-12-18"]);
        takes(&world.staff, &bumps, json!([of("h", json!({ "family_id": early.id, "child_id": early.children[0] }))]));
    }

    fn a_guest_is_let_in_with_the_least_and_deleted_in_time(app) {
        let world = World::new(app);
        let session = open_play(&world, json!({}));
        app.set_clock("2026-11-23T10:05:00Z");
        let guest = mark("g", json!({ "walk_in": { "guest": {
            "children": [{ "name": "Eve", "born_on": "2025-01" }] } } }));
        let family = takes(&world.staff, &session, json!([guest]))[0]["family_id"].clone();
        let register = opened(&world.staff, &session);
        let party = &register["parties"][0];
        assert_eq!((&party["guest"], &party["adult"]), (&json!(true), &Value::Null));
        assert_eq!(party["children"][0]["name"], "Eve");
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 0 });
        let shown = world.staff.get(&format!("/api/v1/families/{}", family.as_str().expect("an id")));
        assert_eq!(shown.expect(200)["membership"], Value::Null);

        // Who it was is gone after 30 days; that somebody came is not.
        app.set_clock("2026-12-24T10:00:00Z");
        let erased = app.store.write(Actor::service(), erase_guests).expect("guests are erased");
        assert_eq!(erased, 1);
        let register = opened(&world.staff, &session);
        assert!(!register.to_string().contains("Eve"), "{register}");
        assert_eq!(register["room"]["inside"], json!({ "adults": 1, "children": 1 }));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 0 });
        // A contact of nobody known is a guest's, and no damage.
        app.is_sound();
    }

    fn a_guest_that_walks_in_again_is_kept_for_30_days_from_then(app) {
        let world = World::new(app);
        let session = open_play(&world, json!({}));
        app.set_clock("2026-11-23T10:05:00Z");
        let guest = json!({ "walk_in": { "guest": { "name": "Zoe", "children": [] } } });
        let family = takes(&world.staff, &session, json!([mark("g", guest)]))[0]["family_id"].clone();
        let later = world.draft(json!({ "starts_at": "2026-12-07T10:00:00Z",
            "ends_at": "2026-12-07T11:30:00Z" }));
        app.set_clock("2026-12-07T10:05:00Z");
        let again = json!({ "family_id": family, "at": "2026-12-07T10:01:00Z" });
        takes(&world.staff, &later, json!([mark("again", again)]));

        let erased = || app.store.write(Actor::service(), erase_guests).expect("guests are erased");
        app.set_clock("2026-12-24T10:00:00Z");
        assert_eq!(erased(), 0);
        app.set_clock("2027-01-07T10:00:00Z");
        assert_eq!(erased(), 1);
    }

    fn one_key_used_by_two_tablets_brings_two_families(app) {
        let world = World::new(app);
        let session = open_play(&world, json!({}));
        app.set_clock("2026-11-23T10:05:00Z");
        let path = format!("/api/v1/sessions/{session}/register/marks");
        let sends = |device: &str, client: &str, guest: Value, said: &str| {
            let walk_in = crate::support::world::merged(json!({ "key": "walk-in-1" }), guest);
            let mark = mark(client, json!({ "walk_in": walk_in, "mark": said }));
            let answer = world.staff.post(&path, &json!({ "device": device, "marks": [mark] }));
            let answer = answer.expect(200)["marks"][0].clone();
            assert_eq!(answer["outcome"], "ok", "{answer}");
            answer["family_id"].clone()
        };
        let guest = |name: &str| json!({ "guest": { "name": name,
            "children": [{ "name": format!("Baby {name}"), "born_on": "2025-05" }] } });
        let before = count_families(app);
        let ada = sends("one", "1", guest("Ada"), "came");
        let bea = sends("two", "2", guest("Bea"), "came");
        assert_ne!(ada, bea);
        // Each tablet means its own, and the same people are the same family wherever it is from.
        assert_eq!(sends("two", "3", json!({}), "late"), bea);
        assert_eq!(sends("one", "4", json!({}), "late"), ada);
        assert_eq!(sends("three", "5", guest("Ada"), "came"), ada);
        assert_eq!(count_families(app), before + 2);
    }

    fn head_counts_are_added_apart_and_can_be_corrected(app) {
        let world = World::new(app);
        let session = open_play(&world, json!({}));
        app.set_clock("2026-11-23T10:05:00Z");
        takes(&world.staff, &session, json!([
            counted("h1", 2, 3, Value::Null), counted("h2", 1, 1, Value::Null),
        ]));
        let room = |at: &str| opened(&world.staff, &session)["room"][at].clone();
        assert_eq!(room("head_count"), json!({ "adults": 3, "children": 4 }));
        assert_eq!(room("inside"), json!({ "adults": 0, "children": 0 }));
        takes(&world.staff, &session, json!([counted("h3", 0, 0, json!("h1"))]));
        assert_eq!(room("head_count"), json!({ "adults": 1, "children": 1 }));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 0, withdrawn: 0 });
        let wrong = taken(&world.staff, &session, json!([counted("h4", -1, 0, Value::Null)]));
        is_problem(&wrong[0], "invalid_request");
    }

    fn the_safety_limit_stops_who_walks_in_and_never_who_booked(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Small room", "safety_limit": 6 }));
        let session = world.session(json!({ "activity_id": activity }));
        let (ada, bea, cleo) = (world.family("Ada"), world.family("Bea"), world.family("Cleo"));
        let booking = id(&ada.books(&session).expect(201));
        app.set_clock("2026-11-23T10:01:00Z");
        // Two are expected, so four may walk in.
        assert_eq!(opened(&world.staff, &session)["room"]["left"], 4);
        let of = |client: &str, family: &Family| mark(client, json!({ "family_id": family.id }));
        takes(&world.staff, &session, json!([of("1", &bea), counted("2", 1, 0, Value::Null)]));
        let answers = taken(&world.staff, &session, json!([
            of("3", &cleo), counted("4", 1, 1, Value::Null), counted("5", 0, 1, Value::Null),
        ]));
        is_problem(&answers[0], "room_full");
        is_problem(&answers[1], "room_full");
        assert_eq!(answers[2]["outcome"], "ok");
        takes(&world.staff, &session, json!([mark("6", json!({ "booking_id": booking, "adults": 2 }))]));

        // A tablet that was offline tells of somebody who is in already.
        app.set_clock("2026-11-23T10:30:00Z");
        takes(&world.staff, &session, json!([of("3", &cleo)]));
        let room = opened(&world.staff, &session)["room"].clone();
        assert_eq!((&room["left"], &room["inside"]["children"]), (&json!(0), &json!(3)));
    }

    fn in_an_adults_only_session_the_adults_are_met(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Parents' course", "adults_only": true }));
        let session = world.session(json!({ "activity_id": activity }));
        let family = world.family("Ada");
        let booking = id(&family.asks(&session, json!({ "child_ids": [], "adults": 2 })).expect(201));
        app.set_clock("2026-11-23T10:05:00Z");
        takes(&world.staff, &session, json!([mark("a", json!({ "booking_id": booking }))]));
        let adults = |app: &TestApp| -> Vec<i32> {
            let session = session.clone();
            let read = app.store.read(Actor::service(), move |tx| {
                Ok(contacts::table
                    .filter(contacts::session_id.eq(session))
                    .filter(contacts::withdrawn_at.is_null())
                    .filter(contacts::child_id.is_null())
                    .select(contacts::adults)
                    .load(tx.conn())?)
            });
            read.expect("contacts are read")
        };
        assert_eq!(adults(app), [2]);
        let one = json!({ "booking_id": booking, "adults": 1, "corrects": "a",
            "at": "2026-11-23T10:02:00Z" });
        takes(&world.staff, &session, json!([mark("b", one)]));
        assert_eq!(adults(app), [1]);
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 1 });
    }
}
