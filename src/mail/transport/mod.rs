//! How a finished message leaves: as a file in a folder, or by SMTP; a text, as `text` says. Sending the same outbox row
//! twice gives the same Message-ID and the same file, so a retry after a lost answer is one message
//! to its recipient.

mod client;
pub mod gateway;
pub mod notify;
pub mod text;

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fs, io};

use actix_web::rt::Runtime;
use actix_web::rt::time::timeout;
use lettre::AsyncTransport as _;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message as Mime};

use super::Delivery;
use super::attached::CalendarFile;
use super::calendar::{CALENDAR_TYPE, method};
use super::render::Rendered;
use super::smtp::SmtpTransport;

/// How long one message may take, whatever the relay does: one that answers byte by byte cannot
/// hold it up longer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends what is rendered, under one name and one host.
pub struct Sender {
    pub from: Mailbox,
    /// The public host, right of the @ in every Message-ID.
    pub host: String,
    pub transport: Transport,
}

pub enum Transport {
    /// One file a message, for a demo's owner to open.
    Folder(PathBuf),
    Smtp(SmtpTransport),
}

/// One message on its way.
pub struct Parcel<'a> {
    /// The outbox row's id.
    pub id: &'a str,
    pub kind: &'a str,
    pub to: &'a str,
    pub sent_at: SystemTime,
    pub rendered: Rendered,
}

/// Why a message did not leave. Its word is all that is kept: never the
/// server's own text, which may repeat the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undelivered {
    /// Nobody has such a number, or it takes no texts.
    NumberRefused,
    /// The service that carries texts does not accept our key.
    KeyRefused,
    /// The service that carries texts takes no more for now.
    Limit,
    /// The service that carries texts does not accept our template, our sender or our account.
    SetUpRefused(u16),
    /// What the service that carries texts said is not what such a service says.
    NotUnderstood,
    /// No mail server could accept such an address, or this server cannot.
    BadAddress,
    /// The server refused for good (5xx).
    Refused(u16),
    /// The server did not accept us, for any recipient.
    SignInRefused,
    /// The server said to try later (4xx).
    TryLater(u16),
    Unreachable,
    TimedOut,
    Tls,
    Disk,
}

impl Undelivered {
    /// Trying again cannot help.
    pub fn is_permanent(self) -> bool {
        match self {
            Undelivered::BadAddress | Undelivered::Refused(_) | Undelivered::NumberRefused => true,
            Undelivered::KeyRefused
            | Undelivered::Limit
            | Undelivered::SetUpRefused(_)
            | Undelivered::NotUnderstood
            | Undelivered::SignInRefused
            | Undelivered::TryLater(_)
            | Undelivered::Unreachable
            | Undelivered::TimedOut
            | Undelivered::Tls
            | Undelivered::Disk => false,
        }
    }

    /// The class an administrator sees.
    pub fn word(self) -> String {
        match self {
            Undelivered::NumberRefused => "number_refused".to_owned(),
            Undelivered::KeyRefused => "key_refused".to_owned(),
            Undelivered::Limit => "limit".to_owned(),
            Undelivered::SetUpRefused(status) => format!("set_up_refused_{status}"),
            Undelivered::NotUnderstood => "not_understood".to_owned(),
            Undelivered::BadAddress => "bad_address".to_owned(),
            Undelivered::Refused(code) => format!("refused_{code}"),
            Undelivered::SignInRefused => "sign_in_refused".to_owned(),
            Undelivered::TryLater(code) => format!("try_later_{code}"),
            Undelivered::Unreachable => "unreachable".to_owned(),
            Undelivered::TimedOut => "timed_out".to_owned(),
            Undelivered::Tls => "tls".to_owned(),
            Undelivered::Disk => "disk".to_owned(),
        }
    }
}

impl Sender {
    pub fn send(&self, parcel: Parcel<'_>) -> Result<(), Undelivered> {
        let name = format!("{}-{}.eml", parcel.id, parcel.kind);
        let is_ascii = parcel.to.is_ascii();
        let mime = self.mime(parcel)?;
        match &self.transport {
            Transport::Folder(folder) => {
                drop_in(folder, &name, &mime.formatted()).map_err(|_| Undelivered::Disk)
            }
            Transport::Smtp(smtp) => hand_over(smtp, mime).map_err(|failed| match failed {
                // Reported by our own side: the relay takes no address in other letters.
                Failed::Smtp(error) if error.is_client() && !is_ascii => Undelivered::BadAddress,
                Failed::Smtp(error) => undelivered(&error),
                Failed::TooLong => Undelivered::TimedOut,
                Failed::Machine => Undelivered::Unreachable,
            }),
        }
    }

    fn mime(&self, parcel: Parcel<'_>) -> Result<Mime, Undelivered> {
        let to: Address = parcel.to.parse().map_err(|_| Undelivered::BadAddress)?;
        let Rendered { subject, text, html, calendar, stop } = parcel.rendered;
        let mut mime = Mime::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(subject)
            .date(parcel.sent_at)
            .message_id(Some(format!("<{}@{}>", parcel.id, self.host)))
            .raw_header(raw("Auto-Submitted", "auto-generated".to_owned()));
        if let Some(url) = stop {
            mime = mime
                .raw_header(raw("List-Unsubscribe", format!("<{url}>")))
                .raw_header(raw("List-Unsubscribe-Post", ONE_CLICK.to_owned()));
        }
        let said = MultiPart::alternative_plain_html(text, html);
        let whole = match calendar {
            Some(file) => MultiPart::mixed().multipart(said).singlepart(attachment(file)),
            None => said,
        };
        mime.multipart(whole).map_err(|_| Undelivered::BadAddress)
    }
}

enum Failed {
    Smtp(lettre::transport::smtp::Error),
    TooLong,
    /// Not even tried: this machine gave us nothing to send with.
    Machine,
}

/// Blocks this thread, and no longer than a message may take.
fn hand_over(smtp: &SmtpTransport, mime: Mime) -> Result<(), Failed> {
    let runtime = Runtime::new().map_err(|_| Failed::Machine)?;
    let sent = runtime.block_on(async { timeout(PATIENCE, smtp.send(mime)).await });
    sent.map_err(|_| Failed::TooLong)?.map(drop).map_err(Failed::Smtp)
}

/// RFC 8058: a mail program may press for its reader.
const ONE_CLICK: &str = "List-Unsubscribe=One-Click";

/// A header as it stands, which must be ASCII without line ends. `Auto-Submitted` (RFC 3834) keeps
/// "out of office" answers away.
fn raw(name: &'static str, value: String) -> HeaderValue {
    let name = HeaderName::new_from_ascii_str(name);
    HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value)
}

/// The file for a calendar, called the same whatever it is about.
fn attachment(file: CalendarFile) -> SinglePart {
    let kind = format!("{CALENDAR_TYPE}; method={}", method(file.is_off));
    let kind = ContentType::parse(&kind).unwrap_or(ContentType::TEXT_PLAIN);
    Attachment::new("calendar.ics".to_owned()).body(file.text, kind)
}

/// Nobody who looks into the folder sees half a message.
fn drop_in(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!(".{name}.part"));
    fs::write(&unfinished, bytes)?;
    fs::rename(&unfinished, folder.join(name))
}

fn undelivered(error: &lettre::transport::smtp::Error) -> Undelivered {
    let code = error.status().map(u16::from).unwrap_or_default();
    match code {
        // Authentication wanted, failed, too weak (RFC 4954, section 6).
        530 | 534 | 535 | 538 => Undelivered::SignInRefused,
        _ if error.is_permanent() => Undelivered::Refused(code),
        _ if error.is_transient() => Undelivered::TryLater(code),
        _ if error.is_timeout() => Undelivered::TimedOut,
        _ if error.is_tls() => Undelivered::Tls,
        _ => Undelivered::Unreachable,
    }
}

#[cfg(test)]
mod tests;
