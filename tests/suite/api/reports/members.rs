//! Made-up families in numbers, and the report that counts them.

use std::collections::BTreeSet;

use firstplace::access::Role;
use firstplace::demo::crowd::fill::fill;
use firstplace::demo::crowd::{Crowd, CrowdBirth};
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::people::Person;
use crate::support::state::state;
use crate::support::world::{World, id};

const FAMILIES: u32 = 1_200;

fn crowd(seed: u64) -> Crowd {
    Crowd::new(seed, "2026-11-16".parse().expect("a day")).expect("the names are read")
}

fn filled(app: &TestApp, seed: u64) {
    let mut told = Vec::new();
    fill(&app.store, &crowd(seed), FAMILIES, |there| told.push(there)).expect("they are made");
    assert_eq!(told, [1_000, FAMILIES]);
}

both! {
    fn families_are_made_by_seed_once_and_are_found(app) {
        let world = World::new(app);
        filled(app, 1);
        let first = state(app, &["audit"]);
        filled(app, 1);
        assert!(state(app, &["audit"]) == first, "the same seed adds nothing");
        app.is_sound();

        let everywhere = app.as_role(Role::Staff);
        let crowd = crowd(1);
        for number in [0, 7, 500, FAMILIES - 1] {
            let family = crowd.household(number);
            let child = &family.children[0];
            let CrowdBirth::Born(born) = child.birth else { continue };
            let name = child.name.replace(' ', "%20");
            let line = format!("{name}%20{born}").replace('\'', "%27");
            let ascii: String = line.bytes().map(|byte| match byte {
                byte if byte.is_ascii() => char::from(byte).to_string(),
                byte => format!("%{byte:02X}"),
            }).collect();
            let found = everywhere.get(&format!("/api/v1/families?q={ascii}")).expect(200);
            let names: Vec<&Value> = found["items"].as_array().expect("items").iter()
                .flat_map(|family| family["children"].as_array().expect("children"))
                .map(|child| &child["name"])
                .collect();
            assert!(names.contains(&&json!(child.name)), "{line}: {names:?}");
        }
        drop(world);
    }

    fn members_are_counted_each_once_listed_and_carded_apart(app) {
        let world = World::new(app);
        filled(app, 2);
        let crowd = crowd(2);
        let families: Vec<_> = (0..FAMILIES).map(|number| crowd.household(number)).collect();
        let listed = families.iter().filter(|family| family.listed).count();
        let of_listed: usize = families.iter().filter(|family| family.listed)
            .map(|family| family.children.len()).sum();
        let children: usize = families.iter().map(|family| family.children.len()).sum();

        let manager = app.as_role(Role::Manager);
        for by in ["centre", "area", "age", "month", "channel", "centre,age"] {
            let report = manager.get(&format!("/api/v1/reports/members?by={by}")).expect(200);
            assert_eq!(report["total"], json!({
                "member_families": FAMILIES as usize - listed, "listed_families": listed,
                "member_children": children - of_listed, "listed_children": of_listed,
            }), "{by}");
            let groups = report["groups"].as_array().expect("groups");
            let sum = |figure: &str| -> u64 {
                groups.iter().filter_map(|group| group[figure].as_u64()).sum()
            };
            assert_eq!(sum("member_children"), (children - of_listed) as u64, "{by}");
            let cells: BTreeSet<String> =
                groups.iter().map(|group| group["group"].to_string()).collect();
            assert_eq!(cells.len(), groups.len(), "{by}");
        }
        let csv = manager.get("/api/v1/reports/members?by=channel&format=csv").text;
        let mut lines = csv.lines();
        assert_eq!(lines.next(), Some("\u{feff}as_at,channel,member_families,listed_families,\
            member_children,listed_children"));
        assert!(lines.next_back().is_some_and(|line| line.starts_with("2026-11-16,total,")));

        let body = json!({ "name": "Stretford", "phone": "0161 912 2123" });
        let other = id(&world.admin.post("/api/v1/centres", &body).expect(201));
        let there = Person { centre: Some(&other), ..Person::default() };
        let staff_there = app.sign_in(Role::Staff, &there);
        let own = staff_there.get("/api/v1/reports/members").expect(200);
        assert_eq!(own["total"]["member_families"], 0);
        let path = format!("/api/v1/reports/members?centre_id={}", world.centre);
        staff_there.get(&path).refused(404, "not_found");
        world.staff.get(&path).expect(200);
        for (query, pointer) in [("by=names", "/by"), ("by=age,age", "/by"),
            ("as_at=2027-01-01", "/as_at")] {
            let refused = manager.get(&format!("/api/v1/reports/members?{query}"))
                .refused(422, "invalid_request");
            assert_eq!(refused["errors"][0]["pointer"], pointer);
        }
    }
}
