//! The line: who is offered a freed place, in which order, until when, and what happens
//! when nobody answers.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::{TestApp, at, both};
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{Family, World, id, referral};

/// A full session of one place, the booking that holds it, and those who wait, in order.
struct Line<'a> {
    world: World<'a>,
    session: String,
    holder: Client,
    held: String,
    waiting: Vec<(Family, Value)>,
}

impl<'a> Line<'a> {
    fn of(app: &'a TestApp, session: Value, waiting: usize) -> Self {
        let world = World::new(app);
        let mut plan = json!({ "capacity": 1 });
        plan.as_object_mut().expect("an object").extend(session.as_object().cloned().expect("one"));
        let session = world.session(plan);
        let first = world.family("Holder");
        let held = id(&first.books(&session).expect(201));
        let join = |number| {
            let family = world.family(&format!("Waiting {number}"));
            let entry = family.books(&session).expect(201);
            assert_eq!(entry["status"], "waiting", "{entry}");
            (family, entry)
        };
        let waiting = (0..waiting).map(join).collect();
        Self { session, holder: first.parent, held, waiting, world }
    }

    fn frees(&self) {
        let path = format!("/api/v1/bookings/{}/cancel", self.held);
        self.holder.post(&path, &json!({})).expect(200);
    }

    fn status(&self, number: usize) -> String {
        let (family, entry) = &self.waiting[number];
        family.status(entry)
    }

    fn offer(&self, number: usize) -> Value {
        let (family, entry) = &self.waiting[number];
        let shown = family.parent.get(&format!("/api/v1/bookings/{}", id(entry))).expect(200);
        shown["offer"].clone()
    }

    fn answers(&self, number: usize, word: &str) -> crate::support::client::Answer {
        let offer = id(&self.offer(number));
        let path = format!("/api/v1/offers/{offer}/{word}");
        self.waiting[number].0.parent.post(&path, &json!({}))
    }
}

both! {
    fn cancelling_offers_the_place_to_the_next_family(app) {
        let line = Line::of(app, json!({}), 2);
        assert_eq!(line.world.line(&line.session), [0, 1].map(|n| id(&line.waiting[n].1)));

        line.frees();

        assert_eq!(line.status(0), "offered");
        assert_eq!(line.offer(0)["expires_at"], "2026-11-17T10:00:00Z");
        assert_eq!(line.status(1), "waiting");
        // Kept for them: nobody else gets it meanwhile.
        let passer_by = line.world.family("Passer-by");
        assert_eq!(passer_by.books(&line.session).expect(201)["status"], "waiting");
        assert_eq!(line.world.shown(&line.session)["places_left"], 0);

        line.answers(0, "accept").expect(200);
        assert_eq!(line.status(0), "booked");
        assert_eq!(line.status(1), "waiting");
    }

    fn a_family_reads_its_position_where_order_is_plain(app) {
        let world = World::new(app);
        let plain = json!({ "title": "Massage", "capacity": 1, "waitlist_order": "joining" });
        let session = world.session(json!({ "activity_id": world.activity(plain) }));
        let families = world.families(3);
        let asked = families.iter().map(|family| family.books(&session).expect(201));
        let positions: Vec<Value> = asked.map(|answer| answer["position"].clone()).collect();
        assert_eq!(positions, [Value::Null, json!(1), json!(2)]);
    }

    fn a_party_that_only_kept_places_would_let_in_is_promised_nothing(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 3, "priority_places": 1,
            "activity_id": world.activity(json!({ "title": "Splash", "unit": "children", "capacity": 3 })) }));
        let three = world.family_of("Three", &["2025-11-01", "2024-11-01", "2023-11-01"]);
        let asked = three.books(&session).expect(201);
        assert_eq!((&asked["status"], &asked["chance"]), (&json!("waiting"), &json!("some")));
        let letter = crate::support::mail::letters(app, "waiting").pop().expect("a letter");
        assert!(letter.says("We cannot be sure.") && !letter.says("good chance"));
        // Who comes after it stands worse, and a day before there is less hope for anybody.
        let full = world.session(json!({ "capacity": 8, "leader": "Somebody" }));
        let families = world.families(10);
        let asked: Vec<Value> = families.iter().map(|one| one.books(&full).expect(201)).collect();
        let chance = |at: usize| {
            let path = format!("/api/v1/bookings/{}", id(&asked[at]));
            families[at].parent.get(&path).expect(200)["chance"].clone()
        };
        assert_eq!((chance(8), chance(9)), (json!("good"), json!("some")));
        app.set_clock("2026-11-22T20:00:00Z");
        assert_eq!(chance(8), json!("small"));
    }

    fn a_declined_offer_goes_to_the_next(app) {
        let line = Line::of(app, json!({}), 2);
        line.frees();
        line.answers(0, "decline").expect(200);
        assert_eq!(line.status(0), "declined");
        assert_eq!(line.status(1), "offered");
    }

    fn an_offer_lives_until_its_end_and_not_at_it(app) {
        let line = Line::of(app, json!({}), 2);
        line.frees();
        let offer = id(&line.offer(0));
        app.set_clock("2026-11-17T10:00:00Z");
        let path = format!("/api/v1/offers/{offer}/accept");
        line.waiting[0].0.parent.post(&path, &json!({})).refused(409, "offer_ended");
        app.sweep();
        assert_eq!(line.status(0), "lapsed");
        assert_eq!(line.status(1), "offered");
    }

    fn an_offer_can_be_taken_a_moment_before_its_end(app) {
        let line = Line::of(app, json!({}), 1);
        line.frees();
        app.set_clock("2026-11-17T09:59:59.999999Z");
        line.answers(0, "accept").expect(200);
        assert_eq!(line.status(0), "booked");
    }

    fn a_lapsed_offer_is_never_open_to_the_public_while_somebody_waits(app) {
        let line = Line::of(app, json!({}), 2);
        line.frees();
        app.set_clock("2026-11-18T10:00:00Z");
        // No sweeper has run: the call itself settles what time has changed.
        let passer_by = line.world.family("Passer-by");
        assert_eq!(passer_by.books(&line.session).expect(201)["status"], "waiting");
        assert_eq!(line.status(0), "lapsed");
        assert_eq!(line.status(1), "offered");
    }

    fn a_family_that_let_an_offer_lapse_may_join_again_at_the_end(app) {
        let line = Line::of(app, json!({}), 2);
        line.frees();
        line.answers(0, "decline").expect(200);
        let again = line.waiting[0].0.books(&line.session).expect(201);
        assert_eq!(again["status"], "waiting");
        assert_eq!(line.world.line(&line.session).last(), Some(&id(&again)));
    }

    fn an_offer_that_would_end_in_the_evening_ends_at_nine_the_evening_before(app) {
        // Made Monday 18:00 for Tuesday 09:30: half the time is 01:45; 21:00 leaves three hours.
        let line = Line::of(app, json!({ "starts_at": "2026-11-17T09:30:00Z",
            "ends_at": "2026-11-17T10:30:00Z" }), 1);
        app.set_clock("2026-11-16T18:00:00Z");
        line.frees();
        assert_eq!(line.offer(0)["expires_at"], "2026-11-16T21:00:00Z");
    }

    fn an_offer_that_would_end_at_night_ends_in_the_morning(app) {
        // Made Monday 20:30 for Tuesday 10:00: half is 03:15; 21:00 is too soon; 09:00 is well before.
        let line = Line::of(app, json!({ "starts_at": "2026-11-17T10:00:00Z",
            "ends_at": "2026-11-17T11:00:00Z" }), 1);
        app.set_clock("2026-11-16T20:30:00Z");
        line.frees();
        assert_eq!(line.offer(0)["expires_at"], "2026-11-17T09:00:00Z");
    }

    fn an_offer_made_at_night_has_its_clock_started_at_eight(app) {
        // Made Monday 23:00 for Tuesday 14:00: told at 08:00, and then half of six hours.
        let line = Line::of(app, json!({ "starts_at": "2026-11-17T14:00:00Z",
            "ends_at": "2026-11-17T15:00:00Z" }), 1);
        app.set_clock("2026-11-16T23:00:00Z");
        line.frees();
        assert_eq!(line.offer(0)["expires_at"], "2026-11-17T11:00:00Z");
    }

    fn quiet_hours_are_those_of_the_centre_in_summer_too(app) {
        // British Summer Time: made at 19:30Z, half past eight there, for ten there tomorrow.
        app.set_clock("2027-06-07T12:00:00Z");
        let line = Line::of(app, json!({ "starts_at": "2027-06-08T09:00:00Z",
            "ends_at": "2027-06-08T10:00:00Z", "referrals_open_at": "2027-05-20T09:00:00Z",
            "public_release_at": "2027-06-01T08:00:00Z" }), 1);
        app.set_clock("2027-06-07T19:30:00Z");
        line.frees();
        assert_eq!(line.offer(0)["expires_at"], "2027-06-08T08:00:00Z");
    }

    fn the_referred_come_first_and_the_reason_is_kept(app) {
        let line = Line::of(app, json!({}), 1);
        let referred = line.world.family("Referred");
        let visitor = line.world.professional("health");
        let path = format!("/api/v1/sessions/{}/referrals", line.session);
        let told = visitor.post(&path, &referral(&referred)).expect(201);
        assert_eq!(told["state"], "waiting");
        let entry = referred.newest();
        assert_eq!(line.world.line(&line.session), [id(&entry), id(&line.waiting[0].1)]);
        let shown = line.world.staff.get(&format!("/api/v1/sessions/{}/waitlist", line.session));
        let shown = shown.expect(200);
        assert_eq!(shown["items"][0]["tier"], "referred");
        assert!(shown["items"][0]["reason"].is_string(), "{shown}");

        line.frees();
        // A referral wants to be booked at once.
        assert_eq!(referred.status(&entry), "booked");
        assert_eq!(line.status(0), "waiting");
    }

    fn a_referral_lifts_a_waiting_family_with_its_old_number(app) {
        let line = Line::of(app, json!({}), 3);
        let visitor = line.world.professional("health");
        let path = format!("/api/v1/sessions/{}/referrals", line.session);
        let ids: Vec<String> = line.waiting.iter().map(|(_, entry)| id(entry)).collect();
        for lifted in [2, 1] {
            visitor.post(&path, &referral(&line.waiting[lifted].0));
        }
        assert_eq!(line.world.line(&line.session), [ids[1].clone(), ids[2].clone(), ids[0].clone()]);
    }

    fn booked_at_once_after_the_last_day_to_cancel_is_an_offer(app) {
        let line = Line::of(app, json!({}), 0);
        let referred = line.world.family("Referred");
        let visitor = line.world.professional("health");
        let path = format!("/api/v1/sessions/{}/referrals", line.session);
        visitor.post(&path, &referral(&referred)).expect(201);
        let entry = referred.newest();
        app.set_clock("2026-11-22T10:30:00Z");
        line.frees();
        assert_eq!(referred.status(&entry), "offered");
    }

    fn a_waiting_family_can_leave(app) {
        let line = Line::of(app, json!({}), 2);
        let path = format!("/api/v1/bookings/{}/cancel", id(&line.waiting[0].1));
        line.waiting[0].0.parent.post(&path, &json!({})).expect(200);
        line.frees();
        assert_eq!(line.status(0), "cancelled");
        assert_eq!(line.status(1), "offered");
    }

    fn cancelling_twice_is_cancelling_once(app) {
        let line = Line::of(app, json!({}), 2);
        line.frees();
        line.frees();
        assert_eq!(line.status(0), "offered");
        assert_eq!(line.status(1), "waiting");
    }

    fn a_larger_capacity_is_offered_along_the_line(app) {
        let line = Line::of(app, json!({}), 3);
        let path = format!("/api/v1/sessions/{}", line.session);
        let etag = line.world.staff.get(&path).header("etag").expect("an ETag").to_owned();
        let edit = line.world.staff.call(ureq::http::Method::PATCH, &path);
        edit.json(&json!({ "capacity": 3 })).if_match(&etag).send().expect(200);
        assert_eq!(
            [line.status(0), line.status(1), line.status(2)],
            ["offered", "offered", "waiting"]
        );
    }

    fn the_waiting_order_is_for_staff_alone(app) {
        let line = Line::of(app, json!({}), 1);
        let path = format!("/api/v1/sessions/{}/waitlist", line.session);
        let elsewhere = json!({ "name": "Elsewhere" });
        let elsewhere = id(&line.world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let there = Person { centre: Some(&elsewhere), ..Person::default() };
        app.sign_in(Role::Staff, &there).get(&path).refused(404, "not_found");
        app.as_role(Role::FrontDesk).get(&path).refused(403, "not_allowed");
        line.holder.get(&path).refused(403, "not_allowed");
    }

    fn when_a_session_is_cancelled_the_line_is_over(app) {
        let line = Line::of(app, json!({}), 1);
        let why = json!({ "reason": "The boiler is broken." });
        let path = format!("/api/v1/sessions/{}/cancel", line.session);
        line.world.staff.post(&path, &why).expect(200);
        assert_eq!(line.status(0), "cancelled");
        line.world.staff.post(&path, &why).expect(200);
    }

    fn from_two_hours_before_nobody_is_offered_and_the_first_to_claim_has_it(app) {
        let line = Line::of(app, json!({}), 2);
        app.set_clock("2026-11-23T08:00:00Z");
        line.frees();
        assert_eq!([line.status(0), line.status(1)], ["waiting", "waiting"]);

        // The public may not: somebody who fits waits.
        let passer_by = line.world.family("Passer-by");
        assert_eq!(passer_by.books(&line.session).expect(201)["status"], "waiting");
        // The second in line claims first.
        let claim = format!("/api/v1/bookings/{}/claim", id(&line.waiting[1].1));
        line.waiting[1].0.parent.post(&claim, &json!({})).expect(200);
        assert_eq!([line.status(0), line.status(1)], ["waiting", "booked"]);
        let claim = format!("/api/v1/bookings/{}/claim", id(&line.waiting[0].1));
        line.waiting[0].0.parent.post(&claim, &json!({})).refused(409, "session_full");
    }

    fn an_offer_is_still_made_a_moment_before_the_last_two_hours(app) {
        let line = Line::of(app, json!({}), 1);
        app.set_clock("2026-11-23T07:59:59Z");
        line.frees();
        assert_eq!(line.status(0), "offered");
        let expires = line.offer(0)["expires_at"].as_str().map(at).expect("an end");
        assert!(expires < at("2026-11-23T10:00:00Z"), "{expires}");
    }
}
