//! Partners over REST, for an administrator.

pub(crate) mod agreements;

use crate::access::Act;
use crate::base::id::PartnerId;
use crate::partners::service::{self, Add};
use crate::partners::{Partner, Professional, store};
use crate::web::{Answer, Api, ApiResult, Body, List, Paging, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, post};

faults! {
    AddFaults: AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    agreements::routes(config);
    config.service(list_partners).service(add_partner).service(list_professionals);
}

/// List the partners
///
/// By name.
#[utoipa::path(tag = "partners", params(Paging),
    responses((status = 200, body = List<Partner>)))]
#[get("/partners")]
async fn list_partners(api: Api, paging: Query<Paging>) -> ApiResult {
    api.read(Act::ManagePartners, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = store::partners(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.name.clone(), |row| row)))
    })
    .await
}

/// Add a partner
#[utoipa::path(tag = "partners", request_body = Add, responses((status = 201, body = Partner), AddFaults))]
#[post("/partners")]
async fn add_partner(api: Api, body: Body<Add>) -> ApiResult {
    api.write(Act::ManagePartners, body, |tx, add| Ok(Answer::created(service::add(tx, add)?)))
        .await
}

/// List a partner's professionals
///
/// By team and name. They are accounts: an administrator adds one at `POST /accounts`.
#[utoipa::path(tag = "partners", params(("id" = inline(PartnerId), Path, description = "The partner.")),
    responses((status = 200, body = List<Professional>)))]
#[get("/partners/{id}/professionals")]
async fn list_professionals(api: Api, id: Path<PartnerId>) -> ApiResult {
    api.read(Act::ManagePartners, move |tx| {
        Ok(Answer::ok(List { items: service::professionals(tx, &id)?, next: None }))
    })
    .await
}
