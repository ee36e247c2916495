//! What each partner brought, by month, compared with what was agreed; and whether its feed is
//! overdue.

use crate::base::id::PartnerId;
use crate::base::moment::Moment;
use crate::membership::Standing;
use crate::partners::PartnerKind;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What a partner brought, compared with what was agreed.
#[derive(Serialize, ToSchema)]
#[schema(as = PartnerReportOut)]
pub(crate) struct PartnerReport {
    /// The partner.
    pub partner_id: PartnerId,
    /// Its name.
    #[schema(example = "Trafford health visitors")]
    pub name: String,
    /// The kind of partner.
    pub kind: PartnerKind,
    /// The last day of the current agreement to register members; `null`: there is none.
    pub agreed_until: Option<NaiveDate>,
    /// When its last feed was processed.
    pub last_feed_at: Option<Moment>,
    /// When the next is due, if the agreement says how often.
    pub feed_due_on: Option<NaiveDate>,
    /// Whether that day has passed.
    pub feed_overdue: bool,
    /// By month.
    pub months: Vec<PartnerMonth>,
}

/// One month of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PartnerMonthOut)]
pub(crate) struct PartnerMonth {
    /// `YYYY-MM`.
    #[schema(example = "2026-10")]
    pub month: String,
    /// Families it brought in the month, through its staff and its feeds.
    pub registered: i64,
    /// Of these, still listed: known from a feed and not told yet.
    pub listed: i64,
    /// Of these, members now.
    pub members: i64,
    /// Membership cards it agreed to hand out in a month.
    pub agreed: Option<i32>,
}

/// Every month of a period, with what was brought in it.
pub(crate) fn months(
    brought: &[(NaiveDate, Standing)],
    from: NaiveDate,
    to: NaiveDate,
    agreed: impl Fn(NaiveDate) -> Option<i32>,
) -> Vec<PartnerMonth> {
    let mut months = BTreeMap::new();
    let mut day = first_day(from);
    while day <= to {
        let (month, agreed) = (day.format("%Y-%m").to_string(), agreed(day));
        months.insert(day, PartnerMonth { month, registered: 0, listed: 0, members: 0, agreed });
        let Some(next) = day.checked_add_months(Months::new(1)) else { break };
        day = next;
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
pub(crate) fn due_on(began: NaiveDate, last_feed: Option<NaiveDate>, every_days: i32) -> NaiveDate {
    let from = last_feed.map_or(began, |last| last.max(began));
    from + Days::new(u64::try_from(every_days).unwrap_or_default())
}

pub(crate) mod service {
    //! The report on partners.

    use super::{PartnerReport, due_on, first_day, months, store};
    use crate::access::{Act, Scope};
    use crate::base::calendar::day_begins;
    use crate::base::fault::{Fault, Result};
    use crate::base::id::PartnerId;
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::partners::Partner;
    use crate::partners::agreements::{self, Agreement, AgreementPurpose};
    use chrono::{Datelike, Days, Months, NaiveDate};
    use serde::Deserialize;
    use utoipa::IntoParams;

    /// More months than anyone reads.
    const MOST_MONTHS: i32 = 120;

    #[derive(Clone, Deserialize, IntoParams)]
    #[into_params(parameter_in = Query)]
    pub(crate) struct PartnersOf {
        /// Only this partner.
        pub partner_id: Option<PartnerId>,
        /// From the month of this day. Default: twelve months.
        pub from: Option<NaiveDate>,
        /// Up to this day. Default: today.
        pub to: Option<NaiveDate>,
    }

    pub(crate) fn report(tx: &mut Tx, of: &PartnersOf) -> Result<Vec<PartnerReport>> {
        tx.allow(Act::SeePartnerReports, &Scope::organisation(), "report")?;
        let today = tx.today();
        let to = of.to.unwrap_or(today);
        let year_ago = to.checked_sub_months(Months::new(11)).unwrap_or(to);
        let from = of.from.unwrap_or(year_ago);
        let span = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
        if to < from || span >= MOST_MONTHS {
            let detail = format!(
                "Ask for at most {MOST_MONTHS} months, with the first day before the last."
            );
            return Err(Fault::invalid("/to", detail));
        }

        let partners = store::partners(tx, of.partner_id.as_ref())?;
        if partners.is_empty() && of.partner_id.is_some() {
            return Err(Fault::not_found("partner"));
        }
        partners.into_iter().map(|partner| of_partner(tx, partner, (from, to), today)).collect()
    }

    fn of_partner(
        tx: &mut Tx,
        partner: Partner,
        (from, to): (NaiveDate, NaiveDate),
        today: NaiveDate,
    ) -> Result<PartnerReport> {
        let mut agreements = agreements::store::of_partner(tx, &partner.id)?;
        agreements.retain(|one| one.purpose == AgreementPurpose::Membership);
        let (begin, end) = (day_begins(first_day(from)), day_begins(to + Days::new(1)));
        let brought = store::brought(tx, &partner.id, begin.into(), end.into())?;
        let brought: Vec<_> =
            brought.into_iter().map(|(at, standing)| (at.civil_day(), standing)).collect();
        let last_feed_at = store::last_feed(tx, &partner.id)?;
        let current = in_force(&agreements, today);
        let feed_due_on = current.and_then(|agreement| {
            let every = agreement.feed_every_days?;
            Some(due_on(agreement.first_day, last_feed_at.map(Moment::civil_day), every))
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

    use crate::base::fault::Result;
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
    pub(crate) fn partners(tx: &mut Tx, only: Option<&PartnerId>) -> Result<Vec<Partner>> {
        let mut query = partners::table.select(Partner::as_select()).into_boxed();
        if let Some(only) = only {
            query = query.filter(partners::id.eq(only));
        }
        Ok(query.order(partners::name).load(tx.conn())?)
    }

    /// When a partner brought each of its families, and the family's membership. A merged record
    /// counts as the one it was merged into.
    pub(crate) fn brought(
        tx: &mut Tx,
        partner: &PartnerId,
        from: Moment,
        to: Moment,
    ) -> Result<Vec<(Moment, Standing)>> {
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
    pub(crate) fn last_feed(tx: &mut Tx, partner: &PartnerId) -> Result<Option<Moment>> {
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

        let row = |month: &str, registered, listed, members, agreed| PartnerMonth {
            month: month.to_owned(),
            registered,
            listed,
            members,
            agreed,
        };
        assert_eq!(
            found,
            [
                row("2026-09", 1, 0, 1, None),
                row("2026-10", 0, 0, 0, Some(20)),
                row("2026-11", 2, 1, 0, Some(20)),
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
