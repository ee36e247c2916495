//! What time alone brings families and professionals to read, each once.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::attendance::referrals::service::tell_outcomes;
use firstplace::base::fault::Fault;
use firstplace::bookings::telling::service::{list_unreached, remind, tell_open};
use firstplace::db::Tx;
use firstplace::db::schema::outbox;
use serde_json::{Value, json};

use crate::support::app::{TestApp, at, both};
use crate::support::mail::letters;
use crate::support::world::{NEXT_MONDAY, World, id, referral};

/// No mail server takes letters of this kind.
fn give_up(app: &TestApp, kind: &'static str) {
    let write = move |tx: &mut Tx| {
        let now = tx.now();
        diesel::update(outbox::table.filter(outbox::kind.eq(kind)))
            .set((outbox::state.eq("dead"), outbox::ended_at.eq(now)))
            .execute(tx.conn())?;
        Ok(())
    };
    app.store.write(Actor::service(), write).expect("the letters are given up");
}

fn run(app: &TestApp, step: fn(&mut Tx) -> Result<usize, Fault>) -> usize {
    app.store.write(Actor::service(), step).expect("a round")
}

both! {
    fn a_family_is_reminded_once_at_four_the_day_before(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        world.family("Comes").books(&session).expect(201);

        app.set_clock("2026-11-22T15:59:59Z");
        assert_eq!(run(app, remind), 0);
        app.set_clock("2026-11-22T16:00:00Z");
        assert_eq!(run(app, remind), 1);
        app.advance(TimeDelta::minutes(1));
        assert_eq!(run(app, remind), 0);

        let letter = letters(app, "reminder").remove(0);
        assert_eq!(letter.to, "comes@example.org");
        assert!(letter.says("See you soon: Stay and Play on Monday 23 November"));
        assert!(letter.says("Comes 0"), "the child is named");
    }

    fn nobody_is_reminded_of_what_they_gave_up_or_wait_for(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let first = world.family("Gives Up");
        let booking = first.books(&session).expect(201);
        first.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&booking)), &json!({})).expect(200);
        world.family("Has It").books(&session).expect(201);
        world.family("Waits").books(&session).expect(201);

        run(app, remind);
        app.set_clock("2026-11-22T16:00:00Z");
        assert_eq!(run(app, remind), 1);
        assert_eq!(letters(app, "reminder")[0].to, "has.it@example.org");
    }

    fn a_cancelled_session_reminds_nobody(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        world.family("Comes").books(&session).expect(201);
        let path = format!("/api/v1/sessions/{session}/cancel");
        world.staff.post(&path, &json!({ "reason": "the leader is ill" })).expect(200);

        run(app, remind);
        app.set_clock("2026-11-22T16:00:00Z");
        assert_eq!(run(app, remind), 0);
    }

    fn whoever_asked_is_told_once_when_booking_opens_on_the_second(app) {
        let world = World::new(app);
        let session = world.session(json!({ "public_release_at": "2026-11-18T09:00:00Z" }));
        let family = world.family("Asks");
        let path = format!("/api/v1/sessions/{session}/alerts");
        family.parent.post(&path, &json!({})).expect(201);
        family.parent.post(&path, &json!({})).expect(201);

        app.clock.set(at("2026-11-18T09:00:00Z") - TimeDelta::microseconds(1));
        assert_eq!(run(app, tell_open), 0);
        app.set_clock("2026-11-18T09:00:00Z");
        assert_eq!(run(app, tell_open), 1);
        assert_eq!(run(app, tell_open), 0);

        let letter = letters(app, "booking_opens").remove(0);
        assert_eq!(letter.to, "asks@example.org");
        assert!(letter.says("You can book now."));
        let stop = letter.button("Stop these messages");
        let asked = app.nobody.get(&stop).page(200);
        assert!(asked.contains("Stop these messages?") && asked.contains("Stay and Play"), "{asked}");
        let page = app.nobody.post(&format!("{stop}/stop"), &Value::Null);
        assert!(page.status == 200 && page.text.contains("No more messages"), "{}", page.text);
    }

    fn a_family_whose_offer_does_not_arrive_is_on_the_list_to_ring_once(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&session).expect(201);
        let waits = world.family("Waits");
        waits.books(&session).expect(201);
        holder.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&held)), &json!({})).expect(200);
        assert_eq!(run(app, list_unreached), 0);

        give_up(app, "offer");
        assert_eq!(run(app, list_unreached), 1);
        assert_eq!(run(app, list_unreached), 0);

        let tasks = world.staff.get("/api/v1/tasks").expect(200);
        assert_eq!(tasks["items"].as_array().map(Vec::len), Some(1), "{tasks}");
        let task = &tasks["items"][0];
        assert_eq!(task["kind"], "not_reached", "{tasks}");
        assert_eq!(task["session_id"], session.as_str());
    }

    fn a_professional_hears_what_became_of_a_referral_and_no_name(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let visitor = world.professional("voluntary");
        let path = format!("/api/v1/sessions/{session}/referrals");
        for name in ["Gets It", "Does Not"] {
            let family = world.family(name);
            visitor.post(&path, &referral(&family)).expect(201);
        }

        run(app, tell_outcomes);
        app.clock.set(at(NEXT_MONDAY[1]));
        app.sweep();
        assert_eq!(run(app, tell_outcomes), 2);
        assert_eq!(run(app, tell_outcomes), 0);

        let outcomes = letters(app, "outcome");
        assert!(outcomes[0].says("The family was given a place."));
        assert!(outcomes[1].says("There was no place for the family in time."));
        for outcome in outcomes {
            assert!(outcome.says("Your referral of 16 November") || outcome.says("Your referral of Monday 16 November"));
            assert!(!outcome.says("Gets It") && !outcome.says("Does Not"));
        }
    }
}
