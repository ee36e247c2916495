//! Contacts that partners and old systems report in a file: health reviews, places in settings, and
//! the registers of the years before. A feed of contacts makes no family and no child: what is not
//! exactly a child that is known is proposed to somebody, or left.

pub mod headings;
pub mod http;
pub mod line;
pub mod line_service;
pub mod match_service;
pub mod origin_service;
pub mod proposals_http;
pub mod proposals_service;
pub mod store;
pub mod words;

use super::{Kind, Place};
use crate::id::{
    AccountId, ActivityId, CentreId, ChildId, ContactId, ContactProposalId, FamilyId, FeedRunId,
    PartnerId,
};
use crate::moment::Moment;
use crate::schema::contact_proposals;
use chrono::NaiveDate;
use diesel::prelude::*;

/// A child that a row may be of.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub family: FamilyId,
    pub child: ChildId,
    pub name: String,
    pub born_on: Option<NaiveDate>,
    pub postcode: Option<String>,
    pub nhs_number: Option<String>,
}

/// A contact that may be a child's; nothing else of the row is kept.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = contact_proposals)]
pub struct Proposal {
    pub id: ContactProposalId,
    pub run_id: FeedRunId,
    pub family_id: FamilyId,
    pub child_id: ChildId,
    /// 0 to 100.
    pub score: i32,
    /// What of the row is not as it is known, with a space between: name, birth_date, postcode.
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
    /// The contact, where it was the child.
    pub contact_id: Option<ContactId>,
}
