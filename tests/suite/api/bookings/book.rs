//! Asking for places: all or none, the order in which a request is refused, and the faults.

use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::world::{World, id};

fn months(min: u32, max: u32) -> Value {
    json!({ "unit": "months", "min": min, "max": max })
}

both! {
    fn a_party_gets_in_whole_or_waits_whole(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Splash", "unit": "children" }));
        let session = world.session(json!({ "activity_id": activity, "capacity": 3 }));
        let pair = world.family_of("Pair", &["2024-11-01", "2025-11-01"]);
        let twins = world.family_of("Twins", &["2025-02-03", "2025-02-03"]);
        let single = world.family("Single");

        assert_eq!(pair.books(&session).expect(201)["status"], "booked");
        assert_eq!(twins.books(&session).expect(201)["status"], "waiting");
        assert_eq!(world.shown(&session)["places_left"], 1);
        // Too large for what is free, the twins are passed over and keep their number.
        assert_eq!(single.books(&session).expect(201)["status"], "booked");
        assert_eq!(world.shown(&session)["places_left"], 0);
        assert_eq!(world.shown(&session)["waiting"], 1);
    }

    fn a_full_session_says_so_where_nobody_wants_to_wait(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        world.family("First").books(&session).expect(201);
        let second = world.family("Second");
        let answer = second.asks(&session, json!({ "if_full": "refuse" }));
        answer.refused(409, "session_full");
        assert_eq!(world.shown(&session)["waiting"], 0);
    }

    fn a_family_has_one_place_in_a_session(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        family.books(&session).expect(201);
        family.books(&session).refused(409, "already_booked");
        assert_eq!(world.shown(&session)["places_left"], 7);
    }

    fn the_age_counts_on_the_day_of_the_session(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Crawlers", "ages": months(6, 12) }));
        let session = world.session(json!({ "activity_id": activity }));
        // On 23 November: six months that day; six tomorrow; twelve that day; twelve tomorrow.
        let cases = [
            ("2026-05-23", true),
            ("2026-05-24", false),
            ("2025-11-23", false),
            ("2025-11-24", true),
        ];
        for (born, fits) in cases {
            let answer = world.family_of(born, &[born]).books(&session);
            if fits {
                answer.expect(201);
            } else {
                answer.refused(409, "outside_age_range");
            }
        }
    }

    fn brothers_and_sisters_come_along_where_one_child_fits(app) {
        let world = World::new(app);
        let babies = json!({ "title": "Babies", "ages": months(0, 12) });
        let welcome = world.activity(babies.clone());
        let mut alone = babies;
        alone["title"] = json!("Babies alone");
        alone["siblings_welcome"] = json!(false);
        let alone = world.activity(alone);
        let open = world.session(json!({ "activity_id": welcome }));
        let closed = world.session(json!({ "activity_id": alone,
            "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" }));
        let family = world.family_of("Mixed", &["2026-06-01", "2023-06-01"]);

        family.books(&open).expect(201);
        family.books(&closed).refused(409, "outside_age_range");
        let baby = json!({ "child_ids": [family.children[0]] });
        family.asks(&closed, baby).expect(201);
    }

    fn a_party_larger_than_the_session_is_told_so(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Splash", "unit": "children" }));
        let session = world.session(json!({ "activity_id": activity, "capacity": 1 }));
        let pair = world.family_of("Pair", &["2024-11-01", "2025-11-01"]);
        pair.books(&session).refused(409, "party_too_large");
    }

    fn a_closed_session_takes_no_requests(app) {
        let world = World::new(app);
        let session = world.session(json!({ "bookings_close_at": "2026-11-22T18:00:00Z" }));
        app.set_clock("2026-11-22T17:59:59Z");
        world.family("Ada").books(&session).expect(201);
        app.set_clock("2026-11-22T18:00:00Z");
        world.family("Bea").books(&session).refused(409, "bookings_closed");
    }

    fn refusals_come_in_the_stated_order(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Crawlers", "ages": months(0, 12) }));
        let session = world.session(json!({ "activity_id": activity, "capacity": 1,
            "public_release_at": "2026-11-18T09:00:00Z" }));
        // Too old, and not yet released: the release comes first.
        let old = world.family_of("Old", &["2023-01-01"]);
        old.books(&session).refused(409, "not_yet_released");
        app.set_clock("2026-11-18T09:00:00Z");
        old.books(&session).refused(409, "outside_age_range");
        // Full as well: the age comes first.
        world.family_of("Young", &["2026-06-01"]).books(&session).expect(201);
        old.asks(&session, json!({ "if_full": "refuse" })).refused(409, "outside_age_range");
        // Cancelled comes before everything.
        let why = json!({ "reason": "The boiler is broken." });
        world.staff.post(&format!("/api/v1/sessions/{session}/cancel"), &why).expect(200);
        old.books(&session).refused(409, "session_cancelled");
    }

    fn a_parent_learns_nothing_of_another_family(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let booked = id(&ada.books(&session).expect(201));

        let as_ada = json!({ "family_id": ada.id, "child_ids": ada.children });
        bea.asks(&session, as_ada).refused(404, "not_found");
        bea.parent.get(&format!("/api/v1/families/{}", ada.id)).refused(404, "not_found");
        bea.parent.get(&format!("/api/v1/bookings/{booked}")).refused(404, "not_found");
        let cancel = format!("/api/v1/bookings/{booked}/cancel");
        bea.parent.post(&cancel, &json!({})).refused(404, "not_found");
        // Children that are not the family's are no party of it.
        let stolen = json!({ "child_ids": ada.children });
        let answer = bea.asks(&session, stolen);
        assert!([404, 422].contains(&answer.status), "{}", answer.text);
    }

    fn a_malformed_request_is_refused_with_pointers(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let problem = family.asks(&session, json!({ "adults": "many" }));
        let problem = problem.refused(422, "invalid_request");
        assert_eq!(problem["errors"][0]["pointer"], "/adults");
        let problem = family.asks(&session, json!({ "if_full": "perhaps" }));
        assert_eq!(problem.refused(422, "invalid_request")["errors"][0]["pointer"], "/if_full");
        family.asks(&session, json!({ "adults": -1 })).refused(422, "invalid_request");
        family.asks(&session, json!({ "child_ids": [] })).refused(422, "invalid_request");
    }
}
