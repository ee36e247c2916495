//! What became of the mail, over REST, for an administrator: never an address, never a text.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::LetterId;
use crate::base::moment::Moment;
use crate::mail::store::{self, Logged};
use crate::mail::{MailChannel, State, service};
use crate::web::{Answer, Api, Body, List, Nothing, Paging, Query, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    RetryFaults: NoLongerOpen;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_mail).service(retry_mail);
}

/// A message of the outbox, without its address and its text.
#[derive(Serialize, ToSchema)]
pub struct MailOut {
    /// Opaque.
    pub id: LetterId,
    /// The event it is about.
    #[schema(example = "booked")]
    pub kind: String,
    /// How it travels.
    pub channel: MailChannel,
    /// How far it has come.
    pub state: State,
    /// How often it was tried.
    #[schema(example = 1)]
    pub attempts: i32,
    /// When it was written.
    pub made_at: Moment,
    /// When it is tried next, or was tried last.
    pub due_at: Moment,
    /// When it was sent or given up; `null` until then.
    pub ended_at: Option<Moment>,
    /// The class of the last failure.
    #[schema(example = "refused_550")]
    pub last_error: Option<String>,
}

impl From<Logged> for MailOut {
    fn from(letter: Logged) -> MailOut {
        MailOut {
            id: letter.id,
            kind: letter.kind,
            channel: letter.channel,
            state: letter.state,
            attempts: letter.attempts,
            made_at: letter.made_at,
            due_at: letter.due_at,
            ended_at: letter.ended_at,
            last_error: letter.last_error,
        }
    }
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
    responses((status = 200, body = List<MailOut>)))]
#[get("/mail")]
async fn list_mail(
    api: Api,
    filter: Query<Filter>,
    paging: Query<Paging>,
) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeMailLog, move |tx| {
        let (filter, paging) = (filter.read()?, paging.read()?);
        let rows = store::log(tx, filter.state, paging.after.as_deref(), paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), MailOut::from)))
    })
    .await
}

/// Send a dead message again
///
/// It is tried at once, and as often as a new one. Asking twice changes nothing.
#[utoipa::path(tag = "mail", request_body = Nothing, params(("id" = inline(LetterId), Path, description = "The message.")),
    responses((status = 200, body = MailOut), RetryFaults))]
#[post("/mail/{id}/retry")]
async fn retry_mail(
    api: Api,
    id: Path<LetterId>,
    body: Body<Nothing>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::SendMailAgain, body, move |tx, _| {
        Ok(Answer::ok(MailOut::from(service::retry_dead(tx, &id)?)))
    })
    .await
}
