//! Around every form: where its sender's sign-in had ended, it is kept until the same account signs in
//! again, and the sender is led there.

use super::context::App;
use super::cookies::COOKIE;
use super::pace::fault_of;
use super::visit::{SentTooLate, to_sign_in};
use crate::access::Actor;
use crate::access::service::forms::{LONGEST, WaitingForm, keep};
use crate::base::id::AuthSessionId;
use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue, LOCATION};
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpRequest, HttpResponse};

/// Where the form is sent after signing in again.
pub(crate) const WAITING: &str = "/sign-in/waiting";

/// A form, read whole before it is judged.
pub(crate) struct Held {
    app: App,
    session: AuthSessionId,
    form: WaitingForm,
}

/// The form of a request that may have to wait; it is read by its handler all the same.
pub(crate) async fn hold(request: &mut ServiceRequest) -> Result<Option<Held>, Error> {
    let Some((app, session)) = sender(request.request()) else { return Ok(None) };
    let body = request.extract::<Bytes>().await.map_err(|error| fault_of(&error))?;
    request.set_payload(Payload::from(body.clone()));
    let address = request.uri().path_and_query();
    let path = address.map_or_else(String::new, |address| address.as_str().to_owned());
    let body = String::from_utf8_lossy(&body).into_owned();
    Ok(Some(Held { app, session, form: WaitingForm { path, body } }))
}

/// Where its sender's sign-in had ended it is kept, and the answer leads to where it waits.
pub(crate) async fn keep_late(held: Held, response: &mut HttpResponse<impl MessageBody>) {
    if response.extensions_mut().remove::<SentTooLate>().is_none() {
        return;
    }
    let Held { app, session, form } = held;
    let kept = app.store.write_in_turn(None, Actor::public(), move |tx| keep(tx, &session, &form));
    match kept.await {
        Ok(Some(id)) => {
            let there = to_sign_in(&format!("{WAITING}/{id}"));
            if let Ok(there) = HeaderValue::from_str(&there) {
                response.headers_mut().insert(LOCATION, there);
            }
        }
        Ok(None) => {}
        Err(fault) => tracing::error!(cause = fault.for_log(), "a form could not be kept"),
    }
}

/// Whose form it may be: one of a page, short enough, from a browser that knows a sign-in.
fn sender(request: &HttpRequest) -> Option<(App, AuthSessionId)> {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let is_form = header(CONTENT_TYPE).is_some_and(|kind| kind.starts_with(FORM))
        && *request.method() == Method::POST;
    let is_short = header(CONTENT_LENGTH)?.parse::<usize>().is_ok_and(|length| length <= LONGEST);
    let cookie = request.cookie(COOKIE).filter(|_| is_form && is_short)?;
    let app = request.app_data::<Data<App>>()?.get_ref().clone();
    let session = app.tokens.past_session(cookie.value())?;
    Some((app, session))
}

const FORM: &str = "application/x-www-form-urlencoded";
