//! What an activity's past sessions suggest for its release, with the numbers it rests on.

use chrono::{Days, NaiveDate};
use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::world::{World, referral};

/// A session of two places so many weeks after the first, with a referral on the third day of its
/// window, a family that books when it is public, and one that waits in vain.
fn hold(app: &TestApp, world: &World, week: u64) {
    let first: NaiveDate = "2026-12-07".parse().expect("a day");
    let day = |days: u64| first + Days::new(7 * week) - Days::new(days);
    let session = world.draft(json!({
        "starts_at": format!("{}T10:00:00Z", day(0)),
        "ends_at": format!("{}T11:30:00Z", day(0)),
        "referrals_open_at": format!("{}T09:00:00Z", day(14)),
        "public_release_at": format!("{}T09:00:00Z", day(7)),
        "capacity": 2,
    }));
    let announce = format!("/api/v1/sessions/{session}/announce");
    world.staff.post(&announce, &json!({})).expect(200);

    app.set_clock(&format!("{}T10:00:00Z", day(12)));
    let referred = world.family(&format!("Referred {week}"));
    let path = format!("/api/v1/sessions/{session}/referrals");
    world.professional("health").post(&path, &referral(&referred)).expect(201);
    app.set_clock(&format!("{}T15:30:00Z", day(7)));
    world.family(&format!("Public {week}")).books(&session).expect(201);
    world.family(&format!("Vain {week}")).books(&session).expect(201);
    app.set_clock(&format!("{}T12:00:00Z", day(0)));
    app.sweep();
}

fn suggestion(world: &World) -> Value {
    world.staff.get(&format!("/api/v1/activities/{}/suggestion", world.activity)).expect(200)
}

both! {
    fn four_sessions_are_enough_for_a_suggestion_and_three_are_not(app) {
        let world = World::new(app);
        // Every window ends before the next begins.
        for week in [0, 2, 4] {
            hold(app, &world, week);
        }
        let three = suggestion(&world);
        assert_eq!(three["suggestion"], Value::Null);
        assert!(three["why_not"].as_str().is_some_and(|why| why.starts_with("3 sessions")));

        hold(app, &world, 6);
        let four = suggestion(&world);
        let figures = &four["figures"];
        for (name, number) in [
            ("sessions", 4),
            ("capacity", 8),
            ("referral_places_used", 4),
            ("referred_in_vain", 0),
            ("others_in_vain", 4),
            ("families_in_vain", 4),
            ("released", 4),
            ("full", 4),
            ("full_before_release", 0),
            ("median_hours_to_fill", 6),
            ("window_days", 7),
            ("late_cancellations", 0),
            ("registers", 0),
        ] {
            assert_eq!(figures[name], number, "{name}: {figures}");
        }
        assert_eq!(four["suggestion"]["priority_places"], 1);
        assert_eq!(four["suggestion"]["window_days"], 3);
        assert_eq!(four["suggestion"]["because"].as_array().map(Vec::len), Some(2));
        assert_eq!(four["why_not"], Value::Null);
    }

    fn a_suggestion_is_for_those_who_see_the_centres_reports(app) {
        let world = World::new(app);
        let path = format!("/api/v1/activities/{}/suggestion", world.activity);
        app.as_role(Role::Manager).get(&path).expect(200);
        app.as_role(Role::FrontDesk).get(&path).refused(403, "not_allowed");
        world.staff.get("/api/v1/activities/none/suggestion").refused(404, "not_found");
    }
}
