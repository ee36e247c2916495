//! What centres changed because of what families said, over REST.

use crate::access::Act;
use crate::base::id::{CentreId, YouSaidId};
use crate::feedback::you_said::service::{self, SHOWN, WriteYouSaid};
use crate::feedback::you_said::{YouSaid, store};
use crate::web::{Answer, Api, ApiResult, Body, List, Nothing, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{delete, get, post, put};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

faults! {
    OneFaults: NotFound;
    ChangeFaults: VersionNeeded, VersionConflict;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .service(list_you_said)
        .service(add_you_said)
        .service(get_you_said)
        .service(change_you_said)
        .service(remove_you_said);
}

/// Whose entries.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct YouSaidQuery {
    /// Only this centre's.
    #[param(inline)]
    pub centre_id: Option<CentreId>,
}

/// A new entry of a centre.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "centre_id": "0193c5d27f3a7d0e9d1c2b3a4f5e6d7c", "said": "The room is too cold in winter.",
    "did": "We have two new heaters.", "dated_on": "2026-11-16"
}))]
pub(crate) struct YouSaidIn {
    /// The centre that changed something.
    pub centre_id: CentreId,
    /// What families said. Never a family's own words, and no names.
    #[schema(min_length = 1, max_length = 200)]
    pub said: String,
    /// What the centre did.
    #[schema(min_length = 1, max_length = 300)]
    pub did: String,
    /// Since when; not after today.
    pub dated_on: NaiveDate,
}

impl YouSaidIn {
    fn said(&self) -> WriteYouSaid {
        WriteYouSaid { said: self.said.clone(), did: self.did.clone(), dated_on: self.dated_on }
    }
}

/// List what centres changed because of what families said
///
/// Needs no token. The newest first, at most 100.
#[utoipa::path(tag = "feedback", params(YouSaidQuery), security(()),
    responses((status = 200, body = List<YouSaid>)))]
#[get("/you-said")]
async fn list_you_said(api: Api, query: Query<YouSaidQuery>) -> ApiResult {
    api.read_public(move |tx| {
        let items = store::list(tx, query.read()?.centre_id.as_ref(), SHOWN)?;
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Get one entry
///
/// Needs no token. Its `ETag` is what a change must name.
#[utoipa::path(tag = "feedback", security(()),
    params(("id" = inline(YouSaidId), Path, description = "The entry.")),
    responses((status = 200, body = YouSaid), OneFaults))]
#[get("/you-said/{id}")]
async fn get_you_said(api: Api, id: Path<YouSaidId>) -> ApiResult {
    api.read_public(move |tx| {
        let entry = store::one(tx, &id)?;
        let version = entry.version;
        Ok(Answer::ok(entry).version(version))
    })
    .await
}

/// Say what a centre changed
///
/// Both sides are the centre's own words: what a family wrote is never published.
#[utoipa::path(tag = "feedback", request_body = YouSaidIn,
    responses((status = 201, body = YouSaid)))]
#[post("/you-said")]
async fn add_you_said(api: Api, body: Body<YouSaidIn>) -> ApiResult {
    api.write(Act::KeepYouSaid, body, move |tx, input| {
        let entry = service::add(tx, &input.centre_id, &input.said())?;
        let version = entry.version;
        Ok(Answer::created(entry).version(version))
    })
    .await
}

/// Change an entry
#[utoipa::path(tag = "feedback", request_body = WriteYouSaid,
    params(("id" = inline(YouSaidId), Path, description = "The entry."),
        ("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = YouSaid), ChangeFaults))]
#[put("/you-said/{id}")]
async fn change_you_said(api: Api, id: Path<YouSaidId>, body: Body<WriteYouSaid>) -> ApiResult {
    let expected = api.if_match();
    api.write(Act::KeepYouSaid, body, move |tx, input| {
        let entry = service::change(tx, &id, input, &expected.clone()?)?;
        let version = entry.version;
        Ok(Answer::ok(entry).version(version))
    })
    .await
}

/// Remove an entry
#[utoipa::path(tag = "feedback", params(("id" = inline(YouSaidId), Path, description = "The entry.")),
    responses((status = 200, body = YouSaid)))]
#[delete("/you-said/{id}")]
async fn remove_you_said(api: Api, id: Path<YouSaidId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::KeepYouSaid, body, move |tx, _| Ok(Answer::ok(service::remove(tx, &id)?))).await
}
