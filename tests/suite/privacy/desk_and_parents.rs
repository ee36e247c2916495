//! What the desk, a parent and a list may not tell: referral dates and places kept, the order of a
//! line, and who has a restricted record.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::registers::{completes, mark, opened, takes};
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{Family, World, id, referral};

fn desk(world: &World) -> Client {
    let here = Person { centre: Some(&world.centre), ..Person::default() };
    world.app.sign_in(Role::FrontDesk, &here)
}

fn restrict(world: &World, family: &Family) {
    let lead = world.app.as_role(Role::SafeguardingLead);
    let path = format!("/api/v1/families/{}/restriction", family.id);
    let body = json!({ "restricted": true, "unsafe_address": true });
    lead.call(Method::PUT, &path).json(&body).send().expect(200);
}

const OF_THE_PLAN: [&str; 3] = ["referrals_open_at", "priority_places", "priority_until"];

both! {
    fn the_desk_is_told_nothing_of_referral_dates_and_places_kept(app) {
        let world = World::new(app);
        let session = world.session(json!({ "priority_places": 3,
            "public_release_at": "2026-11-18T09:00:00Z" }));
        let hidden = world.activity(json!({ "title": "Home from home", "access": "referral_only" }));
        let hidden = world.session(json!({ "activity_id": hidden, "public_release_at": null }));
        let desk = desk(&world);

        let told = desk.get(&format!("/api/v1/sessions/{session}")).expect(200);
        for word in OF_THE_PLAN {
            assert!(told.get(word).is_none(), "{word}: {told}");
        }
        assert_eq!((&told["phase"], &told["places_left"]), (&json!("announced"), &json!(5)));
        assert_eq!(told["access"], "book");
        let told = desk.get(&format!("/api/v1/sessions/{hidden}")).expect(200);
        assert!(told.get("access").is_none(), "{told}");
        let listed = desk.get("/api/v1/sessions").expect(200).to_string();
        for word in OF_THE_PLAN.iter().chain(&["referral_only", "referral_window"]) {
            assert!(!listed.contains(word), "{word}: {listed}");
        }
        let one = format!("/api/v1/activities/{}", told["activity_id"].as_str().expect("an id"));
        let of_plan = ["priority", "referral", "waitlist_order", "release_plan"];
        for path in ["/api/v1/activities", one.as_str()] {
            let told = desk.get(path).expect(200).to_string();
            assert!(told.contains("Home from home"), "{told}");
            assert!(!of_plan.iter().any(|word| told.contains(word)), "{told}");
            let told = world.staff.get(path).expect(200).to_string();
            assert!(of_plan.iter().all(|word| told.contains(word)), "{told}");
        }
        app.set_clock("2026-11-23T10:05:00Z");
        assert_eq!(opened(&desk, &hidden)["access"], Value::Null);

        // Staff are told all of it.
        let told = world.staff.get(&format!("/api/v1/sessions/{session}")).expect(200);
        for word in OF_THE_PLAN {
            assert!(told.get(word).is_some(), "{word}: {told}");
        }
        assert_eq!(opened(&world.staff, &hidden)["access"], "referral_only");
    }

    fn at_the_desk_a_line_has_no_order(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "capacity": 1 }));
        let session = world.session(json!({ "activity_id": activity }));
        let mut waiting = Vec::new();
        for name in ["Zed", "Mia", "Ada"] {
            app.advance(chrono::TimeDelta::minutes(1));
            waiting.push((name, id(&world.family(name).books(&session).expect(201))));
        }
        let path = format!("/api/v1/sessions/{session}/bookings");
        let listed = desk(&world).get(&path).expect(200);
        let items = listed["items"].as_array().expect("a list");
        let ids: Vec<&str> = items.iter().map(|one| one["id"].as_str().expect("an id")).collect();
        let by_name: Vec<&str> = waiting.iter().rev().map(|(_, id)| id.as_str()).collect();
        assert_eq!(ids, by_name, "Ada, Mia, Zed, who was first");
        for one in items.iter().filter(|one| one["status"] == "waiting") {
            for word in ["made_at", "position", "tier", "tier_reason", "number"] {
                assert!(one.get(word).is_none(), "{word}: {one}");
            }
        }
        for (_, one) in &waiting[1..] {
            let shown = desk(&world).get(&format!("/api/v1/bookings/{one}")).expect(200);
            assert!(shown.get("made_at").is_none(), "{shown}");
        }
        // Of its own id none tells when it was made either.
        let made = uuid::Uuid::parse_str(ids[0]).expect("an id");
        assert_eq!(made.get_version_num(), 4);

        let told = world.staff.get(&path).expect(200);
        let told: Vec<&Value> = told["items"].as_array().expect("a list").iter().collect();
        assert_eq!(told[2]["id"].as_str(), Some(waiting[2].1.as_str()));
        assert!(told.iter().all(|one| one["made_at"].is_string()));
        assert_eq!(told[2]["position"], 2);
    }

    fn a_parent_learns_of_no_session_that_never_opens_to_everybody(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Home from home", "access": "referral_only" }));
        let session = world.session(json!({ "activity_id": activity, "public_release_at": null }));
        let open = world.session(json!({}));
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let path = format!("/api/v1/sessions/{session}");
        for call in [path.clone(), "/api/v1/sessions/nothing".to_owned()] {
            ada.parent.get(&call).refused(404, "not_found");
        }
        ada.books(&session).refused(404, "not_found");
        ada.parent.post(&format!("{path}/alerts"), &json!({})).refused(404, "not_found");
        let booked = id(&ada.books(&open).expect(201));
        let move_to = json!({ "session_id": session });
        ada.parent.post(&format!("/api/v1/bookings/{booked}/move"), &move_to).refused(404, "not_found");

        let professional = world.professional("health");
        professional.post(&format!("{path}/referrals"), &referral(&bea)).expect(201);
        for of_bea in [bea.parent.get(&path), ada.parent.get(&format!("/api/v1/sessions/{open}"))] {
            let shown = of_bea.expect(200);
            assert!(shown.get("access").is_none(), "{shown}");
        }
        // Who has nothing there is told how to come, where everybody may.
        assert_eq!(bea.parent.get(&format!("/api/v1/sessions/{open}")).expect(200)["access"], "book");
    }

    fn a_parent_sees_no_difference_once_the_record_is_restricted(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let path = format!("/api/v1/families/{}", family.id);
        let before = family.parent.get(&path);
        restrict(&world, &family);
        let after = family.parent.get(&path);
        assert_eq!(before.header("etag"), after.header("etag"));
        assert_eq!(before.text, after.text);
        // A change of their own does move it.
        let etag = after.header("etag").expect("an ETag").to_owned();
        let change = json!({ "postcode": "M31 4FL" });
        let changed = family.parent.call(Method::PATCH, &path).json(&change).if_match(&etag).send();
        assert_ne!(changed.header("etag"), Some(etag.as_str()));
    }

    fn restricted_records_stand_without_ids_in_lists_tasks_registers_and_the_building(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "capacity": 1 }));
        let session = world.session(json!({ "activity_id": activity }));
        let full = world.session(json!({ "activity_id": activity,
            "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" }));
        let family = world.family_of("Hidden", &["2024-11-01", "2025-11-01"]);
        let booking = id(&family.books(&session).expect(201));
        world.family("Zed").books(&full).expect(201);
        let waits = id(&family.books(&full).expect(201));
        let cancelled = world.session(json!({ "starts_at": "2026-11-25T10:00:00Z",
            "ends_at": "2026-11-25T11:00:00Z" }));
        family.books(&cancelled).expect(201);
        let calls = [
            format!("/api/v1/sessions/{session}/bookings"),
            format!("/api/v1/sessions/{full}/bookings"),
            format!("/api/v1/bookings/{booking}"),
            format!("/api/v1/bookings/{waits}"),
            format!("/api/v1/sessions/{session}/register"),
            format!("/api/v1/sessions/{session}/register/marks"),
            format!("/api/v1/centres/{}/building", world.centre),
            "/api/v1/tasks".to_owned(),
            format!("/registers/{session}"),
        ];
        let of_staff = format!("/api/v1/sessions/{full}/waitlist");
        let (desk, ids) = (desk(&world), [&family.id, &family.children[0], &family.children[1]]);
        let leaks = |who: &Client, path: &str| {
            let page = path.starts_with("/registers");
            let told = if page { who.open(path) } else { who.get(path) };
            assert_eq!(told.status, 200, "{path}: {}", told.text);
            ids.iter().any(|id| told.text.contains(id.as_str())) || told.text.contains("Hidden")
        };
        app.set_clock("2026-11-23T10:05:00Z");
        // The control: before it is restricted they all tell.
        let lists = calls.iter().filter(|path| !path.contains("/tasks"));
        assert!(lists.clone().filter(|path| leaks(&desk, path)).count() >= 5);

        restrict(&world, &family);
        let by_booking = mark("a", json!({ "booking_id": booking }));
        let answer = takes(&desk, &session, json!([by_booking]));
        assert_eq!((&answer[0]["family_id"], &answer[0]["child_ids"]), (&Value::Null, &json!([])));
        let cancel = json!({ "reason": "The leader is ill" });
        world.staff.post(&format!("/api/v1/sessions/{cancelled}/cancel"), &cancel).expect(200);
        for who in [&desk, &world.staff] {
            for path in &calls {
                assert!(!leaks(who, path), "{path} tells of it");
            }
        }
        assert!(!leaks(&world.staff, &of_staff), "{of_staff}");
        let party = opened(&desk, &session)["parties"][0].clone();
        assert_eq!((&party["booking_id"], &party["unnamed"]), (&json!(booking), &json!(true)));

        // Nor does the fault that says who is unmarked.
        app.set_clock("2026-11-24T12:00:00Z");
        let zed = completes(&world.staff, &full, json!({})).refused(409, "people_unmarked");
        assert!(zed.to_string().contains("child_id"), "{zed}");
    }
}
