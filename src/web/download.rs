//! Answers that are files: a table as CSV, a page to print.

use super::answer::{Outgoing, Shown};
use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::FamilyId;
use actix_web::http::header::CONTENT_DISPOSITION;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A file to be saved under a name.
pub struct Download {
    pub kind: &'static str,
    pub name: String,
    pub bytes: Vec<u8>,
    /// Those it names.
    pub families: Vec<FamilyId>,
}

impl Download {
    /// Says which families it names: reading it leaves a line in the log of each.
    pub fn of(self, families: impl IntoIterator<Item = FamilyId>) -> Download {
        Download { families: families.into_iter().collect(), ..self }
    }

    /// A table with a line of headings, marked as UTF-8: without that a spreadsheet garbles `Ynys Môn`.
    pub fn csv(name: &str, headings: &[&str], rows: &[Vec<String>]) -> Result<Download> {
        let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.to_vec());
        writer.write_record(headings).map_err(Fault::internal)?;
        for row in rows {
            writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(Fault::internal)?;
        }
        let bytes = writer.into_inner().map_err(Fault::internal)?;
        Ok(Download::new("text/csv; charset=utf-8", name, bytes))
    }

    pub fn svg(name: &str, text: String) -> Download {
        Download::new("image/svg+xml", name, text.into_bytes())
    }

    pub fn pdf(name: &str, bytes: Vec<u8>) -> Download {
        Download::new("application/pdf", name, bytes)
    }

    pub fn new(kind: &'static str, name: &str, bytes: Vec<u8>) -> Download {
        Download { kind, name: name.to_owned(), bytes, families: Vec::new() }
    }
}

impl Shown for Download {
    fn show(self, _: Option<Act>) -> Result<Outgoing> {
        let named = format!("attachment; filename=\"{}\"", self.name);
        let header = Some((CONTENT_DISPOSITION, named));
        let families = self.families;
        Ok(Outgoing { header, families, ..Outgoing::ok(self.kind, self.bytes) })
    }
}

/// A spreadsheet takes a cell that begins so for a formula; figures are left as they are.
fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_quotes_what_needs_it_and_runs_no_formula() {
        let cells = ["a,b", "say \"hi\"", "=1+1", "-5", "@x", ""].map(str::to_owned).to_vec();
        let made =
            Download::csv("t.csv", &["one", "two", "three", "four", "five", "six"], &[cells]);
        let text = String::from_utf8(made.expect("a table").bytes).expect("text");
        assert_eq!(
            text,
            "\u{feff}one,two,three,four,five,six\n\"a,b\",\"say \"\"hi\"\"\",'=1+1,-5,'@x,\n"
        );
    }
}
