//! Contacts entered by hand: by staff of the centre, or by a professional for a family in the
//! team's statements, by the statement's ids. What a professional is answered never depends on what
//! else is known about the family. A contact is never changed, only withdrawn with a reason.

use super::record;
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, ContactId, FamilyId, PartnerId};
use crate::contacts::by_hand::{ByHand, Later};
use crate::contacts::fit::{self, ContactParty, ContactSaid};
use crate::contacts::{Contact, Kind, Origin, Source, store};
use crate::db::Tx;
use crate::families::service::scope_of;
use crate::families::statements::service::speaks_for_team;
use crate::families::statements::{Statement, child_id, service as statements, store as stated};
use crate::families::{self, Child};
use crate::membership::service::partner_statements::behind;
use crate::membership::service::restricted_met;
use crate::{centres, partners, sessions};
use serde_json::json;

/// The family and children of a contact.
struct OfFamily {
    family: FamilyId,
    /// The children that the contact may name.
    own: Vec<Child>,
    /// The named children on record.
    children: Vec<ChildId>,
}

/// Records one contact per child, or one for the adults; the ids are those of the family, or of the
/// team's statement.
pub(crate) fn add(tx: &mut Tx, by_hand: &ByHand) -> Result<Vec<Contact>> {
    if speaks_for_team(tx.actor()) {
        return add_stated(tx, by_hand);
    }
    families::service::allow(tx, Act::RecordContact, &by_hand.family_id)?;
    let of = OfFamily {
        family: by_hand.family_id.clone(),
        own: families::store::children_of(tx, &by_hand.family_id)?,
        children: by_hand.child_ids.clone(),
    };
    record_each(tx, by_hand, Source::Hand, &of)
}

fn add_stated(tx: &mut Tx, by_hand: &ByHand) -> Result<Vec<Contact>> {
    let statement = statements::own_named(tx, &by_hand.family_id)?;
    let said = statements::said(&statement)?;
    let behind = behind(tx, &statement, &said)?;
    if behind.family.restricted {
        restricted_met(tx, &behind.family)?;
    }
    let now = tx.now();
    let described = said.children.iter().zip(0..);
    let own: Vec<_> =
        described.map(|(child, at)| child.as_described(child_id(&statement.id, at), now)).collect();
    let on_record = |id: &ChildId| {
        let at = own.iter().position(|child| child.id == *id)?;
        behind.children.get(at).cloned().flatten()
    };
    let children = by_hand.child_ids.iter().filter_map(on_record).collect();
    let of = OfFamily { family: behind.family.id, children, own };

    let made = record_each(tx, by_hand, Source::Partner, &of)?;
    made.into_iter().map(|contact| as_stated(tx, &statement, contact)).collect()
}

fn record_each(
    tx: &mut Tx,
    by_hand: &ByHand,
    source: Source,
    of: &OfFamily,
) -> Result<Vec<Contact>> {
    // So that the session stays on its day.
    sessions::store::lock(tx, by_hand.session_id.as_slice())?;
    families::store::lock(tx, std::slice::from_ref(&of.family))?;
    let said = checked(tx, by_hand, &of.own)?;
    let origin = origin(tx, by_hand, source)?;
    let new = Contact {
        centre_id: origin.centre,
        session_id: by_hand.session_id.clone(),
        activity_id: origin.activity,
        partner_id: origin.partner,
        place: said.place,
        until_day: said.until_day,
        taken_up: said.taken_up,
        source,
        ..Contact::of_adults(said.kind, said.on_day, &of.family, by_hand.adults.unwrap_or(0))
    };
    let mut made = Vec::new();
    for child in &of.children {
        let of_child = Contact { child_id: Some(child.clone()), adults: 0, ..new.clone() };
        made.push(record(tx, &of_child)?);
    }
    if made.is_empty() {
        made.push(record(tx, &new)?);
    }
    let detail = json!({ "kind": said.kind, "contacts": made.len() });
    tx.audit(Event::RecordContact, of.family.as_str(), detail)?;
    Ok(made)
}

fn checked(tx: &mut Tx, by_hand: &ByHand, own: &[Child]) -> Result<ContactSaid> {
    if by_hand.kind == Kind::Attendance {
        let detail = "Mark attendance in the session's register instead.";
        return Err(Fault::invalid("/kind", detail));
    }
    let party = match (by_hand.child_ids.is_empty(), by_hand.adults) {
        (false, None) => ContactParty::Children,
        (false, Some(_)) => {
            let detail = "Name the children, or give the number of adults if there is no child.";
            return Err(Fault::invalid("/adults", detail));
        }
        (true, adults) => ContactParty::Adults(adults.unwrap_or(0)),
    };
    let &ByHand { kind, on_day, place, until_day, taken_up, .. } = by_hand;
    let said = ContactSaid { kind, on_day, place, until_day, taken_up };
    let said = fit::check(&said, party, tx.today())?;
    for (at, id) in by_hand.child_ids.iter().enumerate() {
        let pointer = format!("/child_ids/{at}");
        if by_hand.child_ids.iter().take(at).any(|other| other == id) {
            return Err(Fault::invalid(&pointer, "This child is named twice."));
        }
        let child = own.iter().find(|child| child.id == *id);
        let child = child.ok_or_else(|| {
            Fault::invalid(&pointer, "This child does not belong to this family.")
        })?;
        fit::check_child(kind, on_day, child)?;
    }
    Ok(said)
}

fn origin(tx: &mut Tx, by_hand: &ByHand, source: Source) -> Result<Origin> {
    let mut centre = by_hand.centre_id.clone();
    let mut activity = None;
    if let Some(id) = &by_hand.session_id {
        let session = sessions::store::planned(tx, id)?.session;
        let elsewhere = centre.is_some_and(|centre| centre != session.centre_id);
        if elsewhere || session.local_day != by_hand.on_day {
            let detail = "The session was on another day or at another centre. Correct it.";
            return Err(Fault::invalid("/session_id", detail));
        }
        centre = Some(session.centre_id);
        activity = Some(session.activity_id);
    }
    if centre.is_none() && source == Source::Hand && !fit::is_universal(by_hand.kind) {
        centre = tx.actor().roles.iter().find_map(|held| held.centre.clone());
    }
    match &centre {
        None if fit::needs_centre(by_hand.kind) => {
            return Err(Fault::invalid("/centre_id", "Name the centre whose work this was."));
        }
        None => {}
        Some(id) => {
            if source == Source::Hand {
                tx.allow(Act::RecordContact, &Scope::centre(id), "centre")?;
            }
            centres::store::centre(tx, id)?;
        }
    }
    let partner = partner(tx, by_hand, source)?;
    Ok(Origin { centre, activity, partner })
}

/// Professionals report for their own agency; for a place they may name the setting.
fn partner(tx: &mut Tx, by_hand: &ByHand, source: Source) -> Result<Option<PartnerId>> {
    let own = tx.actor().partner_id.clone().filter(|_| source == Source::Partner);
    let of_place = matches!(by_hand.kind, Kind::EarlyLearning | Kind::SchoolPlace);
    let named = by_hand.partner_id.clone();
    if source == Source::Partner && !of_place && named.is_some() && named != own {
        return Err(Fault::invalid(
            "/partner_id",
            "You report for your own agency. Leave this out.",
        ));
    }
    let partner = named.or(own);
    let found = partner.as_ref().map(|id| partners::store::partner(tx, id)).transpose()?;
    fit::check_partner(by_hand.kind, found.map(|partner| partner.kind))?;
    Ok(partner)
}

/// A contact that the caller may withdraw or change.
struct Own {
    contact: Contact,
    /// The current record of its family.
    kept: FamilyId,
    /// A professional's: the family's statement, whose ids are shown.
    statement: Option<Statement>,
}

impl Own {
    fn shown(self, tx: &mut Tx, contact: Contact) -> Result<Contact> {
        match &self.statement {
            Some(statement) => as_stated(tx, statement, contact),
            None => Ok(Contact { family_id: self.kept, ..contact }),
        }
    }
}

/// A contact as shown to a team: with the statement's ids in place of the family's.
fn as_stated(tx: &mut Tx, statement: &Statement, contact: Contact) -> Result<Contact> {
    let mut child = None;
    if let Some(id) = &contact.child_id {
        let known = stated::children(tx, &statement.id)?;
        let at = known.iter().find(|(_, known)| known == id).map(|(at, _)| *at);
        let at = at.and_then(|at| usize::try_from(at).ok());
        child = at.map(|at| child_id(&statement.id, at));
    }
    let family_id = FamilyId::from(statement.id.as_str());
    Ok(Contact { child_id: child, family_id, ..contact })
}

fn own(tx: &mut Tx, id: &ContactId) -> Result<Own> {
    let contact = store::contact(tx, id)?;
    let kept = families::store::kept(tx, &contact.family_id)?;
    if speaks_for_team(tx.actor()) {
        let statement = Some(statement_of(tx, &contact, &kept)?);
        return Ok(Own { contact, kept, statement });
    }
    staff_may_record(tx, &contact, &kept)?;
    Ok(Own { contact, kept, statement: None })
}

/// The caller's team's statement about the family, where this agency recorded the contact.
fn statement_of(tx: &mut Tx, contact: &Contact, kept: &FamilyId) -> Result<Statement> {
    let unknown = || Fault::not_found("contact");
    let actor = tx.actor().clone();
    let partner = actor.partner_id.ok_or_else(unknown)?;
    let written =
        contact.partner_id.as_ref() == Some(&partner) || contact.said_by == actor.account_id;
    let statement = stated::of_family(tx, (&partner, actor.team.as_deref()), kept)?;
    statement.filter(|_| contact.source == Source::Partner && written).ok_or_else(unknown)
}

fn staff_may_record(tx: &mut Tx, contact: &Contact, kept: &FamilyId) -> Result<()> {
    let family = families::store::family(tx, kept)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::RecordContact, &scope, "contact")?;
    if contact.source == Source::Register {
        let detail = "This comes from a register. Correct the mark there.";
        return Err(Fault::new(Code::NoLongerOpen, detail));
    }
    Ok(())
}

/// The contact, if the caller may record contacts of its family.
pub(crate) fn one(tx: &mut Tx, id: &ContactId) -> Result<Contact> {
    let contact = store::contact(tx, id)?;
    let kept = families::store::kept(tx, &contact.family_id)?;
    staff_may_record(tx, &contact, &kept)?;
    Ok(Contact { family_id: kept, ..contact })
}

/// Withdraws a contact recorded by mistake. Fault: `no_longer_open` if it is already withdrawn.
pub(crate) fn withdraw(tx: &mut Tx, id: &ContactId, reason: &str) -> Result<Contact> {
    let own = own(tx, id)?;
    withdraw_once(tx, id, reason)?;
    tx.audit(Event::WithdrawContact, own.kept.as_str(), json!({ "contact": id }))?;
    let withdrawn = Contact { withdrawn_at: Some(tx.now()), ..own.contact.clone() };
    own.shown(tx, withdrawn)
}

fn withdraw_once(tx: &mut Tx, id: &ContactId, why: &str) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    match store::withdraw_because(tx, id, now, by.as_ref(), why)? {
        0 => Err(Fault::new(Code::NoLongerOpen, "This contact is already withdrawn.")),
        _ => Ok(()),
    }
}

/// Records a corrected contact and withdraws the old one.
pub(crate) fn change(tx: &mut Tx, id: &ContactId, later: &Later) -> Result<Contact> {
    let own = own(tx, id)?;
    let contact = &own.contact;
    let said = ContactSaid {
        kind: contact.kind,
        on_day: contact.on_day,
        place: contact.place,
        until_day: later.until_day.unwrap_or(contact.until_day),
        taken_up: later.taken_up.unwrap_or(contact.taken_up),
    };
    let party = match contact.child_id {
        Some(_) => ContactParty::Children,
        None => ContactParty::Adults(contact.adults),
    };
    let ContactSaid { place, until_day, taken_up, .. } = fit::check(&said, party, tx.today())?;

    withdraw_once(tx, id, "replaced by a new record")?;
    let made = record(tx, &Contact { place, until_day, taken_up, ..contact.clone() })?;
    tx.audit(Event::ChangeContact, own.kept.as_str(), json!({ "contact": made.id }))?;
    own.shown(tx, made)
}
