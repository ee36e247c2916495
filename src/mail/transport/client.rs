//! One request to a service that carries texts, and its answer: encrypted, or to this machine; in
//! time; of a bounded length. What it says is read as JSON, and never shown or logged.

use super::Undelivered;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;
use ureq::http::Request;
use ureq::tls::{Certificate, RootCerts, TlsConfig, TlsProvider};

/// How long one request may take, from the first byte to the last.
const PATIENCE: Duration = Duration::from_secs(20);
/// Longer answers are not read.
const LONGEST_ANSWER: u64 = 64 * 1024;

#[derive(Clone, Debug)]
pub(super) struct Http(Agent);

/// A status, and what was said; `Null` where that is not JSON.
pub(super) type Said = (u16, Value);

impl Http {
    /// Believes the authorities this machine believes.
    pub(super) fn new() -> Http {
        let found = rustls_native_certs::load_native_certs().certs;
        let roots: Vec<Certificate<'static>> =
            found.iter().map(|der| Certificate::from_der(der).to_owned()).collect();
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(RootCerts::from(roots))
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .tls_config(tls)
            .build();
        Http(config.new_agent())
    }

    pub(super) fn get(&self, url: &str, bearer: &str) -> Result<Said, Undelivered> {
        let request = Request::get(url).header("Authorization", format!("Bearer {bearer}"));
        let request = request.body(()).map_err(|_| Undelivered::Unreachable)?;
        said(self.0.run(request))
    }

    pub(super) fn post(&self, url: &str, bearer: &str, body: &Value) -> Result<Said, Undelivered> {
        let request = Request::post(url)
            .header("Authorization", format!("Bearer {bearer}"))
            .header("Content-Type", "application/json")
            .body(body.to_string())
            .map_err(|_| Undelivered::Unreachable)?;
        said(self.0.run(request))
    }
}

fn said(
    answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> Result<Said, Undelivered> {
    let mut answer = answer.map_err(|error| undelivered(&error))?;
    let status = answer.status().as_u16();
    let body = answer.body_mut().with_config().limit(LONGEST_ANSWER).read_to_vec();
    let body = body.map_err(|error| undelivered(&error))?;
    Ok((status, serde_json::from_slice(&body).unwrap_or_default()))
}

fn undelivered(error: &ureq::Error) -> Undelivered {
    match error {
        ureq::Error::Timeout(_) => Undelivered::TimedOut,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Undelivered::Tls,
        // What went wrong in the handshake arrives as a reading that failed.
        ureq::Error::Io(error)
            if error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>()) =>
        {
            Undelivered::Tls
        }
        _ => Undelivered::Unreachable,
    }
}
