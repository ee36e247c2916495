//! Contacts that a professional records, withdraws or corrects, for a family in the team's
//! statements, by the statement's ids. The response never depends on what else is known about the
//! family.

use super::hand::{ByHand, Later, OfFamily, Writer, change_known, record_all, withdraw_known};
use crate::base::fault::Fault;
use crate::base::id::{ChildId, ContactId, FamilyId};
use crate::contacts::{Contact, Source, store};
use crate::db::Tx;
use crate::families;
use crate::families::statements::{Statement, child_id, service as statements, store as stated};
use crate::membership::service::partner_statements::behind;
use crate::membership::service::restricted_met;

/// Records contacts of a stated family; the ids are the statement's.
pub fn add(tx: &mut Tx, by_hand: &ByHand) -> Result<Vec<(Contact, FamilyId)>, Fault> {
    let statement = statements::own_named(tx, &by_hand.family)?;
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
    let children = by_hand.children.iter().filter_map(on_record).collect();
    let of = OfFamily { family: behind.family.id, children, own };

    let made = record_all(tx, by_hand, Writer::Partner, &of)?;
    made.into_iter().map(|contact| shown(tx, &statement, contact)).collect()
}

pub fn withdraw(tx: &mut Tx, id: &ContactId, reason: &str) -> Result<(Contact, FamilyId), Fault> {
    let (contact, kept, statement) = own(tx, id)?;
    let (contact, _) = withdraw_known(tx, contact, kept, reason)?;
    shown(tx, &statement, contact)
}

pub fn change(tx: &mut Tx, id: &ContactId, later: &Later) -> Result<(Contact, FamilyId), Fault> {
    let (contact, kept, statement) = own(tx, id)?;
    let (contact, _) = change_known(tx, contact, kept, later)?;
    shown(tx, &statement, contact)
}

/// A contact that this agency recorded for a family in the caller's team's statements.
fn own(tx: &mut Tx, id: &ContactId) -> Result<(Contact, FamilyId, Statement), Fault> {
    let unknown = || Fault::not_found("contact");
    let contact = store::contact(tx, id)?;
    let actor = tx.actor().clone();
    let partner = actor.partner_id.ok_or_else(unknown)?;
    let written =
        contact.partner_id.as_ref() == Some(&partner) || contact.said_by == actor.account_id;
    let kept = families::store::kept(tx, &contact.family_id)?;
    let statement = stated::of_family(tx, (&partner, actor.team.as_deref()), &kept)?;
    let statement = statement.filter(|_| contact.source == Source::Partner && written);
    Ok((contact, kept, statement.ok_or_else(unknown)?))
}

/// A contact as shown to the team: with the statement's id in place of the family's.
fn shown(
    tx: &mut Tx,
    statement: &Statement,
    contact: Contact,
) -> Result<(Contact, FamilyId), Fault> {
    let mut child = None;
    if let Some(id) = &contact.child_id {
        let known = stated::children(tx, &statement.id)?;
        let at = known.iter().find(|(_, known)| known == id).map(|(at, _)| *at);
        let at = at.and_then(|at| usize::try_from(at).ok());
        child = at.map(|at| child_id(&statement.id, at));
    }
    Ok((Contact { child_id: child, ..contact }, FamilyId::from(statement.id.as_str())))
}
