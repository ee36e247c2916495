//! How mail leaves: written as files into a folder, by default, or handed to an
//! SMTP server.

use std::path::{Path, PathBuf};

use lettre::message::Mailbox;

use super::{Sources, Wrong};
use crate::mail::smtp::{SmtpSettings, SmtpTls};

/// Without a name: the organisation's is set before it.
const FROM: &str = "firstplace@localhost.localdomain";

#[derive(Debug, Clone)]
pub struct Mail {
    pub from: Mailbox,
    pub transport: Transport,
}

#[derive(Debug, Clone)]
pub enum Transport {
    Folder(PathBuf),
    Smtp(SmtpSettings),
}

impl Mail {
    pub fn load(sources: &Sources, data: Option<&Path>) -> Result<Self, Wrong> {
        let host = sources.text("mail_smtp_host").filter(|host| !host.is_empty());
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
    sources.path("mail_folder").or_else(|| data.map(|data| data.join("mail"))).ok_or_else(|| {
        Wrong(
            "How shall mail leave? Give FIRSTPLACE_MAIL_SMTP_HOST to send it, or \
             FIRSTPLACE_MAIL_FOLDER to write it into a folder."
                .to_owned(),
        )
    })
}

fn smtp(sources: &Sources, host: &str) -> Result<SmtpSettings, Wrong> {
    let port = sources.optional("mail_smtp_port")?;
    if port == Some(0) {
        return Err(sources.wrong("mail_smtp_port"));
    }
    let username = sources.text("mail_smtp_user").map(str::to_owned);
    let password = sources.text("mail_smtp_password").map(str::to_owned);
    match (&username, &password) {
        (Some(_), None) => return Err(sources.wrong("mail_smtp_password")),
        (None, Some(_)) => return Err(sources.wrong("mail_smtp_user")),
        _ => {}
    }
    let tls = sources.text("mail_smtp_tls").and_then(SmtpTls::parse);
    let tls = tls.ok_or_else(|| sources.wrong("mail_smtp_tls"))?;
    let settings = SmtpSettings { host: host.to_owned(), port, tls, username, password };
    settings.transport().map_err(|_| sources.wrong("mail_smtp_tls"))?;
    Ok(settings)
}
