//! Monthly counts by area, without names, as sent by partners: births, workless households. Rows
//! are read in the same way, and a fault points to its row.

use crate::areas::LsoaCode;
use crate::base::calendar::within_years;
use crate::base::fault::Fault;
use chrono::NaiveDate;

/// Rows per call: a borough's LSOAs over some years.
const MOST_ROWS: usize = 5_000;
const MOST: i32 = 100_000;

/// Reads the rows of a call with `read`.
pub fn rows<In, Count>(
    rows: &[In],
    today: NaiveDate,
    read: impl Fn(&CountRow, &In) -> Result<Count, Fault>,
) -> Result<Vec<Count>, Fault> {
    if rows.len() > MOST_ROWS {
        return Err(Fault::invalid("/rows", format!("Send at most {MOST_ROWS} rows.")));
    }
    rows.iter().zip(0..).map(|(row, at)| read(&CountRow { at, today }, row)).collect()
}

/// The position of a row, and today's date.
pub struct CountRow {
    at: usize,
    today: NaiveDate,
}

impl CountRow {
    /// The first day of a month that has begun.
    pub fn month(&self, text: &str) -> Result<NaiveDate, Fault> {
        let month = format!("{text}-01").parse::<NaiveDate>();
        let month = month.map_err(|_| self.wrong("month", "Use a month such as 2026-10."))?;
        match month > self.today {
            true => Err(self.wrong("month", "This date is in the future. Use today or earlier.")),
            false => within_years(&format!("/rows/{}/month", self.at), month),
        }
    }

    pub fn lsoa(&self, text: &str) -> Result<LsoaCode, Fault> {
        LsoaCode::parse(text).ok_or_else(|| self.wrong("lsoa", "Use a code such as E01006110."))
    }

    pub fn count(&self, field: &str, sent: i32) -> Result<i32, Fault> {
        match sent {
            0..=MOST => Ok(sent),
            _ => Err(self.wrong(field, &format!("Use a number from 0 to {MOST}."))),
        }
    }

    pub fn wrong(&self, field: &str, detail: &str) -> Fault {
        Fault::invalid(&format!("/rows/{}/{field}", self.at), detail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_or_says_what_to_write() {
        let today: NaiveDate = "2026-11-16".parse().expect("a day");
        let row = CountRow { at: 3, today };
        assert_eq!(row.month("2026-11").ok(), "2026-11-01".parse().ok());
        for month in ["2026-12", "2026-13", "1899-12", "-10000-01", "November", "2026-11-01"] {
            assert!(row.month(month).is_err(), "{month}");
        }
        assert_eq!(row.lsoa("e01006110").ok().as_ref().map(LsoaCode::as_str), Some("E01006110"));
        assert!(row.lsoa("M33 1AA").is_err());
        assert_eq!(row.count("births", MOST).ok(), Some(MOST));
        let fault = row.count("births", -1).expect_err("nobody is born less than never");
        assert_eq!(fault.problem()["errors"][0]["pointer"], "/rows/3/births");
    }

    #[test]
    fn a_call_has_so_many_rows_at_the_most() {
        let today: NaiveDate = "2026-11-16".parse().expect("a day");
        let read = |_: &CountRow, row: &i32| Ok(*row);
        assert!(rows(&[1; MOST_ROWS], today, read).is_ok());
        assert!(rows(&[1; MOST_ROWS + 1], today, read).is_err());
    }
}
