//! One request, of a program or of a browser: who asks (401), whether a role allows it at all
//! (403), then one closure in one transaction, off the async threads. What differs between the two,
//! how the caller signed in and what a refusal looks like, is said by the edge.

use super::answer::{Outgoing, Shown};
use super::context::{App, may_be_an_address};
use super::refused::{Caller, off_thread};
use crate::access::{self, Act, Actor};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::AuthSessionId;
use crate::config::network;
use crate::db::{Lane, Tx};
use crate::mail::words::Letterhead;
use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, OnceLock};

/// How a kind of caller signs in, and what they are answered.
pub trait Edge: Sized {
    type Sent;

    /// The sign-in session that the request belongs to.
    fn session(call: &Call<Self>) -> Result<AuthSessionId>;

    fn send(call: &Call<Self>, made: Result<Done>) -> Self::Sent;

    /// A response that is ready.
    fn ready(response: HttpResponse) -> Self::Sent;
}

/// An answer, and who asked for it.
pub(super) type Done = (Outgoing, Actor);

/// What a handler does, boxed: what carries it is then compiled once, and not for each handler.
type Reads = Box<dyn FnOnce(&mut Tx) -> Result<Outgoing> + Send>;
pub(super) type Writes = Box<dyn Fn(&mut Tx) -> Result<Outgoing> + Send>;
type WritesAs = Box<dyn Fn(&mut Tx) -> Result<Done> + Send>;
type Works = Box<dyn FnOnce(App) -> Result<Done> + Send>;

/// The request, as far as any handler needs it.
pub struct Call<E> {
    app: App,
    request: HttpRequest,
    lane: Option<Lane>,
    seen: Seen,
    edge: PhantomData<fn() -> E>,
}

/// Who asks, once that is known: a refusal is shown to them in their own frame.
pub(super) type Seen = Arc<OnceLock<Actor>>;

impl<E: Edge> FromRequest for Call<E> {
    type Error = Fault;
    type Future = Ready<Result<Call<E>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        if !may_be_an_address(request.uri()) {
            return ready(Err(Fault::not_found("page")));
        }
        let app = request.app_data::<web::Data<App>>().map(|app| app.get_ref().clone());
        let request = request.clone();
        let seen = Seen::default();
        let call = app.map(|app| Call { app, request, lane: None, seen, edge: PhantomData });
        ready(call.ok_or_else(|| Fault::internal("the application was not wired")))
    }
}

impl<E: Edge> Call<E> {
    pub fn app(&self) -> &App {
        &self.app
    }

    pub fn request(&self) -> &HttpRequest {
        &self.request
    }

    /// Who asks, where a transaction of theirs has begun.
    pub(super) fn seen(&self) -> Option<&Actor> {
        self.seen.get()
    }

    /// What it writes is decided in turn with whatever else is about the same session.
    pub fn in_lane(self, lane: Option<Lane>) -> Self {
        Call { lane, ..self }
    }

    /// What stands at the head of a page; links on it are made now.
    pub fn head(&self) -> Arc<Letterhead> {
        Arc::new(self.app.head.at(self.app.store.clock().now()))
    }

    /// The caller's address: the nearest that is not a proxy we trust.
    pub fn address(&self) -> IpAddr {
        let peer = self.request.peer_addr().map_or(Ipv4Addr::UNSPECIFIED.into(), |peer| peer.ip());
        let forwarded = self.request.headers().get_all("X-Forwarded-For");
        let hops: Vec<&str> = forwarded.filter_map(|value| value.to_str().ok()).collect();
        network::caller(peer, &hops.join(","), &self.app.http.trusted_proxies)
    }

    /// Reads, as somebody whose role allows `act`. What has to be logged, because the answer names
    /// families or because the reading itself is logged (`(answer, Logged)`), follows in a
    /// transaction of its own, so that writers do not wait for a search; nothing is answered before
    /// it is committed.
    pub fn read<S: Shown>(
        self,
        act: Act,
        work: impl FnOnce(&mut Tx) -> Result<S> + Send + 'static,
    ) -> impl Future<Output = E::Sent> {
        self.read_out(act, Box::new(move |tx| work(tx)?.show(Some(act))))
    }

    async fn read_out(self, act: Act, work: Reads) -> E::Sent {
        let session = match E::session(&self) {
            Ok(session) => session,
            Err(fault) => return E::send(&self, Err(fault)),
        };
        let (app, operation) = (self.app.clone(), self.operation());
        let (caller, seen) = (self.caller(Some(session.clone())), self.seen.clone());
        let made = caller.watch(async move {
            let store = app.store.clone();
            let read = move || {
                store.read(Actor::public(), |tx| {
                    enter_seen(tx, &session, act, &seen)?;
                    Ok((work(tx)?, tx.actor().clone()))
                })
            };
            let (out, actor) = off_thread(read).await?;
            if let Some(line) = out.line(&operation) {
                line.write(&app.store, actor.clone()).await?;
            }
            Ok((out, actor))
        });
        E::send(&self, made.await)
    }

    /// Reads, for anybody.
    pub fn read_public<S: Shown>(
        self,
        work: impl FnOnce(&mut Tx) -> Result<S> + Send + 'static,
    ) -> impl Future<Output = E::Sent> {
        let read = move |app: App| app.store.read(Actor::public(), |tx| work(tx)?.show(None));
        self.run(None, Box::new(move |app| Ok((read(app)?, Actor::public()))))
    }

    /// Opens something whose opening is logged: a write without a body.
    pub fn open<S: Shown>(
        self,
        act: Act,
        work: impl Fn(&mut Tx) -> Result<S> + Send + 'static,
    ) -> impl Future<Output = E::Sent> {
        self.open_out(act, Box::new(move |tx| work(tx)?.show(Some(act))))
    }

    async fn open_out(self, act: Act, work: Writes) -> E::Sent {
        let session = match E::session(&self) {
            Ok(session) => session,
            Err(fault) => return E::send(&self, Err(fault)),
        };
        let reads = self.request.method() == Method::GET;
        let operation = self.operation();
        let logged = move |tx: &mut Tx| {
            let mut out = work(tx)?;
            out.families.retain(|family| reads && !tx.has_logged(family));
            if let Some(line) = out.line(&operation) {
                line.write_in(tx)?;
            }
            Ok(out)
        };
        self.write_as(session, act, Box::new(logged)).await
    }

    /// Opens something whose opening is logged; its contents are drawn once that is committed.
    pub async fn open_and_draw<T: Send + 'static, S: Shown>(
        self,
        act: Act,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
        draw: impl FnOnce(T) -> Result<S> + Send + 'static,
    ) -> E::Sent {
        let session = match E::session(&self) {
            Ok(session) => session,
            Err(fault) => return E::send(&self, Err(fault)),
        };
        let store = self.app.store.clone();
        let (caller, seen) = (self.caller(Some(session.clone())), self.seen.clone());
        let made = caller.watch(async move {
            let open = move |tx: &mut Tx| {
                enter_seen(tx, &session, act, &seen)?;
                Ok((work(tx)?, tx.actor().clone()))
            };
            let (held, actor) = store.write_in_turn(None, Actor::public(), open).await?;
            let out = off_thread(move || draw(held)?.show(Some(act))).await?;
            Ok((out, actor))
        });
        E::send(&self, made.await)
    }

    /// One transaction of somebody whose role allows `act`.
    pub(super) async fn write_as(self, session: AuthSessionId, act: Act, work: Writes) -> E::Sent {
        let (asked_by, seen) = (Some(session.clone()), self.seen.clone());
        let entered = move |tx: &mut Tx| {
            enter_seen(tx, &session, act, &seen)?;
            Ok((work(tx)?, tx.actor().clone()))
        };
        self.write_in_turn(asked_by, Box::new(entered)).await
    }

    /// One transaction for anybody.
    pub(super) async fn write_for_anybody(self, work: Writes) -> E::Sent {
        let work = move |tx: &mut Tx| Ok((work(tx)?, Actor::public()));
        self.write_in_turn(None, Box::new(work)).await
    }

    /// One transaction, whose turn is waited for without a thread.
    async fn write_in_turn(self, session: Option<AuthSessionId>, work: WritesAs) -> E::Sent {
        let written = self.app.store.write_in_turn(self.lane.clone(), Actor::public(), work);
        let made = self.caller(session).watch(written).await;
        E::send(&self, made)
    }

    /// Work with passwords, which need not be one transaction: they are hashed between two.
    pub(super) async fn with_passwords(
        self,
        session: Option<AuthSessionId>,
        work: Works,
    ) -> E::Sent {
        let app = self.app.clone();
        let made = self.caller(session).watch(async move {
            let gate = app.gate.clone();
            let _turn = gate.turn().await?;
            off_thread(move || work(app)).await
        });
        E::send(&self, made.await)
    }

    /// Does the work off the async threads, and sends what came of it.
    pub(super) async fn run(self, session: Option<AuthSessionId>, work: Works) -> E::Sent {
        let app = self.app.clone();
        let made = self.caller(session).run(move || work(app)).await;
        E::send(&self, made)
    }

    /// The caller, as a refusal records it.
    pub(super) fn caller(&self, session: Option<AuthSessionId>) -> Caller {
        Caller {
            store: self.app.store.clone(),
            session,
            address: self.address().to_string(),
            operation: self.operation(),
        }
    }

    /// The method and the pattern of the path.
    fn operation(&self) -> String {
        let pattern = self.request.match_pattern().unwrap_or_default();
        format!("{} {pattern}", self.request.method())
    }
}

/// From here on the transaction acts for the caller, whose role must allow `act` somewhere.
pub(super) fn enter(tx: &mut Tx, session: &AuthSessionId, act: Act) -> Result<()> {
    let actor = access::store::actor_for(tx, session)?
        .ok_or_else(|| sign_in_first("You were signed out. Please sign in again."))?;
    tx.act_as(actor);
    tx.actor().allow_ever(act)
}

/// The same, for a caller whose refusal may be a page.
fn enter_seen(tx: &mut Tx, session: &AuthSessionId, act: Act, seen: &Seen) -> Result<()> {
    let entered = enter(tx, session, act);
    if tx.actor().auth_session_id.is_some() {
        seen.get_or_init(|| tx.actor().clone());
    }
    entered
}

pub(super) fn sign_in_first(detail: &str) -> Fault {
    Fault::new(Code::NotSignedIn, detail)
}
