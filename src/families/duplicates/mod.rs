//! Possible duplicates: pairs of records that may be the same family, and pairs of children in one
//! household that may be the same child. Staff review them one by one. A pair is found when a
//! record is created or changed, and stays listed until somebody merges or dismisses it.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{ChildId, FamilyId, PossibleDuplicateId};
use crate::base::moment::Moment;
use crate::db::schema::possible_duplicates;
use diesel::prelude::*;

/// A pair of records, or of children in one record; the lower id comes first.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = possible_duplicates, treat_none_as_default_value = false)]
pub struct Pair {
    pub id: PossibleDuplicateId,
    pub family_id: FamilyId,
    pub other_family_id: FamilyId,
    pub found_at: Moment,
    pub dismissed_at: Option<Moment>,
    pub dismissed_by: Option<String>,
    /// For children of one household; both family ids are then the same.
    pub child_id: Option<ChildId>,
    pub other_child_id: Option<ChildId>,
}

impl Pair {
    /// The two children, if the pair is within one household.
    pub fn children(&self) -> Option<(&ChildId, &ChildId)> {
        self.child_id.as_ref().zip(self.other_child_id.as_ref())
    }
}
