//! One request of the API: who asks (401), whether a role allows it at all (403), whether the body
//! can be read (400, 422); then one closure in one transaction, off the async threads.

use super::answer::{Answer, keep};
use super::context::App;
use super::idempotency::{Fingerprint, Reply};
use super::named::{Logged, named};
use super::refused::Caller;
use super::timed::TimedLines;
use super::{Body, File, SentBody};
use crate::access::{self, Act, Actor};
use crate::audit::Event;
use crate::base::fault::{Code, Fault};
use crate::base::id::AuthSessionId;
use crate::base::table;
use crate::config::network;
use crate::db::Tx;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, ETAG};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use serde::Serialize;
use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv4Addr};

/// What every handler of the API gives back.
pub type ApiResult = Result<HttpResponse, Fault>;

/// The request, as far as any handler needs it.
pub struct Api {
    app: App,
    request: HttpRequest,
}

impl FromRequest for Api {
    type Error = Fault;
    type Future = Ready<Result<Api, Fault>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let app = request.app_data::<web::Data<App>>().map(|app| app.get_ref().clone());
        ready(match app {
            Some(app) => Ok(Api { app, request: request.clone() }),
            None => Err(Fault::internal("the application was not wired")),
        })
    }
}

impl Api {
    pub fn app(&self) -> &App {
        &self.app
    }

    pub fn request(&self) -> &HttpRequest {
        &self.request
    }

    /// Reads, as somebody whose role allows `act`. If the answer names families, a line in the log
    /// of each follows in a transaction of its own; nothing is answered before it is committed.
    pub async fn read<T: Serialize + Send + 'static>(
        self,
        act: Act,
        work: impl FnOnce(&mut Tx) -> Result<Answer<T>, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault> {
        let session = self.session()?;
        let caller = self.caller(Some(&session));
        let operation = caller.operation.clone();
        let store = self.app.store;
        respond(caller, move || {
            let (reply, actor) = store.read(Actor::public(), |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                Ok((keep(work(tx)?)?, tx.actor().clone()))
            })?;
            let families = named(act, &reply);
            if !families.is_empty() {
                let seen = Logged::of(Event::SeeFamilies, &operation);
                Logged { families, ..seen }.write(&store, actor)?;
            }
            Ok(reply)
        })
        .await
    }

    /// Reads, then logs in a second transaction, so that writers do not wait for a search. Nothing
    /// is answered before the log line is committed.
    pub async fn look<T: Serialize + Send + 'static>(
        self,
        act: Act,
        work: impl FnOnce(&mut Tx) -> Result<(Answer<T>, Logged), Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault> {
        let session = self.session()?;
        let caller = self.caller(Some(&session));
        let store = self.app.store;
        respond(caller, move || {
            let (kept, actor, logged) = store.read(Actor::public(), |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                let (answer, logged) = work(tx)?;
                Ok((keep(answer)?, tx.actor().clone(), logged))
            })?;
            let families = [logged.families.clone(), named(act, &kept)].concat();
            Logged { families, ..logged }.write(&store, actor)?;
            Ok(kept)
        })
        .await
    }

    /// Reads, for anybody.
    pub async fn read_public<T: Serialize + Send + 'static>(
        self,
        work: impl FnOnce(&mut Tx) -> Result<Answer<T>, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault> {
        let caller = self.caller(None);
        let store = self.app.store;
        respond(caller, move || store.read(Actor::public(), |tx| keep(work(tx)?))).await
    }

    /// Opens something whose opening is logged: a write without a body.
    pub async fn open<T: Serialize + Send + 'static>(
        self,
        act: Act,
        work: impl Fn(&mut Tx) -> Result<Answer<T>, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault> {
        let session = self.session()?;
        let caller = self.caller(Some(&session));
        let reads = self.request.method() == actix_web::http::Method::GET;
        let operation = caller.operation.clone();
        let store = self.app.store;
        respond(caller, move || {
            store.write(Actor::public(), move |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                let reply = keep(work(tx)?)?;
                let mut families = if reads { named(act, &reply) } else { Vec::new() };
                families.retain(|family| !tx.has_logged(family));
                if !families.is_empty() {
                    let detail = serde_json::json!({});
                    tx.audit_families(Event::SeeFamilies, &operation, &families, detail)?;
                }
                Ok(reply)
            })
        })
        .await
    }

    /// Writes, as somebody whose role allows `act`.
    pub async fn write<I, T>(
        self,
        act: Act,
        body: Body<I>,
        work: impl Fn(&mut Tx, &I) -> Result<Answer<T>, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault>
    where
        I: Send + 'static,
        T: Serialize + Send + 'static,
    {
        let session = self.session()?;
        let caller = self.caller(Some(&session));
        let key = self.key(&body.sent)?;
        let store = self.app.store;
        let read = body.read;
        respond(caller, move || {
            store.write(Actor::public(), move |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                once(tx, act, key.as_ref(), |tx| work(tx, readable(&read)?))
            })
        })
        .await
    }

    /// Writes, for anybody.
    pub async fn write_public<I, T>(
        self,
        body: Body<I>,
        work: impl Fn(&mut Tx, &I) -> Result<Answer<T>, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault>
    where
        I: Send + 'static,
        T: Serialize + Send + 'static,
    {
        let caller = self.caller(None);
        let store = self.app.store;
        let read = body.read;
        respond(caller, move || {
            store.write(Actor::public(), move |tx| keep(work(tx, readable(&read)?)?))
        })
        .await
    }

    /// For anybody, where the work is not one transaction: passwords are hashed between two.
    pub async fn work_public<I, T>(
        self,
        body: Body<I>,
        work: impl FnOnce(&App, &I) -> Result<Answer<T>, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault>
    where
        I: Send + 'static,
        T: Serialize + Send + 'static,
    {
        let caller = self.caller(None);
        let app = self.app;
        let read = body.read;
        respond(caller, move || keep(work(&app, readable(&read)?)?)).await
    }

    /// The same for somebody whose role allows `act`.
    pub async fn work<I, T>(
        self,
        act: Act,
        body: Body<I>,
        work: impl FnOnce(&App, &Actor, &I) -> Result<Answer<T>, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault>
    where
        I: Send + 'static,
        T: Serialize + Send + 'static,
    {
        let session = self.session()?;
        let caller = self.caller(Some(&session));
        let app = self.app;
        let read = body.read;
        respond(caller, move || {
            let actor = app.store.read(Actor::public(), |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                Ok(tx.actor().clone())
            })?;
            keep(work(&app, &actor, readable(&read)?)?)
        })
        .await
    }

    /// Takes a file, as somebody whose role allows `act`: who asks, and what `first` checks, is
    /// judged before a byte is read. The work is more than one transaction, and goes on if the
    /// caller goes away.
    pub async fn take_file<F: Send + 'static, T: Serialize + Send + 'static>(
        self,
        act: Act,
        file: File,
        first: impl FnOnce(&mut Tx) -> Result<F, Fault> + Send + 'static,
        work: impl FnOnce(&App, &Actor, (F, Vec<u8>)) -> Result<Answer<T>, Fault> + Send + 'static,
    ) -> Result<HttpResponse, Fault> {
        let session = self.session()?;
        let caller = self.caller(Some(&session));
        let again = self.caller(Some(&session));
        let app = self.app;
        let store = app.store.clone();
        let judged = caller.run(move || {
            store.read(Actor::public(), |tx| {
                sign_in(tx, &session)?;
                tx.actor().allow_ever(act)?;
                Ok((first(tx)?, tx.actor().clone()))
            })
        });
        let (first, actor) = judged.await?;
        let bytes = file.read().await?;
        self.request.extensions_mut().insert(TimedLines(table::most_rows(&bytes)));
        respond(again, move || keep(work(&app, &actor, (first, bytes))?)).await
    }

    /// The caller's address: the nearest that is not a proxy we trust.
    pub fn address(&self) -> IpAddr {
        address(&self.app, &self.request)
    }

    /// The caller, as a refusal records it.
    pub(crate) fn caller(&self, session: Option<&AuthSessionId>) -> Caller {
        let pattern = self.request.match_pattern().unwrap_or_default();
        Caller {
            store: self.app.store.clone(),
            session: session.cloned(),
            address: self.address().to_string(),
            operation: format!("{} {pattern}", self.request.method()),
        }
    }

    fn key(&self, sent: &SentBody) -> Result<Option<Fingerprint>, Fault> {
        if self.request.method() != actix_web::http::Method::POST {
            return Ok(None);
        }
        let hash = |bytes: &[u8]| self.app.gate.fingerprint("request", &[bytes]);
        Fingerprint::of(&self.request, sent, &self.app, hash)
    }

    pub(crate) fn session(&self) -> Result<AuthSessionId, Fault> {
        let bearer = self
            .request
            .headers()
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim())
            .ok_or_else(|| sign_in_first("Send an access token: Authorization: Bearer …"))?;
        let now = self.app.store.clock().now();
        self.app
            .tokens
            .session(bearer, now)
            .ok_or_else(|| sign_in_first("The access token is not valid or has ended."))
    }
}

pub(crate) fn address(app: &App, request: &HttpRequest) -> IpAddr {
    let peer = request.peer_addr().map_or(Ipv4Addr::UNSPECIFIED.into(), |peer| peer.ip());
    let forwarded = request.headers().get_all("X-Forwarded-For");
    let hops: Vec<&str> = forwarded.filter_map(|value| value.to_str().ok()).collect();
    network::caller(peer, &hops.join(","), &app.http.trusted_proxies)
}

/// What was sent, once its turn to be judged has come.
fn readable<I>(read: &Result<I, Fault>) -> Result<&I, Fault> {
    read.as_ref().map_err(Fault::clone)
}

fn sign_in_first(detail: &str) -> Fault {
    Fault::new(Code::NotSignedIn, detail)
}

pub(crate) fn sign_in(tx: &mut Tx, session: &AuthSessionId) -> Result<(), Fault> {
    let actor = access::store::actor_for(tx, session)?
        .ok_or_else(|| sign_in_first("You were signed out. Please sign in again."))?;
    tx.act_as(actor);
    Ok(())
}

fn once<T: Serialize>(
    tx: &mut Tx,
    act: Act,
    key: Option<&Fingerprint>,
    work: impl FnOnce(&mut Tx) -> Result<Answer<T>, Fault>,
) -> Result<Reply, Fault> {
    let Some(key) = key else { return keep(work(tx)?) };
    if let Some(reply) = key.begin(tx, act)? {
        return Ok(reply);
    }
    let answer = match work(tx) {
        Ok(answer) => answer,
        Err(fault) => {
            if fault.keeps() {
                key.forget(tx)?;
            }
            return Err(fault);
        }
    };
    let reply = keep(answer)?;
    key.finish(tx, &reply)?;
    Ok(reply)
}

async fn respond(
    caller: Caller,
    work: impl FnOnce() -> Result<Reply, Fault> + Send + 'static,
) -> Result<HttpResponse, Fault> {
    let kept = caller.run(work).await?;
    let status = StatusCode::from_u16(kept.status).map_err(Fault::internal)?;
    let mut response = HttpResponse::build(status);
    response.content_type("application/json").insert_header(("Cache-Control", "no-store"));
    if let Some(etag) = kept.etag {
        response.insert_header((ETAG, etag));
    }
    Ok(response.body(kept.body))
}
