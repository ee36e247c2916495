//! The report as files to save.

use crate::base::fault::{Fault, Result};
use crate::base::text_enum::text_enum;
use crate::paper;
use crate::reports::reach::measures;
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::render::{print::pages, rows, workbook};
use crate::reports::reach::report::ReachReport;
use crate::web::Download;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

text_enum! {
    /// The file formats of a report.
    Format {
        Json = "json",
        /// One tidy table.
        Csv = "csv",
        /// A workbook with a sheet of definitions.
        Xlsx = "xlsx",
        /// A document to print.
        Pdf = "pdf",
    }
}

impl Format {
    /// Default: JSON.
    pub fn asked(word: Option<&str>) -> Result<Format> {
        let word = word.unwrap_or("json");
        Format::parse(word).ok_or_else(|| Fault::invalid("/format", "Use json, csv, xlsx or pdf."))
    }
}

/// The report as a file in a format, including JSON; with the quarters of a return.
pub(crate) fn file(
    report: &ReachReport,
    quarterly: Option<&Quarterly>,
    format: Format,
) -> Result<Download> {
    let name = name(report, format.as_str());
    match format {
        Format::Json => {
            let bytes = serde_json::to_vec_pretty(report).map_err(Fault::internal)?;
            Ok(Download { kind: "application/json", name, bytes, families: Vec::new() })
        }
        Format::Csv => Download::csv(&name, rows::HEADINGS, &rows::rows(report, quarterly)),
        Format::Xlsx => {
            let bytes = workbook::workbook(report, quarterly)?;
            Ok(Download { kind: XLSX, name, bytes, families: Vec::new() })
        }
        Format::Pdf => {
            let settings = &report.settings;
            let day = measures::day(settings.as_at);
            let title = format!("Reach of {} as at {day}", settings.place);
            Ok(Download::pdf(&name, paper::pdf(&title, &pages(report, quarterly))?))
        }
    }
}

fn name(report: &ReachReport, ending: &str) -> String {
    let settings = &report.settings;
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let place: String = settings.place.chars().map(plain).collect();
    let words: Vec<&str> = place.split('-').filter(|word| !word.is_empty()).collect();
    format!("reach-{}-{}-{}.{ending}", words.join("-"), settings.as_at, settings.profile.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::reach::report::Profile;
    use crate::reports::reach::sample::borough;

    #[test]
    fn every_format_is_made_the_same_way_twice() {
        let report = borough(Profile::Exact);
        for format in Format::ALL {
            let once = file(&report, None, *format).expect("a file");
            let twice = file(&report, None, *format).expect("a file");
            assert!(once.bytes == twice.bytes, "{format:?}");
            let name = format!("reach-trafford-family-hubs-2026-09-30-exact.{}", format.as_str());
            assert_eq!(once.name, name);
        }
        assert!(workbook::workbook(&report, None).expect("a workbook").starts_with(b"PK"));
    }

    #[test]
    fn json_comes_back_as_the_same_report() {
        let report = borough(Profile::Exact);
        let file = file(&report, None, Format::Json).expect("a file");
        let back: ReachReport = serde_json::from_slice(&file.bytes).expect("a report");
        assert_eq!(back, report);
    }
}
