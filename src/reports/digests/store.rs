//! Queries for the week of a professional.

use super::ReferralCounts;
use crate::access::Role;
use crate::base::fault::Result;
use crate::base::id::{AccountId, AlertId, PartnerId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::Answered;
use crate::db::schema::{account_roles, accounts, referrals, sessions, statements, window_alerts};
use crate::db::{Run, Tx};
use diesel::prelude::*;

/// A team of a partner.
#[derive(Clone, Debug)]
pub(crate) struct Team {
    pub partner: PartnerId,
    pub team: Option<String>,
}

/// Somebody of a team who may sign in.
#[derive(Clone, Debug)]
pub(crate) struct TeamMember {
    pub account: AccountId,
    pub email: String,
    pub team: Team,
}

/// Everybody who gets a digest, by account.
pub(crate) fn members(tx: &mut Tx) -> Result<Vec<TeamMember>> {
    let rows: Vec<(AccountId, String, Option<PartnerId>, Option<String>)> = accounts::table
        .inner_join(account_roles::table.on(account_roles::account_id.eq(accounts::id)))
        .filter(account_roles::role.eq(Role::Professional))
        .filter(accounts::partner_id.is_not_null())
        .filter(accounts::disabled_at.is_null())
        .order(accounts::id)
        .select((accounts::id, accounts::email, accounts::partner_id, accounts::team))
        .load(tx.conn())?;
    let member = |(account, email, partner, team): (AccountId, String, Option<PartnerId>, _)| {
        Some(TeamMember { account, email, team: Team { partner: partner?, team } })
    };
    Ok(rows.into_iter().filter_map(member).collect())
}

/// As many statements say enough about where a team works.
const STATEMENTS_READ: i64 = 500;

/// What a team has stated since then, as it is kept, the newest first.
pub(crate) fn said_since(tx: &mut Tx, of: &Team, since: Moment) -> Result<Vec<String>> {
    let mut query = statements::table
        .filter(statements::partner_id.eq(of.partner.to_string()))
        .filter(statements::made_at.ge(since))
        .into_boxed();
    query = match &of.team {
        Some(team) => query.filter(statements::team.eq(team.clone())),
        None => query.filter(statements::team.is_null()),
    };
    Ok(query
        .order(statements::id.desc())
        .limit(STATEMENTS_READ)
        .select(statements::said)
        .load(tx.conn())?)
}

/// Families that a partner has named since then, each team's once, and that did not say no.
pub(crate) fn named_since(tx: &mut Tx, partner: &PartnerId, since: Moment) -> Result<i64> {
    Ok(statements::table
        .filter(statements::partner_id.eq(partner.to_string()))
        .filter(statements::made_at.ge(since))
        .filter(statements::said_no_at.is_null())
        .count()
        .get_result(tx.conn())?)
}

/// A team's referrals to sessions that are not over.
pub(crate) fn to_come(tx: &mut Tx, of: &Team, now: Moment) -> Result<ReferralCounts> {
    let mut query = referrals::table
        .inner_join(sessions::table.on(sessions::id.eq(referrals::session_id)))
        .filter(referrals::partner_id.eq(of.partner.to_string()))
        .filter(referrals::withdrawn_at.is_null())
        .filter(sessions::ends_at.gt(now))
        .into_boxed();
    query = match &of.team {
        Some(team) => query.filter(referrals::team.eq(team.clone())),
        None => query.filter(referrals::team.is_null()),
    };
    let answers: Vec<Answered> = query.select(referrals::answered).load(tx.conn())?;
    let booked = answers.iter().filter(|answered| **answered == Answered::Booked).count();
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Ok(ReferralCounts { booked: count(booked), waiting: count(answers.len() - booked) })
}

/// The sessions whose windows somebody asked to be told of.
pub(crate) fn asked(tx: &mut Tx, account: &AccountId) -> Result<Vec<SessionId>> {
    Ok(window_alerts::table
        .filter(window_alerts::account_id.eq(account.as_str()))
        .select(window_alerts::session_id)
        .load(tx.conn())?)
}

/// Asking twice changes nothing.
pub(crate) fn ask(
    tx: &mut Tx,
    account: &AccountId,
    session: &SessionId,
    now: Moment,
) -> Result<bool> {
    diesel::insert_into(window_alerts::table)
        .values((
            window_alerts::id.eq(AlertId::new()),
            window_alerts::account_id.eq(account.clone()),
            window_alerts::session_id.eq(session.clone()),
            window_alerts::made_at.eq(now),
        ))
        .run_if_new(tx)
}

/// Somebody who asked, the session, and where they read mail.
pub(crate) type WindowAlert = (AlertId, SessionId, String);

/// Those whose windows have opened.
pub(crate) fn due(tx: &mut Tx, now: Moment, rows: i64) -> Result<Vec<WindowAlert>> {
    Ok(window_alerts::table
        .inner_join(sessions::table.on(sessions::id.eq(window_alerts::session_id)))
        .inner_join(accounts::table.on(accounts::id.eq(window_alerts::account_id)))
        .filter(window_alerts::told_at.is_null())
        .filter(sessions::referrals_open_at.le(now))
        .filter(sessions::announced_at.is_not_null())
        .order(window_alerts::id)
        .limit(rows)
        .select((window_alerts::id, window_alerts::session_id, accounts::email))
        .load(tx.conn())?)
}

pub(crate) fn told(tx: &mut Tx, id: &AlertId, now: Moment) -> Result<()> {
    diesel::update(window_alerts::table.find(id.as_str()))
        .set(window_alerts::told_at.eq(now))
        .run(tx)
}
