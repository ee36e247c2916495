//! The list of contacts as a caller may see it.

pub(crate) mod service {
    //! Listing contacts of families within reach and of records merged into them. Sensitive ones
    //! are shown to those who can see the registers of the centre.

    use super::store::{self, ContactFilter, Sight};
    use crate::access::{Act, Reach};
    use crate::base::fault::Fault;
    use crate::base::id::{CentreId, ChildId, FamilyId};
    use crate::contacts::{Contact, Kind};
    use crate::db::Tx;
    use crate::families;
    use crate::families::joined::kept_among;
    use crate::families::service::{booked_since, scope_of};
    use chrono::NaiveDate;
    use std::collections::HashMap;

    /// Which contacts to list.
    #[derive(Clone, Debug, Default)]
    pub struct ContactsScope {
        pub family: Option<FamilyId>,
        pub child: Option<ChildId>,
        pub centre: Option<CentreId>,
        pub kind: Option<Kind>,
        pub from: Option<NaiveDate>,
        pub to: Option<NaiveDate>,
        pub after: Option<(NaiveDate, String)>,
        pub rows: i64,
    }

    /// Contacts, each with its current family: the record it was made in, or the one that was
    /// merged into.
    pub fn list(tx: &mut Tx, wanted: &ContactsScope) -> Result<Vec<(Contact, FamilyId)>, Fault> {
        let reach = tx.actor().reach(Act::SeeContacts);
        let family = match &wanted.family {
            None => None,
            Some(id) => Some(seen_family(tx, id)?),
        };
        let (families, mut kept) = match &family {
            None => (None, HashMap::new()),
            Some(family) => {
                let all = store::joined_into(tx, family)?;
                let kept = all.iter().map(|id| (id.clone(), family.clone())).collect();
                (Some(all), kept)
            }
        };
        if family.is_none() {
            kept = joined_within_reach(tx, &reach)?;
        }
        let registers = tx.actor().reach(Act::SeeRegister);
        let sight = Sight {
            since: booked_since(tx),
            joined: kept.keys().cloned().collect(),
            sensitive_at: registers.centres(),
            reach,
        };
        let children = match &wanted.child {
            None => None,
            Some(child) => Some(store::same_children(tx, child)?),
        };
        let filter = ContactFilter {
            families,
            children,
            centre: wanted.centre.clone(),
            kind: wanted.kind,
            from: wanted.from,
            to: wanted.to,
            after: wanted.after.clone(),
            rows: wanted.rows,
        };
        let rows = store::list(tx, &filter, &sight)?;
        let told = |contact: Contact| {
            let family = kept.get(&contact.family_id).cloned();
            let family = family.unwrap_or_else(|| contact.family_id.clone());
            (contact, family)
        };
        Ok(rows.into_iter().map(told).collect())
    }

    /// A family's current record, if the caller may see its contacts.
    fn seen_family(tx: &mut Tx, id: &FamilyId) -> Result<FamilyId, Fault> {
        let id = families::store::kept(tx, id)?;
        let family = families::store::family(tx, &id)?;
        let scope = scope_of(tx, &family)?;
        tx.allow(Act::SeeContacts, &scope, "family")?;
        Ok(id)
    }

    /// Records merged into one whose contacts may be seen, and that one.
    fn joined_within_reach(
        tx: &mut Tx,
        reach: &Reach,
    ) -> Result<HashMap<FamilyId, FamilyId>, Fault> {
        let joined = families::store::joined(tx)?;
        let mut kept: HashMap<FamilyId, FamilyId> = HashMap::new();
        for family in store::joined_with_contacts(tx)? {
            let into = kept_among(&family, |record| joined.get(record).cloned());
            kept.insert(family, into);
        }
        let leading: Vec<&FamilyId> = kept.values().collect();
        let since = booked_since(tx);
        let openable = families::store::openable(tx, (reach, since), &leading)?;
        kept.retain(|_, into| openable.contains(into));
        Ok(kept)
    }
}

pub(crate) mod store {
    //! Queries for lists of current contacts within a caller's reach, newest first.

    use crate::access::Reach;
    use crate::base::fault::Fault;
    use crate::base::id::{CentreId, ChildId, FamilyId};
    use crate::base::moment::Moment;
    use crate::contacts::{Contact, Kind};
    use crate::db::Tx;
    use crate::db::schema::{
        activities, booking_sessions, bookings, children, contacts, families, marks, sessions,
    };
    use crate::families::joined;
    use crate::families::store::within;
    use chrono::NaiveDate;
    use diesel::prelude::*;

    /// Which contacts.
    #[derive(Clone, Debug, Default)]
    pub struct ContactFilter {
        /// Only these families; `None`: any.
        pub families: Option<Vec<FamilyId>>,
        pub children: Option<Vec<ChildId>>,
        pub centre: Option<CentreId>,
        pub kind: Option<Kind>,
        pub from: Option<NaiveDate>,
        pub to: Option<NaiveDate>,
        /// The last of the previous page.
        pub after: Option<(NaiveDate, String)>,
        pub rows: i64,
    }

    /// Whose contacts somebody may see.
    #[derive(Clone, Debug)]
    pub struct Sight {
        pub reach: Reach,
        /// Families that came to a centre since this moment also count as the centre's.
        pub since: Moment,
        /// Records merged into one within reach.
        pub joined: Vec<FamilyId>,
        /// Centres whose sensitive sessions may be seen; `None`: every centre.
        pub sensitive_at: Option<Vec<CentreId>>,
    }

    pub fn list(tx: &mut Tx, filter: &ContactFilter, sight: &Sight) -> Result<Vec<Contact>, Fault> {
        let (reach, since) = (&sight.reach, sight.since);
        let joined: Vec<String> = sight.joined.iter().map(ToString::to_string).collect();
        let of_families =
            contacts::table.inner_join(families::table.on(families::id.eq(contacts::family_id)));
        let mut query = within!(of_families.into_boxed(), reach, since)
            .or_filter(contacts::family_id.eq_any(joined))
            .filter(contacts::withdrawn_at.is_null());
        if let Some(centres) = &sight.sensitive_at {
            let centres: Vec<String> = centres.iter().map(ToString::to_string).collect();
            let sensitive = activities::table
                .filter(activities::id.nullable().eq(contacts::activity_id))
                .filter(activities::sensitive.eq(true));
            query = query.filter(
                diesel::dsl::not(diesel::dsl::exists(sensitive))
                    .or(contacts::centre_id.eq_any(centres)),
            );
        }
        if let Some(families) = &filter.families {
            let ids: Vec<String> = families.iter().map(ToString::to_string).collect();
            query = query.filter(contacts::family_id.eq_any(ids));
        }
        if let Some(children) = &filter.children {
            let ids: Vec<String> = children.iter().map(ToString::to_string).collect();
            query = query.filter(contacts::child_id.eq_any(ids));
        }
        if let Some(centre) = &filter.centre {
            query = query.filter(contacts::centre_id.eq(centre.to_string()));
        }
        if let Some(kind) = filter.kind {
            query = query.filter(contacts::kind.eq(kind));
        }
        if let Some(from) = filter.from {
            query = query.filter(contacts::on_day.ge(from));
        }
        if let Some(to) = filter.to {
            query = query.filter(contacts::on_day.le(to));
        }
        if let Some((day, id)) = &filter.after {
            let same_day = contacts::on_day.eq(*day).and(contacts::id.lt(id.clone()));
            query = query.filter(contacts::on_day.lt(*day).or(same_day));
        }
        Ok(query
            .order((contacts::on_day.desc(), contacts::id.desc()))
            .limit(filter.rows)
            .select(Contact::as_select())
            .load(tx.conn())?)
    }

    /// Merged records that have contacts of their own.
    pub fn joined_with_contacts(tx: &mut Tx) -> Result<Vec<FamilyId>, Fault> {
        let any = contacts::table.filter(contacts::family_id.eq(families::id));
        Ok(families::table
            .filter(families::joined_into.is_not_null())
            .filter(diesel::dsl::exists(any))
            .select(families::id)
            .load(tx.conn())?)
    }

    /// A record and all records merged into it, directly or indirectly.
    pub fn joined_into(tx: &mut Tx, family: &FamilyId) -> Result<Vec<FamilyId>, Fault> {
        let all = joined::leading_to(std::slice::from_ref(family), |into| {
            let ids: Vec<String> = into.iter().map(ToString::to_string).collect();
            let rows: Vec<(FamilyId, Option<FamilyId>)> = families::table
                .filter(families::joined_into.eq_any(ids))
                .select((families::id, families::joined_into))
                .load(tx.conn())?;
            Ok::<_, Fault>(rows.into_iter().filter_map(|(id, into)| Some((id, into?))).collect())
        })?;
        Ok(all.into_keys().collect())
    }

    /// The child and those merged into it.
    pub fn same_children(tx: &mut Tx, child: &ChildId) -> Result<Vec<ChildId>, Fault> {
        let all = joined::leading_to(std::slice::from_ref(child), |into| {
            let ids: Vec<String> = into.iter().map(ToString::to_string).collect();
            let rows: Vec<(ChildId, Option<ChildId>)> = children::table
                .filter(children::joined_into.eq_any(ids))
                .select((children::id, children::joined_into))
                .load(tx.conn())?;
            Ok::<_, Fault>(rows.into_iter().filter_map(|(id, into)| Some((id, into?))).collect())
        })?;
        Ok(all.into_keys().collect())
    }
}
