//! The report on partners.

use super::partners::{PartnerReport, due_on, months};
use super::partners_store as store;
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

pub struct Wanted {
    pub partner: Option<PartnerId>,
    /// `None`: the first day of the month a year ago.
    pub from: Option<NaiveDate>,
    /// `None`: today.
    pub to: Option<NaiveDate>,
}

pub fn report(tx: &mut Tx, wanted: &Wanted) -> Result<Vec<PartnerReport>, Fault> {
    tx.allow(Act::SeePartnerReports, &Scope::organisation(), "report")?;
    let today = tx.today();
    let to = wanted.to.unwrap_or(today);
    let year_ago = to.checked_sub_months(Months::new(11)).unwrap_or(to);
    let from = wanted.from.unwrap_or(year_ago);
    let span = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
    if to < from || span >= MOST_MONTHS {
        let detail =
            format!("Ask for at most {MOST_MONTHS} months, with the first day before the last.");
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
    let agreed = |month: NaiveDate| in_month(&agreements, month).and_then(|one| one.cards_a_month);
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
