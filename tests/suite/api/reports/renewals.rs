//! Renewals due, done and failed; families without a contact; and who may read them.

use std::collections::BTreeMap;

use firstplace::access::Role;
use serde_json::{Value, json};

use super::by_heading;
use crate::api::birthdays::{Mark, TWO_TODAY, born, mark, run_round, said_yes};
use crate::support::app::both;
use crate::support::people::Person;
use crate::support::world::{World, id};

const RENEWALS: &str = "/api/v1/reports/renewals?from=2026-11-01&to=2026-11-30";
const QUIET: &str = "/api/v1/reports/no-contact";

both! {
    fn renewals_due_done_and_failed_are_counted_by_centre(app) {
        let world = World::new(app);
        born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        born(&world, "Ali", TWO_TODAY, json!({}));
        born(&world, "Nor", TWO_TODAY, json!({ "postcode": null, "postcode_reason": "refuge" }));
        born(&world, "Eve", "2023-11-20", said_yes("Eve"));
        born(&world, "Old", "2023-11-10", said_yes("Old"));
        run_round(app);

        let manager = app.as_role(Role::Manager);
        let report = manager.get(RENEWALS).expect(200);
        let centre = &report["centres"][0];
        assert_eq!(centre["centre"], "Partington Children's Centre");
        for (figure, expected) in
            [("due", 4), ("done", 3), ("not_done", 1), ("failed", 1), ("no_channel", 1)]
        {
            assert_eq!(centre[figure], expected, "{figure}: {report}");
            assert_eq!(report["total"][figure], expected);
        }
        assert_eq!(centre["cards"], json!({ "email": 1, "text": 0, "print": 1, "none": 1 }));

        let csv = manager.get(&format!("{RENEWALS}&format=csv"));
        assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
        assert_eq!(csv.text.lines().count(), 3, "{}", csv.text);
        assert_eq!(by_heading(&csv.text, 2), BTreeMap::from([
            ("from", "2026-11-01"), ("to", "2026-11-30"), ("centre", "total"), ("due", "4"),
            ("done", "3"), ("not_done", "1"), ("failed", "1"), ("no_channel", "1"),
            ("undelivered", "0"), ("email", "1"), ("text", "0"), ("print", "1"), ("none", "1"),
            ("printed", "0"),
        ]));
        manager
            .get("/api/v1/reports/renewals?from=2026-11-02&to=2026-11-01")
            .refused(422, "invalid_request");
    }

    fn families_without_a_contact_are_counted_and_listed(app) {
        let world = World::new(app);
        let quiet = born(&world, "Sam", TWO_TODAY, json!({ "target_groups": ["lone_parent"] }));
        let comes = world.family("Ali");
        let hidden = born(&world, "Nor", TWO_TODAY, json!({}));
        mark(app, &hidden, Mark::Restricted);
        let families = || {
            let listed = world.staff.get(&format!("{QUIET}/families")).expect(200);
            let items = listed["items"].as_array().expect("items").iter();
            items.map(|item| item["family_id"].clone()).collect::<Vec<_>>()
        };
        assert_eq!(families(), Vec::<Value>::new(), "they were met today");

        app.set_clock("2027-11-16T10:00:00Z");
        let visit = json!({
            "kind": "home_visit", "on_day": "2027-11-15", "family_id": comes.id,
            "child_ids": comes.children,
        });
        world.staff.post("/api/v1/contacts", &visit).expect(201);
        let call = json!({
            "kind": "phone_call", "on_day": "2027-11-15", "family_id": quiet["id"], "adults": 1,
        });
        world.staff.post("/api/v1/contacts", &call).expect(201);
        let count = || {
            let report = world.staff.get(QUIET).expect(200);
            (report["total"]["members"].clone(), report["total"]["without_contact"].clone())
        };
        assert_eq!(count(), (json!(3), json!(0)), "a year to the day");
        app.set_clock("2027-11-17T10:00:00Z");
        assert_eq!(count(), (json!(3), json!(2)), "one was visited; a call counts nothing");
        assert_eq!(families(), [quiet["id"].clone()], "a restricted record is not listed");
        let report = world.staff.get(QUIET).expect(200);
        assert_eq!(report["contact"], "direct");
        assert_eq!(report["groups"][0]["group"], "lone_parent");
        assert_eq!(report["groups"][0]["without_contact"], 1);
        let of_group = world.staff.get(&format!("{QUIET}?group=lone_parent")).expect(200);
        assert_eq!(of_group["total"]["members"], 1);
        world.staff.get(&format!("{QUIET}?group=nobody")).refused(422, "invalid_request");
        let csv = world.staff.get(&format!("{QUIET}?format=csv")).text;
        assert!(csv.ends_with("2026-11-17,total,,3,2\n"), "{csv}");
    }

    fn figures_are_for_managers_and_staff_of_their_centres(app) {
        let world = World::new(app);
        born(&world, "Sam", TWO_TODAY, said_yes("Sam"));
        run_round(app);
        let elsewhere = json!({ "name": "Elsewhere" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let at = Person { centre: Some(&elsewhere), ..Person::default() };
        let other = app.sign_in(Role::Staff, &at);
        for path in [RENEWALS, "/api/v1/reports/no-contact?months=12"] {
            for role in [Role::Parent, Role::Professional, Role::FrontDesk, Role::Volunteer] {
                app.as_role(role).get(path).refused(403, "not_allowed");
            }
            other.get(&format!("{path}&centre_id={}", world.centre)).refused(404, "not_found");
            assert_eq!(other.get(path).expect(200)["centres"], json!([]));
            assert_eq!(world.staff.get(path).expect(200)["centres"].as_array().map(Vec::len), Some(1));
        }
    }
}
