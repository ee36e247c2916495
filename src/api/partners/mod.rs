//! Partners over REST, for an administrator.

pub(crate) mod agreements;

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{AccountId, PartnerId};
use crate::base::text;
use crate::partners::service::{self, Add};
use crate::partners::{Partner, PartnerKind, Professional, store};
use crate::web::{Answer, Api, Body, List, Paging, Query, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    AddFaults: AlreadyExists;
}

pub fn routes(config: &mut ServiceConfig) {
    agreements::routes(config);
    config.service(list_partners).service(add_partner).service(list_professionals);
}

/// An agency that meets families and may refer them.
#[derive(Serialize, ToSchema)]
pub struct PartnerOut {
    /// Opaque.
    pub id: PartnerId,
    /// Its name.
    #[schema(example = "Trafford health visitors")]
    pub name: String,
    /// What kind of agency it is.
    pub kind: PartnerKind,
}

impl From<Partner> for PartnerOut {
    fn from(partner: Partner) -> PartnerOut {
        PartnerOut { id: partner.id, name: partner.name, kind: partner.kind }
    }
}

/// A new partner.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Trafford health visitors", "kind": "health"}))]
pub struct PartnerIn {
    /// Its name; no two partners share one.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// What kind of agency it is: this decides what it may record and what it is told.
    pub kind: PartnerKind,
}

/// List the partners
///
/// By name.
#[utoipa::path(tag = "partners", params(Paging),
    responses((status = 200, body = List<PartnerOut>)))]
#[get("/partners")]
async fn list_partners(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.read(Act::ManagePartners, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = store::partners(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.name.clone(), PartnerOut::from)))
    })
    .await
}

/// Add a partner
#[utoipa::path(tag = "partners", request_body = PartnerIn, responses((status = 201, body = PartnerOut), AddFaults))]
#[post("/partners")]
async fn add_partner(api: Api, body: Body<PartnerIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::ManagePartners, body, |tx, input| {
        let add = Add { name: text::name("/name", &input.name)?, kind: input.kind };
        Ok(Answer::created(PartnerOut::from(service::add(tx, &add)?)))
    })
    .await
}

/// Somebody of a partner who may refer.
#[derive(Serialize, ToSchema)]
pub struct ProfessionalOut {
    /// The account.
    pub id: AccountId,
    /// What colleagues call the person.
    pub name: String,
    /// What the person signs in with.
    pub email: String,
    /// Those of a team share their referrals.
    pub team: Option<String>,
    /// Whether the person may sign in.
    pub active: bool,
}

impl From<Professional> for ProfessionalOut {
    fn from(row: Professional) -> ProfessionalOut {
        ProfessionalOut {
            id: row.id,
            name: row.name,
            email: row.email,
            team: row.team,
            active: row.disabled_at.is_none(),
        }
    }
}

/// List a partner's professionals
///
/// By team and name. They are accounts: an administrator adds one at `POST /accounts`.
#[utoipa::path(tag = "partners", params(("id" = inline(PartnerId), Path, description = "The partner.")),
    responses((status = 200, body = List<ProfessionalOut>)))]
#[get("/partners/{id}/professionals")]
async fn list_professionals(api: Api, id: Path<PartnerId>) -> Result<HttpResponse, Fault> {
    api.read(Act::ManagePartners, move |tx| {
        let rows = service::professionals(tx, &id)?;
        let items = rows.into_iter().map(ProfessionalOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}
