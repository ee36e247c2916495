//! Target groups: the list to begin with, which of them a partner of a kind may state, and which
//! may give priority. Whether a group counts for reach is a switch of its own.

pub use crate::partners::PartnerKind;
use crate::schema::target_groups;
use chrono::NaiveDate;
use diesel::prelude::*;

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
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
];

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
