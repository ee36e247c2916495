//! What reach is counted by: defaults, changed by a manager, read by staff.

use firstplace::access::Role;
use serde_json::json;
use ureq::http::Method;

use crate::support::app::both;
use crate::support::world::World;

const PATH: &str = "/api/v1/reach-settings";

both! {
    fn the_settings_of_reach_begin_with_the_rules_and_are_changed_by_a_manager(app) {
        let world = World::new(app);
        let before = world.staff.get(PATH);
        let etag = before.header("ETag").expect("an etag").to_owned();
        let shown = before.expect(200);
        assert_eq!(shown["threshold"], 3);
        assert_eq!(shown["window_months"], 12);
        assert_eq!(shown["target_percent"], 65);
        assert_eq!(shown["style_label"], "Ofsted 2013-15 style");
        assert_eq!(shown["deprived_decile"], 3);

        let manager = app.as_role(Role::Manager);
        let change = json!({ "threshold": 4, "style": "scotland", "age_bands": "years" });
        let send = |etag: &str| {
            manager.call(Method::PATCH, PATH).header("If-Match", etag).json(&change).send()
        };
        let changed = send(&etag).expect(200);
        assert_eq!(changed["threshold"], 4);
        assert_eq!(changed["window_months"], 12);
        assert_eq!(changed["style_label"], "Education Scotland");
        assert_eq!(changed["age_band_labels"][4], "4-5");
        assert_eq!(world.staff.get(PATH).expect(200), changed);
        send(&etag).refused(412, "version_conflict");
        manager.call(Method::PATCH, PATH).json(&change).send().refused(428, "version_needed");
    }

    fn own_words_need_a_label_and_bands_from_nought_on(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let patch = |change: serde_json::Value| {
            let etag = world.staff.get(PATH).header("ETag").expect("an etag").to_owned();
            manager.call(Method::PATCH, PATH).header("If-Match", &etag).json(&change).send()
        };
        let band = |from: u64, words: &str| json!({ "from": from, "words": words });
        let words = |first: u64| {
            json!({ "label": "Ours", "bands": [band(first, "few"), band(50, "many")] })
        };
        for (wrong, pointer) in [
            (json!({ "style": "own" }), "/own_words"),
            (json!({ "own_words": words(1) }), "/own_words"),
            (json!({ "threshold": 0 }), "/threshold"),
            (json!({ "window_months": 61 }), "/window_months"),
            (json!({ "target_percent": 101 }), "/target_percent"),
            (json!({ "deprived_decile": 0 }), "/deprived_decile"),
        ] {
            let problem = patch(wrong).refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }
        let own = patch(json!({ "style": "own", "own_words": words(0) })).expect(200);
        assert_eq!(own["style_label"], "Ours");
        assert_eq!(own["own_words"]["bands"][1]["words"], "many");
        let back = patch(json!({ "style": "ofsted" })).expect(200);
        assert_eq!(back["own_words"]["label"], "Ours", "kept for another time");
    }
}
