//! The log on standard error: text at a terminal, JSON otherwise. Values are fields; never a name,
//! an address, a token or a body.

use std::io::{IsTerminal, stderr};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::fmt;

use super::outcome::Failed;
use crate::config::Sources;

pub(super) fn start(sources: &Sources) -> Result<(), Failed> {
    let wanted = sources.required("log")?;
    let filter = EnvFilter::try_new(&wanted).map_err(|_| sources.wrong("log"))?;
    let log = fmt().with_env_filter(filter).with_writer(stderr).with_target(false);
    let started = if stderr().is_terminal() {
        log.compact().try_init()
    } else {
        log.json().flatten_event(true).with_current_span(false).with_span_list(false).try_init()
    };
    started.map_err(|error| Failed(format!("The log cannot be started: {error}.")))?;
    for warning in &sources.warnings {
        tracing::warn!("{warning}");
    }
    Ok(())
}
