//! Handing a register to a volunteer and taking it back. It ends with the session by itself.
//! Registers of sensitive sessions stay with staff.

use super::{Handover, handover_store, register_service};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault};
use crate::base::id::{AccountId, HandoverId, SessionId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::sessions::{self, Planned};
use serde_json::json;

/// A volunteer of the centre, and since when they have the register.
#[derive(Clone, Debug)]
pub struct Hands {
    pub account_id: AccountId,
    pub name: String,
    pub handed_at: Option<Moment>,
}

/// The volunteers who may be given the register, and those who have it.
pub fn list(tx: &mut Tx, id: &SessionId) -> Result<Vec<Hands>, Fault> {
    let planned = kept(tx, id)?;
    hands(tx, &planned)
}

pub fn hand_over(tx: &mut Tx, id: &SessionId, account: &AccountId) -> Result<Vec<Hands>, Fault> {
    sessions::store::lock(tx, std::slice::from_ref(id))?;
    let planned = kept(tx, id)?;
    let now = tx.now();
    may_hand_over(&planned, now)?;
    let centre = planned.session.centre_id.clone();
    let volunteers = handover_store::volunteers(tx, &centre)?;
    if !volunteers.iter().any(|(id, _)| id == account) {
        let detail = "Choose a volunteer of this centre.";
        return Err(Fault::invalid("/account_id", detail));
    }

    let live = handover_store::live(tx, id)?;
    if !live.iter().any(|handover| handover.account_id == *account) {
        let handover = Handover {
            id: HandoverId::new(),
            session_id: id.clone(),
            account_id: account.clone(),
            handed_at: now,
            handed_by: tx.actor().account_id.clone(),
            taken_back_at: None,
            taken_back_by: None,
        };
        handover_store::add(tx, &handover)?;
        let detail = json!({ "account_id": account });
        tx.audit(Event::HandOverRegister, id.as_str(), detail)?;
    }
    hands(tx, &planned)
}

pub fn take_back(tx: &mut Tx, id: &SessionId, account: &AccountId) -> Result<Vec<Hands>, Fault> {
    sessions::store::lock(tx, std::slice::from_ref(id))?;
    let planned = kept(tx, id)?;
    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    if handover_store::take_back(tx, id, account, now, by.as_ref())? {
        let detail = json!({ "account_id": account });
        tx.audit(Event::TakeBackRegister, id.as_str(), detail)?;
    }
    hands(tx, &planned)
}

fn kept(tx: &mut Tx, id: &SessionId) -> Result<Planned, Fault> {
    let planned = sessions::store::planned(tx, id)?;
    let scope: Scope = register_service::scope_of(tx, &planned)?;
    tx.allow(Act::KeepRegister, &scope, "register")?;
    Ok(planned)
}

fn may_hand_over(planned: &Planned, now: Moment) -> Result<(), Fault> {
    if planned.activity.sensitive {
        let detail = "The register of a sensitive session stays with staff.";
        return Err(Fault::new(Code::NotAllowed, detail));
    }
    if planned.session.cancelled_at.is_some() || now >= planned.session.ends_at {
        let detail = "This session is over, so its register cannot be handed over.";
        return Err(Fault::new(Code::NoLongerOpen, detail));
    }
    Ok(())
}

fn hands(tx: &mut Tx, planned: &Planned) -> Result<Vec<Hands>, Fault> {
    let live = handover_store::live(tx, &planned.session.id)?;
    let volunteers = handover_store::volunteers(tx, &planned.session.centre_id)?;
    let now = tx.now();
    let runs = now < planned.session.ends_at;
    let of = |(account_id, name): (AccountId, String)| {
        let held = live.iter().find(|handover| handover.account_id == account_id);
        let handed_at = held.filter(|_| runs).map(|handover| handover.handed_at);
        Hands { account_id, name, handed_at }
    };
    Ok(volunteers.into_iter().map(of).collect())
}
