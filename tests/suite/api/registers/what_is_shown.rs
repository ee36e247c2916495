//! What the door shows of whom: restricted records without names, what another household said
//! without its words; and what a child that died leaves.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use super::{desk, mark, opened, said, takes};
use crate::support::app::both;
use crate::support::world::{World, id, referral};

/// Everything that a register may tell, lists and objects looked into.
const TOLD: &[&str] = &[
    "access",
    "adult",
    "adult_full_name",
    "adults",
    "age_months",
    "at",
    "booking_id",
    "cancelled",
    "centre_id",
    "child_id",
    "children",
    "client_id",
    "completed_at",
    "conflicts",
    "ends_at",
    "expected",
    "family_id",
    "full_name",
    "guest",
    "head_count",
    "head_counts",
    "inside",
    "kind",
    "late",
    "left",
    "mark",
    "name",
    "needs",
    "now",
    "parties",
    "room",
    "safety_limit",
    "session_id",
    "source",
    "starts_at",
    "state",
    "title",
    "unnamed",
    "walk_in",
    "words",
];

fn names(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| {
            found.push(name.clone());
            names(value, found);
        }),
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

both! {
    fn a_register_shows_only_the_fields_on_its_list(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        // A family of which there is much to tell.
        let ada = world.family("Ada");
        let groups = format!("/api/v1/families/{}/groups", ada.id);
        world.staff.post(&groups, &json!({ "code": "lone_parent" })).expect(201);
        let refer = format!("/api/v1/sessions/{session}/referrals");
        world.professional("health").post(&refer, &referral(&ada)).expect(201);
        app.set_clock("2026-11-23T10:05:00Z");
        takes(&world.staff, &session, json!([
            { "client_id": "h", "at": "2026-11-23T10:00:00Z", "head_count": { "children": 2 } },
        ]));
        let beyond = |told: &Value| {
            let mut found = Vec::new();
            names(told, &mut found);
            found.retain(|name| !TOLD.contains(&name.as_str()));
            found
        };
        for role in [Role::Staff, Role::FrontDesk] {
            let register = opened(&desk(&world, role), &session);
            assert_eq!(register["parties"].as_array().map(Vec::len), Some(1));
            assert_eq!(beyond(&register), Vec::<String>::new());
            for word in ["isolation", "lone_parent", "referr"] {
                assert!(!register.to_string().contains(word), "{word}: {register}");
            }
        }
        let control = json!({ "parties": [{ "postcode": "M31 4FL" }] });
        assert_eq!(beyond(&control), ["postcode"]);
    }

    fn a_restricted_family_is_expected_without_a_name_and_marked_all_the_same(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Hidden");
        let booking = id(&family.books(&session).expect(201));
        world.family("Zed").books(&session).expect(201);
        let lead = app.as_role(Role::SafeguardingLead);
        let path = format!("/api/v1/families/{}/restriction", family.id);
        let body = json!({ "restricted": true, "unsafe_address": false });
        lead.call(Method::PUT, &path).json(&body).send().expect(200);
        app.set_clock("2026-11-23T10:05:00Z");

        let register = opened(&world.staff, &session);
        assert!(!register.to_string().contains("Hidden"), "{register}");
        // Its place in the list tells no name either.
        assert_eq!(register["parties"][0]["adult"], "Zed");
        assert_eq!(register["parties"][1]["unnamed"], true);
        let of_it = &register["parties"][1];
        assert_eq!((&of_it["booking_id"], &of_it["family_id"]), (&json!(booking), &Value::Null));
        assert_eq!(of_it["children"][0]["child_id"], Value::Null);
        assert_eq!(of_it["children"][0]["age_months"], 12);
        let answers = takes(&world.staff, &session, json!([mark("a", json!({ "booking_id": booking }))]));
        assert!(!answers[0].to_string().contains("Hidden"));
        // The lead opens records, and no registers.
        lead.get(&format!("/api/v1/sessions/{session}/register")).refused(403, "not_allowed");
    }

    fn an_allergy_that_another_household_told_is_an_icon_without_words(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let one = json!({ "carers": [{ "name": "Ada" }], "centre_id": world.centre, "children": [
            { "name": "Sam", "born_on": "2024-05-14", "answers": { "allergies": "sesame" } }] });
        let one = world.staff.post("/api/v1/families", &one).expect(201);
        let child = one["children"][0]["id"].clone();
        let other = json!({ "carers": [{ "name": "Bo" }], "centre_id": world.centre,
            "children": [{ "id": child }] });
        let other = world.staff.post("/api/v1/families", &other).expect(201);
        let body = json!({ "family_id": other["id"], "child_ids": [child], "adults": 1,
            "if_full": "refuse", "wants": "offer", "reason": "By telephone." });
        world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &body).expect(201);

        let register = opened(&world.staff, &session);
        let shown = said(&register, child.as_str().expect("an id"));
        assert_eq!(shown["needs"], json!([{ "kind": "allergies", "words": null }]));
        assert!(!register.to_string().contains("sesame"));
    }

    fn a_child_that_died_is_on_no_register(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family_of("Ada", &["2024-03-01", "2025-06-01"]);
        family.books(&session).expect(201);
        let path = format!("/api/v1/families/{}/children/{}/end", family.id, family.children[1]);
        world.staff.post(&path, &json!({ "ended": "died" })).expect(200);
        let register = opened(&world.staff, &session);
        let children = register["parties"].as_array().expect("parties").iter();
        let listed: Vec<&Value> = children
            .flat_map(|party| party["children"].as_array().expect("children"))
            .map(|child| &child["child_id"])
            .collect();
        assert!(!listed.contains(&&json!(family.children[1])), "{register}");
    }
}
