//! Terms and closures over REST.

use crate::access::Act;
use crate::base::calendar::within_years;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, TermId};
use crate::base::text;
use crate::sessions::terms::{TermRow, service, store};
use crate::web::{Answer, Api, Body, List, Nothing, Query, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, delete, get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    AddFaults: AlreadyExists;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_terms).service(add_term).service(remove_term);
}

/// A term: series in term time are held only in terms.
#[derive(Serialize, ToSchema)]
pub struct TermOut {
    /// Opaque.
    pub id: TermId,
    /// Its centre; `null` for every centre.
    pub centre_id: Option<CentreId>,
    /// Two periods with the same name are one term with a break.
    #[schema(example = "Spring 2027")]
    pub name: String,
    /// The first day belongs to it.
    pub first_day: NaiveDate,
    /// The last day belongs to it.
    pub last_day: NaiveDate,
}

impl From<TermRow> for TermOut {
    fn from(row: TermRow) -> TermOut {
        TermOut {
            id: row.id,
            centre_id: row.centre_id,
            name: row.name,
            first_day: row.first_day,
            last_day: row.last_day,
        }
    }
}

/// A new term or closure.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Spring 2027", "first_day": "2027-01-04", "last_day": "2027-03-25"
}))]
pub struct DaysIn {
    /// The term's name, or why the centre is closed.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// The first day belongs to it.
    pub first_day: NaiveDate,
    /// The last day belongs to it.
    pub last_day: NaiveDate,
    /// Left out: every centre, which only an administrator may set.
    pub centre_id: Option<CentreId>,
}

impl DaysIn {
    pub fn command(&self) -> Result<service::AddDays, Fault> {
        within_years("/first_day", self.first_day)?;
        within_years("/last_day", self.last_day)?;
        let days = (self.last_day - self.first_day).num_days();
        if days < 0 {
            return Err(Fault::invalid("/last_day", "It must not come before the first day."));
        }
        if days > 366 {
            return Err(Fault::invalid("/last_day", "It must lie within a year of the first day."));
        }
        Ok(service::AddDays {
            centre_id: self.centre_id.clone(),
            name: text::name("/name", &self.name)?,
            first_day: self.first_day,
            last_day: self.last_day,
        })
    }
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfCentre {
    /// Only those that apply to this centre; without it, all.
    pub centre_id: Option<CentreId>,
}

/// List the terms
///
/// In order of their first day, the organisation's and the centres' own.
#[utoipa::path(tag = "planning", params(OfCentre), responses((status = 200, body = List<TermOut>)))]
#[get("/terms")]
async fn list_terms(api: Api, of: Query<OfCentre>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeProgramme, move |tx| {
        let rows = store::terms(tx, of.read()?.centre_id.as_ref())?;
        Ok(Answer::ok(List { items: rows.into_iter().map(TermOut::from).collect(), next: None }))
    })
    .await
}

/// Add a term
#[utoipa::path(tag = "planning", request_body = DaysIn,
    responses((status = 201, body = TermOut), AddFaults))]
#[post("/terms")]
async fn add_term(api: Api, body: Body<DaysIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::KeepCalendar, body, |tx, input| {
        Ok(Answer::created(TermOut::from(service::add_term(tx, &input.command()?)?)))
    })
    .await
}

/// Remove a term
///
/// Sessions that were planned with it stay.
#[utoipa::path(tag = "planning", params(("id" = inline(TermId), Path, description = "The term.")),
    responses((status = 200, body = TermOut)))]
#[delete("/terms/{id}")]
async fn remove_term(
    api: Api,
    id: Path<TermId>,
    body: Body<Nothing>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::KeepCalendar, body, move |tx, _| {
        Ok(Answer::ok(TermOut::from(service::remove_term(tx, &id)?)))
    })
    .await
}
