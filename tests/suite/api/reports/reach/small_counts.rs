//! Small counts through the door: a borough of random children, its exact report, and everything a
//! recipient can ask for. Every table that fits what they are given is tried, so that what nobody
//! can work out is counted and not argued.

use chrono::NaiveDate;
use firstplace::access::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;

use super::stage::{CENTRES, Draw, LSOAS, ground, is_made_up, write};
use crate::support::app::{TestApp, both};
use crate::support::client::Client;

const REACH: &str = "/api/v1/reports/reach";
/// The moment of the reports for partners and the public.
const THEN: &str = "as_at=2026-09-30&known_at=2026-10-13T23:00:00Z";
const FIGURES: [&str; 9] = [
    "members",
    "listed",
    "seen_here",
    "seen",
    "seen_new",
    "sustained_direct",
    "sustained_universal",
    "not_yet_evidenced",
    "sustained",
];

fn random_children(app: &TestApp, seed: u64, count: usize) {
    let today: NaiveDate = "2026-09-30".parse().expect("a day");
    write(app, move |tx| Draw::new(seed, today).fill(tx, count));
    is_made_up(app);
}

/// A line of a table that is made of LSOAs, by their places in `LSOAS`.
struct Place {
    table: &'static str,
    key: String,
    lsoas: Vec<usize>,
}

/// The whole, the centres, the deciles and the areas.
fn places() -> Vec<Place> {
    let of = |table, key: String, holds: &dyn Fn(usize) -> bool| Place {
        table,
        key,
        lsoas: (0..LSOAS.len()).filter(|at| holds(*at)).collect(),
    };
    let mut all = vec![of("", String::new(), &|_| true)];
    for (number, centre) in CENTRES.iter().enumerate() {
        all.push(of("centre", (*centre).to_owned(), &|at| LSOAS[at].1 == number));
    }
    let deciles: BTreeSet<i32> = LSOAS.iter().map(|(_, _, decile, _)| *decile).collect();
    for decile in deciles {
        all.push(of("decile", decile.to_string(), &|at| LSOAS[at].2 == decile));
    }
    for (number, (code, ..)) in LSOAS.iter().enumerate() {
        all.push(of("area", (*code).to_owned(), &|at| at == number));
    }
    all
}

fn cell<'a>(report: &'a Value, place: &Place, figure: &str) -> Option<&'a Value> {
    if place.table.is_empty() {
        return Some(&report["whole"][figure]);
    }
    let mut tables = report["tables"].as_array().expect("tables").iter();
    let table = tables.find(|table| table["by"] == place.table)?;
    let mut lines = table["lines"].as_array().expect("lines").iter();
    Some(&lines.find(|line| line["key"] == place.key)?[figure])
}

/// What somebody has of one figure: by place, the counts shown, and whether one was left out.
fn has(reports: &[Value], figure: &str) -> Vec<(Option<u64>, bool)> {
    let of = |place: &Place| {
        // "Here" is another centre in each line of that table.
        let is_other = figure == "seen_here" && place.table == "centre";
        let cells: Vec<&Value> = match is_other {
            true => Vec::new(),
            false => reports.iter().filter_map(|report| cell(report, place, figure)).collect(),
        };
        let shown = cells.iter().find_map(|cell| cell["n"].as_u64());
        (shown, shown.is_none() && cells.iter().any(|cell| cell["why_not"] == "suppressed"))
    };
    places().iter().map(of).collect()
}

/// The places, and LSOAs together, of which a figure left out or a small count has one value.
fn told(truth: &Value, figure: &str, has: &[(Option<u64>, bool)]) -> Vec<String> {
    let places = places();
    let areas: Vec<u64> = places[places.len() - LSOAS.len()..]
        .iter()
        .map(|place| cell(truth, place, figure).and_then(|cell| cell["n"].as_u64()).unwrap_or(0))
        .collect();
    let sum = |of: &[u64], lsoas: &[usize]| lsoas.iter().map(|at| of[*at]).sum::<u64>();
    let mut tables: Vec<Vec<u64>> = vec![Vec::new()];
    for (at, area) in areas.iter().enumerate() {
        let longer = |table: &Vec<u64>| {
            let table = table.clone();
            (0..=area + 2).map(move |count| [table.clone(), vec![count]].concat())
        };
        tables = tables.iter().flat_map(longer).collect();
        tables.retain(|table| {
            places.iter().zip(has).all(|(place, (shown, out))| {
                let filled: Vec<usize> =
                    place.lsoas.iter().copied().filter(|one| *one <= at).collect();
                let (so_far, is_all) = (sum(table, &filled), filled.len() == place.lsoas.len());
                let fits =
                    shown.is_none_or(|shown| so_far <= shown && (!is_all || so_far == shown));
                // Nought is shown wherever it is.
                fits && (!is_all || !out || so_far > 0)
            })
        });
    }
    assert!(tables.contains(&areas), "the truth fits: {figure}: {areas:?} {has:?}");
    let values =
        |lsoas: &[usize]| tables.iter().map(|table| sum(table, lsoas)).collect::<BTreeSet<u64>>();
    let mut found = Vec::new();
    for (place, (_, out)) in places.iter().zip(has) {
        if *out && values(&place.lsoas).len() < 2 {
            found.push(format!("{figure} of {} {}", place.table, place.key));
        }
    }
    for some in 1u32..1 << LSOAS.len() {
        let lsoas: Vec<usize> = (0..LSOAS.len()).filter(|at| some >> at & 1 == 1).collect();
        if (1..=4).contains(&sum(&areas, &lsoas)) && values(&lsoas).len() < 2 {
            found.push(format!("{figure} of {lsoas:?} together"));
        }
    }
    found
}

/// Each table protected by itself: the small counts left out, and of a table with one of them the
/// smallest beside it.
fn each_alone(truth: &Value, figure: &str) -> Vec<(Option<u64>, bool)> {
    let places = places();
    let count = |place: &Place| {
        let cell =
            cell(truth, place, figure).filter(|_| figure != "seen_here" || place.table != "centre");
        cell.and_then(|cell| cell["n"].as_u64())
    };
    let is_small = |count: u64| (1..=4).contains(&count);
    let mut out: Vec<bool> =
        places.iter().map(|place| count(place).is_some_and(is_small)).collect();
    for table in ["centre", "decile", "area"] {
        let of: Vec<usize> = (0..places.len()).filter(|at| places[*at].table == table).collect();
        let least = of.iter().copied().filter(|at| !out[*at] && count(&places[*at]) > Some(0));
        let least = least.min_by_key(|at| count(&places[*at]));
        if let (1, Some(at)) = (of.iter().filter(|at| out[**at]).count(), least) {
            out[at] = true;
        }
    }
    places.iter().zip(out).map(|(place, out)| (count(place).filter(|_| !out), out)).collect()
}

fn get(who: &Client, query: &str) -> Value {
    who.get(&format!("{REACH}?{query}")).expect(200)
}

/// Everything that names a figure in the report, as JSON.
fn cells(report: &Value) -> Vec<&Value> {
    let lines = report["tables"].as_array().expect("tables").iter();
    let lines = lines.flat_map(|table| table["lines"].as_array().expect("lines"));
    let outside = report["outside"].as_array().expect("lines").iter();
    let lines = lines.chain(outside).chain([&report["whole"], &report["members"]]);
    lines.flat_map(|line| FIGURES.iter().map(move |figure| &line[*figure])).collect()
}

both! {
    fn no_small_count_follows_from_all_that_a_partner_can_ask_for(app) {
        ground(app);
        let manager = app.as_role(Role::Manager);
        let mut told_alone = 0;
        for (seed, count) in [(1, 40), (2, 250), (3, 400)] {
            random_children(app, seed, count);
            let truth = get(&manager, &format!("{THEN}&by=area,centre,decile"));
            let asked = ["profile=public", "profile=public&rounding=5", "profile=partner",
                "profile=partner&rounding=5"];
            let given: Vec<Value> = asked.iter().map(|query| get(&manager, query)).collect();
            let exact = [given[0].clone(), given[2].clone()];
            for figure in FIGURES {
                let found = told(&truth, figure, &has(&exact, figure));
                assert!(found.is_empty(), "{seed}: {found:?}");
                // Without the areas there are too many tables to try of many children.
                if count < 50 {
                    let found = told(&truth, figure, &has(&exact[..1], figure));
                    assert!(found.is_empty(), "{seed}, the public alone: {found:?}");
                }
                told_alone += told(&truth, figure, &each_alone(&truth, figure)).len();
            }
            // Rounded or not, the same is left out; a percentage stands by its count alone.
            for (whole, rounded) in [(&given[0], &given[1]), (&given[2], &given[3])] {
                for (one, other) in cells(whole).into_iter().zip(cells(rounded)) {
                    assert_eq!(one["n"].is_null(), other["n"].is_null());
                    assert!(!one["n"].as_u64().is_some_and(|n| (1..=4).contains(&n)), "{one}");
                    assert!(other["n"].as_u64().is_none_or(|n| n % 5 == 0), "{other}");
                    if one["n"].is_null() {
                        assert!(one["of"].is_null() && one["percent"].is_null() && one["words"].is_null());
                    }
                }
            }
        }
        assert!(told_alone > 0, "the control: each table protected by itself");
    }

    fn every_format_leaves_out_the_same(app) {
        ground(app);
        random_children(app, 5, 250);
        let manager = app.as_role(Role::Manager);
        for profile in ["public", "partner"] {
            let report = get(&manager, &format!("profile={profile}"));
            let out = |cell: &&&Value| cell["why_not"] == "suppressed" && cell["n"].is_null();
            assert!(cells(&report).iter().filter(out).count() > 0, "something is left out");
            let csv = manager.get(&format!("{REACH}?profile={profile}&format=csv")).text;
            let of_lines = |row: &&str| {
                let section = row.split(',').next().unwrap_or_default();
                ["whole", "area", "centre", "decile", "age_band", "target_group", "outside", "members"]
                    .contains(&section)
            };
            let mut counted = 0;
            for row in csv.lines().filter(of_lines) {
                let mut reader = row.rsplit(',');
                let last: Vec<&str> = reader.by_ref().take(5).collect();
                let (why_not, n) = (last[0], last[4]);
                assert!(why_not != "suppressed" || n.is_empty() || row.contains("seen_new"), "{row}");
                let is_figure = FIGURES.iter().any(|figure| row.contains(&format!(",{figure},")));
                assert!(!is_figure || !["1", "2", "3", "4"].contains(&n), "{row}");
                counted += usize::from(is_figure);
            }
            assert!(counted > 50, "{csv}");
            for format in ["xlsx", "pdf"] {
                assert_eq!(manager.get(&format!("{REACH}?profile={profile}&format={format}")).status, 200);
            }
        }
    }

    fn a_partner_is_given_one_report_and_may_cut_no_other(app) {
        ground(app);
        random_children(app, 7, 40);
        let manager = app.as_role(Role::Manager);
        let partner = get(&manager, "profile=partner");
        assert_eq!(partner["settings"]["as_at"], "2026-09-30");
        assert_eq!(partner["settings"]["known_at"], "2026-10-13T23:00:00Z");
        let by: Vec<&str> = partner["tables"].as_array().expect("tables").iter()
            .map(|table| table["by"].as_str().expect("a split")).collect();
        assert_eq!(by, ["area", "centre", "decile", "age_band", "target_group"]);
        assert_eq!(partner["trend"], json!([]));
        let same = get(&manager, "profile=partner&as_at=2026-09-30&by=centre,area,decile,age_band,target_group");
        assert_eq!((&same["whole"], &same["tables"]), (&partner["whole"], &partner["tables"]));
        for (filter, pointer) in [
            (format!("centre_id={}", CENTRES[0]), "/centre_id"),
            ("as_at=2026-09-29".to_owned(), "/as_at"),
            ("as_at=2026-11-16".to_owned(), "/as_at"),
            ("known_at=2026-10-13T23:00:00Z".to_owned(), "/known_at"),
            ("window_months=6".to_owned(), "/window_months"),
            ("threshold=2".to_owned(), "/window_months"),
            ("bands=years".to_owned(), "/window_months"),
            ("by=area".to_owned(), "/by"),
            ("by=activity".to_owned(), "/by"),
            ("by=".to_owned(), "/by"),
            ("trend=month".to_owned(), "/trend"),
        ] {
            let answer = manager.get(&format!("{REACH}?profile=partner&{filter}"));
            let problem = answer.refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer, "{filter}");
        }
        // Nor by the quarterly return, whose window is another.
        let quarterly = json!({ "preset": "quarterly", "profile": "partner" });
        let problem = manager.post("/api/v1/reports/returns", &quarterly).refused(422, "invalid_request");
        assert_eq!(problem["errors"][0]["pointer"], "/profile");
        let own = json!({ "profile": "partner" });
        let frozen = manager.post("/api/v1/reports/returns", &own).expect(201);
        assert_eq!(frozen["as_at"], "2026-09-30");
    }

    fn past_the_time_for_it_the_finest_tables_are_withheld_and_the_report_says_so(app) {
        ground(app);
        random_children(app, 9, 60);
        let manager = app.as_role(Role::Manager);
        let limit = |seconds: u32| {
            let path = "/api/v1/reach-settings";
            let etag = manager.get(path).header("ETag").expect("an etag").to_owned();
            let change = json!({ "protect_seconds": seconds });
            manager.call(ureq::http::Method::PATCH, path).if_match(&etag).json(&change).send()
        };
        let by = |report: &Value| -> Vec<String> {
            let tables = report["tables"].as_array().expect("tables").iter();
            tables.map(|table| table["by"].as_str().expect("a split").to_owned()).collect()
        };
        for profile in ["public", "partner"] {
            let query = format!("profile={profile}");
            assert_eq!(limit(20).expect(200)["protect_seconds"], 20);
            let whole = get(&manager, &query);
            assert!(by(&whole).len() > 3 && !whole["notes"].to_string().contains("withheld"), "the control");
            limit(0).expect(200);
            let less = get(&manager, &query);
            assert_eq!(by(&less), Vec::<String>::new());
            assert_eq!(less["whole"]["members"], json!({ "why_not": "suppressed" }));
            assert!(less["notes"].to_string().contains("withheld"), "{}", less["notes"]);
            assert_eq!(less["outside"], whole["outside"], "what is left is the same");
            let page = manager.open(&format!("/reach?{query}")).page(200);
            assert!(page.contains("withheld"), "{page}");
        }
        let problem = limit(601).refused(422, "invalid_request");
        assert_eq!(problem["errors"][0]["pointer"], "/protect_seconds");
    }
}
