//! Data-sharing agreements: what a partner may send, for what, on which basis, from when to when. A
//! feed whose agreement is not in force is refused; items that an agreement does not cover are not
//! read.

pub(crate) mod rules;
pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{AgreementId, PartnerId, words};
use crate::base::moment::Moment;
use crate::db::schema::agreements;
use chrono::NaiveDate;
use diesel::prelude::*;

words! {
    /// What a partner's data may be used for, and nothing else.
    AgreementPurpose {
        /// To make families members and tell them of it.
        Membership = "membership",
        /// Births by month and area, without names.
        BirthCounts = "birth_counts",
        /// Which two-year-olds may have a funded place: never a reason to come first.
        TwoYearOffer = "two_year_offer",
        /// How many households are without work, as a baseline.
        WorklessBaseline = "workless_baseline",
        /// To count contacts with known children; nobody becomes a member by it.
        Contacts = "contacts",
    }
}

words! {
    /// What a partner may send.
    Item {
        ChildName = "child_name",
        BirthDate = "birth_date",
        NhsNumber = "nhs_number",
        CarerName = "carer_name",
        Address = "address",
        Postcode = "postcode",
        Phone = "phone",
        Email = "email",
        Language = "language",
    }
}

/// An agreement, as it was made.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = agreements)]
pub struct Agreement {
    pub id: AgreementId,
    pub partner_id: PartnerId,
    pub purpose: AgreementPurpose,
    /// Items, with a space between them.
    pub items: String,
    /// In law, as it is written in the agreement.
    pub basis: String,
    pub first_day: NaiveDate,
    /// The last day on which it is in force.
    pub last_day: NaiveDate,
    pub review_on: NaiveDate,
    /// Membership cards the partner agreed to hand out each month.
    pub cards_a_month: Option<i32>,
    /// How many days after one feed the next is overdue.
    pub feed_every_days: Option<i32>,
    pub made_at: Moment,
}

impl Agreement {
    pub fn covers(&self) -> Vec<Item> {
        self.items.split(' ').filter_map(Item::parse).collect()
    }
}
