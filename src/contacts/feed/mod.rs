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
use chrono::NaiveDate;
use diesel::prelude::*;

/// A child that may match a row.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub family: FamilyId,
    pub child: ChildId,
    pub name: String,
    pub born_on: Option<NaiveDate>,
    pub postcode: Option<String>,
    pub nhs_number: Option<String>,
}

/// A contact that may belong to a child; nothing else of the row is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = contact_proposals)]
pub struct Proposal {
    pub id: ContactProposalId,
    pub run_id: FeedRunId,
    pub family_id: FamilyId,
    pub child_id: ChildId,
    /// 0 to 100.
    pub score: i32,
    /// What differs from the record, separated by spaces: name, birth_date, postcode.
    pub differs: String,
    pub kind: Kind,
    pub on_day: NaiveDate,
    pub centre_id: Option<CentreId>,
    pub activity_id: Option<ActivityId>,
    pub partner_id: Option<PartnerId>,
    pub place: Option<Place>,
    pub until_day: Option<NaiveDate>,
    pub taken_up: Option<bool>,
    pub source_name: String,
    pub reference: String,
    pub made_at: Moment,
    pub decided_at: Option<Moment>,
    pub decided_by: Option<AccountId>,
    /// The contact, if accepted.
    pub contact_id: Option<ContactId>,
}
