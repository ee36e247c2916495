//! What the neighbours said when they joined: their groups, and their ethnicity or that they prefer
//! not to say.

use super::habits::chance;
use super::rows::PastChild;
use super::store;
use crate::base::calendar::{BirthDate, completed_months};
use crate::base::fault::Result;
use crate::base::id::{AnswerId, FamilyGroupId};
use crate::db::Tx;
use crate::families::answers::questions::PREFER_NOT_TO_SAY;
use crate::families::answers::{FamilyAnswer, GivenBy, Question};
use crate::families::groups::{Evidence, GroupStatement};
use crate::reach::groups::ELIGIBLE_TWO;
use chrono::{NaiveDate, TimeDelta};
use rand::RngExt;
use std::collections::BTreeMap;

/// The groups, with the percentage of families in each.
const GROUPS: [(&str, u32); 5] =
    [("lone_parent", 22), ("workless", 14), ("low_income", 18), ("eal", 12), ("early_help", 4)];
/// The child's group, with the percentage of children in it.
const OF_A_CHILD: (&str, u32) = ("send_child", 4);
const ETHNICITIES: [&str; 6] = [
    "white_british",
    "white_british",
    "asian_pakistani",
    "asian_indian",
    "black_african",
    PREFER_NOT_TO_SAY,
];

pub(super) fn tell(tx: &mut Tx) -> Result<()> {
    // Families added today already have the rest.
    let yesterday = tx.now() - TimeDelta::days(1);
    let mut children = store::children(tx)?;
    children.retain(|child| child.known_at < yesterday);
    let mut statements = Vec::new();
    let mut answers = Vec::new();
    let mut families: BTreeMap<&str, &PastChild> = BTreeMap::new();
    for child in &children {
        families.insert(child.family.as_str(), child);
        answers.extend(answer(child));
        if is_eligible_two(child, tx.today()) {
            statements.push(GroupStatement {
                id: FamilyGroupId::from(format!("{}-{ELIGIBLE_TWO}", child.id)),
                child_id: Some(child.id.clone()),
                ..statement(child, ELIGIBLE_TWO)
            });
        }
        let (code, often) = OF_A_CHILD;
        if chance(child.id.as_str(), 4).random_range(0..100) < often {
            statements.push(GroupStatement {
                id: FamilyGroupId::from(format!("{}-{code}", child.id)),
                child_id: Some(child.id.clone()),
                ..statement(child, code)
            });
        }
    }
    for (family, child) in families {
        let draw = &mut chance(family, 2);
        let of_family = GROUPS.iter().filter(|(_, often)| draw.random_range(0..100) < *often);
        statements.extend(of_family.map(|(code, _)| statement(child, code)));
    }
    store::tell(tx, statements, answers)
}

/// Two in five of the two-year-olds around these centres are eligible for a funded place.
pub(super) fn is_eligible_two(child: &PastChild, today: NaiveDate) -> bool {
    let months = completed_months(BirthDate::Day(child.born_on), today);
    (24..36).contains(&months) && chance(child.id.as_str(), 7).random_bool(0.4)
}

fn statement(child: &PastChild, code: &str) -> GroupStatement {
    GroupStatement {
        id: FamilyGroupId::from(format!("{}-{code}", child.family)),
        family_id: child.family.clone(),
        group_code: code.to_owned(),
        stated_by: String::new(),
        partner_id: None,
        stated_at: child.known_at,
        since_on: child.known_at.civil_day(),
        until_on: None,
        evidence: Evidence::SaidByFamily,
        review_on: None,
        reviewed_at: None,
        reviewed_by: None,
        ended_at: None,
        child_id: None,
    }
}

/// One in eight was not asked.
fn answer(child: &PastChild) -> Option<FamilyAnswer> {
    let draw = &mut chance(child.id.as_str(), 3);
    if draw.random_bool(0.12) {
        return None;
    }
    let at = draw.random_range(0..ETHNICITIES.len());
    let value = ETHNICITIES.get(at).copied().unwrap_or(PREFER_NOT_TO_SAY);
    Some(FamilyAnswer {
        id: AnswerId::from(format!("{}-ethnicity", child.id)),
        family_id: child.family.clone(),
        subject_id: child.id.to_string(),
        question: Question::Ethnicity,
        value: value.to_owned(),
        given_by: GivenBy::Own,
        account_id: None,
        partner_id: None,
        given_at: child.known_at,
        ended_at: None,
    })
}
