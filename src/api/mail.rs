//! What became of the mail, over REST, for an administrator: never an address, never a text.

use crate::access::Act;
use crate::base::id::LetterId;
use crate::mail::store::{self, Logged};
use crate::mail::{State, service};
use crate::web::{
    Answer, Api, ApiResult, Body, List, Nothing, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::Deserialize;
use utoipa::IntoParams;

faults! {
    RetryFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_mail).service(retry_mail);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only messages in this state.
    state: Option<State>,
}

/// List messages and what became of them
///
/// Newest first, without addresses and texts. `dead` messages wait for `POST /mail/{id}/retry`.
#[utoipa::path(tag = "mail", params(Filter, Paging),
    responses((status = 200, body = List<Logged>)))]
#[get("/mail")]
async fn list_mail(api: Api, filter: Query<Filter>, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeMailLog, move |tx| {
        let (filter, paging) = (filter.read()?, paging.read()?);
        let rows = store::log(tx, filter.state, paging.after.as_deref(), paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), |row| row)))
    })
    .await
}

/// Send a dead message again
///
/// It is tried at once, and as often as a new one. Asking twice changes nothing.
#[utoipa::path(tag = "mail", request_body = Nothing, params(("id" = inline(LetterId), Path, description = "The message.")),
    responses((status = 200, body = Logged), RetryFaults))]
#[post("/mail/{id}/retry")]
async fn retry_mail(api: Api, id: Path<LetterId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::SendMailAgain, body, move |tx, _| Ok(Answer::ok(service::retry_dead(tx, &id)?)))
        .await
}
