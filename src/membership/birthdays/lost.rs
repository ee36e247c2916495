//! Families that a card did not reach.

pub(crate) mod service {
    //! Families whose card came back after the last try: noted by a recurring step, listed for
    //! their centre to ring, and taken off the list when somebody reached them or they confirmed by
    //! a link.

    use super::store::{self, Lost};
    use crate::access::{Act, Scope};
    use crate::audit::Event;
    use crate::base::fault::Result;
    use crate::base::id::{CentreId, FamilyId};
    use crate::db::Tx;
    use crate::families::service::lock_allowed;
    use serde_json::json;

    /// Cards noted in one transaction.
    const AT_ONCE: i64 = 50;

    /// Notes cards that came back, and those that were delivered after all. Returns how many.
    pub(crate) fn note(tx: &mut Tx) -> Result<usize> {
        let now = tx.now();
        let given_up = store::given_up(tx, AT_ONCE)?;
        for (card, why) in &given_up {
            let why = why.as_deref().unwrap_or("undelivered");
            store::undelivered(tx, card, why, now)?;
        }
        let left = store::left_after_all(tx, AT_ONCE)?;
        for card in &left {
            store::found(tx, card, now)?;
        }
        Ok(given_up.len() + left.len())
    }

    /// Whether there is anything to note; checked without blocking writers.
    pub(crate) fn is_anything_to_note(tx: &mut Tx) -> Result<bool> {
        Ok(!store::given_up(tx, 1)?.is_empty() || !store::left_after_all(tx, 1)?.is_empty())
    }

    /// Families out of touch: of one centre, or of all that the caller may see.
    pub(crate) fn list(
        tx: &mut Tx,
        centre: Option<&CentreId>,
        after: &str,
        rows: i64,
    ) -> Result<Vec<Lost>> {
        let centres = match centre {
            Some(centre) => {
                tx.allow(Act::SeeTasks, &Scope::centre(centre), "centre")?;
                Some(vec![centre.clone()])
            }
            None => tx.actor().reach(Act::SeeTasks).centres(),
        };
        store::lost(tx, centres.as_deref(), after, rows)
    }

    /// Somebody reached the family, or it wrote: it is off the list.
    pub(crate) fn in_touch(tx: &mut Tx, id: &FamilyId) -> Result<usize> {
        lock_allowed(tx, Act::DoTasks, id)?;
        let now = tx.now();
        let found = store::family_found(tx, id, now)?;
        if found > 0 {
            tx.audit(Event::InTouch, id.as_str(), json!({}))?;
        }
        Ok(found)
    }
}

pub(crate) mod store {
    //! Queries about cards that came back, and the families they were for.

    use crate::base::fault::Result;
    use crate::base::id::{BirthdayCardId, CentreId, FamilyId};
    use crate::base::moment::Moment;
    use crate::db::schema::{birthday_cards, families, memberships, outbox};
    use crate::db::{Run, Tx};
    use crate::membership::Standing;
    use crate::membership::birthdays::{CardChannel, CardKind};
    use crate::membership::number::Number;
    use diesel::prelude::*;

    /// A text that did not arrive.
    const FAILED: [&str; 3] = ["failed_permanently", "failed_for_now", "technical"];

    /// Letters with cards that were given up and not noted yet: the card, and why. Not those that
    /// were dropped because the family gets no cards any more.
    pub(crate) fn given_up(
        tx: &mut Tx,
        rows: i64,
    ) -> Result<Vec<(BirthdayCardId, Option<String>)>> {
        Ok(outbox::table
            .inner_join(birthday_cards::table.on(birthday_cards::id.eq(outbox::dedupe)))
            .filter(outbox::state.eq("dead").or(outbox::delivery.eq_any(FAILED).assume_not_null()))
            .filter(birthday_cards::undelivered_at.is_null())
            .filter(outbox::last_error.is_null().or(outbox::last_error.ne("no_longer_so")))
            .order(birthday_cards::id)
            .limit(rows)
            .select((birthday_cards::id, outbox::last_error))
            .load(tx.conn())?)
    }

    /// Cards noted as undelivered whose letter was retried and sent after all.
    pub(crate) fn left_after_all(tx: &mut Tx, rows: i64) -> Result<Vec<BirthdayCardId>> {
        Ok(birthday_cards::table
            .inner_join(outbox::table.on(outbox::dedupe.eq(birthday_cards::id)))
            .filter(birthday_cards::undelivered_at.is_not_null())
            .filter(birthday_cards::found_at.is_null())
            .filter(outbox::state.eq("sent"))
            .filter(outbox::delivery.is_null().or(outbox::delivery.ne_all(FAILED)))
            .order(birthday_cards::id)
            .limit(rows)
            .select(birthday_cards::id)
            .load(tx.conn())?)
    }

    pub(crate) fn undelivered(
        tx: &mut Tx,
        id: &BirthdayCardId,
        why: &str,
        at: Moment,
    ) -> Result<()> {
        diesel::update(birthday_cards::table.find(id.as_str()))
            .filter(birthday_cards::undelivered_at.is_null())
            .set((birthday_cards::undelivered_at.eq(at), birthday_cards::undelivered_why.eq(why)))
            .run(tx)
    }

    pub(crate) fn found(tx: &mut Tx, id: &BirthdayCardId, at: Moment) -> Result<()> {
        diesel::update(birthday_cards::table.find(id.as_str()))
            .set(birthday_cards::found_at.eq(at))
            .run(tx)
    }

    /// The family was reached again: marks all its cards that came back. Returns how many.
    pub(crate) fn family_found(tx: &mut Tx, family: &FamilyId, at: Moment) -> Result<usize> {
        Ok(diesel::update(birthday_cards::table)
            .filter(birthday_cards::family_id.eq(family.as_str()))
            .filter(birthday_cards::undelivered_at.is_not_null())
            .filter(birthday_cards::found_at.is_null())
            .set(birthday_cards::found_at.eq(at))
            .execute(tx.conn())?)
    }

    /// A card that came back, of a family that has not been reached since.
    #[derive(Clone, Debug, Queryable, Selectable)]
    #[diesel(table_name = birthday_cards)]
    pub(crate) struct Lost {
        pub id: BirthdayCardId,
        pub family_id: FamilyId,
        pub centre_id: Option<CentreId>,
        pub kind: CardKind,
        pub channel: CardChannel,
        pub undelivered_at: Option<Moment>,
        pub undelivered_why: Option<String>,
        #[diesel(select_expression = memberships::number)]
        pub number: Number,
    }

    /// Families out of touch, of some centres (`None`: of all), oldest first. Families that left
    /// and restricted records are not included.
    pub(crate) fn lost(
        tx: &mut Tx,
        centres: Option<&[CentreId]>,
        after: &str,
        rows: i64,
    ) -> Result<Vec<Lost>> {
        let mut query = birthday_cards::table
            .inner_join(families::table.on(families::id.eq(birthday_cards::family_id)))
            .inner_join(memberships::table.on(memberships::family_id.eq(birthday_cards::family_id)))
            .filter(birthday_cards::undelivered_at.is_not_null())
            .filter(birthday_cards::found_at.is_null())
            .filter(families::restricted.eq(false))
            .filter(families::joined_into.is_null())
            .filter(memberships::status.ne(Standing::OptedOut))
            .filter(birthday_cards::id.gt(after.to_owned()))
            .into_boxed();
        if let Some(centres) = centres {
            query = query.filter(birthday_cards::centre_id.eq_any(centres.to_vec()));
        }
        Ok(query.order(birthday_cards::id).limit(rows).select(Lost::as_select()).load(tx.conn())?)
    }
}
