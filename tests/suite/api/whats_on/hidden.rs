//! What must not be told moves neither a body nor its ETag.

use serde_json::json;

use super::{PUBLIC, on, patches, tag};
use crate::support::app::{TestApp, both};
use crate::support::world::{World, referral};

/// Bodies and ETags, as anybody reads them.
fn shown(app: &TestApp) -> Vec<(String, String)> {
    let read = |path: &&str| {
        let answer = app.nobody.get(path);
        (tag(&answer), answer.text)
    };
    PUBLIC.iter().map(read).collect()
}

both! {
    fn what_is_hidden_moves_neither_body_nor_tag(app) {
        let world = World::new(app);
        let secret = world.activity(json!({ "title": "Freedom", "sensitive": true }));
        let secret = world.session(on("23", json!({ "activity_id": secret })));
        let later = json!({ "public_release_at": "2026-11-20T09:00:00Z" });
        let referred = world.session(on("24", later));
        let priority = world.session(on("25", json!({ "capacity": 4, "priority_places": 2 })));
        let first = shown(app);

        let visitor = world.professional("health");
        let refer = |session: &str, family| {
            let path = format!("/api/v1/sessions/{session}/referrals");
            visitor.post(&path, &referral(family)).expect(201)
        };
        let families = world.families(4);
        let path = format!("/api/v1/sessions/{secret}/bookings");
        world.staff.post(&path, &families[0].party()).expect(201);
        assert_eq!(shown(app), first, "a booking on a sensitive session");
        refer(&referred, &families[1]);
        assert_eq!(shown(app), first, "a referral before the release");
        refer(&priority, &families[2]);
        assert_eq!(shown(app), first, "a priority place taken");
        patches(&world, &referred, &json!({ "priority_places": 3, "leader": "Somebody else" }));
        assert_eq!(shown(app), first, "what only staff plan");

        families[3].books(&priority).expect(201);
        let after = shown(app);
        for (before, after) in first.iter().zip(&after) {
            assert!(before.0 != after.0 && before.1 != after.1, "a place less is told: {after:?}");
        }
    }

    fn a_referral_window_that_opens_is_not_told(app) {
        let world = World::new(app);
        let moments = json!({ "referrals_open_at": "2026-11-16T12:00:00Z",
            "public_release_at": "2026-11-20T09:00:00Z" });
        world.session(on("24", moments));
        let before = shown(app);
        app.set_clock("2026-11-16T12:00:00Z");
        assert_eq!(shown(app), before);
    }
}
