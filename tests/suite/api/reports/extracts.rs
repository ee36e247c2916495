//! Extracts: a line for each child, by a pseudonym of its own.

use std::collections::BTreeSet;

use firstplace::access::Role;
use serde_json::json;

use super::returns::Borough;
use crate::support::app::both;

both! {
    fn an_extract_has_pseudonyms_of_its_own_and_no_restricted_family(app) {
        let borough = Borough::new(app, 3);
        borough.met(0, "2026-11-10");
        let lead = app.as_role(Role::SafeguardingLead);
        let family = &borough.families[1].id;
        let path = format!("/api/v1/families/{family}/restriction");
        let hidden = json!({ "restricted": true, "unsafe_address": false });
        assert_eq!(lead.put(&path, &hidden).status, 200);
        let take = || {
            let body = json!({ "purpose": "evaluation" });
            let file = borough.manager.post("/api/v1/reports/extracts", &body);
            assert_eq!(file.status, 200, "{}", file.text);
            file.text
        };
        let (one, other) = (take(), take());
        let rows: Vec<&str> = one.lines().skip(1).collect();
        assert_eq!(rows.len(), 2, "the restricted family's child is in none: {one}");
        assert!(rows.iter().all(|row| row.contains("E01006104")), "{one}");
        assert!(one.starts_with("\u{feff}pseudonym,age_band,lsoa,decile,membership,seen,contact_days,"));
        let pseudonyms = |text: &str| -> BTreeSet<String> {
            text.lines().skip(1).filter_map(|line| line.split(',').next().map(str::to_owned)).collect()
        };
        assert!(pseudonyms(&one).is_disjoint(&pseudonyms(&other)), "no two can be joined");
        assert!(!one.contains("Family") && !one.contains("2025-06-01"));
        let nothing = json!({});
        borough.manager.post("/api/v1/reports/extracts", &nothing).expect(422);
        borough.world.staff.post("/api/v1/reports/extracts", &json!({ "purpose": "evaluation" }))
            .expect(403);
    }
}
