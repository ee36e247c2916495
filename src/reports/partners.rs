//! What each partner brought, by month, compared with what was agreed; and whether its feed is
//! overdue.

use crate::base::id::PartnerId;
use crate::base::moment::Moment;
use crate::membership::Standing;
use crate::partners::PartnerKind;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::collections::BTreeMap;

/// One partner over the requested months.
#[derive(Clone, Debug)]
pub struct PartnerReport {
    pub partner_id: PartnerId,
    pub name: String,
    pub kind: PartnerKind,
    /// The last day of the current agreement to register members; `None`: there is none.
    pub agreed_until: Option<NaiveDate>,
    pub last_feed_at: Option<Moment>,
    /// The day by which a feed is due, if the agreement says how often.
    pub feed_due_on: Option<NaiveDate>,
    pub feed_overdue: bool,
    pub months: Vec<Month>,
}

/// One month of a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub month: NaiveDate,
    /// Families it brought who have or had a membership.
    pub registered: i64,
    /// Of these, still listed: not told yet.
    pub listed: i64,
    /// Of these, members now.
    pub members: i64,
    /// Cards the partner agreed to hand out in a month.
    pub agreed: Option<i32>,
}

/// Every month of a period, with what was brought in it.
pub fn months(
    brought: &[(NaiveDate, Standing)],
    from: NaiveDate,
    to: NaiveDate,
    agreed: impl Fn(NaiveDate) -> Option<i32>,
) -> Vec<Month> {
    let mut months = BTreeMap::new();
    let mut month = first_day(from);
    while month <= to {
        let agreed = agreed(month);
        let empty = Month { month, registered: 0, listed: 0, members: 0, agreed };
        months.insert(month, empty);
        let Some(next) = month.checked_add_months(Months::new(1)) else { break };
        month = next;
    }
    for (day, standing) in brought {
        let Some(month) = months.get_mut(&first_day(*day)) else { continue };
        month.registered += 1;
        match standing {
            Standing::Listed => month.listed += 1,
            Standing::Member => month.members += 1,
            Standing::OptedOut | Standing::Ended => {}
        }
    }
    months.into_values().collect()
}

fn first_day(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.day0()))
}

/// When the next feed is due: a number of days after the last one, or after the agreement began.
pub fn due_on(began: NaiveDate, last_feed: Option<NaiveDate>, every_days: i32) -> NaiveDate {
    let from = last_feed.map_or(began, |last| last.max(began));
    from + Days::new(u64::try_from(every_days).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn every_month_is_there_with_what_was_brought_in_it() {
        let brought = [
            (day("2026-09-30"), Standing::Member),
            (day("2026-11-01"), Standing::Listed),
            (day("2026-11-30"), Standing::OptedOut),
        ];
        let agreed = |month| (month >= day("2026-10-01")).then_some(20);
        let found = months(&brought, day("2026-09-15"), day("2026-11-02"), agreed);

        let row = |month, registered, listed, members, agreed| Month {
            month: day(month),
            registered,
            listed,
            members,
            agreed,
        };
        assert_eq!(
            found,
            [
                row("2026-09-01", 1, 0, 1, None),
                row("2026-10-01", 0, 0, 0, Some(20)),
                row("2026-11-01", 2, 1, 0, Some(20)),
            ]
        );
    }

    #[test]
    fn a_feed_is_due_after_the_last_or_after_the_agreement_began() {
        let began = day("2026-10-01");
        assert_eq!(due_on(began, None, 31), day("2026-11-01"));
        assert_eq!(due_on(began, Some(day("2026-10-20")), 31), day("2026-11-20"));
        assert_eq!(due_on(began, Some(day("2025-01-01")), 7), day("2026-10-08"));
    }
}
