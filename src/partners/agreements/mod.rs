//! Data-sharing agreements: what a partner may send, for what, on which basis, from when to when. A
//! feed whose agreement is not in force is refused; items that an agreement does not cover are not
//! read.

pub(crate) mod rules;
pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{AgreementId, PartnerId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::agreements;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

text_enum! {
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

text_enum! {
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

/// What a partner may send, for what, and until when.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = agreements)]
#[schema(as = AgreementOut)]
pub struct Agreement {
    /// Opaque.
    pub id: AgreementId,
    /// The partner.
    pub partner_id: PartnerId,
    /// What the data may be used for, and nothing else.
    pub purpose: AgreementPurpose,
    /// What may be sent; what is not here is not read.
    // The column has them with a space between.
    #[serde(serialize_with = "as_list")]
    #[schema(value_type = Vec<Item>)]
    pub items: String,
    /// In law.
    #[schema(example = "UK GDPR Article 6(1)(e), Childcare Act 2006")]
    pub basis: String,
    /// From this day.
    pub first_day: NaiveDate,
    /// Until this day; from the next day, feeds are refused.
    pub last_day: NaiveDate,
    /// When it is reviewed.
    pub review_on: NaiveDate,
    /// Membership cards the partner agreed to hand out each month.
    pub cards_a_month: Option<i32>,
    /// How many days after one feed the next is overdue.
    pub feed_every_days: Option<i32>,
    #[serde(skip)]
    pub made_at: Moment,
}

fn as_list<S: Serializer>(items: &str, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(items.split(' ').filter_map(Item::parse))
}

impl Agreement {
    pub fn covers(&self) -> Vec<Item> {
        self.items.split(' ').filter_map(Item::parse).collect()
    }
}
