//! `serve`: runs the service until it is told to stop.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use clap::Args;

use super::logging;
use super::outcome::{Failed, Outcome, Where};
use crate::base::clock::Clock;
use crate::config::{Config, Sources};
use crate::jobs::Workers;
use crate::mail::service::PostOffice;
use crate::serve::server::{Listen, start};
use crate::serve::{upkeep, wiring};
use crate::web::App;

#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    place: Where,
    /// The address to listen on, such as 127.0.0.1:8080.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
}

pub(super) fn run(serve: &Serve, mut sources: Sources) -> Outcome {
    serve.place.tell(&mut sources);
    if let Some(listen) = serve.listen {
        sources.set_flag("listen", "--listen", listen.to_string());
    }
    let config = Config::load(&sources)?;
    logging::start(&sources)?;
    if config.public_url.starts_with("https://") && config.trusted_proxies.is_empty() {
        tracing::warn!(
            "public_url is https, so there is a proxy, but FIRSTPLACE_TRUSTED_PROXIES names none: \
             every caller seems to come from the proxy, and one caller's failed sign-ins slow down \
             all the others"
        );
    }
    let listener = TcpListener::bind(config.listen).map_err(|error| {
        Failed(format!("The service cannot listen on {}: {error}.", config.listen))
    })?;
    let app = wiring::open(&config, Clock::system())?;
    until_stopped(&config, &app, listener, |address| tracing::info!(%address, "ready"))?;
    Ok(())
}

/// Serves until SIGTERM or SIGINT, then waits for requests and jobs to finish.
pub(super) fn until_stopped(
    config: &Config,
    app: &App,
    listener: TcpListener,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), Failed> {
    let office = Arc::new(PostOffice::open(&config.mail, &config.texts, app.head.clone())?);
    let listen = Listen {
        listener,
        metrics: config.metrics_listen,
        folders: wiring::folders(config),
        shutdown: config.limits.shutdown,
    };
    let served = actix_web::rt::System::new().block_on(async {
        let running = start(app.clone(), listen)?;
        let workers = Workers::start(upkeep::jobs(app, office)).map_err(std::io::Error::other)?;
        ready(running.address);
        let ended = running.until_stopped().await;
        // This blocks the thread, but nothing else runs on it any more.
        workers.stop();
        ended
    });
    served.map_err(|error| Failed(format!("The service cannot run: {error}.")))?;
    tracing::info!("stopped");
    Ok(())
}
