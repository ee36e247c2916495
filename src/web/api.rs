//! A program's call: an access token says who asks, a body is read (400, 422) after the caller was
//! judged, and the answer is JSON or a file.

use super::answer::{Answer, Shown};
use super::call::{Call, Done, Edge, enter, sign_in_first};
use super::context::App;
use super::idempotency::{Fingerprint, Reply};
use super::timed::TimedLines;
use super::{Body, File};
use crate::access::{Act, Actor};
use crate::base::fault::{Fault, Result};
use crate::base::id::AuthSessionId;
use crate::base::table;
use crate::db::Tx;
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT, AUTHORIZATION};
use actix_web::{HttpMessage, HttpResponse};
use serde::Serialize;

/// What every handler of the API gives back.
pub type ApiResult = Result<HttpResponse>;

/// The edge of programs.
pub struct Program;

pub type Api = Call<Program>;

impl Edge for Program {
    type Sent = Result<HttpResponse>;

    fn session(api: &Api) -> Result<AuthSessionId> {
        let bearer = api
            .request()
            .headers()
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim())
            .ok_or_else(|| sign_in_first("Send an access token: Authorization: Bearer …"))?;
        let now = api.app().store.clock().now();
        let session = api.app().tokens.session(bearer, now);
        session.ok_or_else(|| sign_in_first("The access token is not valid or has ended."))
    }

    fn send(_: &Api, made: Result<Done>) -> Result<HttpResponse> {
        made.map(|(out, _)| out.response())
    }

    fn ready(response: HttpResponse) -> Result<HttpResponse> {
        Ok(response)
    }
}

impl Api {
    /// Writes, as somebody whose role allows `act`.
    pub async fn write<I, T>(
        self,
        act: Act,
        body: Body<I>,
        work: impl Fn(&mut Tx, &I) -> Result<Answer<T>> + Send + 'static,
    ) -> Result<HttpResponse>
    where
        I: Send + 'static,
        T: Serialize + Send + 'static,
    {
        let session = Program::session(&self)?;
        let hash = |bytes: &[u8]| self.app().gate.fingerprint("request", &[bytes]);
        let key = match *self.request().method() == Method::POST {
            true => Fingerprint::of(self.request(), &body.sent, self.app(), hash)?,
            false => None,
        };
        let read = body.read;
        let once = move |tx: &mut Tx| {
            once(tx, act, key.as_ref(), |tx| work(tx, readable(&read)?))?.outgoing()
        };
        self.write_as(session, act, Box::new(once)).await
    }

    /// Writes, for anybody.
    pub async fn write_public<I, S>(
        self,
        body: Body<I>,
        work: impl Fn(&mut Tx, &I) -> Result<S> + Send + 'static,
    ) -> Result<HttpResponse>
    where
        I: Send + 'static,
        S: Shown,
    {
        let read = body.read;
        let work = move |tx: &mut Tx| work(tx, readable(&read)?)?.show(None);
        self.write_for_anybody(Box::new(work)).await
    }

    /// Works with passwords, for anybody: not one transaction, since they are hashed between two.
    pub async fn work_public<I, S>(
        self,
        body: Body<I>,
        work: impl FnOnce(&App, &I) -> Result<S> + Send + 'static,
    ) -> Result<HttpResponse>
    where
        I: Send + 'static,
        S: Shown,
    {
        let read = body.read;
        let work = move |app: App| Ok((work(&app, readable(&read)?)?.show(None)?, Actor::public()));
        self.with_passwords(None, Box::new(work)).await
    }

    /// The same for somebody whose role allows `act`.
    pub async fn work<I, S>(
        self,
        act: Act,
        body: Body<I>,
        work: impl FnOnce(&App, &Actor, &I) -> Result<S> + Send + 'static,
    ) -> Result<HttpResponse>
    where
        I: Send + 'static,
        S: Shown,
    {
        let session = Program::session(&self)?;
        let read = body.read;
        let asked_by = Some(session.clone());
        let work = move |app: App| {
            let actor = judged(&app, &session, act, |_| Ok(()))?.1;
            Ok((work(&app, &actor, readable(&read)?)?.show(None)?, actor))
        };
        self.with_passwords(asked_by, Box::new(work)).await
    }

    /// Takes a file, as somebody whose role allows `act`: who asks, and what `first` checks, is
    /// judged before a byte is read. The work is more than one transaction, and goes on if the
    /// caller goes away.
    pub async fn take_file<F: Send + 'static, S: Shown>(
        self,
        act: Act,
        file: File,
        first: impl FnOnce(&mut Tx) -> Result<F> + Send + 'static,
        work: impl FnOnce(&App, &Actor, (F, Vec<u8>)) -> Result<S> + Send + 'static,
    ) -> Result<HttpResponse> {
        let session = Program::session(&self)?;
        let (app, asked_by) = (self.app().clone(), Some(session.clone()));
        let caller = self.caller(asked_by.clone());
        let (first, actor) = caller.run(move || judged(&app, &session, act, first)).await?;
        let bytes = file.read().await?;
        self.request().extensions_mut().insert(TimedLines(table::most_rows(&bytes)));
        let work = move |app: App| Ok((work(&app, &actor, (first, bytes))?.show(None)?, actor));
        self.run(asked_by, Box::new(work)).await
    }

    /// Whether the caller asks for a table: `Accept: text/csv`, or `format=csv` where a browser
    /// cannot say so.
    pub fn wants_csv(&self) -> bool {
        let accept = self.request().headers().get(ACCEPT).and_then(|value| value.to_str().ok());
        accept.is_some_and(|kinds| kinds.to_ascii_lowercase().contains("text/csv"))
            || self.request().query_string().split('&').any(|pair| pair == "format=csv")
    }
}

/// Who asks, and what is checked before the work begins.
fn judged<F>(
    app: &App,
    session: &AuthSessionId,
    act: Act,
    first: impl FnOnce(&mut Tx) -> Result<F>,
) -> Result<(F, Actor)> {
    app.store.read(Actor::public(), |tx| {
        enter(tx, session, act)?;
        Ok((first(tx)?, tx.actor().clone()))
    })
}

/// What was sent, once its turn to be judged has come.
fn readable<I>(read: &Result<I>) -> Result<&I> {
    read.as_ref().map_err(Fault::clone)
}

fn once<T: Serialize>(
    tx: &mut Tx,
    act: Act,
    key: Option<&Fingerprint>,
    work: impl FnOnce(&mut Tx) -> Result<Answer<T>>,
) -> Result<Reply> {
    let Some(key) = key else { return work(tx)?.reply() };
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
    let reply = answer.reply()?;
    key.finish(tx, &reply)?;
    Ok(reply)
}
