//! Contacts entered by hand, by staff of the centre; professionals use `statement`. A
//! contact is never changed, only withdrawn with a reason.

use super::{NewContact, record};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault};
use crate::base::id::{ActivityId, CentreId, ChildId, ContactId, FamilyId, PartnerId, SessionId};
use crate::centres;
use crate::contacts::fit::{self, ContactParty, ContactSaid};
use crate::contacts::{Contact, Kind, Source, store};
use crate::db::Tx;
use crate::families::service::scope_of;
use crate::families::{self, Child};
use crate::partners;
use crate::sessions;
use chrono::NaiveDate;
use serde_json::json;

/// A contact to record.
#[derive(Clone, Debug)]
pub struct ByHand {
    pub said: ContactSaid,
    pub family: FamilyId,
    /// Empty: the contact is with adults.
    pub children: Vec<ChildId>,
    pub adults: Option<i32>,
    pub centre: Option<CentreId>,
    pub session: Option<SessionId>,
    pub partner: Option<PartnerId>,
}

/// In which role somebody enters a contact.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writer {
    Staff,
    Partner,
}

/// The family and children of a contact.
pub(crate) struct OfFamily {
    pub family: FamilyId,
    /// The children that the contact may name.
    pub own: Vec<Child>,
    /// The named children on record.
    pub children: Vec<ChildId>,
}

/// Records one contact per child, or one for the adults.
pub fn add(tx: &mut Tx, by_hand: &ByHand) -> Result<Vec<(Contact, FamilyId)>, Fault> {
    let family = families::store::family(tx, &by_hand.family)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::RecordContact, &scope, "family")?;
    let of = OfFamily {
        own: families::store::children_of(tx, &family.id)?,
        children: by_hand.children.clone(),
        family: family.id,
    };
    let made = record_all(tx, by_hand, Writer::Staff, &of)?;
    Ok(made.into_iter().map(|contact| (contact.clone(), contact.family_id)).collect())
}

/// The same, without a permission check.
pub(crate) fn record_all(
    tx: &mut Tx,
    by_hand: &ByHand,
    writer: Writer,
    of: &OfFamily,
) -> Result<Vec<Contact>, Fault> {
    families::store::lock(tx, std::slice::from_ref(&of.family))?;
    let said = checked(tx, by_hand, &of.own)?;
    let origin = origin(tx, by_hand, &writer)?;
    let new = NewContact {
        centre_id: origin.centre,
        session_id: by_hand.session.clone(),
        activity_id: origin.activity,
        partner_id: origin.partner,
        place: said.place,
        until_day: said.until_day,
        taken_up: said.taken_up,
        source: if writer == Writer::Partner { Source::Partner } else { Source::Hand },
        ..NewContact::of_adults(said.kind, said.on_day, &of.family, by_hand.adults.unwrap_or(0))
    };
    let mut made = Vec::new();
    for child in &of.children {
        let of_child = NewContact { child_id: Some(child.clone()), adults: 0, ..new.clone() };
        made.push(record(tx, &of_child)?);
    }
    if made.is_empty() {
        made.push(record(tx, &new)?);
    }
    let detail = json!({ "kind": said.kind, "contacts": made.len() });
    tx.audit(Event::RecordContact, of.family.as_str(), detail)?;
    Ok(made)
}

fn checked(tx: &mut Tx, by_hand: &ByHand, own: &[Child]) -> Result<ContactSaid, Fault> {
    if by_hand.said.kind == Kind::Attendance {
        let detail = "Mark attendance in the session's register instead.";
        return Err(Fault::invalid("/kind", detail));
    }
    let party = match (by_hand.children.is_empty(), by_hand.adults) {
        (false, None) => ContactParty::Children,
        (false, Some(_)) => {
            let detail = "Name the children, or give the number of adults if there is no child.";
            return Err(Fault::invalid("/adults", detail));
        }
        (true, adults) => ContactParty::Adults(adults.unwrap_or(0)),
    };
    let today = tx.today();
    let said = fit::check(&by_hand.said, party, today)?;
    for (at, id) in by_hand.children.iter().enumerate() {
        let pointer = format!("/child_ids/{at}");
        if by_hand.children.iter().take(at).any(|other| other == id) {
            return Err(Fault::invalid(&pointer, "This child is named twice."));
        }
        let child = own.iter().find(|child| child.id == *id);
        let child = child.ok_or_else(|| {
            Fault::invalid(&pointer, "This child does not belong to this family.")
        })?;
        fit::check_child(said.kind, said.on_day, child)?;
    }
    Ok(said)
}

/// Where a contact took place.
struct Origin {
    centre: Option<CentreId>,
    activity: Option<ActivityId>,
    partner: Option<PartnerId>,
}

fn origin(tx: &mut Tx, by_hand: &ByHand, writer: &Writer) -> Result<Origin, Fault> {
    let kind = by_hand.said.kind;
    let mut centre = by_hand.centre.clone();
    let mut activity = None;
    if let Some(id) = &by_hand.session {
        let planned = sessions::store::planned(tx, id)?;
        let session = &planned.session;
        let elsewhere = centre.as_ref().is_some_and(|centre| *centre != session.centre_id);
        if elsewhere || session.local_day != by_hand.said.on_day {
            let detail = "The session was on another day or at another centre. Correct it.";
            return Err(Fault::invalid("/session_id", detail));
        }
        centre = Some(session.centre_id.clone());
        activity = Some(session.activity_id.clone());
    }
    if centre.is_none() && *writer == Writer::Staff && !is_universal(kind) {
        centre = tx.actor().roles.iter().find_map(|held| held.centre.clone());
    }
    match &centre {
        None if fit::needs_centre(kind) => {
            return Err(Fault::invalid("/centre_id", "Name the centre whose work this was."));
        }
        None => {}
        Some(id) => {
            if *writer == Writer::Staff {
                tx.allow(Act::RecordContact, &Scope::centre(id), "centre")?;
            }
            centres::store::centre(tx, id)?;
        }
    }
    let partner = partner(tx, by_hand, writer)?;
    Ok(Origin { centre, activity, partner })
}

/// Contacts reported by universal services belong to no centre.
fn is_universal(kind: Kind) -> bool {
    matches!(kind, Kind::HealthReview | Kind::EarlyLearning | Kind::SchoolPlace)
}

/// Professionals report for their own agency; for a place they may name the setting.
fn partner(tx: &mut Tx, by_hand: &ByHand, writer: &Writer) -> Result<Option<PartnerId>, Fault> {
    let own = tx.actor().partner_id.clone().filter(|_| *writer == Writer::Partner);
    let kind = by_hand.said.kind;
    let of_place = matches!(kind, Kind::EarlyLearning | Kind::SchoolPlace);
    let named = by_hand.partner.clone();
    if *writer == Writer::Partner && !of_place && named.is_some() && named != own {
        return Err(Fault::invalid(
            "/partner_id",
            "You report for your own agency. Leave this out.",
        ));
    }
    let partner = named.or(own);
    let found = partner.as_ref().map(|id| partners::store::partner(tx, id)).transpose()?;
    fit::check_partner(kind, found.map(|partner| partner.kind))?;
    Ok(partner)
}

/// The contact, if the caller may record contacts of its family.
pub fn own(tx: &mut Tx, id: &ContactId) -> Result<(Contact, FamilyId), Fault> {
    let contact = store::contact(tx, id)?;
    let kept = families::store::kept(tx, &contact.family_id)?;
    let family = families::store::family(tx, &kept)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::RecordContact, &scope, "contact")?;
    if contact.source == Source::Register {
        let detail = "This comes from a register. Correct the mark there.";
        return Err(Fault::new(Code::NoLongerOpen, detail));
    }
    Ok((contact, kept))
}

/// Withdraws a contact recorded by mistake. Fault: `no_longer_open` if it is already withdrawn.
pub fn withdraw(tx: &mut Tx, id: &ContactId, reason: &str) -> Result<(Contact, FamilyId), Fault> {
    let (contact, kept) = own(tx, id)?;
    withdraw_known(tx, contact, kept, reason)
}

/// The same, without a permission check.
pub(crate) fn withdraw_known(
    tx: &mut Tx,
    contact: Contact,
    kept: FamilyId,
    reason: &str,
) -> Result<(Contact, FamilyId), Fault> {
    let id = &contact.id.clone();
    let by = tx.actor().account_id.clone();
    let now = tx.now();
    if store::withdraw_because(tx, id, now, by.as_ref(), reason)? == 0 {
        return Err(Fault::new(Code::NoLongerOpen, "This contact is already withdrawn."));
    }
    tx.audit(Event::WithdrawContact, kept.as_str(), json!({ "contact": id }))?;
    Ok((Contact { withdrawn_at: Some(now), ..contact }, kept))
}

/// A later change to a contact.
#[derive(Clone, Debug)]
pub struct Later {
    /// A place's last day; `Some(None)`: still taken up.
    pub until_day: Option<Option<NaiveDate>>,
    pub taken_up: Option<Option<bool>>,
}

/// Records a corrected contact and withdraws the old one.
pub fn change(tx: &mut Tx, id: &ContactId, later: &Later) -> Result<(Contact, FamilyId), Fault> {
    let (contact, kept) = own(tx, id)?;
    change_known(tx, contact, kept, later)
}

/// The same, without a permission check.
pub(crate) fn change_known(
    tx: &mut Tx,
    contact: Contact,
    kept: FamilyId,
    later: &Later,
) -> Result<(Contact, FamilyId), Fault> {
    let id = &contact.id.clone();
    let said = ContactSaid {
        kind: contact.kind,
        on_day: contact.on_day,
        place: contact.place,
        until_day: later.until_day.unwrap_or(contact.until_day),
        taken_up: later.taken_up.unwrap_or(contact.taken_up),
    };
    let party = if contact.child_id.is_some() {
        ContactParty::Children
    } else {
        ContactParty::Adults(contact.adults)
    };
    let today = tx.today();
    let said = fit::check(&said, party, today)?;

    let now = tx.now();
    let by = tx.actor().account_id.clone();
    if store::withdraw_because(tx, id, now, by.as_ref(), "replaced by a new record")? == 0 {
        return Err(Fault::new(Code::NoLongerOpen, "This contact is already withdrawn."));
    }
    let new = NewContact {
        child_id: contact.child_id,
        centre_id: contact.centre_id,
        session_id: contact.session_id,
        activity_id: contact.activity_id,
        partner_id: contact.partner_id,
        place: said.place,
        until_day: said.until_day,
        taken_up: said.taken_up,
        source: contact.source,
        reference: contact.source_name.zip(contact.reference),
        ..NewContact::of_adults(contact.kind, contact.on_day, &contact.family_id, contact.adults)
    };
    let made = record(tx, &new)?;
    tx.audit(Event::ChangeContact, kept.as_str(), json!({ "contact": made.id }))?;
    Ok((made, kept))
}
