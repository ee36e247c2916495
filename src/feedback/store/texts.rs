//! Queries about the words of families. `visible` is what `TextReader::may_read` says, as a query.

use crate::base::fault::Result;
use crate::base::free_text::{Finding, FreeText};
use crate::base::id::{AccountId, CentreId, FamilyId, FeedbackId, FeedbackTextId};
use crate::base::moment::Moment;
use crate::db::schema::{activities, families, feedback, feedback_texts, sessions};
use crate::db::{Run, Tx, found};
use crate::feedback::reader::TextReader;
use crate::feedback::{FeedbackRow, FeedbackText, TextState};
use crate::sessions::Session;
use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;

/// A text with the answer and the session it belongs to.
#[derive(Clone, Debug, Queryable)]
pub(crate) struct TextRow {
    pub text: FeedbackText,
    pub answer: FeedbackRow,
    pub session: Session,
    pub title: String,
    pub restricted: bool,
}

/// Which texts to list.
#[derive(Clone)]
pub(crate) struct TextFilter {
    pub reader: TextReader,
    pub centre: Option<CentreId>,
    pub state: TextState,
    pub after: String,
    pub rows: i64,
}

macro_rules! texts {
    () => {
        feedback_texts::table
            .inner_join(feedback::table.on(feedback::id.eq(feedback_texts::feedback_id)))
            .inner_join(sessions::table.on(sessions::id.eq(feedback::session_id)))
            .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
            .inner_join(families::table.on(families::id.eq(feedback::family_id)))
            .select((
                FeedbackText::as_select(),
                FeedbackRow::as_select(),
                Session::as_select(),
                activities::title,
                families::restricted,
            ))
    };
}

/// Texts in the order in which they were written: the first is due first.
pub(crate) fn list(tx: &mut Tx, filter: &TextFilter) -> Result<Vec<TextRow>> {
    let TextReader { centres, is_lead } = &filter.reader;
    let of_concern = feedback_texts::finding.eq(Finding::Concern).assume_not_null();
    let for_leads = families::restricted.eq(true).or(of_concern);
    let no_concern =
        feedback_texts::finding.is_null().or(feedback_texts::finding.ne(Finding::Concern));
    let for_staff = families::restricted.eq(false).and(no_concern.assume_not_null());
    let mut query = texts!().filter(feedback_texts::id.gt(filter.after.clone())).into_boxed();
    query = match (centres, is_lead) {
        (None, true) => query,
        (None, false) => query.filter(for_staff),
        (Some(centres), true) => {
            let at_theirs = for_staff.and(sessions::centre_id.eq_any(centres.clone()));
            query.filter(for_leads.or(at_theirs))
        }
        (Some(centres), false) => {
            query.filter(for_staff).filter(sessions::centre_id.eq_any(centres.clone()))
        }
    };
    if let Some(centre) = &filter.centre {
        query = query.filter(sessions::centre_id.eq(centre.clone()));
    }
    let to_do = feedback_texts::finding
        .eq(Finding::FollowUp)
        .or(feedback_texts::finding.eq(Finding::Concern));
    query = match filter.state {
        TextState::ToRead => query.filter(feedback_texts::read_at.is_null()),
        TextState::Read => query.filter(feedback_texts::read_at.is_not_null()),
        TextState::ToFollowUp => {
            query.filter(to_do.assume_not_null()).filter(feedback_texts::done_at.is_null())
        }
    };
    Ok(query.order(feedback_texts::id).limit(filter.rows).load(tx.conn())?)
}

pub(crate) fn text(tx: &mut Tx, id: &FeedbackTextId) -> Result<TextRow> {
    found(texts!().filter(feedback_texts::id.eq(id)).first(tx.conn()), "text")
}

/// Whose text it is; `None` where there is no such text.
pub(crate) fn family_of(tx: &mut Tx, id: &FeedbackTextId) -> Result<Option<FamilyId>> {
    Ok(feedback_texts::table
        .inner_join(feedback::table.on(feedback::id.eq(feedback_texts::feedback_id)))
        .filter(feedback_texts::id.eq(id))
        .select(feedback::family_id)
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn has_unread(tx: &mut Tx, answer: &FeedbackId) -> Result<bool> {
    let unread = feedback_texts::table
        .filter(feedback_texts::feedback_id.eq(answer))
        .filter(feedback_texts::read_at.is_null());
    Ok(diesel::select(exists(unread)).get_result(tx.conn())?)
}

pub(crate) fn add(tx: &mut Tx, text: &FeedbackText) -> Result<()> {
    diesel::insert_into(feedback_texts::table).values(text).run(tx)
}

/// What nobody has read yet makes room for what the family writes instead.
pub(crate) fn remove_unread(tx: &mut Tx, answer: &FeedbackId) -> Result<()> {
    diesel::delete(
        feedback_texts::table
            .filter(feedback_texts::feedback_id.eq(answer))
            .filter(feedback_texts::read_at.is_null()),
    )
    .run(tx)
}

/// What came of reading a text.
pub(crate) struct TextRead {
    pub said: FreeText,
    pub finding: Finding,
    pub reader: Option<AccountId>,
    pub read_at: Moment,
}

pub(crate) fn read(tx: &mut Tx, id: &FeedbackTextId, read: &TextRead) -> Result<()> {
    diesel::update(feedback_texts::table.find(id))
        .set((
            feedback_texts::said.eq(&read.said),
            feedback_texts::finding.eq(Some(read.finding)),
            feedback_texts::reader_id.eq(read.reader.as_ref()),
            feedback_texts::read_at.eq(read.read_at),
            feedback_texts::done_at.eq(None::<Moment>),
        ))
        .run(tx)
}

pub(crate) fn done(tx: &mut Tx, id: &FeedbackTextId, at: Moment) -> Result<()> {
    diesel::update(feedback_texts::table.find(id)).set(feedback_texts::done_at.eq(at)).run(tx)
}

/// Deletes the texts whose last day is over; returns how many.
pub(crate) fn forget(tx: &mut Tx, today: NaiveDate) -> Result<usize> {
    let over = feedback_texts::table.filter(feedback_texts::kept_until.lt(today));
    Ok(diesel::delete(over).execute(tx.conn())?)
}
