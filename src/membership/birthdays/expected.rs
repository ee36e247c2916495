//! Births that were expected, and the question whether the child was born.

pub(crate) mod service {
    //! A child that was due long ago is asked about once. The home centre's staff are asked, not
    //! the family: what became of the child may be hard to write about.

    use super::store;
    use crate::base::fault::Result;
    use crate::db::Tx;
    use crate::families::TaskKind;
    use crate::families::store::{self as families, tasks};
    use chrono::Days;

    /// How long after the due date staff are asked.
    const DAYS_PAST_DUE: Days = Days::new(42);

    /// Children asked about in one transaction.
    const AT_ONCE: i64 = 50;

    /// Puts those due long ago on their centre's list. Returns how many.
    pub(crate) fn ask(tx: &mut Tx) -> Result<usize> {
        let now = tx.now();
        let due_by = now.civil_day() - DAYS_PAST_DUE;
        let found = store::due_by(tx, due_by, AT_ONCE)?;
        for (child, family) in &found {
            if store::asked(tx, child, now)? {
                let family = families::family(tx, family)?;
                tasks::add(tx, TaskKind::ConfirmBirth, &family, "due_long_ago")?;
            }
        }
        Ok(found.len())
    }

    /// Whether there is anybody to ask about; checked without blocking writers.
    pub(crate) fn is_anybody_due(tx: &mut Tx) -> Result<bool> {
        let due_by = tx.today() - DAYS_PAST_DUE;
        Ok(!store::due_by(tx, due_by, 1)?.is_empty())
    }
}

pub(crate) mod store {
    //! Queries about children whose due date is long past.

    use crate::base::fault::Result;
    use crate::base::id::{ChildId, FamilyId};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::{children, families, family_children, memberships};
    use crate::membership::Standing;
    use chrono::NaiveDate;
    use diesel::prelude::*;

    /// Expected children due by a day and not asked about, with their member family. A restricted
    /// record is left to the safeguarding lead.
    pub(crate) fn due_by(
        tx: &mut Tx,
        day: NaiveDate,
        rows: i64,
    ) -> Result<Vec<(ChildId, FamilyId)>> {
        Ok(children::table
            .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
            .inner_join(families::table.on(families::id.eq(family_children::family_id)))
            .inner_join(memberships::table.on(memberships::family_id.eq(families::id)))
            .filter(children::due_on.le(day))
            .filter(children::ended.is_null())
            .filter(children::asked_at.is_null())
            .filter(family_children::is_home.eq(true))
            .filter(families::restricted.eq(false))
            .filter(families::joined_into.is_null())
            .filter(memberships::status.eq_any(vec![Standing::Listed, Standing::Member]))
            .order(children::id)
            .limit(rows)
            .select((children::id, families::id))
            .load(tx.conn())?)
    }

    /// False where it was asked before.
    pub(crate) fn asked(tx: &mut Tx, child: &ChildId, at: Moment) -> Result<bool> {
        let written = diesel::update(children::table.find(child.as_str()))
            .filter(children::asked_at.is_null())
            .set(children::asked_at.eq(at))
            .execute(tx.conn())?;
        Ok(written == 1)
    }
}
