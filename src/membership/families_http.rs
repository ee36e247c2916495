//! Families over REST: found, made and opened. What an answer holds depends on the role that asks.

use super::families_wire::{FamilyIn, FamilyOut};
use super::service as membership;
use crate::access::{Act, Actor, Role};
use crate::families::{Channel, service, store};
use crate::fault::Fault;
use crate::id::FamilyId;
use crate::web::{Answer, Api, Body, List, Paging, Query, faults};
use actix_web::{HttpResponse, get, post, web::Path};
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    MakeFaults: BookAsGuest;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_families).service(add_family).service(get_family);
}

/// List families
///
/// A parent gets the own one; staff and front desk those of their centres; a professional those
/// the team made.
#[utoipa::path(tag = "families", params(Paging), responses((status = 200, body = List<FamilyOut>)))]
#[get("/families")]
async fn list_families(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.open(Act::SeeFamily, move |tx| {
        let paging = &paging.read()?;
        let filter = filter_for(tx.actor(), paging);
        let mut shown = Vec::new();
        for family in store::list(tx, &filter)? {
            let household = store::household(tx, &family.id)?;
            shown.push(FamilyOut::load(tx, household)?);
        }
        let page = paging.page(shown, |row| row.id.to_string(), |row| row);
        let ids: Vec<&str> = page.items.iter().map(|row| row.id.as_str()).collect();
        tx.audit("list_families", "families", "", serde_json::json!({ "ids": ids }))?;
        Ok(Answer::ok(page))
    })
    .await
}

fn channel_of(actor: &Actor) -> Channel {
    match actor.partner_id.is_some() && actor.has(Role::Professional) {
        true => Channel::Professional,
        false => Channel::Staff,
    }
}

fn filter_for(actor: &Actor, paging: &Paging) -> store::Filter {
    let after = paging.after.clone().unwrap_or_default();
    let mut filter = store::Filter { after, rows: paging.rows(), ..Default::default() };
    if actor.has(Role::SafeguardingLead) {
        filter.restricted = true;
        return filter;
    }
    let at_desk = |role| matches!(role, Role::Staff | Role::FrontDesk);
    let desks: Vec<_> = actor.roles.iter().filter(|held| at_desk(held.role)).collect();
    if !desks.is_empty() {
        let everywhere = desks.iter().any(|held| held.centre.is_none());
        filter.centres =
            (!everywhere).then(|| desks.iter().filter_map(|held| held.centre.clone()).collect());
    } else if actor.has(Role::Professional) && actor.partner_id.is_some() {
        filter.team = actor.partner_id.clone().map(|partner| (partner, actor.team.clone()));
    } else {
        filter.own = Some(actor.family_id.clone().unwrap_or(FamilyId::from("")));
    }
    filter
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
