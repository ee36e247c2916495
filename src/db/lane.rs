//! A lane: the requests that decide on one session. They are worked on in the order they came;
//! on PostgreSQL those whose people are known from the start share a transaction, which locks the
//! session and then all their families before the first is decided. The two statements are written
//! by hand: diesel prepares a query of its own words only once for each number of keys.

use super::Conn;
use crate::base::id::{ChildId, FamilyId, SessionId};
use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, Text};

/// What a request decides about, as far as it says so itself.
#[derive(Clone, Debug)]
pub struct Lane {
    pub(super) session: SessionId,
    families: Vec<FamilyId>,
    children: Vec<ChildId>,
}

impl Lane {
    /// A session, and people who are found out on the way: it has its turn, and a transaction of
    /// its own.
    pub fn of(session: &SessionId) -> Lane {
        Lane { session: session.clone(), families: Vec::new(), children: Vec::new() }
    }

    /// A session and a party: no other family is locked than these and those of the children.
    pub fn with_party(
        session: &SessionId,
        family: Option<&FamilyId>,
        children: &[ChildId],
    ) -> Lane {
        let families = family.into_iter().cloned().collect();
        Lane { families, children: children.to_vec(), ..Lane::of(session) }
    }

    /// Whether it may share a transaction with others.
    pub(super) fn is_shared(&self) -> bool {
        !self.families.is_empty() || !self.children.is_empty()
    }
}

/// Locks the session that all these lanes are of and the lines that their families stand in, by id,
/// then their families by id.
pub(super) fn lock(conn: &mut Conn, lanes: &[Lane]) -> QueryResult<()> {
    let (Conn::Postgres(conn), Some(first)) = (conn, lanes.first()) else { return Ok(()) };
    let families: Vec<_> = lanes.iter().flat_map(|lane| lane.families.clone()).collect();
    let children: Vec<_> = lanes.iter().flat_map(|lane| lane.children.clone()).collect();
    LockSessions(&first.session, &families, &children).execute(conn)?;
    TouchSession(&first.session).execute(conn)?;
    LockFamilies(&families, &children).execute(conn)?;
    Ok(())
}

/// Locks a session where its places are counted, and those whose lines these people stand in, in
/// the order of their ids.
struct LockSessions<'a>(&'a SessionId, &'a [FamilyId], &'a [ChildId]);

impl QueryFragment<Pg> for LockSessions<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(
            "SELECT id FROM sessions WHERE id IN \
             (SELECT coalesce(head_session_id, id) FROM sessions WHERE id = ",
        );
        out.push_bind_param::<Text, _>(self.0)?;
        out.push_sql(
            " UNION SELECT session_id FROM booking_sessions WHERE holds = 'waits' \
             AND family_id IN (SELECT unnest(",
        );
        out.push_bind_param::<Array<Text>, _>(self.1)?;
        out.push_sql(") UNION SELECT family_id FROM family_children WHERE child_id = ANY(");
        out.push_bind_param::<Array<Text>, _>(self.2)?;
        out.push_sql("))) ORDER BY id FOR NO KEY UPDATE");
        Ok(())
    }
}

impl QueryId for LockSessions<'_> {
    type QueryId = LockSessions<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for LockSessions<'_> {
    type SqlType = Text;
}

impl RunQueryDsl<PgConnection> for LockSessions<'_> {}

/// Touches a session where its places are counted: at the first of its course.
struct TouchSession<'a>(&'a SessionId);

impl QueryFragment<Pg> for TouchSession<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(
            "UPDATE sessions SET touched = touched + 1 WHERE id = \
             (SELECT coalesce(head_session_id, id) FROM sessions WHERE id = ",
        );
        out.push_bind_param::<Text, _>(self.0)?;
        out.push_sql(")");
        Ok(())
    }
}

impl QueryId for TouchSession<'_> {
    type QueryId = TouchSession<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for TouchSession<'_> {
    type SqlType = Text;
}

impl RunQueryDsl<PgConnection> for TouchSession<'_> {}

/// Locks families, and those of children, in the order of their ids.
struct LockFamilies<'a>(&'a [FamilyId], &'a [ChildId]);

impl QueryFragment<Pg> for LockFamilies<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT id FROM families WHERE id IN (SELECT unnest(");
        out.push_bind_param::<Array<Text>, _>(self.0)?;
        out.push_sql(") UNION SELECT family_id FROM family_children WHERE child_id = ANY(");
        out.push_bind_param::<Array<Text>, _>(self.1)?;
        out.push_sql(")) ORDER BY id FOR NO KEY UPDATE");
        Ok(())
    }
}

impl QueryId for LockFamilies<'_> {
    type QueryId = LockFamilies<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for LockFamilies<'_> {
    type SqlType = Text;
}

impl RunQueryDsl<PgConnection> for LockFamilies<'_> {}
