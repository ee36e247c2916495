//! The report as a workbook: sheets for the whole, each table, the balance, the trend, the quality
//! of the records, and the definitions. Numbers are numbers, and nothing is a formula: names are
//! text, whatever they begin with.

use super::rows::balance_cells;
use crate::base::fault::Fault;
use crate::reports::reach::measures::{self, MEASURES, Measure, PRINCIPLES};
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::{Cell, FigureRow, Line, ReachReport, WhyNot};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

const A4: u8 = 9;

pub fn workbook(report: &ReachReport, quarterly: Option<&Quarterly>) -> Result<Vec<u8>, Fault> {
    make(report, quarterly)
        .map_err(|error| Fault::internal(format!("the workbook could not be made: {error}")))
}

fn make(report: &ReachReport, quarterly: Option<&Quarterly>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(report)?);
    book.push_worksheet(whole(report)?);
    if let Some(quarterly) = quarterly {
        book.push_worksheet(quarters(quarterly)?);
    }
    for table in &report.tables {
        let mut sheet = ReachSheet::new(&title_of(table.by.as_str()), true)?;
        sheet.lines("key", table.lines.iter().map(|line| (line.key.clone(), line)))?;
        if table.overlaps {
            sheet.said("A child can be in several lines, so they do not add up to the whole.")?;
        }
        book.push_worksheet(sheet.done());
    }
    book.push_worksheet(balance(report)?);
    if !report.sections.is_empty() {
        book.push_worksheet(beside(report)?);
    }
    if !report.trend.is_empty() {
        let mut sheet = ReachSheet::new("Trend", true)?;
        let labelled: Vec<(String, Line)> = report
            .trend
            .iter()
            .map(|point| {
                let line = Line { label: point.label.clone(), ..point.line.clone() };
                (point.as_at.to_string(), line)
            })
            .collect();
        sheet.lines("as_at", labelled.iter().map(|(key, line)| (key.clone(), line)))?;
        book.push_worksheet(sheet.done());
    }
    book.push_worksheet(quality(report)?);
    book.push_worksheet(definitions(report)?);
    book.save_to_buffer()
}

/// The same report makes the same bytes.
fn properties(report: &ReachReport) -> Result<DocProperties, XlsxError> {
    let counted = report.settings.counted_at.utc().format("%Y-%m-%dT%H:%M:%S").to_string();
    let made = ExcelDateTime::parse_from_str(&counted)?;
    let title = format!("Reach of {}", report.settings.place);
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&made))
}

fn whole(report: &ReachReport) -> Result<Worksheet, XlsxError> {
    let mut sheet = ReachSheet::new("Report", false)?;
    let settings = &report.settings;
    sheet.heading(&format!("Reach of {}, {}", settings.place, measures::day(settings.as_at)))?;
    sheet.headings(&["Measure", "Number", "Of", "Percent", "Words", "Why not"])?;
    for measure in MEASURES {
        let cell = (measure.of)(&report.whole);
        if *cell != Cell::default() {
            sheet.text(measure.label)?;
            sheet.cell(cell)?;
        }
    }
    if !report.outside.is_empty() {
        sheet.next();
        sheet.heading("Outside the reach area, or not known")?;
        sheet.lines("key", report.outside.iter().map(|line| (line.key.clone(), line)))?;
    }
    for note in &report.notes {
        sheet.said(note)?;
    }
    Ok(sheet.done())
}

fn quarters(quarterly: &Quarterly) -> Result<Worksheet, XlsxError> {
    let mut sheet = ReachSheet::new("Quarterly", true)?;
    let mut headings = vec![""];
    headings.extend(quarterly.quarters.iter().map(String::as_str));
    sheet.headings(&headings)?;
    for row in &quarterly.rows {
        sheet.text(&row.label)?;
        for cell in &row.cells {
            sheet.short(cell)?;
        }
        sheet.next();
    }
    Ok(sheet.done())
}

fn balance(report: &ReachReport) -> Result<Worksheet, XlsxError> {
    let mut sheet = ReachSheet::new("Balance", false)?;
    sheet.headings(&[
        "Attendances in the window",
        "Number",
        "Of",
        "Percent",
        "Words",
        "Why not",
    ])?;
    let table = &report.balance;
    for line in [&table.whole, &table.without_area] {
        if line.key == table.without_area.key {
            sheet.next();
            sheet.heading("Without the area")?;
        }
        for (_, label, cell) in balance_cells(line) {
            sheet.text(label)?;
            sheet.cell(cell)?;
        }
        sheet.said(&format!("The claim, by the stricter reading: {}.", line.claim.as_str()))?;
    }
    if !table.groups.is_empty() {
        sheet.next();
        sheet.heading("By group")?;
        sheet.rows(&table.groups)?;
    }
    Ok(sheet.done())
}

/// The sections of the pack besides reach.
fn beside(report: &ReachReport) -> Result<Worksheet, XlsxError> {
    let mut sheet = ReachSheet::new("Pack", false)?;
    for section in &report.sections {
        sheet.headings(&[&section.heading, "Number", "Of", "Percent", "Words", "Why not"])?;
        sheet.rows(&section.rows)?;
        for note in &section.notes {
            sheet.said(note)?;
        }
        sheet.next();
    }
    Ok(sheet.done())
}

fn quality(report: &ReachReport) -> Result<Worksheet, XlsxError> {
    let mut sheet = ReachSheet::new("Quality", false)?;
    sheet.headings(&["What is missing", "Number", "Of", "Percent", "Words", "Why not"])?;
    for quality in &report.quality {
        sheet.text(&quality.label)?;
        sheet.cell(&quality.cell)?;
    }
    sheet.next();
    sheet.headings(&["Feed", "Last came on"])?;
    for feed in &report.freshness {
        sheet.text(&feed.source)?;
        sheet.text(&feed.last_on.map_or("never".to_owned(), |day| day.to_string()))?;
        sheet.next();
    }
    Ok(sheet.done())
}

fn definitions(report: &ReachReport) -> Result<Worksheet, XlsxError> {
    let mut sheet = ReachSheet::new("Definitions", false)?;
    sheet.wide(90.0)?;
    let measures = MEASURES.iter().map(|Measure { label, definition, .. }| (*label, *definition));
    sheet.pairs("Measures", measures.chain(PRINCIPLES.iter().copied()))?;
    let settings = measures::settings(&report.settings);
    let told = settings.iter().map(|(_, label, value)| (*label, value.as_str()));
    sheet.pairs("Settings", told)?;
    let sources = measures::sources(&report.settings);
    sheet.pairs("Sources and licence", sources.iter().map(|source| ("", source.as_str())))?;
    let marks = WhyNot::ALL.iter().map(|why| (why.as_str(), measures::reason(*why)));
    sheet.pairs("Why a figure is missing", marks)?;
    Ok(sheet.done())
}

fn title_of(code: &str) -> String {
    let mut title = code.replace('_', " ");
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    title
}

/// A sheet that is filled from the top left.
struct ReachSheet {
    sheet: Worksheet,
    row: u32,
    column: u16,
    bold: Format,
    wrapped: Format,
}

impl ReachSheet {
    fn new(name: &str, wide: bool) -> Result<ReachSheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&RPage &P of &N");
        if wide {
            sheet.set_landscape();
        }
        sheet.set_column_width(0, 32)?;
        let bold = Format::new().set_bold();
        Ok(ReachSheet { sheet, row: 0, column: 0, bold, wrapped: Format::new().set_text_wrap() })
    }

    fn done(self) -> Worksheet {
        self.sheet
    }

    fn wide(&mut self, width: f64) -> Result<(), XlsxError> {
        self.sheet.set_column_width(1, width).map(drop)
    }

    fn next(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    fn text(&mut self, said: &str) -> Result<(), XlsxError> {
        self.sheet.write_string(self.row, self.column, said)?;
        self.column += 1;
        Ok(())
    }

    fn number(&mut self, count: Option<f64>) -> Result<(), XlsxError> {
        if let Some(count) = count {
            self.sheet.write_number(self.row, self.column, count)?;
        }
        self.column += 1;
        Ok(())
    }

    fn heading(&mut self, said: &str) -> Result<(), XlsxError> {
        self.headings(&[said])
    }

    fn headings(&mut self, said: &[&str]) -> Result<(), XlsxError> {
        for (said, column) in said.iter().zip(0..) {
            self.sheet.write_string_with_format(self.row, column, *said, &self.bold)?;
        }
        self.next();
        Ok(())
    }

    fn said(&mut self, said: &str) -> Result<(), XlsxError> {
        self.next();
        self.text(said)?;
        self.next();
        Ok(())
    }

    /// Writes a figure into five columns and ends the row.
    fn cell(&mut self, cell: &Cell) -> Result<(), XlsxError> {
        self.number(cell.n.map(|count| count as f64))?;
        self.number(cell.of.map(|count| count as f64))?;
        self.number(percent(cell))?;
        self.text(cell.words.as_deref().unwrap_or_default())?;
        self.text(cell.why_not.map(measures::reason).unwrap_or_default())?;
        self.next();
        Ok(())
    }

    /// Writes figures below each other.
    fn rows(&mut self, rows: &[FigureRow]) -> Result<(), XlsxError> {
        for row in rows {
            self.text(&row.label)?;
            self.cell(&row.cell)?;
        }
        Ok(())
    }

    /// Only the number, or the mark for a missing figure.
    fn short(&mut self, cell: &Cell) -> Result<(), XlsxError> {
        match cell.n {
            Some(count) => self.number(Some(count as f64)),
            None => self.text(cell.why_not.map(measures::mark).unwrap_or_default()),
        }
    }

    /// A table: one row per line, with number and percent of each measure side by side.
    fn lines<'a>(
        &mut self,
        key: &str,
        lines: impl Iterator<Item = (String, &'a Line)>,
    ) -> Result<(), XlsxError> {
        let mut headings = vec!["Label".to_owned(), key.to_owned()];
        for measure in MEASURES {
            headings.push(measure.label.to_owned());
            if has_share(measure) {
                headings
                    .extend([format!("{}, %", measure.label), format!("{}, words", measure.label)]);
            }
        }
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        self.headings(&headings)?;
        for (key, line) in lines {
            self.text(&line.label)?;
            self.text(&key)?;
            for measure in MEASURES {
                let cell = (measure.of)(line);
                self.short(cell)?;
                if has_share(measure) {
                    self.number(percent(cell))?;
                    self.text(cell.words.as_deref().unwrap_or_default())?;
                }
            }
            self.next();
        }
        Ok(())
    }

    fn pairs<'a>(
        &mut self,
        title: &str,
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<(), XlsxError> {
        self.heading(title)?;
        for (label, said) in pairs {
            self.sheet.write_string(self.row, 0, label)?;
            self.sheet.write_string_with_format(self.row, 1, said, &self.wrapped)?;
            self.next();
        }
        self.next();
        Ok(())
    }
}

/// Residents, the gap and "not yet evidenced" have no share.
fn has_share(measure: &Measure) -> bool {
    !matches!(measure.code, "resident" | "gap" | "not_yet_evidenced")
}

fn percent(cell: &Cell) -> Option<f64> {
    cell.percent.as_deref().and_then(|percent| percent.parse().ok())
}
