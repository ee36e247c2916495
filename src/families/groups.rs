//! Target groups: the list to begin with, which of them a partner of a kind may state, and which
//! may give priority. Whether a group counts for reach is a switch of its own.

use crate::id::{AccountId, ChildId, FamilyGroupId, FamilyId, PartnerId, words};
use crate::moment::Moment;
pub use crate::partners::PartnerKind;
use crate::schema::{family_groups, target_groups};
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

words! {
    /// How a group is worked out where nobody has to state it.
    Derived {
        /// By where the family lives.
        DeprivedArea = "deprived_area",
        /// A child is expected.
        Expectant = "expectant",
        /// By the child's age.
        Age = "age",
    }
}

words! {
    /// Of whom a group is stated, and for whom it counts.
    StatedOf {
        /// For everybody of the household.
        Household = "household",
        /// For the child alone.
        Child = "child",
    }
}

words! {
    /// What a statement rests on; no free text about a family.
    Evidence {
        SaidByFamily = "said_by_family",
        DocumentSeen = "document_seen",
        ProfessionalJudgement = "professional_judgement",
        PartnerRecord = "partner_record",
        OfficialList = "official_list",
        NotRecorded = "not_recorded",
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = target_groups)]
pub struct TargetGroup {
    pub code: String,
    pub label: String,
    /// A protected characteristic: priority needs a recorded reason and a review date.
    pub protected: bool,
    pub gives_priority: bool,
    pub counts_for_reach: bool,
    pub priority_reason: Option<String>,
    pub priority_review_on: Option<NaiveDate>,
    /// Worked out for reach; an expectant parent may be stated besides.
    pub derived: Option<Derived>,
    /// Of a group by age: completed months, from the first and before the other.
    pub from_months: Option<i32>,
    pub until_months: Option<i32>,
    /// A group by age is of a child.
    pub stated_of: StatedOf,
    /// Stays out of what partners are given: it tells of a danger or of a family's standing, or
    /// nobody said otherwise. What is protected always does.
    pub guarded: bool,
}

impl TargetGroup {
    /// Whether somebody may state it: what is only worked out is not.
    pub fn may_be_stated(&self) -> bool {
        match self.derived {
            None | Some(Derived::Expectant) => true,
            Some(Derived::DeprivedArea | Derived::Age) => false,
        }
    }

    /// Of a group by age: its first completed month, and the one that is no longer in it.
    pub fn ages(&self) -> Option<(u32, u32)> {
        let months = |months: Option<i32>| months.and_then(|months| u32::try_from(months).ok());
        Some((months(self.from_months)?, months(self.until_months)?))
    }
}

/// That a family is in a target group: who said so, since when, on what ground, until when.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = family_groups)]
pub struct Statement {
    pub id: FamilyGroupId,
    pub family_id: FamilyId,
    pub group_code: String,
    /// The account; empty for the service itself.
    pub stated_by: String,
    pub partner_id: Option<PartnerId>,
    pub stated_at: Moment,
    pub since_on: NaiveDate,
    /// The last day it holds, where that is known beforehand.
    pub until_on: Option<NaiveDate>,
    pub evidence: Evidence,
    /// When somebody has to look whether it still holds.
    pub review_on: Option<NaiveDate>,
    pub reviewed_at: Option<Moment>,
    pub reviewed_by: Option<AccountId>,
    /// From this moment it holds no more; the statement stays as what was known.
    pub ended_at: Option<Moment>,
    /// Of a group of a child: the child.
    pub child_id: Option<ChildId>,
}

/// `(code, label, protected, gives priority)`. Off for protected characteristics, and for the list
/// of potential two-year-old eligibility, which was given for another purpose.
pub const FIRST_LIST: &[(&str, &str, bool, bool)] = &[
    ("lone_parent", "Lone parent", false, true),
    ("workless", "Workless household", false, true),
    ("low_income", "Low income", false, true),
    ("teen_parent", "Teenage parent", false, true),
    ("expectant", "Expectant parent", false, true),
    ("father_male_carer", "Father or male carer", true, false),
    ("minority_ethnic", "Minority ethnic", true, false),
    ("eal", "English as an additional language", false, true),
    ("send_child", "Child with special needs or a disability", true, false),
    ("disabled_parent", "Disabled parent", true, false),
    ("cp_plan", "Child protection plan", false, true),
    ("cin_plan", "Child in need plan", false, true),
    ("looked_after", "Looked-after child", false, true),
    ("early_help", "Early help", false, true),
    ("domestic_abuse", "Domestic abuse", false, true),
    ("parental_mental_health", "Parental mental health", true, false),
    ("substance_misuse", "Substance misuse", false, true),
    ("gypsy_roma_traveller", "Gypsy, Roma or Traveller", true, false),
    ("asylum_refugee", "Asylum seeker or refugee", false, true),
    ("armed_forces", "Armed forces", false, true),
    ("adopter", "Adopter", false, true),
    ("kinship_carer", "Kinship carer", false, true),
    ("transient", "Moves often", false, true),
    ("eligible_two", "Potentially eligible two-year-old", false, false),
    ("isolated", "Isolated", false, true),
    ("deprived_area", "Lives in a deprived area", false, false),
];

/// Groups of the first list that partners may be given figures of. Any other stays guarded until a
/// manager says otherwise: those of a protected characteristic, and those that put a child in danger
/// or tell of a family's status.
pub const FIRST_OPEN: &[&str] = &[
    "lone_parent",
    "workless",
    "low_income",
    "teen_parent",
    "expectant",
    "eal",
    "early_help",
    "armed_forces",
    "adopter",
    "kinship_carer",
    "transient",
    "eligible_two",
    "isolated",
    "deprived_area",
];

/// Groups of the first list that are worked out, and one that only is.
pub const FIRST_DERIVED: &[(&str, Derived)] =
    &[("expectant", Derived::Expectant), ("deprived_area", Derived::DeprivedArea)];

/// Groups of the first list that are of a child.
pub const FIRST_OF_A_CHILD: &[&str] =
    &["send_child", "cp_plan", "cin_plan", "looked_after", "eligible_two"];

/// Whether a partner of this kind may state this group of a family.
pub fn may_state(kind: PartnerKind, code: &str) -> bool {
    match kind {
        PartnerKind::Health | PartnerKind::SocialCare => true,
        PartnerKind::Jobcentre => matches!(
            code,
            "lone_parent" | "workless" | "low_income" | "teen_parent" | "expectant" | "eal"
        ),
        PartnerKind::EarlyYears => matches!(
            code,
            "lone_parent"
                | "low_income"
                | "teen_parent"
                | "expectant"
                | "eal"
                | "send_child"
                | "early_help"
                | "isolated"
                | "father_male_carer"
        ),
        PartnerKind::Voluntary | PartnerKind::Housing | PartnerKind::Other => matches!(
            code,
            "lone_parent"
                | "low_income"
                | "teen_parent"
                | "expectant"
                | "eal"
                | "isolated"
                | "transient"
                | "father_male_carer"
        ),
    }
}
