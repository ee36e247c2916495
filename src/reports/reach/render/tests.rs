//! Files contain the report's figures, and the same report gives the same bytes.

use super::{print, rows};
use crate::paper::PaperPage;
use crate::reports::reach::report::Profile;
use crate::reports::reach::sample::borough;

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
fn pages_are_numbered_and_say_what_the_figures_rest_on() {
    let pages = print::pages(&borough(Profile::Exact), None);
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
