//! Making a professional's week, sending it on Monday mornings, and telling who asked that a window
//! has opened.

use super::store::{self, Team, TeamMember};
use super::{ExpectedByAgreement, OpeningWindow, WindowsDigest};
use crate::access::{Act, Scope};
use crate::areas;
use crate::base::calendar::{HOME, at_local, day_begins};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{AccountId, CentreId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::telling::service::{about, facts};
use crate::bookings::view;
use crate::centres;
use crate::db::Tx;
use crate::families::statements::StatementSaid;
use crate::jobs;
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{DigestAgreement, DigestFacts, DigestWindow, MailChannel, Message};
use crate::partners::agreements::rules::{AgreementStanding, standing};
use crate::partners::agreements::{AgreementPurpose, store as agreements};
use crate::reports::partners::{due_on, store as partners};
use crate::sessions::store::{SessionFilter, planned};
use crate::sessions::{Access, Phase, Planned};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta};
use std::collections::BTreeSet;

/// How far ahead a digest looks.
const DAYS_AHEAD: Days = Days::new(7);

/// More windows than one person reads.
const MOST_WINDOWS: i64 = 200;

/// Postcodes that say where a team works.
const MOST_POSTCODES: usize = 100;

/// The week of the caller.
pub(crate) fn own(tx: &mut Tx) -> Result<WindowsDigest> {
    let actor = tx.actor();
    let partner = actor.partner_id.clone().ok_or_else(|| Fault::not_found("partner"))?;
    let account = actor.account_id.clone().ok_or_else(|| Fault::not_found("account"))?;
    let of = Team { partner, team: actor.team.clone() };
    let scope = Scope::organisation().team(Some(&of.partner), of.team.as_deref());
    tx.allow(Act::SeeReferrals, &scope, "digest")?;
    digest(tx, &account, &of)
}

fn digest(tx: &mut Tx, account: &AccountId, of: &Team) -> Result<WindowsDigest> {
    let (now, from) = (tx.now(), tx.today());
    let to = from.checked_add_days(DAYS_AHEAD).unwrap_or(from);
    let area = area(tx, of, from)?;
    let names = centres::service::names(tx)?;
    let served = names.into_iter().filter(|(id, _)| serves(&area, &CentreId::from(id.as_str())));
    let until: Moment = day_begins(to.succ_opt().unwrap_or(to)).into();
    Ok(WindowsDigest {
        centres: served.map(|(_, name)| name).collect(),
        windows: windows(tx, account, &area, until)?,
        referrals: store::to_come(tx, of, now)?,
        agreements: expected(tx, of, from)?,
        from,
        to,
    })
}

/// The centres that serve the postcodes the team has given in the past year; empty: all.
fn area(tx: &mut Tx, of: &Team, today: NaiveDate) -> Result<BTreeSet<CentreId>> {
    let year_ago = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let mut postcodes: BTreeSet<String> = BTreeSet::new();
    for said in store::said_since(tx, of, day_begins(year_ago).into())? {
        let said: StatementSaid = serde_json::from_str(&said).map_err(Fault::internal)?;
        postcodes.extend(said.postcode);
        if postcodes.len() >= MOST_POSTCODES {
            break;
        }
    }
    let mut area = BTreeSet::new();
    for postcode in postcodes {
        area.extend(areas::store::centres_for(tx, &postcode)?);
    }
    Ok(area)
}

fn serves(area: &BTreeSet<CentreId>, centre: &CentreId) -> bool {
    area.is_empty() || area.contains(centre)
}

fn windows(
    tx: &mut Tx,
    account: &AccountId,
    area: &BTreeSet<CentreId>,
    until: Moment,
) -> Result<Vec<OpeningWindow>> {
    let asked = store::asked(tx, account)?;
    let wanted = SessionFilter { rows: MOST_WINDOWS, ..SessionFilter::default() };
    let fits = |one: &Planned| {
        one.session.referrals_open_at <= until && serves(area, &one.session.centre_id)
    };
    let mut opening = view::opening_to_referrals(tx, wanted, fits)?;
    opening.sort_by_key(|one| {
        let session = &one.planned().session;
        (session.referrals_open_at, session.starts_at)
    });
    let window = |one: &view::SessionStanding| {
        let Planned { session, activity, centre, .. } = one.planned();
        OpeningWindow {
            asked_to_be_told: asked.contains(&session.id),
            session_id: session.id.clone(),
            title: activity.title.clone(),
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            centre: centre.name.clone(),
            referrals_open_at: session.referrals_open_at,
            public_release_at: session.public_release_at,
        }
    };
    Ok(opening.iter().map(window).collect())
}

/// Of agreements in force. How many families the agency really brought is not told: that would say
/// which of them were known.
fn expected(tx: &mut Tx, of: &Team, today: NaiveDate) -> Result<Vec<ExpectedByAgreement>> {
    let all = agreements::of_partner(tx, &of.partner)?;
    let month = today - Days::new(u64::from(today.day0()));
    let mut expected = Vec::new();
    for purpose in AgreementPurpose::ALL {
        let AgreementStanding::InForce(agreement) = standing(&all, *purpose, today) else {
            continue;
        };
        let is_for_members = *purpose == AgreementPurpose::Membership;
        let last_feed = match is_for_members {
            true => partners::last_feed(tx, &of.partner)?.map(Moment::civil_day),
            false => None,
        };
        let every = agreement.feed_every_days.filter(|_| is_for_members);
        expected.push(ExpectedByAgreement {
            purpose: *purpose,
            last_day: agreement.last_day,
            cards_a_month: agreement.cards_a_month,
            named_this_month: store::named_since(tx, &of.partner, day_begins(month).into())?,
            feed_due_on: every.map(|every| due_on(agreement.first_day, last_feed, every)),
        });
    }
    Ok(expected)
}

/// A professional is told when the window of a session opens. Asking twice changes nothing.
pub(crate) fn ask(tx: &mut Tx, id: &SessionId) -> Result<Planned> {
    tx.allow(Act::Refer, &Scope::organisation(), "session")?;
    let account = tx.actor().account_id.clone().ok_or_else(|| Fault::not_found("account"))?;
    let planned = view::see(tx, id)?.planned().clone();
    let now = tx.now();
    let is_to_open = crate::sessions::release::phase(&planned.session, now) == Phase::Announced;
    if !is_to_open || planned.activity.access == Access::DropIn {
        let detail = "Its window is open already, or it takes no referrals.";
        return Err(Fault::new(Code::NoLongerOpen, detail));
    }
    store::ask(tx, &account, id, now)?;
    Ok(planned)
}

/// People told in one transaction.
const TOLD_AT_ONCE: i64 = 200;

/// Tells those who asked that a window has opened.
pub fn tell_windows(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let due = store::due(tx, now, TOLD_AT_ONCE)?;
    for (id, session, email) in &due {
        store::told(tx, id, now)?;
        let planned = planned(tx, session)?;
        let phase = crate::sessions::release::phase(&planned.session, now);
        if !matches!(phase, Phase::ReferralWindow | Phase::Public) {
            continue;
        }
        let letter = Letter {
            dedupe: format!("window_opens:{id}"),
            channel: MailChannel::Email,
            recipient: email.clone(),
            message: Message::WindowOpens { id: session.clone(), session: facts(&planned) },
            about: about(None, session, None),
            not_before: None,
        };
        enqueue(tx, &letter)?;
    }
    Ok(due.len())
}

/// A digest that was written, or would be.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct DigestLine {
    pub account_id: AccountId,
    pub windows: usize,
    pub booked: i64,
    pub waiting: i64,
    /// False where it was written before.
    pub written: bool,
}

/// When the digest of a week is written: Monday morning.
fn due_at(monday: NaiveDate) -> Moment {
    let eight = NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default();
    at_local(monday, eight, HOME).into()
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// Writes the digests of this week once it is Monday morning; a service that was down then writes
/// them when it is up again.
pub fn send_weekly(tx: &mut Tx) -> Result<usize> {
    let (since, now) = jobs::store::since_last_run(tx, "digests")?;
    let due = due_at(monday_of(now.civil_day()));
    if due <= since || due > now || now - due > TimeDelta::days(5) {
        return Ok(0);
    }
    Ok(write(tx)?.iter().filter(|line| line.written).count())
}

/// Writes the digests of this week; one that was written before is not written again.
pub fn write(tx: &mut Tx) -> Result<Vec<DigestLine>> {
    each(tx, |tx, member, digest, monday| {
        let letter = Letter {
            dedupe: format!("windows_digest:{}:{monday}", member.account),
            channel: MailChannel::Email,
            recipient: member.email.clone(),
            message: Message::WindowsDigest(in_mail(tx, digest)?),
            about: About::default(),
            not_before: None,
        };
        enqueue(tx, &letter)
    })
}

/// Who would get one this week; nothing is written.
pub fn look(tx: &mut Tx) -> Result<Vec<DigestLine>> {
    each(tx, |_, _, _, _| Ok(true))
}

fn each(
    tx: &mut Tx,
    mut with: impl FnMut(&mut Tx, &TeamMember, &WindowsDigest, NaiveDate) -> Result<bool>,
) -> Result<Vec<DigestLine>> {
    let monday = monday_of(tx.today());
    let mut lines = Vec::new();
    for member in store::members(tx)? {
        let digest = digest(tx, &member.account, &member.team)?;
        if !digest.says_anything() {
            continue;
        }
        let written = with(tx, &member, &digest, monday)?;
        lines.push(DigestLine {
            account_id: member.account,
            windows: digest.windows.len(),
            booked: digest.referrals.booked,
            waiting: digest.referrals.waiting,
            written,
        });
    }
    Ok(lines)
}

/// Windows that a mail lists; the page has all.
const IN_MAIL: usize = 15;

/// No family is named in a mail, nor a sensitive session.
fn in_mail(tx: &mut Tx, digest: &WindowsDigest) -> Result<DigestFacts> {
    let mut windows = Vec::new();
    for window in digest.windows.iter().take(IN_MAIL) {
        let planned = planned(tx, &window.session_id)?;
        if !planned.activity.sensitive {
            let opens = planned.local(window.referrals_open_at);
            windows.push(DigestWindow { session: facts(&planned), opens });
        }
    }
    let agreed = digest.agreements.iter().filter(|one| one.expects(digest.to));
    let agreed = agreed.map(|one| DigestAgreement {
        cards_still: one.still(),
        feed_due_on: one.feed_due_on.filter(|due| *due <= digest.to),
        ends_on: Some(one.last_day).filter(|last| *last <= digest.to),
    });
    Ok(DigestFacts {
        more: digest.windows.len() - windows.len(),
        windows,
        booked: digest.referrals.booked,
        waiting: digest.referrals.waiting,
        agreed: agreed.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday_at_eight_by_the_clock_of_the_house() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for today in ["2026-11-23", "2026-11-26", "2026-11-29"] {
            assert_eq!(monday_of(day(today)), day("2026-11-23"), "{today}");
        }
        assert_eq!(due_at(day("2026-11-23")).to_string(), "2026-11-23T08:00:00Z");
        assert_eq!(due_at(day("2026-07-06")).to_string(), "2026-07-06T07:00:00Z");
    }
}
