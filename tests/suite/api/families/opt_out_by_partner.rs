//! A partner meets a family that does not wish to be a member, and records its no.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::client::Client;
use crate::support::world::{World, described, id, merged};

const FAMILIES: &str = "/api/v1/families";

fn says_no(visitor: &Client, statement: &Value) -> Value {
    visitor.post(&format!("{FAMILIES}/{}/opt-out", id(statement)), &json!({})).expect(200)
}

fn standing(world: &World, family: &str) -> Value {
    world.staff.get(&format!("{FAMILIES}/{family}")).expect(200)["membership"]["status"].clone()
}

fn asks(who: &Client) -> usize {
    let tasks = who.get("/api/v1/tasks?kind=says_no").expect(200);
    tasks["items"].as_array().expect("a list").len()
}

both! {
    fn a_family_that_only_a_partner_has_met_opts_out_at_once(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let met = merged(described("Ada", &["2025-11-01"]), json!({ "centre_id": world.centre }));
        let said = visitor.post(FAMILIES, &met).expect(201);
        assert_eq!(said["said_no_at"], Value::Null);
        let family = id(&world.staff.get(FAMILIES).expect(200)["items"][0]);
        assert_eq!(standing(&world, &family), "member");

        let said = says_no(&visitor, &said);
        assert!(said["said_no_at"].is_string() && said.get("membership").is_none(), "{said}");
        assert_eq!(says_no(&visitor, &said)["said_no_at"], said["said_no_at"], "twice is once");
        assert_eq!(standing(&world, &family), "opted_out");
        assert_eq!(asks(&world.staff), 0);
        world.professional("health").post(&format!("{FAMILIES}/{}/opt-out", id(&said)), &json!({}))
            .refused(404, "not_found");
    }

    fn a_no_at_the_first_meeting_leaves_no_record_and_no_feed_makes_one(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let home = json!({ "guest": true, "postcode": "M31 4FN" });
        let met = merged(described("Ada", &["2025-11-01"]), home);
        let said = visitor.post(FAMILIES, &met).expect(201);
        assert!(said["said_no_at"].is_string(), "{said}");
        assert_eq!(world.staff.get(FAMILIES).expect(200)["items"], json!([]));

        let again = merged(met.clone(), json!({ "guest": false, "centre_id": world.centre }));
        world.staff.post(FAMILIES, &again).refused(409, "book_as_guest");
        // Another mother of the same house, and another child of the same mother, are no such family.
        let other = merged(described("Bea", &["2025-11-02"]), json!({ "centre_id": world.centre }));
        world.staff.post(FAMILIES, &other).expect(201);

        let session = world.session(json!({}));
        let referral = json!({ "statement_id": said["id"], "adults": 1, "reason": "isolated",
            "agreed_on": "2026-11-15", "agreed_how": "spoken" });
        let path = format!("/api/v1/sessions/{session}/referrals");
        assert_eq!(visitor.post(&path, &referral).expect(201)["state"], "booked");
        let booked = world.staff.get(&format!("/api/v1/sessions/{session}/bookings")).expect(200);
        let guest = booked["items"][0]["family_id"].as_str().expect("a family");
        let guest = world.staff.get(&format!("{FAMILIES}/{guest}")).expect(200);
        assert_eq!((&guest["guest"], &guest["membership"]), (&json!(true), &Value::Null));
    }

    fn a_family_that_joined_itself_stays_until_its_staff_have_asked(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let family = world.family("Ada");
        let said = visitor.post(FAMILIES, &family.described).expect(201);
        let said = says_no(&visitor, &said);
        assert!(said["said_no_at"].is_string());
        assert_eq!(standing(&world, &family.id), "member");
        assert_eq!(asks(&world.staff), 1);

        let lead = app.as_role(Role::SafeguardingLead);
        let hidden = world.family("Bea");
        let path = format!("{FAMILIES}/{}/restriction", hidden.id);
        lead.put(&path, &json!({ "restricted": true, "unsafe_address": false })).expect(200);
        let met = visitor.post(FAMILIES, &hidden.described).expect(201);
        assert!(says_no(&visitor, &met)["said_no_at"].is_string());
        assert_eq!(asks(&world.staff), 1, "of a restricted family the lead is told");
        let told = lead.get("/api/v1/tasks?kind=restricted_met").expect(200);
        assert_eq!(told["items"].as_array().map(Vec::len), Some(1), "{told}");
    }
}
