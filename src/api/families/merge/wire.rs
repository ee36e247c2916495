//! Merges and what they moved, as they are sent.

use crate::base::fault::Fault;
use crate::base::id::{CarerId, ChildId, FamilyId, RecordJoinId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::merge::{Against, JoinKind, Joined, Pairs, RecordJoin};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa::openapi::schema::{Array, ArrayBuilder};

/// At most 20 pairs of ids.
pub(crate) fn pairs() -> Array {
    let pair =
        ArrayBuilder::new().items(crate::base::id::schema()).min_items(Some(2)).max_items(Some(2));
    let said = "Who is the same, as pairs: `[[of the record that is kept, of the other], ...]`. \
                Others are added.";
    ArrayBuilder::new().items(pair).max_items(Some(20)).description(Some(said)).build()
}

/// Another record of the same family.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"family_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "children": [["0198c1d27f3a7d0e9d1c2b3a4f5e6d7c", "0198d1d27f3a7d0e9d1c2b3a4f5e6d7c"]],
    "preview": true}))]
pub struct JoinRecordsIn {
    /// The record to merge into the one in the address; it is gone then.
    pub family_id: FamilyId,
    /// Which children are the same: `[[kept, other], ...]`. Others are added as brothers and
    /// sisters.
    #[serde(default)]
    #[schema(schema_with = pairs)]
    pub children: Vec<(ChildId, ChildId)>,
    /// Which adults are the same: `[[kept, other], ...]`. Others are added.
    #[serde(default)]
    #[schema(schema_with = pairs)]
    pub carers: Vec<(CarerId, CarerId)>,
    /// `true`: say what would happen, and change nothing.
    #[serde(default)]
    pub preview: bool,
}

/// A child that two households have a record of.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"family_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "children": [["0198c1d27f3a7d0e9d1c2b3a4f5e6d7c", "0198d1d27f3a7d0e9d1c2b3a4f5e6d7c"]]}))]
pub struct JoinChildrenIn {
    /// The other household; the same one, if it has the child twice.
    pub family_id: FamilyId,
    /// Which children are the same: `[[of this family, of the other], ...]`.
    #[schema(schema_with = pairs)]
    pub children: Vec<(ChildId, ChildId)>,
    /// `true`: say what would happen, and change nothing.
    #[serde(default)]
    pub preview: bool,
}

impl JoinRecordsIn {
    pub fn pairs(&self) -> Result<Pairs, Fault> {
        once("/children", &self.children)?;
        once("/carers", &self.carers)?;
        Ok(Pairs { children: self.children.clone(), carers: self.carers.clone() })
    }
}

impl JoinChildrenIn {
    pub fn pairs(&self) -> Result<Vec<(ChildId, ChildId)>, Fault> {
        once("/children", &self.children)?;
        Ok(self.children.clone())
    }
}

/// Each person may be named only once.
fn once<T: PartialEq>(pointer: &str, pairs: &[(T, T)]) -> Result<(), Fault> {
    text::at_most(pointer, pairs, 20)?;
    for (at, (one, other)) in pairs.iter().enumerate() {
        let twice = |(a, b): &(T, T)| a == one || b == other;
        if pairs.iter().take(at).any(twice) {
            return Err(Fault::invalid(&format!("{pointer}/{at}"), "Name each person once."));
        }
    }
    Ok(())
}

/// A merge that was made, or tried.
#[derive(Serialize, ToSchema)]
pub struct JoinOut {
    /// For `POST /joined-records/{id}/undo`; none for a preview.
    pub id: Option<RecordJoinId>,
    /// How many values move or moved, by kind of thing.
    #[schema(example = json!({"bookings": 2, "carers": 1}))]
    pub moves: BTreeMap<String, usize>,
    /// What stands against it; empty where nothing does.
    pub against: Vec<AgainstOut>,
}

/// What somebody has to settle first.
#[derive(Serialize, ToSchema)]
pub struct AgainstOut {
    /// In words.
    pub detail: String,
    /// Where it is about a session.
    pub session_id: Option<String>,
}

impl From<Against> for AgainstOut {
    fn from(against: Against) -> AgainstOut {
        AgainstOut { detail: against.detail, session_id: against.session_id }
    }
}

impl From<Joined> for JoinOut {
    fn from(joined: Joined) -> JoinOut {
        let mut moves = BTreeMap::new();
        for change in joined.moves {
            *moves.entry(change.table_name).or_default() += 1;
        }
        let against = joined.against.into_iter().map(AgainstOut::from).collect();
        JoinOut { id: joined.id, moves, against }
    }
}

/// A merge, and when it was undone.
#[derive(Serialize, ToSchema)]
pub struct RecordJoinOut {
    /// Opaque.
    pub id: RecordJoinId,
    /// What was merged.
    pub kind: JoinKind,
    /// The record that was kept; for merged children, the first household.
    pub family_id: FamilyId,
    /// The record that is gone; for merged children, the other household.
    pub other_family_id: FamilyId,
    /// When.
    pub joined_at: Moment,
    /// When it was undone.
    pub undone_at: Option<Moment>,
}

impl From<RecordJoin> for RecordJoinOut {
    fn from(join: RecordJoin) -> RecordJoinOut {
        RecordJoinOut {
            id: join.id,
            kind: join.kind,
            family_id: join.kept_family_id,
            other_family_id: join.other_family_id,
            joined_at: join.joined_at,
            undone_at: join.undone_at,
        }
    }
}
