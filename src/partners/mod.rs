//! Agencies that meet families and may refer them. The people of an agency are accounts; its kind
//! decides which groups it may record and what it is told.

pub(crate) mod agreements;
pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{AccountId, PartnerId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{accounts, partners};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

text_enum! {
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

/// An agency that meets families and may refer them.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = partners)]
#[schema(as = PartnerOut)]
pub struct Partner {
    /// Opaque.
    pub id: PartnerId,
    /// Its name.
    #[schema(example = "Trafford health visitors")]
    pub name: String,
    /// What kind of agency it is.
    pub kind: PartnerKind,
    #[serde(skip)]
    pub created_at: Moment,
}

/// Somebody of a partner who may refer.
#[derive(Clone, Debug, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = accounts)]
#[schema(as = ProfessionalOut)]
pub(crate) struct Professional {
    /// The account.
    pub id: AccountId,
    /// What colleagues call the person.
    pub name: String,
    /// What the person signs in with.
    pub email: String,
    /// Those of a team share their referrals.
    pub team: Option<String>,
    /// Whether the person may sign in.
    #[diesel(select_expression = accounts::disabled_at.is_null())]
    pub active: bool,
}
