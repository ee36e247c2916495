//! A report of the past goes by the settings, the groups, the kinds of contact and the areas that
//! held then: whatever is changed later, what was published stays as it was.

use firstplace::access::Role;
use firstplace::contacts::Kind;
use serde_json::{Value, json};
use ureq::http::Method;

use super::by_hand::{North, begin};
use super::stage::CENTRES;
use crate::support::app::{TestApp, both};

const PUBLIC: &str = "/api/v1/reports/reach?profile=public&as_at=2026-12-31";

/// Enough children that figures are shown to the public.
fn crowd(north: &North) {
    for number in 0..12 {
        let family = north.family(&format!("Ada {number}"), "2025-06-01", "M1 1AA");
        let days = ["2026-03-02", "2026-04-02", "2026-05-02", "2026-06-02"];
        north.met(&family, Kind::Attendance, &days[..if number < 6 { 4 } else { 3 }]);
        let path = format!("/api/v1/families/{}/groups", family.0);
        north.staff.post(&path, &json!({ "code": "eal" })).expect(201);
    }
}

/// Without the moment it was counted at.
fn counted(mut report: Value) -> Value {
    report["settings"]["counted_at"] = Value::Null;
    report
}

fn change_settings(app: &TestApp, change: Value) {
    let manager = app.as_role(Role::Manager);
    let path = "/api/v1/reach-settings";
    let etag = manager.get(path).header("ETag").expect("an etag").to_owned();
    manager.call(Method::PATCH, path).if_match(&etag).json(&change).send().expect(200);
}

both! {
    fn a_published_quarter_stays_whatever_is_changed_afterwards(app) {
        let north = North::new(app);
        begin(&north);
        crowd(&north);
        app.set_clock("2027-01-20T10:00:00Z");
        let manager = app.as_role(Role::Manager);
        let admin = app.as_role(Role::Administrator);
        let published = counted(manager.get(PUBLIC).expect(200));
        assert_eq!(published["whole"]["sustained"]["n"], 12, "{published}");
        let pdf = manager.get(&format!("{PUBLIC}&format=csv")).text;

        let patch = |path: &str, body: Value| {
            manager.call(Method::PATCH, path).json(&body).send().expect(200);
        };
        let steps: [(&str, &dyn Fn()); 8] = [
            ("the threshold", &|| change_settings(app, json!({ "threshold": 4 }))),
            ("the window", &|| change_settings(app, json!({ "window_months": 3 }))),
            ("the target, the words and the bands", &|| change_settings(app,
                json!({ "target_percent": 80, "style": "scotland", "age_bands": "years" }))),
            ("what is deprived", &|| change_settings(app, json!({ "deprived_decile": 1 }))),
            ("whether a group counts", &|| {
                patch("/api/v1/target-groups/eal", json!({ "counts_for_reach": false }));
            }),
            ("what a group is called", &|| {
                patch("/api/v1/target-groups/lone_parent", json!({ "label": "One parent" }));
            }),
            ("a group by age", &|| {
                let body = json!({ "code": "ones", "label": "Ones", "from_months": 12, "until_months": 24 });
                manager.post("/api/v1/target-groups", &body).expect(201);
            }),
            ("what attendance counts for", &|| {
                patch("/api/v1/contact-kinds/attendance", json!({ "counts": "nothing" }));
            }),
        ];
        for (what, change) in steps {
            app.advance(chrono::TimeDelta::hours(1));
            let before = counted(manager.get("/api/v1/reports/reach").expect(200));
            change();
            app.advance(chrono::TimeDelta::seconds(1));
            let after = counted(manager.get("/api/v1/reports/reach").expect(200));
            assert_ne!((&before["whole"], &before["tables"], &before["settings"]["kinds"]),
                (&after["whole"], &after["tables"], &after["settings"]["kinds"]), "the control: {what}");
            assert_eq!(counted(manager.get(PUBLIC).expect(200)), published, "{what}");
        }
        let area = json!({ "vintage": "2021", "lsoas": ["E01000003"] });
        admin.put(&format!("/api/v1/centres/{}/reach-area", CENTRES[0]), &area).expect(200);
        admin.post("/api/v1/centres", &json!({ "name": "East" })).expect(201);
        let again = manager.get(PUBLIC).expect(200);
        assert_eq!(counted(again), published, "areas and centres");
        let same = |text: &str| {
            text.lines().filter(|line| !line.contains("counted_at")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(same(&manager.get(&format!("{PUBLIC}&format=csv")).text), same(&pdf));
    }

    fn a_report_as_known_at_a_moment_goes_by_what_held_at_it(app) {
        let north = North::new(app);
        begin(&north);
        crowd(&north);
        let first = app.now();
        app.advance(chrono::TimeDelta::hours(1));
        change_settings(app, json!({ "threshold": 4 }));
        let second = app.now();
        app.advance(chrono::TimeDelta::hours(1));
        change_settings(app, json!({ "threshold": 5 }));
        let at = |known: &str| {
            let report = north.report(known);
            (report["settings"]["threshold"].as_u64(), report["whole"]["sustained_direct"]["n"].as_u64())
        };
        assert_eq!(at(""), (Some(5), Some(0)));
        assert_eq!(at(&format!("&known_at={second}")), (Some(4), Some(6)), "from that second on");
        assert_eq!(at(&format!("&known_at={first}")), (Some(3), Some(12)));
        assert_eq!(at("&known_at=2026-01-01T00:00:00Z").0, Some(3), "before anything was known");
        let balance = format!("/api/v1/reports/balance?centre_id={}&known_at={first}", CENTRES[0]);
        north.staff.get(&balance).expect(200);
    }
}
