//! What each partner brought, month by month, beside what was agreed.

use firstplace::access::Role;
use serde_json::{Value, json};

use super::by_heading;
use crate::api::feeds::{NHS, csv, row, send};
use crate::api::partners::agreements::{agreement, partner, professional};
use crate::support::app::both;
use crate::support::world::{World, id};

both! {
    fn a_partners_months_stand_beside_what_was_agreed(app) {
        let world = World::new(app);
        let visitors = partner(&world, "Trafford health visitors");
        agreement(&world, &visitors, json!({ "first_day": "2026-11-01" }));
        let visitor = professional(&world, &visitors);
        let file = csv(&[
            row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123"),
            row(NHS[1], "Ada Byrne", "14/02/2026", "Mary Byrne", "07700 900124"),
        ]);
        send(&visitor, "", file).expect(200);
        let met = json!({ "carers": [{ "name": "Jo Marsh", "phone": "07700 900125" }],
            "children": [{ "name": "Leo", "born_on": "2026-03-01" }] });
        visitor.post("/api/v1/families", &met).expect(201);

        let manager = app.as_role(Role::Manager);
        let path = format!("/api/v1/reports/partners?partner_id={visitors}&from=2026-10-01");
        let report = manager.get(&path).expect(200);
        let item = &report["items"][0];
        assert_eq!(item["agreed_until"], "2026-12-31");
        assert_eq!(item["feed_due_on"], "2026-12-17");
        assert_eq!(item["feed_overdue"], false);
        let month = |month: &str, registered, listed, members, agreed: Value| {
            json!({ "month": month, "registered": registered, "listed": listed,
                "members": members, "agreed": agreed })
        };
        assert_eq!(
            item["months"],
            json!([month("2026-10", 0, 0, 0, Value::Null), month("2026-11", 3, 2, 1, json!(20))])
        );
        app.set_clock("2026-12-18T10:00:00Z");
        assert_eq!(manager.get(&path).expect(200)["items"][0]["feed_overdue"], true);

        let table = manager.get(&format!("{path}&format=csv"));
        let lines: Vec<&str> = table.text.lines().collect();
        assert_eq!(lines.len(), 4, "{}", table.text);
        assert!(lines[0].starts_with("\u{feff}partner_id,partner,kind,"));
        let november = by_heading(&table.text, 2);
        for (heading, cell) in [
            ("month", "2026-11"), ("registered", "3"), ("listed", "2"), ("members", "1"),
            ("agreed", "20"),
        ] {
            assert_eq!(november[heading], cell, "{heading}");
        }
        let other = id(&world.admin.post("/api/v1/partners",
            &json!({ "name": "Trafford housing", "kind": "housing" })).expect(201));
        assert_eq!(manager.get("/api/v1/reports/partners").expect(200)["items"][1]["partner_id"],
            other.as_str());
        manager.get("/api/v1/reports/partners?partner_id=0198c5d27f3a7d0e9d1c2b3a4f5e6d7c").refused(404, "not_found");
        manager.get("/api/v1/reports/partners?from=2027-01-01&to=2026-01-01")
            .refused(422, "invalid_request");
        world.staff.get("/api/v1/reports/partners").refused(403, "not_allowed");
    }
}
