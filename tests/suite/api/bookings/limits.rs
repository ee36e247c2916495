//! What a family may hold at once, and that a child is in one place at a time.

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::Tx;
use firstplace::db::schema::booking_sessions;
use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::world::{Family, World, id, merged, referral};

fn on(day: &str, from: &str, to: &str) -> Value {
    json!({ "starts_at": format!("{day}T{from}:00Z"), "ends_at": format!("{day}T{to}:00Z") })
}

both! {
    fn a_family_books_one_session_of_an_activity_a_day(app) {
        let world = World::new(app);
        let morning = world.session(on("2026-11-23", "09:00", "10:00"));
        let afternoon = world.session(on("2026-11-23", "13:00", "14:00"));
        let family = world.family("Ada");
        family.books(&morning).expect(201);
        family.books(&afternoon).refused(409, "over_limit");
    }

    fn a_family_has_two_bookings_of_an_activity_in_any_seven_days(app) {
        let world = World::new(app);
        let days = ["2026-11-23", "2026-11-25", "2026-11-29", "2026-11-30", "2026-12-02"];
        let sessions = days.map(|day| world.session(on(day, "10:00", "11:00")));
        let family = world.family("Ada");
        let booked = family.books(&sessions[0]).expect(201);
        family.books(&sessions[1]).expect(201);
        // 23 to 29 November are seven days; 24 to 30 hold only the 25th and this one.
        family.books(&sessions[2]).refused(409, "over_limit");
        family.books(&sessions[3]).expect(201);
        // 25 November to 1 December hold two already, 26 to 2 December one.
        family.books(&sessions[4]).expect(201);
        // A cancelled one no longer counts.
        let path = format!("/api/v1/bookings/{}/cancel", id(&booked));
        family.parent.post(&path, &json!({})).expect(200);
        family.books(&sessions[2]).refused(409, "over_limit");
    }

    fn another_activity_has_limits_of_its_own(app) {
        let world = World::new(app);
        let other = world.activity(json!({ "title": "Messy Mondays" }));
        let family = world.family("Ada");
        family.books(&world.session(on("2026-11-23", "09:00", "10:00"))).expect(201);
        let mut session = on("2026-11-23", "13:00", "14:00");
        session["activity_id"] = json!(other);
        family.books(&world.session(session)).expect(201);
    }

    fn staff_pass_a_limit_with_a_reason(app) {
        let world = World::new(app);
        let morning = world.session(on("2026-11-23", "09:00", "10:00"));
        let afternoon = world.session(on("2026-11-23", "13:00", "14:00"));
        let family = world.family("Ada");
        family.books(&morning).expect(201);
        let path = format!("/api/v1/sessions/{afternoon}/bookings");
        let mut party = family.party();
        world.staff.post(&path, &party).refused(409, "over_limit");
        party["reason"] = json!("The afternoon group is nearly empty.");
        world.staff.post(&path, &party).expect(201);
    }

    fn waiting_does_not_count_towards_a_limit(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let full = world.session(json!({ "capacity": 1, "starts_at": "2026-11-24T10:00:00Z",
            "ends_at": "2026-11-24T11:00:00Z" }));
        world.family("Holder").books(&full).expect(201);
        assert_eq!(family.books(&full).expect(201)["status"], "waiting");
        for day in ["2026-11-23", "2026-11-25"] {
            family.books(&world.session(on(day, "10:00", "11:00"))).expect(201);
        }
    }

    fn an_entry_that_would_pass_a_limit_is_passed_over_and_keeps_its_number(app) {
        let world = World::new(app);
        let [holder, family, other] = ["Holder", "Ada", "Other"].map(|name| world.family(name));
        let (full, held) = full_tuesday(&world, &holder);
        let waits = family.books(&full).expect(201);
        let behind = other.books(&full).expect(201);
        let [booked, _] = books_around(&world, &family);
        cancels(&holder, &held);
        assert_eq!((family.status(&waits), other.status(&behind)), ("waiting".into(), "offered".into()));
        app.is_sound();

        // Once it gives one of its own up, it is the next in the line it stood in.
        cancels(&other, &behind);
        assert_eq!(family.status(&waits), "waiting");
        cancels(&family, &booked);
        app.sweep();
        assert_eq!(family.status(&waits), "offered");
    }

    fn a_freed_place_is_open_to_others_where_nobody_who_waits_may_have_it(app) {
        let world = World::new(app);
        let (holder, family) = (world.family("Holder"), world.family("Ada"));
        let (full, held) = full_tuesday(&world, &holder);
        family.books(&full).expect(201);
        books_around(&world, &family);
        cancels(&holder, &held);
        // Nobody who may have it waits: the public gets it.
        assert_eq!(world.family("Newcomer").books(&full).expect(201)["status"], "booked");
    }

    fn an_offer_counts_as_a_place_until_it_ends(app) {
        let world = World::new(app);
        let (holder, family) = (world.family("Holder"), world.family("Ada"));
        let (full, held) = full_tuesday(&world, &holder);
        let waits = family.books(&full).expect(201);
        cancels(&holder, &held);
        assert_eq!(family.status(&waits), "offered");
        let [first, second] = ["2026-11-26", "2026-11-27"].map(|day| {
            world.session(on(day, "10:00", "11:00"))
        });
        family.books(&first).expect(201);
        family.books(&second).refused(409, "over_limit");
        let shown = family.parent.get(&format!("/api/v1/bookings/{}", id(&waits))).expect(200);
        let accept = format!("/api/v1/offers/{}/accept", id(&shown["offer"]));
        family.parent.post(&accept, &json!({})).expect(200);
        family.books(&second).refused(409, "over_limit");
    }

    fn a_claim_in_the_last_hours_does_not_pass_a_limit(app) {
        let world = World::new(app);
        let [holder, family, other] = ["Holder", "Ada", "Other"].map(|name| world.family(name));
        let (full, held) = full_tuesday(&world, &holder);
        let (waits, behind) = (family.books(&full).expect(201), other.books(&full).expect(201));
        books_around(&world, &family);
        app.set_clock("2026-11-24T08:30:00Z");
        cancels(&holder, &held);
        let claim = |family: &Family, entry: &Value| {
            family.parent.post(&format!("/api/v1/bookings/{}/claim", id(entry)), &json!({}))
        };
        claim(&family, &waits).refused(409, "over_limit");
        family.books(&full).refused(409, "over_limit");
        assert_eq!(claim(&other, &behind).expect(200)["status"], "booked");
    }

    fn moving_does_not_pass_a_limit_and_staff_may_with_a_reason(app) {
        let world = World::new(app);
        let days = ["2026-11-23", "2026-11-24", "2026-12-03"];
        let [one, two, far] = days.map(|day| world.session(on(day, "10:00", "11:00")));
        let near = world.session(on("2026-11-25", "10:00", "11:00"));
        let family = world.family("Ada");
        family.books(&one).expect(201);
        family.books(&two).expect(201);
        let path = format!("/api/v1/bookings/{}/move", id(&family.books(&far).expect(201)));
        family.parent.post(&path, &json!({ "session_id": near })).refused(409, "over_limit");
        world.staff.post(&path, &json!({ "session_id": near })).refused(409, "over_limit");
        let reason = json!({ "session_id": near, "reason": "The far date is called off" });
        world.staff.post(&path, &reason).expect(200);
        // The reason of a move is in the log alone, where the auditor does not look.
        app.expect_broken(&["what a family books itself is within its limits"]);
    }

    fn a_referral_passes_a_limit_from_the_line_too(app) {
        let world = World::new(app);
        let (holder, family) = (world.family("Holder"), world.family("Ada"));
        let (full, held) = full_tuesday(&world, &holder);
        let waits = family.books(&full).expect(201);
        books_around(&world, &family);
        let visitor = world.professional("health");
        visitor.post(&format!("/api/v1/sessions/{full}/referrals"), &referral(&family)).expect(201);
        cancels(&holder, &held);
        assert_eq!(family.status(&waits), "booked");
    }

    fn staff_ask_for_a_place_beyond_the_limit_and_it_comes_from_the_line(app) {
        let world = World::new(app);
        let (holder, family) = (world.family("Holder"), world.family("Ada"));
        let (full, held) = full_tuesday(&world, &holder);
        books_around(&world, &family);
        let body = merged(family.party(), json!({ "reason": "The health visitor asks for it" }));
        let path = format!("/api/v1/sessions/{full}/bookings");
        let waits = world.staff.post(&path, &body).expect(201);
        assert_eq!(waits["status"], "waiting");
        cancels(&holder, &held);
        assert_eq!(family.status(&waits), "offered");
    }

    fn the_auditor_sees_a_limit_that_was_passed(app) {
        let world = World::new(app);
        let (holder, family) = (world.family("Holder"), world.family("Ada"));
        let (full, _) = full_tuesday(&world, &holder);
        family.books(&full).expect(201);
        books_around(&world, &family);
        let [session, id] = [full, family.id.clone()];
        let slip = move |tx: &mut Tx| {
            diesel::update(booking_sessions::table)
                .filter(booking_sessions::session_id.eq(&session))
                .filter(booking_sessions::family_id.eq(&id))
                .set(booking_sessions::holds.eq("place"))
                .execute(tx.conn())?;
            Ok(())
        };
        app.store.write(Actor::service(), slip).expect("a slip of the program");
        app.expect_broken(&[
            "what a family books itself is within its limits",
            "a booking holds what it says",
            "never more taken than capacity",
        ]);
    }

    fn a_child_is_in_one_session_at_a_time(app) {
        let world = World::new(app);
        let other = world.activity(json!({ "title": "Messy Mondays" }));
        let family = world.family("Ada");
        family.books(&world.session(on("2026-11-23", "10:00", "11:00"))).expect(201);
        let mut overlapping = on("2026-11-23", "10:59", "12:00");
        overlapping["activity_id"] = json!(other);
        family.books(&world.session(overlapping)).refused(409, "clashing_booking");
        let mut after = on("2026-11-23", "11:00", "12:00");
        after["activity_id"] = json!(other);
        family.books(&world.session(after)).expect(201);
    }
}

fn cancels(family: &Family, booked: &Value) {
    let path = format!("/api/v1/bookings/{}/cancel", id(booked));
    family.parent.post(&path, &json!({})).expect(200);
}

/// A session on Tuesday whose only place is the holder's.
fn full_tuesday(world: &World, holder: &Family) -> (String, Value) {
    let mut tuesday = on("2026-11-24", "10:00", "11:00");
    tuesday["capacity"] = json!(1);
    let full = world.session(tuesday);
    let held = holder.books(&full).expect(201);
    (full, held)
}

/// As many places as a family may have in seven days, around Tuesday.
fn books_around(world: &World, family: &Family) -> [Value; 2] {
    ["2026-11-23", "2026-11-25"]
        .map(|day| family.books(&world.session(on(day, "10:00", "11:00"))).expect(201))
}
