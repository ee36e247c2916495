//! How a text message leaves: as a file in a folder, by GOV.UK Notify, or by a gateway.

use super::gateway::{Gateway, GatewaySettings};
use super::notify::{Notify, NotifySettings};
use super::{Delivery, Undelivered, drop_in};
use crate::base::moment::Moment;
use std::path::PathBuf;

/// Who carries texts.
#[derive(Debug)]
pub enum Carrier {
    /// One file a text, for a demo's owner to open.
    Folder(PathBuf),
    Notify(Notify),
    Gateway(Gateway),
}

/// One text on its way.
pub struct TextParcel<'a> {
    /// The outbox row's id.
    pub id: &'a str,
    pub kind: &'a str,
    pub to: &'a str,
    pub body: &'a str,
    /// It may have left before, without an answer.
    pub is_retry: bool,
    pub sent_at: Moment,
}

impl Carrier {
    pub fn notify(settings: NotifySettings) -> Carrier {
        Carrier::Notify(Notify::new(settings))
    }

    pub fn gateway(settings: GatewaySettings) -> Carrier {
        Carrier::Gateway(Gateway::new(settings))
    }

    /// Hands a text over; the id by which its carrier knows it, where it is carried further.
    pub(crate) fn send(&self, text: &TextParcel<'_>) -> Result<Option<String>, Undelivered> {
        match self {
            Carrier::Folder(folder) => {
                let file = format!("{}-{}.txt", text.id, text.kind);
                let bytes = format!("To: +{}\n\n{}\n", text.to, text.body);
                drop_in(folder, &file, bytes.as_bytes()).map_err(|_| Undelivered::Disk)?;
                Ok(None)
            }
            Carrier::Notify(notify) => {
                let parcel = (text.id, text.to, text.body);
                notify.send(parcel, text.is_retry, text.sent_at).map(Some)
            }
            Carrier::Gateway(gateway) => gateway.send(text.id, text.to, text.body).map(Some),
        }
    }

    /// What became of a text that left.
    pub(crate) fn ask(&self, id: &str, now: Moment) -> Result<Delivery, Undelivered> {
        match self {
            // A folder carries nothing further.
            Carrier::Folder(_) => Ok(Delivery::Unknown),
            Carrier::Notify(notify) => notify.ask(id, now),
            Carrier::Gateway(gateway) => gateway.ask(id),
        }
    }
}
