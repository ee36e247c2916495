//! A small report, given as JSON or row by row as CSV.

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::db::Tx;
use crate::web::{Answer, Api, ApiResult, Download, Query};
use serde::Serialize;
use std::borrow::Cow;
use utoipa::IntoParams;

/// How a report is asked for as a table.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AsTable {
    /// `csv` for a table.
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    format: Option<String>,
}

/// A document that is a table too.
pub(super) trait Tabular: Serialize + Send + 'static {
    const FILE: &'static str;
    /// Separated by commas.
    const HEADINGS: &'static str;

    /// Where the columns depend on what was asked for.
    fn headings(&self) -> Cow<'static, str> {
        Self::HEADINGS.into()
    }

    /// One for each line; a list within a row fills as many cells as it has members.
    fn rows(&self) -> impl Iterator<Item = impl Serialize>;
}

/// Answers with a report, as JSON or as CSV.
pub(super) async fn give<Q: Clone + Send + 'static, R: Tabular>(
    api: Api,
    act: Act,
    query: Query<Q>,
    report: fn(&mut Tx, &Q) -> Result<R>,
) -> ApiResult {
    if api.wants_csv() {
        return api.read(act, move |tx| table(&report(tx, &query.read()?)?)).await;
    }
    api.read(act, move |tx| Ok(Answer::ok(report(tx, &query.read()?)?))).await
}

pub(super) fn table<R: Tabular>(report: &R) -> Result<Download> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    for row in report.rows() {
        writer.serialize(row).map_err(Fault::internal)?;
    }
    let written = writer.into_inner().map_err(Fault::internal)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_slice());
    let rows: Result<Vec<Vec<String>>, _> = reader.deserialize().collect();
    let headings = report.headings();
    let headings: Vec<&str> = headings.split(',').collect();
    Download::csv(R::FILE, &headings, &rows.map_err(Fault::internal)?)
}
