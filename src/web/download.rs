//! Answers that are files: a table as CSV, a page to print. Read like any other answer, by callers
//! who are allowed the act, and never cached.

use super::api::{Api, sign_in};
use super::named::Logged;
use crate::access::{Act, Actor};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::FamilyId;
use crate::db::Tx;
use actix_web::HttpResponse;
use actix_web::http::header::ACCEPT;

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
    pub fn csv(name: &str, headings: &[&str], rows: &[Vec<String>]) -> Result<Download, Fault> {
        let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.to_vec());
        writer.write_record(headings).map_err(Fault::internal)?;
        for row in rows {
            writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(Fault::internal)?;
        }
        let bytes = writer.into_inner().map_err(Fault::internal)?;
        Ok(Download {
            kind: "text/csv; charset=utf-8",
            name: name.to_owned(),
            bytes,
            families: Vec::new(),
        })
    }

    pub fn svg(name: &str, text: String) -> Download {
        Download {
            kind: "image/svg+xml",
            name: name.to_owned(),
            bytes: text.into_bytes(),
            families: Vec::new(),
        }
    }

    pub fn pdf(name: &str, bytes: Vec<u8>) -> Download {
        Download { kind: "application/pdf", name: name.to_owned(), bytes, families: Vec::new() }
    }
}

impl Download {
    pub(crate) fn response(self) -> HttpResponse {
        let Download { kind, name, bytes, .. } = self;
        HttpResponse::Ok()
            .content_type(kind)
            .insert_header(("Cache-Control", "no-store"))
            .insert_header(("Content-Disposition", format!("attachment; filename=\"{name}\"")))
            .body(bytes)
    }
}

/// A spreadsheet takes a cell that begins so for a formula; figures are left as they are.
fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

impl Api {
    /// Whether the caller asks for a table: `Accept: text/csv`, or `format=csv` where a browser
    /// cannot say so.
    pub fn wants_csv(&self) -> bool {
        let accept = self.request().headers().get(ACCEPT).and_then(|value| value.to_str().ok());
        accept.is_some_and(|kinds| kinds.to_ascii_lowercase().contains("text/csv"))
            || self.request().query_string().split('&').any(|pair| pair == "format=csv")
    }

    /// Reads a file, as somebody whose role allows `act`. If it names families, a line in the log
    /// of each follows in a transaction of its own; nothing is answered before it is committed.
    pub async fn download(
        self,
        act: Act,
        work: impl FnOnce(&mut Tx) -> Result<Download, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault> {
        let session = self.session()?;
        let caller = self.caller(Some(&session));
        let operation = caller.operation.clone();
        let store = self.app().store.clone();
        let read = move || {
            let (file, actor) = store.read(Actor::public(), |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                Ok((work(tx)?, tx.actor().clone()))
            })?;
            if !file.families.is_empty() {
                let families = file.families.clone();
                Logged { families, ..Logged::of(Event::SeeFamilies, &operation) }
                    .write(&store, actor)?;
            }
            Ok(file)
        };
        let file = caller.run(read).await?;
        Ok(file.response())
    }

    /// Reads a file that leaves the organisation: the log line follows in a transaction of its own,
    /// and nothing is answered before it is committed.
    pub async fn look_download(
        self,
        act: Act,
        work: impl FnOnce(&mut Tx) -> Result<(Download, Logged), Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault> {
        let session = self.session()?;
        let caller = self.caller(Some(&session));
        let store = self.app().store.clone();
        let look = move || {
            let (file, actor, logged) = store.read(Actor::public(), |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                let (file, logged) = work(tx)?;
                Ok((file, tx.actor().clone(), logged))
            })?;
            logged.write(&store, actor)?;
            Ok::<Download, Fault>(file)
        };
        let file = caller.run(look).await?;
        Ok(file.response())
    }

    /// Opens something whose opening is logged; its contents are drawn as a file once that is
    /// committed.
    pub async fn open_download<T: Send + 'static>(
        self,
        act: Act,
        work: impl Fn(&mut Tx) -> Result<T, Fault> + Send + 'static,
        draw: impl FnOnce(T) -> Result<Download, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault> {
        let session = self.session()?;
        let caller = self.caller(Some(&session));
        let store = self.app().store.clone();
        let open = move || {
            let held = store.write(Actor::public(), move |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                work(tx)
            })?;
            draw(held)
        };
        let file = caller.run(open).await?;
        Ok(file.response())
    }
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
