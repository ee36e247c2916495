//! Monthly counts by area, without names, as sent by partners. Births: a trust that gives no list may
//! give these, so that a centre sees how many families it does not know yet. Workless households:
//! what the reach of Jobcentre Plus is measured by. A new count replaces the old one.

use crate::areas::LsoaCode;
use crate::base::calendar::within_years;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, MonthlyCountId, PartnerId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::monthly_counts;
use chrono::NaiveDate;
use diesel::prelude::*;

text_enum! {
    /// What is counted.
    Counted {
        Births = "births",
        /// Workless households with a child under five.
        WorklessHouseholds = "workless_households",
    }
}

/// The number of one month in one LSOA, or in one centre's area.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = monthly_counts)]
pub struct MonthlyCount {
    pub id: MonthlyCountId,
    pub counted: Counted,
    /// Its first day.
    pub month: NaiveDate,
    pub lsoa: Option<LsoaCode>,
    pub centre_id: Option<CentreId>,
    pub number: i32,
    /// The partner that counted.
    pub partner_id: Option<PartnerId>,
    pub sent_at: Moment,
}

/// A count as it is sent.
#[derive(Clone, Debug)]
pub(crate) struct SentCount {
    pub month: NaiveDate,
    pub lsoa: Option<LsoaCode>,
    pub centre: Option<CentreId>,
    pub number: i32,
}

/// Rows per call: a borough's LSOAs over some years.
const MOST_ROWS: usize = 5_000;
const MOST: i32 = 100_000;

/// Reads the rows of a call with `read`.
pub(crate) fn rows<In, Out>(
    rows: &[In],
    today: NaiveDate,
    read: impl Fn(&CountRow, &In) -> Result<Out>,
) -> Result<Vec<Out>> {
    if rows.len() > MOST_ROWS {
        return Err(Fault::invalid("/rows", format!("Send at most {MOST_ROWS} rows.")));
    }
    rows.iter().zip(0..).map(|(row, at)| read(&CountRow { at, today }, row)).collect()
}

/// The position of a row, and today's date.
pub(crate) struct CountRow {
    at: usize,
    today: NaiveDate,
}

impl CountRow {
    /// The first day of a month that has begun.
    pub(crate) fn month(&self, text: &str) -> Result<NaiveDate> {
        let month = format!("{text}-01").parse::<NaiveDate>();
        let month = month.map_err(|_| self.wrong("month", "Use a month such as 2026-10."))?;
        match month > self.today {
            true => Err(self.wrong("month", "This date is in the future. Use today or earlier.")),
            false => within_years(&format!("/rows/{}/month", self.at), month),
        }
    }

    pub(crate) fn lsoa(&self, text: &str) -> Result<LsoaCode> {
        LsoaCode::parse(text).ok_or_else(|| self.wrong("lsoa", "Use a code such as E01006110."))
    }

    pub(crate) fn count(&self, field: &str, sent: i32) -> Result<i32> {
        match sent {
            0..=MOST => Ok(sent),
            _ => Err(self.wrong(field, &format!("Use a number from 0 to {MOST}."))),
        }
    }

    pub(crate) fn wrong(&self, field: &str, detail: &str) -> Fault {
        Fault::invalid(&format!("/rows/{}/{field}", self.at), detail)
    }
}

pub(crate) mod service {
    //! Receiving counts; a partner needs an agreement for them.

    use super::store::{self, CountsFilter};
    use super::{Counted, MonthlyCount, SentCount};
    use crate::access::Act;
    use crate::audit::Event;
    use crate::base::fault::Result;
    use crate::base::id::{MonthlyCountId, PartnerId};
    use crate::centres;
    use crate::db::Tx;
    use crate::feeds::service::sender::{allowed_sender, must_be_agreed};
    use crate::partners::agreements::AgreementPurpose;
    use serde_json::json;

    /// Takes the rows of a call; returns how many they are.
    pub(crate) fn take(
        tx: &mut Tx,
        counted: Counted,
        partner: Option<&PartnerId>,
        rows: &[SentCount],
    ) -> Result<usize> {
        let (event, purposes): (_, &[_]) = match counted {
            // An agreement for lists also covers counts.
            Counted::Births => {
                (Event::TakeBirths, &[AgreementPurpose::BirthCounts, AgreementPurpose::Membership])
            }
            Counted::WorklessHouseholds => {
                (Event::TakeWorklessBaseline, &[AgreementPurpose::WorklessBaseline])
            }
        };
        let sender = allowed_sender(tx, partner)?;
        if let Some(sender) = &sender {
            must_be_agreed(tx, sender, purposes)?;
        }
        for centre in rows.iter().filter_map(|row| row.centre.as_ref()) {
            centres::store::centre(tx, centre)?;
        }

        tx.alone("feeds")?;
        for row in rows {
            let count = MonthlyCount {
                id: MonthlyCountId::new(),
                counted,
                month: row.month,
                lsoa: row.lsoa.clone(),
                centre_id: row.centre.clone(),
                number: row.number,
                partner_id: sender.clone(),
                sent_at: tx.now(),
            };
            store::replace(tx, &count)?;
        }
        tx.audit(event, "", json!({ "partner": sender, "rows": rows.len() }))?;
        Ok(rows.len())
    }

    pub(crate) fn list(tx: &mut Tx, filter: &CountsFilter) -> Result<Vec<MonthlyCount>> {
        tx.actor().allow_ever(Act::SeeFeeds)?;
        store::list(tx, filter)
    }
}

pub(crate) mod store {
    //! Queries about monthly counts.

    use super::{Counted, MonthlyCount};
    use crate::base::fault::Result;
    use crate::base::id::CentreId;
    use crate::base::moment::Moment;
    use crate::db::schema::monthly_counts;
    use crate::db::{Run, Tx};
    use chrono::NaiveDate;
    use diesel::prelude::*;

    /// Replaces the same sender's count for the same month and area.
    pub(crate) fn replace(tx: &mut Tx, count: &MonthlyCount) -> Result<()> {
        let mut old = diesel::delete(monthly_counts::table)
            .filter(monthly_counts::counted.eq(count.counted))
            .filter(monthly_counts::month.eq(count.month))
            .into_boxed();
        old = match &count.lsoa {
            Some(lsoa) => old.filter(monthly_counts::lsoa.eq(lsoa.clone())),
            None => old.filter(monthly_counts::lsoa.is_null()),
        };
        old = match &count.centre_id {
            Some(centre) => old.filter(monthly_counts::centre_id.eq(centre.clone())),
            None => old.filter(monthly_counts::centre_id.is_null()),
        };
        old = match &count.partner_id {
            Some(partner) => old.filter(monthly_counts::partner_id.eq(partner.clone())),
            None => old.filter(monthly_counts::partner_id.is_null()),
        };
        old.execute(tx.conn())?;
        diesel::insert_into(monthly_counts::table).values(count).run(tx)
    }

    /// Which counts; what is left out does not matter.
    #[derive(Clone, Debug)]
    pub(crate) struct CountsFilter {
        pub counted: Counted,
        pub from: Option<NaiveDate>,
        pub to: Option<NaiveDate>,
        pub centre: Option<CentreId>,
        pub lsoa: Option<String>,
        pub after: String,
        pub rows: i64,
    }

    /// In the order in which they were sent.
    pub(crate) fn list(tx: &mut Tx, filter: &CountsFilter) -> Result<Vec<MonthlyCount>> {
        let mut query = monthly_counts::table
            .filter(monthly_counts::counted.eq(filter.counted))
            .filter(monthly_counts::id.gt(filter.after.clone()))
            .select(MonthlyCount::as_select())
            .into_boxed();
        if let Some(from) = filter.from {
            query = query.filter(monthly_counts::month.ge(from));
        }
        if let Some(to) = filter.to {
            query = query.filter(monthly_counts::month.le(to));
        }
        if let Some(centre) = &filter.centre {
            query = query.filter(monthly_counts::centre_id.eq(centre.clone()));
        }
        if let Some(lsoa) = &filter.lsoa {
            query = query.filter(monthly_counts::lsoa.eq(lsoa.clone()));
        }
        Ok(query.order(monthly_counts::id).limit(filter.rows).load(tx.conn())?)
    }

    /// Every count in a range of months, as known at a given moment, most recently sent last.
    pub(crate) fn of_months(
        tx: &mut Tx,
        counted: Counted,
        (from, to): (NaiveDate, NaiveDate),
        known_at: Moment,
    ) -> Result<Vec<MonthlyCount>> {
        Ok(monthly_counts::table
            .filter(monthly_counts::counted.eq(counted))
            .filter(monthly_counts::month.between(from, to))
            .filter(monthly_counts::sent_at.le(known_at))
            .order((monthly_counts::sent_at, monthly_counts::id))
            .select(MonthlyCount::as_select())
            .load(tx.conn())?)
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
