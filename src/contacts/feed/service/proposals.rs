//! Proposals from a feed: staff accept or refuse the proposed child. A contact from a proposal can
//! be withdrawn like any other.

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::ContactProposalId;
use crate::contacts::feed::{Proposal, store};
use crate::contacts::service::record;
use crate::contacts::{Contact, Source, fit};
use crate::db::Tx;
use crate::families;
use crate::families::service::{booked_since, scope_of};
use crate::feeds::service::{may_be_told, standing};
use serde_json::json;

/// Undecided proposals for families within reach.
pub(crate) fn list(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Proposal>> {
    let (reach, since) = (tx.actor().reach(Act::SeeContacts), booked_since(tx));
    store::open(tx, (&reach, since), after, rows)
}

/// Accepts a proposal: the contact is recorded.
pub(crate) fn accept(tx: &mut Tx, id: &ContactProposalId) -> Result<Contact> {
    let proposal = open(tx, id)?;
    may_be_kept(tx, &proposal)?;
    let child = families::store::child(tx, &proposal.child_id)?;
    let child = child.ok_or_else(|| Fault::not_found("child"))?;
    // Its birth date may have been corrected since.
    fit::check_child(proposal.kind, proposal.on_day, &child)?;
    let Proposal { kind, on_day, family_id, child_id, .. } = &proposal;
    let new = Contact {
        centre_id: proposal.centre_id.clone(),
        activity_id: proposal.activity_id.clone(),
        partner_id: proposal.partner_id.clone(),
        place: proposal.place,
        until_day: proposal.until_day,
        taken_up: proposal.taken_up,
        source: Source::Feed,
        source_name: Some(proposal.source_name.clone()),
        reference: Some(proposal.reference.clone()),
        ..Contact::of_child(*kind, *on_day, family_id, child_id)
    };
    let contact = record(tx, &new)?;
    decided(tx, id, Some(&contact))?;
    Ok(contact)
}

/// A family that has opted out since gets no contacts from feeds.
fn may_be_kept(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    let family = standing(tx, &proposal.family_id)?;
    if may_be_told(tx, &family)? {
        return Ok(());
    }
    let detail = "The family no longer wants to be a member. Refuse the proposal.";
    Err(Fault::new(Code::NoLongerOpen, detail))
}

/// Refuses a proposal: it was another child.
pub(crate) fn refuse(tx: &mut Tx, id: &ContactProposalId) -> Result<()> {
    open(tx, id)?;
    decided(tx, id, None)
}

/// The proposal, if the caller may record contacts of its family.
fn open(tx: &mut Tx, id: &ContactProposalId) -> Result<Proposal> {
    let proposal = store::proposal(tx, id)?;
    let kept = families::store::kept(tx, &proposal.family_id)?;
    let family = families::store::family(tx, &kept)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::RecordContact, &scope, "proposal")?;
    match proposal.decided_at {
        None => Ok(proposal),
        Some(_) => Err(before()),
    }
}

fn decided(tx: &mut Tx, id: &ContactProposalId, contact: Option<&Contact>) -> Result<()> {
    let now = tx.now();
    let by = tx.actor().account_id.clone();
    if store::decide(tx, id, (now, by.as_ref()), contact.map(|made| &made.id))? == 0 {
        return Err(before());
    }
    let detail = json!({ "contact": contact.map(|made| &made.id) });
    tx.audit(Event::DecideProposal, id.as_str(), detail)
}

fn before() -> Fault {
    Fault::new(Code::NoLongerOpen, "This proposal has already been decided.")
}
