//! Ending a carer's access in one act, silently: when somebody else may hold her phone, read her mail
//! or know an address that was hers alone. Her sign-ins and her calendar feed end, every link that
//! her family was sent before opens nothing any more, and she may be reached elsewhere from now on.
//! Nobody is told, at the old address or the new one; what has not left yet goes to the new one.

use crate::access::Act;
use crate::access::service::sessions;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, FamilyId};
use crate::base::moment::Moment;
use crate::base::text::{mobile, phone_digits};
use crate::db::Tx;
use crate::families::duplicates::service::note as duplicates;
use crate::families::search::service::index_homes;
use crate::families::service::lock_allowed;
use crate::families::{Carer, Household, store as families};
use crate::mail::store as outbox;
use crate::membership::addresses;
use crate::membership::sign_up::Contact;
use crate::membership::sign_up::store::reached_by;
use serde_json::json;

/// All the ways in which a carer is reached from now on.
#[derive(Clone, Debug)]
pub(crate) struct WaysOfContact {
    pub email: Option<String>,
    pub phone: Option<String>,
}

/// Letters about an address or a sign-in, which no other address should have.
const OF_THE_ADDRESS: [&str; 4] =
    ["address_asked", "confirm_join", "password_reset", "sign_in_code"];

/// `ways` replace those on record; without them, those stay.
pub(crate) fn end(
    tx: &mut Tx,
    family: &FamilyId,
    carer: &CarerId,
    ways: Option<&WaysOfContact>,
) -> Result<()> {
    let household = lock_allowed(tx, Act::EndAccess, family)?;
    let known = household.carers.iter().find(|known| known.id == *carer);
    let known = known.ok_or_else(|| Fault::not_found("carer"))?;

    sessions::end_of_carer(tx, carer)?;
    addresses::store::withdraw(tx, carer)?;
    let now = tx.now();
    families::end_links(tx, family, now)?;
    if let Some(ways) = ways {
        reach_by(tx, &household, known, ways)?;
    }
    let detail = json!({ "carer": carer, "ways_of_contact": ways.is_some() });
    tx.audit(Event::EndAccess, family.as_str(), detail)
}

fn reach_by(
    tx: &mut Tx,
    household: &Household,
    before: &Carer,
    ways: &WaysOfContact,
) -> Result<()> {
    let WaysOfContact { email, phone } = ways.clone();
    let family = &household.family.id;
    let now = tx.now();
    let same_email = email == before.email;
    let after = Carer {
        phone_digits: phone.as_deref().map(phone_digits),
        confirmed_at: if same_email { before.confirmed_at } else { Some(now) },
        email_proved_at: before.email_proved_at.filter(|_| same_email),
        phone_proved_at: before.phone_proved_at.filter(|_| phone == before.phone),
        phone_confirmed_at: phone.as_ref().map(|_| now),
        email,
        phone,
        ..before.clone()
    };
    families::save_carer(tx, &after)?;
    families::save_family(tx, &household.family)?;
    if let Some(old) = before.email.as_deref().filter(|_| !same_email) {
        readdress(tx, family, (old, after.email.as_deref()))?;
    }
    let old_number = before.phone.as_deref().filter(|_| after.phone != before.phone);
    if let Some(old) = old_number.and_then(mobile) {
        let new = after.text_number().filter(|_| tx.sends_texts());
        readdress(tx, family, (&old, new.as_deref()))?;
    }
    index_homes(tx, std::slice::from_ref(family))?;
    let household = families::household(tx, family)?;
    duplicates::note(tx, &household).map(drop)
}

/// What the family has still to be told goes to the new address or number. Without one it is given up, which
/// puts what must be heard on the list of those to ring.
fn readdress(tx: &mut Tx, family: &FamilyId, (old, new): (&str, Option<&str>)) -> Result<()> {
    outbox::remove_queued_to(tx, old, &OF_THE_ADDRESS)?;
    let now = tx.now();
    match new {
        Some(new) => outbox::readdress(tx, family, (old, new)),
        None => outbox::give_up(tx, family, old, now),
    }
}

/// Whether the access of a carer with this way of contact was ended since this moment: what was sent
/// there before opens nothing any more.
pub(crate) fn has_ended_since(tx: &mut Tx, contact: &Contact, at: Moment) -> Result<bool> {
    for carer in reached_by(tx, contact)? {
        if families::family(tx, &carer.family_id)?.has_ended_links_of(Some(at)) {
            return Ok(true);
        }
    }
    Ok(false)
}
