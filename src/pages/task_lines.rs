//! One task as staff read it: who to ring, on which number, until when, what about, and a button for
//! each outcome. The same line stands on the page of today and on the lists.

use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::{FamilyId, OfferId, TaskId};
use crate::base::moment::Moment;
use crate::bookings::service::answer;
use crate::bookings::tasks::service::{CallOutcome, ListedTask, record_call};
use crate::bookings::tasks::{Task, TaskKind};
use crate::db::Tx;
use crate::families::store as families;
use crate::pages::team::{adults, plainly, when};
use crate::sessions::{self, Planned};

/// An adult who may be rung.
#[derive(Clone, Debug)]
pub(crate) struct ToDial {
    pub name: String,
    pub phone: String,
    pub no_voicemail: bool,
}

pub(crate) struct TaskLine {
    pub id: TaskId,
    pub kind: TaskKind,
    /// Left out where the family may not be named.
    pub family: Option<FamilyId>,
    pub who: String,
    pub to_dial: Vec<ToDial>,
    /// What to do or to say.
    pub what: String,
    pub planned: Option<Planned>,
    /// Whether the reader may open the session's desk page.
    pub opens_desk: bool,
    pub until: Option<Moment>,
    pub tried_at: Option<Moment>,
    pub made_at: Moment,
    offer: Option<OfferId>,
}

impl TaskLine {
    pub(crate) fn load(tx: &mut Tx, listed: ListedTask) -> Result<TaskLine> {
        let ListedTask { task, is_named, to_ring, until } = listed;
        let planned = match &task.session_id {
            Some(session) => Some(sessions::store::planned(tx, session)?),
            None => None,
        };
        let family = task.family_id.clone().filter(|_| is_named);
        let is_sensitive = planned.as_ref().is_some_and(|planned| planned.activity.sensitive);
        let who = match &family {
            // Nobody but the carer who comes is named beside a sensitive session.
            Some(_) if is_sensitive => adults(&to_ring),
            Some(family) => adults(&families::carers_of(tx, family)?),
            None if task.family_id.is_some() => "A family. Ask the safeguarding lead.".to_owned(),
            None => String::new(),
        };
        let dial = |carer: crate::families::Carer| {
            let (name, no_voicemail) = (carer.name, carer.no_voicemail);
            carer.phone.map(|phone| ToDial { name, phone, no_voicemail })
        };
        Ok(TaskLine {
            what: what(&task, planned.as_ref()),
            id: task.id,
            kind: task.kind,
            family,
            who,
            to_dial: to_ring.into_iter().filter_map(dial).collect(),
            opens_desk: tx.actor().may_ever(Act::KeepRegister),
            planned,
            until,
            tried_at: task.tried_at,
            made_at: task.made_at,
            offer: task.offer_id,
        })
    }

    /// The buttons: what is sent, and what stands on them. The first is the one most wanted.
    pub(crate) fn buttons(&self) -> Vec<(&'static str, &'static str)> {
        let leaves_message = self.to_dial.iter().any(|one| !one.no_voicemail);
        let message = leaves_message.then_some((LEFT_MESSAGE, "Left a message"));
        match self.kind {
            TaskKind::RingOffer if self.offer.is_some() => {
                let first = [(YES, "Says yes"), (NO, "Says no"), (SPOKE, "Reached, will tell us")];
                first.into_iter().chain([(NO_ANSWER, "No answer")]).chain(message).collect()
            }
            TaskKind::RingOffer | TaskKind::RingNews | TaskKind::NotReached => {
                let first = [(SPOKE, "Reached"), (NO_ANSWER, "No answer")];
                first.into_iter().chain(message).collect()
            }
            // Completing the register takes it off the list.
            TaskKind::RegisterIncomplete => Vec::new(),
            TaskKind::SaysNo | TaskKind::NotComing | TaskKind::ConfirmBirth => {
                vec![(SPOKE, "Done"), (NO_ANSWER, "No answer")]
            }
            TaskKind::TwoFamilies
            | TaskKind::RestrictedMet
            | TaskKind::Interpreter
            | TaskKind::ChildSilenced
            | TaskKind::AddressDiffers
            | TaskKind::RecordAsked => vec![(SPOKE, "Done")],
        }
    }
}

pub(crate) const YES: &str = "yes";
pub(crate) const NO: &str = "no";
pub(crate) const SPOKE: &str = "spoke";
pub(crate) const LEFT_MESSAGE: &str = "left_message";
pub(crate) const NO_ANSWER: &str = "no_answer";

/// What a button of these does. A family that says yes or no to an offer was spoken to.
pub(crate) fn settle(tx: &mut Tx, id: &TaskId, outcome: &str) -> Result<Option<&'static str>> {
    let (call, said) = match outcome {
        YES | NO => (CallOutcome::Spoke, Some(outcome == YES)),
        _ => match CallOutcome::parse(outcome) {
            Some(call) => (call, None),
            None => return Ok(None),
        },
    };
    let task = record_call(tx, id, call)?;
    match (said, &task.offer_id) {
        (Some(true), Some(offer)) => {
            answer::accept(tx, offer)?;
            Ok(Some("accepted"))
        }
        (Some(false), Some(offer)) => {
            answer::decline(tx, offer)?;
            Ok(Some("declined"))
        }
        _ if call == CallOutcome::NoAnswer => Ok(Some("tried")),
        _ => Ok(Some("done")),
    }
}

/// What has just been done with a task, in words.
pub(crate) fn done_words(done: &str) -> Option<&'static str> {
    Some(match done {
        "accepted" => "They have the place. We have told them.",
        "declined" => "The place goes to the next family.",
        "tried" => "No answer: they stay on the list, with when you rang.",
        "done" => "Done.",
        _ => return None,
    })
}

fn what(task: &Task, planned: Option<&Planned>) -> String {
    let at = planned
        .map(|planned| format!("{}, {}", planned.activity.title, when(planned.session.starts_at)));
    let at = at.unwrap_or_default();
    let about = |say: &str| match at.is_empty() {
        true => say.to_owned(),
        false => format!("{say}: {at}"),
    };
    match task.kind {
        TaskKind::RingOffer => about("Offer a place"),
        TaskKind::RingNews => about(match task.detail.as_str() {
            "place_given" => "Tell them they have a place",
            "last_call" => "A place is free: the first to say yes has it",
            _ => "Tell them",
        }),
        TaskKind::NotReached => about(match task.detail.as_str() {
            "session_cancelled" => "Tell them it is called off",
            "changed" => "Tell them it has changed",
            "cannot_be_met" => "Tell them they cannot be on it",
            _ => "Our message did not reach them",
        }),
        TaskKind::TwoFamilies => {
            about("A child has two places at one time. Speak to one household at a time")
        }
        TaskKind::Interpreter => format!("Needs an interpreter: {}", task.detail),
        TaskKind::ConfirmBirth => "The baby was due long ago. Ask with care".to_owned(),
        TaskKind::ChildSilenced => {
            "A child died or a pregnancy ended. Nothing is sent. Speak with care".to_owned()
        }
        TaskKind::RecordAsked => "Send the family everything that is held about it".to_owned(),
        TaskKind::AddressDiffers => sentence("A partner gave another address", &task.detail),
        TaskKind::NotComing => sentence("Missed several places", &task.detail),
        TaskKind::SaysNo => {
            sentence("A partner wrote down that they do not want to be members", &task.detail)
        }
        TaskKind::RegisterIncomplete | TaskKind::RestrictedMet => task.detail.clone(),
    }
}

/// A detail that is words is said; one that a program calls it by is not.
fn sentence(say: &str, detail: &str) -> String {
    if detail.contains(' ') { format!("{say}: {}", plainly(detail)) } else { say.to_owned() }
}
