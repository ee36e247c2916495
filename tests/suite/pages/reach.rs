//! The report as a page: who may open it, that its figures are the API's, what is said of wrong
//! parameters, the same report as a file, and the children behind a figure.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::policy::{Grant, grant};
use firstplace::access::{Act, Actor, Role};
use firstplace::contacts::Kind;
use firstplace::db::Tx;
use firstplace::db::schema::audit;
use serde_json::{Value, json};

use crate::api::reports::reach::by_hand::{North, begin};
use crate::api::reports::reach::stage::CENTRES;
use crate::support::app::{TestApp, both};
use crate::support::people::Person;

const API: &str = "/api/v1/reports/reach";

/// What is between tags.
fn text(html: &str) -> String {
    let outside = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    outside.collect::<String>().trim().to_owned()
}

/// The figures of the row that bears this id.
fn row(page: &str, id: &str) -> Option<Vec<String>> {
    let row = page.split(&format!("<tr id=\"{id}\">")).nth(1)?.split("</tr>").next()?;
    let cells = row.split("<td").skip(1).map(|cell| text(&format!("<td{cell}")));
    Some(cells.collect())
}

/// A figure of the API as the page has it.
fn shown(cell: &Value) -> String {
    match (cell["n"].as_u64(), cell["percent"].as_str(), cell["why_not"].as_str()) {
        (Some(n), Some(percent), _) => format!("{n} ({percent}%)"),
        (Some(n), None, Some("check_population")) => format!("{n} !"),
        (Some(n), None, _) => n.to_string(),
        (None, _, Some("not_available")) => "x".to_owned(),
        (None, _, Some("not_applicable")) => "z".to_owned(),
        (None, _, Some("window_not_covered")) => "w".to_owned(),
        (None, _, why) => panic!("{why:?}"),
    }
}

/// Every line of the answer is on the page with the same figures; so many lines were found.
fn same(page: &str, report: &Value) -> usize {
    let mut found = 0;
    for table in report["tables"].as_array().expect("tables") {
        let by = table["by"].as_str().expect("a word");
        for line in table["lines"].as_array().expect("lines") {
            let key = line["key"].as_str().expect("a key");
            let Some(cells) = row(page, &format!("{by}.{key}")) else {
                assert_eq!((&line["members"]["n"], &line["seen"]["n"]), (&json!(0), &json!(0)));
                continue;
            };
            let names = ["resident", "members", "seen", "sustained", "gap"];
            assert_eq!(cells[..5], names.map(|name| shown(&line[name])), "{by} {key}");
            found += 1;
        }
    }
    for line in report["outside"].as_array().expect("lines") {
        let id = format!("outside.{}", line["key"].as_str().expect("a key"));
        let cells = row(page, &id).expect("a row");
        assert_eq!(cells, ["members", "seen"].map(|name| shown(&line[name])), "{id}");
    }
    found
}

/// How often something was done, by the log.
fn logged(app: &TestApp, act: &'static str) -> usize {
    let count = move |tx: &mut Tx| {
        let found: Vec<String> =
            audit::table.filter(audit::act.eq(act)).select(audit::detail).load(tx.conn())?;
        Ok(found.len())
    };
    app.store.read(Actor::service(), count).expect("the log is read")
}

both! {
    fn whose_role_has_reports_has_the_page_and_nobody_else(app) {
        let sent = app.nobody.get("/reach?by=area");
        let location = sent.header("location").expect("led to sign in").to_owned();
        assert_eq!((sent.status, location.as_str()), (303, "/sign-in?next=%2Freach%3Fby%3Darea"));
        for path in ["/reach/file?format=csv", "/reach/rows?cell=whole.seen"] {
            assert_eq!(app.nobody.get(path).status, 303, "{path}");
        }
        for role in Role::ALL {
            let client = app.as_role(*role);
            for (path, act) in [
                ("/reach", Act::SeeReports),
                ("/reach/file?format=csv", Act::SeeReports),
                ("/reach/rows?cell=whole.seen", Act::SeeReachRows),
            ] {
                let allowed = grant(*role, act) != Grant::No;
                let answer = client.open(path);
                let status = if allowed { 200 } else { 403 };
                assert_eq!(answer.status, status, "{path} as {}: {}", role.as_str(), answer.text);
            }
            let registers = client.open("/registers");
            let link = registers.status == 200 && registers.text.contains("href=\"/reach\"");
            assert_eq!(link, *role == Role::Staff, "the way there, as {}", role.as_str());
        }
        // A token of the API is no cookie.
        assert_eq!(app.as_role(Role::Manager).get("/reach").status, 303);
    }

    fn the_page_has_the_figures_of_the_api(app) {
        let north = North::new(app);
        begin(&north);
        let baby = north.family("Ada", "2026-06-01", "M1 1AA");
        north.met(&baby, Kind::HealthReview, &["2026-07-01"]);
        let one = north.family("Bea", "2025-06-01", "M1 1AA");
        north.met(&one, Kind::Attendance, &["2025-11-17", "2026-03-02", "2026-11-16"]);
        north.family("Dee", "2023-06-01", "M1 1AD");
        let far = north.family("Eve", "2024-06-01", "M9 9ZZ");
        north.met(&far, Kind::Attendance, &["2026-03-02"]);

        let asked = format!(
            "centre_id={}&by=area,decile,target_group,age_band,activity,centre&trend=quarter&as_at=2026-11-16",
            CENTRES[0]
        );
        let report = north.staff.get(&format!("{API}?{asked}")).expect(200);
        let page = north.staff.open(&format!("/reach?{asked}")).page(200);
        assert!(same(&page, &report) > 10);
        for said in [
            "70 children under five live in the area, by Estimates, 2024.",
            "3 of 70 are members: 4.3%, very small minority.",
            "1 of 70 was seen in the 12 months to 16 November 2026: 1.4%, almost no.",
            "2 of 70 are in sustained contact: 2.9%, almost no.",
            "44 more children in sustained contact would reach the target of 65%.",
            "The records begin on 8 January 2024.",
            "Ofsted 2013-15 style",
            "Q3 2026",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        for note in report["notes"].as_array().expect("notes") {
            let note = note.as_str().expect("a sentence").replace('&', "&amp;").replace('"', "&quot;");
            assert!(page.contains(&note), "{note}");
        }
        assert_eq!(page.matches("<script").count(), page.matches("<script src=\"/quiet.js\"").count());
        assert!(!page.contains(" style="));
        assert_eq!(page.matches("<table>").count(), page.matches("<caption").count());
        let shorter = north.staff.open(&format!("/reach?{asked}&window_months=6")).page(200);
        let other = north.staff.get(&format!("{API}?{asked}&window_months=6")).expect(200);
        same(&shorter, &other);
        assert_ne!(other["whole"], report["whole"], "the control: another window differs");

        // As a form sends it, with empty fields, and boxes ticked one by one.
        let form = format!("/reach?centre_id={}&as_at=&window_months=&by=&by=area&by=age_band&trend=",
            CENTRES[0]);
        let page = north.staff.open(&form).page(200);
        let report = north.report("&by=area,age_band");
        assert_eq!(same(&page, &report), 3 + 4);
        assert!(!page.contains("id=\"decile\""), "what was not ticked is not there");
    }

    fn one_centre_is_shown_first_to_those_of_one_and_all_to_the_others(app) {
        let north = North::new(app);
        let at_centre = Person { centre: Some(CENTRES[0]), ..Person::default() };
        let manager = app.sign_in(Role::Manager, &at_centre);
        for client in [&manager, &north.staff] {
            let own = client.open("/reach").page(200);
            assert!(own.contains("<h1>Reach: North</h1>"), "{own}");
        }
        let all = manager.open("/reach?centre_id=").page(200);
        assert!(all.contains("<h1>Reach: All centres</h1>"));
        let all = north.manager.open("/reach").page(200);
        let report = north.manager.get(&format!("{API}?by=centre")).expect(200);
        assert_eq!(same(&all, &report), 2, "centres are compared");
        assert!(all.contains(&format!("/reach?by=area%2Cdecile%2Ctarget_group%2Cage_band%2Ccentre&amp;centre_id={}", CENTRES[1])));
        let south = north.staff.open(&format!("/reach?centre_id={}", CENTRES[1]));
        let south = south.page(404);
        assert!(south.contains("you may not see it") && south.contains("action=\"/reach\""));
        assert!(!south.contains("South"), "nor can it be chosen");
    }

    fn what_is_wrong_is_said_on_the_page_with_the_form_as_it_was(app) {
        let north = North::new(app);
        for (query, said) in [
            ("as_at=2026-11-17", "in the future"),
            ("as_at=tomorrow", "Write the day as 2026-11-22."),
            ("window_months=0", "Use 1 to 60 months."),
            ("window_months=many", "Use 1 to 60 months."),
            ("by=area&by=area", "at most once"),
            ("by=street", "Use each of"),
            ("trend=week", "Choose month, quarter"),
            ("profile=public&by=area", "always split by"),
            ("profile=partner&by=area", "always split by"),
            ("centre_id=%00", "Choose a centre."),
        ] {
            let answer = north.manager.open(&format!("/reach?{query}"));
            assert!(answer.status == 422 || answer.status == 400, "{query}: {}", answer.status);
            assert!(answer.text.contains("There is a problem"), "{query}: {}", answer.text);
            assert!(answer.text.contains(said), "{query}: {}", answer.text);
            assert!(answer.text.contains("<title>Error: Reach"), "{query}");
        }
        let kept = north.manager.open("/reach?window_months=61&trend=month").page(422);
        assert!(kept.contains("value=\"61\"") && kept.contains("<option value=\"month\" selected>"));
        assert!(kept.contains("<a href=\"#window_months\">Use 1 to 60 months.</a>"), "{kept}");
        assert_eq!(logged(app, "give_report"), 0, "nothing was given");
    }

    fn the_report_leaves_by_the_page_as_it_leaves_by_the_api(app) {
        let north = North::new(app);
        begin(&north);
        let asked = format!("centre_id={}&by=area&format=csv", CENTRES[0]);
        let saved = north.staff.open(&format!("/reach/file?{asked}"));
        let given = north.staff.get(&format!("{API}?{asked}"));
        assert_eq!((saved.status, &saved.text), (200, &given.text));
        assert_eq!(saved.header("content-disposition"), given.header("content-disposition"));
        assert_eq!(saved.header("cache-control"), Some("no-store"));
        assert_eq!(logged(app, "give_report"), 2);
        for (format, begins) in [("pdf", b"%PDF".as_slice()), ("xlsx", b"PK")] {
            let file = north.manager.open(&format!("/reach/file?format={format}"));
            assert!(file.bytes.starts_with(begins), "{format}: {}", file.text);
        }
        let page = north.manager.open("/reach").page(200);
        assert!(page.contains("/reach/file?profile=public&amp;format=pdf"), "{page}");
        let public = north.manager.open("/reach/file?profile=public&format=csv");
        assert!(public.status == 200 && public.text.contains("public"), "{}", public.text);
        let public = north.manager.open("/reach?profile=public").page(200);
        assert!(public.contains("For the public") && !public.contains("name=\"as_at\""), "{public}");
        // Of all centres: not for those of one.
        assert_eq!(north.staff.open("/reach/file?profile=public&format=csv").status, 404);
        assert!(!north.staff.open("/reach").page(200).contains("profile=public"));
        assert_eq!(north.manager.open("/reach/file?format=docx").page(422).matches("Use json").count(), 1);
    }

    fn a_figure_opens_to_its_children_on_a_page_but_never_to_restricted_ones(app) {
        let north = North::new(app);
        begin(&north);
        let one = north.family("Bea", "2025-06-01", "M1 1AA");
        north.met(&one, Kind::Attendance, &["2026-03-02", "2026-03-09"]);
        let hidden = north.family("Cas", "2025-06-01", "M1 1AA");
        north.met(&hidden, Kind::Attendance, &["2026-03-02"]);
        app.advance(TimeDelta::days(1));
        let restricted = json!({ "restricted": true, "unsafe_address": false });
        let lead = app.as_role(Role::SafeguardingLead);
        lead.put(&format!("/api/v1/families/{}/restriction", hidden.0), &restricted).expect(200);

        let asked = format!("centre_id={}&as_at=2026-11-16&by=area", CENTRES[0]);
        let page = north.staff.open(&format!("/reach?{asked}")).page(200);
        assert!(page.contains("2 of 70 were seen"), "{page}");
        assert!(!page.contains("Baby Cas"));
        let link = page.split("href=\"").find(|part| part.contains("cell=area.E01000001.seen\""));
        let link = link.and_then(|part| part.split('"').next()).expect("a way to the children");
        let rows = north.staff.open(&link.replace("&amp;", "&")).page(200);
        assert!(rows.contains("Baby Bea") && !rows.contains("Cas"), "{rows}");
        assert!(rows.contains("Back to the report") && rows.contains("#area.E01000001\""));
        assert_eq!(logged(app, "see_reach_rows"), 1);

        // A manager sees figures and no children; staff those of their centre.
        let page = north.manager.open(&format!("/reach?{asked}")).page(200);
        assert!(!page.contains("/reach/rows"), "{page}");
        for profile in ["partner", "public"] {
            let fixed = north.manager.open(&format!("/reach?profile={profile}")).page(200);
            assert!(!fixed.contains("/reach/rows") && !fixed.contains("name=\"as_at\""), "{fixed}");
        }
        assert_eq!(north.staff.open("/reach?profile=partner").status, 404, "it is of all centres");
        let theirs = format!("/reach/rows?cell=whole.seen&centre_id={}", CENTRES[1]);
        assert_eq!(north.staff.open(&theirs).status, 404);
        for wrong in ["cell=seen", "cell=whole.height", "as_at=2026-11-16"] {
            let page = north.staff.open(&format!("/reach/rows?{wrong}")).page(422);
            assert!(page.contains("There is a problem"), "{wrong}: {page}");
        }
        assert_eq!(logged(app, "see_reach_rows"), 1);
    }
}
