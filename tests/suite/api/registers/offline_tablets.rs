//! Two tablets that were offline: however their queues arrive, the register is the same. Through
//! HTTP, every interleaving; the rule itself is tried in every order beside it, in
//! `src/attendance/merging/tests.rs`, with the control that the last received would not do.

use std::thread;

use serde_json::{Value, json};

use super::{Contacts, contacts_of, mark, opened, said, takes};
use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::world::{Family, World, id};

/// Every way in which two queues may be dealt into one, each keeping its own order.
fn interleavings(a: &[Value], b: &[Value]) -> Vec<Vec<Value>> {
    let (Some((first_a, rest_a)), Some((first_b, rest_b))) = (a.split_first(), b.split_first())
    else {
        return vec![[a, b].concat()];
    };
    let with = |first: &Value, rest: Vec<Vec<Value>>| {
        let whole = |rest: Vec<Value>| [vec![first.clone()], rest].concat();
        rest.into_iter().map(whole).collect::<Vec<_>>()
    };
    let mut all = with(first_a, interleavings(rest_a, b));
    all.extend(with(first_b, interleavings(a, rest_b)));
    all
}

/// A session that nobody books, with the same two families in reach of staff.
fn sessions(world: &World, count: usize) -> Vec<String> {
    let open = world.activity(json!({ "title": "Open play", "access": "drop_in" }));
    let one = |number: usize| {
        world.session(json!({ "activity_id": open, "leader": format!("Leader {number}") }))
    };
    (0..count).map(one).collect()
}

fn sends_one(world: &World, session: &str, mark: &Value) {
    let device = mark["client_id"].as_str().expect("an id")[..1].to_owned();
    let body = json!({ "device": device, "marks": [mark] });
    let path = format!("/api/v1/sessions/{session}/register/marks");
    let answer = world.staff.post(&path, &body).expect(200);
    assert_eq!(answer["marks"][0]["outcome"], "ok", "{answer}");
}

/// What a register and its history say, without what tells one session from another.
fn state(app: &TestApp, staff: &Client, session: &str) -> Value {
    let register = opened(staff, session);
    let log = staff.get(&format!("/api/v1/sessions/{session}/register/marks")).expect(200);
    let told = ["client_id", "family_id", "child_id", "mark", "adults", "stands", "conflict"];
    let rows = log["items"].as_array().expect("marks").iter();
    let mut rows: Vec<String> =
        rows.map(|row| told.map(|name| row[name].to_string()).join(" ")).collect();
    rows.sort();
    let live = contacts_of(app, session).standing;
    let shown = ["parties", "room", "head_counts", "conflicts"].map(|name| register[name].clone());
    json!([rows, shown, live])
}

fn queues(ada: &Family, bea: &Family) -> [Vec<Value>; 2] {
    let at = |minute: u32| format!("2026-11-23T10:{minute:02}:00Z");
    let of = |client: &str, minute: u32, family: &Family, said: &str| {
        mark(client, json!({ "family_id": family.id, "mark": said, "at": at(minute) }))
    };
    let mut puts_right = of("b3", 9, bea, "did_not_come");
    puts_right["corrects"] = json!("a2");
    let count = |client: &str, minute: u32, children: i32, corrects: Value| {
        json!({ "client_id": client, "at": at(minute), "corrects": corrects,
            "head_count": { "adults": 1, "children": children } })
    };
    [
        vec![of("a1", 1, ada, "came"), of("a2", 5, bea, "came"), count("a3", 6, 4, Value::Null)],
        vec![of("b1", 3, ada, "late"), puts_right, count("b2", 7, 2, json!("a3"))],
    ]
}

both! {
    fn every_interleaving_of_two_tablets_ends_in_one_register(app) {
        let world = World::new(app);
        let (ada, bea) = (world.family_of("Ada", &["2024-03-01", "2025-06-01"]), world.family("Bea"));
        let [a, b] = queues(&ada, &bea);
        let orders = interleavings(&a, &b);
        assert_eq!(orders.len(), 20);
        let sessions = sessions(&world, orders.len());
        app.set_clock("2026-11-23T12:00:00Z");
        let mut ends = Vec::new();
        for (order, session) in orders.iter().zip(&sessions) {
            for mark in order {
                sends_one(&world, session, mark);
            }
            ends.push(state(app, &world.staff, session));
        }
        for (end, order) in ends.iter().zip(&orders) {
            assert_eq!(end, &ends[0], "{order:?}");
        }
        // And it is the right one: Ada's is disputed and here, Bea's was put right.
        let register = opened(&world.staff, &sessions[0]);
        let of_ada = said(&register, &ada.children[0]);
        assert_eq!(of_ada["mark"]["client_id"], "b1");
        assert_eq!(of_ada["conflicts"][0]["client_id"], "a1");
        assert_eq!(register["room"]["inside"], json!({ "adults": 1, "children": 2 }));
        assert_eq!(register["room"]["head_count"], json!({ "adults": 1, "children": 2 }));
    }

    fn every_mark_sent_again_backwards_changes_nothing(app) {
        let world = World::new(app);
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let [a, b] = queues(&ada, &bea);
        let sessions = sessions(&world, 2);
        app.set_clock("2026-11-23T12:00:00Z");
        for mark in a.iter().chain(&b) {
            sends_one(&world, &sessions[0], mark);
        }
        for mark in b.iter().rev().chain(a.iter().rev()).chain(&a).chain(&b) {
            sends_one(&world, &sessions[1], mark);
        }
        let end = |session: &String| state(app, &world.staff, session);
        assert_eq!(end(&sessions[0]), end(&sessions[1]));
    }

    fn two_tablets_that_send_at_once_end_in_one_register(app) {
        let world = World::new(app);
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let [a, b] = queues(&ada, &bea);
        let sessions = sessions(&world, 2);
        app.set_clock("2026-11-23T12:00:00Z");
        for mark in a.iter().chain(&b) {
            sends_one(&world, &sessions[0], mark);
        }
        thread::scope(|scope| {
            for queue in [&a, &b, &a, &b] {
                let (world, session) = (&world, &sessions[1]);
                scope.spawn(move || queue.iter().for_each(|mark| sends_one(world, session, mark)));
            }
        });
        let end = |session: &String| state(app, &world.staff, session);
        assert_eq!(end(&sessions[0]), end(&sessions[1]));
    }

    fn a_conflict_is_shown_until_somebody_puts_it_right(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let booking = id(&family.books(&session).expect(201));
        app.set_clock("2026-11-23T12:00:00Z");
        let by = |client: &str, minute: u32, said: &str| {
            let at = format!("2026-11-23T10:{minute:02}:00Z");
            mark(client, json!({ "booking_id": booking, "mark": said, "at": at }))
        };
        sends_one(&world, &session, &by("a1", 5, "did_not_come"));
        sends_one(&world, &session, &by("b1", 2, "came"));
        let register = opened(&world.staff, &session);
        let child = said(&register, &family.children[0]);
        assert_eq!(child["mark"]["mark"], "did_not_come", "the later by the clocks");
        assert_eq!(child["conflicts"][0]["mark"], "came");
        assert_eq!(register["conflicts"], 2, "the child's and the adult's");
        assert_eq!(contacts_of(app, &session), Contacts { standing: 0, withdrawn: 0 });

        let mut right = by("c1", 59, "came");
        right["corrects"] = json!("a1");
        let answers = takes(&world.staff, &session, json!([right]));
        assert_eq!(answers[0]["conflict"], false);
        let register = opened(&world.staff, &session);
        assert_eq!(register["conflicts"], 0);
        assert_eq!(said(&register, &family.children[0])["conflicts"], json!([]));
        assert_eq!(contacts_of(app, &session), Contacts { standing: 1, withdrawn: 0 });
    }
}
