//! The report as files: a tidy table, a workbook and pages to print. All are made only from the
//! report value; everything hidden by a profile was removed before.

pub(crate) mod charts;
pub(crate) mod flow;
pub(crate) mod print;
pub(crate) mod rows;
#[cfg(test)]
mod tests;
pub(crate) mod workbook;
