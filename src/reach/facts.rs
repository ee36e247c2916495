//! What is known of a child for reach, version by version: a version holds from the moment it was
//! known until another replaced it, and none is ever changed. So a report as known at an earlier
//! moment gives the figures of that moment, whatever was corrected, joined or erased since.

use crate::id::{CentreId, ChildFactId, ChildId, FamilyId, words};
use crate::moment::Moment;
use crate::schema::child_facts;
use chrono::NaiveDate;
use diesel::prelude::*;

words! {
    /// What is known of where a child lives.
    PlaceKnown {
        Postcode = "postcode",
        /// Of an erased record the LSOA alone is kept.
        Lsoa = "lsoa",
        NoFixedAddress = "no_fixed_address",
        Unknown = "unknown",
        /// A restricted record, or a refuge.
        Restricted = "restricted",
    }
}

/// One version of what is known of a child, without names, address or contacts.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = child_facts)]
pub struct ChildFact {
    pub id: ChildFactId,
    pub child_id: ChildId,
    pub known_from: Moment,
    /// `None` for what is known now.
    pub known_until: Option<Moment>,
    /// The child's home household.
    pub family_id: Option<FamilyId>,
    /// The household's home centre.
    pub centre_id: Option<CentreId>,
    pub born_on: Option<NaiveDate>,
    pub born_month_only: bool,
    pub due_on: Option<NaiveDate>,
    /// The child died or the pregnancy ended.
    pub ended_on: Option<NaiveDate>,
    pub listed_on: Option<NaiveDate>,
    pub joined_on: Option<NaiveDate>,
    /// The membership ended, or the family opted out.
    pub left_on: Option<NaiveDate>,
    pub postcode: Option<String>,
    pub place: PlaceKnown,
    pub lsoa_2011: Option<String>,
    pub lsoa_2021: Option<String>,
    /// `code:since:until` with a space between; `until` is empty while it lasts. Dates as 2026-11-22.
    pub target_groups: String,
    pub ethnicity_asked: bool,
    /// The record was found to be another's: contacts of this one count for that one.
    pub joined_into: Option<ChildId>,
}
