//! The public keys that tokens and cards are checked with.

use crate::access::{Actor, keys};
use crate::base::fault::Fault;
use crate::membership::card::{service, store as cards};
use crate::web::{Api, ApiResult};
use actix_web::{HttpResponse, web};

/// Outside `/api/v1`, where RFC 8615 has them.
pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/.well-known/jwks.json", web::get().to(jwks))
        .route("/.well-known/card-keys.json", web::get().to(card_keys));
}

async fn card_keys(api: Api) -> ApiResult {
    let (store, wrapping) = (api.app().store.clone(), api.app().gate.wrapping().clone());
    let read = move || {
        let known = store.read(Actor::service(), cards::keys)?;
        match known.is_empty() {
            false => Ok(known),
            true => store.write(Actor::service(), move |tx| Ok(vec![service::key(tx, &wrapping)?])),
        }
    };
    let known = web::block(read).await.map_err(Fault::internal)??;
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "public, max-age=300"))
        .json(keys::jwks(&known)))
}

async fn jwks(api: Api) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("Cache-Control", "public, max-age=300"))
        .json(api.app().gate.ring().jwks())
}
