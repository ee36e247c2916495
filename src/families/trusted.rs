//! Adults who are trusted by a family to bring its children.

pub(crate) mod service {
    //! Adults a family trusts with some of its children: a grandparent, a childminder.

    use super::store as trusted_store;
    use crate::access::Act;
    use crate::access::service::sessions::shown_lately;
    use crate::audit::Event;
    use crate::base::fault::{Fault, Result};
    use crate::base::id::{ChildId, FamilyId, TrustedAdultId};
    use crate::db::Tx;
    use crate::families::service::lock_allowed;
    use crate::families::{Relationship, TrustedAdult};
    use chrono::NaiveDate;
    use serde::Deserialize;
    use serde_json::json;
    use utoipa::ToSchema;

    /// An adult the family trusts.
    #[derive(Clone, Debug, Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    #[schema(as = TrustedAdultIn, example = json!({"name": "Parveen Khan",
        "relationship": "grandparent", "phone": "0161 912 2122",
        "child_ids": ["0198c1d27f3a7d0e9d1c2b3a4f5e6d7c"]}))]
    pub(crate) struct AddTrusted {
        /// Name.
        #[schema(min_length = 1, max_length = 120)]
        pub name: String,
        /// What the adult is to the family.
        pub relationship: Relationship,
        /// Where to ring.
        #[schema(max_length = 30)]
        pub phone: Option<String>,
        /// The children this adult may bring, at least one.
        #[schema(min_items = 1, max_items = 20)]
        pub child_ids: Vec<ChildId>,
        /// The last day on which it may; left out, there is no end.
        pub until: Option<NaiveDate>,
    }

    pub(crate) fn add(tx: &mut Tx, family: &FamilyId, add: AddTrusted) -> Result<TrustedAdult> {
        shown_lately(tx, family)?;
        let own = lock_allowed(tx, Act::ChangeFamily, family)?.children;
        let AddTrusted { name, relationship, phone, child_ids, until } = add;
        let mut children = child_ids.clone();
        children.sort();
        children.dedup();
        for (child, at) in children.iter().zip(0..) {
            if !own.iter().any(|known| known.id == *child) {
                let detail = "This child does not belong to this family.";
                return Err(Fault::invalid(&format!("/child_ids/{at}"), detail));
            }
        }
        if children.is_empty() {
            return Err(Fault::invalid(
                "/child_ids",
                "Name at least one child this adult may bring.",
            ));
        }

        if until.is_some_and(|day| day < tx.today()) {
            return Err(Fault::invalid("/until", "This day is over."));
        }

        let id = TrustedAdultId::new();
        let adult = TrustedAdult { id, name, relationship, phone, child_ids, until };
        trusted_store::add(tx, family, &adult, &children)?;
        tx.audit(Event::AddTrustedAdult, family.as_str(), json!({ "adult": adult.id }))?;
        Ok(adult)
    }

    pub(crate) fn remove(tx: &mut Tx, family: &FamilyId, adult: &TrustedAdultId) -> Result<()> {
        shown_lately(tx, family)?;
        lock_allowed(tx, Act::ChangeFamily, family)?;
        if !trusted_store::remove(tx, family, adult)? {
            return Err(Fault::not_found("trusted adult"));
        }
        tx.audit(Event::RemoveTrustedAdult, family.as_str(), json!({ "adult": adult }))
    }
}

pub(crate) mod store {
    //! Queries about the adults a family trusts with its children.

    use crate::base::fault::Result;
    use crate::base::id::{AccountId, ChildId, FamilyId, TrustedAdultId};
    use crate::db::Tx;
    use crate::db::schema::{trusted_adult_children, trusted_adults};
    use crate::families::{Relationship, TrustedAdult};
    use chrono::NaiveDate;
    use diesel::prelude::*;

    type AdultRow = (TrustedAdultId, String, Relationship, Option<String>, Option<NaiveDate>);

    /// Those a family trusts on a day.
    pub(crate) fn of_family(
        tx: &mut Tx,
        family: &FamilyId,
        day: NaiveDate,
    ) -> Result<Vec<TrustedAdult>> {
        read(tx, family, None, day)
    }

    /// Of those, the ones this account named.
    pub(crate) fn named_by(
        tx: &mut Tx,
        family: &FamilyId,
        account: Option<&AccountId>,
        day: NaiveDate,
    ) -> Result<Vec<TrustedAdult>> {
        match account {
            Some(account) => read(tx, family, Some(account), day),
            None => Ok(Vec::new()),
        }
    }

    fn read(
        tx: &mut Tx,
        family: &FamilyId,
        named_by: Option<&AccountId>,
        day: NaiveDate,
    ) -> Result<Vec<TrustedAdult>> {
        let mut query = trusted_adults::table
            .filter(trusted_adults::family_id.eq(family.as_str().to_owned()))
            .into_boxed();
        if let Some(account) = named_by {
            query = query.filter(trusted_adults::named_by.eq(account.as_str().to_owned()));
        }
        let adults: Vec<AdultRow> = query
            .filter(trusted_adults::until_day.is_null().or(trusted_adults::until_day.ge(day)))
            .order(trusted_adults::id)
            .select((
                trusted_adults::id,
                trusted_adults::name,
                trusted_adults::relationship,
                trusted_adults::phone,
                trusted_adults::until_day,
            ))
            .load(tx.conn())?;
        let mut with_children = Vec::new();
        for (id, name, relationship, phone, until) in adults {
            let child_ids = trusted_adult_children::table
                .filter(trusted_adult_children::trusted_adult_id.eq(id.as_str()))
                .order(trusted_adult_children::child_id)
                .select(trusted_adult_children::child_id)
                .load(tx.conn())?;
            with_children.push(TrustedAdult { id, name, relationship, phone, child_ids, until });
        }
        Ok(with_children)
    }

    pub(crate) fn add(
        tx: &mut Tx,
        family: &FamilyId,
        adult: &TrustedAdult,
        children: &[ChildId],
    ) -> Result<()> {
        let (now, by) = (tx.now(), tx.actor().account_id.clone());
        diesel::insert_into(trusted_adults::table)
            .values((
                trusted_adults::id.eq(&adult.id),
                trusted_adults::family_id.eq(family),
                trusted_adults::name.eq(&adult.name),
                trusted_adults::relationship.eq(adult.relationship),
                trusted_adults::phone.eq(&adult.phone),
                trusted_adults::created_at.eq(now),
                trusted_adults::until_day.eq(adult.until),
                trusted_adults::named_by.eq(by),
            ))
            .execute(tx.conn())?;
        for child in children {
            diesel::insert_into(trusted_adult_children::table)
                .values((
                    trusted_adult_children::trusted_adult_id.eq(&adult.id),
                    trusted_adult_children::child_id.eq(child),
                ))
                .execute(tx.conn())?;
        }
        Ok(())
    }

    /// Returns whether there was one.
    pub(crate) fn remove(tx: &mut Tx, family: &FamilyId, adult: &TrustedAdultId) -> Result<bool> {
        let own = trusted_adults::table
            .filter(trusted_adults::id.eq(adult.as_str()))
            .filter(trusted_adults::family_id.eq(family.as_str()));
        let found: i64 = own.count().get_result(tx.conn())?;
        if found == 0 {
            return Ok(false);
        }
        diesel::delete(
            trusted_adult_children::table
                .filter(trusted_adult_children::trusted_adult_id.eq(adult.as_str())),
        )
        .execute(tx.conn())?;
        diesel::delete(trusted_adults::table.find(adult.as_str())).execute(tx.conn())?;
        Ok(true)
    }
}
