//! What must hold of registers, looked for in a live database.

pub(crate) mod service {
    //! What must always hold for registers: everyone who came has a contact, and nobody else does.

    use super::store;
    use crate::base::fault::Result;
    use crate::base::id::SessionId;
    use crate::bookings::auditor::Broken;
    use crate::db::Store;
    use std::collections::BTreeMap;

    /// The sessions whose contacts do not match their marks; empty when all is well.
    pub(crate) fn audit(database: &Store) -> Result<Vec<Broken>> {
        database.read(crate::access::Actor::service(), |tx| {
            let mut broken = Vec::new();
            for adults_only in [false, true] {
                let mut counted: BTreeMap<SessionId, (i64, i64)> = BTreeMap::new();
                for (id, here) in store::here(tx, adults_only)? {
                    counted.entry(id).or_default().0 = here;
                }
                for (id, met) in store::met(tx, adults_only)? {
                    counted.entry(id).or_default().1 = met;
                }
                let differ = counted.iter().filter(|(_, (here, met))| here != met);
                broken.extend(differ.map(|(id, (here, met))| differs(id, *here, *met)));
            }
            Ok(broken)
        })
    }

    fn differs(session: &SessionId, here: i64, met: i64) -> Broken {
        Broken {
            rule: "everyone who came has a contact, and nobody else does",
            subject: session.to_string(),
            detail: format!("{here} are marked as here, but there are {met} contacts"),
        }
    }
}

pub(crate) mod store {
    //! What the auditor counts: people marked as here, and contacts made from registers.

    use crate::attendance::Mark;
    use crate::base::fault::Result;
    use crate::base::id::SessionId;
    use crate::contacts::{Kind, Source};
    use crate::db::Tx;
    use crate::db::schema::{activities, contacts, marks, sessions};
    use diesel::prelude::*;

    /// Children marked as here, by session; of sessions for adults only, families whose adults are.
    pub(crate) fn here(tx: &mut Tx, adults_only: bool) -> Result<Vec<(SessionId, i64)>> {
        let mut query = marks::table
            .inner_join(sessions::table.on(sessions::id.eq(marks::session_id)))
            .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
            .filter(marks::stands.eq(true))
            .filter(marks::mark.eq_any([Mark::Came, Mark::Late]))
            .filter(activities::adults_only.eq(adults_only))
            .group_by(marks::session_id)
            .select((marks::session_id, diesel::dsl::count_star()))
            .into_boxed();
        query = match adults_only {
            true => query.filter(marks::child_id.is_null()).filter(marks::adults.gt(0)),
            false => query.filter(marks::child_id.is_not_null()),
        };
        Ok(query.order(marks::session_id).load(tx.conn())?)
    }

    /// Contacts of registers that stand, by session: of children, or of adults alone.
    pub(crate) fn met(tx: &mut Tx, adults_only: bool) -> Result<Vec<(SessionId, i64)>> {
        let mut query = contacts::table
            .filter(contacts::kind.eq(Kind::Attendance))
            .filter(contacts::source.eq(Source::Register))
            .filter(contacts::session_id.is_not_null())
            .filter(contacts::withdrawn_at.is_null())
            .group_by(contacts::session_id)
            .select((contacts::session_id.assume_not_null(), diesel::dsl::count_star()))
            .into_boxed();
        query = match adults_only {
            true => query.filter(contacts::child_id.is_null()),
            false => query.filter(contacts::child_id.is_not_null()),
        };
        Ok(query.order(contacts::session_id).load(tx.conn())?)
    }
}
