//! The page of a complete report: every figure in a table that can be read without its chart, every
//! control with a label, no scripts.

use super::blocks::View;
use super::desk::Desk;
use super::filled::Filled;
use super::opening;
use crate::access::Actor;
use crate::mail::link::LinkKey;
use crate::mail::words::Letterhead;
use crate::reports::reach::document::texts::shown;
use crate::reports::reach::report::{Profile, ReachReport};
use crate::reports::reach::sample::{borough, day};
use crate::web::layout::Menu;

fn page(report: &ReachReport, opens: bool) -> String {
    let head = Letterhead {
        organisation: "Trafford Family Hubs".to_owned(),
        public_url: "https://hubs.example.org".to_owned(),
        links: LinkKey::new([7; 32]),
    };
    let desk = Desk {
        head: &head,
        menu: Menu::of(&Actor::service()),
        centres: Vec::new(),
        filled: Filled::of("by=area,decile,age_band,target_group&trend=month"),
        today: day("2026-11-22"),
        everywhere: true,
    };
    let view = View { report, filled: &desk.filled, opens };
    desk.page("Reach", opening::main(&desk, &view)).into_string()
}

#[test]
fn every_figure_stands_in_a_table_with_its_caption() {
    let report = borough(Profile::Exact);
    let page = page(&report, false);
    for table in &report.tables {
        for line in &table.lines {
            let row = format!("<tr id=\"{}.{}\">", table.by.as_str(), line.key);
            let row = page.split(&row).nth(1).and_then(|rest| rest.split("</tr>").next());
            let row = row.unwrap_or_else(|| panic!("no row for {}", line.label));
            for cell in [&line.resident, &line.members, &line.seen, &line.sustained] {
                assert!(row.contains(&format!(">{}<", shown(cell))), "{}: {row}", line.label);
            }
        }
    }
    for said in ["Over time", "April 2026", "Health visitors", "12 September 2026", "never"] {
        assert!(page.contains(said), "{said}");
    }
    assert_eq!(page.matches("<table>").count(), page.matches("<caption").count());
    assert!(!page.contains("<th>"), "every heading has a scope");
}

#[test]
fn it_runs_nothing_and_every_control_has_a_label() {
    let page = page(&borough(Profile::Exact), true);
    let own = "<script src=\"/quiet.js\" defer></script>";
    assert_eq!(page.matches("<script").count(), page.matches(own).count());
    for absent in [" style=", "onclick", "href=\"http"] {
        assert!(!page.contains(absent), "{absent}");
    }
    for id in ["centre_id", "as_at", "window_months", "trend"] {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        assert!(page.contains(&format!("<label for=\"{id}\">")), "{id}");
    }
    let ticks = page.matches("type=\"checkbox\"").count();
    assert_eq!(page.matches("<label class=\"tick\">").count(), ticks);
    let ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let once: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(once.len(), ids.len(), "an id stands twice");
}

#[test]
fn figures_lead_to_their_children_only_where_they_may_be_seen() {
    let report = borough(Profile::Exact);
    let rows = "cell=area.Trafford+001A.seen";
    assert!(page(&report, true).contains(rows));
    assert!(!page(&report, false).contains("/reach/rows"));
}
