//! The report given away: in every format, and by who gets it.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::api::reports::returns::Borough;
use crate::support::app::both;
use crate::support::people::Person;

const REACH: &str = "/api/v1/reports/reach";

both! {
    fn the_report_leaves_in_every_format_with_what_it_rests_on(app) {
        let borough = Borough::new(app, 2);
        let centre = &borough.world.centre;
        let of = |format: &str| {
            borough.manager.get(&format!("{REACH}?centre_id={centre}&by=area&format={format}"))
        };
        let csv = of("csv");
        assert_eq!(csv.status, 200, "{}", csv.text);
        assert!(csv.text.starts_with("\u{feff}section,key,label,measure,n,of,percent,words,why_not\n"));
        assert!(csv.text.contains("settings,threshold,Sustained from,,,,,3 distinct days,"));
        assert!(csv.text.contains("\nwhole,") && csv.text.contains("Open Government Licence"));
        assert!(of("xlsx").bytes.starts_with(b"PK"));
        let pdf = of("pdf");
        assert!(pdf.bytes.starts_with(b"%PDF"));
        let name = pdf.header("content-disposition").expect("a name");
        assert!(name.contains("reach-partington-children-s-centre-2026-11-16-exact.pdf"), "{name}");
        of("docx").expect(422);
    }

    fn the_public_report_is_one_for_all_and_refuses_every_filter(app) {
        let borough = Borough::new(app, 2);
        let centre = &borough.world.centre;
        let public = borough.manager.get(&format!("{REACH}?profile=public")).expect(200);
        let settings = &public["settings"];
        assert_eq!((&settings["as_at"], &settings["profile"]), (&json!("2026-09-30"), &json!("public")));
        let by: Vec<&Value> =
            public["tables"].as_array().expect("tables").iter().map(|one| &one["by"]).collect();
        assert_eq!(by.len(), 4, "{by:?}");
        for filter in [
            format!("centre_id={centre}"),
            "as_at=2026-11-16".to_owned(),
            "known_at=2026-11-16T09:00:00Z".to_owned(),
            "window_months=6".to_owned(),
            "threshold=2".to_owned(),
            "by=area".to_owned(),
        ] {
            let answer = borough.manager.get(&format!("{REACH}?profile=public&{filter}"));
            let problem = answer.expect(422);
            assert!(problem["detail"].as_str().is_some_and(|said| said.starts_with("The public")));
        }
        let at_centre = Person { centre: Some(centre), ..Person::default() };
        let staff = app.sign_in(Role::Staff, &at_centre);
        let refused = staff.get(&format!("{REACH}?profile=public")).status;
        assert!(refused == 403 || refused == 404, "{refused}: it is of all centres");
    }

    fn small_counts_are_not_given_to_a_partner(app) {
        let borough = Borough::new(app, 3);
        borough.met(0, "2026-11-10");
        app.set_clock("2027-01-20T10:00:00Z");
        let manager = app.as_role(Role::Manager);
        let exact = manager.get(&format!("{REACH}?as_at=2026-12-31&by=area")).expect(200);
        assert_eq!(exact["whole"]["members"]["n"], 3, "the control");
        let partner = manager.get(&format!("{REACH}?profile=partner")).expect(200);
        let members = &partner["whole"]["members"];
        assert_eq!(members, &json!({ "why_not": "suppressed" }));
        let lines = partner["tables"][0]["lines"].as_array().expect("lines");
        for line in lines {
            assert!(line["members"]["n"].as_u64().is_none_or(|count| count == 0 || count > 4));
        }
    }
}
