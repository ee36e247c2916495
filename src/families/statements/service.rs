//! Stores what a team says about a family, and shows it to the team again.

use super::{Statement, StatementSaid, store};
use crate::access::{Act, Actor, Role, Scope};
use crate::base::fault::{Fault, Result};
use crate::base::id::{FamilyId, PartnerId, StatementId};
use crate::base::text::sort_name;
use crate::db::Tx;

/// Whether a caller speaks for a team: a professional without a role at a centre.
pub(crate) fn speaks_for_team(actor: &Actor) -> bool {
    let at_centre = [Role::Staff, Role::FrontDesk, Role::SafeguardingLead];
    actor.partner_id.is_some()
        && actor.has(Role::Professional)
        && !at_centre.into_iter().any(|role| actor.has(role))
}

/// Stores a statement once; also returns whether it is new.
pub(crate) fn keep(
    tx: &mut Tx,
    said: &StatementSaid,
    reference: Option<&str>,
) -> Result<(Statement, bool)> {
    let actor = tx.actor().clone();
    let partner = actor.partner_id.clone().filter(|_| speaks_for_team(&actor));
    let team = actor.team.clone().filter(|_| partner.is_some());
    let centre = match &partner {
        Some(_) => None,
        None => actor.roles.iter().find_map(|held| held.centre.clone()),
    };
    let at = centre.as_ref().map(ToString::to_string).unwrap_or_default();
    let mark = tx.keyed_hash("statement", &format!("{at}|{}", said.fingerprint()))?;
    if let Some(known) = store::marked(tx, (partner.as_ref(), team.as_deref()), &mark)? {
        if let Some(reference) = reference {
            store::refer_to(tx, &known.id, reference)?;
        }
        return Ok((store::statement(tx, &known.id)?, false));
    }
    let statement = Statement {
        id: StatementId::new(),
        partner_id: partner,
        team,
        centre_id: centre,
        made_by: actor.account_id,
        reference: reference.map(str::to_owned),
        said: serde_json::to_string(said).map_err(Fault::internal)?,
        mark,
        family_id: None,
        made_at: tx.now(),
        said_no_at: None,
    };
    store::add(tx, &statement)?;
    Ok((statement, true))
}

/// The content of a statement.
pub(crate) fn said(statement: &Statement) -> Result<StatementSaid> {
    serde_json::from_str(&statement.said).map_err(Fault::internal)
}

/// A statement of the caller's own team.
pub(crate) fn own(tx: &mut Tx, id: &StatementId) -> Result<Statement> {
    let statement = store::statement(tx, id)?;
    let scope =
        Scope::organisation().team(statement.partner_id.as_ref(), statement.team.as_deref());
    if statement.partner_id.is_none()
        || !tx.actor().may_as(Role::Professional, Act::SeeFamily, &scope)
    {
        return Err(Fault::not_found("family"));
    }
    Ok(statement)
}

/// The same, given the family id in a path or body.
pub(crate) fn own_named(tx: &mut Tx, id: &FamilyId) -> Result<Statement> {
    own(tx, &StatementId::from(id.as_str()))
}

/// The team's statements, by id.
pub(crate) fn list(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Statement>> {
    let (partner, team) = team(tx)?;
    store::of_team(tx, (&partner, team.as_deref()), after, rows)
}

/// The team's statements that match a search line: every word is the beginning of a word, a
/// postcode, a birth date or the reference.
pub(crate) fn find(tx: &mut Tx, line: &str, most: usize) -> Result<Vec<Statement>> {
    let asked = words(line);
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let some = list(tx, &after, AT_ONCE)?;
        let Some(last) = some.last() else { return Ok(found) };
        after = last.id.to_string();
        for statement in some {
            let holds = words_of(&statement)?;
            let is_named = asked.iter().all(|word| holds.iter().any(|held| held.starts_with(word)));
            if is_named && found.len() < most {
                found.push(statement);
            }
        }
    }
}

/// Statements read at once.
const AT_ONCE: i64 = 500;

fn words(text: &str) -> Vec<String> {
    sort_name(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn words_of(statement: &Statement) -> Result<Vec<String>> {
    let said = said(statement)?;
    let mut all = words(statement.reference.as_deref().unwrap_or_default());
    all.extend(words(said.postcode.as_deref().unwrap_or_default()));
    for carer in &said.carers {
        all.extend(words(&carer.name));
    }
    for child in &said.children {
        all.extend(words(child.name.as_deref().unwrap_or_default()));
        let day = child.born_on.or(child.due_on).map(|day| day.to_string());
        all.extend(words(&day.unwrap_or_default()));
    }
    Ok(all)
}

fn team(tx: &mut Tx) -> Result<(PartnerId, Option<String>)> {
    let actor = tx.actor();
    let partner = actor.partner_id.clone().ok_or_else(|| Fault::not_found("partner"))?;
    Ok((partner, actor.team.clone()))
}
