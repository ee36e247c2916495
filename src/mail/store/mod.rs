//! Queries about the outbox. A letter is claimed by lease: the first to find it due and change it
//! has it until the lease ends; the result is written only under that same lease.

pub(crate) mod facts;

use super::{Delivery, MailChannel, State};
use crate::access::Role;
use crate::base::fault::Result;
use crate::base::id::{AccountId, BookingId, ChildId, FamilyId, LetterId, SessionId};
use crate::base::moment::Moment;
use crate::db::schema::{account_roles, accounts, booking_children, child_requests, outbox};
use crate::db::{Conn, Prepared, Run, Tx, found};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
pub struct NewLetter {
    pub id: LetterId,
    pub dedupe: String,
    pub kind: String,
    pub channel: MailChannel,
    pub recipient: String,
    pub payload: String,
    pub family_id: Option<FamilyId>,
    pub session_id: Option<SessionId>,
    pub booking_id: Option<BookingId>,
    pub state: State,
    pub attempts: i32,
    pub due_at: Moment,
    pub made_at: Moment,
    pub language: Option<String>,
}

/// A letter as its sender needs it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
pub(crate) struct Due {
    pub id: LetterId,
    pub kind: String,
    pub channel: MailChannel,
    pub recipient: String,
    pub payload: String,
    pub attempts: i32,
    pub dedupe: String,
    pub family_id: Option<FamilyId>,
    pub session_id: Option<SessionId>,
    pub booking_id: Option<BookingId>,
    /// When it was first tried.
    pub tried_since: Option<Moment>,
    /// The language of whoever caused it.
    pub language: Option<String>,
}

/// A message of the outbox, without its address and its text.
#[derive(Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
#[schema(as = MailOut)]
pub struct Logged {
    /// Opaque.
    pub id: LetterId,
    /// The event it is about.
    #[schema(example = "booked")]
    pub kind: String,
    /// How it travels.
    pub channel: MailChannel,
    /// How far it has come.
    pub state: State,
    /// How often it was tried.
    #[schema(example = 1)]
    pub attempts: i32,
    /// When it was written.
    pub made_at: Moment,
    /// When it is tried next, or was tried last.
    pub due_at: Moment,
    /// When it was sent or given up; `null` until then.
    pub ended_at: Option<Moment>,
    /// The class of the last failure.
    #[schema(example = "refused_550")]
    pub last_error: Option<String>,
    /// Of a text that left: what became of it; `null` of a mail.
    #[schema(example = "delivered")]
    pub delivery: Option<Delivery>,
    /// Of a text that left: how many parts are paid for.
    #[schema(example = 1)]
    pub parts: Option<i32>,
}

/// What became of one try.
pub(crate) struct Tried {
    pub state: State,
    pub due_at: Moment,
    pub ended_at: Option<Moment>,
    pub last_error: Option<String>,
}

/// False where a letter with that key was written before.
pub(crate) fn add(tx: &mut Tx, letter: &NewLetter) -> Result<bool> {
    let added = match tx.conn() {
        Conn::Sqlite(conn) => {
            Prepared(diesel::insert_into(outbox::table).values(letter).on_conflict_do_nothing())
                .execute(conn)?
        }
        Conn::Postgres(conn) => {
            Prepared(diesel::insert_into(outbox::table).values(letter).on_conflict_do_nothing())
                .execute(conn)?
        }
    };
    Ok(added > 0)
}

/// Takes a letter back that nobody has begun to send; false where there is none.
pub(crate) fn remove_queued(tx: &mut Tx, dedupe: &str) -> Result<bool> {
    let removed = diesel::delete(outbox::table)
        .filter(outbox::dedupe.eq(dedupe))
        .filter(outbox::state.eq(State::Queued))
        .execute(tx.conn())?;
    Ok(removed > 0)
}

/// The same, of all to a household that names this child, or that is about no booking.
pub(crate) fn remove_queued_of(tx: &mut Tx, family: &FamilyId, child: &ChildId) -> Result<()> {
    let with_child = booking_children::table
        .filter(booking_children::child_id.eq(child.as_str()))
        .select(booking_children::booking_id.nullable());
    let named = outbox::booking_id.eq_any(with_child).assume_not_null();
    diesel::delete(outbox::table)
        .filter(outbox::family_id.eq(family.as_str()))
        .filter(outbox::state.eq(State::Queued))
        .filter(outbox::booking_id.is_null().or(named))
        .run(tx)
}

/// The same, of all of these kinds to an address.
pub(crate) fn remove_queued_to(tx: &mut Tx, recipient: &str, kinds: &[&str]) -> Result<()> {
    diesel::delete(outbox::table)
        .filter(outbox::recipient.eq(recipient))
        .filter(outbox::kind.eq_any(kinds.to_vec()))
        .filter(outbox::state.eq(State::Queued))
        .run(tx)
}

/// Letters to a family that have not left for one address go to another.
pub(crate) fn readdress(tx: &mut Tx, family: &FamilyId, (old, new): (&str, &str)) -> Result<()> {
    let unsent = outbox::table
        .filter(outbox::family_id.eq(family.as_str()))
        .filter(outbox::recipient.eq(old));
    diesel::update(unsent).set(outbox::recipient.eq(new)).run(tx)
}

/// Letters to a family that have not left for an address never will.
pub(crate) fn give_up(tx: &mut Tx, family: &FamilyId, old: &str, now: Moment) -> Result<()> {
    let unsent = outbox::table
        .filter(outbox::family_id.eq(family.as_str()))
        .filter(outbox::recipient.eq(old))
        .filter(outbox::state.ne(State::Sent));
    diesel::update(unsent)
        .set((
            outbox::state.eq(State::Dead),
            outbox::leased_until.eq(None::<Moment>),
            outbox::ended_at.eq(now),
            outbox::last_error.eq("no_address"),
            outbox::payload.eq(""),
            outbox::recipient.eq(""),
        ))
        .run(tx)
}

/// Whether a household said of a child that nothing more should be sent, and nobody has settled it:
/// then nothing is sent that names the child, or that is not about a booking.
pub(crate) fn is_silenced(
    tx: &mut Tx,
    family: &FamilyId,
    booking: Option<&BookingId>,
) -> Result<bool> {
    let silenced: Vec<String> = child_requests::table
        .filter(child_requests::family_id.eq(family.as_str()))
        .filter(child_requests::state.eq("open"))
        .filter(child_requests::kind.eq_any(["ended", "left"]))
        .select(child_requests::child_id)
        .load(tx.conn())?;
    let Some(booking) = booking.filter(|_| !silenced.is_empty()) else {
        return Ok(!silenced.is_empty());
    };
    let named: i64 = booking_children::table
        .filter(booking_children::booking_id.eq(booking.as_str()))
        .filter(booking_children::child_id.eq_any(silenced))
        .count()
        .get_result(tx.conn())?;
    Ok(named > 0)
}

pub(crate) fn due_ids(tx: &mut Tx, now: Moment, rows: i64) -> Result<Vec<LetterId>> {
    let waiting = outbox::state.eq(State::Queued).and(outbox::due_at.le(now));
    let abandoned = outbox::state.eq(State::Sending).and(outbox::leased_until.le(now));
    Ok(outbox::table
        .filter(waiting.or(abandoned.assume_not_null()))
        .order((outbox::due_at, outbox::id))
        .limit(rows)
        .select(outbox::id)
        .load(tx.conn())?)
}

/// The letter, if it is still due and now ours.
pub(crate) fn claim(
    tx: &mut Tx,
    id: &LetterId,
    now: Moment,
    leased_until: Moment,
) -> Result<Option<Due>> {
    let waiting = outbox::state.eq(State::Queued).and(outbox::due_at.le(now));
    let abandoned = outbox::state.eq(State::Sending).and(outbox::leased_until.le(now));
    let ours = diesel::update(outbox::table.find(id.as_str()))
        .filter(waiting.or(abandoned.assume_not_null()))
        .set((
            outbox::state.eq(State::Sending),
            outbox::leased_until.eq(leased_until),
            outbox::attempts.eq(outbox::attempts + 1),
        ))
        .execute(tx.conn())?;
    if ours == 0 {
        return Ok(None);
    }
    diesel::update(outbox::table.find(id.as_str()).filter(outbox::tried_since.is_null()))
        .set(outbox::tried_since.eq(now))
        .execute(tx.conn())?;
    Ok(Some(outbox::table.find(id.as_str()).select(Due::as_select()).first(tx.conn())?))
}

/// Records what became of it, if the lease is still ours. The text of a sent letter is deleted.
pub(crate) fn finish(
    tx: &mut Tx,
    id: &LetterId,
    leased_until: Moment,
    tried: &Tried,
) -> Result<()> {
    let ours = outbox::table
        .find(id.as_str())
        .filter(outbox::state.eq(State::Sending))
        .filter(outbox::leased_until.eq(leased_until));
    let written = diesel::update(ours)
        .set((
            outbox::state.eq(tried.state),
            outbox::due_at.eq(tried.due_at),
            outbox::leased_until.eq(None::<Moment>),
            outbox::ended_at.eq(tried.ended_at),
            outbox::last_error.eq(tried.last_error.clone()),
        ))
        .execute(tx.conn())?;
    if written == 1 && tried.state == State::Sent {
        empty(tx, id)?;
    }
    Ok(())
}

fn empty(tx: &mut Tx, id: &LetterId) -> Result<()> {
    diesel::update(outbox::table.find(id.as_str()))
        .set((outbox::payload.eq(""), outbox::recipient.eq("")))
        .run(tx)
}

/// Deletes the address and text of letters given up before a moment.
pub(crate) fn empty_dead(tx: &mut Tx, before: Moment) -> Result<usize> {
    Ok(diesel::update(outbox::table)
        .filter(outbox::state.eq(State::Dead))
        .filter(outbox::ended_at.lt(before))
        .filter(outbox::payload.ne(""))
        .set((outbox::payload.eq(""), outbox::recipient.eq("")))
        .execute(tx.conn())?)
}

/// Who looks after the service, and where they read their mail.
pub(crate) fn administrators(tx: &mut Tx) -> Result<Vec<(AccountId, String)>> {
    Ok(accounts::table
        .inner_join(account_roles::table.on(account_roles::account_id.eq(accounts::id)))
        .filter(account_roles::role.eq(Role::Administrator))
        .filter(accounts::disabled_at.is_null())
        .order(accounts::id)
        .select((accounts::id, accounts::email))
        .load(tx.conn())?)
}

/// Messages about a session of one kind, in one state.
#[derive(Clone, Debug)]
pub(crate) struct AboutSession {
    pub kind: String,
    pub state: State,
    pub how_many: i64,
    /// When the last of them was made.
    pub last_at: Option<Moment>,
}

/// How many messages about a session there are, and what became of them.
pub(crate) fn about_session(tx: &mut Tx, session: &SessionId) -> Result<Vec<AboutSession>> {
    type Row = (String, State, i64, Option<Moment>);
    let rows: Vec<Row> = outbox::table
        .filter(outbox::session_id.eq(session.as_str()))
        .group_by((outbox::kind, outbox::state))
        .order((outbox::kind, outbox::state))
        .select((
            outbox::kind,
            outbox::state,
            diesel::dsl::count_star(),
            diesel::dsl::max(outbox::made_at),
        ))
        .load(tx.conn())?;
    let about =
        |(kind, state, how_many, last_at): Row| AboutSession { kind, state, how_many, last_at };
    Ok(rows.into_iter().map(about).collect())
}

/// Newest first.
pub(crate) fn log(
    tx: &mut Tx,
    state: Option<State>,
    before: Option<&str>,
    rows: i64,
) -> Result<Vec<Logged>> {
    let mut query = outbox::table.into_boxed();
    if let Some(state) = state {
        query = query.filter(outbox::state.eq(state));
    }
    if let Some(before) = before {
        query = query.filter(outbox::id.lt(before.to_owned()));
    }
    Ok(query.order(outbox::id.desc()).limit(rows).select(Logged::as_select()).load(tx.conn())?)
}

pub(crate) fn logged(tx: &mut Tx, id: &LetterId) -> Result<Logged> {
    found(outbox::table.find(id.as_str()).select(Logged::as_select()).first(tx.conn()), "message")
}

/// Puts a letter that was given up back in the queue; false where there is nothing left to send.
pub(crate) fn requeue_dead(tx: &mut Tx, id: &LetterId, now: Moment) -> Result<bool> {
    let written = diesel::update(outbox::table.find(id.as_str()))
        .filter(outbox::state.eq(State::Dead))
        .filter(outbox::payload.ne(""))
        .set((
            outbox::state.eq(State::Queued),
            outbox::attempts.eq(0),
            outbox::tried_since.eq(None::<Moment>),
            outbox::due_at.eq(now),
            outbox::ended_at.eq(None::<Moment>),
        ))
        .execute(tx.conn())?;
    Ok(written == 1)
}
