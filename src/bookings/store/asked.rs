//! What a request for a place is judged by, each in one statement written by hand: who asks, and
//! what they and their children have around that day. The words of our own sets stand in it as they
//! are, so that the indexes over live rows serve it.

use crate::base::fault::{Fault, Result};
use crate::base::id::{ActivityId, BookingId, CarerId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::base::text::mobile;
use crate::bookings::diary::{Diary, DiaryEntry};
use crate::bookings::{Applicant, Busy, Holds};
use crate::db::{Conn, Tx};
use crate::families::reads::Reads;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Bool, Date, Nullable, Text, Timestamp};

type Database = <Conn as Connection>::Backend;

/// A statement written by hand: what it selects, and who builds it.
macro_rules! statement {
    ($name:ident selects $columns:ty) => {
        impl Query for $name<'_> {
            type SqlType = $columns;
        }

        impl QueryId for $name<'_> {
            type QueryId = ();
            const HAS_STATIC_QUERY_ID: bool = false;
        }

        impl RunQueryDsl<Conn> for $name<'_> {}
    };
}

/// `NULL` where there is none, which is in no list.
fn push_children<'b>(
    out: &mut AstPass<'_, 'b, Database>,
    children: &'b [ChildId],
) -> QueryResult<()> {
    out.push_sql("(");
    for (child, at) in children.iter().zip(0..) {
        out.push_sql(if at == 0 { "" } else { ", " });
        out.push_bind_param::<Text, _>(child)?;
    }
    out.push_sql(if children.is_empty() { "NULL)" } else { ")" });
    Ok(())
}

struct AroundDays<'a> {
    family: &'a FamilyId,
    children: &'a [ChildId],
    days: (NaiveDate, NaiveDate),
}

type DiaryRow = (
    (Text, Text, Nullable<Text>, Text, Text),
    (Text, Bool, Date, Timestamp, Timestamp),
    (Bool, Bool),
);

statement!(AroundDays selects DiaryRow);

impl QueryFragment<Database> for AroundDays<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Database>) -> QueryResult<()> {
        out.push_sql(
            "SELECT b.id, b.family_id, b.carer_id, h.session_id, h.holds, \
             d.activity_id, a.sensitive, d.local_day, d.starts_at, d.ends_at, \
             d.id = h.session_id, EXISTS (SELECT 1 FROM booking_children c \
             WHERE c.booking_id = b.id AND c.child_id IN ",
        );
        push_children(&mut out, self.children)?;
        out.push_sql(
            ") FROM booking_sessions h \
             JOIN bookings b ON b.id = h.booking_id \
             JOIN sessions d ON d.id = h.session_id OR d.head_session_id = h.session_id \
             JOIN activities a ON a.id = d.activity_id \
             WHERE h.holds <> 'none' AND d.cancelled_at IS NULL AND d.local_day BETWEEN ",
        );
        out.push_bind_param::<Date, _>(&self.days.0)?;
        out.push_sql(" AND ");
        out.push_bind_param::<Date, _>(&self.days.1)?;
        out.push_sql(
            " AND h.booking_id IN (SELECT booking_id FROM booking_sessions \
             WHERE holds <> 'none' AND family_id = ",
        );
        out.push_bind_param::<Text, _>(self.family)?;
        out.push_sql(" UNION SELECT booking_id FROM booking_children WHERE child_id IN ");
        push_children(&mut out, self.children)?;
        out.push_sql(") ORDER BY b.id, d.starts_at");
        Ok(())
    }
}

/// What a family and these children have on these days; a course has all its dates.
pub(crate) fn diary(
    tx: &mut Tx,
    family: &FamilyId,
    children: &[ChildId],
    days: (NaiveDate, NaiveDate),
) -> Result<Diary> {
    type Row = (
        (BookingId, FamilyId, Option<CarerId>, SessionId, Holds),
        (ActivityId, bool, NaiveDate, Moment, Moment),
        (bool, bool),
    );
    let rows: Vec<Row> = AroundDays { family, children, days }.load(tx.conn())?;
    let entry = |(party, date, flags): Row| {
        let (booking, family, carer, session, holds) = party;
        let (activity, sensitive, day, starts_at, ends_at) = date;
        let held = Busy { booking, family, carer, sensitive, starts_at, ends_at };
        let (is_counted_here, brings_them) = flags;
        DiaryEntry { held, session, holds, activity, day, is_counted_here, brings_them }
    };
    Ok(Diary::of(rows.into_iter().map(entry).collect()))
}

struct WhoAsks<'a> {
    family: &'a FamilyId,
    children: &'a [ChildId],
    today: NaiveDate,
}

type ApplicantRow = ((Bool, Bool, Bool, Nullable<Text>), CarerColumns);

/// Who it is, the address with whether it may be written to, and the number likewise.
type CarerColumns =
    (Nullable<Text>, Nullable<Text>, Nullable<Bool>, Nullable<Text>, Nullable<Bool>);

statement!(WhoAsks selects ApplicantRow);

impl QueryFragment<Database> for WhoAsks<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Database>) -> QueryResult<()> {
        out.push_sql(
            "SELECT f.restricted, \
             EXISTS (SELECT 1 FROM memberships m WHERE m.family_id = f.id \
             AND m.status IN ('listed', 'member')), \
             EXISTS (SELECT 1 FROM child_requests r WHERE r.family_id = f.id \
             AND r.state = 'open' AND r.kind IN ('ended', 'left')), \
             (SELECT MIN(g.group_code) FROM family_groups g \
             JOIN target_groups t ON t.code = g.group_code \
             WHERE g.family_id = f.id AND g.ended_at IS NULL AND t.gives_priority \
             AND (g.child_id IS NULL OR g.child_id IN ",
        );
        push_children(&mut out, self.children)?;
        out.push_sql(") AND g.since_on <= ");
        out.push_bind_param::<Date, _>(&self.today)?;
        out.push_sql(" AND (g.until_on IS NULL OR g.until_on >= ");
        out.push_bind_param::<Date, _>(&self.today)?;
        out.push_sql(
            ")), c.id, c.email, c.mail_allowed AND c.confirmed_at IS NOT NULL, \
             c.phone, NOT c.no_text AND c.phone_confirmed_at IS NOT NULL \
             FROM families f LEFT JOIN carers c ON c.family_id = f.id WHERE f.id = ",
        );
        out.push_bind_param::<Text, _>(self.family)?;
        out.push_sql(" ORDER BY c.position");
        Ok(())
    }
}

/// Who asks, and whether one of their groups gives these children priority today.
pub(crate) fn applicant(tx: &mut Tx, family: &FamilyId, children: &[ChildId]) -> Result<Applicant> {
    type CarerRow = (Option<CarerId>, Option<String>, Option<bool>, Option<String>, Option<bool>);
    type Row = ((bool, bool, bool, Option<String>), CarerRow);
    let (today, sends_texts) = (tx.today(), tx.sends_texts());
    let rows: Vec<Row> = WhoAsks { family, children, today }.load(tx.conn())?;
    let Some((of, _)) = rows.first() else { return Err(Fault::not_found("family")) };
    let (restricted, is_member, is_silenced, priority) = of.clone();
    let carer = |(_, (id, email, may_write, phone, may_text)): Row| {
        let email = email.filter(|_| may_write == Some(true));
        let phone = phone.filter(|_| sends_texts && may_text == Some(true));
        Some(Reads { id: id?, email, number: phone.as_deref().and_then(mobile) })
    };
    Ok(Applicant {
        family: family.clone(),
        restricted,
        is_member,
        is_silenced,
        priority,
        carers: rows.into_iter().filter_map(carer).collect(),
    })
}
