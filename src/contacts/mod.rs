//! Contacts: every recorded meeting of a child or adult with a centre, and those that universal
//! services report. What each kind counts as is a setting. A contact is never changed: it is
//! withdrawn and a new one recorded, so that past knowledge can be reconstructed.

pub(crate) mod auditor;
pub(crate) mod by_hand;
pub(crate) mod feed;
pub(crate) mod fit;
pub(crate) mod list;
pub mod service;
pub(crate) mod store;
pub(crate) mod supports;

use crate::base::id::{
    AccountId, ActivityId, CentreId, ChildId, ContactId, FamilyId, PartnerId, SessionId,
};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::contacts;
use chrono::{DateTime, NaiveDate};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

text_enum! {
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

text_enum! {
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

text_enum! {
    /// The kind of a place, or who pays for it.
    Place {
        Paid = "paid",
        FundedTwo = "funded_two",
        WorkingFamily = "working_family",
        Funded = "funded",
        School = "school",
    }
}

text_enum! {
    /// How a contact came to be known.
    Source {
        Register = "register",
        Hand = "hand",
        Feed = "feed",
        Partner = "partner",
    }
}

/// A recorded meeting.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = contacts)]
#[schema(as = ContactOut)]
pub struct Contact {
    /// Opaque.
    pub id: ContactId,
    /// What kind it was.
    pub kind: Kind,
    /// The day it took place; for a place, its first day.
    pub on_day: NaiveDate,
    /// The family, or the record it was merged into; for a professional, the team's statement.
    pub family_id: FamilyId,
    /// The child; `null` for adults only. For a professional, the child in the statement.
    #[schema(value_type = Option<String>)]
    pub child_id: Option<ChildId>,
    /// The number of adults, for a contact without a child.
    pub adults: i32,
    /// The centre that made the contact; `null` for contacts reported by a universal service.
    pub centre_id: Option<CentreId>,
    /// The session it took place in.
    pub session_id: Option<SessionId>,
    /// The activity of that session.
    pub activity_id: Option<ActivityId>,
    /// The service that reported it, or the setting of a place.
    pub partner_id: Option<PartnerId>,
    /// The kind of place, if it is one.
    pub place: Option<Place>,
    /// A place's last day; `null` while it is taken up.
    pub until_day: Option<NaiveDate>,
    /// For signposting: whether the family took it up; `null` if unknown.
    pub taken_up: Option<bool>,
    /// How it came to be known.
    pub source: Source,
    /// The feed or old system, and its own reference: the same reference is the same contact.
    #[serde(skip)]
    pub source_name: Option<String>,
    #[serde(skip)]
    pub reference: Option<String>,
    #[serde(skip)]
    pub said_by: Option<AccountId>,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
}

/// Where a contact took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub centre: Option<CentreId>,
    pub activity: Option<ActivityId>,
    pub partner: Option<PartnerId>,
}

impl Contact {
    /// A contact with one child; `service::record` fills in who records it and when.
    pub fn of_child(kind: Kind, on_day: NaiveDate, family: &FamilyId, child: &ChildId) -> Contact {
        Contact { child_id: Some(child.clone()), ..Contact::of_adults(kind, on_day, family, 0) }
    }

    /// The same with adults only.
    pub fn of_adults(kind: Kind, on_day: NaiveDate, family: &FamilyId, adults: i32) -> Contact {
        Contact {
            id: ContactId::new(),
            kind,
            on_day,
            family_id: family.clone(),
            child_id: None,
            adults,
            centre_id: None,
            session_id: None,
            activity_id: None,
            partner_id: None,
            place: None,
            until_day: None,
            taken_up: None,
            source: Source::Hand,
            source_name: None,
            reference: None,
            said_by: None,
            recorded_at: DateTime::UNIX_EPOCH.into(),
            withdrawn_at: None,
        }
    }
}
