//! Direct support by a centre to a setting: case meetings, training, clinics for parents. It is the
//! evidence for counting the setting's children as in contact.

pub mod service;
pub mod store;

use crate::base::id::{AccountId, CentreId, PartnerId, SettingSupportId, words};
use crate::base::moment::Moment;
use crate::schema::setting_supports;
use chrono::NaiveDate;
use diesel::prelude::*;

words! {
    /// What a centre did for a setting.
    SupportKind {
        /// About children of the setting.
        CaseMeeting = "case_meeting",
        /// Of its staff.
        Training = "training",
        /// For its parents.
        Clinic = "clinic",
        Visit = "visit",
        Other = "other",
    }
}

/// Direct support on a day. Never changed, only withdrawn if recorded by mistake.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = setting_supports)]
pub struct Support {
    pub id: SettingSupportId,
    /// The setting.
    pub partner_id: PartnerId,
    pub centre_id: CentreId,
    pub kind: SupportKind,
    pub on_day: NaiveDate,
    pub said_by: Option<AccountId>,
    pub recorded_at: Moment,
    pub withdrawn_at: Option<Moment>,
}
