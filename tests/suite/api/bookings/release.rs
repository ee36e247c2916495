//! Who may book when: the second before a release and at it, for each kind of caller, and
//! that nothing a family sees tells of the window before.

use chrono::TimeDelta;
use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::client::Client;
use crate::support::world::{World, id, merged, referral};

const REFERRALS: &str = "2026-11-16T12:00:00Z";
const PUBLIC: &str = "2026-11-18T09:00:00Z";

fn moments() -> Value {
    json!({ "referrals_open_at": REFERRALS, "public_release_at": PUBLIC })
}

fn a_moment() -> TimeDelta {
    TimeDelta::microseconds(1)
}

both! {
    fn the_public_books_at_the_stated_second_and_not_before(app) {
        let world = World::new(app);
        let session = world.session(moments());
        let (early, late) = (world.family("Early"), world.family("Late"));

        app.set_clock(PUBLIC);
        app.advance(-a_moment());
        let problem = early.books(&session).refused(409, "not_yet_released");
        assert_eq!(problem["opens_at"], PUBLIC);

        app.set_clock(PUBLIC);
        let booked = late.books(&session).expect(201);
        assert_eq!(booked["status"], "booked");
    }

    fn a_professional_refers_from_the_second_the_window_opens(app) {
        let world = World::new(app);
        let session = world.session(moments());
        let family = world.family("Ada");
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");

        app.set_clock(REFERRALS);
        app.advance(-a_moment());
        let problem = visitor.post(&path, &referral(&family)).refused(409, "referral_window");
        assert_eq!(problem["opens_at"], REFERRALS);

        app.set_clock(REFERRALS);
        let booked = visitor.post(&path, &referral(&family)).expect(201);
        assert_eq!(booked["state"], "booked");
    }

    fn the_phase_follows_the_clock(app) {
        let world = World::new(app);
        let close = json!({ "bookings_close_at": "2026-11-23T09:00:00Z" });
        let session = world.draft(merged(moments(), close));
        let path = format!("/api/v1/sessions/{session}");
        let family = world.family("Ada");
        let phase = |to: &str| {
            app.set_clock(to);
            let staff = world.shown(&session)["phase"].as_str().map(str::to_owned);
            let parent = family.parent.get(&path).expect(200)["phase"].as_str().map(str::to_owned);
            (staff.expect("a phase"), parent.expect("a phase"))
        };
        let both = |word: &str| (word.to_owned(), word.to_owned());

        assert_eq!(world.shown(&session)["phase"], "draft");
        family.parent.get(&path).refused(404, "not_found");
        world.staff.post(&format!("{path}/announce"), &json!({})).expect(200);

        assert_eq!(phase("2026-11-16T11:59:59Z"), both("announced"));
        assert_eq!(phase(REFERRALS), ("referral_window".into(), "announced".into()));
        assert_eq!(phase("2026-11-18T08:59:59Z"), ("referral_window".into(), "announced".into()));
        assert_eq!(phase(PUBLIC), both("public"));
        assert_eq!(phase("2026-11-23T08:59:59Z"), both("public"));
        assert_eq!(phase("2026-11-23T09:00:00Z"), both("closed"));
        assert_eq!(phase("2026-11-23T10:00:00Z"), both("running"));
        assert_eq!(phase("2026-11-23T11:30:00Z"), both("ended"));

        let other = world.session(json!({ "starts_at": "2026-11-30T10:00:00Z",
            "ends_at": "2026-11-30T11:00:00Z" }));
        let cancel = json!({ "reason": "The boiler is broken." });
        world.staff.post(&format!("/api/v1/sessions/{other}/cancel"), &cancel).expect(200);
        assert_eq!(world.shown(&other)["phase"], "cancelled");
        world.family("Bea").books(&other).refused(409, "session_cancelled");
    }

    fn nothing_a_family_sees_tells_of_the_window_before(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Baby Massage", "priority_places": 2 }));
        let session = world.session(json!({
            "activity_id": activity,
            "priority_places": 2,
            "referrals_open_at": REFERRALS,
            "public_release_at": PUBLIC,
        }));
        let family = world.family("Ada");
        let referred = world.family("Bea");
        app.set_clock("2026-11-17T12:00:00Z");
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");
        visitor.post(&path, &referral(&referred)).expect(201);

        let mut seen = vec![
            app.nobody.get("/api/v1/whats-on"),
            app.nobody.get(&format!("/api/v1/whats-on?centre_id={}&age_months=12", world.centre)),
            family.parent.get("/api/v1/whats-on"),
            family.parent.get("/api/v1/sessions"),
            family.parent.get(&format!("/api/v1/sessions/{session}")),
            family.books(&session),
        ];
        app.set_clock(PUBLIC);
        seen.push(app.nobody.get("/api/v1/whats-on"));
        seen.push(family.parent.get(&format!("/api/v1/sessions/{session}")));
        let booked = family.books(&session);
        let booking = booked.json()["id"].as_str().expect("booked").to_owned();
        seen.push(booked);
        seen.push(family.parent.get(&format!("/api/v1/bookings/{booking}")));
        seen.push(referred.parent.get("/api/v1/bookings"));
        for answer in seen {
            let text = answer.text.to_lowercase();
            for word in ["referr", "priority", "tier", "target", "window", REFERRALS] {
                assert!(!text.contains(&word.to_lowercase()), "{word} in {text}");
            }
        }
    }

    fn what_is_on_needs_no_token_and_holds_what_is_announced_only(app) {
        let world = World::new(app);
        let announced = world.session(json!({}));
        let draft = world.draft(json!({ "starts_at": "2026-11-24T10:00:00Z",
            "ends_at": "2026-11-24T11:00:00Z" }));
        let private = world.activity(json!({ "title": "Freedom Programme", "sensitive": true }));
        let sensitive = world.session(json!({ "activity_id": private,
            "starts_at": "2026-11-25T10:00:00Z", "ends_at": "2026-11-25T11:00:00Z" }));

        let shown = app.nobody.get("/api/v1/whats-on").expect(200).to_string();
        assert!(shown.contains(&announced), "{shown}");
        assert!(!shown.contains(&draft), "{shown}");
        assert!(!shown.contains(&sensitive), "{shown}");
        assert!(!shown.contains("Freedom"), "{shown}");
    }

    fn what_is_referral_only_is_never_public(app) {
        let world = World::new(app);
        let group = json!({ "title": "Next Steps", "access": "referral_only" });
        let activity = world.activity(group);
        let session = world.session(json!({ "activity_id": activity, "public_release_at": null }));
        let family = world.family("Ada");

        for path in ["/api/v1/whats-on", "/api/v1/sessions"] {
            let shown = family.parent.get(path).expect(200).to_string();
            assert!(!shown.contains("referral"), "{path}: {shown}");
        }
        app.set_clock("2026-11-23T09:00:00Z");
        let answer = family.books(&session);
        assert!([404, 409].contains(&answer.status), "{}", answer.text);
        let path = format!("/api/v1/sessions/{session}/referrals");
        let visitor = world.professional("health");
        app.set_clock("2026-11-20T09:00:00Z");
        visitor.post(&path, &referral(&family)).expect(201);
    }

    fn staff_book_before_the_release_with_a_reason(app) {
        let world = World::new(app);
        let session = world.session(moments());
        let family = world.family("Ada");
        let path = format!("/api/v1/sessions/{session}/bookings");
        world.staff.post(&path, &family.party()).refused(422, "reason_needed");

        let mut party = family.party();
        party["reason"] = json!("The family has no telephone.");
        let booked = world.staff.post(&path, &party).expect(201);
        assert_eq!(booked["status"], "booked");
    }

    fn announcing_late_is_allowed(app) {
        let world = World::new(app);
        let session = world.draft(moments());
        app.set_clock(PUBLIC);
        app.advance(TimeDelta::hours(1));
        world.staff.post(&format!("/api/v1/sessions/{session}/announce"), &json!({})).expect(200);
        assert_eq!(world.shown(&session)["phase"], "public");
        assert_eq!(world.family("Ada").books(&session).expect(201)["status"], "booked");
    }

    fn referrals_cannot_open_after_the_public_release(app) {
        let world = World::new(app);
        let plan = json!({
            "activity_id": world.activity,
            "centre_id": world.centre,
            "starts_at": "2026-11-23T10:00:00Z",
            "ends_at": "2026-11-23T11:00:00Z",
            "referrals_open_at": PUBLIC,
            "public_release_at": REFERRALS,
        });
        world.staff.post("/api/v1/sessions", &plan).refused(422, "invalid_request");
        let volunteer = app.as_role(Role::Volunteer);
        volunteer.post("/api/v1/sessions", &plan).refused(403, "not_allowed");
    }

    fn the_list_of_sessions_begins_today_and_keeps_to_a_phase(app) {
        let world = World::new(app);
        let on = |day: &str, changed: Value| {
            let times = json!({
                "starts_at": format!("{day}T10:00:00Z"), "ends_at": format!("{day}T11:30:00Z"),
            });
            world.session(merged(times, changed))
        };
        let first = on("2026-11-23", json!({}));
        let second = on("2026-11-24", json!({}));
        let third = on("2026-11-25", json!({
            "referrals_open_at": "2026-11-23T09:00:00Z", "public_release_at": "2026-11-24T18:00:00Z",
        }));
        let draft = world.draft(json!({
            "starts_at": "2026-11-26T10:00:00Z", "ends_at": "2026-11-26T11:00:00Z",
        }));
        let family = world.family("Ada");
        let visitor = world.professional("health");
        let listed = |who: &Client, query: &str| -> Vec<String> {
            let answer = who.get(&format!("/api/v1/sessions{query}")).expect(200);
            answer["items"].as_array().expect("a list").iter().map(id).collect()
        };

        // The evening of the second: what was on this morning is still on today's list.
        app.set_clock("2026-11-24T17:00:00Z");
        assert_eq!(listed(&world.staff, ""), [&second, &third, &draft].map(Clone::clone));
        assert_eq!(listed(&world.staff, "?from=2026-11-23").len(), 4);
        assert_eq!(listed(&world.staff, "?phase=ended"), std::slice::from_ref(&second));
        assert_eq!(listed(&world.staff, "?phase=ended&from=2026-11-01"), [first, second.clone()]);
        assert_eq!(listed(&world.staff, "?phase=draft"), [draft]);
        assert_eq!(listed(&visitor, "?phase=referral_window"), std::slice::from_ref(&third));
        assert_eq!(listed(&visitor, ""), [second, third.clone()]);
        // A family is told that it is announced, and finds it by what it is told.
        assert_eq!(listed(&family.parent, "?phase=referral_window"), Vec::<String>::new());
        assert_eq!(listed(&family.parent, "?phase=announced&limit=1"), [third]);
        world.staff.get("/api/v1/sessions?phase=soon").refused(422, "invalid_request");
    }

    fn a_professional_reads_for_whom_a_session_is_and_what_to_bring(app) {
        let world = World::new(app);
        let activity = world.activity(json!({
            "title": "Baby Massage", "ages": { "unit": "weeks", "min": 6, "max": 40 },
            "description": "A calm hour on the mat.", "audience": "Babies and one adult",
            "bring": "A towel", "price": "Free",
        }));
        let session = world.session(json!({ "activity_id": activity }));
        let visitor = world.professional("health");
        let listed = visitor.get("/api/v1/sessions").expect(200)["items"][0].clone();
        let one = visitor.get(&format!("/api/v1/sessions/{session}")).expect(200);
        for shown in [listed, one] {
            assert_eq!(shown["ages"], json!({ "unit": "weeks", "min": 6, "max": 40 }));
            assert_eq!(shown["title"], "Baby Massage");
            assert_eq!(shown["description"], "A calm hour on the mat.");
            assert_eq!(shown["audience"], "Babies and one adult");
            assert_eq!((&shown["bring"], &shown["price"]), (&json!("A towel"), &json!("Free")));
        }
    }
}
