//! Births without names.

use serde_json::{Value, json};

use crate::api::partners::agreements::{agreement, partner, professional};
use crate::support::app::both;
use crate::support::world::World;

fn births(rows: Value) -> Value {
    json!({ "rows": rows })
}

both! {
    fn births_are_taken_by_month_and_area_and_replaced_when_sent_again(app) {
        let world = World::new(app);
        let trust = partner(&world, "Trafford trust");
        agreement(&world, &trust, json!({ "purpose": "birth_counts", "items": [] }));
        let trust = professional(&world, &trust);
        let first = births(json!([
            { "month": "2026-09", "lsoa": "E01006110", "births": 4 },
            { "month": "2026-09", "centre_id": world.centre, "births": 11 },
        ]));
        assert_eq!(trust.post("/api/v1/feeds/births", &first).expect(200)["taken"], 2);
        let again = births(json!([{ "month": "2026-09", "lsoa": "E01006110", "births": 5 }]));
        trust.post("/api/v1/feeds/births", &again).expect(200);
        // Another sender's figure stands beside it.
        world.staff.post("/api/v1/feeds/births", &first).expect(200);

        let listed = world.staff.get("/api/v1/feeds/births?lsoa=E01006110").expect(200);
        let counts: Vec<&Value> =
            listed["items"].as_array().expect("items").iter().map(|row| &row["births"]).collect();
        assert_eq!(counts, [5, 4]);
        trust.get("/api/v1/feeds/births").refused(403, "not_allowed");
        for wrong in [
            json!({ "month": "2026-12", "lsoa": "E01006110", "births": 4 }),
            json!({ "month": "2026", "lsoa": "E01006110", "births": 4 }),
            json!({ "month": "2026-09", "lsoa": "Sale", "births": 4 }),
            json!({ "month": "2026-09", "births": 4 }),
            json!({ "month": "2026-09", "lsoa": "E01006110", "births": -1 }),
        ] {
            let sent = births(json!([wrong]));
            world.staff.post("/api/v1/feeds/births", &sent).refused(422, "invalid_request");
        }
        app.set_clock("2027-01-01T10:00:00Z");
        trust.post("/api/v1/feeds/births", &again).refused(409, "agreement_expired");
    }
}
