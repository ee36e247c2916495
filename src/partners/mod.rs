//! Agencies that meet families and may refer them. The people of an agency are accounts; its kind
//! decides which groups it may record and what it is told.

pub(crate) mod agreements;
pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{AccountId, PartnerId, words};
use crate::base::moment::Moment;
use crate::db::schema::{accounts, partners};
use diesel::prelude::*;

words! {
    /// What kind of agency a partner is: this decides what it may record and hear.
    PartnerKind {
        /// Health visitors, midwives, GPs.
        Health = "health",
        SocialCare = "social_care",
        Jobcentre = "jobcentre",
        /// Nurseries, childminders, schools.
        EarlyYears = "early_years",
        Voluntary = "voluntary",
        Housing = "housing",
        Other = "other",
    }
}

impl PartnerKind {
    /// Health and social care hear whether a family came; others only that it was given a place.
    pub fn hears_attendance(self) -> bool {
        match self {
            PartnerKind::Health | PartnerKind::SocialCare => true,
            PartnerKind::Jobcentre
            | PartnerKind::EarlyYears
            | PartnerKind::Voluntary
            | PartnerKind::Housing
            | PartnerKind::Other => false,
        }
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = partners)]
pub struct Partner {
    pub id: PartnerId,
    pub name: String,
    pub kind: PartnerKind,
    pub created_at: Moment,
}

/// Somebody of a partner: an account that belongs to it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub struct Professional {
    pub id: AccountId,
    pub name: String,
    pub email: String,
    pub team: Option<String>,
    pub disabled_at: Option<Moment>,
}
