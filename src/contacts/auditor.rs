//! What must hold of contacts, looked for in a live database.

pub(crate) mod service {
    //! Rules that contacts must always keep, as far as their own rows show; `attendance` checks
    //! them against registers.

    use super::store;
    use crate::base::fault::Result;
    use crate::bookings::auditor::Broken;
    use crate::contacts::Kind;
    use crate::db::Store;

    /// Every broken rule; empty if there are none.
    pub(crate) fn audit(database: &Store) -> Result<Vec<Broken>> {
        database.read(crate::access::Actor::service(), |tx| {
            let mut broken = Vec::new();
            let mut note = |rule, subject: &str, detail: &str| {
                broken.push(Broken {
                    rule,
                    subject: subject.to_owned(),
                    detail: detail.to_owned(),
                });
            };
            for id in store::not_of_their_session(tx)? {
                let detail = "its day, centre or activity is not the session's";
                note("a contact matches its session", id.as_str(), detail);
            }
            for id in store::of_nobody(tx)? {
                let detail = "there is no record of its child";
                note("a contact has a child on record", id.as_str(), detail);
            }
            for id in store::wrongly_accepted(tx)? {
                let rule = "an accepted proposal becomes a contact of its child";
                note(rule, id.as_str(), "its contact belongs to another child");
            }
            let known = store::known_kinds(tx)?;
            for kind in Kind::ALL.iter().filter(|kind| !known.contains(kind)) {
                let rule = "every kind of contact has a setting for what it counts as";
                note(rule, kind.as_str(), "there is no setting for what it counts as");
            }
            Ok(broken)
        })
    }
}

pub(crate) mod store {
    //! Queries of the contacts auditor: rows that must not exist.

    use crate::base::fault::Result;
    use crate::base::id::{ContactId, ContactProposalId};
    use crate::contacts::Kind;
    use crate::db::Tx;
    use crate::db::schema::{
        children, contact_kinds, contact_proposals, contacts, families, sessions,
    };
    use diesel::prelude::*;

    /// Contacts in a session that was on another day, at another centre, or for another activity.
    pub(crate) fn not_of_their_session(tx: &mut Tx) -> Result<Vec<ContactId>> {
        Ok(contacts::table
            .inner_join(sessions::table.on(sessions::id.nullable().eq(contacts::session_id)))
            .filter(contacts::withdrawn_at.is_null())
            .filter(
                contacts::on_day
                    .ne(sessions::local_day)
                    .or(contacts::centre_id.is_null())
                    .or(contacts::centre_id.ne(sessions::centre_id.nullable()))
                    .or(contacts::activity_id.ne(sessions::activity_id.nullable())),
            )
            .order(contacts::id)
            .select(contacts::id)
            .load(tx.conn())?)
    }

    /// Contacts of a child without a record. A guest's is deleted after 30 days.
    pub(crate) fn of_nobody(tx: &mut Tx) -> Result<Vec<ContactId>> {
        let known = children::table.filter(children::id.nullable().eq(contacts::child_id));
        Ok(contacts::table
            .inner_join(families::table.on(families::id.eq(contacts::family_id)))
            .filter(contacts::child_id.is_not_null())
            .filter(contacts::withdrawn_at.is_null())
            .filter(families::guest.eq(false).or(families::erased_at.is_null()))
            .filter(diesel::dsl::not(diesel::dsl::exists(known)))
            .order(contacts::id)
            .select(contacts::id)
            .load(tx.conn())?)
    }

    /// Proposals that became another child's contact.
    pub(crate) fn wrongly_accepted(tx: &mut Tx) -> Result<Vec<ContactProposalId>> {
        Ok(contact_proposals::table
            .inner_join(
                contacts::table.on(contacts::id.nullable().eq(contact_proposals::contact_id)),
            )
            .filter(
                contacts::child_id
                    .is_null()
                    .or(contacts::child_id.ne(contact_proposals::child_id.nullable())),
            )
            .order(contact_proposals::id)
            .select(contact_proposals::id)
            .load(tx.conn())?)
    }

    /// Kinds that have a setting for what they count as.
    pub(crate) fn known_kinds(tx: &mut Tx) -> Result<Vec<Kind>> {
        Ok(contact_kinds::table.select(contact_kinds::kind).load(tx.conn())?)
    }
}
