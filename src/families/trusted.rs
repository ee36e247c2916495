//! Adults who are trusted by a family to bring its children.

pub(crate) mod service {
    //! Adults a family trusts with some of its children: a grandparent, a childminder.

    use super::store as trusted_store;
    use crate::access::Act;
    use crate::audit::Event;
    use crate::base::fault::Fault;
    use crate::base::id::{ChildId, FamilyId, TrustedAdultId};
    use crate::db::Tx;
    use crate::families::service::scope_of;
    use crate::families::{self, Relationship, TrustedAdult};
    use serde_json::json;

    #[derive(Clone, Debug)]
    pub struct AddTrusted {
        pub name: String,
        pub relationship: Relationship,
        pub phone: Option<String>,
        pub child_ids: Vec<ChildId>,
    }

    pub fn add(tx: &mut Tx, family: &FamilyId, add: &AddTrusted) -> Result<TrustedAdult, Fault> {
        allowed(tx, family)?;
        let own = families::store::children_of(tx, family)?;
        let mut children = add.child_ids.clone();
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

        let adult = TrustedAdult {
            id: TrustedAdultId::new(),
            family_id: family.clone(),
            name: add.name.clone(),
            relationship: add.relationship,
            phone: add.phone.clone(),
            created_at: tx.now(),
        };
        trusted_store::add(tx, &adult, &children)?;
        tx.audit(Event::AddTrustedAdult, family.as_str(), json!({ "adult": adult.id }))?;
        Ok(adult)
    }

    pub fn remove(tx: &mut Tx, family: &FamilyId, adult: &TrustedAdultId) -> Result<(), Fault> {
        allowed(tx, family)?;
        if !trusted_store::remove(tx, family, adult)? {
            return Err(Fault::not_found("trusted adult"));
        }
        tx.audit(Event::RemoveTrustedAdult, family.as_str(), json!({ "adult": adult }))
    }

    fn allowed(tx: &mut Tx, family: &FamilyId) -> Result<(), Fault> {
        families::store::lock(tx, std::slice::from_ref(family))?;
        let known = families::store::family(tx, family)?;
        let scope = scope_of(tx, &known)?;
        tx.allow(Act::ChangeFamily, &scope, "family")
    }
}

pub(crate) mod store {
    //! Queries about the adults a family trusts with its children.

    use crate::base::fault::Fault;
    use crate::base::id::{ChildId, FamilyId, TrustedAdultId};
    use crate::db::Tx;
    use crate::db::schema::{trusted_adult_children, trusted_adults};
    use crate::families::TrustedAdult;
    use diesel::prelude::*;

    pub fn of_family(
        tx: &mut Tx,
        family: &FamilyId,
    ) -> Result<Vec<(TrustedAdult, Vec<ChildId>)>, Fault> {
        let adults: Vec<TrustedAdult> = trusted_adults::table
            .filter(trusted_adults::family_id.eq(family.as_str()))
            .order(trusted_adults::id)
            .select(TrustedAdult::as_select())
            .load(tx.conn())?;
        let mut with_children = Vec::new();
        for adult in adults {
            let children = trusted_adult_children::table
                .filter(trusted_adult_children::trusted_adult_id.eq(adult.id.as_str()))
                .order(trusted_adult_children::child_id)
                .select(trusted_adult_children::child_id)
                .load(tx.conn())?;
            with_children.push((adult, children));
        }
        Ok(with_children)
    }

    pub fn add(tx: &mut Tx, adult: &TrustedAdult, children: &[ChildId]) -> Result<(), Fault> {
        diesel::insert_into(trusted_adults::table).values(adult).execute(tx.conn())?;
        for child in children {
            diesel::insert_into(trusted_adult_children::table)
                .values((
                    trusted_adult_children::trusted_adult_id.eq(adult.id.as_str()),
                    trusted_adult_children::child_id.eq(child.as_str()),
                ))
                .execute(tx.conn())?;
        }
        Ok(())
    }

    /// Returns whether there was one.
    pub fn remove(tx: &mut Tx, family: &FamilyId, adult: &TrustedAdultId) -> Result<bool, Fault> {
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
