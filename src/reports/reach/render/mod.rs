//! The report given away: as a tidy table, a workbook and a document to print. All are made of the
//! one value and nothing else; what a profile left out was left out before it came here.

pub mod charts;
pub mod closing;
pub mod document;
pub mod flow;
pub mod http;
pub mod rows;
pub mod tables;
pub mod workbook;

#[cfg(test)]
mod tests;
