//! The public keys that tokens and cards are checked with.

use crate::access::{Actor, store};
use crate::base::fault::Fault;
use crate::membership::card::service;
use crate::web::Api;
use actix_web::web::{self, Path};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Where a register finds the keys that cards are signed with.
pub fn routes_of_card_keys(config: &mut web::ServiceConfig) {
    config.route("/.well-known/card-keys.json", web::get().to(card_keys));
}

async fn card_keys(api: Api) -> Result<HttpResponse, Fault> {
    let (store, wrapping) = (api.app().store.clone(), api.app().gate.wrapping().clone());
    let read = move || {
        let known = store.read(Actor::service(), crate::membership::card::store::keys)?;
        match known.is_empty() {
            false => Ok(known),
            true => store.write(Actor::service(), move |tx| Ok(vec![service::key(tx, &wrapping)?])),
        }
    };
    let keys = web::block(read).await.map_err(Fault::internal)??;
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "public, max-age=300")).json(jwks(&keys)))
}

/// Outside `/api/v1`, where RFC 8615 has it.
pub fn routes_of_keys(config: &mut web::ServiceConfig) {
    config.route("/.well-known/jwks.json", web::get().to(jwks));
}

async fn jwks(api: Api) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("Cache-Control", "public, max-age=300"))
        .json(api.app().gate.ring().jwks())
}
