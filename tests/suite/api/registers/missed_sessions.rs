//! Families that do not come: asked once a run, the same for all, and never for what they told us.

use chrono::TimeDelta;
use firstplace::access::Role;
use firstplace::attendance::not_coming::service::ask;
use serde_json::{Value, json};
use ureq::http::Method;

use super::weeks::{completed, marks, monday, run, tasks, weekly};
use crate::support::app::{TestApp, both};
use crate::support::mail::letters;
use crate::support::world::{Family, World, id};

const SETTINGS: &str = "/api/v1/attendance-settings";

fn switch_on(world: &World) {
    let manager = world.app.as_role(Role::Manager);
    let etag = manager.get(SETTINGS).header("etag").expect("an ETag").to_owned();
    let on = json!({ "not_coming": { "on": true } });
    manager.call(Method::PATCH, SETTINGS).json(&on).if_match(&etag).send().expect(200);
}

/// A family's places in sessions of the first weeks.
fn places(world: &World, family: &Family, sessions: &[String]) -> Vec<Value> {
    world.app.set_clock("2026-11-16T10:00:00Z");
    sessions.iter().map(|session| family.books(session).expect(201)).collect()
}

fn sessions(world: &World, weeks: i64) -> Vec<String> {
    (0..weeks).map(|week| weekly(world, week, json!({}))).collect()
}

/// A session is held with what is said of a booking, and looked at when that has settled.
fn held(
    app: &TestApp,
    world: &World,
    week: i64,
    session: &str,
    said: Option<(&Value, &str)>,
) -> usize {
    app.set_clock(&monday(week, "10:10:00"));
    if let Some((booking, mark)) = said {
        marks(world, session, booking, mark);
    }
    completed(world, session);
    app.advance(TimeDelta::hours(13));
    run(app, ask)
}

both! {
    fn a_family_that_missed_three_is_asked_once_and_is_on_the_list(app) {
        let world = World::new(app);
        switch_on(&world);
        run(app, ask);
        let (absent, comes) = (world.family("Absent"), world.family("Comes"));
        let all = sessions(&world, 5);
        places(&world, &absent, &all);
        let here = places(&world, &comes, &all);

        let weeks_asked: Vec<i64> = (0..5_i64)
            .zip(&all)
            .zip(&here)
            .flat_map(|((week, session), here)| {
                vec![week; held(app, &world, week, session, Some((here, "came")))]
            })
            .collect();

        assert_eq!(weeks_asked, [2], "once for the same run");
        let asked = letters(app, "not_coming");
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].to, "absent@example.org");
        assert!(asked[0].says("three times") && asked[0].says("0161 912 2122"));
        let listed = tasks(&world, "not_coming");
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0]["family_id"], absent.id);
        assert_eq!(listed[0]["centre_id"], world.centre);
    }

    fn what_a_family_told_us_or_cancelled_is_not_held_against_it(app) {
        let world = World::new(app);
        switch_on(&world);
        run(app, ask);
        let family = world.family("Ada");
        let all = sessions(&world, 6);
        let own = places(&world, &family, &all);
        let cancels = |booking: &Value| {
            let path = format!("/api/v1/bookings/{}/cancel", id(booking));
            family.parent.post(&path, &json!({})).expect(200);
        };

        assert_eq!(held(app, &world, 0, &all[0], None), 0, "missed");
        assert_eq!(held(app, &world, 1, &all[1], Some((&own[1], "told_us"))), 0);
        app.set_clock(&monday(2, "09:00:00"));
        cancels(&own[2]);
        assert_eq!(held(app, &world, 2, &all[2], None), 0, "cancelled late is cancelled");
        app.set_clock(&monday(2, "12:00:00"));
        cancels(&own[3]);
        assert_eq!(held(app, &world, 3, &all[3], None), 0);
        assert_eq!(held(app, &world, 4, &all[4], None), 0, "missed");
        assert!(letters(app, "not_coming").is_empty());
        assert_eq!(held(app, &world, 5, &all[5], None), 1, "the third, in six weeks");
    }

    fn coming_again_ends_a_run_and_another_may_begin(app) {
        let world = World::new(app);
        switch_on(&world);
        run(app, ask);
        let family = world.family("Ada");
        let all = sessions(&world, 7);
        let own = places(&world, &family, &all);
        let weeks_asked: Vec<i64> = (0..7_i64)
            .zip(&all)
            .flat_map(|(week, session)| {
                let said = (week == 3).then(|| (&own[3], "late"));
                vec![week; held(app, &world, week, session, said)]
            })
            .collect();
        assert_eq!(weeks_asked, [2, 6]);
        assert_eq!(letters(app, "not_coming").len(), 2);
        assert_eq!(tasks(&world, "not_coming").len(), 1, "one name, however often");
    }

    fn nobody_is_asked_until_it_is_switched_on_and_an_activity_may_have_its_own_numbers(app) {
        let world = World::new(app);
        run(app, ask);
        let family = world.family("Ada");
        let all = sessions(&world, 4);
        places(&world, &family, &all);
        for (week, session) in (0..3).zip(&all) {
            assert_eq!(held(app, &world, week, session, None), 0);
        }
        assert!(letters(app, "not_coming").is_empty() && tasks(&world, "not_coming").is_empty());

        let path = format!("/api/v1/activities/{}/attendance-settings", world.activity);
        let own = json!({ "not_coming": { "on": true, "missed": 2, "weeks": 2 } });
        let set = world.staff.put(&path, &own).expect(200);
        assert_eq!(set["holds"], json!({ "on": true, "missed": 2, "weeks": 2 }));
        assert_eq!(held(app, &world, 3, &all[3], None), 1);
        assert!(letters(app, "not_coming")[0].says("twice"), "two in two weeks");
    }

    fn a_correction_made_the_same_day_is_heard_first(app) {
        let world = World::new(app);
        switch_on(&world);
        run(app, ask);
        let family = world.family("Ada");
        let all = sessions(&world, 3);
        let own = places(&world, &family, &all);
        for (week, session) in (0..2).zip(&all) {
            assert_eq!(held(app, &world, week, session, None), 0);
        }
        app.set_clock(&monday(2, "11:00:00"));
        completed(&world, &all[2]);
        app.set_clock(&monday(2, "22:59:59"));
        assert_eq!(run(app, ask), 0);
        marks(&world, &all[2], &own[2], "told_us");
        app.set_clock(&monday(3, "10:00:00"));
        assert_eq!(run(app, ask), 0, "it is not missed any more");
    }

    fn a_child_that_came_with_its_other_household_was_not_missed(app) {
        let world = World::new(app);
        switch_on(&world);
        run(app, ask);
        let mother = world.family("Mother");
        let body = json!({
            "carers": [{ "name": "Father", "email": "father@example.org" }],
            "children": [{ "id": mother.children[0] }], "centre_id": world.centre,
        });
        let father = id(&world.staff.post("/api/v1/families", &body).expect(201));
        let all = sessions(&world, 3);
        places(&world, &mother, &all);
        for (week, session) in (0..3_i64).zip(&all) {
            app.set_clock(&monday(week, "10:05:00"));
            let mark = json!([{ "client_id": format!("m{week}"), "at": app.now().to_string(),
                "family_id": father, "mark": "came" }]);
            crate::api::registers::takes(&world.staff, session, mark);
            assert_eq!(held(app, &world, week, session, None), 0);
        }
        assert!(letters(app, "not_coming").is_empty());
    }

    fn a_sensitive_session_is_never_counted(app) {
        let world = World::new(app);
        switch_on(&world);
        run(app, ask);
        let family = world.family("Ada");
        let activity = world.activity(json!({ "title": "Freedom", "sensitive": true }));
        let all: Vec<String> =
            (0..3).map(|week| weekly(&world, week, json!({ "activity_id": activity }))).collect();
        for session in &all {
            let path = format!("/api/v1/sessions/{session}/bookings");
            world.staff.post(&path, &family.party()).expect(201);
        }
        for (week, session) in (0..3).zip(&all) {
            assert_eq!(held(app, &world, week, session, None), 0);
        }
    }

    fn attendance_settings_are_the_managers_and_have_bounds(app) {
        let world = World::new(app);
        let shown = world.staff.get(SETTINGS);
        let etag = shown.header("etag").expect("an ETag").to_owned();
        assert_eq!(shown.expect(200), json!({
            "not_coming": { "on": false, "missed": 3, "weeks": 8 }, "incomplete_days": 2,
        }));
        let sends = |who: &crate::support::client::Client, body: Value| {
            who.call(Method::PATCH, SETTINGS).json(&body).if_match(&etag).send()
        };
        sends(&world.staff, json!({ "incomplete_days": 3 })).refused(403, "not_allowed");
        for wrong in [
            json!({ "not_coming": { "missed": 1 } }),
            json!({ "not_coming": { "weeks": 53 } }),
            json!({ "incomplete_days": 0 }),
        ] {
            sends(&world.admin, wrong).refused(422, "invalid_request");
        }
        assert_eq!(sends(&world.admin, json!({ "incomplete_days": 3 })).expect(200)["incomplete_days"], 3);
        sends(&world.admin, json!({ "incomplete_days": 4 })).refused(412, "version_conflict");
        let path = format!("/api/v1/activities/{}/attendance-settings", world.activity);
        let half = json!({ "not_coming": { "on": true, "missed": 2 } });
        world.staff.put(&path, &half).refused(422, "invalid_request");
    }
}
