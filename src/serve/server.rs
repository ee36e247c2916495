//! The HTTP server: the service on its address, `/metrics` on its own address and only if one is
//! given, and a shutdown that lets running requests finish.

use super::health::{self, Readiness};
use super::metrics::{self, Metrics};
use super::requests;
use crate::pages;
use crate::web::App;
use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::{App as Routes, Error, HttpServer, rt, web};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::Duration;

/// Everything the public address answers, with what happens around every request.
pub fn service(
    app: App,
    metrics: web::Data<Metrics>,
    readiness: web::Data<Readiness>,
) -> Routes<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    Routes::new()
        .app_data(metrics)
        .app_data(readiness)
        .app_data(web::PayloadConfig::new(app.http.body_limit))
        .configure(health::routes)
        .configure(super::mount::mount(app))
        .wrap(from_fn(pages::language::choose))
        .wrap(from_fn(requests::around))
}

/// How to run it.
pub struct Listen {
    pub listener: TcpListener,
    pub metrics: Option<SocketAddr>,
    /// Where the service writes besides PostgreSQL.
    pub folders: Vec<PathBuf>,
    /// How long requests under way may take at the end.
    pub shutdown: Duration,
}

/// Of each worker, for what reads and what takes long. More would only hold memory: a read needs a
/// connection, and what writes or hashes a password waits for its turn without a thread.
const MOST_THREADS: usize = 16;

/// A running server.
pub struct Running {
    /// Its address.
    pub address: SocketAddr,
    server: Server,
    metrics: Option<Server>,
}

pub fn start(app: App, listen: Listen) -> io::Result<Running> {
    let metrics = web::Data::new(Metrics::new().map_err(io::Error::other)?);
    let readiness = web::Data::new(Readiness::of(listen.folders));
    let alone = listen.metrics.map(|at| metrics_alone(app.clone(), metrics.clone(), at));
    let alone = alone.transpose()?;

    let address = listen.listener.local_addr()?;
    let server = HttpServer::new(move || service(app.clone(), metrics.clone(), readiness.clone()))
        .worker_max_blocking_threads(MOST_THREADS)
        .shutdown_timeout(listen.shutdown.as_secs())
        .listen(listen.listener)?
        .run();
    Ok(Running { address, server, metrics: alone })
}

impl Running {
    /// Until SIGTERM or SIGINT, and the requests under way are done.
    pub async fn until_stopped(self) -> io::Result<()> {
        let metrics = self.metrics.map(|metrics| {
            let handle = metrics.handle();
            rt::spawn(metrics);
            handle
        });
        let ended = self.server.await;
        if let Some(metrics) = metrics {
            metrics.stop(true).await;
        }
        ended
    }
}

fn metrics_alone(app: App, metrics: web::Data<Metrics>, address: SocketAddr) -> io::Result<Server> {
    let routes = move || Routes::new().configure(told(app.clone(), metrics.clone()));
    Ok(HttpServer::new(routes).workers(1).disable_signals().bind(address)?.run())
}

/// What the address for metrics answers: nothing else.
pub fn told(app: App, metrics: web::Data<Metrics>) -> impl FnOnce(&mut web::ServiceConfig) {
    move |config| {
        let config = config.app_data(web::Data::new(app)).app_data(metrics);
        config.route("/metrics", web::get().to(metrics::show));
    }
}
