//! Staff end a carer's access in one act: sign-ins, the calendar feed and every link that the family
//! was sent before. Nobody is told, and what is sent afterwards works.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::audit::Event;
use firstplace::bookings::telling::service::list_unreached;
use firstplace::db::schema::{alerts, audit, outbox};
use firstplace::mail::link::{FamilyLink, FamilyPurpose, Link};
use serde_json::{Value, json};

use super::join::{ask as ask_to_join, booked, form, link as join_link};
use crate::api::auth::code::{EMAIL, ask as ask_code, family as amina};
use crate::api::auth::feed::{feed, is_gone};
use crate::api::auth::sign_in::me;
use crate::support::app::{TestApp, both, letterhead};
use crate::support::client::Answer;
use crate::support::mail::{codes, letters};
use crate::support::people::Person;
use crate::support::world::{Family, World, id, merged};

/// A family, and its carer as staff name her.
struct Hers<'a> {
    world: World<'a>,
    family: Family,
    carer: String,
}

impl<'a> Hers<'a> {
    fn of(app: &'a TestApp) -> Self {
        let world = World::new(app);
        let family = world.family("Ada");
        let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let carer = id(&shown["carers"][0]);
        Self { world, family, carer }
    }

    fn ends(&self, body: &Value) -> Answer {
        let (family, carer) = (&self.family.id, &self.carer);
        let path = format!("/api/v1/families/{family}/carers/{carer}/end-access");
        self.world.staff.post(&path, body)
    }

    fn shown(&self) -> Value {
        let shown = self.world.staff.get(&format!("/api/v1/families/{}", self.family.id));
        shown.expect(200)["carers"][0].clone()
    }
}

/// The page of a booking, in the last letter about it.
fn page(app: &TestApp, kind: &'static str) -> String {
    letters(app, kind).pop().expect("a letter").page()
}

fn path_of(url: &str) -> String {
    url.strip_prefix(&letterhead().public_url).expect("an address of ours").to_owned()
}

/// Whom letters are for that have not left.
fn recipients(app: &TestApp) -> Vec<String> {
    app.store
        .read(Actor::service(), |tx| Ok(outbox::table.select(outbox::recipient).load(tx.conn())?))
        .expect("the outbox is read")
}

fn letters_in_all(app: &TestApp) -> usize {
    recipients(app).len()
}

/// Answered like a link that nobody ever made.
#[track_caller]
fn is_unknown(app: &TestApp, path: &str, never: &str) {
    let (dead, unknown) = (app.nobody.get(path), app.nobody.get(never));
    assert_eq!((dead.status, &dead.text), (404, &unknown.text), "{path}");
    assert_eq!(unknown.status, 404);
}

both! {
    fn the_pages_of_bookings_sent_before_are_unknown_and_those_sent_afterwards_work(app) {
        let hers = Hers::of(app);
        let other = hers.world.family("Bea");
        let session = hers.world.session(json!({}));
        let booked = hers.family.books(&session).expect(201);
        let before = page(app, "booked");
        other.books(&session).expect(201);
        let others = page(app, "booked");
        app.nobody.get(&before).page(200);

        app.advance(TimeDelta::seconds(1));
        hers.ends(&json!({})).expect(200);
        is_unknown(app, &before, "/b/never");
        is_unknown(app, &format!("{before}.ics"), "/b/never.ics");
        let pressed = app.nobody.press(&format!("{before}/cancel"));
        assert_eq!((pressed.status, pressed.text), (404, app.nobody.press("/b/never/cancel").text));
        let shown = format!("/api/v1/bookings/{}", id(&booked));
        assert_eq!(hers.world.staff.get(&shown).expect(200)["status"], "booked");
        app.nobody.get(&others).page(200);

        app.advance(TimeDelta::seconds(1));
        let after = letters(app, "booked")[0].page();
        assert_ne!(after, before);
        app.nobody.get(&after).page(200);
        assert_eq!(app.nobody.press(&format!("{after}/cancel")).status, 303);
        assert_eq!(hers.world.staff.get(&shown).expect(200)["status"], "cancelled");
    }

    fn an_offer_that_was_sent_before_is_answered_by_no_link(app) {
        let hers = Hers::of(app);
        let session = hers.world.session(json!({ "capacity": 1 }));
        let holder = hers.world.family("Holder");
        let held = holder.books(&session).expect(201);
        let waits = hers.family.books(&session).expect(201);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&held));
        holder.parent.post(&cancel, &json!({})).expect(200);
        let offer = page(app, "offer");
        app.nobody.get(&offer).page(200);

        hers.ends(&json!({})).expect(200);
        for deed in ["accept", "decline", "leave"] {
            assert_eq!(app.nobody.press(&format!("{offer}/{deed}")).status, 404, "{deed}");
        }
        let shown = format!("/api/v1/bookings/{}", id(&waits));
        assert_eq!(hers.world.staff.get(&shown).expect(200)["status"], "offered");
    }

    fn links_about_the_membership_and_alerts_sent_before_are_unknown(app) {
        let hers = Hers::of(app);
        let session = hers.world.session(json!({ "public_release_at": "2026-11-20T09:00:00Z" }));
        hers.family.parent.post(&format!("/api/v1/sessions/{session}/alerts"), &json!({})).expect(201);
        let alert: String = app
            .store
            .read(Actor::service(), |tx| Ok(alerts::table.select(alerts::id).first(tx.conn())?))
            .expect("the alert is there");
        let links = || {
            let head = letterhead().at(app.now());
            let until = app.now() + TimeDelta::days(30);
            let (family, carer) = (hers.family.id.as_str().into(), hers.carer.as_str().into());
            let say_no = FamilyLink::to(FamilyPurpose::SayNo, &family, &carer, until);
            let stop = Link::stop_alert(&alert.as_str().into(), until);
            [path_of(&head.family_url(&say_no)), path_of(&head.url(&stop))]
        };
        let never = ["/membership/say-no/never", "/b/never"];
        let before = links();
        for path in &before {
            app.nobody.get(path).page(200);
        }

        hers.ends(&json!({})).expect(200);
        for (path, never) in before.iter().zip(never) {
            is_unknown(app, path, never);
        }
        assert_eq!(app.nobody.press(&before[0]).status, 404);
        assert_eq!(app.nobody.press(&format!("{}/stop", before[1])).status, 404);
        app.advance(TimeDelta::seconds(1));
        for path in links() {
            app.nobody.get(&path).page(200);
        }
    }

    fn a_request_that_waits_for_its_link_opens_nothing_any_more(app) {
        let world = World::new(app);
        let own = amina(&world, EMAIL, "M31 4FL");
        let session = world.session(json!({}));
        let wish = json!({ "booking": { "session_id": session } });
        ask_to_join(app, &form(wish.clone()));
        let before = join_link(app, EMAIL);
        app.nobody.get(&before).page(200);
        let other = merged(wish, json!({ "carers": [{ "name": "Beth", "email": "beth@example.org" }],
            "children": [{ "name": "Noah Hall", "born_on": "2025-03-02" }] }));
        ask_to_join(app, &form(other));
        let others = join_link(app, "beth@example.org");

        let carer = id(&own["carers"][0]);
        let path = format!("/api/v1/families/{}/carers/{carer}/end-access", id(&own));
        world.staff.post(&path, &json!({})).expect(200);
        app.nobody.get(&before).page(410);
        app.nobody.press(&before).page(410);
        assert_eq!(booked(app, &session), 0);
        app.nobody.press(&others).page(200);
        assert_eq!(booked(app, &session), 1);
    }

    fn a_link_that_once_booked_shows_the_booking_no_more(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        ask_to_join(app, &form(json!({ "booking": { "session_id": session } })));
        let link = join_link(app, EMAIL);
        app.nobody.press(&link).page(200);
        assert!(app.nobody.get(&link).page(200).contains("/b/"), "the control");

        let found = world.staff.get(&format!("/api/v1/families?q={EMAIL}")).expect(200);
        let own = &found["items"][0];
        let carer = id(&own["carers"][0]);
        let path = format!("/api/v1/families/{}/carers/{carer}/end-access", id(own));
        world.staff.post(&path, &json!({})).expect(200);
        app.nobody.get(&link).page(410);
        app.nobody.press(&link).page(410);
    }

    fn a_code_that_was_asked_for_before_signs_nobody_in(app) {
        let world = World::new(app);
        let own = amina(&world, EMAIL, "M31 4FL");
        let request = ask_code(app, EMAIL);
        let letter = codes(app).pop().expect("a letter");
        let link = format!("/sign-in/link/{}", letter.token);
        assert!(app.nobody.get(&link).text.contains(&letter.code), "the control");

        let carer = id(&own["carers"][0]);
        let path = format!("/api/v1/families/{}/carers/{carer}/end-access", id(&own));
        world.staff.post(&path, &json!({})).expect(200);
        let details = json!({ "born_on": "2025-03-27", "postcode": "M31 4FL" });
        let typed = |request: &str, code: &str| {
            let typed = merged(json!({ "request": request, "code": code }), details.clone());
            app.nobody.post("/api/v1/auth/link", &typed)
        };
        let dead = typed(&request, &letter.code).refused(422, "invalid_request");
        assert_eq!(dead, typed("never", &letter.code).refused(422, "invalid_request"));
        let by_link = merged(json!({ "token": letter.token }), details.clone());
        app.nobody.post("/api/v1/auth/link", &by_link).refused(409, "no_longer_open");
        assert!(!app.nobody.get(&link).text.contains(&letter.code));

        app.advance(TimeDelta::seconds(1));
        let request = ask_code(app, EMAIL);
        let code = codes(app).pop().expect("a letter").code;
        typed(&request, &code).expect(200);
    }

    fn her_sign_ins_and_her_feed_end_and_another_carers_do_not(app) {
        let hers = Hers::of(app);
        let (own, others) = (feed(&hers.family.parent), {
            let other = hers.world.family("Bea");
            feed(&other.parent)
        });
        let letters = letters_in_all(app);
        hers.ends(&json!({})).expect(200);
        me(&hers.family.parent).refused(401, "not_signed_in");
        is_gone(app, &own);
        assert_eq!(app.nobody.get(&others).status, 200);
        assert_eq!(letters_in_all(app), letters, "nobody is told");

        // She signs in again, and asks for a feed again.
        let person = Person { family: Some(&hers.family.id), carer: Some(&hers.carer), ..Person::default() };
        let again = app.sign_in(Role::Parent, &person);
        assert_eq!(app.nobody.get(&feed(&again)).status, 200);
    }

    fn her_ways_of_contact_change_in_the_same_act_and_nobody_is_told(app) {
        let hers = Hers::of(app);
        let other = hers.world.family("Bea");
        let session = hers.world.session(json!({}));
        hers.family.books(&session).expect(201);
        other.books(&session).expect(201);
        let record = format!("/api/v1/families/{}", hers.family.id);
        let version = hers.world.staff.get(&record).header("etag").expect("a version").to_owned();
        let count = letters_in_all(app);

        let ways = json!({ "email": "New@Example.org", "phone": "07700 900123" });
        hers.ends(&json!({ "ways_of_contact": ways })).expect(200);
        let shown = hers.shown();
        assert_eq!((&shown["email"], &shown["phone"]), (&json!("new@example.org"), &json!("07700 900123")));
        let read = hers.world.staff.get(&record);
        assert_ne!(read.header("etag"), Some(version.as_str()), "an older form does not undo it");
        let found = hers.world.staff.get("/api/v1/families?q=new@example.org").expect(200);
        assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "found by it");

        assert_eq!(letters_in_all(app), count, "no message to either");
        let to: Vec<String> = letters(app, "booked").into_iter().map(|letter| letter.to).collect();
        assert_eq!(to, ["new@example.org", "bea@example.org"], "what had not left goes to the new one");
        ask_code(app, "ada@example.org");
        assert!(codes(app).is_empty(), "the old one opens nothing");
        ask_code(app, "new@example.org");
        assert_eq!(codes(app).len(), 1);
    }

    fn without_any_way_of_contact_she_is_on_the_list_to_ring(app) {
        let hers = Hers::of(app);
        let session = hers.world.session(json!({ "capacity": 1 }));
        let holder = hers.world.family("Holder");
        let held = holder.books(&session).expect(201);
        hers.family.books(&session).expect(201);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&held));
        holder.parent.post(&cancel, &json!({})).expect(200);
        ask_code(app, "ada@example.org");
        assert!(recipients(app).iter().any(|to| to == "ada@example.org"), "the control");

        hers.ends(&json!({ "ways_of_contact": {} })).expect(200);
        let shown = hers.shown();
        assert!(shown["email"].is_null() && shown["phone"].is_null(), "{shown}");
        assert!(!recipients(app).iter().any(|to| to == "ada@example.org"));
        assert!(codes(app).is_empty());
        let listed = app.store.write(Actor::service(), list_unreached).expect("a round");
        assert_eq!(listed, 1);
        let tasks = hers.world.staff.get("/api/v1/tasks").expect(200);
        assert_eq!(tasks["items"][0]["kind"], "not_reached", "{tasks}");
    }

    fn without_new_ways_of_contact_those_on_record_stay(app) {
        let hers = Hers::of(app);
        let before = hers.shown();
        for body in [json!({}), json!({ "ways_of_contact": null })] {
            hers.ends(&body).expect(200);
            assert_eq!(hers.shown(), before);
        }
        let wrong = json!({ "ways_of_contact": { "email": "nobody" } });
        let refused = hers.ends(&wrong).refused(422, "invalid_request");
        assert_eq!(refused["errors"][0]["pointer"], "/ways_of_contact/email");
        hers.ends(&json!({ "email": "new@example.org" })).refused(422, "invalid_request");
    }

    fn an_address_that_somebody_asked_to_use_is_not_confirmed_any_more(app) {
        let hers = Hers::of(app);
        let path = format!("/api/v1/families/{}", hers.family.id);
        let version = hers.family.parent.get(&path).header("etag").expect("a version").to_owned();
        let asks = json!({ "carers": [{ "id": hers.carer, "name": "Ada", "email": "thief@example.org" }] });
        let patch = hers.family.parent.call(ureq::http::Method::PATCH, &path).json(&asks);
        patch.if_match(&version).send().expect(200);
        let confirm = letters(app, "confirm_new_address").pop().expect("a letter");
        let confirm = confirm.button("Yes, this is my address");
        app.nobody.get(&confirm).page(200);

        hers.ends(&json!({})).expect(200);
        app.advance(TimeDelta::seconds(1));
        app.nobody.press(&confirm).page(404);
        assert_eq!(hers.shown()["email"], "ada@example.org");
    }

    fn only_staff_of_the_centre_and_the_lead_may_and_it_is_in_the_log(app) {
        let hers = Hers::of(app);
        let path = format!("/api/v1/families/{}/carers/{}/end-access", hers.family.id, hers.carer);
        let away = json!({ "name": "Stretford", "phone": "0161 912 2123" });
        let elsewhere = id(&hers.world.admin.post("/api/v1/centres", &away).expect(201));
        let person = Person { centre: Some(&elsewhere), ..Person::default() };
        let ways = json!({ "ways_of_contact": { "email": "thief@example.org" } });
        hers.family.parent.post(&path, &ways).refused(403, "not_allowed");
        app.sign_in(Role::Staff, &person).post(&path, &ways).refused(404, "not_found");
        assert_eq!(hers.shown()["email"], "ada@example.org");
        app.as_role(Role::SafeguardingLead).post(&path, &ways).expect(200);

        let (family, act) = (hers.family.id.clone(), Event::EndAccess.as_str());
        let lines: Vec<String> = app
            .store
            .read(Actor::service(), move |tx| {
                let of = audit::table.filter(audit::subject_id.eq(family)).filter(audit::act.eq(act));
                Ok(of.select(audit::detail).load(tx.conn())?)
            })
            .expect("the log is read");
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].contains(&hers.carer) && !lines[0].contains("thief"), "{lines:?}");
    }

    fn a_merge_brings_no_ended_link_back(app) {
        let hers = Hers::of(app);
        let kept = hers.world.family("Bea");
        hers.family.books(&hers.world.session(json!({}))).expect(201);
        let before = page(app, "booked");
        hers.ends(&json!({})).expect(200);
        let join = format!("/api/v1/families/{}/join-records", kept.id);
        let joined = hers.world.staff.post(&join, &json!({ "family_id": hers.family.id })).expect(200);
        is_unknown(app, &before, "/b/never");
        let undo = format!("/api/v1/joined-records/{}/undo", id(&joined));
        hers.world.staff.post(&undo, &json!({})).expect(200);
        is_unknown(app, &before, "/b/never");
    }
}
