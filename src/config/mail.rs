//! How mail leaves: written as files into a folder, by default, or handed to an
//! SMTP server. A password is never sent over a connection that is not encrypted.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use lettre::message::Mailbox;

use super::{Sources, Wrong};

const FROM: &str = "Firstplace <firstplace@localhost.localdomain>";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub from: Mailbox,
    pub transport: Transport,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transport {
    Folder(PathBuf),
    Smtp(Smtp),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub sign_in: Option<SignIn>,
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Plain at first, then TLS or nothing.
    StartTls,
    /// TLS from the first byte.
    Tls,
    /// For a server on this machine.
    None,
}

#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    pub user: String,
    pub password: String,
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignIn")
    }
}

impl FromStr for Security {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "starttls" => Ok(Self::StartTls),
            "tls" => Ok(Self::Tls),
            "none" => Ok(Self::None),
            _ => Err(()),
        }
    }
}

impl Mail {
    pub fn load(sources: &Sources, data: Option<&Path>) -> Result<Self, Wrong> {
        let host = sources
            .text("mail_smtp_host")
            .filter(|host| !host.is_empty());
        let transport = match host {
            Some(host) => Transport::Smtp(smtp(sources, host)?),
            None => Transport::Folder(folder(sources, data)?),
        };
        let from = match (sources.optional("mail_from")?, &transport) {
            (Some(from), _) => from,
            (None, Transport::Folder(_)) => FROM.parse().map_err(|_| sources.wrong("mail_from"))?,
            (None, Transport::Smtp(_)) => return Err(sources.wrong("mail_from")),
        };
        Ok(Self { from, transport })
    }
}

fn folder(sources: &Sources, data: Option<&Path>) -> Result<PathBuf, Wrong> {
    sources
        .path("mail_folder")
        .or_else(|| data.map(|data| data.join("mail")))
        .ok_or_else(|| {
            Wrong(
                "How shall mail leave? Give FIRSTPLACE_MAIL_SMTP_HOST to send it, or \
                 FIRSTPLACE_MAIL_FOLDER to write it into a folder."
                    .to_owned(),
            )
        })
}

fn smtp(sources: &Sources, host: &str) -> Result<Smtp, Wrong> {
    let security = sources.parsed("mail_smtp_security")?;
    let local = matches!(host, "localhost" | "127.0.0.1" | "::1");
    if security == Security::None && !local {
        return Err(sources.wrong("mail_smtp_security"));
    }
    let usual = match security {
        Security::StartTls => 587,
        Security::Tls => 465,
        Security::None => 25,
    };
    let port = match sources.optional("mail_smtp_port")? {
        Some(0) => return Err(sources.wrong("mail_smtp_port")),
        Some(port) => port,
        None => usual,
    };
    let user = sources.text("mail_smtp_user").map(str::to_owned);
    let password = sources.text("mail_smtp_password").map(str::to_owned);
    let sign_in = match (user, password) {
        (Some(user), Some(password)) => Some(SignIn { user, password }),
        (None, None) => None,
        (Some(_), None) => return Err(sources.wrong("mail_smtp_password")),
        (None, Some(_)) => return Err(sources.wrong("mail_smtp_user")),
    };
    Ok(Smtp {
        host: host.to_owned(),
        port,
        security,
        sign_in,
    })
}
