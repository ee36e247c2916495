//! Where a row's contact took place: the centre, the activity of that title, the setting of that
//! name.

use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId, PartnerId};
use crate::contacts::Kind;
use crate::contacts::feed::line::ContactLine;
use crate::contacts::feed::store;
use crate::contacts::fit;
use crate::db::Tx;
use crate::feeds::service::subject::FeedPlan;
use crate::partners::PartnerKind;

/// Where a contact took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedOrigin {
    pub centre: Option<CentreId>,
    pub activity: Option<ActivityId>,
    pub partner: Option<PartnerId>,
}

/// A fault says what is wrong with the row.
pub fn origin(tx: &mut Tx, plan: &FeedPlan, line: &ContactLine) -> Result<FeedOrigin, Fault> {
    let kind = line.said.kind;
    if kind == Kind::Attendance && plan.partner.is_some() {
        let detail = "Attendance at a session is recorded by the centre. Leave this row out.";
        return Err(Fault::invalid("/kind", detail));
    }
    let centre = centre(tx, plan, line)?;
    let activity = match (&centre, &line.session_title) {
        (Some(centre), Some(title)) => store::activity_titled(tx, centre, title)?,
        _ => None,
    };
    let partner = partner(tx, plan, line)?;
    Ok(FeedOrigin { centre, activity, partner })
}

/// The named centre, else the feed's; none for what a universal service reports.
fn centre(tx: &mut Tx, plan: &FeedPlan, line: &ContactLine) -> Result<Option<CentreId>, Fault> {
    let kind = line.said.kind;
    if matches!(kind, Kind::HealthReview | Kind::EarlyLearning | Kind::SchoolPlace) {
        return Ok(None);
    }
    let centre = match &line.centre {
        None if plan.partner.is_some() => None,
        None => plan.centre.clone(),
        Some(name) => {
            let found = store::centre_named(tx, name)?;
            let missing = || Fault::invalid("/centre_id", "There is no centre with this name.");
            Some(found.ok_or_else(missing)?)
        }
    };
    if let (Some(found), Some(of_feed)) = (&centre, &plan.centre)
        && found != of_feed
        && !plan.maker.is_service()
    {
        let detail = "This row is for another centre. Send it in a feed for that centre.";
        return Err(Fault::invalid("/centre_id", detail));
    }
    match centre {
        None if fit::needs_centre(kind) => {
            Err(Fault::invalid("/centre_id", "Name the centre, or send the feed for a centre."))
        }
        centre => Ok(centre),
    }
}

/// For a place, its setting; for everything else, the sender.
fn partner(tx: &mut Tx, plan: &FeedPlan, line: &ContactLine) -> Result<Option<PartnerId>, Fault> {
    let kind = line.said.kind;
    let sender = plan.partner.as_ref();
    let is_place = line.said.place.is_some();
    if !is_place {
        fit::check_partner(kind, sender.map(|partner| partner.kind))?;
        return Ok(sender.map(|partner| partner.id.clone()));
    }
    if let Some(name) = &line.setting {
        let missing = || {
            let detail =
                "There is no setting with this name. An administrator can add it as a partner.";
            Fault::invalid("/partner_id", detail)
        };
        return Ok(Some(store::setting_named(tx, name)?.ok_or_else(missing)?));
    }
    let own = sender.filter(|partner| partner.kind == PartnerKind::EarlyYears);
    fit::check_partner(kind, own.map(|partner| partner.kind))?;
    Ok(own.map(|partner| partner.id.clone()))
}
