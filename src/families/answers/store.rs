//! Queries about answers.

use super::{FamilyAnswer, Question};
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::base::moment::Moment;
use crate::db::schema::answers;
use crate::db::{Run, Tx};
use diesel::prelude::*;

/// The current answers about these people or this family, from any household.
pub(crate) fn live(tx: &mut Tx, subjects: &[&str]) -> Result<Vec<FamilyAnswer>> {
    Ok(answers::table
        .filter(answers::subject_id.eq_any(subjects.to_vec()))
        .filter(answers::ended_at.is_null())
        .order((answers::subject_id, answers::question))
        .select(FamilyAnswer::as_select())
        .load(tx.conn())?)
}

pub(crate) fn add(tx: &mut Tx, answer: &FamilyAnswer) -> Result<()> {
    tx.note_family(&answer.family_id);
    diesel::insert_into(answers::table).values(answer).run(tx)
}

/// Ends this household's answer.
pub(crate) fn end(
    tx: &mut Tx,
    family: &FamilyId,
    subject: &str,
    question: Question,
    at: Moment,
) -> Result<()> {
    tx.note_family(family);
    diesel::update(
        answers::table
            .filter(answers::family_id.eq(family.as_str()))
            .filter(answers::subject_id.eq(subject))
            .filter(answers::question.eq(question))
            .filter(answers::ended_at.is_null()),
    )
    .set(answers::ended_at.eq(at))
    .run(tx)
}
