//! Where a row's contact took place: the centre, the activity of that title, the setting of that
//! name.

use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, PartnerId};
use crate::contacts::feed::line::ContactLine;
use crate::contacts::feed::store;
use crate::contacts::{Kind, Origin, fit};
use crate::db::Tx;
use crate::feeds::service::subject::FeedPlan;
use crate::partners::PartnerKind;

/// A fault says what is wrong with the row.
pub(crate) fn origin(tx: &mut Tx, plan: &FeedPlan, line: &ContactLine) -> Result<Origin> {
    let kind = line.said.kind;
    if kind == Kind::Attendance && plan.partner.is_some() {
        let detail = "Attendance at a session is recorded by the centre. Leave this row out.";
        return Err(Fault::invalid("/kind", detail));
    }
    let centre = centre(tx, plan, line)?;
    let activity = match (&centre, &line.session_title) {
        (Some(centre), Some(title)) => store::titled(tx, centre, title)?.map(|found| found.id),
        _ => None,
    };
    let partner = partner(tx, plan, line)?;
    Ok(Origin { centre, activity, partner })
}

/// The named centre, else the feed's; none for what a universal service reports.
fn centre(tx: &mut Tx, plan: &FeedPlan, line: &ContactLine) -> Result<Option<CentreId>> {
    let kind = line.said.kind;
    if fit::is_universal(kind) {
        return Ok(None);
    }
    let name = line.centre.as_deref();
    let centre = if name.is_none() && plan.partner.is_some() {
        None
    } else {
        let unknown = "There is no centre with this name.";
        let other = "This row is for another centre. Send it in a feed for that centre.";
        named_centre(tx, plan, name, (unknown, other))?
    };
    if centre.is_none() && fit::needs_centre(kind) {
        let detail = "Name the centre, or send the feed for a centre.";
        return Err(Fault::invalid("/centre_id", detail));
    }
    Ok(centre)
}

/// The centre of this name, else the feed's. Says so where there is none, or where it is another
/// than the feed's and the sender is not the service itself.
pub(crate) fn named_centre(
    tx: &mut Tx,
    plan: &FeedPlan,
    name: Option<&str>,
    (unknown, other): (&str, &str),
) -> Result<Option<CentreId>> {
    let Some(name) = name else { return Ok(plan.centre.clone()) };
    let found = store::centre_named(tx, name)?;
    let found = found.ok_or_else(|| Fault::invalid("/centre_id", unknown))?;
    let is_other = plan.centre.as_ref().is_some_and(|of_feed| *of_feed != found);
    if is_other && !plan.maker.is_service() {
        return Err(Fault::invalid("/centre_id", other));
    }
    Ok(Some(found))
}

/// For a place, its setting; for everything else, the sender.
fn partner(tx: &mut Tx, plan: &FeedPlan, line: &ContactLine) -> Result<Option<PartnerId>> {
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
