//! The report as files to save.

use super::{document, rows, workbook};
use crate::fault::Fault;
use crate::id::words;
use crate::paper;
use crate::reports::reach::measures;
use crate::reports::reach::report::ReachReport;
use crate::web::Download;

words! {
    /// What a report is made into.
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

/// The file of a format; JSON as a file too.
pub fn file(report: &ReachReport, format: Format) -> Result<Download, Fault> {
    match format {
        Format::Json => json(report),
        Format::Csv => csv(report),
        Format::Xlsx => xlsx(report),
        Format::Pdf => pdf(report),
    }
}

fn json(report: &ReachReport) -> Result<Download, Fault> {
    let bytes = serde_json::to_vec_pretty(report).map_err(Fault::internal)?;
    Ok(Download { kind: "application/json", name: name(report, "json"), bytes })
}

pub fn csv(report: &ReachReport) -> Result<Download, Fault> {
    Download::csv(&name(report, "csv"), rows::HEADINGS, &rows::rows(report))
}

pub fn xlsx(report: &ReachReport) -> Result<Download, Fault> {
    Ok(Download {
        kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        name: name(report, "xlsx"),
        bytes: workbook::workbook(report)?,
    })
}

pub fn pdf(report: &ReachReport) -> Result<Download, Fault> {
    let settings = &report.settings;
    let title = format!("Reach of {} as at {}", settings.place, measures::day(settings.as_at));
    let bytes = paper::pdf(&title, &document::pages(report))?;
    Ok(Download::pdf(&name(report, "pdf"), bytes))
}

fn name(report: &ReachReport, ending: &str) -> String {
    let settings = &report.settings;
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let place: String = settings.place.chars().map(plain).collect();
    let words: Vec<&str> = place.split('-').filter(|word| !word.is_empty()).collect();
    format!("reach-{}-{}-{}.{ending}", words.join("-"), settings.as_at, settings.profile.as_str())
}
