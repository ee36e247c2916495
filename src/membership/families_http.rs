//! Families over REST: found, made and opened. What an answer holds depends on the role that asks.

use super::families_in_wire::FamilyIn;
use super::families_wire::FamilyOut;
use super::{notices, search, service as membership};
use crate::access::{Act, Actor, Role};
use crate::audit::Event;
use crate::db::Tx;
use crate::families::{Channel, service};
use crate::fault::Fault;
use crate::id::FamilyId;
use crate::web::{Answer, Api, Body, List, Logged, Paging, Query, faults};
use actix_web::{HttpResponse, get, post, web::Path};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    MakeFaults: BookAsGuest;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_families).service(add_family).service(get_family);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Finding {
    /// A membership number, names in any order and spelling, a child's birth date, a postcode or
    /// its first half, a telephone number, an address of mail, or several of these.
    #[param(example = "khan 14/05/2024")]
    q: Option<String>,
}

/// The longest line that is searched for.
const LONGEST_SEARCH: usize = 200;
/// So many fit on a desk's screen.
const FOUND: usize = 20;

/// Find families, or list them
///
/// A parent gets the own one; staff and front desk those of their centres; a professional those
/// the team made. With `q` the best match comes first, at most `limit` (20 where not
/// given), and there is no `next`.
#[utoipa::path(tag = "families", params(Finding, Paging),
    responses((status = 200, body = List<FamilyOut>)))]
#[get("/families")]
async fn list_families(
    api: Api,
    finding: Query<Finding>,
    paging: Query<Paging>,
) -> Result<HttpResponse, Fault> {
    api.look(Act::SeeFamily, move |tx| {
        let (finding, paging) = (finding.read()?, paging.read()?);
        let line = finding.q.as_deref().unwrap_or_default().trim();
        let page = if line.is_empty() { page_of(tx, &paging)? } else { found(tx, line, &paging)? };
        let families = page.items.iter().map(|row| row.id.clone()).collect();
        Ok((Answer::ok(page), Logged { families, ..Logged::of(Event::ListFamilies, "") }))
    })
    .await
}

fn page_of(tx: &mut Tx, paging: &Paging) -> Result<List<FamilyOut>, Fault> {
    let after = paging.after.as_deref().unwrap_or_default();
    let mut shown = Vec::new();
    for household in service::list(tx, after, paging.rows())? {
        shown.push(FamilyOut::load(tx, household)?);
    }
    Ok(paging.page(shown, |row| row.id.to_string(), |row| row))
}

fn found(tx: &mut Tx, line: &str, paging: &Paging) -> Result<List<FamilyOut>, Fault> {
    if line.chars().count() > LONGEST_SEARCH {
        let detail = format!("Search for at most {LONGEST_SEARCH} characters.");
        return Err(Fault::invalid("/q", detail));
    }
    let most = paging.limit.map_or(FOUND, |_| paging.limit());
    let mut items = Vec::new();
    for household in search::service::find(tx, line, most)? {
        items.push(FamilyOut::load(tx, household)?);
    }
    Ok(List { items, next: None })
}

fn channel_of(actor: &Actor) -> Channel {
    match actor.partner_id.is_some() && actor.has(Role::Professional) {
        true => Channel::Professional,
        false => Channel::Staff,
    }
}

/// Make a family record
///
/// By staff, front desk, or a professional who met the family: it is a member at once. A family
/// that opted out before is booked for as a guest.
#[utoipa::path(tag = "families", request_body = FamilyIn,
    responses((status = 201, body = FamilyOut), MakeFaults))]
#[post("/families")]
async fn add_family(api: Api, body: Body<FamilyIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::MakeFamily, body, |tx, input| {
        let today = service::today(tx);
        let add = input.command(today, channel_of(tx.actor()))?;
        if input.rejoins {
            membership::lift(tx, &add)?;
        }
        let household = membership::make(tx, &add)?;
        if let Some(language) = &input.notice_language {
            notices::service::show_to(tx, &household.family.id, language)?;
        }
        let version = household.family.version;
        Ok(Answer::created(FamilyOut::load(tx, household)?).version(version))
    })
    .await
}

/// Open a family's record
///
/// Every opening is logged.
#[utoipa::path(tag = "families", params(("id" = String, Path, description = "The family.")),
    responses((status = 200, body = FamilyOut)))]
#[get("/families/{id}")]
async fn get_family(api: Api, id: Path<FamilyId>) -> Result<HttpResponse, Fault> {
    api.open(Act::SeeFamily, move |tx| {
        let household = service::open(tx, &id)?;
        let version = household.family.version;
        Ok(Answer::ok(FamilyOut::load(tx, household)?).version(version))
    })
    .await
}
