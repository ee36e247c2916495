//! What a centre costs for each child it meets, where a manager entered it for every day.

use firstplace::access::{Actor, Role};
use firstplace::base::id::{CentreId, ChildId, FamilyId};
use firstplace::contacts::service::record;
use firstplace::contacts::{Contact, Kind};
use firstplace::db::Tx;
use serde_json::{Value, json};

use super::by_heading;
use crate::support::app::both;
use crate::support::world::{Family, World, id};

fn visits(world: &World, family: &Family, days: &[&str]) {
    let of = |day: &&str| Contact {
        centre_id: Some(CentreId::from(world.centre.as_str())),
        ..Contact::of_child(
            Kind::OneToOne,
            day.parse().expect("a day"),
            &FamilyId::from(family.id.as_str()),
            &ChildId::from(family.children[0].as_str()),
        )
    };
    let all: Vec<Contact> = days.iter().map(of).collect();
    let write = move |tx: &mut Tx| all.iter().try_for_each(|one| record(tx, one).map(drop));
    world.app.store.write(Actor::service(), write).expect("it is recorded");
}

fn report(world: &World) -> Value {
    world.staff.get("/api/v1/reports/costs?from=2026-11-01&to=2026-11-10").expect(200)
}

both! {
    fn a_centres_costs_are_shared_by_the_children_it_met(app) {
        let world = World::new(app);
        visits(&world, &world.family("Often"), &["2026-11-02", "2026-11-03", "2026-11-04"]);
        visits(&world, &world.family("Once"), &["2026-11-02", "2026-11-02"]);
        visits(&world, &world.family("Later"), &["2026-11-11"]);

        let before = report(&world);
        assert_eq!(before["whole"]["children_seen"], 2);
        assert_eq!(before["whole"]["per_child_seen"], json!({ "why_not": "not_available" }));

        let manager = app.as_role(Role::Manager);
        let path = format!("/api/v1/centres/{}/costs", world.centre);
        let first = json!({ "from": "2026-11-01", "until": "2026-11-05", "pence": 10_000 });
        manager.put(&path, &first).expect(200);
        assert_eq!(report(&world)["whole"]["per_child_seen"]["why_not"], "not_available");
        let second = json!({ "from": "2026-11-06", "until": "2026-11-15", "pence": 40_000 });
        let listed = manager.put(&path, &second).expect(200);
        assert_eq!(listed["items"], json!([first, second]));
        assert_eq!(world.staff.get(&path).expect(200), listed);

        let after = report(&world);
        for line in [&after["whole"], &after["centres"][0]] {
            assert_eq!(line["pence"], 30_000);
            assert_eq!((&line["days_entered"], &line["days"]), (&json!(10), &json!(10)));
            assert_eq!(line["sustained"], 1);
            assert_eq!(line["per_child_seen"], json!({ "pence": 15_000, "text": "£150.00" }));
            assert_eq!(line["per_sustained_contact"]["text"], "£300.00");
        }
        let table = "/api/v1/reports/costs?from=2026-11-01&to=2026-11-10&format=csv";
        let table = world.staff.get(table).text;
        let whole = by_heading(&table, 2);
        for (heading, cell) in [
            ("days_entered", "10"), ("days", "10"), ("children_seen", "2"), ("guest_visits", "0"),
            ("sustained", "1"), ("pence_per_child_seen", "15000"),
            ("pence_per_sustained_contact", "30000"),
        ] {
            assert_eq!(whole[heading], cell, "{heading}");
        }
    }

    fn an_entry_is_replaced_from_its_first_day_and_never_overlaps(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let path = format!("/api/v1/centres/{}/costs", world.centre);
        let entry = |from: &str, until: &str, pence: i64| {
            manager.put(&path, &json!({ "from": from, "until": until, "pence": pence }))
        };
        entry("2026-04-01", "2027-03-31", 5).expect(200);
        let replaced = entry("2026-04-01", "2026-09-30", 7).expect(200);
        assert_eq!(replaced["items"].as_array().map(Vec::len), Some(1));
        entry("2026-09-30", "2026-12-31", 1).refused(422, "invalid_request");
        entry("2026-10-01", "2026-12-31", 1).expect(200);
        entry("2027-02-01", "2027-01-31", 1).refused(422, "invalid_request");
        entry("2027-02-01", "2027-02-28", -1).refused(422, "invalid_request");
        let one = json!({ "from": "2027-02-01", "until": "2027-02-28", "pence": 1 });
        world.staff.put(&path, &one).refused(403, "not_allowed");
        manager.put("/api/v1/centres/none/costs", &one).refused(404, "not_found");
    }

    /// A guest's child has a record of its own with each booking: two visits are not two children.
    fn visits_of_guests_are_told_apart_and_are_no_children(app) {
        let world = World::new(app);
        visits(&world, &world.family("Often"), &["2026-11-02"]);
        for day in ["2026-11-03", "2026-11-04"] {
            let guest = json!({ "carers": [{ "name": "Guest", "phone": "07700 900123" }],
                "children": [{ "name": "Zo", "born_on": "2025-01-01" }], "guest": true });
            let made = world.staff.post("/api/v1/families", &guest).expect(201);
            let guest = Family {
                id: id(&made),
                described: Value::Null,
                children: vec![id(&made["children"][0])],
                parent: world.staff.clone(),
            };
            visits(&world, &guest, &[day]);
        }
        let whole = report(&world)["whole"].clone();
        assert_eq!((&whole["children_seen"], &whole["guest_visits"]), (&json!(1), &json!(2)));
        assert_eq!(report(&world)["centres"][0]["guest_visits"], 2);
        let table = world.staff.get("/api/v1/reports/costs?from=2026-11-01&to=2026-11-10&format=csv").text;
        let whole = by_heading(&table, table.lines().count() - 1);
        for (heading, cell) in [("children_seen", "1"), ("guest_visits", "2"), ("sustained", "0")] {
            assert_eq!(whole[heading], cell, "{heading}");
        }
    }
}
