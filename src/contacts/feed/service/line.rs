//! Processes one row of a feed of contacts, in one transaction: finds the child or family and an
//! earlier version, then records, replaces, proposes or skips it.

use super::matching::{ContactPerson, Likely, Meant, exact, likely};
use super::origin::origin;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, ContactId, ContactProposalId, FamilyId, FeedRunId};
use crate::contacts::feed::line::{self, Came, ContactLine, Reading};
use crate::contacts::feed::{Proposal, headings, store};
use crate::contacts::service::record;
use crate::contacts::{Contact, Kind, Origin, Source, fit, list, store as contacts};
use crate::db::Tx;
use crate::families;
use crate::feeds::entry::UnfitEntry;
use crate::feeds::fields::FeedColumns;
use crate::feeds::mapping::Mapping;
use crate::feeds::service::may_be_told;
use crate::feeds::service::subject::{Became, FeedPlan, Subject};
use crate::feeds::{FeedKind, Outcome};
use crate::partners::agreements::{AgreementPurpose, Item};
use csv::StringRecord;
use serde_json::json;
use std::collections::HashSet;

/// The sender name for the organisation's own data.
const OWN: &str = "organisation";

/// Feeds of contacts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contacts {
    /// The kind of rows that do not say.
    pub kind: Option<Kind>,
}

impl Subject for Contacts {
    type Entry = ContactLine;
    type Seen = HashSet<(Option<String>, Option<ChildId>)>;

    fn kind(&self) -> FeedKind {
        FeedKind::Contacts
    }

    fn purpose(&self) -> AgreementPurpose {
        AgreementPurpose::Contacts
    }

    fn reading(&self) -> String {
        self.kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default()
    }

    fn columns(
        &self,
        names: &[String],
        mapping: &Mapping,
        items: Option<&[Item]>,
    ) -> Result<FeedColumns> {
        headings::columns(names, mapping, items)
    }

    fn read(&self, plan: &FeedPlan, cells: &StringRecord) -> Result<ContactLine, UnfitEntry> {
        line::read(&Reading { columns: &plan.columns, kind: self.kind, today: plan.today }, cells)
    }

    fn work_off(
        &self,
        tx: &mut Tx,
        plan: &FeedPlan,
        run: &FeedRunId,
        entry: &ContactLine,
    ) -> Result<Became> {
        let decision = decide(tx, plan, entry)?;
        let became = decision.became();
        carry_out(tx, plan, run, decision)?;
        Ok(became)
    }

    fn try_out(
        &self,
        tx: &mut Tx,
        plan: &FeedPlan,
        seen: &mut Self::Seen,
        entry: &ContactLine,
    ) -> Result<Became> {
        let decision = decide(tx, plan, entry)?;
        if let LineDecision::Record(new) = &decision
            && !seen.insert((new.reference.clone(), new.child_id.clone()))
        {
            return Ok((Outcome::Known, None));
        }
        Ok(decision.became())
    }
}

/// What to do with a row.
enum LineDecision {
    Record(Contact),
    /// The sender changed a contact sent before.
    Replace(ContactId, Contact),
    /// The person did not come after all.
    Withdraw(ContactId),
    Propose(Box<Proposed>),
    /// Nothing is written.
    Leave(Became),
}

struct Proposed {
    new: Contact,
    score: i32,
    differs: String,
}

impl LineDecision {
    fn leave(outcome: Outcome) -> LineDecision {
        LineDecision::Leave((outcome, None))
    }

    fn became(&self) -> Became {
        match self {
            LineDecision::Record(_) => (Outcome::Made, None),
            LineDecision::Replace(..) | LineDecision::Withdraw(_) => (Outcome::Updated, None),
            LineDecision::Propose(_) => (Outcome::Proposed, None),
            LineDecision::Leave(became) => became.clone(),
        }
    }
}

/// An error in the row is its outcome; an internal error is a fault.
pub(crate) fn refused(plan: &FeedPlan, fault: Fault) -> Result<Became> {
    match fault.code() {
        Code::InvalidRequest => Ok((Outcome::Refused, Some(line::wrong(&plan.columns, &fault)))),
        _ => Err(fault),
    }
}

fn decide(tx: &mut Tx, plan: &FeedPlan, line: &ContactLine) -> Result<LineDecision> {
    judged(tx, plan, line).or_else(|fault| Ok(LineDecision::Leave(refused(plan, fault)?)))
}

fn judged(tx: &mut Tx, plan: &FeedPlan, line: &ContactLine) -> Result<LineDecision> {
    let origin = origin(tx, plan, line)?;
    let Some(meant) = exact(tx, plan, line)? else {
        return match line.came {
            Came::StayedAway => Ok(LineDecision::leave(Outcome::LeftOut)),
            Came::Came => nearly(tx, plan, line, &origin),
        };
    };
    let of_family = families::store::family(tx, &meant.family)?;
    if !may_be_told(tx, &of_family)? {
        return Ok(LineDecision::leave(Outcome::Suppressed));
    }
    let new = contact(plan, line, &origin, &meant);
    match (known(tx, plan, line, &meant)?, line.came) {
        (Some(known), Came::StayedAway) => Ok(LineDecision::Withdraw(known.id)),
        (None, Came::StayedAway) => Ok(LineDecision::leave(Outcome::LeftOut)),
        (Some(known), Came::Came) if is_same(&known, &new) => {
            Ok(LineDecision::leave(Outcome::Known))
        }
        (known, Came::Came) => {
            if let ContactPerson::Child(child) = &meant.who {
                let row = families::store::child(tx, child)?;
                let row = row.ok_or_else(|| Fault::not_found("child"))?;
                match fit::check_child(line.said.kind, line.said.on_day, &row) {
                    // An error here would tell a partner that the child is on record.
                    Err(_) if plan.is_partners => {
                        return Ok(LineDecision::leave(Outcome::Unmatched));
                    }
                    fits => fits?,
                }
            }
            Ok(match known {
                Some(known) => LineDecision::Replace(known.id, new),
                None => LineDecision::Record(new),
            })
        }
    }
}

fn source(plan: &FeedPlan) -> &str {
    plan.partner.as_ref().map_or(OWN, |partner| partner.id.as_str())
}

/// What the sender reported before about the same contact.
fn known(
    tx: &mut Tx,
    plan: &FeedPlan,
    line: &ContactLine,
    meant: &Meant,
) -> Result<Option<Contact>> {
    let known_by = line.known_by();
    match &meant.who {
        ContactPerson::Child(child) => store::of_reference(tx, (source(plan), &known_by), child),
        ContactPerson::Adults(_) => {
            let records = list::store::joined_into(tx, &meant.family)?;
            let references = records.iter().map(|family| of_family(&known_by, family));
            store::of_adults(tx, source(plan), references.collect())
        }
    }
}

/// Two families that came to one session each have their own contact.
fn of_family(known_by: &str, family: &FamilyId) -> String {
    format!("{known_by} of {}", family.as_str())
}

fn contact(plan: &FeedPlan, line: &ContactLine, origin: &Origin, meant: &Meant) -> Contact {
    let (said, family) = (&line.said, &meant.family);
    let (new, known_by) = match &meant.who {
        ContactPerson::Child(child) => {
            (Contact::of_child(said.kind, said.on_day, family, child), line.known_by())
        }
        ContactPerson::Adults(adults) => {
            let new = Contact::of_adults(said.kind, said.on_day, family, *adults);
            (new, of_family(&line.known_by(), family))
        }
    };
    Contact {
        centre_id: origin.centre.clone(),
        activity_id: origin.activity.clone(),
        partner_id: origin.partner.clone(),
        place: said.place,
        until_day: said.until_day,
        taken_up: said.taken_up,
        source: Source::Feed,
        source_name: Some(source(plan).to_owned()),
        reference: Some(known_by),
        ..new
    }
}

fn is_same(known: &Contact, new: &Contact) -> bool {
    known.kind == new.kind
        && known.adults == new.adults
        && known.on_day == new.on_day
        && known.centre_id == new.centre_id
        && known.activity_id == new.activity_id
        && known.partner_id == new.partner_id
        && known.place == new.place
        && known.until_day == new.until_day
        && known.taken_up == new.taken_up
}

/// Handles a row without an exact match.
fn nearly(
    tx: &mut Tx,
    plan: &FeedPlan,
    line: &ContactLine,
    origin: &Origin,
) -> Result<LineDecision> {
    let Some(Likely { family, child, score, differs }) = likely(tx, line)? else {
        return Ok(LineDecision::leave(Outcome::Unmatched));
    };
    let known_by = line.known_by();
    match store::proposed(tx, (source(plan), &known_by), &child.id)? {
        // Accepted, refused, or still undecided.
        Some(before) if before.contact_id.is_some() => Ok(LineDecision::leave(Outcome::Known)),
        Some(before) if before.decided_at.is_some() => Ok(LineDecision::leave(Outcome::Unmatched)),
        Some(_) => Ok(LineDecision::leave(Outcome::Proposed)),
        None => {
            let meant = Meant { family, who: ContactPerson::Child(child.id) };
            let new = contact(plan, line, origin, &meant);
            Ok(LineDecision::Propose(Box::new(Proposed { new, score, differs })))
        }
    }
}

fn carry_out(tx: &mut Tx, plan: &FeedPlan, run: &FeedRunId, decision: LineDecision) -> Result<()> {
    let now = tx.now();
    let by = plan.maker.account_id.clone();
    match decision {
        LineDecision::Record(new) => {
            record(tx, &new)?;
        }
        LineDecision::Replace(old, new) => {
            contacts::withdraw_because(tx, &old, now, by.as_ref(), "sent again")?;
            record(tx, &new)?;
        }
        LineDecision::Withdraw(old) => {
            contacts::withdraw_because(tx, &old, now, by.as_ref(), "did not come")?;
        }
        LineDecision::Propose(proposed) => propose(tx, run, *proposed)?,
        LineDecision::Leave(_) => {}
    }
    Ok(())
}

fn propose(tx: &mut Tx, run: &FeedRunId, proposed: Proposed) -> Result<()> {
    let Proposed { new, score, differs } = proposed;
    let child = new.child_id.ok_or_else(|| Fault::internal("a proposal names a child"))?;
    let proposal = Proposal {
        id: ContactProposalId::new(),
        run_id: run.clone(),
        family_id: new.family_id,
        child_id: child,
        score,
        differs,
        kind: new.kind,
        on_day: new.on_day,
        centre_id: new.centre_id,
        activity_id: new.activity_id,
        partner_id: new.partner_id,
        place: new.place,
        until_day: new.until_day,
        taken_up: new.taken_up,
        source_name: new.source_name.unwrap_or_default(),
        reference: new.reference.unwrap_or_default(),
        made_at: tx.now(),
        decided_at: None,
        decided_by: None,
        contact_id: None,
    };
    store::add_proposal(tx, &proposal)?;
    tx.audit(Event::ProposeContact, proposal.family_id.as_str(), json!({ "feed": run }))
}
