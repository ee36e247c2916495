//! Who is asked how a session was, when, and who never is.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::schema::outbox;
use firstplace::feedback::service::ask::ask;
use serde_json::json;

use super::{agrees, came, says};
use crate::api::registers::weeks::{completed, marks, monday, run, weekly};
use crate::support::app::{TestApp, at, both};
use crate::support::mail::letters;
use crate::support::world::{Family, World, id};

/// Looks at what was completed twelve hours ago and since.
fn asks(app: &TestApp) -> usize {
    app.advance(TimeDelta::hours(13));
    run(app, ask)
}

fn asked(app: &TestApp) -> Vec<String> {
    letters(app, "feedback").into_iter().map(|letter| letter.to).collect()
}

fn due(app: &TestApp) -> Vec<firstplace::base::moment::Moment> {
    let read = app.store.read(Actor::service(), |tx| {
        let feedback = outbox::table.filter(outbox::kind.eq("feedback"));
        Ok(feedback.order(outbox::id).select(outbox::due_at).load(tx.conn())?)
    });
    read.expect("the outbox is read")
}

fn change(world: &World, family: &Family, changed: &serde_json::Value) {
    let home = format!("/api/v1/families/{}", family.id);
    let etag = world.staff.get(&home).header("etag").expect("an ETag").to_owned();
    let call = world.staff.call(ureq::http::Method::PATCH, &home).json(changed);
    call.if_match(&etag).send().expect(200);
}

both! {
    fn a_family_that_came_and_said_yes_is_asked_once_the_day_after(app) {
        let world = World::new(app);
        run(app, ask);
        let session = weekly(&world, 0, json!({}));
        let (yes, no, silent) = (world.family("Yes"), world.family("No"), world.family("Silent"));
        agrees(&yes, "yes");
        agrees(&no, "no");
        came(&world, &session, &[&yes, &no, &silent]);

        assert_eq!(run(app, ask), 0, "a correction of the same day is heard first");
        assert_eq!(asks(app), 1);
        assert_eq!(asks(app), 0, "once");
        assert_eq!(asked(app), ["yes@example.org"]);
        assert_eq!(due(app), [at("2026-11-24T09:00:00Z")], "in the daytime of the day after");

        let letter = letters(app, "feedback").remove(0);
        assert!(letter.says("How was it?") && letter.says("Stay and Play"), "{:?}", letter.written);
        assert!(letter.paths().iter().any(|path| path.starts_with("/feedback/")));
    }

    fn nobody_is_asked_where_no_register_was_completed_or_they_did_not_come(app) {
        let world = World::new(app);
        run(app, ask);
        let (open, absent) = (weekly(&world, 0, json!({})), weekly(&world, 1, json!({})));
        let (one, other) = (world.family("One"), world.family("Other"));
        for family in [&one, &other] {
            agrees(family, "yes");
        }
        let booking = one.books(&open).expect(201);
        other.books(&absent).expect(201);
        app.set_clock(&monday(0, "10:10:00"));
        marks(&world, &open, &booking, "came");
        app.set_clock(&monday(1, "11:45:00"));
        completed(&world, &absent);

        assert_eq!(asks(app), 0);
        assert!(asked(app).is_empty());
    }

    fn a_carer_is_asked_at_most_once_a_fortnight(app) {
        let world = World::new(app);
        run(app, ask);
        let sessions: Vec<String> = (0..4).map(|week| weekly(&world, week, json!({}))).collect();
        let family = world.family("Ada");
        agrees(&family, "yes");
        let bookings: Vec<_> =
            sessions.iter().map(|session| family.books(session).expect(201)).collect();

        let mut weeks = Vec::new();
        for (week, (session, booking)) in (0..4).zip(sessions.iter().zip(&bookings)) {
            app.set_clock(&monday(week, "10:10:00"));
            marks(&world, session, booking, "came");
            completed(&world, session);
            weeks.extend(vec![week; asks(app)]);
        }
        assert_eq!(weeks, [0, 2]);
    }

    fn who_must_not_be_written_to_is_not_asked(app) {
        let world = World::new(app);
        run(app, ask);
        let lead = app.as_role(Role::SafeguardingLead);
        let session = weekly(&world, 0, json!({}));
        let family = |name: &str| {
            let family = world.family(name);
            agrees(&family, "yes");
            family
        };
        let (open, restricted) = (family("Open"), family("Restricted"));
        let (unsafe_home, left) = (family("Unsafe"), family("Left"));
        let (silenced, gone) = (family("Silenced"), family("Gone"));
        came(&world, &session, &[&open, &restricted, &unsafe_home, &left, &silenced, &gone]);

        let limits = |restricted: bool, unsafe_address: bool| {
            json!({ "restricted": restricted, "unsafe_address": unsafe_address })
        };
        let restriction = |family: &Family| format!("/api/v1/families/{}/restriction", family.id);
        lead.put(&restriction(&restricted), &limits(true, false)).expect(200);
        lead.put(&restriction(&unsafe_home), &limits(false, true)).expect(200);
        left.parent.post(&format!("/api/v1/families/{}/opt-out", left.id), &json!({})).expect(200);
        let child = |family: &Family| {
            format!("/api/v1/families/{}/children/{}", family.id, family.children[0])
        };
        let died = json!({ "ended": "died" });
        silenced.parent.post(&format!("{}/end", child(&silenced)), &died).expect(202);
        change(&world, &gone, &json!({ "moved_away_on": "2026-11-23" }));

        assert_eq!(asks(app), 1);
        assert_eq!(asked(app), ["open@example.org"]);
    }

    fn a_sensitive_session_is_never_asked_about(app) {
        let world = World::new(app);
        run(app, ask);
        let activity = world.activity(json!({ "title": "Freedom", "sensitive": true }));
        let session = weekly(&world, 0, json!({ "activity_id": activity }));
        let family = world.family("Ada");
        agrees(&family, "yes");
        let path = format!("/api/v1/sessions/{session}/bookings");
        let booking = world.staff.post(&path, &family.party()).expect(201);
        app.set_clock(&monday(0, "10:10:00"));
        marks(&world, &session, &booking, "came");
        app.set_clock(&monday(0, "11:45:00"));
        completed(&world, &session);

        assert_eq!(asks(app), 0);
        says(&family, &session, &json!({ "good": true })).refused(404, "not_found");
    }

    fn one_press_stops_such_letters_and_what_is_queued_does_not_leave(app) {
        let world = World::new(app);
        run(app, ask);
        let session = weekly(&world, 0, json!({}));
        let family = world.family("Ada");
        agrees(&family, "yes");
        came(&world, &session, &[&family]);
        assert_eq!(asks(app), 1);

        let stop = letters(app, "feedback").remove(0).button("Stop these messages");
        crate::pages::shows(&app.nobody.get(&stop), 200, &["Stop these messages?"]);
        crate::pages::shows(&app.nobody.press(&stop), 200, &["We will not ask you again"]);
        crate::pages::shows(&app.nobody.get(&stop), 200, &["We will not ask you again"]);
        let home = family.parent.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let carer = &home["carers"][0];
        let no = |answer: &serde_json::Value| {
            answer["question"] == "feedback_by_email" && answer["value"] == "no"
        };
        let hers = |answer: &serde_json::Value| answer["subject_id"] == carer["id"] && no(answer);
        assert!(home["answers"].as_array().is_some_and(|all| all.iter().any(hers)), "{home}");
        assert_eq!(id(carer).len(), 32);
    }
}
