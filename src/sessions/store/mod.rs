//! Queries about activities and sessions.

mod locks;

use super::{Activity, Generation, LONGEST, Mark, Planned, Session};
use crate::base::fault::{Fault, Result};
use crate::base::id::{ActivityId, CentreId, SessionId};
use crate::base::moment::Moment;
use crate::centres::{Centre, Venue};
use crate::db::schema::{activities, centres, generations, rooms, sessions, venues};
use crate::db::{Conn, Run, SESSIONS_SHOWN, Tx, found, in_chunks};
use diesel::prelude::*;

pub(crate) use locks::{count_on_from, lines_of, lock, lock_planned, look_again, look_again_at};

pub(crate) fn activity(tx: &mut Tx, id: &ActivityId) -> Result<Activity> {
    let found = load(tx, activities::table.find(id.as_str()).into_boxed())?.pop();
    found.ok_or_else(|| Fault::not_found("activity"))
}

/// The one place where an activity alone is read: the compiler takes seconds for each.
pub(super) fn load(
    tx: &mut Tx,
    query: activities::BoxedQuery<'_, <Conn as Connection>::Backend>,
) -> Result<Vec<Activity>> {
    Ok(query.select(Activity::as_select()).load(tx.conn())?)
}

/// By title; `after` is `title|id` of the last one of the page before.
pub(crate) fn activities(
    tx: &mut Tx,
    centre: Option<&CentreId>,
    after: &str,
    rows: i64,
) -> Result<Vec<Activity>> {
    let (title, id) = after.rsplit_once('|').unwrap_or((after, ""));
    let mut query = activities::table
        .filter(
            activities::title
                .gt(title.to_owned())
                .or(activities::title.eq(title.to_owned()).and(activities::id.gt(id.to_owned()))),
        )
        .into_boxed();
    if let Some(centre) = centre {
        query = query.filter(
            activities::centre_id
                .is_null()
                .or(activities::centre_id.eq(centre.as_str().to_owned())),
        );
    }
    load(tx, query.order((activities::title, activities::id)).limit(rows))
}

pub(crate) fn add_activity(tx: &mut Tx, activity: &Activity) -> Result<()> {
    diesel::insert_into(activities::table).values(activity).run(tx)
}

pub(crate) fn save_activity(tx: &mut Tx, activity: &Activity) -> Result<()> {
    tx.move_generation();
    diesel::update(activities::table.find(activity.id.as_str())).set(activity).run(tx)
}

/// The session with its activity and centre.
pub(crate) fn planned(tx: &mut Tx, id: &SessionId) -> Result<Planned> {
    found(
        sessions::table
            .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
            .inner_join(centres::table.on(centres::id.eq(sessions::centre_id)))
            .left_join(venues::table.on(venues::id.nullable().eq(sessions::venue_id)))
            .left_join(rooms::table.on(rooms::id.nullable().eq(sessions::room_id)))
            .filter(sessions::id.eq(id.as_str()))
            .select((
                Session::as_select(),
                Activity::as_select(),
                Centre::as_select(),
                Option::<Venue>::as_select(),
                rooms::access_features.nullable(),
            ))
            .first(tx.conn()),
        "session",
    )
}

/// The same of the session where its places are counted.
pub(crate) fn planned_where_counted(tx: &mut Tx, id: &SessionId) -> Result<Planned> {
    let planned = planned(tx, id)?;
    match &planned.session.head_session_id {
        Some(head) => self::planned(tx, head),
        None => Ok(planned),
    }
}

/// Which sessions to list.
#[derive(Clone, Debug, Default)]
pub(crate) struct SessionFilter {
    pub centre: Option<CentreId>,
    /// Only these centres'; `None`: of all.
    pub centres: Option<Vec<CentreId>>,
    pub activity: Option<ActivityId>,
    pub from: Option<Moment>,
    pub to: Option<Moment>,
    /// Only what is not cancelled, not sensitive and is released at some time.
    pub for_families: bool,
    /// Only what was announced.
    pub announced: bool,
    /// Only what opens to everybody in a period.
    pub opens: Option<(Moment, Moment)>,
    /// `(starts_at, id)` of the last one of the page before.
    pub after: Option<(Moment, SessionId)>,
    pub rows: i64,
}

/// What a filter leaves of sessions joined with their activities, by start.
macro_rules! filtered {
    ($joined:expr, $filter:expr) => {{
        let filter: &SessionFilter = $filter;
        let mut query = $joined.into_boxed();
        if let Some(centre) = &filter.centre {
            query = query.filter(sessions::centre_id.eq(centre.clone()));
        }
        if let Some(centres) = &filter.centres {
            query = query.filter(sessions::centre_id.eq_any(centres.clone()));
        }
        if let Some((first, last)) = filter.opens {
            query = query.filter(sessions::public_release_at.between(first, last));
        }
        if let Some(activity) = &filter.activity {
            query = query.filter(sessions::activity_id.eq(activity.clone()));
        }
        if let Some(from) = filter.from {
            query = query.filter(sessions::ends_at.gt(from));
            // So that those of the past are not read through.
            query = query.filter(sessions::starts_at.gt(from - LONGEST));
        }
        if let Some(to) = filter.to {
            query = query.filter(sessions::starts_at.lt(to));
        }
        if filter.announced {
            query = query.filter(sessions::announced_at.is_not_null());
        }
        if filter.for_families {
            query = query.filter(sessions::cancelled_at.is_null());
            query = query.filter(activities::sensitive.eq(false));
            query = query.filter(
                sessions::public_release_at
                    .is_not_null()
                    .or(activities::access.eq(super::Access::DropIn)),
            );
        }
        if let Some((starts_at, id)) = &filter.after {
            query = query.filter(
                sessions::starts_at
                    .gt(*starts_at)
                    .or(sessions::starts_at.eq(*starts_at).and(sessions::id.gt(id.clone()))),
            );
        }
        query.order((sessions::starts_at, sessions::id)).limit(filter.rows)
    }};
}

/// Sessions by start.
pub(crate) fn list(tx: &mut Tx, filter: &SessionFilter) -> Result<Vec<Planned>> {
    let joined = sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .inner_join(centres::table.on(centres::id.eq(sessions::centre_id)))
        .left_join(venues::table.on(venues::id.nullable().eq(sessions::venue_id)))
        .left_join(rooms::table.on(rooms::id.nullable().eq(sessions::room_id)));
    Ok(filtered!(joined, filter)
        .select((
            Session::as_select(),
            Activity::as_select(),
            Centre::as_select(),
            Option::<Venue>::as_select(),
            rooms::access_features.nullable(),
        ))
        .load(tx.conn())?)
}

/// What a mark is made of, where the first sessions of courses are joined as `heads`.
macro_rules! mark_row {
    ($heads:ident) => {
        (
            sessions::id,
            sessions::starts_at,
            sessions::touched,
            $heads.field(sessions::touched).nullable(),
            generations::number,
        )
    };
}

/// The same, only by what tells whether something was decided about each.
pub(crate) fn marks(tx: &mut Tx, filter: &SessionFilter) -> Result<Vec<Mark>> {
    let heads = diesel::alias!(sessions as heads);
    let of_head = heads.field(sessions::id).nullable().eq(sessions::head_session_id);
    let joined = sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .inner_join(generations::table.on(generations::name.eq(SESSIONS_SHOWN)))
        .left_join(heads.on(of_head));
    let rows: Vec<MarkRow> = filtered!(joined, filter).select(mark_row!(heads)).load(tx.conn())?;
    Ok(rows.into_iter().map(mark_of).collect())
}

/// The marks of all sessions that start from one moment to another, both included.
pub(crate) fn marks_between(tx: &mut Tx, first: Moment, last: Moment) -> Result<Vec<Mark>> {
    let heads = diesel::alias!(sessions as heads);
    let of_head = heads.field(sessions::id).nullable().eq(sessions::head_session_id);
    let rows: Vec<MarkRow> = sessions::table
        .inner_join(generations::table.on(generations::name.eq(SESSIONS_SHOWN)))
        .left_join(heads.on(of_head))
        .filter(sessions::starts_at.ge(first))
        .filter(sessions::starts_at.le(last))
        .order((sessions::starts_at, sessions::id))
        .select(mark_row!(heads))
        .load(tx.conn())?;
    Ok(rows.into_iter().map(mark_of).collect())
}

/// The mark of one session.
pub(crate) fn mark(tx: &mut Tx, id: &SessionId) -> Result<Mark> {
    let heads = diesel::alias!(sessions as heads);
    let of_head = heads.field(sessions::id).nullable().eq(sessions::head_session_id);
    let row: MarkRow = found(
        sessions::table
            .inner_join(generations::table.on(generations::name.eq(SESSIONS_SHOWN)))
            .left_join(heads.on(of_head))
            .filter(sessions::id.eq(id.as_str()))
            .select(mark_row!(heads))
            .first(tx.conn()),
        "session",
    )?;
    Ok(mark_of(row))
}

type MarkRow = (SessionId, Moment, i64, Option<i64>, i64);

fn mark_of((id, starts_at, own, head, generation): MarkRow) -> Mark {
    let touched = own + head.unwrap_or(0);
    Mark { id, starts_at, touched, generation: Generation(generation) }
}

/// The generation, where there is no session to ask about.
pub(crate) fn generation(tx: &mut Tx) -> Result<Generation> {
    let row = generations::table.find(SESSIONS_SHOWN);
    Ok(Generation(row.select(generations::number).first(tx.conn())?))
}

/// These sessions with their activities and places, in no order.
pub(crate) fn planned_of(tx: &mut Tx, ids: &[SessionId]) -> Result<Vec<Planned>> {
    in_chunks(tx, ids, |tx, ids| {
        Ok(sessions::table
            .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
            .inner_join(centres::table.on(centres::id.eq(sessions::centre_id)))
            .left_join(venues::table.on(venues::id.nullable().eq(sessions::venue_id)))
            .left_join(rooms::table.on(rooms::id.nullable().eq(sessions::room_id)))
            .filter(sessions::id.eq_any(ids))
            .select((
                Session::as_select(),
                Activity::as_select(),
                Centre::as_select(),
                Option::<Venue>::as_select(),
                rooms::access_features.nullable(),
            ))
            .load(tx.conn())?)
    })
}

pub(crate) fn add(tx: &mut Tx, session: &Session) -> Result<()> {
    tx.move_generation();
    diesel::insert_into(sessions::table).values(session).run(tx)
}

/// Writes a session as it was planned again; the version goes up.
pub(crate) fn save(tx: &mut Tx, session: &Session) -> Result<()> {
    tx.move_generation();
    diesel::update(sessions::table.find(session.id.as_str()))
        .set((
            sessions::venue_id.eq(&session.venue_id),
            sessions::room_id.eq(&session.room_id),
            sessions::leader.eq(&session.leader),
            sessions::starts_at.eq(session.starts_at),
            sessions::ends_at.eq(session.ends_at),
            sessions::local_day.eq(session.local_day),
            sessions::capacity.eq(session.capacity),
            sessions::referrals_open_at.eq(session.referrals_open_at),
            sessions::public_release_at.eq(session.public_release_at),
            sessions::bookings_close_at.eq(session.bookings_close_at),
            sessions::cancel_by.eq(session.cancel_by),
            sessions::priority_places.eq(session.priority_places),
            sessions::priority_until.eq(session.priority_until),
            sessions::version.eq(session.version),
        ))
        .run(tx)
}

pub(crate) fn cancel(tx: &mut Tx, id: &SessionId, reason: &str, at: Moment) -> Result<()> {
    tx.move_generation();
    diesel::update(sessions::table.find(id.as_str()))
        .set((
            sessions::cancelled_at.eq(at),
            sessions::cancel_reason.eq(reason),
            sessions::settled_until.eq(Option::<Moment>::None),
            sessions::version.eq(sessions::version + 1),
        ))
        .run(tx)
}

/// Records which session is on instead.
pub(crate) fn displaced(tx: &mut Tx, id: &SessionId, by: Option<&SessionId>) -> Result<()> {
    tx.move_generation();
    diesel::update(sessions::table.find(id.as_str()))
        .set(sessions::displaced_by.eq(by.cloned()))
        .run(tx)
}

/// An activity's sessions that have not begun.
pub(crate) fn coming(tx: &mut Tx, activity: &ActivityId, now: Moment) -> Result<Vec<SessionId>> {
    Ok(sessions::table
        .filter(sessions::activity_id.eq(activity.as_str()))
        .filter(sessions::starts_at.gt(now))
        .filter(sessions::cancelled_at.is_null())
        .order(sessions::id)
        .select(sessions::id)
        .load(tx.conn())?)
}

/// A session's dates to come in its series, itself first.
pub(crate) fn to_come(tx: &mut Tx, session: &Session) -> Result<Vec<SessionId>> {
    let Some(series) = &session.series_id else { return Ok(vec![session.id.clone()]) };
    Ok(sessions::table
        .filter(sessions::series_id.eq(series.as_str()))
        .filter(sessions::starts_at.ge(session.starts_at))
        .filter(sessions::cancelled_at.is_null())
        .order((sessions::starts_at, sessions::id))
        .select(sessions::id)
        .load(tx.conn())?)
}

/// The later dates of a course whose places are counted here.
pub(crate) fn later_dates(tx: &mut Tx, head: &SessionId) -> Result<Vec<SessionId>> {
    Ok(sessions::table
        .filter(sessions::head_session_id.eq(head.as_str()))
        .filter(sessions::cancelled_at.is_null())
        .order(sessions::starts_at)
        .select(sessions::id)
        .load(tx.conn())?)
}

pub(crate) fn announce(tx: &mut Tx, id: &SessionId, at: Moment) -> Result<()> {
    tx.move_generation();
    diesel::update(sessions::table.find(id.as_str()))
        .set((sessions::announced_at.eq(at), sessions::version.eq(sessions::version + 1)))
        .run(tx)
}
