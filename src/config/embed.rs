//! Which sites may show what's on in a frame.

use super::{Sources, Wrong};
use std::str::FromStr;

/// Where a page comes from, as the policy of a frame names it: `https://www.example.gov.uk`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text is no origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoOrigin;

impl FromStr for Origin {
    type Err = NoOrigin;

    /// `https://` and a host, perhaps with a port; `http://` for this machine alone. Nothing else may
    /// stand in the policy that names it.
    fn from_str(text: &str) -> Result<Origin, NoOrigin> {
        let text = text.to_ascii_lowercase();
        let (scheme, rest) = text.split_once("://").ok_or(NoOrigin)?;
        let (host, port) =
            rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
        let is_secure =
            scheme == "https" || scheme == "http" && ["localhost", "127.0.0.1"].contains(&host);
        let is_label = |label: &str| {
            !label.is_empty()
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        match is_secure && is_port && host.split('.').all(is_label) {
            true => Ok(Origin(text)),
            false => Err(NoOrigin),
        }
    }
}

pub(super) fn origins(sources: &Sources) -> Result<Vec<Origin>, Wrong> {
    sources.list("embed_origins")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_a_scheme_and_a_host_and_nothing_that_could_widen_a_policy() {
        for right in [
            "https://www.trafford.gov.uk",
            "https://trafford.example:8443",
            "http://localhost:3000",
            "http://127.0.0.1:8000",
        ] {
            assert_eq!(right.parse::<Origin>().map(|one| one.0), Ok(right.to_owned()));
        }
        for wrong in [
            "",
            "*",
            "https://*",
            "https://*.gov.uk",
            "https:",
            "https://",
            "www.trafford.gov.uk",
            "http://www.trafford.gov.uk",
            "https://www.trafford.gov.uk/",
            "https://www.trafford.gov.uk/page",
            "https://a.example; script-src *",
            "https://a.example https://b.example",
            "https://a.example:0",
            "https://a.example:x",
            "https://user@a.example",
            "data:",
            "'self'",
        ] {
            assert!(wrong.parse::<Origin>().is_err(), "{wrong}");
        }
    }
}
