//! The report as files: a tidy table, a workbook and a document to print. All are made only from
//! the report value; everything hidden by a profile was removed before.

pub(crate) mod charts;
pub(crate) mod closing;
pub(crate) mod document;
pub(crate) mod flow;
pub(crate) mod rows;
pub(crate) mod tables;
#[cfg(test)]
mod tests;
pub(crate) mod workbook;
