//! What texts cost.

use firstplace::access::Actor;
use firstplace::serve::upkeep::forget;
use serde_json::json;

use super::*;
use crate::support::app::texting;

texting! {
    fn costs_are_counted_by_month_and_kind_and_outlive_the_texts(app) {
        let (world, notify) = (World::new(app), Notify::new(app.clock.clone()));
        let family = texted(&world, "Amina", NUMBER);
        let post = Post::notify(&notify);
        let books = |day: &str| {
            let session = world.session(json!({
                "starts_at": format!("2026-12-{day}T10:00:00Z"), "ends_at": format!("2026-12-{day}T11:00:00Z"),
            }));
            family.books(&session).expect(201);
            post.delivers(app);
        };
        books("07");
        // Still November by the organisation's clock, then December.
        app.set_clock("2026-11-30T23:59:59Z");
        books("15");
        app.set_clock("2026-12-01T00:00:00Z");
        books("23");
        app.advance(chrono::TimeDelta::days(60));
        app.store.write(Actor::service(), forget).expect("a round");

        let manager = app.as_role(Role::Manager);
        let costs = manager.get("/api/v1/texts/costs?from=2026-10&to=2026-12").expect(200);
        let months = costs["items"].as_array().expect("months");
        assert_eq!(months.len(), 3);
        assert_eq!(months[0], json!({ "month": "2026-10", "texts": 0, "parts": 0, "pence": 0, "kinds": [] }));
        // Two parts each, at 2.50.
        let booked = |texts: i64| {
            let kind = json!({ "kind": "booked", "texts": texts, "parts": 2 * texts, "pence": 5 * texts });
            (json!(texts), json!([kind]))
        };
        assert_eq!((months[1]["texts"].clone(), months[1]["kinds"].clone()), booked(2));
        assert_eq!((months[2]["texts"].clone(), months[2]["kinds"].clone()), booked(1));
    }

    fn a_wrong_period_is_refused_and_only_managers_and_administrators_see_costs(app) {
        let manager = app.as_role(Role::Manager);
        for (query, pointer) in [
            ("from=2026-11&to=2026-10", "/to"),
            ("from=2026-13&to=2026-12", "/from"),
            ("from=2026-1&to=2026-12", "/from"),
            ("from=2020-01&to=2026-12", "/to"),
        ] {
            let refused = manager.get(&format!("/api/v1/texts/costs?{query}")).refused(422, "invalid_request");
            assert_eq!(refused["errors"][0]["pointer"], pointer, "{query}");
        }
        app.as_role(Role::Administrator).get("/api/v1/texts/costs?from=2026-11&to=2026-11").expect(200);
        app.as_role(Role::Staff).get("/api/v1/texts/costs?from=2026-11&to=2026-11").refused(403, "not_allowed");
    }
}
