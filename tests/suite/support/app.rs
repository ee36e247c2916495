//! The real server in this process: on a loopback port of its own, on a database of its
//! own, with a clock that stands still until a test moves it.

use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;

use actix_web::dev::ServerHandle;
use actix_web::rt::System;
use actix_web::{HttpServer, web};
use chrono::TimeDelta;
use firstplace::access::Actor;
use firstplace::access::attempts::Limit;
use firstplace::access::passwords::Cost;
use firstplace::access::service::{Gate, GateSettings};
use firstplace::access::wrapping::WrappingKey;
use firstplace::base::clock::Clock;
use firstplace::base::id::AuthSessionId;
use firstplace::base::moment::Moment;
use firstplace::bookings;
use firstplace::cli;
use firstplace::config::{CallbackToken, ConfigLimits, Look, Price};
use firstplace::db::{Discipline, Options, Store, Tx, Waiting};
use firstplace::mail::link::LinkKey;
use firstplace::mail::words::Letterhead;
use firstplace::serve::calls::Served;
use firstplace::serve::health::Readiness;
use firstplace::serve::metrics::Metrics;
use firstplace::serve::server::{service, told};
use firstplace::serve::wiring::{CLOSING, seed};
use firstplace::web::{App, Http, TextAccess, Tokens};

use super::client::Client;
use super::contract;
use super::postgres::Postgres;
use super::scratch::Scratch;

/// What the service that carries texts shows.
pub const CALLBACK_TOKEN: &str = "the token of whoever carries texts";

/// A Monday in winter, ten o'clock: where every test begins unless it says otherwise.
pub const START: &str = "2026-11-16T10:00:00Z";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// Makes of each `fn name(app: TestApp) { .. }` two tests, `name::sqlite` and
/// `name::postgres`.
macro_rules! both {
    (@by $make:ident $($(#[doc = $doc:literal])* fn $name:ident($app:ident) $body:block)+) => {$(
        $(#[doc = $doc])*
        mod $name {
            #[allow(unused_imports, reason = "a test may need nothing of its file")]
            use super::*;
            use $crate::support::app::{Backend, TestApp};

            fn check($app: &TestApp) $body

            #[test]
            fn sqlite() {
                check(&TestApp::$make(Backend::Sqlite));
            }

            #[test]
            fn postgres() {
                check(&TestApp::$make(Backend::Postgres));
            }
        }
    )+};
    ($($tests:tt)+) => { $crate::support::app::both! { @by on $($tests)+ } };
}
pub(crate) use both;

/// The same where text messages are sent.
macro_rules! texting {
    ($($tests:tt)+) => { $crate::support::app::both! { @by texting $($tests)+ } };
}
pub(crate) use texting;

pub struct TestApp {
    pub backend: Backend,
    pub clock: Clock,
    pub store: Store,
    /// Nobody: a caller without a token.
    pub nobody: Client,
    pub gate: Arc<Gate>,
    pub url: String,
    /// Whoever collects the metrics, on the address given for that.
    pub metrics: Client,
    server: ServerHandle,
    /// Words of what a test broke on purpose; nothing where it has to be sound.
    broken: Mutex<Vec<&'static str>>,
    discipline: Discipline,
    _folder: Scratch,
}

impl TestApp {
    pub fn on(backend: Backend) -> Self {
        Self::with(backend, Discipline::Careful)
    }

    /// With something set that sends text messages.
    pub fn texting(backend: Backend) -> Self {
        Self::made(backend, Discipline::Careful, Waiting::default(), true)
    }

    /// With a line of its own length for what writes.
    pub fn waiting(backend: Backend, waiting: Waiting) -> Self {
        Self::made(backend, Discipline::Careful, waiting, false)
    }

    /// With its guards taken off, where `discipline` says so.
    pub fn with(backend: Backend, discipline: Discipline) -> Self {
        Self::made(backend, discipline, Waiting::default(), false)
    }

    fn made(backend: Backend, discipline: Discipline, waiting: Waiting, sends_texts: bool) -> Self {
        let folder = Scratch::new("app");
        let url = match backend {
            Backend::Sqlite => folder.path().join("firstplace.sqlite").display().to_string(),
            Backend::Postgres => Postgres::shared().fresh_database(),
        };
        let clock = Clock::fixed(at(START));
        let options = Options { waiting, sends_texts, ..options(&url) };
        let store = Store::open_with(&options, clock.clone(), discipline);
        let store = store.expect("the database opens");
        seed(&store).expect("a new database is furnished");
        let app = wire(store.clone());
        let gate = app.gate.clone();
        let (server, port, metrics) = serve(app);
        let metrics = Client::new(&format!("http://127.0.0.1:{metrics}"));
        let nobody = Client::new(&format!("http://127.0.0.1:{port}"));
        // Without its guards it may say what it never says.
        let nobody = match discipline {
            Discipline::Careful => nobody.watched(contract::hold),
            Discipline::NoLock | Discipline::DecideThenWrite => nobody,
        };
        Self {
            backend,
            clock,
            store,
            nobody,
            gate,
            url,
            metrics,
            server,
            broken: Mutex::default(),
            discipline,
            _folder: folder,
        }
    }

    /// The service that carries texts, when it tells us something.
    pub fn carrier(&self) -> Client {
        self.nobody.bearing(CALLBACK_TOKEN)
    }

    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Another process on the same database, which remembers nothing yet.
    pub fn beside(&self) -> Beside {
        let options = options(&self.url);
        let store = Store::open_with(&options, self.clock.clone(), self.discipline);
        let (server, port, _) = serve(wire(store.expect("the database opens again")));
        let nobody = Client::new(&format!("http://127.0.0.1:{port}")).watched(contract::hold);
        Beside { nobody, server }
    }

    /// Moves the clock to an instant, RFC 3339.
    pub fn set_clock(&self, to: &str) {
        self.clock.set(at(to));
    }

    pub fn advance(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    /// What `firstplace check` finds, on a connection of its own.
    pub fn broken(&self) -> Vec<String> {
        let options = Options { pool_size: 1, ..Options::new(self.url.clone()) };
        let store = Store::look(&options, self.clock.clone()).expect("the database opens");
        cli::broken(&store).expect("the tables can be read")
    }

    /// Nothing is broken so far. At the end of a test that is looked at anyway.
    #[track_caller]
    pub fn is_sound(&self) {
        self.expect_broken(&[]);
    }

    /// The database was broken on purpose: from now on each of these words is found by an auditor,
    /// and nothing is found but what says one of them.
    #[track_caller]
    pub fn expect_broken(&self, words: &[&'static str]) {
        let mut expected = self.broken.lock().unwrap_or_else(PoisonError::into_inner);
        *expected = words.to_vec();
        self.is_as(&expected);
    }

    #[track_caller]
    fn is_as(&self, expected: &[&str]) {
        let found = self.broken();
        let is_expected = |sentence: &String| expected.iter().any(|word| sentence.contains(word));
        let is_found = |word: &&str| found.iter().any(|sentence| sentence.contains(word));
        assert!(
            found.iter().all(is_expected) && expected.iter().all(is_found),
            "`firstplace check` finds {found:#?} where this was broken on purpose: {expected:?}"
        );
    }

    /// What the sweeper does when it comes by: brings every line that is due up to now.
    pub fn sweep(&self) {
        let sweep = |tx: &mut Tx| {
            let now = tx.now();
            let mut due = bookings::store::due(tx, now, 1_000)?;
            due.sort();
            for session in &due {
                bookings::service::settle::settle_one(tx, session)?;
            }
            Ok(())
        };
        self.store.write(Actor::service(), sweep).expect("the lines are settled");
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // Not awaited: the answer would come to a runtime that is going away.
        drop(self.server.stop(false));
        // Without its guards anything may be broken, and a test that failed has said why.
        if self.discipline == Discipline::Careful && !thread::panicking() {
            let expected = self.broken.lock().unwrap_or_else(PoisonError::into_inner);
            self.is_as(&expected);
        }
    }
}

/// A process beside that of the test.
pub struct Beside {
    pub nobody: Client,
    server: ServerHandle,
}

impl Drop for Beside {
    fn drop(&mut self) {
        drop(self.server.stop(false));
    }
}

fn options(url: &str) -> Options {
    Options { hash_key: Some([9; 32]), closing: Some(CLOSING), ..Options::new(url.to_owned()) }
}

/// What pages and mails of the tests' organisation begin with.
pub fn letterhead() -> Letterhead {
    Letterhead {
        organisation: "Trafford Family Hubs".to_owned(),
        public_url: "https://hubs.example.org".to_owned(),
        links: LinkKey::new([7; 32]),
    }
}

/// An instant, RFC 3339.
pub fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap_or_else(|| panic!("not an instant: {text}"))
}

/// Runs the service on a thread of its own until it is told to stop.
fn serve(app: App) -> (ServerHandle, u16, u16) {
    let (ready, started) = mpsc::channel();
    thread::spawn(move || {
        System::new().block_on(async move {
            let metrics = web::Data::new(Metrics::new().expect("their names are right"));
            let told = {
                let (app, metrics) = (app.clone(), metrics.clone());
                move || actix_web::App::new().configure(told(app.clone(), metrics.clone()))
            };
            let told = HttpServer::new(told).workers(1).disable_signals();
            let told = told.bind(("127.0.0.1", 0)).expect("a port is free");
            let metrics_port = told.addrs()[0].port();
            actix_web::rt::spawn(told.run());
            let readiness = web::Data::new(Readiness::of(Vec::new()));
            let service = move || service(app.clone(), metrics.clone(), readiness.clone());
            let server = HttpServer::new(service)
                .workers(2)
                .disable_signals()
                .bind(("127.0.0.1", 0))
                .expect("a port is free");
            let port = server.addrs()[0].port();
            let server = server.run();
            ready.send((server.handle(), port, metrics_port)).expect("the test waits for it");
            server.await
        })
    });
    started.recv().expect("the server starts")
}

/// The service as it is configured for tests: passwords as cheap as argon2 has them.
fn wire(store: Store) -> App {
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/fonts");
    firstplace::paper::look_in(Some(fonts.into()));
    let gate = Gate::open(&store, gate_settings()).expect("signing keys are made");
    let http = Http {
        trusted_proxies: vec!["127.0.0.0/8".parse().expect("a network")],
        body_limit: ConfigLimits::default().body,
        body_grace: ConfigLimits::default().body_grace,
        public_url: "http://firstplace.test".to_owned(),
        answer_after: ConfigLimits::default().answer_after,
        look: Look::default(),
        texts: TextAccess {
            callback_token: Some(CallbackToken::new(CALLBACK_TOKEN)),
            price: Price(250),
        },
        embed_origins: vec!["https://www.trafford.example".parse().expect("an origin")],
    };
    let tokens = Arc::new(SessionIdsToo(gate.clone()));
    App { store, tokens, gate, http: Arc::new(http), head: Arc::new(letterhead()), calls: &Served }
}

pub fn gate_settings() -> GateSettings {
    let limit = |failures| Limit { failures, window: TimeDelta::minutes(15) };
    GateSettings {
        issuer: "http://firstplace.test".to_owned(),
        wrapping: WrappingKey::from_base64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
            .expect("32 bytes"),
        cost: Cost::CHEAPEST,
        access: TimeDelta::minutes(20),
        refresh: TimeDelta::days(30),
        failures: limit(10),
        failures_per_address: limit(100),
    }
}

/// In tests the id of a sign-in session is a token too: who does not test signing in
/// need not pay for it.
struct SessionIdsToo(Arc<Gate>);

impl Tokens for SessionIdsToo {
    fn session(&self, bearer: &str, now: Moment) -> Option<AuthSessionId> {
        match bearer.contains('.') {
            true => self.0.session(bearer, now),
            false => Some(AuthSessionId::from(bearer)),
        }
    }

    fn past_session(&self, bearer: &str) -> Option<AuthSessionId> {
        self.0.past_session(bearer)
    }
}
