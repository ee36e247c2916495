//! The list of contacts as a caller may see it.

use super::Kind;
use crate::base::id::{CentreId, ChildId, FamilyId};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which contacts to list.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ContactsQuery {
    /// Only this family, including records merged into it.
    pub family_id: Option<FamilyId>,
    /// Only this child, including records merged into it.
    pub child_id: Option<ChildId>,
    /// Only contacts by this centre.
    pub centre_id: Option<CentreId>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// On this day or later.
    pub from: Option<NaiveDate>,
    /// On this day or earlier.
    pub to: Option<NaiveDate>,
    /// The page size, 1 to 500. Default: 100.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the previous page.
    pub after: Option<String>,
}

pub(crate) mod service {
    //! Listing contacts of families within reach and of records merged into them. Sensitive ones
    //! are shown to those who can see the registers of the centre.

    use super::ContactsQuery;
    use super::store::{self, Sight};
    use crate::access::{Act, Reach};
    use crate::base::calendar::within_years;
    use crate::base::fault::{Fault, Result};
    use crate::base::id::FamilyId;
    use crate::contacts::Contact;
    use crate::db::Tx;
    use crate::families;
    use crate::families::joined::kept_among;
    use crate::families::service::booked_since;
    use chrono::NaiveDate;
    use std::collections::HashMap;

    /// Contacts, each with its current family: the record it was made in, or the one that was
    /// merged into.
    pub(crate) fn list(tx: &mut Tx, wanted: &ContactsQuery, rows: i64) -> Result<Vec<Contact>> {
        let after = wanted.after.as_deref().map(cursor).transpose()?;
        let reach = tx.actor().reach(Act::SeeContacts);
        let (families, kept) = match &wanted.family_id {
            None => (None, joined_within_reach(tx, &reach)?),
            Some(id) => {
                let family = families::store::kept(tx, id)?;
                families::service::allow(tx, Act::SeeContacts, &family)?;
                let all = store::joined_into(tx, &family)?;
                let kept = all.iter().map(|id| (id.clone(), family.clone())).collect();
                (Some(all), kept)
            }
        };
        let sight = Sight {
            since: booked_since(tx),
            joined: kept.keys().cloned().collect(),
            sensitive_at: tx.actor().reach(Act::SeeRegister).centres(),
            reach,
            families,
            children: wanted
                .child_id
                .as_ref()
                .map(|child| store::same_children(tx, child))
                .transpose()?,
        };
        let mut contacts = store::list(tx, wanted, &sight, after, rows)?;
        for contact in &mut contacts {
            if let Some(family) = kept.get(&contact.family_id) {
                contact.family_id = family.clone();
            }
        }
        Ok(contacts)
    }

    /// The day and id of the last contact of a page.
    pub(crate) fn cursor_of(contact: &Contact) -> String {
        format!("{}|{}", contact.on_day, contact.id)
    }

    fn cursor(text: &str) -> Result<(NaiveDate, String)> {
        let unknown = || Fault::invalid("/after", "Send the `next` of the page before.");
        let (day, id) = text.split_once('|').ok_or_else(unknown)?;
        let day = day.parse().map_err(|_| unknown())?;
        Ok((within_years("/after", day)?, id.to_owned()))
    }

    /// Records merged into one whose contacts may be seen, and that one.
    fn joined_within_reach(tx: &mut Tx, reach: &Reach) -> Result<HashMap<FamilyId, FamilyId>> {
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

    use super::ContactsQuery;
    use crate::access::Reach;
    use crate::base::fault::Result;
    use crate::base::id::{CentreId, ChildId, FamilyId};
    use crate::base::moment::Moment;
    use crate::contacts::Contact;
    use crate::db::Tx;
    use crate::db::schema::{
        activities, booking_sessions, bookings, children, contacts, families, marks, sessions,
    };
    use crate::families::joined;
    use crate::families::store::within;
    use chrono::NaiveDate;
    use diesel::prelude::*;

    /// Whose contacts somebody may see.
    #[derive(Clone, Debug)]
    pub(crate) struct Sight {
        pub reach: Reach,
        /// Families that came to a centre since this moment also count as the centre's.
        pub since: Moment,
        /// Records merged into one within reach.
        pub joined: Vec<FamilyId>,
        /// Centres whose sensitive sessions may be seen; `None`: every centre.
        pub sensitive_at: Option<Vec<CentreId>>,
        /// Only these families and children; `None`: any.
        pub families: Option<Vec<FamilyId>>,
        pub children: Option<Vec<ChildId>>,
    }

    /// The rows `after` a day and id.
    pub(crate) fn list(
        tx: &mut Tx,
        wanted: &ContactsQuery,
        sight: &Sight,
        after: Option<(NaiveDate, String)>,
        rows: i64,
    ) -> Result<Vec<Contact>> {
        let (reach, since) = (&sight.reach, sight.since);
        let of_families =
            contacts::table.inner_join(families::table.on(families::id.eq(contacts::family_id)));
        let mut query = within!(of_families.into_boxed(), reach, since)
            .or_filter(contacts::family_id.eq_any(&sight.joined))
            .filter(contacts::withdrawn_at.is_null());
        if let Some(centres) = &sight.sensitive_at {
            let sensitive = activities::table
                .filter(activities::id.nullable().eq(contacts::activity_id))
                .filter(activities::sensitive.eq(true));
            query = query.filter(
                diesel::dsl::not(diesel::dsl::exists(sensitive))
                    .or(contacts::centre_id.eq_any(centres)),
            );
        }
        if let Some(families) = &sight.families {
            query = query.filter(contacts::family_id.eq_any(families));
        }
        if let Some(children) = &sight.children {
            query = query.filter(contacts::child_id.eq_any(children));
        }
        if let Some(centre) = &wanted.centre_id {
            query = query.filter(contacts::centre_id.eq(centre));
        }
        if let Some(kind) = wanted.kind {
            query = query.filter(contacts::kind.eq(kind));
        }
        if let Some(from) = wanted.from {
            query = query.filter(contacts::on_day.ge(from));
        }
        if let Some(to) = wanted.to {
            query = query.filter(contacts::on_day.le(to));
        }
        if let Some((day, id)) = after {
            let same_day = contacts::on_day.eq(day).and(contacts::id.lt(id));
            query = query.filter(contacts::on_day.lt(day).or(same_day));
        }
        Ok(query
            .order((contacts::on_day.desc(), contacts::id.desc()))
            .limit(rows)
            .select(Contact::as_select())
            .load(tx.conn())?)
    }

    /// Merged records that have contacts of their own.
    pub(crate) fn joined_with_contacts(tx: &mut Tx) -> Result<Vec<FamilyId>> {
        let any = contacts::table.filter(contacts::family_id.eq(families::id));
        Ok(families::table
            .filter(families::joined_into.is_not_null())
            .filter(diesel::dsl::exists(any))
            .select(families::id)
            .load(tx.conn())?)
    }

    /// A record and all records merged into it, directly or indirectly.
    pub(crate) fn joined_into(tx: &mut Tx, family: &FamilyId) -> Result<Vec<FamilyId>> {
        let all = joined::leading_to(std::slice::from_ref(family), |into| {
            families::table
                .filter(families::joined_into.eq_any(into))
                .select((families::id, families::joined_into.assume_not_null()))
                .load(tx.conn())
        })?;
        Ok(all.into_keys().collect())
    }

    /// The child and those merged into it.
    pub(crate) fn same_children(tx: &mut Tx, child: &ChildId) -> Result<Vec<ChildId>> {
        let all = joined::leading_to(std::slice::from_ref(child), |into| {
            children::table
                .filter(children::joined_into.eq_any(into))
                .select((children::id, children::joined_into.assume_not_null()))
                .load(tx.conn())
        })?;
        Ok(all.into_keys().collect())
    }
}
