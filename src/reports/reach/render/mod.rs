//! The report as files: a tidy table, a workbook and a document to print. All are made only from
//! the report value; everything hidden by a profile was removed before.

pub mod charts;
pub mod closing;
pub mod document;
pub mod flow;
pub mod rows;
pub mod tables;
#[cfg(test)]
mod tests;
pub mod workbook;
