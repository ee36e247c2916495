//! Where a row's contact took place, and with whom: the centre, the activity of that title, the
//! setting of that name.

use super::line::Line;
use super::store;
use crate::contacts::Kind;
use crate::contacts::fit;
use crate::db::Tx;
use crate::fault::Fault;
use crate::feeds::plan_service::Plan;
use crate::id::{ActivityId, CentreId, PartnerId};
use crate::partners::PartnerKind;

/// Where, and with whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub centre: Option<CentreId>,
    pub activity: Option<ActivityId>,
    pub partner: Option<PartnerId>,
}

/// Fault: what is wrong with the row, under a pointer.
pub fn origin(tx: &mut Tx, plan: &Plan, line: &Line) -> Result<Origin, Fault> {
    let kind = line.said.kind;
    if kind == Kind::Attendance && plan.partner.is_some() {
        let detail = "Who came to a session is recorded by the centre. Leave this row out.";
        return Err(Fault::invalid("/kind", detail));
    }
    let centre = centre(tx, plan, line)?;
    let activity = match (&centre, &line.session_title) {
        (Some(centre), Some(title)) => store::activity_titled(tx, centre, title)?,
        _ => None,
    };
    let partner = partner(tx, plan, line)?;
    Ok(Origin { centre, activity, partner })
}

/// The one that is named, else the one the feed is for; what a universal service reports is no
/// centre's work.
fn centre(tx: &mut Tx, plan: &Plan, line: &Line) -> Result<Option<CentreId>, Fault> {
    let kind = line.said.kind;
    if matches!(kind, Kind::HealthReview | Kind::EarlyLearning | Kind::SchoolPlace) {
        return Ok(None);
    }
    let centre = match &line.centre {
        None if plan.partner.is_some() => None,
        None => plan.centre.clone(),
        Some(name) => {
            let found = store::centre_named(tx, name)?;
            let missing = || Fault::invalid("/centre_id", "There is no centre of this name.");
            Some(found.ok_or_else(missing)?)
        }
    };
    if let (Some(found), Some(of_feed)) = (&centre, &plan.centre)
        && found != of_feed
        && !plan.maker.is_service()
    {
        let detail = "This is of another centre. Send it as a feed for that one.";
        return Err(Fault::invalid("/centre_id", detail));
    }
    match centre {
        None if fit::needs_centre(kind) => {
            Err(Fault::invalid("/centre_id", "Name the centre, or send the feed for one."))
        }
        centre => Ok(centre),
    }
}

/// The setting of a place; of all else whoever sends it.
fn partner(tx: &mut Tx, plan: &Plan, line: &Line) -> Result<Option<PartnerId>, Fault> {
    let kind = line.said.kind;
    let sender = plan.partner.as_ref();
    let is_place = line.said.place.is_some();
    if !is_place {
        fit::check_partner(kind, sender.map(|partner| partner.kind))?;
        return Ok(sender.map(|partner| partner.id.clone()));
    }
    if let Some(name) = &line.setting {
        let missing = || {
            let detail = "There is no setting of this name. An administrator adds it as a partner.";
            Fault::invalid("/partner_id", detail)
        };
        return Ok(Some(store::setting_named(tx, name)?.ok_or_else(missing)?));
    }
    let own = sender.filter(|partner| partner.kind == PartnerKind::EarlyYears);
    fit::check_partner(kind, own.map(|partner| partner.kind))?;
    Ok(own.map(|partner| partner.id.clone()))
}
