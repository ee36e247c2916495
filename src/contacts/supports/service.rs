//! Recording and withdrawing what a centre did for a setting.

use super::store::{self, Filter};
use super::{Support, SupportKind};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault};
use crate::base::id::{CentreId, PartnerId, SettingSupportId};
use crate::centres;
use crate::db::Tx;
use crate::partners::{self, PartnerKind};
use chrono::{Days, NaiveDate};
use serde_json::json;

/// How many days back support may be recorded.
const LONGEST_AGO: u64 = 5 * 366;

/// Support to record.
#[derive(Clone, Debug)]
pub struct Give {
    pub partner: PartnerId,
    /// If left out, the caller's own centre.
    pub centre: Option<CentreId>,
    pub kind: SupportKind,
    pub on_day: NaiveDate,
}

pub fn record(tx: &mut Tx, give: &Give) -> Result<Support, Fault> {
    let own = tx.actor().roles.iter().find_map(|held| held.centre.clone());
    let centre = give.centre.clone().or(own);
    let centre = centre
        .ok_or_else(|| Fault::invalid("/centre_id", "Name the centre that gave the support."))?;
    tx.allow(Act::RecordContact, &Scope::centre(&centre), "centre")?;
    centres::store::centre(tx, &centre)?;
    let partner = partners::store::partner(tx, &give.partner)?;
    if partner.kind != PartnerKind::EarlyYears {
        let detail = "Name a setting: a partner that is a nursery, a childminder or a school.";
        return Err(Fault::invalid("/partner_id", detail));
    }
    let today = tx.today();
    let first = today.checked_sub_days(Days::new(LONGEST_AGO)).unwrap_or(NaiveDate::MIN);
    if !(first..=today).contains(&give.on_day) {
        return Err(Fault::invalid(
            "/on_day",
            "Use a day within the last five years, up to today.",
        ));
    }

    let support = Support {
        id: SettingSupportId::new(),
        partner_id: partner.id,
        centre_id: centre,
        kind: give.kind,
        on_day: give.on_day,
        said_by: tx.actor().account_id.clone(),
        recorded_at: tx.now(),
        withdrawn_at: None,
    };
    store::add(tx, &support)?;
    let detail = json!({ "partner": support.partner_id, "kind": support.kind });
    tx.audit(Event::RecordSupport, support.id.as_str(), detail)?;
    Ok(support)
}

/// Fault: `no_longer_open` if it is already withdrawn.
pub fn withdraw(tx: &mut Tx, id: &SettingSupportId) -> Result<Support, Fault> {
    let support = store::support(tx, id)?;
    tx.allow(Act::RecordContact, &Scope::centre(&support.centre_id), "support")?;

    let now = tx.now();
    if store::withdraw(tx, id, now)? == 0 {
        return Err(Fault::new(Code::NoLongerOpen, "This support is already withdrawn."));
    }
    tx.audit(Event::WithdrawSupport, id.as_str(), json!({}))?;
    Ok(Support { withdrawn_at: Some(now), ..support })
}

/// Support given by the caller's centres; `named`: by one of them.
pub fn list(tx: &mut Tx, named: Option<&CentreId>, filter: Filter) -> Result<Vec<Support>, Fault> {
    let centres = match named {
        None => tx.actor().reach(Act::SeeContacts).centres(),
        Some(centre) => {
            tx.allow(Act::SeeContacts, &Scope::centre(centre), "centre")?;
            Some(vec![centre.clone()])
        }
    };
    store::list(tx, &Filter { centres, ..filter })
}
