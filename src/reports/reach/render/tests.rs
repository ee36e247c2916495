//! Files contain the report's figures, and the same report gives the same bytes.

use super::{document, rows, workbook};
use crate::api::reports::reach::file;
use crate::paper::PaperPage;
use crate::reports::reach::report::{Profile, ReachReport};
use crate::reports::reach::sample::borough;

#[test]
fn every_format_is_made_the_same_way_twice() {
    let report = borough(Profile::Exact);
    for format in file::Format::ALL {
        let once = file::file(&report, *format).expect("a file");
        let twice = file::file(&report, *format).expect("a file");
        assert!(once.bytes == twice.bytes, "{format:?}");
        let name = format!("reach-trafford-family-hubs-2026-09-30-exact.{}", format.as_str());
        assert_eq!(once.name, name);
    }
    assert!(workbook::workbook(&report, None).expect("a workbook").starts_with(b"PK"));
}

#[test]
fn a_row_has_every_column_and_the_settings_are_among_them() {
    let rows = rows::rows(&borough(Profile::Exact), None);
    assert!(rows.iter().all(|row| row.len() == rows::HEADINGS.len()));
    let of = |section: &str| rows.iter().filter(|row| row[0] == section).count();
    assert!(of("settings") > 14 && of("area") == 40 * 11 && of("trend") == 6 * 11);
    let whole = rows.iter().find(|row| row[0] == "whole" && row[3] == "members").expect("a row");
    assert_eq!(whole[6].split('.').count(), 2, "one decimal: {whole:?}");
}

#[test]
fn json_comes_back_as_the_same_report() {
    let report = borough(Profile::Exact);
    let file = file::file(&report, file::Format::Json).expect("a file");
    let back: ReachReport = serde_json::from_slice(&file.bytes).expect("a report");
    assert_eq!(back, report);
}

#[test]
fn pages_are_numbered_and_say_what_the_figures_rest_on() {
    let pages = document::pages(&borough(Profile::Exact), None);
    for (page, number) in pages.iter().zip(1..) {
        let svg = page.svg();
        assert!(svg.contains(&format!("Page {number} of {}", pages.len())));
        assert!(svg.contains("3 days in 12 months. Exact."));
    }
    let all: String = pages.iter().map(PaperPage::svg).collect();
    for said in ["Open Government Licence", "Residents by", "distinct days", "half of all"] {
        assert!(all.contains(said), "{said}");
    }
}
