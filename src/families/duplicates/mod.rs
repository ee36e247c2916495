//! Possible duplicates: pairs of records that may be of one family, and pairs of children of one
//! household that may be one child; for the whole organisation, to be worked off one by one. A pair
//! is found when a record is made or changed, and stays until somebody joins or dismisses it.

pub mod note_service;
pub mod service;
pub mod store;

use crate::id::{ChildId, FamilyId, PossibleDuplicateId};
use crate::moment::Moment;
use crate::schema::possible_duplicates;
use diesel::prelude::*;

/// A pair of records, or of children of one record; the one with the lower id is the first.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = possible_duplicates, treat_none_as_default_value = false)]
pub struct Pair {
    pub id: PossibleDuplicateId,
    pub family_id: FamilyId,
    pub other_family_id: FamilyId,
    pub found_at: Moment,
    pub dismissed_at: Option<Moment>,
    pub dismissed_by: Option<String>,
    /// Of children of one household, which is both families.
    pub child_id: Option<ChildId>,
    pub other_child_id: Option<ChildId>,
}

impl Pair {
    /// The two children, where it is of one household.
    pub fn children(&self) -> Option<(&ChildId, &ChildId)> {
        self.child_id.as_ref().zip(self.other_child_id.as_ref())
    }
}
