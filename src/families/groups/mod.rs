//! Target groups: the initial list, which of them each kind of partner may state, and which may
//! give priority. Counting for reach is a separate switch.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{AccountId, ChildId, FamilyGroupId, FamilyId, PartnerId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{family_groups, target_groups};
pub(crate) use crate::partners::PartnerKind;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

text_enum! {
    /// How a group is derived, so that nobody has to state it.
    Derived {
        /// By where the family lives.
        DeprivedArea = "deprived_area",
        /// A child is expected.
        Expectant = "expectant",
        /// By the child's age.
        Age = "age",
    }
}

text_enum! {
    /// Whether a group is stated for a household or a child, and counts for it.
    StatedOf {
        /// For everyone in the household.
        Household = "household",
        /// For the child alone.
        Child = "child",
    }
}

text_enum! {
    /// The evidence for a statement; no free text about a family.
    Evidence {
        SaidByFamily = "said_by_family",
        DocumentSeen = "document_seen",
        ProfessionalJudgement = "professional_judgement",
        PartnerRecord = "partner_record",
        OfficialList = "official_list",
        NotRecorded = "not_recorded",
    }
}

/// A target group and what it does.
#[derive(
    Clone, Debug, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize, ToSchema,
)]
#[diesel(table_name = target_groups, primary_key(code), treat_none_as_null = true)]
#[schema(as = TargetGroupOut)]
pub struct TargetGroup {
    /// Its name in requests.
    #[schema(example = "lone_parent")]
    pub code: String,
    /// The label that staff see.
    #[schema(example = "Lone parent")]
    pub label: String,
    // Priority needs a recorded reason and a review date.
    /// A protected characteristic.
    pub protected: bool,
    /// Whether its families come first on waiting lists.
    pub gives_priority: bool,
    /// Whether it counts for reach.
    pub counts_for_reach: bool,
    /// Why a protected characteristic gives priority.
    pub priority_reason: Option<String>,
    /// When that is reviewed.
    pub priority_review_on: Option<NaiveDate>,
    // Derived for reach; an expectant parent may also be stated.
    /// How it is derived, if nobody has to state it.
    pub derived: Option<Derived>,
    /// For an age group: the first completed month in it.
    pub from_months: Option<i32>,
    /// For an age group: the first month after it.
    pub until_months: Option<i32>,
    // An age group is always for a child.
    /// Whether it is stated for a household or a child, and counts for it.
    pub stated_of: StatedOf,
    // It reveals a danger or a family's status, or nobody has opened it. Protected characteristics
    // always are.
    /// Kept out of partners' reports.
    pub guarded: bool,
}

impl TargetGroup {
    /// Whether it may be stated; purely derived groups may not.
    pub fn may_be_stated(&self) -> bool {
        match self.derived {
            None | Some(Derived::Expectant) => true,
            Some(Derived::DeprivedArea | Derived::Age) => false,
        }
    }

    /// For an age group: the first completed month in it, and the first after it.
    pub fn ages(&self) -> Option<(u32, u32)> {
        let months = |months: Option<i32>| months.and_then(|months| u32::try_from(months).ok());
        Some((months(self.from_months)?, months(self.until_months)?))
    }
}

/// A statement that a family is in a target group.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = family_groups)]
#[schema(as = GroupStatementOut)]
pub struct GroupStatement {
    #[serde(skip)]
    pub id: FamilyGroupId,
    #[serde(skip)]
    pub family_id: FamilyId,
    /// The group's code.
    #[serde(rename = "code")]
    #[schema(example = "lone_parent")]
    pub group_code: String,
    // Empty for the service itself.
    /// The account that stated it.
    pub stated_by: String,
    #[serde(skip)]
    pub partner_id: Option<PartnerId>,
    /// When it was stated.
    pub stated_at: Moment,
    /// The first day it held.
    pub since_on: NaiveDate,
    /// The last day it holds, if known.
    pub until_on: Option<NaiveDate>,
    /// The evidence.
    pub evidence: Evidence,
    /// The day it is due for review.
    pub review_on: Option<NaiveDate>,
    /// When it was last reviewed.
    pub reviewed_at: Option<Moment>,
    #[serde(skip)]
    pub reviewed_by: Option<AccountId>,
    // The statement is kept as history.
    /// When it was ended.
    pub ended_at: Option<Moment>,
    /// The child it was stated for; left out for a household's group.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub child_id: Option<ChildId>,
}

/// `(code, label, protected, gives priority)`. Priority is off for protected characteristics, and
/// for the list of potentially eligible two-year-olds, which was given for another purpose.
pub(crate) const FIRST_LIST: &[(&str, &str, bool, bool)] = &[
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

/// Initial groups whose figures partners may have. All others stay guarded until a manager opens
/// them: protected characteristics, and groups that could endanger a child or reveal a family's
/// status.
pub(crate) const FIRST_OPEN: &[&str] = &[
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

/// Initial groups that are derived.
pub(crate) const FIRST_DERIVED: &[(&str, Derived)] =
    &[("expectant", Derived::Expectant), ("deprived_area", Derived::DeprivedArea)];

/// Initial groups for a child.
pub(crate) const FIRST_OF_A_CHILD: &[&str] =
    &["send_child", "cp_plan", "cin_plan", "looked_after", "eligible_two"];

/// Whether a partner of this kind may state this group.
pub(crate) fn may_state(kind: PartnerKind, code: &str) -> bool {
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
