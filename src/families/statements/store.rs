//! Queries about statements.

use super::Statement;
use crate::base::fault::Result;
use crate::base::id::{ChildId, FamilyId, PartnerId, StatementId};
use crate::base::moment::Moment;
use crate::db::schema::{statement_children, statements};
use crate::db::{Run, Tx, found};
use diesel::prelude::*;

pub(crate) fn add(tx: &mut Tx, statement: &Statement) -> Result<()> {
    diesel::insert_into(statements::table).values(statement).run(tx)
}

pub(crate) fn statement(tx: &mut Tx, id: &StatementId) -> Result<Statement> {
    found(
        statements::table.find(id.as_str()).select(Statement::as_select()).first(tx.conn()),
        "family",
    )
}

/// A team's statement with this mark.
pub(crate) fn marked(
    tx: &mut Tx,
    team: (Option<&PartnerId>, Option<&str>),
    mark: &str,
) -> Result<Option<Statement>> {
    let found: Vec<Statement> = statements::table
        .filter(statements::mark.eq(mark))
        .select(Statement::as_select())
        .load(tx.conn())?;
    Ok(found.into_iter().find(|one| (one.partner_id.as_ref(), one.team.as_deref()) == team))
}

/// A team's statements, by id.
pub(crate) fn of_team(
    tx: &mut Tx,
    (partner, team): (&PartnerId, Option<&str>),
    after: &str,
    rows: i64,
) -> Result<Vec<Statement>> {
    let mut query = statements::table
        .filter(statements::partner_id.eq(partner.to_string()))
        .filter(statements::id.gt(after.to_owned()))
        .into_boxed();
    query = match team {
        Some(team) => query.filter(statements::team.eq(team.to_owned())),
        None => query.filter(statements::team.is_null()),
    };
    Ok(query.order(statements::id).limit(rows).select(Statement::as_select()).load(tx.conn())?)
}

/// A team's statement of a family, the first if there are several.
pub(crate) fn of_family(
    tx: &mut Tx,
    (partner, team): (&PartnerId, Option<&str>),
    family: &FamilyId,
) -> Result<Option<Statement>> {
    let found: Vec<Statement> = statements::table
        .filter(statements::partner_id.eq(partner.as_str()))
        .filter(statements::family_id.eq(family.as_str()))
        .order(statements::id)
        .select(Statement::as_select())
        .load(tx.conn())?;
    Ok(found.into_iter().find(|one| one.team.as_deref() == team))
}

pub(crate) fn refer_to(tx: &mut Tx, id: &StatementId, reference: &str) -> Result<()> {
    diesel::update(statements::table.find(id.as_str()))
        .set(statements::reference.eq(reference))
        .run(tx)
}

pub(crate) fn says_no(tx: &mut Tx, id: &StatementId, at: Moment) -> Result<()> {
    diesel::update(statements::table.find(id.as_str())).set(statements::said_no_at.eq(at)).run(tx)
}

/// Links a statement to a family and its children.
pub(crate) fn link(
    tx: &mut Tx,
    id: &StatementId,
    family: &FamilyId,
    children: &[Option<ChildId>],
) -> Result<()> {
    diesel::update(statements::table.find(id.as_str()))
        .set(statements::family_id.eq(family.as_str()))
        .execute(tx.conn())?;
    diesel::delete(
        statement_children::table.filter(statement_children::statement_id.eq(id.as_str())),
    )
    .execute(tx.conn())?;
    for (child, position) in children.iter().zip(0..) {
        let Some(child) = child else { continue };
        diesel::insert_into(statement_children::table)
            .values((
                statement_children::statement_id.eq(id.as_str()),
                statement_children::position.eq(position),
                statement_children::child_id.eq(child.as_str()),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// A statement's children that are on record: position and child.
pub(crate) fn children(tx: &mut Tx, id: &StatementId) -> Result<Vec<(i32, ChildId)>> {
    Ok(statement_children::table
        .filter(statement_children::statement_id.eq(id.as_str()))
        .order(statement_children::position)
        .select((statement_children::position, statement_children::child_id))
        .load(tx.conn())?)
}

/// Unlinks statements from a family whose record is erased.
pub(crate) fn unlink(tx: &mut Tx, family: &FamilyId) -> Result<()> {
    let of_family =
        statements::table.filter(statements::family_id.eq(family.as_str())).select(statements::id);
    let ids: Vec<StatementId> = of_family.load(tx.conn())?;
    diesel::delete(statement_children::table.filter(statement_children::statement_id.eq_any(&ids)))
        .execute(tx.conn())?;
    diesel::update(statements::table.filter(statements::id.eq_any(&ids)))
        .set(statements::family_id.eq(None::<String>))
        .run(tx)
}
