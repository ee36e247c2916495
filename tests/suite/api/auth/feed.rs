//! A carer's own calendar feed: what is in it, who reads it, and everything that ends it.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::schema::{auth_sessions, families};
use serde_json::{Value, json};
use ureq::http::Method;

use super::sign_in::me;
use crate::support::app::{TestApp, both, letterhead};
use crate::support::client::{Answer, Client};
use crate::support::world::{Family, World, id, merged};

/// Asks for a feed.
pub fn ask(parent: &Client) -> Answer {
    parent.call(Method::PUT, "/api/v1/auth/feed").json(&json!({})).send()
}

/// The path of a new feed.
#[track_caller]
pub fn feed(parent: &Client) -> String {
    let made = ask(parent).expect(200);
    let url = made["url"].as_str().expect("an address");
    let path = url.strip_prefix(&letterhead().public_url).expect("an address of ours");
    assert_eq!(path.len(), "/feeds/.ics".len() + 43, "{path}");
    path.to_owned()
}

/// The lines of a feed as a calendar unfolds them.
#[track_caller]
fn lines(app: &TestApp, path: &str) -> Vec<String> {
    let answer = app.nobody.get(path);
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

fn titles(app: &TestApp, path: &str) -> Vec<String> {
    let lines = lines(app, path);
    let titles = lines.iter().filter_map(|line| line.strip_prefix("SUMMARY:"));
    titles.map(str::to_owned).collect()
}

/// It is answered like one that never was.
#[track_caller]
pub fn is_gone(app: &TestApp, path: &str) {
    let never = app.nobody.get("/feeds/never.ics");
    let gone = app.nobody.get(path);
    assert_eq!((gone.status, &gone.text), (404, &never.text));
}

fn session(world: &World, title: &str, day: &str, changed: Value) -> String {
    let activity = world.activity(merged(json!({ "title": title }), changed));
    world.session(json!({ "activity_id": activity,
        "starts_at": format!("{day}T10:00:00Z"), "ends_at": format!("{day}T11:30:00Z") }))
}

/// A family with one place, and its feed.
fn with_feed(world: &World, name: &str) -> (Family, String) {
    let family = world.family(name);
    let path = feed(&family.parent);
    lines(world.app, &path);
    (family, path)
}

fn open_ones(client: &Client) -> Vec<Value> {
    let open = client.get("/api/v1/auth/sessions").expect(200);
    open["items"].as_array().expect("items").clone()
}

both! {
    fn a_feed_shows_what_is_booked_when_and_where_and_names_nobody(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let path = feed(&family.parent);
        assert!(titles(app, &path).is_empty());

        let play = session(&world, "Messy Play", "2026-11-23", json!({ "bring": "an apron" }));
        let music = session(&world, "Family Music", "2026-11-24", json!({}));
        let full = session(&world, "Baby Massage", "2026-11-25", json!({ "capacity": 1 }));
        let secret = session(&world, "Freedom", "2026-11-26", json!({ "sensitive": true }));
        world.family("Holder").books(&full).expect(201);
        let booked = family.books(&play).expect(201);
        for session in [&music, &full] {
            family.books(session).expect(201);
        }
        let carer = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let party = merged(family.party(), json!({ "carer_id": carer["carers"][0]["id"] }));
        world.staff.post(&format!("/api/v1/sessions/{secret}/bookings"), &party).expect(201);
        // The control: her own page does show them.
        let all = family.parent.get("/api/v1/bookings").expect(200);
        assert_eq!(all["items"].as_array().map(Vec::len), Some(4));

        let answer = app.nobody.get(&path);
        assert_eq!(answer.header("content-type"), Some("text/calendar; charset=utf-8"));
        assert_eq!(answer.header("x-robots-tag"), Some("noindex"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.text.matches('\n').count(), answer.text.matches("\r\n").count());
        let lines = lines(app, &path);
        for line in ["METHOD:PUBLISH", "NAME:Trafford Family Hubs: our places", "SUMMARY:Messy Play",
            "DTSTART:20261123T100000Z", "DTEND:20261123T113000Z", "STATUS:CONFIRMED"] {
            assert!(lines.iter().any(|said| said == line), "{line}: {lines:?}");
        }
        assert!(lines.iter().any(|line| line.starts_with("LOCATION:Partington")), "{lines:?}");
        assert_eq!(titles(app, &path).len(), 2);
        for word in ["Ada", "Massage", "Freedom", "Appointment", "apron", "2026-11-26", "0161", "/b/"] {
            assert!(!answer.text.contains(word), "{word}: {}", answer.text);
        }

        // It is the same file until something changes; what is given up is not in it any more.
        app.advance(TimeDelta::hours(1));
        assert_eq!(app.nobody.get(&path).text, answer.text);
        family.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&booked)), &json!({})).expect(200);
        assert_eq!(titles(app, &path), ["Family Music"]);
        let off = json!({ "reason": "The hall is flooded." });
        world.staff.post(&format!("/api/v1/sessions/{music}/cancel"), &off).expect(200);
        assert!(titles(app, &path).is_empty());
    }

    fn a_feed_shows_no_carer_what_is_hidden_from_her(app) {
        let world = World::new(app);
        let (one, other) = (world.family("Ada"), world.family("Bea"));
        let play = session(&world, "Messy Play", "2026-11-23", json!({}));
        other.books(&play).expect(201);
        assert!(titles(app, &feed(&one.parent)).is_empty());
        assert_eq!(titles(app, &feed(&other.parent)), ["Messy Play"]);
    }

    fn a_feed_is_asked_for_by_a_parent_who_has_just_signed_in(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        ask(&world.staff).refused(403, "not_allowed");
        ask(&app.nobody).refused(401, "not_signed_in");
        assert!(!open_ones(&family.parent).iter().any(|open| open["by"] == "feed"), "off at first");
        app.advance(TimeDelta::minutes(20));
        ask(&family.parent).refused(401, "not_signed_in");
        me(&family.parent).expect(200);
    }

    fn a_new_address_ends_the_one_before_and_a_feed_is_ended_like_a_sign_in(app) {
        let world = World::new(app);
        let (family, first) = with_feed(&world, "Ada");
        let second = feed(&family.parent);
        is_gone(app, &first);
        lines(app, &second);

        let open = open_ones(&family.parent);
        let mine: Vec<&Value> = open.iter().filter(|open| open["by"] == "feed").collect();
        assert_eq!((open.len(), mine.len()), (2, 1), "{open:?}");
        assert_eq!(mine[0]["this"], false);
        let path = format!("/api/v1/auth/sessions/{}", id(mine[0]));
        let end = |who: &Client| who.call(Method::DELETE, &path).json(&json!({})).send();
        end(&world.family("Bea").parent).refused(404, "not_found");
        lines(app, &second);
        end(&family.parent).expect(200);
        is_gone(app, &second);
        me(&family.parent).expect(200);
    }

    fn the_address_of_a_feed_signs_nobody_in(app) {
        let world = World::new(app);
        let (_, path) = with_feed(&world, "Ada");
        let secret = path["/feeds/".len()..].trim_end_matches(".ics").to_owned();
        let opens_my = || {
            let call = app.nobody.call(Method::GET, "/my");
            call.header("cookie", format!("firstplace-parent={secret}")).send().status
        };
        assert_eq!(opens_my(), 303, "to the sign-in");
        me(&app.nobody.bearing(&secret)).refused(401, "not_signed_in");
        let refresh = json!({ "refresh_token": secret });
        app.nobody.post("/api/v1/auth/refresh", &refresh).refused(401, "not_signed_in");

        // The control: nothing but the mark on its row stands before that.
        let unmark = |tx: &mut firstplace::db::Tx| {
            diesel::update(auth_sessions::table.filter(auth_sessions::opens.eq("feed")))
                .set(auth_sessions::opens.eq("record"))
                .execute(tx.conn())?;
            Ok(())
        };
        app.store.write(Actor::service(), unmark).expect("the row is written");
        assert_eq!(opens_my(), 200);
    }

    fn only_a_hash_of_the_address_is_kept(app) {
        let world = World::new(app);
        let (_, path) = with_feed(&world, "Ada");
        let secret = path["/feeds/".len()..].trim_end_matches(".ics").to_owned();
        let ids: Vec<String> = app
            .store
            .read(Actor::service(), |tx| {
                let feeds = auth_sessions::table.filter(auth_sessions::opens.eq("feed"));
                Ok(feeds.select(auth_sessions::id).load(tx.conn())?)
            })
            .expect("the rows are read");
        assert_eq!(ids.len(), 1);
        assert!(!ids[0].contains(&secret) && ids[0].len() == 32, "{ids:?}");
    }

    fn a_feed_ends_when_the_record_becomes_restricted(app) {
        let world = World::new(app);
        let (family, path) = with_feed(&world, "Ada");
        let (_, others) = with_feed(&world, "Bea");
        let lead = app.as_role(Role::SafeguardingLead);
        let restrict = |restricted: bool| {
            let body = json!({ "restricted": restricted, "unsafe_address": true });
            let address = format!("/api/v1/families/{}/restriction", family.id);
            lead.call(Method::PUT, &address).json(&body).send().expect(200);
        };
        restrict(false);
        lines(app, &path);
        restrict(true);
        is_gone(app, &path);
        restrict(false);
        is_gone(app, &path);
        lines(app, &others);
    }

    fn a_feed_ends_with_opting_out(app) {
        let world = World::new(app);
        let (family, path) = with_feed(&world, "Ada");
        let address = format!("/api/v1/families/{}/opt-out", family.id);
        family.parent.post(&address, &json!({})).expect(200);
        is_gone(app, &path);
    }

    fn feeds_of_both_records_end_when_they_are_merged_and_stay_so_when_that_is_undone(app) {
        let world = World::new(app);
        let (kept, one) = with_feed(&world, "Ada");
        let (other, two) = with_feed(&world, "Bea");
        let join = format!("/api/v1/families/{}/join-records", kept.id);
        let joined = world.staff.post(&join, &json!({ "family_id": other.id })).expect(200);
        is_gone(app, &one);
        is_gone(app, &two);
        let undo = format!("/api/v1/joined-records/{}/undo", id(&joined));
        world.staff.post(&undo, &json!({})).expect(200);
        is_gone(app, &one);
        is_gone(app, &two);
    }

    fn a_feed_ends_with_the_account_the_record_and_after_a_year(app) {
        let world = World::new(app);
        let (family, path) = with_feed(&world, "Ada");
        let account = id(&me(&family.parent).expect(200));
        let account = format!("/api/v1/accounts/{account}");
        world.admin.patch(&account, &json!({ "disabled": true })).expect(200);
        is_gone(app, &path);

        let (erased, path) = with_feed(&world, "Bea");
        let erase = move |tx: &mut firstplace::db::Tx| {
            let now = tx.now();
            diesel::update(families::table.find(erased.id.as_str()))
                .set(families::erased_at.eq(now))
                .execute(tx.conn())?;
            Ok(())
        };
        app.store.write(Actor::service(), erase).expect("the record is erased");
        is_gone(app, &path);

        let (_, path) = with_feed(&world, "Cat");
        app.advance(TimeDelta::days(365) - TimeDelta::seconds(1));
        lines(app, &path);
        app.advance(TimeDelta::seconds(1));
        is_gone(app, &path);
        // Of the record that was erased behind the service's back.
        app.expect_broken(&["a family's search keys match it"]);
    }
}
