//! Whose file a centre may open: its own families', and of those that booked there themselves, by a
//! professional, or came by card. A number that was typed and an id that was guessed open nothing.

use chrono::TimeDelta;
use firstplace::access::Role;
use firstplace::membership::number::Number;
use serde_json::{Value, json};

use crate::api::registers::{is_problem, mark, opened, taken, takes};
use crate::support::app::{START, both};
use crate::support::client::Client;
use crate::support::paper::{codes, of_svg};
use crate::support::people::Person;
use crate::support::world::{World, id};

/// A family of another centre, its own staff, its membership number and its card's code.
struct Far {
    id: String,
    children: Vec<String>,
    parent: Client,
    number: String,
    code: String,
}

fn far(world: &World, name: &str) -> Far {
    let body = json!({ "name": format!("Far {name}"), "phone": "0161 912 2123" });
    let centre = id(&world.admin.post("/api/v1/centres", &body).expect(201));
    let there = Person { centre: Some(&centre), ..Person::default() };
    let staff = world.app.sign_in(Role::Staff, &there);
    let body = json!({ "carers": [{ "name": name, "email": format!("{name}@example.org") }],
        "children": [{ "name": format!("Child of {name}"), "born_on": "2025-11-01" }],
        "centre_id": centre });
    let made = staff.post("/api/v1/families", &body).expect(201);
    let number = made["membership"]["number"].as_str().expect("a number").to_owned();
    let svg = staff.get(&format!("/api/v1/memberships/{number}/card.svg")).text;
    let family = id(&made);
    let parent = Person {
        family: Some(&family),
        carer: made["carers"][0]["id"].as_str(),
        ..Person::default()
    };
    Far {
        parent: world.app.sign_in(Role::Parent, &parent),
        code: codes(&of_svg(&svg)).pop().expect("a code"),
        children: vec![id(&made["children"][0])],
        id: family,
        number,
    }
}

/// Everywhere a family's file is looked for.
#[track_caller]
fn opens(who: &Client, family: &Far, yes: bool) {
    let status = if yes { 200 } else { 404 };
    who.get(&format!("/api/v1/families/{}", family.id)).expect(status);
    who.get(&format!("/api/v1/memberships/{}", family.number)).expect(status);
    who.get(&format!("/api/v1/bookings?family_id={}", family.id)).expect(status);
    for list in ["/api/v1/families".to_owned(), format!("/api/v1/families?q={}", family.number)] {
        let listed = who.get(&list).expect(200).to_string();
        assert_eq!(listed.contains(&family.id), yes, "{list}: {listed}");
    }
}

fn desks(world: &World) -> [Client; 2] {
    let here = Person { centre: Some(&world.centre), ..Person::default() };
    [world.app.sign_in(Role::FrontDesk, &here), world.app.sign_in(Role::Staff, &here)]
}

fn open_play(world: &World) -> String {
    let activity = world.activity(json!({ "title": "Open play", "access": "drop_in" }));
    world.session(json!({ "activity_id": activity }))
}

both! {
    fn a_typed_number_marks_and_opens_no_file_but_a_scanned_card_does(app) {
        let world = World::new(app);
        let session = open_play(&world);
        let (ada, bea) = (far(&world, "ada"), far(&world, "bea"));
        app.set_clock("2026-11-23T10:05:00Z");
        for who in &desks(&world) {
            takes(who, &session, json!([mark("number", json!({ "membership_number": ada.number }))]));
            assert!(opened(who, &session).to_string().contains("Child"), "it is named there");
            opens(who, &ada, false);
        }
        for who in &desks(&world) {
            opens(who, &bea, false);
        }
        let [desk, staff] = desks(&world);
        takes(&desk, &session, json!([mark("card", json!({ "card_code": bea.code }))]));
        for who in [&desk, &staff] {
            opens(who, &bea, true);
        }
        // A year later it has not been here.
        app.advance(TimeDelta::days(366));
        opens(&staff, &bea, false);
    }

    fn an_id_out_of_scope_is_unknown_to_marks_and_bookings(app) {
        let world = World::new(app);
        let (play, session) = (open_play(&world), world.session(json!({})));
        let ada = far(&world, "ada");
        let party = json!({ "family_id": ada.id, "child_ids": ada.children, "adults": 1,
            "reason": "Rang." });
        let path = format!("/api/v1/sessions/{session}/bookings");
        for who in &desks(&world) {
            who.post(&path, &party).refused(404, "not_found");
            let unknown = json!({ "family_id": "nothing", "child_ids": [], "adults": 1 });
            who.post(&path, &unknown).refused(404, "not_found");
        }
        for who in &desks(&world) {
            for family in [ada.id.as_str(), "nothing"] {
                let said = json!({ "family_id": family, "mark": "told_us", "at": START });
                let by_id = json!([mark(family, said)]);
                is_problem(&taken(who, &play, by_id)[0], "not_found");
            }
            opens(who, &ada, false);
        }
        // What the family asks for itself does open its file where it will come.
        ada.parent.post(&path, &json!({ "child_ids": ada.children, "adults": 1 })).expect(201);
        for who in &desks(&world) {
            opens(who, &ada, true);
        }
    }

    fn what_staff_booked_widens_nothing_when_the_family_moves_on(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let body = json!({ "family_id": family.id, "child_ids": family.children, "adults": 1 });
        world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &body).expect(201);
        let path = format!("/api/v1/families/{}", family.id);
        let moved = family.id.as_str().into();
        let leave = move |tx: &mut firstplace::db::Tx| {
            use diesel::prelude::*;
            use firstplace::db::schema::families;
            let nowhere: Option<String> = None;
            tx.note_family(&moved);
            diesel::update(families::table).set(families::centre_id.eq(nowhere)).execute(tx.conn())?;
            Ok(())
        };
        world.staff.get(&path).expect(200);
        app.store.write(firstplace::access::Actor::service(), leave).expect("it moves");
        world.staff.get(&path).refused(404, "not_found");
        let listed = world.staff.get("/api/v1/families").expect(200);
        assert_eq!(listed["items"], json!([]));
    }

    fn numbers_cannot_be_tried_by_the_thousand(app) {
        let world = World::new(app);
        let session = open_play(&world);
        let ada = far(&world, "ada");
        app.set_clock("2026-11-23T10:05:00Z");
        let typed = |number: &str| {
            mark(&format!("n-{number}"), json!({ "membership_number": number }))
        };
        let wrong = |count: usize| -> Vec<Value> {
            (0..count).map(|_| typed(&Number::random().to_string())).collect()
        };
        let desk = &desks(&world)[0];
        let many = json!({ "marks": wrong(51) });
        let path = format!("/api/v1/sessions/{session}/register/marks");
        desk.post(&path, &many).refused(422, "invalid_request");

        let mut marks = wrong(20);
        marks.push(typed(&ada.number));
        let answers = taken(desk, &session, json!(marks));
        for answer in &answers[..20] {
            is_problem(answer, "not_found");
        }
        is_problem(&answers[20], "too_many_attempts");
        assert!(!opened(desk, &session).to_string().contains("Child of ada"));
        // Whoever waits may type again; another account was never kept from it.
        let other = &desks(&world)[0];
        assert_eq!(taken(other, &session, json!([typed(&ada.number)]))[0]["outcome"], "ok");
        app.advance(TimeDelta::hours(1));
        assert_eq!(taken(desk, &session, json!([typed(&ada.number)]))[0]["outcome"], "ok");
    }
}
