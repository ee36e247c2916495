//! Families to follow up. However many there are, a page looks at no more than a few thousand: a
//! page may then be short, and the next one goes on.

use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::contacts::Kind;
use crate::contacts::by_hand::ByHand;
use crate::contacts::service::hand;
use crate::db::Tx;
use crate::pages::lists::rows::{Listed, Row, Wanted, to_dial};
use crate::pages::team::{age, plainly, short_day};
use crate::reports::no_contact::service::{NoContactOf, page};
use crate::reports::no_contact::store::last_calls;
use crate::reports::worklist::service::two_year_olds_page;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Records that a page looks at.
const MOST: usize = 4_000;

const SPOKE: (&str, &str) = ("spoke", "Spoke by phone");

pub(crate) fn no_contact(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    let of = NoContactOf { centre_id: None, group: None, months: None, limit: None, after: None };
    let (found, next) = page(tx, &of, wanted.after, (wanted.rows, MOST))?;
    let ids: Vec<FamilyId> = found.iter().map(|one| one.family_id.clone()).collect();
    let calls = last_calls(tx, &ids)?;
    let mut rows = Vec::new();
    for one in found {
        let (who, numbers) = to_dial(one.to_ring.as_ref(), &format!("Member {}", one.number));
        let why = match one.last_contact_on {
            Some(day) => format!("Last met {}", short_day(day)),
            None => "Never met, as far as we know".to_owned(),
        };
        rows.push(Row {
            id: one.family_id.to_string(),
            last_try: rung(&calls, &one.family_id),
            family: one.to_ring.is_some().then_some(one.family_id),
            who,
            numbers,
            why,
            deeds: one.to_ring.map(|_| vec![SPOKE]).unwrap_or_default(),
        });
    }
    Ok(Listed { rows, next })
}

pub(crate) fn two_year_olds(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    let (found, next) = two_year_olds_page(tx, wanted.after, (wanted.rows, MOST))?;
    let ids: Vec<FamilyId> = found.iter().map(|one| one.child.family_id.clone()).collect();
    let calls = last_calls(tx, &ids)?;
    let mut rows = Vec::new();
    for one in found {
        let child = one.child;
        let (adults, numbers) = to_dial(child.to_ring.as_ref(), "");
        let name = child.name.as_deref().unwrap_or("A child");
        let months = i32::try_from(child.age_months).unwrap_or_default();
        rows.push(Row {
            id: child.family_id.to_string(),
            last_try: rung(&calls, &child.family_id),
            family: child.to_ring.is_some().then_some(child.family_id),
            who: if adults.is_empty() { name.to_owned() } else { format!("{name} ({adults})") },
            numbers,
            why: format!(
                "{}. Now: {}",
                age(months),
                plainly(one.early_learning.as_str()).to_lowercase()
            ),
            deeds: child.to_ring.map(|_| vec![SPOKE]).unwrap_or_default(),
        });
    }
    Ok(Listed { rows, next })
}

fn rung(calls: &HashMap<FamilyId, NaiveDate>, family: &FamilyId) -> String {
    calls.get(family).map(|day| format!("Rung {}", short_day(*day))).unwrap_or_default()
}

/// A call that was made, as a contact with the family.
pub(crate) fn spoke(tx: &mut Tx, id: &str, deed: &str) -> Result<bool> {
    if deed != SPOKE.0 {
        return Ok(false);
    }
    let call = ByHand {
        kind: Kind::PhoneCall,
        on_day: tx.today(),
        family_id: FamilyId::from(id),
        child_ids: Vec::new(),
        adults: Some(1),
        centre_id: None,
        session_id: None,
        partner_id: None,
        place: None,
        until_day: None,
        taken_up: None,
    };
    hand::add(tx, &call)?;
    Ok(true)
}
