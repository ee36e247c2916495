//! Changing a family's record: where it lives, who cares for its children, and the children.

use super::{carer_row, lock_allowed, new_child, no_postcode, scope_of};
use crate::access::Act;
use crate::areas;
use crate::audit::Event;
use crate::base::fault::{Expected, Fault, Result};
use crate::base::id::{CarerId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::add::{AddCarer, Birth};
use crate::families::answers::{AnswerSaid, service as answers};
use crate::families::duplicates::service::note as duplicates;
use crate::families::search::service::index_homes;
use crate::families::{Carer, Child, Family, Household, PostcodeReason, store};
use chrono::NaiveDate;
use serde_json::json;

/// The changes to a family; `None` leaves a value as it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct FamilyChange {
    pub postcode: Option<Option<String>>,
    pub postcode_reason: Option<PostcodeReason>,
    pub address: Option<Option<String>>,
    pub moved_away_on: Option<Option<NaiveDate>>,
    pub carers: Vec<(Option<CarerId>, AddCarer)>,
    pub children: Vec<ChangeChild>,
}

impl FamilyChange {
    /// Whether it says where the family is found: its address, its adults and their ways of contact.
    pub(crate) fn is_about_reaching(&self) -> bool {
        self.postcode.is_some() || self.address.is_some() || !self.carers.is_empty()
    }
}

/// A child to change (with an id) or add (without).
#[derive(Clone, Debug)]
pub(crate) struct ChangeChild {
    pub id: Option<ChildId>,
    pub name: String,
    pub birth: Birth,
    pub answers: Vec<AnswerSaid>,
}

/// Changes a family; returns the household as it now is and the children whose birth date changed.
/// A new postcode in a centre's area moves the family's home centre there.
pub(crate) fn change(
    tx: &mut Tx,
    id: &FamilyId,
    version: &Expected,
    change: &FamilyChange,
) -> Result<(Household, Vec<ChildId>)> {
    let before = lock_allowed(tx, Act::ChangeFamily, id)?;
    version.must_be(before.family.version)?;

    let family = changed(tx, &before.family, change)?;
    store::save_family(tx, &family)?;
    for (known, carer) in &change.carers {
        change_carer(tx, &before, known.as_ref(), carer)?;
    }
    let mut births = Vec::new();
    for child in &change.children {
        births.extend(change_child(tx, &before, child)?);
    }
    tx.audit(Event::ChangeFamily, id.as_str(), json!({}))?;
    index_homes(tx, std::slice::from_ref(id))?;
    let household = store::household(tx, id)?;
    duplicates::note(tx, &household)?;
    Ok((household, births))
}

fn changed(tx: &mut Tx, before: &Family, change: &FamilyChange) -> Result<Family> {
    let mut family = before.clone();
    if let Some(postcode) = change.postcode.clone().filter(|new| *new != before.postcode) {
        let home = postcode.as_deref().map(|code| areas::service::home_centre(tx, code));
        family.centre_id = home.transpose()?.flatten().or(family.centre_id);
        family.postcode = postcode;
    }
    let reason = change.postcode_reason.or(family.postcode_reason);
    family.postcode_reason = no_postcode(family.postcode.as_deref(), reason);
    if let Some(address) = &change.address {
        family.address = address.clone();
    }
    if let Some(day) = change.moved_away_on {
        family.moved_away_on = day;
    }
    Ok(family)
}

fn change_carer(
    tx: &mut Tx,
    before: &Household,
    known: Option<&CarerId>,
    carer: &AddCarer,
) -> Result<()> {
    let new_phone = phone_confirmed_at(tx, before, carer)?;
    let row = match known {
        None => {
            let next = before.carers.iter().map(|carer| carer.position + 1).max().unwrap_or(0);
            let row = carer_row(&before.family.id, carer, next);
            let confirmed_at = Some(tx.now());
            let row = Carer { confirmed_at, phone_confirmed_at: new_phone, ..row };
            store::add_carer(tx, &row)?;
            row
        }
        Some(id) => {
            let old = before.carers.iter().find(|carer| carer.id == *id);
            let old = old.ok_or_else(|| Fault::not_found("carer"))?;
            let row = Carer {
                id: id.clone(),
                former_name: carer.former_name.clone().or_else(|| old.former_name.clone()),
                mail_allowed: carer.mail_allowed.unwrap_or(old.mail_allowed),
                no_post: carer.no_post.unwrap_or(old.no_post),
                no_voicemail: carer.no_voicemail.unwrap_or(old.no_voicemail),
                no_text: carer.no_text.unwrap_or(old.no_text),
                no_call: carer.no_call.unwrap_or(old.no_call),
                no_address_notice: carer.no_address_notice.unwrap_or(old.no_address_notice),
                language: carer.language.clone().or_else(|| old.language.clone()),
                confirmed_at: old.confirmed_at,
                email_proved_at: old.email_proved_at.filter(|_| carer.email == old.email),
                phone_proved_at: old.phone_proved_at.filter(|_| carer.phone == old.phone),
                phone_confirmed_at: match carer.phone == old.phone {
                    true => old.phone_confirmed_at,
                    false => new_phone,
                },
                ..carer_row(&before.family.id, carer, old.position)
            };
            store::save_carer(tx, &row)?;
            row
        }
    };
    answers::keep(tx, &before.family, row.id.as_str(), &carer.answers)
}

/// What staff write down counts as got from the carer; what a parent types is a number until its
/// holder has confirmed it.
fn phone_confirmed_at(tx: &mut Tx, before: &Household, carer: &AddCarer) -> Result<Option<Moment>> {
    let scope = scope_of(tx, &before.family)?;
    let by_staff = tx.actor().may(Act::SettleRequests, &scope);
    Ok((by_staff && carer.phone.is_some()).then(|| tx.now()))
}

fn change_child(tx: &mut Tx, before: &Household, child: &ChangeChild) -> Result<Option<ChildId>> {
    let row = new_child(&child.name, child.birth, tx.now());
    let Some(id) = &child.id else {
        store::add_child(tx, &row)?;
        let position = i32::try_from(before.children.len()).unwrap_or(i32::MAX);
        store::join_child(tx, &before.family.id, &row.id, position)?;
        answers::keep(tx, &before.family, row.id.as_str(), &child.answers)?;
        return Ok(None);
    };
    let old = before.child(id).ok_or_else(|| Fault::not_found("child"))?;
    let row = Child { id: id.clone(), ..row };
    store::save_birth(tx, &row)?;
    answers::keep(tx, &before.family, id.as_str(), &child.answers)?;
    let moved = (old.born(), old.due_on) != (row.born(), row.due_on);
    Ok(moved.then(|| id.clone()))
}
