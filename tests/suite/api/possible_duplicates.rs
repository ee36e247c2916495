//! Records of one family made twice: found, joined, and parted again. And one child of two
//! households, where nothing of one shows the other.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::Tx;
use firstplace::db::schema::families;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::people::Person;
use crate::support::state::state;
use crate::support::world::{Family, World, id, merged};

/// What a join may leave behind when it was taken back.
const TRACES: &[&str] = &[
    "audit",
    "audit_families",
    "audit_seals",
    "record_joins",
    "record_join_moves",
    "idempotency",
    "job_runs",
    "generations",
    "child_facts",
    "refusals",
];

fn rows(app: &TestApp) -> BTreeMap<String, Vec<String>> {
    state(app, TRACES)
}

/// A record made on its own, whatever is on record already: somebody wrote a birth date wrongly, and
/// it was put right later.
fn family(world: &World, changed: Value) -> Value {
    let plain = json!({
        "carers": [{ "name": "Amina Khan", "email": "amina@example.org" }],
        "children": [{ "name": "Yusuf Khan", "born_on": "2025-11-01" }],
        "postcode": "M31 4FL", "centre_id": world.centre,
    });
    let right = merged(plain, changed);
    let mut wrong = right.clone();
    for child in wrong["children"].as_array_mut().expect("children") {
        let number = SERIAL.fetch_add(1, Ordering::Relaxed);
        child["born_on"] =
            json!(format!("2024-{:02}-{:02}", 1 + number / 28 % 12, 1 + number % 28));
    }
    let made = world.staff.post("/api/v1/families", &wrong).expect(201);
    let children = right["children"].as_array().expect("children").iter().enumerate();
    let children: Vec<Value> = children
        .map(|(at, child)| merged(child.clone(), json!({ "id": made["children"][at]["id"] })))
        .collect();
    let path = format!("/api/v1/families/{}", id(&made));
    let version = format!("\"{}\"", made["version"]);
    let patch = world.staff.call(Method::PATCH, &path).json(&json!({ "children": children }));
    patch.if_match(&version).send().expect(200)
}

static SERIAL: AtomicU32 = AtomicU32::new(0);

/// The pairs on the list that a family is in.
fn pairs(client: &Client, family: &str) -> Vec<Value> {
    let path = format!("/api/v1/possible-duplicates?family_id={family}");
    client.get(&path).expect(200)["items"].as_array().expect("items").clone()
}

fn joins(client: &Client, kept: &str, body: &Value) -> Answer {
    client.post(&format!("/api/v1/families/{kept}/join-records"), body)
}

fn undoes(client: &Client, joined: &Value) -> Answer {
    client.post(&format!("/api/v1/joined-records/{}/undo", id(joined)), &json!({}))
}

fn restrict(client: &Client, family: &str) {
    let path = format!("/api/v1/families/{family}/restriction");
    let body = json!({ "restricted": true, "unsafe_address": false });
    client.call(Method::PUT, &path).json(&body).send().expect(200);
}

fn pair(one: &Value, other: &Value) -> Value {
    json!([[one["children"][0]["id"], other["children"][0]["id"]]])
}

/// As many children of a year as there are families.
fn two(world: &World) -> (Family, Family) {
    (world.family("Amina Khan"), world.family("Amina Kahn"))
}

both! {
    fn records_that_may_be_the_same_are_shown_with_their_reasons(app) {
        let world = World::new(app);
        let one = family(&world, json!({}));
        let twin = family(&world, json!({
            "carers": [{ "name": "Amina Malik", "former_name": "Amina Khan",
                "phone": "07700 900123" }],
            "children": [{ "name": "Yousuf Khan", "born_on": "2025-11-01" }],
        }));
        family(&world, json!({
            "carers": [{ "name": "Sarah Taylor", "email": "sarah@example.org" }],
            "children": [{ "name": "Noah Taylor", "born_on": "2025-11-01" }],
        }));
        let found = pairs(&world.staff, &id(&one));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["family"]["id"], one["id"]);
        assert_eq!(found[0]["other_family"]["id"], twin["id"]);
        assert_eq!(found[0]["reasons"], json!([
            "a child with nearly the same name and birth date",
            "the same postcode",
            "an adult under a former name",
        ]));
        assert_eq!(found[0]["score"], 100);
        assert_eq!(found[0]["children"], pair(&one, &twin));
        assert_eq!(pairs(&world.staff, &id(&twin)).len(), 1);

        let lead = app.as_role(Role::SafeguardingLead);
        restrict(&lead, &id(&twin));
        assert!(pairs(&world.staff, &id(&one)).is_empty());
        assert_eq!(pairs(&lead, &id(&one)).len(), 1);
    }

    fn a_pair_is_dismissed_once_or_joined_and_then_gone_from_the_list(app) {
        let world = World::new(app);
        let (one, other) = (family(&world, json!({})), family(&world, json!({})));
        let found = pairs(&world.staff, &id(&one));
        let dismiss = format!("/api/v1/possible-duplicates/{}/dismiss", id(&found[0]));
        world.staff.post(&dismiss, &json!({})).expect(200);
        assert!(pairs(&world.staff, &id(&one)).is_empty());
        world.staff.post(&dismiss, &json!({})).refused(404, "not_found");

        let third = family(&world, json!({}));
        let found = pairs(&world.staff, &id(&third));
        assert_eq!(found.len(), 2, "with each; the dismissed pair is not found again");
        let join = format!("/api/v1/possible-duplicates/{}/join", id(&found[0]));
        let wrong = json!({ "keep": other["id"] });
        let of_first = found[0]["family"]["id"] == one["id"];
        if of_first {
            world.staff.post(&join, &wrong).refused(422, "invalid_request");
        }
        let preview = world.staff.post(&join, &json!({ "preview": true })).expect(200);
        assert_eq!(preview["id"], Value::Null);
        world.staff.post(&join, &json!({ "keep": third["id"] })).expect(200);
        assert_eq!(pairs(&world.staff, &id(&third)).len(), 1);
    }

    fn a_ring_of_joined_records_ends_and_the_auditor_names_it(app) {
        let world = World::new(app);
        let (one, other) = (family(&world, json!({})), family(&world, json!({})));
        let (first, second) = (id(&one), id(&other));
        let mut ring = [first.clone(), second.clone()];
        ring.sort();
        let write = {
            let (first, second) = (first.clone(), second.clone());
            move |tx: &mut Tx| {
                for (from, into) in [(&first, &second), (&second, &first)] {
                    diesel::update(families::table.find(from))
                        .set(families::joined_into.eq(into))
                        .execute(tx.conn())?;
                }
                Ok(())
            }
        };
        // The control: no ring yet.
        app.is_sound();
        app.store.write(Actor::service(), write).expect("it can be written");

        for record in [&first, &second] {
            world.staff.get(&format!("/api/v1/families/{record}"));
            world.staff.get(&format!("/api/v1/contacts?family_id={record}"));
        }
        world.staff.get("/api/v1/contacts").expect(200);
        app.expect_broken(&["in a ring", "search keys match it", "in its history"]);
        let named = format!("{}, {}", ring[0], ring[1]);
        assert!(app.broken().iter().any(|line| line.contains(&named)), "{:?}", app.broken());
    }

    fn a_preview_changes_nothing_and_undoing_a_join_restores_everything(app) {
        let world = World::new(app);
        let (one, other) = two(&world);
        let (first, second) = (world.session(later(1)), world.session(later(7)));
        let past = world.session(later(0));
        one.books(&first).expect(201);
        other.books(&second).expect(201);
        one.books(&past).expect(201);
        other.books(&past).expect(201);
        other.parent.post(&format!("/api/v1/sessions/{second}/alerts"), &json!({}));
        world.staff.post(&format!("/api/v1/families/{}/groups", other.id),
            &json!({ "code": "lone_parent" })).expect(201);
        app.set_clock("2026-11-25T10:00:00Z");
        app.sweep();

        let before = rows(app);
        let children = json!([[one.children[0], other.children[0]]]);
        let body = json!({ "family_id": other.id, "children": children });
        let tried = merged(body.clone(), json!({ "preview": true }));
        let tried = joins(&world.staff, &one.id, &tried).expect(200);
        assert_eq!(tried["against"], json!([]));
        assert_eq!(tried["id"], Value::Null);
        assert!(tried["moves"]["bookings"].as_u64() >= Some(2), "{tried}");
        assert_eq!(rows(app), before, "a preview changes nothing");

        let joined = joins(&world.staff, &one.id, &body).expect(200);
        assert_ne!(rows(app), before);
        app.is_sound();
        let shown = world.staff.get(&format!("/api/v1/families/{}", one.id)).expect(200);
        assert_eq!(shown["carers"].as_array().map(Vec::len), Some(2));
        assert_eq!(shown["children"].as_array().map(Vec::len), Some(1));
        let old = world.staff.get(&format!("/api/v1/families/{}", other.id)).expect(200);
        assert_eq!(old["id"], one.id, "the old record leads to the kept one");
        other.parent.get(&format!("/api/v1/families/{}", one.id)).expect(200);

        undoes(&world.staff, &joined).expect(200);
        assert_eq!(rows(app), before, "undoing restores everything");
        app.is_sound();
        undoes(&world.staff, &joined).refused(409, "no_longer_open");
    }

    fn brothers_and_sisters_and_adults_come_along_and_both_numbers_lead_here(app) {
        let world = World::new(app);
        let one = family(&world, json!({}));
        let other = family(&world, json!({
            "carers": [{ "name": "A Khan", "email": "amina@example.org" }, { "name": "Bilal Khan" }],
            "children": [{ "name": "Yusuf Khan", "born_on": "2025-11-01" },
                { "name": "Aisha Khan", "born_on": "2023-02-03" }],
        }));
        let body = json!({ "family_id": other["id"], "children": pair(&one, &other),
            "carers": [[one["carers"][0]["id"], other["carers"][0]["id"]]] });
        let joined = joins(&world.staff, &id(&one), &body).expect(200);
        let shown = world.staff.get(&format!("/api/v1/families/{}", id(&one))).expect(200);
        let names = |kind: &str| -> Vec<String> {
            let people = shown[kind].as_array().expect("people").iter();
            people.map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
        };
        assert_eq!(names("carers"), ["Amina Khan", "Bilal Khan"]);
        assert_eq!(names("children"), ["Yusuf Khan", "Aisha Khan"]);
        assert_eq!(shown["membership"]["number"], one["membership"]["number"]);

        let listed = world.staff.get("/api/v1/families").expect(200);
        assert_eq!(listed["items"].as_array().map(Vec::len), Some(1));
        for number in [&one["membership"]["number"], &other["membership"]["number"]] {
            let path = format!("/api/v1/families?q={}", number.as_str().expect("a number"));
            let found = world.staff.get(&path).expect(200);
            assert_eq!(found["items"][0]["id"], one["id"], "{number}");
            let number = number.as_str().expect("a number");
            let path = format!("/api/v1/memberships/{number}");
            let shown = world.staff.get(&path).expect(200);
            assert_eq!(shown["number"], one["membership"]["number"], "{shown}");
        }
        let found = world.staff.get("/api/v1/families?q=bilal").expect(200);
        assert_eq!(found["items"][0]["id"], one["id"]);

        let gone = json!({ "family_id": other["id"] });
        joins(&world.staff, &id(&one), &gone).refused(404, "not_found");
        undoes(&world.staff, &joined).expect(200);
        let listed = world.staff.get("/api/v1/families").expect(200);
        assert_eq!(listed["items"].as_array().map(Vec::len), Some(2));
    }

    fn what_both_hold_in_a_coming_session_is_settled_by_a_person_first(app) {
        let world = World::new(app);
        let (one, other) = two(&world);
        let session = world.session(json!({}));
        one.books(&session).expect(201);
        let booking = other.books(&session).expect(201);
        let body = json!({ "family_id": other.id });
        let before = rows(app);
        let refused = joins(&world.staff, &one.id, &body).refused(409, "records_cannot_be_joined");
        assert_eq!(refused["against"][0]["session_id"], session);
        let preview = merged(body.clone(), json!({ "preview": true }));
        let tried = joins(&world.staff, &one.id, &preview).expect(200);
        assert_eq!(tried["against"][0]["session_id"], session);
        assert_eq!(rows(app), before);

        other.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&booking)), &json!({}))
            .expect(200);
        joins(&world.staff, &one.id, &body).expect(200);
        app.is_sound();
        assert_eq!(world.shown(&session)["places_left"], 7);
    }

    fn a_join_is_not_undone_over_what_came_since(app) {
        let world = World::new(app);
        let (one, other) = two(&world);
        let session = world.session(json!({}));
        let joined = joins(&world.staff, &one.id, &json!({ "family_id": other.id })).expect(200);
        let party = json!({ "family_id": one.id, "child_ids": other.children });
        let booking = one.asks(&session, party).expect(201);
        let before = rows(app);
        let refused = undoes(&world.staff, &joined).refused(409, "records_cannot_be_joined");
        assert_eq!(refused["against"][0]["session_id"], session);
        assert_eq!(rows(app), before);
        one.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&booking)), &json!({}))
            .expect(200);
        undoes(&world.staff, &joined).expect(200);
    }

    fn restricted_records_are_joined_by_the_safeguarding_lead_only(app) {
        let world = World::new(app);
        let (one, other) = two(&world);
        let lead = app.as_role(Role::SafeguardingLead);
        restrict(&lead, &other.id);
        let body = json!({ "family_id": other.id });
        joins(&world.staff, &one.id, &body).refused(404, "not_found");
        let joined = joins(&lead, &one.id, &body).expect(200);
        world.staff.get(&format!("/api/v1/families/{}", one.id)).refused(404, "not_found");
        undoes(&world.staff, &joined).refused(404, "not_found");
        undoes(&lead, &joined).expect(200);
        world.staff.get(&format!("/api/v1/families/{}", one.id)).expect(200);
        one.parent.post(&format!("/api/v1/families/{}/join-records", one.id), &body)
            .refused(403, "not_allowed");
    }

    fn one_child_of_two_households_shows_neither_the_other(app) {
        let world = World::new(app);
        let there = Person { centre: Some(&world.centre), ..Person::default() };
        let desk = app.sign_in(Role::FrontDesk, &there);
        let one = world.family("Yusuf Khan");
        let body = json!({
            "carers": [{ "name": "Bilal Secret", "email": "bilal@secret.example.org",
                "phone": "07700 900999" }],
            "children": [{ "name": "Yusuf Khan 0", "born_on": "2025-11-01" }],
            "postcode": "WA14 1AB", "centre_id": world.centre,
        });
        let other = world.staff.post("/api/v1/families", &body).expect(201);
        let person = Person { family: other["id"].as_str(), carer: other["carers"][0]["id"].as_str(),
            ..Person::default() };
        let father = app.sign_in(Role::Parent, &person);
        let session = world.session(json!({}));
        one.books(&session).expect(201);

        let before = rows(app);
        let path = format!("/api/v1/families/{}/join-children", one.id);
        let body = json!({ "family_id": other["id"],
            "children": [[one.children[0], other["children"][0]["id"]]] });
        world.staff.post(&path, &merged(body.clone(), json!({ "preview": true }))).expect(200);
        assert_eq!(rows(app), before);
        let joined = world.staff.post(&path, &body).expect(200);
        app.is_sound();

        let of_other = id(&other);
        let seen_by_one = [
            one.parent.get(&format!("/api/v1/families/{}", one.id)).text,
            one.parent.get("/api/v1/families").text,
            one.parent.get("/api/v1/families?q=yusuf").text,
            one.parent.get("/api/v1/families?q=secret").text,
            one.parent.get(&format!("/api/v1/families/{of_other}")).text,
            desk.get(&format!("/api/v1/families/{}", one.id)).text,
            world.staff.get(&format!("/api/v1/families/{}", one.id)).text,
            world.staff.get(&format!("/api/v1/possible-duplicates?family_id={}", one.id)).text,
        ];
        for text in &seen_by_one {
            for secret in ["Secret", "secret.example", "07700", "WA14", &of_other] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
        let seen_by_other = [
            father.get(&format!("/api/v1/families/{of_other}")).text,
            father.get("/api/v1/families?q=yusuf").text,
            father.get(&format!("/api/v1/families/{}", one.id)).text,
            world.staff.get(&format!("/api/v1/possible-duplicates?family_id={of_other}")).text,
        ];
        for text in &seen_by_other {
            assert!(!text.contains(&one.id) && !text.contains("yusuf.khan@"), "{text}");
        }
        // What one household changes of itself, the other does not see; both are found.
        for (line, found) in [("secret", &of_other), ("WA14", &of_other)] {
            let shown = world.staff.get(&format!("/api/v1/families?q={line}")).expect(200);
            let ids: Vec<String> =
                shown["items"].as_array().expect("items").iter().map(id).collect();
            assert_eq!(ids, [found.as_str()], "{line}");
        }
        let tasks = rows(app)["tasks"].clone();
        undoes(&world.staff, &joined).expect(200);
        let mut after = rows(app);
        assert_eq!(after.insert("tasks".to_owned(), Vec::new()), Some(tasks));
        let mut before = before;
        before.insert("tasks".to_owned(), Vec::new());
        assert_eq!(after, before);
    }

    fn a_child_written_otherwise_is_not_joined_across_households(app) {
        let world = World::new(app);
        let one = family(&world, json!({}));
        for child in [
            json!({ "name": "Yusuf Taylor", "born_on": "2025-11-01" }),
            json!({ "name": "Yusuf Khan", "born_on": "2025-11-02" }),
        ] {
            let other = family(&world, json!({ "children": [child] }));
            let body = json!({ "family_id": other["id"], "children": pair(&one, &other) });
            world.staff.post(&format!("/api/v1/families/{}/join-children", id(&one)), &body)
                .refused(409, "records_cannot_be_joined");
        }
        for (body, pointer) in [
            (json!({ "family_id": one["id"], "children": pair(&one, &one) }), "/children/0"),
            (json!({ "family_id": id(&family(&world, json!({}))), "children": [] }), "/children"),
        ] {
            let path = format!("/api/v1/families/{}/join-children", id(&one));
            let refused = world.staff.post(&path, &body).refused(422, "invalid_request");
            assert_eq!(refused["errors"][0]["pointer"], pointer);
        }
    }
}

/// A session so many days after the usual one.
fn later(days: u32) -> Value {
    let day = 23 + days;
    json!({
        "starts_at": format!("2026-11-{day}T13:00:00Z"),
        "ends_at": format!("2026-11-{day}T14:00:00Z"),
    })
}
