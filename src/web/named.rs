//! Which families an answer names: reading it leaves a line in the log of each.

use super::idempotency::Reply;
use crate::access::{Act, Actor};
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::db::{Store, Tx};
use serde_json::Value;
use std::collections::BTreeSet;

/// Members of an answer that hold the id of a family.
const IDS: [&str; 3] = ["family_id", "other_family_id", "to_family_id"];

/// A line for the log of what was done.
#[derive(Clone)]
pub struct Logged {
    pub event: Event,
    /// What it was done to, if it was one thing.
    pub id: String,
    /// The families whose log it stands in.
    pub families: Vec<FamilyId>,
    pub detail: serde_json::Value,
}

impl Logged {
    pub fn of(event: Event, id: &str) -> Logged {
        Logged { event, id: id.to_owned(), families: Vec::new(), detail: serde_json::json!({}) }
    }

    /// Writes it in a transaction of its own.
    pub(super) async fn write(self, store: &Store, actor: Actor) -> Result<()> {
        store.write_in_turn(None, actor, move |tx| self.write_in(tx)).await
    }

    /// Writes it in the transaction of what it tells.
    pub(super) fn write_in(&self, tx: &mut Tx) -> Result<()> {
        tx.audit_families(self.event, &self.id, &self.families, self.detail.clone())
    }
}

/// The families an answer names. Accounts are no family's file.
pub(super) fn named(act: Act, reply: &Reply) -> Vec<FamilyId> {
    match act {
        Act::SeeSelf | Act::ManageAccounts => Vec::new(),
        _ => families(&reply.body),
    }
}

fn families(answer: &str) -> Vec<FamilyId> {
    let mut found = BTreeSet::new();
    if let Ok(answer) = serde_json::from_str(answer) {
        find(&answer, &mut found);
    }
    found.into_iter().collect()
}

fn find(value: &Value, found: &mut BTreeSet<FamilyId>) {
    match value {
        Value::Object(members) => {
            let own = members.contains_key("carers") && members.contains_key("children");
            for (name, value) in members {
                match value.as_str() {
                    Some(id) if IDS.contains(&name.as_str()) || (own && name == "id") => {
                        found.insert(FamilyId::from(id));
                    }
                    _ => find(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| find(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_of_an_answer_is_found_however_deep() {
        let answer = r#"{"items": [{"id": "booking", "family_id": "b"}, {"family_id": null},
            {"family": {"id": "a", "carers": [{"id": "carer"}], "children": []}, "score": 80}],
            "other_family_id": "c"}"#;
        assert_eq!(families(answer), ["a", "b", "c"].map(FamilyId::from));
        assert_eq!(families("[]"), Vec::<FamilyId>::new());
    }
}
