//! The settings of an SMTP relay, checked before the first message: mail
//! leaves this machine encrypted or not at all.

use crate::base::text_enum::text_enum;
use std::net::IpAddr;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, Tokio1Executor};

/// How long one answer of a relay may take; the message as a whole has `transport::PATIENCE`.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a message is handed over.
pub type SmtpTransport = AsyncSmtpTransport<Tokio1Executor>;

/// Where mail is handed over.
#[derive(Clone)]
pub struct SmtpSettings {
    pub host: String,
    /// Default: 587 with `starttls`, 465 with `wrapper`, 25 with `none`.
    pub port: Option<u16>,
    pub tls: SmtpTls,
    pub username: Option<String>,
    pub password: Option<String>,
}

text_enum! {
    /// How the way to it is encrypted.
    SmtpTls {
        /// Starts plain and must become TLS before anything else is said.
        Starttls = "starttls",
        /// TLS from the first byte.
        Wrapper = "wrapper",
        /// Only for a relay on this same machine.
        None = "none",
    }
}

impl SmtpSettings {
    /// A transport, or one sentence about what is wrong.
    pub fn transport(&self) -> Result<SmtpTransport, String> {
        let wrong = |error| format!("the mail server {} cannot be used: {error}", self.host);
        let builder = match self.tls {
            SmtpTls::Starttls => SmtpTransport::starttls_relay(&self.host).map_err(wrong)?,
            SmtpTls::Wrapper => SmtpTransport::relay(&self.host).map_err(wrong)?,
            SmtpTls::None if is_this_machine(&self.host) => {
                SmtpTransport::builder_dangerous(&self.host)
            }
            SmtpTls::None => {
                return Err(format!(
                    "mail to {} would go unencrypted: tls = \"none\" is only for a relay on this machine",
                    self.host
                ));
            }
        };
        let builder = match self.port {
            Some(port) => builder.port(port),
            None => builder,
        };
        let builder = match (&self.username, &self.password) {
            (Some(user), Some(password)) => {
                builder.credentials(Credentials::new(user.clone(), password.clone()))
            }
            (None, None) => builder,
            _ => return Err("mail needs both a user name and a password, or neither".to_owned()),
        };
        Ok(builder.timeout(Some(PATIENCE)).build())
    }
}

impl std::fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmtpSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .finish_non_exhaustive()
    }
}

fn is_this_machine(host: &str) -> bool {
    match host.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host == "localhost",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(host: &str, tls: SmtpTls) -> SmtpSettings {
        SmtpSettings { host: host.to_owned(), port: None, tls, username: None, password: None }
    }

    #[test]
    fn mail_leaves_the_machine_encrypted_or_not_at_all() {
        for (host, tls, allowed) in [
            ("mail.example.org", SmtpTls::Starttls, true),
            ("mail.example.org", SmtpTls::Wrapper, true),
            ("mail.example.org", SmtpTls::None, false),
            ("10.0.0.1", SmtpTls::None, false),
            ("localhost.example.org", SmtpTls::None, false),
            ("localhost", SmtpTls::None, true),
            ("127.0.0.1", SmtpTls::None, true),
            ("::1", SmtpTls::None, true),
        ] {
            assert_eq!(settings(host, tls).transport().is_ok(), allowed, "{host} {tls:?}");
        }
    }

    #[test]
    fn a_name_without_a_password_is_refused() {
        let half = SmtpSettings {
            username: Some("post".to_owned()),
            ..settings("localhost", SmtpTls::None)
        };

        assert!(half.transport().is_err());
    }

    #[test]
    fn the_password_does_not_show_itself() {
        let settings = SmtpSettings {
            username: Some("post".to_owned()),
            password: Some("hush".to_owned()),
            ..settings("localhost", SmtpTls::None)
        };

        assert!(!format!("{settings:?}").contains("hush"));
    }
}
