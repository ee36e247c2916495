//! Processes one row of a feed of contacts, in one transaction: finds the child or family and an
//! earlier version, then records, replaces, proposes or skips it.

use super::line::{self, Came, Line, Reading};
use super::match_service::{Likely, Meant, Who, exact, likely};
use super::origin_service::{Origin, origin};
use super::{Proposal, headings, store};
use crate::audit::Event;
use crate::base::fault::{Code, Fault};
use crate::base::id::{ChildId, ContactId, ContactProposalId, FamilyId, FeedRunId};
use crate::contacts::service::{NewContact, record};
use crate::contacts::{Contact, Kind, Source, fit, list_store, store as contacts};
use crate::db::Tx;
use crate::families;
use crate::feeds::entry::Unfit;
use crate::feeds::fields::Columns;
use crate::feeds::mapping::Mapping;
use crate::feeds::plan_service::Plan;
use crate::feeds::service::may_be_told;
use crate::feeds::subject_service::{Became, Subject};
use crate::feeds::{FeedKind, Outcome};
use crate::partners::agreements::{AgreementPurpose, Item};
use csv::StringRecord;
use serde_json::json;
use std::collections::HashSet;

/// The sender name for the organisation's own data.
const OWN: &str = "organisation";

/// Feeds of contacts.
#[derive(Clone, Copy, Debug)]
pub struct Contacts {
    /// The kind of rows that do not say.
    pub kind: Option<Kind>,
}

impl Subject for Contacts {
    type Entry = Line;
    type Seen = HashSet<(Option<(String, String)>, Option<ChildId>)>;

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
    ) -> Result<Columns, Fault> {
        headings::columns(names, mapping, items)
    }

    fn read(&self, plan: &Plan, cells: &StringRecord) -> Result<Line, Unfit> {
        line::read(&Reading { columns: &plan.columns, kind: self.kind, today: plan.today }, cells)
    }

    fn work_off(
        &self,
        tx: &mut Tx,
        plan: &Plan,
        run: &FeedRunId,
        entry: &Line,
    ) -> Result<Became, Fault> {
        let decision = match decide(tx, plan, entry) {
            Ok(decision) => decision,
            Err(fault) => return refused(plan, fault),
        };
        let became = (decision.outcome(), None);
        carry_out(tx, plan, run, decision)?;
        Ok(became)
    }

    fn try_out(
        &self,
        tx: &mut Tx,
        plan: &Plan,
        seen: &mut Self::Seen,
        entry: &Line,
    ) -> Result<Became, Fault> {
        let decision = match decide(tx, plan, entry) {
            Ok(decision) => decision,
            Err(fault) => return refused(plan, fault),
        };
        let outcome = decision.outcome();
        let would_make = match &decision {
            Decision::Record(new) => Some((new.reference.clone(), new.child_id.clone())),
            Decision::Replace(..)
            | Decision::Withdraw(_)
            | Decision::Known
            | Decision::Propose(_)
            | Decision::Proposed
            | Decision::Unmatched
            | Decision::LeaveAlone
            | Decision::StayedAway => None,
        };
        let again = would_make.is_some_and(|contact| !seen.insert(contact));
        Ok((if again { Outcome::Known } else { outcome }, None))
    }
}

/// An error in the row is its outcome; an internal error is a fault.
fn refused(plan: &Plan, fault: Fault) -> Result<Became, Fault> {
    match fault.code() {
        Code::InvalidRequest => Ok((Outcome::Refused, Some(line::wrong(&plan.columns, &fault)))),
        _ => Err(fault),
    }
}

/// What to do with a row.
enum Decision {
    Record(NewContact),
    /// The sender changed a contact sent before.
    Replace(ContactId, NewContact),
    /// The person did not come after all.
    Withdraw(ContactId),
    Known,
    Propose(Box<Proposed>),
    /// It was proposed before and is still undecided.
    Proposed,
    Unmatched,
    LeaveAlone,
    StayedAway,
}

struct Proposed {
    new: NewContact,
    score: i32,
    differs: String,
}

impl Decision {
    fn outcome(&self) -> Outcome {
        match self {
            Decision::Record(_) => Outcome::Made,
            Decision::Replace(..) | Decision::Withdraw(_) => Outcome::Updated,
            Decision::Known => Outcome::Known,
            Decision::Propose(_) | Decision::Proposed => Outcome::Proposed,
            Decision::Unmatched => Outcome::Unmatched,
            Decision::LeaveAlone => Outcome::Suppressed,
            Decision::StayedAway => Outcome::LeftOut,
        }
    }
}

fn decide(tx: &mut Tx, plan: &Plan, line: &Line) -> Result<Decision, Fault> {
    let origin = origin(tx, plan, line)?;
    let Some(meant) = exact(tx, plan, line)? else {
        return match line.came {
            Came::StayedAway => Ok(Decision::StayedAway),
            Came::Came => nearly(tx, plan, line, &origin),
        };
    };
    let of_family = families::store::family(tx, &meant.family)?;
    if !may_be_told(tx, &of_family)? {
        return Ok(Decision::LeaveAlone);
    }
    let new = contact(plan, line, &origin, &meant);
    match (known(tx, plan, line, &meant)?, line.came) {
        (Some(known), Came::StayedAway) => Ok(Decision::Withdraw(known.id)),
        (None, Came::StayedAway) => Ok(Decision::StayedAway),
        (Some(known), Came::Came) if is_same(&known, &new) => Ok(Decision::Known),
        (known, Came::Came) => {
            if let Who::Child(child) = &meant.who {
                let row = families::store::child(tx, child)?;
                let row = row.ok_or_else(|| Fault::not_found("child"))?;
                match fit::check_child(line.said.kind, line.said.on_day, &row) {
                    // An error here would tell a partner that the child is on record.
                    Err(_) if plan.is_partners => return Ok(Decision::Unmatched),
                    fits => fits?,
                }
            }
            Ok(match known {
                Some(known) => Decision::Replace(known.id, new),
                None => Decision::Record(new),
            })
        }
    }
}

fn source(plan: &Plan) -> &str {
    plan.partner.as_ref().map_or(OWN, |partner| partner.id.as_str())
}

/// What the sender reported before about the same contact.
fn known(tx: &mut Tx, plan: &Plan, line: &Line, meant: &Meant) -> Result<Option<Contact>, Fault> {
    let known_by = line.known_by();
    match &meant.who {
        Who::Child(child) => store::of_reference(tx, (source(plan), &known_by), child),
        Who::Adults(_) => {
            let records = list_store::joined_into(tx, &meant.family)?;
            let references = records.iter().map(|family| of_family(&known_by, family));
            store::of_adults(tx, source(plan), references.collect())
        }
    }
}

/// Two families that came to one session each have their own contact.
fn of_family(known_by: &str, family: &FamilyId) -> String {
    format!("{known_by} of {}", family.as_str())
}

fn contact(plan: &Plan, line: &Line, origin: &Origin, meant: &Meant) -> NewContact {
    let (said, family) = (&line.said, &meant.family);
    let (new, known_by) = match &meant.who {
        Who::Child(child) => {
            (NewContact::of_child(said.kind, said.on_day, family, child), line.known_by())
        }
        Who::Adults(adults) => {
            let new = NewContact::of_adults(said.kind, said.on_day, family, *adults);
            (new, of_family(&line.known_by(), family))
        }
    };
    NewContact {
        centre_id: origin.centre.clone(),
        activity_id: origin.activity.clone(),
        partner_id: origin.partner.clone(),
        place: said.place,
        until_day: said.until_day,
        taken_up: said.taken_up,
        source: Source::Feed,
        reference: Some((source(plan).to_owned(), known_by)),
        ..new
    }
}

fn is_same(known: &Contact, new: &NewContact) -> bool {
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
fn nearly(tx: &mut Tx, plan: &Plan, line: &Line, origin: &Origin) -> Result<Decision, Fault> {
    let Some(likely) = likely(tx, line)? else { return Ok(Decision::Unmatched) };
    let Likely { family, child, score, differs } = likely;
    let known_by = line.known_by();
    match store::proposed(tx, (source(plan), &known_by), &child)? {
        Some(before) if before.contact_id.is_some() => Ok(Decision::Known),
        Some(before) if before.decided_at.is_some() => Ok(Decision::Unmatched),
        Some(_) => Ok(Decision::Proposed),
        None => {
            let new = contact(plan, line, origin, &Meant { family, who: Who::Child(child) });
            Ok(Decision::Propose(Box::new(Proposed { new, score, differs })))
        }
    }
}

fn carry_out(tx: &mut Tx, plan: &Plan, run: &FeedRunId, decision: Decision) -> Result<(), Fault> {
    let now = tx.now();
    let by = plan.maker.account_id.clone();
    match decision {
        Decision::Record(new) => {
            record(tx, &new)?;
        }
        Decision::Replace(old, new) => {
            contacts::withdraw_because(tx, &old, now, by.as_ref(), "sent again")?;
            record(tx, &new)?;
        }
        Decision::Withdraw(old) => {
            contacts::withdraw_because(tx, &old, now, by.as_ref(), "did not come")?;
        }
        Decision::Propose(proposed) => propose(tx, run, *proposed)?,
        Decision::Known
        | Decision::Proposed
        | Decision::Unmatched
        | Decision::LeaveAlone
        | Decision::StayedAway => {}
    }
    Ok(())
}

fn propose(tx: &mut Tx, run: &FeedRunId, proposed: Proposed) -> Result<(), Fault> {
    let Proposed { new, score, differs } = proposed;
    let child = new.child_id.ok_or_else(|| Fault::internal("a proposal names a child"))?;
    let (source_name, reference) = new.reference.unwrap_or_default();
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
        source_name,
        reference,
        made_at: tx.now(),
        decided_at: None,
        decided_by: None,
        contact_id: None,
    };
    store::add_proposal(tx, &proposal)?;
    tx.audit(Event::ProposeContact, proposal.family_id.as_str(), json!({ "feed": run }))
}
