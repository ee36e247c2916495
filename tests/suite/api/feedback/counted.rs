//! What is counted of what families said: from five answers on, and never so that one could be worked
//! out.

use firstplace::access::Role;
use serde_json::{Value, json};

use super::{came, says};
use crate::api::registers::desk;
use crate::api::registers::weeks::{completed, marks, monday, weekly};
use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::world::{Family, World};

fn report(who: &Client, query: &str) -> Value {
    who.get(&format!("/api/v1/reports/feedback{query}")).expect(200)
}

/// Families come to a session of a week, and all but the first say that it was good.
fn said(app: &TestApp, world: &World, week: i64, session: &str, families: &[Family]) {
    let bookings: Vec<Value> =
        families.iter().map(|family| family.books(session).expect(201)).collect();
    app.set_clock(&monday(week, "10:10:00"));
    for booking in &bookings {
        marks(world, session, booking, "came");
    }
    completed(world, session);
    for (at, family) in families.iter().enumerate() {
        says(family, session, &json!({ "good": at > 0, "text": "A zebra." })).expect(200);
    }
}

both! {
    fn an_activity_is_shown_from_five_answers_on(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let busy = weekly(&world, 0, json!({}));
        let quiet = world.activity(json!({ "title": "Yoga" }));
        let quiet = weekly(&world, 0, json!({ "activity_id": quiet }));
        let families = world.families(9);
        let (five, four) = families.split_at(5);
        app.set_clock("2026-11-16T10:00:00Z");
        let bookings: Vec<Value> =
            four.iter().map(|family| family.books(&quiet).expect(201)).collect();
        said(app, &world, 0, &busy, five);
        for booking in &bookings {
            marks(&world, &quiet, booking, "came");
        }
        for family in four {
            says(family, &quiet, &json!({ "good": true })).expect(200);
        }

        let november = "?from=2026-11-01&to=2026-11-30";
        app.set_clock("2026-12-15T12:00:00Z");
        assert_eq!(report(&manager, "?from=2026-11-01")["activities"], json!([]), "not settled yet");
        app.set_clock("2026-12-16T12:00:00Z");
        let shown = report(&manager, november);
        let lines = shown["activities"].as_array().expect("lines");
        assert_eq!(lines.len(), 2, "{shown}");
        assert_eq!(lines[0]["title"], "Stay and Play");
        assert_eq!(
            lines[0]["figures"],
            json!({ "answers": 5, "good": 4, "percent_good": 80 })
        );
        assert_eq!((&lines[1]["title"], &lines[1]["figures"]), (&json!("Yoga"), &Value::Null));
        assert_eq!(shown["shown"]["answers"], 5, "a total gives no hidden number away");
        assert!(!shown.to_string().contains("zebra"), "{shown}");

        let csv = manager.get(&format!("/api/v1/reports/feedback{november}&format=csv")).text;
        let heads = csv.trim_start_matches('\u{feff}');
        assert!(heads.starts_with("from,to,activity_id,activity,"), "{csv}");
        assert!(!csv.contains("zebra") && csv.lines().count() == 3, "{csv}");
    }

    fn few_answers_wait_for_those_of_the_months_after(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let first = weekly(&world, 0, json!({}));
        let later = weekly(&world, 2, json!({}));
        let families = world.families(3);
        said(app, &world, 0, &first, &families);
        said(app, &world, 2, &later, &families);
        app.set_clock("2027-02-01T12:00:00Z");

        let figures = |query: &str| report(&manager, query)["activities"][0]["figures"].clone();
        assert_eq!(figures("?from=2026-11-01&to=2026-11-30"), Value::Null);
        let both = json!({ "answers": 6, "good": 4, "percent_good": 66 });
        assert_eq!(figures("?from=2026-12-01&to=2026-12-31"), both);
        assert_eq!(figures("?from=2026-11-01&to=2026-12-31"), both);
    }

    fn it_is_for_those_who_see_reports_at_their_centres(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        let families = world.families(1);
        came(&world, &session, &[&families[0]]);
        for role in [Role::FrontDesk, Role::Volunteer] {
            desk(&world, role).get("/api/v1/reports/feedback").refused(403, "not_allowed");
        }
        app.set_clock("2026-12-20T12:00:00Z");
        let here = report(&world.staff, &format!("?centre_id={}", world.centre));
        assert_eq!(here["activities"].as_array().map(Vec::len), Some(1), "{here}");
        let other = json!({ "name": "Sale West" });
        let other = world.admin.post("/api/v1/centres", &other).expect(201);
        let there = format!("/api/v1/reports/feedback?centre_id={}", other["id"].as_str().unwrap());
        world.staff.get(&there).refused(404, "not_found");
    }
}
