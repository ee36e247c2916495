//! Contacts by hand: who may record and see them, what fits their kind, what became of them later.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::Tx;
use firstplace::db::schema::sessions;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{Family, World, id, merged};

pub const CONTACTS: &str = "/api/v1/contacts";

pub fn visit(family: &Family, changed: Value) -> Value {
    let plain = json!({
        "kind": "home_visit", "on_day": "2026-11-16", "family_id": family.id,
        "child_ids": family.children,
    });
    merged(plain, changed)
}

fn listed(who: &Client, query: &str) -> Vec<Value> {
    let list = who.get(&format!("{CONTACTS}?{query}")).expect(200);
    list["items"].as_array().expect("items").clone()
}

pub fn partner(world: &World, name: &str, kind: &str) -> String {
    let body = json!({ "name": name, "kind": kind });
    id(&world.admin.post("/api/v1/partners", &body).expect(201))
}

fn of_partner(world: &World, partner: &str) -> Client {
    let person = Person { partner: Some(partner), team: Some("north"), ..Person::default() };
    world.app.sign_in(Role::Professional, &person)
}

both! {
    fn a_contact_is_recorded_for_each_child_and_listed_the_newest_first(app) {
        let world = World::new(app);
        let family = world.family_of("Ada", &["2025-11-01", "2023-05-01"]);
        let made = world.staff.post(CONTACTS, &visit(&family, json!({}))).expect(201);
        let made = made["items"].as_array().expect("items").clone();
        assert_eq!(made.len(), 2);
        assert_eq!(made[0]["child_id"], family.children[0].as_str());
        assert_eq!(made[0]["centre_id"], world.centre.as_str());
        assert_eq!(made[0]["source"], "hand");
        let call = json!({
            "kind": "phone_call", "on_day": "2026-11-10", "family_id": family.id, "adults": 1,
        });
        world.staff.post(CONTACTS, &call).expect(201);

        let of_family = format!("family_id={}", family.id);
        let kinds: Vec<Value> =
            listed(&world.staff, &of_family).iter().map(|one| one["kind"].clone()).collect();
        assert_eq!(kinds, ["home_visit", "home_visit", "phone_call"]);
        let of_child = format!("child_id={}", family.children[1]);
        assert_eq!(listed(&world.staff, &of_child).len(), 1);
        assert_eq!(listed(&world.staff, "kind=phone_call").len(), 1);
        assert_eq!(listed(&world.staff, "from=2026-11-11").len(), 2);
        assert_eq!(listed(&world.staff, "to=2026-11-10").len(), 1);
        assert_eq!(listed(&world.staff, &format!("centre_id={}", world.centre)).len(), 3);
        world.staff.get(&format!("{CONTACTS}?after=nowhere")).refused(422, "invalid_request");

        let first = world.staff.get(&format!("{CONTACTS}?limit=2")).expect(200);
        let next = first["next"].as_str().expect("a next page").to_owned();
        assert_eq!(listed(&world.staff, &format!("limit=2&after={next}")).len(), 1);
    }

    fn a_contact_that_does_not_fit_its_kind_is_refused_with_its_field(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let other = world.family("Bea");
        let nursery = partner(&world, "Happy Days Nursery", "early_years");
        let expected = json!({
            "carers": [{ "name": "Cy", "phone": "0161 912 2122" }],
            "children": [{ "name": "Baby", "due_on": "2026-12-20" }],
        });
        let expected = world.staff.post("/api/v1/families", &expected).expect(201);
        let of_expected = json!({
            "family_id": expected["id"], "child_ids": [expected["children"][0]["id"]],
        });
        for (changed, pointer) in [
            (json!({ "on_day": "2026-11-17" }), "/on_day"),
            (json!({ "on_day": "2025-10-31" }), "/on_day"),
            (json!({ "kind": "attendance" }), "/kind"),
            (json!({ "child_ids": [] }), "/adults"),
            (json!({ "adults": 1 }), "/adults"),
            (json!({ "child_ids": other.children }), "/child_ids/0"),
            (json!({ "taken_up": true }), "/taken_up"),
            (json!({ "kind": "health_review" }), "/partner_id"),
            (json!({ "kind": "health_review", "partner_id": nursery }), "/partner_id"),
            (json!({ "kind": "early_learning", "partner_id": nursery }), "/place"),
            (json!({ "kind": "school_place", "partner_id": nursery, "until_day": "2026-11-15" }),
                "/until_day"),
            (of_expected.clone(), "/child_ids"),
        ] {
            let problem = world.staff.post(CONTACTS, &visit(&family, changed.clone()));
            let problem = problem.refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer, "{changed}: {problem}");
        }
        assert_eq!(listed(&world.staff, "").len(), 0);
        let midwives = partner(&world, "Trafford midwives", "health");
        let review = json!({ "kind": "health_review", "partner_id": midwives });
        let antenatal = merged(visit(&family, of_expected), review);
        world.staff.post(CONTACTS, &antenatal).expect(201);
        let nobody = json!({ "kind": "home_visit", "on_day": "2026-11-16", "family_id": "nobody",
            "adults": 1 });
        world.staff.post(CONTACTS, &nobody).refused(404, "not_found");
    }

    fn a_place_that_ended_and_signposting_taken_up_become_new_records(app) {
        let world = World::new(app);
        let family = world.family_of("Ada", &["2024-05-01"]);
        let nursery = partner(&world, "Happy Days Nursery", "early_years");
        let place = json!({ "kind": "early_learning", "partner_id": nursery,
            "place": "funded_two", "on_day": "2026-09-01" });
        let made = world.staff.post(CONTACTS, &visit(&family, place)).expect(201);
        let old = id(&made["items"][0]);
        assert_eq!(made["items"][0]["centre_id"], Value::Null, "a place is no centre's work");

        app.advance(chrono::TimeDelta::days(1));
        let patch = |contact: &str, body: Value| {
            world.staff.patch(&format!("{CONTACTS}/{contact}"), &body)
        };
        patch(&old, json!({ "taken_up": true })).refused(422, "invalid_request");
        let new = patch(&old, json!({ "until_day": "2026-12-18" })).expect(200);
        assert_eq!(new["until_day"], "2026-12-18");
        assert_eq!(new["place"], "funded_two");
        assert_ne!(id(&new), old);
        patch(&old, json!({ "until_day": null })).refused(409, "no_longer_open");
        let open = patch(&id(&new), json!({ "until_day": null })).expect(200);
        assert_eq!(open["until_day"], Value::Null);
        let stands = listed(&world.staff, "");
        assert_eq!(stands.len(), 1);
        assert_eq!(stands[0]["id"], open["id"]);

        let sign = json!({ "kind": "signposting", "partner_id": nursery });
        let made = world.staff.post(CONTACTS, &visit(&family, sign)).expect(201);
        assert_eq!(made["items"][0]["taken_up"], Value::Null);
        let taken = patch(&id(&made["items"][0]), json!({ "taken_up": true })).expect(200);
        assert_eq!(taken["taken_up"], true);
    }

    fn a_contact_is_withdrawn_once_with_a_reason(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let made = world.staff.post(CONTACTS, &visit(&family, json!({}))).expect(201);
        let path = format!("{CONTACTS}/{}/withdraw", id(&made["items"][0]));
        world.staff.post(&path, &json!({ "reason": " " })).refused(422, "invalid_request");
        let why = json!({ "reason": "Written down for the wrong family" });
        let withdrawn = world.staff.post(&path, &why).expect(200);
        assert_eq!(withdrawn["withdrawn_at"], "2026-11-16T10:00:00Z");
        world.staff.post(&path, &why).refused(409, "no_longer_open");
        assert_eq!(listed(&world.staff, "").len(), 0);
    }

    fn contacts_are_for_staff_of_the_familys_centres_and_no_parent(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let made = world.staff.post(CONTACTS, &visit(&family, json!({}))).expect(201);
        let contact = id(&made["items"][0]);
        let sale = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        let at = Person { centre: Some(&sale), ..Person::default() };
        let other = app.sign_in(Role::Staff, &at);
        let of_family = format!("family_id={}", family.id);
        other.get(&format!("{CONTACTS}?{of_family}")).refused(404, "not_found");
        assert_eq!(listed(&other, "").len(), 0);
        other.post(CONTACTS, &visit(&family, json!({}))).refused(404, "not_found");
        let why = json!({ "reason": "no" });
        let path = format!("{CONTACTS}/{contact}/withdraw");
        other.post(&path, &why).refused(404, "not_found");
        world.staff.post(CONTACTS, &visit(&family, json!({ "centre_id": sale })))
            .refused(404, "not_found");
        for role in [Role::Parent, Role::FrontDesk, Role::Volunteer, Role::Manager] {
            app.as_role(role).get(CONTACTS).refused(403, "not_allowed");
        }
        family.parent.post(CONTACTS, &visit(&family, json!({}))).refused(403, "not_allowed");
    }

    fn a_restricted_familys_contacts_are_the_safeguarding_leads(app) {
        let world = World::new(app);
        let lead = app.as_role(Role::SafeguardingLead);
        let family = world.family("Ada");
        world.staff.post(CONTACTS, &visit(&family, json!({}))).expect(201);
        let path = format!("/api/v1/families/{}/restriction", family.id);
        let hidden = json!({ "restricted": true, "unsafe_address": false });
        let answer = lead.put(&path, &hidden);
        assert!(answer.status < 300, "{}", answer.text);

        assert_eq!(listed(&world.staff, "").len(), 0);
        let of_family = format!("family_id={}", family.id);
        world.staff.get(&format!("{CONTACTS}?{of_family}")).refused(404, "not_found");
        world.staff.post(CONTACTS, &visit(&family, json!({}))).refused(404, "not_found");
        assert_eq!(listed(&lead, &of_family).len(), 1);
        let own = json!({ "centre_id": world.centre });
        lead.post(CONTACTS, &visit(&family, own)).expect(201);
    }

    fn a_professional_records_contacts_of_families_its_team_described(app) {
        let world = World::new(app);
        let health = partner(&world, "Trafford health visitors", "health");
        let visitor = of_partner(&world, &health);
        let family = world.family("Ada");
        let review = visit(&family, json!({ "kind": "health_review" }));
        visitor.post(CONTACTS, &review).refused(404, "not_found");

        let said = visitor.post("/api/v1/families", &family.described).expect(201);
        let of = json!({ "family_id": said["id"], "child_ids": [said["children"][0]["id"]] });
        let review = merged(review, of.clone());
        let made = visitor.post(CONTACTS, &review).expect(201);
        let first = &made["items"][0];
        assert_eq!(first["source"], "partner");
        assert_eq!(first["partner_id"], health.as_str());
        assert_eq!(first["centre_id"], Value::Null);
        assert_eq!(first["family_id"], said["id"], "the statement stands for the family");
        assert_eq!(first["child_id"], said["children"][0]["id"]);
        let known = listed(&world.staff, &format!("family_id={}", family.id));
        assert_eq!(known[0]["child_id"], family.children[0].as_str());
        visitor.get(CONTACTS).refused(403, "not_allowed");
        let home = merged(visit(&family, json!({})), of);
        visitor.post(CONTACTS, &home).refused(422, "invalid_request");

        // Another team takes back nothing that this one wrote, nor this one what staff wrote.
        let why = json!({ "reason": "wrong child" });
        let hand = world.staff.post(CONTACTS, &visit(&family, json!({}))).expect(201);
        let path = |made: &Value| format!("{CONTACTS}/{}/withdraw", id(&made["items"][0]));
        visitor.post(&path(&hand), &why).refused(404, "not_found");
        let other = partner(&world, "Other visitors", "health");
        let other = of_partner(&world, &other);
        other.post("/api/v1/families", &family.described).expect(201);
        other.post(&path(&made), &why).refused(404, "not_found");
        let back = visitor.post(&path(&made), &why).expect(200);
        assert_eq!(back["family_id"], said["id"]);
    }

    fn a_contact_in_a_sensitive_session_is_seen_by_those_of_its_centre(app) {
        let world = World::new(app);
        let sale = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        let at = Person { centre: Some(&sale), ..Person::default() };
        let other = app.sign_in(Role::Staff, &at);
        let there = json!({ "carers": [{ "name": "Bea", "phone": "0161 912 2122" }],
            "children": [{ "name": "Cy", "born_on": "2025-11-01" }] });
        let there = other.post("/api/v1/families", &there).expect(201);
        let everywhere = app.as_role(Role::Staff);
        let activity = world.activity(json!({ "sensitive": true, "title": "Quiet hour" }));
        let session = world.draft(json!({ "activity_id": activity,
            "starts_at": "2026-11-16T11:00:00Z", "ends_at": "2026-11-16T12:00:00Z",
            "referrals_open_at": "2026-11-02T09:00:00Z",
            "public_release_at": "2026-11-09T09:00:00Z" }));
        let contact = json!({ "kind": "one_to_one", "on_day": "2026-11-16",
            "family_id": there["id"], "child_ids": [there["children"][0]["id"]],
            "session_id": session });
        everywhere.post(CONTACTS, &merged(contact.clone(), json!({ "on_day": "2026-11-15" })))
            .refused(422, "invalid_request");
        everywhere.post(CONTACTS, &contact).expect(201);
        assert_eq!(listed(&everywhere, "").len(), 1);
        assert_eq!(listed(&other, "").len(), 0, "its own family, at another centre");
        let lead = app.as_role(Role::SafeguardingLead);
        assert_eq!(listed(&lead, "").len(), 0, "who sees no register sees none of it");
        let plain = merged(contact, json!({ "session_id": null, "centre_id": world.centre }));
        everywhere.post(CONTACTS, &plain).expect(201);
        assert_eq!(listed(&other, "").len(), 1, "the control: what is not sensitive is seen");
        assert_eq!(listed(&lead, "").len(), 1);
    }

    fn a_joined_records_contacts_are_read_with_the_record_that_was_kept(app) {
        let world = World::new(app);
        let kept = world.family("Ada");
        let other = world.family("Ada again");
        world.staff.post(CONTACTS, &visit(&other, json!({}))).expect(201);
        let carers = |family: &Family| {
            let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
            id(&shown["carers"][0])
        };
        let join = json!({
            "family_id": other.id,
            "children": [[kept.children[0], other.children[0]]],
            "carers": [[carers(&kept), carers(&other)]],
        });
        world.staff.post(&format!("/api/v1/families/{}/join-records", kept.id), &join).expect(200);
        for query in [format!("family_id={}", kept.id), format!("family_id={}", other.id), String::new()] {
            let found = listed(&world.staff, &query);
            assert_eq!(found.len(), 1, "{query}");
            assert_eq!(found[0]["family_id"], kept.id.as_str());
            assert_eq!(found[0]["child_id"], other.children[0].as_str(), "it keeps its own");
        }
    }

    fn a_manager_says_what_a_kind_counts_for(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let kinds = world.staff.get("/api/v1/contact-kinds").expect(200);
        let of = |kinds: &Value, kind: &str| {
            let items = kinds["items"].as_array().expect("items").clone();
            items.into_iter().find(|one| one["kind"] == kind).expect("a kind")["counts"].clone()
        };
        assert_eq!(of(&kinds, "phone_call"), "nothing");
        assert_eq!(of(&kinds, "attendance"), "direct");
        let path = "/api/v1/contact-kinds/phone_call";
        manager.patch(path, &json!({ "counts": "direct" })).expect(200);
        let kinds = world.staff.get("/api/v1/contact-kinds").expect(200);
        assert_eq!(of(&kinds, "phone_call"), "direct");
        manager.patch(path, &json!({ "counts": "twice" })).refused(422, "invalid_request");
        manager.patch("/api/v1/contact-kinds/tea", &json!({ "counts": "direct" }))
            .refused(404, "not_found");
        world.staff.patch(path, &json!({ "counts": "nothing" })).refused(403, "not_allowed");
    }
}

/// Moves a session's day behind the service's back.
fn move_day(app: &TestApp, session: &str, day: &str) {
    let (session, day): (String, chrono::NaiveDate) =
        (session.to_owned(), day.parse().expect("a day"));
    let write = move |tx: &mut Tx| {
        diesel::update(sessions::table.find(&session))
            .set(sessions::local_day.eq(day))
            .execute(tx.conn())?;
        Ok(())
    };
    app.store.write(Actor::service(), write).expect("a session is changed");
}

both! {
    fn the_auditor_sees_a_contact_that_is_not_of_its_session(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T12:00:00Z");
        let contact = visit(&family, json!({
            "kind": "one_to_one", "on_day": "2026-11-23", "session_id": session,
        }));
        let made = world.staff.post(CONTACTS, &contact).expect(201);
        assert_eq!(made["items"][0]["activity_id"], world.activity.as_str());
        app.is_sound();
        move_day(app, &session, "2026-11-24");
        app.expect_broken(&["matches its session"]);
    }

    fn a_session_where_somebody_was_met_stays_on_its_day(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let session = world.session(json!({}));
        let path = format!("/api/v1/sessions/{session}");
        let to = |starts_at: &str| {
            let etag = world.staff.get(&path).header("etag").expect("an ETag").to_owned();
            let call = world.staff.call(Method::PATCH, &path).if_match(&etag);
            call.json(&json!({ "starts_at": starts_at })).send()
        };
        app.set_clock("2026-11-23T08:00:00Z");
        let contact = visit(&family, json!({
            "kind": "one_to_one", "on_day": "2026-11-23", "session_id": session,
        }));
        let made = world.staff.post(CONTACTS, &contact).expect(201);
        to("2026-11-24T10:00:00Z").refused(409, "no_longer_open");
        to("2026-11-23T11:00:00Z").expect(200);

        let withdraw = format!("{CONTACTS}/{}/withdraw", id(&made["items"][0]));
        world.staff.post(&withdraw, &json!({ "reason": "Another day" })).expect(200);
        let mark = json!({
            "client_id": "one", "family_id": family.id, "child_id": family.children[0],
            "mark": "came", "at": "2026-11-23T08:00:00Z",
        });
        let marks = json!({ "device": "tablet", "marks": [mark] });
        world.staff.post(&format!("{path}/register/marks"), &marks).expect(200);
        to("2026-11-24T10:00:00Z").refused(409, "no_longer_open");
    }
}
