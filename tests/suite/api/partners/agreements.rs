//! Agreements: a feed stops with its agreement, and reads no more than it covers.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::api::feeds::{NHS, all, csv, families, outcomes, row, send};
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

pub fn partner(world: &World, name: &str) -> String {
    let body = json!({ "name": name, "kind": "health" });
    id(&world.admin.post("/api/v1/partners", &body).expect(201))
}

/// An agreement that covers everything until the end of the year, with `changed`.
pub fn agreement(world: &World, partner: &str, changed: Value) -> Value {
    let plain = json!({
        "purpose": "membership",
        "items": ["child_name", "birth_date", "nhs_number", "carer_name", "address", "postcode",
            "phone", "email"],
        "basis": "UK GDPR Article 6(1)(e)",
        "first_day": "2026-01-01",
        "last_day": "2026-12-31",
        "feed_every_days": 31,
        "cards_a_month": 20,
    });
    let path = format!("/api/v1/partners/{partner}/agreements");
    world.admin.post(&path, &merged(plain, changed)).expect(201)
}

pub fn professional(world: &World, partner: &str) -> Client {
    let person = Person { partner: Some(partner), team: Some("north"), ..Person::default() };
    world.app.sign_in(Role::Professional, &person)
}

pub fn professional_with_agreement(world: &World) -> Client {
    let partner = partner(world, "Trafford health visitors");
    agreement(world, &partner, json!({}));
    professional(world, &partner)
}

fn one() -> String {
    csv(&[row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123")])
}

both! {
    fn a_feed_stops_when_its_agreement_ends(app) {
        let world = World::new(app);
        let partner = partner(&world, "Trafford health visitors");
        let visitor = professional(&world, &partner);
        let query = format!("partner_id={partner}");
        let refused = send(&visitor, "", one()).refused(409, "agreement_expired");
        assert!(refused["detail"].as_str().is_some_and(|said| said.contains("No agreement")));

        let made = agreement(&world, &partner, json!({ "last_day": "2026-11-16" }));
        send(&visitor, "", one()).expect(200);
        app.set_clock("2026-11-17T10:00:00Z");
        for who in [&visitor, &world.staff] {
            let refused = send(who, &query, one()).refused(409, "agreement_expired");
            let said = refused["detail"].as_str().expect("a detail");
            assert!(said.contains("ended on 2026-11-16"), "{said}");
        }
        let path = format!("/api/v1/partners/{partner}/agreements");
        let listed = world.admin.get(&path).expect(200);
        assert_eq!(listed["items"][0]["id"], made["id"]);
        agreement(&world, &partner, json!({ "first_day": "2026-11-17" }));
        send(&visitor, "", one()).expect(200);
    }

    fn agreements_to_be_looked_at_again_are_listed_until_a_newer_one_is_made(app) {
        let world = World::new(app);
        let partner = partner(&world, "Trafford health visitors");
        let due = |who: &Client, query: &str| {
            let list = who.get(&format!("/api/v1/agreement-reviews{query}")).expect(200);
            list["items"].as_array().expect("items").clone()
        };
        // 60 days from 16 November.
        let soon = agreement(&world, &partner, json!({ "last_day": "2028-12-31", "review_on": "2027-01-15" }));
        let counts = json!({ "purpose": "birth_counts", "items": [], "last_day": "2028-12-31" });
        agreement(&world, &partner, merged(counts.clone(), json!({ "review_on": "2027-01-16" })));
        let manager = app.as_role(Role::Manager);
        let found = due(&manager, "");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((&found[0]["agreement_id"], &found[0]["partner"]), (&soon["id"], &json!("Trafford health visitors")));
        assert_eq!(due(&world.admin, "?within_days=61").len(), 2);
        assert_eq!(due(&world.admin, "?within_days=0").len(), 0);
        world.staff.get("/api/v1/agreement-reviews").refused(403, "not_allowed");
        world.admin.get("/api/v1/agreement-reviews?within_days=4000").refused(422, "invalid_request");

        app.set_clock("2027-01-16T10:00:00Z");
        let overdue: Vec<Value> = due(&manager, "").iter().map(|one| one["overdue"].clone()).collect();
        assert_eq!(overdue, [json!(true), json!(false)]);
        agreement(&world, &partner, json!({ "last_day": "2029-12-31", "review_on": "2028-01-15" }));
        let left = due(&manager, "");
        assert_eq!(left.len(), 1);
        assert_eq!(left[0]["purpose"], "birth_counts");
    }

    fn an_agreement_is_ended_before_its_time_and_never_made_longer(app) {
        let world = World::new(app);
        let partner = partner(&world, "Trafford health visitors");
        let made = agreement(&world, &partner, json!({}));
        let path = format!("/api/v1/partners/{partner}/agreements/{}/end", id(&made));
        let end = |day: &str| world.admin.post(&path, &json!({ "last_day": day }));
        end("2027-12-31").refused(422, "invalid_request");
        end("2025-12-31").refused(422, "invalid_request");
        assert_eq!(end("2026-11-15").expect(200)["last_day"], "2026-11-15");
        send(&professional(&world, &partner), "", one()).refused(409, "agreement_expired");
        assert_eq!(families(app), 0);
    }

    fn an_agreement_for_another_purpose_brings_no_families(app) {
        let world = World::new(app);
        let partner = partner(&world, "Trafford early years");
        agreement(&world, &partner, json!({ "purpose": "two_year_offer" }));
        let query = format!("partner_id={partner}");
        for who in [&professional(&world, &partner), &world.staff] {
            send(who, &query, one()).refused(409, "agreement_expired");
        }
    }

    fn what_the_agreement_does_not_cover_is_not_taken_over(app) {
        let world = World::new(app);
        let partner = partner(&world, "Trafford health visitors");
        let items = json!(["child_name", "birth_date", "carer_name", "address", "postcode"]);
        agreement(&world, &partner, json!({ "items": items }));
        let query = format!("partner_id={partner}");
        let file = one().replace("07700 900123,", "07700 900123,amina@example.org");
        let report = send(&world.staff, &query, file).expect(200);
        assert_eq!(outcomes(&report), all("made", [2]));
        assert_eq!(report["not_covered_headings"], json!(["NHS number", "Phone", "Email"]));
        let family = &world.staff.get("/api/v1/families").expect(200)["items"][0];
        assert_eq!(family["carers"][0]["phone"], Value::Null);
        assert_eq!(family["carers"][0]["email"], Value::Null);

        let items = json!(["child_name", "birth_date"]);
        let other = self::partner(&world, "Other visitors");
        agreement(&world, &other, json!({ "items": items }));
        let query = format!("partner_id={other}");
        let refused = send(&world.staff, &query, one()).refused(422, "invalid_request");
        assert!(refused["detail"].as_str().is_some_and(|said| said.contains("does not cover")));
    }

    fn the_organisations_own_data_needs_no_agreement(app) {
        let world = World::new(app);
        let report = send(&world.staff, "", one()).expect(200);
        assert_eq!(report["notes"], json!([]));
        // Staff answer for a list of a partner with which nothing was recorded yet, and are told.
        let partner = partner(&world, "Trafford health visitors");
        let query = format!("partner_id={partner}");
        let report = send(&world.staff, &query, one()).expect(200);
        assert_eq!(report["notes"], json!(["No agreement with Trafford health visitors is recorded."]));
    }

    fn the_professionals_of_a_partner_are_listed_by_team(app) {
        let world = World::new(app);
        let partner = partner(&world, "Trafford health visitors");
        professional(&world, &partner);
        let path = format!("/api/v1/partners/{partner}/professionals");
        let listed = world.admin.get(&path).expect(200);
        assert_eq!(listed["items"].as_array().expect("items").len(), 1);
        assert_eq!(listed["items"][0]["team"], "north");
        assert_eq!(listed["items"][0]["active"], true);
        world.staff.get(&path).refused(403, "not_allowed");
    }
}
