//! Finding a family by what somebody at the desk can say, and not finding what is not theirs.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::schema::audit;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::both;
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

/// The ids of the families a line finds, best first.
fn found(client: &Client, line: &str) -> Vec<String> {
    let line: String = line.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let found = client.get(&format!("/api/v1/families?q={line}")).expect(200);
    found["items"].as_array().expect("items").iter().map(id).collect()
}

fn made(client: &Client, body: Value) -> Value {
    let plain = json!({ "postcode": "M31 4FL" });
    client.post("/api/v1/families", &merged(plain, body)).expect(201)
}

fn of(world: &World, carer: Value, children: Value) -> String {
    let body = json!({ "carers": [carer], "children": children, "centre_id": world.centre });
    id(&made(&world.staff, body))
}

fn restrict(world: &World, family: &str) {
    let lead = world.app.as_role(Role::SafeguardingLead);
    let body = json!({ "restricted": true, "unsafe_address": false });
    lead.put(&format!("/api/v1/families/{family}/restriction"), &body).expect(200);
}

both! {
    fn a_family_is_found_by_anything_it_is_known_by(app) {
        let world = World::new(app);
        let amina = json!({ "name": "Amina Khan", "former_name": "Amina Malik",
            "email": "amina@example.org", "phone": "+44 7700 900123" });
        let family = made(&world.staff, json!({ "carers": [amina], "centre_id": world.centre,
            "children": [{ "name": "Yusuf Khan", "born_on": "2024-05-14" }] }));
        of(&world, json!({ "name": "Sarah Taylor", "phone": "0161 496 0100" }),
            json!([{ "name": "Noah Taylor", "born_on": "2023-01-02" }]));
        let number = family["membership"]["number"].as_str().expect("a number");
        let spoken = format!("{} {}", &number[..4], &number[4..]);
        let family = id(&family);
        for line in [
            "Amina Khan", "khan amina", "yusuf", "yusuf khan amina", "Mrs Khan", "ami kha",
            "14/05/2024", "14.5.24", "2024-05-14", "14 May 2024", "May 2024", "khan 14/5/2024",
            "07700 900123", "+447700900123", "07700", "amina@example.org", "malik", "amina malik",
            "yusuf m314fl", number, &spoken,
        ] {
            assert_eq!(found(&world.staff, line), [family.as_str()], "{line}");
        }
        for line in ["M31", "m31 4", "M31 4FL", "m314fl"] {
            assert_eq!(found(&world.staff, line).len(), 2, "{line}");
        }
        for line in ["patel", "amina taylor", "15/05/2024", "M32", "07700 900124", "%", "'", "日"] {
            assert!(found(&world.staff, line).is_empty(), "{line}");
        }
    }

    fn spelling_and_accents_do_not_hide_a_family_and_the_nearest_comes_first(app) {
        let world = World::new(app);
        let child = |name: &str| json!([{ "name": name, "born_on": "2024-05-14" }]);
        let carer = |name: &str| json!({ "name": name });
        let lukasz = of(&world, carer("Łukasz Wiśniewski"), child("Zoë Wiśniewska"));
        let obrien = of(&world, carer("Siobhán O’Brien-Smyth"), child("Niamh O'Brien"));
        let muhammad = of(&world, carer("Muhammad Hussain"), child("Aisha Hussain"));
        let mohammed = of(&world, carer("Mohammed Hussein"), child("Ali Hussein"));
        let muhammads = of(&world, carer("Muhammadu Hussaini"), child("Sani Hussaini"));
        for (line, expected) in [
            ("lukasz wisniewski", &lukasz),
            ("zoe", &lukasz),
            ("wisniewska zoë", &lukasz),
            ("obrien", &obrien),
            ("o'brien smith", &obrien),
            ("siobhan smythe", &obrien),
        ] {
            assert_eq!(found(&world.staff, line).first(), Some(expected), "{line}");
        }
        let found = found(&world.staff, "muhammad hussain");
        assert_eq!(found, [muhammad, muhammads, mohammed]);
    }

    fn a_changed_family_is_found_by_what_it_is_now(app) {
        let world = World::new(app);
        let family = of(&world, json!({ "name": "Amina Khan" }),
            json!([{ "name": "Yusuf Khan", "born_on": "2024-05-14" }]));
        let path = format!("/api/v1/families/{family}");
        let shown = world.staff.get(&path).expect(200);
        let body = json!({ "postcode": "WA14 1AB",
            "carers": [{ "id": shown["carers"][0]["id"], "name": "Amina Shah",
                "former_name": "Amina Khan" }],
            "children": [{ "id": shown["children"][0]["id"], "name": "Yusuf Shah",
                "born_on": "2024-05-15" }] });
        let version = shown["version"].to_string();
        world.staff.call(Method::PATCH, &path).if_match(&version).json(&body).send().expect(200);
        for line in ["shah", "amina khan", "15/05/2024", "WA14"] {
            assert_eq!(found(&world.staff, line), [family.as_str()], "{line}");
        }
        for line in ["yusuf 14/05/2024", "M31"] {
            assert!(found(&world.staff, line).is_empty(), "{line}");
        }
    }

    fn a_search_finds_only_what_the_caller_may_open(app) {
        let world = World::new(app);
        let own = world.family("Amina Khan");
        let body = json!({ "name": "Stretford", "phone": "0161 912 2123" });
        let other = id(&world.admin.post("/api/v1/centres", &body).expect(201));
        let there = Person { centre: Some(&other), ..Person::default() };
        let staff_there = app.sign_in(Role::Staff, &there);
        let desk_there = app.sign_in(Role::FrontDesk, &there);
        let family_there = id(&made(&staff_there, json!({ "carers": [{ "name": "Amina Khan" }],
            "children": [{ "name": "Ali Khan", "born_on": "2024-01-01" }] })));
        let visitor = world.professional("health");
        let met = id(&made(&visitor, json!({ "carers": [{ "name": "Amina Khan" }],
            "children": [{ "name": "Sana Khan", "born_on": "2024-01-01" }] })));
        let lead = app.as_role(Role::SafeguardingLead);

        let line = "amina khan";
        assert_eq!(found(&world.staff, line), [own.id.as_str()]);
        for client in [&staff_there, &desk_there] {
            assert_eq!(found(client, line), [family_there.as_str()]);
        }
        assert_eq!(found(&visitor, line), [met.as_str()]);
        assert_eq!(found(&own.parent, line), [own.id.as_str()]);
        assert!(found(&own.parent, "ali").is_empty());
        assert_eq!(found(&lead, line).len(), 3);

        // A family that books somewhere itself is that centre's too; what staff book widens nothing.
        let session = world.session(json!({}));
        let party = json!({ "family_id": family_there, "child_ids": children(&staff_there, &family_there),
            "adults": 1, "reason": "asked at the door" });
        assert!(!found(&world.staff, line).contains(&family_there));
        let everywhere = app.as_role(Role::Staff);
        everywhere.post(&format!("/api/v1/sessions/{session}/bookings"), &party).expect(201);
        assert!(!found(&world.staff, line).contains(&family_there));
        let itself = Person { family: Some(&family_there), ..Person::default() };
        let other_day = world.session(json!({
            "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:30:00Z",
        }));
        let path = format!("/api/v1/sessions/{other_day}/bookings");
        app.sign_in(Role::Parent, &itself).post(&path, &party).expect(201);
        assert!(found(&world.staff, line).contains(&family_there));

        restrict(&world, &own.id);
        for client in [&world.staff, &everywhere, &staff_there, &desk_there, &visitor] {
            assert!(!found(client, line).contains(&own.id));
            assert!(!found(client, "amina.khan@example.org").contains(&own.id));
        }
        assert!(found(&lead, line).contains(&own.id));
        assert_eq!(found(&own.parent, line), [own.id.as_str()]);
    }

    fn a_wrong_number_and_a_restricted_familys_number_find_nothing(app) {
        let world = World::new(app);
        let family = made(&world.staff, json!({ "carers": [{ "name": "Amina Khan" }],
            "children": [{ "name": "Yusuf", "born_on": "2024-05-14" }] }));
        let number = family["membership"]["number"].as_str().expect("a number").to_owned();
        assert_eq!(found(&world.staff, &number), [id(&family)]);
        let wrong: u32 = number.parse::<u32>().expect("digits");
        let wrong = format!("{:08}", (wrong + 1) % 100_000_000);
        assert!(found(&world.staff, &wrong).is_empty());
        restrict(&world, &id(&family));
        assert!(found(&world.staff, &number).is_empty());
        assert_eq!(found(&app.as_role(Role::SafeguardingLead), &number), [id(&family)]);
    }

    fn a_search_is_bounded_and_logged(app) {
        let world = World::new(app);
        world.families(25);
        let found = world.staff.get("/api/v1/families?q=parent").expect(200);
        assert_eq!(found["items"].as_array().map(Vec::len), Some(20));
        assert_eq!(found["next"], Value::Null);
        let few = world.staff.get("/api/v1/families?q=parent&limit=3").expect(200);
        assert_eq!(few["items"].as_array().map(Vec::len), Some(3));
        let long = "a".repeat(201);
        world.staff.get(&format!("/api/v1/families?q={long}")).refused(422, "invalid_request");
        let logged = app.store.read(Actor::service(), |tx| {
            let rows = audit::table.filter(audit::act.eq("list_families"));
            Ok(rows.count().get_result::<i64>(tx.conn())?)
        });
        assert_eq!(logged.expect("the log is read"), 2);
    }
}

fn children(client: &Client, family: &str) -> Vec<String> {
    let shown = client.get(&format!("/api/v1/families/{family}")).expect(200);
    shown["children"].as_array().expect("children").iter().map(id).collect()
}
