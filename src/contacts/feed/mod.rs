//! Contacts that partners and old systems report in a file: health reviews, places in settings, and
//! past registers. A feed of contacts never creates a family or child: a row without an exact match
//! is proposed to staff, or left out.

pub(crate) mod headings;
pub(crate) mod line;
pub(crate) mod service;
pub(crate) mod store;
pub(crate) mod words;

use super::{Kind, Place};
use crate::base::id::{
    AccountId, ActivityId, CentreId, ChildId, ContactId, ContactProposalId, FamilyId, FeedRunId,
    PartnerId,
};
use crate::base::moment::Moment;
use crate::db::schema::contact_proposals;
use crate::families::Child;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

/// A child that may match a row.
#[derive(Clone, Debug, Queryable)]
pub(crate) struct Candidate {
    pub family: FamilyId,
    pub child: Child,
    pub postcode: Option<String>,
}

/// A contact that may belong to a child.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = contact_proposals)]
#[schema(as = ProposalOut)]
pub struct Proposal {
    /// Opaque.
    pub id: ContactProposalId,
    #[serde(skip)]
    pub run_id: FeedRunId,
    /// The family of that child.
    pub family_id: FamilyId,
    /// The child it may belong to.
    pub child_id: ChildId,
    /// How well the row matches, 70 to 100.
    pub score: i32,
    /// What differs from the record: `name`, `birth_date`, `postcode`.
    #[serde(serialize_with = "apart")]
    #[schema(value_type = Vec<String>)]
    pub differs: String,
    /// The kind of contact.
    pub kind: Kind,
    /// The day it took place; for a place, its first day.
    pub on_day: NaiveDate,
    /// The centre that made the contact.
    pub centre_id: Option<CentreId>,
    #[serde(skip)]
    pub activity_id: Option<ActivityId>,
    /// The service that reported it, or the setting of a place.
    pub partner_id: Option<PartnerId>,
    /// The kind of place, if it is one.
    pub place: Option<Place>,
    #[serde(skip)]
    pub until_day: Option<NaiveDate>,
    #[serde(skip)]
    pub taken_up: Option<bool>,
    #[serde(skip)]
    pub source_name: String,
    #[serde(skip)]
    pub reference: String,
    /// When it was sent.
    pub made_at: Moment,
    #[serde(skip)]
    pub decided_at: Option<Moment>,
    #[serde(skip)]
    pub decided_by: Option<AccountId>,
    /// The contact, if accepted.
    #[serde(skip)]
    pub contact_id: Option<ContactId>,
}

/// Words that are kept with spaces between them, as a list.
fn apart<S: Serializer>(words: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(words.split_whitespace())
}
