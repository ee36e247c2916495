//! Contacts: every recorded meeting of a child or adult with a centre, and those that universal
//! services report. What each kind counts as is a setting. A contact is never changed: it is
//! withdrawn and a new one recorded, so that past knowledge can be reconstructed.

pub(crate) mod auditor;
pub(crate) mod feed;
pub(crate) mod fit;
pub(crate) mod list;
pub mod service;
pub(crate) mod store;
pub(crate) mod supports;

use crate::base::id::{
    AccountId, ActivityId, CentreId, ChildId, ContactId, FamilyId, PartnerId, SessionId, words,
};
use crate::base::moment::Moment;
use crate::db::schema::contacts;
use chrono::NaiveDate;
use diesel::prelude::*;

words! {
    Kind {
        /// Came to a session.
        Attendance = "attendance",
        /// Met a centre worker one to one.
        OneToOne = "one_to_one",
        HomeVisit = "home_visit",
        PhoneCall = "phone_call",
        /// Was told about another service; `taken_up` says whether it was used.
        Signposting = "signposting",
        /// A health visitor's or midwife's review.
        HealthReview = "health_review",
        /// A place in a nursery, with a childminder or in a pre-school, from a given day.
        EarlyLearning = "early_learning",
        SchoolPlace = "school_place",
    }
}

words! {
    /// What a kind of contact counts as in reach.
    Counts {
        /// A meeting with the centre.
        Direct = "direct",
        /// A universal health contact.
        Health = "health",
        /// A place in early learning or school.
        Setting = "setting",
        Nothing = "nothing",
    }
}

words! {
    /// The kind of a place, or who pays for it.
    Place {
        Paid = "paid",
        FundedTwo = "funded_two",
        WorkingFamily = "working_family",
        Funded = "funded",
        School = "school",
    }
}

words! {
    /// How a contact came to be known.
    Source {
        Register = "register",
        Hand = "hand",
        Feed = "feed",
        Partner = "partner",
    }
}

/// A recorded meeting with one child, or with adults only.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = contacts)]
pub struct Contact {
    pub id: ContactId,
    pub kind: Kind,
    /// The local day it took place. For a place: its first day.
    pub on_day: NaiveDate,
    pub family_id: FamilyId,
    pub child_id: Option<ChildId>,
    pub adults: i32,
    /// `None` for contacts reported by a universal service.
    pub centre_id: Option<CentreId>,
    pub session_id: Option<SessionId>,
    pub activity_id: Option<ActivityId>,
    /// The service that reports it, or the setting of a place.
    pub partner_id: Option<PartnerId>,
    pub place: Option<Place>,
    /// A place's last day; `None` while it is taken up.
    pub until_day: Option<NaiveDate>,
    pub taken_up: Option<bool>,
    pub source: Source,
    /// The feed or old system, and its own reference: the same reference is the same contact.
    pub source_name: Option<String>,
    pub reference: Option<String>,
    pub said_by: Option<AccountId>,
    /// When it was recorded; it counts as known until it is withdrawn.
    pub recorded_at: Moment,
    pub withdrawn_at: Option<Moment>,
}
