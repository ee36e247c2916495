//! The document as a workbook. Numbers are numbers, and nothing is a formula: names are text,
//! whatever they begin with.

use crate::base::fault::{Fault, Result};
use crate::reports::reach::document::chapters::chapters;
use crate::reports::reach::document::texts::{count, percent};
use crate::reports::reach::document::{Block, BlockTable, Chapter, Columns};
use crate::reports::reach::measures;
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::{Cell, ReachReport};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

const A4: u8 = 9;

pub(crate) fn workbook(report: &ReachReport, quarterly: Option<&Quarterly>) -> Result<Vec<u8>> {
    make(report, quarterly)
        .map_err(|error| Fault::internal(format!("the workbook could not be made: {error}")))
}

fn make(report: &ReachReport, quarterly: Option<&Quarterly>) -> Result<Vec<u8>, XlsxError> {
    let settings = &report.settings;
    let mut book = Workbook::new();
    // The same report makes the same bytes.
    let counted = settings.counted_at.utc().format("%Y-%m-%dT%H:%M:%S").to_string();
    let made = ExcelDateTime::parse_from_str(&counted)?;
    let title = format!("Reach of {}, {}", settings.place, measures::day(settings.as_at));
    book.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&made));

    let chapters = chapters(report, quarterly);
    let mut sheets: Vec<(&str, Vec<&Chapter>)> = Vec::new();
    for chapter in &chapters {
        match sheets.iter_mut().find(|(name, _)| *name == chapter.sheet) {
            Some((_, on_it)) => on_it.push(chapter),
            None => sheets.push((&chapter.sheet, vec![chapter])),
        }
    }
    for ((name, chapters), number) in sheets.iter().zip(0..) {
        let mut sheet = ReachSheet::new(name, chapters)?;
        if number == 0 {
            sheet.headings(&[&title])?;
        }
        for chapter in chapters {
            // What stands alone on its sheet is called like it.
            if chapters.len() > 1 {
                sheet.headings(&[&chapter.heading])?;
            }
            sheet.chapter(chapter)?;
        }
        book.push_worksheet(sheet.sheet);
    }
    book.save_to_buffer()
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
    fn new(name: &str, chapters: &[&Chapter]) -> Result<ReachSheet, XlsxError> {
        let blocks = || chapters.iter().flat_map(|chapter| &chapter.blocks);
        let is_wide = |block: &Block| match block {
            Block::Table(table) => !table.columns.beside().is_empty(),
            _ => false,
        };
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&RPage &P of &N");
        if blocks().any(is_wide) {
            sheet.set_landscape();
        }
        sheet.set_column_width(0, 32)?;
        if !blocks().any(|block| matches!(block, Block::Table(_))) {
            sheet.set_column_width(1, 90)?;
        }
        let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap());
        Ok(ReachSheet { sheet, row: 0, column: 0, bold, wrapped })
    }

    /// Charts are left to those who have the numbers.
    fn chapter(&mut self, chapter: &Chapter) -> Result<(), XlsxError> {
        // The heading says enough about the first table.
        let mut is_first = true;
        for block in &chapter.blocks {
            match block {
                Block::Said(said) | Block::Note(said) => self.line(said)?,
                Block::List(items) => items.iter().try_for_each(|item| self.line(item))?,
                Block::Pairs(pairs) => {
                    for (term, said) in pairs {
                        self.text(term)?;
                        self.sheet.write_string_with_format(self.row, 1, said, &self.wrapped)?;
                        self.next();
                    }
                }
                Block::Chart(_) => {}
                Block::Table(table) => {
                    if !std::mem::take(&mut is_first) {
                        self.headings(&[&table.caption])?;
                    }
                    self.table(table)?;
                }
            }
        }
        self.next();
        Ok(())
    }

    fn table(&mut self, table: &BlockTable) -> Result<(), XlsxError> {
        let columns = table.columns.beside();
        match table.columns {
            Columns::Apart => {
                self.headings(&[table.subject, "Number", "Of", "Percent", "Words", "Why not"])?;
            }
            Columns::Beside(_) => {
                let mut headings = vec![table.subject.to_owned(), "key".to_owned()];
                for column in columns {
                    headings.push(column.label.clone());
                    if column.shares {
                        let label = &column.label;
                        headings.extend([format!("{label}, %"), format!("{label}, words")]);
                    }
                }
                self.headings(&headings.iter().map(String::as_str).collect::<Vec<_>>())?;
            }
        }
        for row in &table.rows {
            self.text(&row.label)?;
            match &table.columns {
                Columns::Apart => row.cells.iter().try_for_each(|cell| self.apart(cell))?,
                Columns::Beside(columns) => {
                    self.text(&row.key)?;
                    for (column, cell) in columns.iter().zip(&row.cells) {
                        self.beside(cell, column.shares)?;
                    }
                }
            }
            self.next();
        }
        Ok(())
    }

    fn apart(&mut self, cell: &Cell) -> Result<(), XlsxError> {
        self.number(cell.n.map(|count| count as f64))?;
        self.number(cell.of.map(|count| count as f64))?;
        self.number(percent(cell))?;
        self.text(cell.words.as_deref().unwrap_or_default())?;
        self.text(cell.why_not.map(measures::reason).unwrap_or_default())
    }

    /// The number, or the mark for a missing figure; then its share.
    fn beside(&mut self, cell: &Cell, shares: bool) -> Result<(), XlsxError> {
        match cell.n {
            Some(count) => self.number(Some(count as f64))?,
            None => self.text(&count(cell))?,
        }
        if shares {
            self.number(percent(cell))?;
            self.text(cell.words.as_deref().unwrap_or_default())?;
        }
        Ok(())
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

    fn headings(&mut self, said: &[&str]) -> Result<(), XlsxError> {
        for (said, column) in said.iter().zip(0..) {
            self.sheet.write_string_with_format(self.row, column, *said, &self.bold)?;
        }
        self.next();
        Ok(())
    }

    fn line(&mut self, said: &str) -> Result<(), XlsxError> {
        self.text(said)?;
        self.next();
        Ok(())
    }
}
