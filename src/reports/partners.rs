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

pub(crate) mod service {
    //! The report on partners.

    use super::store;
    use super::{PartnerReport, due_on, months};
    use crate::access::{Act, Scope};
    use crate::base::calendar::at_local;
    use crate::base::fault::Fault;
    use crate::base::id::PartnerId;
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::partners::Partner;
    use crate::partners::agreements::{self, Agreement, AgreementPurpose};
    use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
    use chrono_tz::Europe::London;

    /// More months than anyone reads.
    const MOST_MONTHS: i32 = 120;

    pub struct PartnersScope {
        pub partner: Option<PartnerId>,
        /// `None`: the first day of the month a year ago.
        pub from: Option<NaiveDate>,
        /// `None`: today.
        pub to: Option<NaiveDate>,
    }

    pub fn report(tx: &mut Tx, wanted: &PartnersScope) -> Result<Vec<PartnerReport>, Fault> {
        tx.allow(Act::SeePartnerReports, &Scope::organisation(), "report")?;
        let today = tx.today();
        let to = wanted.to.unwrap_or(today);
        let year_ago = to.checked_sub_months(Months::new(11)).unwrap_or(to);
        let from = wanted.from.unwrap_or(year_ago);
        let span = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
        if to < from || span >= MOST_MONTHS {
            let detail = format!(
                "Ask for at most {MOST_MONTHS} months, with the first day before the last."
            );
            return Err(Fault::invalid("/to", detail));
        }

        let partners = store::partners(tx, wanted.partner.as_ref())?;
        if partners.is_empty() && wanted.partner.is_some() {
            return Err(Fault::not_found("partner"));
        }
        partners.into_iter().map(|partner| of(tx, partner, (from, to), today)).collect()
    }

    fn of(
        tx: &mut Tx,
        partner: Partner,
        (from, to): (NaiveDate, NaiveDate),
        today: NaiveDate,
    ) -> Result<PartnerReport, Fault> {
        let mut agreements = agreements::store::of_partner(tx, &partner.id)?;
        agreements.retain(|one| one.purpose == AgreementPurpose::Membership);
        let from = from - Days::new(u64::from(from.day0()));
        let brought = store::brought(tx, &partner.id, starts(from), starts(to + Days::new(1)))?;
        let day_of = |at: Moment| at.civil_day();
        let brought: Vec<_> =
            brought.into_iter().map(|(at, standing)| (day_of(at), standing)).collect();
        let last_feed_at = store::last_feed(tx, &partner.id)?;
        let current = in_force(&agreements, today);
        let feed_due_on = current.and_then(|agreement| {
            let every = agreement.feed_every_days?;
            Some(due_on(agreement.first_day, last_feed_at.map(day_of), every))
        });
        let agreed =
            |month: NaiveDate| in_month(&agreements, month).and_then(|one| one.cards_a_month);
        Ok(PartnerReport {
            months: months(&brought, from, to, agreed),
            partner_id: partner.id,
            name: partner.name,
            kind: partner.kind,
            agreed_until: current.map(|agreement| agreement.last_day),
            last_feed_at,
            feed_due_on,
            feed_overdue: feed_due_on.is_some_and(|due| due < today),
        })
    }

    fn starts(day: NaiveDate) -> Moment {
        at_local(day, NaiveTime::MIN, London).into()
    }

    fn in_force(agreements: &[Agreement], today: NaiveDate) -> Option<&Agreement> {
        agreements.iter().find(|one| one.first_day <= today && today <= one.last_day)
    }

    /// The newest agreement in force on any day of the month.
    fn in_month(agreements: &[Agreement], month: NaiveDate) -> Option<&Agreement> {
        let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
        agreements.iter().find(|one| one.first_day < next && one.last_day >= month)
    }
}

pub(crate) mod store {
    //! Queries for the report on partners.

    use crate::base::fault::Fault;
    use crate::base::id::PartnerId;
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::{families, feed_runs, memberships, partners};
    use crate::feeds::FeedKind;
    use crate::membership::Standing;
    use crate::partners::Partner;
    use diesel::dsl::max;
    use diesel::prelude::*;

    /// One partner, or all by name.
    pub fn partners(tx: &mut Tx, only: Option<&PartnerId>) -> Result<Vec<Partner>, Fault> {
        let mut query = partners::table.select(Partner::as_select()).into_boxed();
        if let Some(only) = only {
            query = query.filter(partners::id.eq(only.clone()));
        }
        Ok(query.order(partners::name).load(tx.conn())?)
    }

    /// When a partner brought each of its families, and the family's membership. A merged record
    /// counts as the one it was merged into.
    pub fn brought(
        tx: &mut Tx,
        partner: &PartnerId,
        from: Moment,
        to: Moment,
    ) -> Result<Vec<(Moment, Standing)>, Fault> {
        Ok(families::table
            .inner_join(memberships::table.on(memberships::family_id.eq(families::id)))
            .filter(families::partner_id.eq(partner.as_str()))
            .filter(families::joined_into.is_null())
            .filter(families::created_at.ge(from))
            .filter(families::created_at.lt(to))
            .select((families::created_at, memberships::status))
            .load(tx.conn())?)
    }

    /// When a partner's last feed of families was processed.
    pub fn last_feed(tx: &mut Tx, partner: &PartnerId) -> Result<Option<Moment>, Fault> {
        Ok(feed_runs::table
            .filter(feed_runs::partner_id.eq(partner.as_str()))
            .filter(feed_runs::kind.eq(FeedKind::Families))
            .select(max(feed_runs::ended_at))
            .first(tx.conn())?)
    }
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
