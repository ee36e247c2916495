//! Where letters leave: each is put into words and handed over, outside any transaction, unless it is
//! no longer true.

use super::parts::parts;
use super::render::render;
use super::still::{Stale, StillFacts, stale};
use super::store::Due;
use super::transport::text::{Carrier, TextParcel};
use super::transport::{Parcel, Sender, Transport, Undelivered};
use super::words::Letterhead;
use super::words::texts::{Answers, text};
use super::{MailChannel, Message};
use crate::base::moment::Moment;
use crate::config::{self, TextCarrier};
use crate::words::Words;
use lettre::message::Mailbox;
use std::sync::Arc;

/// The sender, and the head of every letter.
pub struct PostOffice {
    pub sender: Sender,
    pub head: Arc<Letterhead>,
    /// `None` where no texts are sent.
    pub texts: Option<TextOffice>,
}

/// Who carries texts, and whether answers to them are read.
pub struct TextOffice {
    pub carrier: Carrier,
    pub answers: Answers,
}

impl PostOffice {
    /// From the configuration, or one sentence about what is wrong with it. An address without a
    /// name has the organisation's.
    pub fn open(
        mail: &config::Mail,
        texts: &config::Texts,
        head: Arc<Letterhead>,
    ) -> Result<PostOffice, String> {
        let carrier = match (&texts.carrier, &mail.transport) {
            (None, _) => None,
            (Some(TextCarrier::Notify(settings)), _) => Some(Carrier::notify(settings.clone())),
            (Some(TextCarrier::Gateway(settings)), _) => Some(Carrier::gateway(settings.clone())),
            (Some(TextCarrier::Folder), config::Transport::Folder(folder)) => {
                Some(Carrier::Folder(folder.clone()))
            }
            (Some(TextCarrier::Folder), config::Transport::Smtp(_)) => {
                return Err("Texts are written where mails are written, and mail is sent: \
                            set text_sender to none, notify or gateway."
                    .to_owned());
            }
        };
        let texts = carrier.map(|carrier| TextOffice { carrier, answers: texts.answers });
        let transport = match &mail.transport {
            config::Transport::Folder(folder) => Transport::Folder(folder.clone()),
            config::Transport::Smtp(settings) => Transport::Smtp(settings.transport()?),
        };
        let name = mail.from.name.clone().or_else(|| Some(head.organisation.clone()));
        let from = Mailbox::new(name, mail.from.email.clone());
        let sender = Sender { from, host: host_of(&head.public_url).to_owned(), transport };
        Ok(PostOffice { sender, head, texts })
    }
}

/// The host of a URL, without its port.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
        _ => authority,
    }
}

/// Why a letter did not leave: the transport's reasons, and our own.
#[derive(Clone, Copy)]
pub(super) enum Unsent {
    Undelivered(Undelivered),
    Stale(Stale),
    NoSenderForText,
    /// Such a message has no words as a text.
    NoWordsForText,
    Unreadable,
}

/// How a letter left.
pub(super) enum Sent {
    Mail,
    Text { carrier_id: Option<String>, parts: i32 },
}

impl Unsent {
    pub(super) fn is_permanent(self) -> bool {
        match self {
            Unsent::Undelivered(reason) => reason.is_permanent(),
            Unsent::Stale(_)
            | Unsent::NoSenderForText
            | Unsent::NoWordsForText
            | Unsent::Unreadable => true,
        }
    }

    pub(super) fn word(self) -> String {
        match self {
            Unsent::Undelivered(reason) => reason.word(),
            Unsent::Stale(reason) => reason.word().to_owned(),
            Unsent::NoSenderForText => "no_sender_for_text".to_owned(),
            Unsent::NoWordsForText => "no_words_for_text".to_owned(),
            Unsent::Unreadable => "unreadable".to_owned(),
        }
    }
}

pub(super) fn send(
    office: &PostOffice,
    (letter, reader, words): (&Due, Option<&str>, Words),
    facts: &StillFacts,
    now: Moment,
) -> Result<Sent, Unsent> {
    let message: Message = serde_json::from_str(&letter.payload).map_err(|_| Unsent::Unreadable)?;
    if let Some(reason) = stale(&message, facts, now) {
        return Err(Unsent::Stale(reason));
    }
    let leaves = Leaves {
        id: letter.id.as_str(),
        channel: letter.channel,
        to: &letter.recipient,
        reader,
        words,
        is_retry: letter.attempts > 1,
    };
    hand_over(office, &message, &leaves, now)
}

/// A letter that leaves, and for whom.
pub(super) struct Leaves<'a> {
    pub id: &'a str,
    pub channel: MailChannel,
    pub to: &'a str,
    /// The carer's name, where it is one.
    pub reader: Option<&'a str>,
    pub words: Words,
    /// It may have left before, without an answer.
    pub is_retry: bool,
}

pub(super) fn hand_over(
    office: &PostOffice,
    message: &Message,
    leaves: &Leaves,
    now: Moment,
) -> Result<Sent, Unsent> {
    let (head, words) = (office.head.at(now), leaves.words);
    match leaves.channel {
        MailChannel::Email => {
            let parcel = Parcel {
                id: leaves.id,
                kind: message.kind(),
                to: leaves.to,
                sent_at: now.utc().into(),
                rendered: render(message, &head, words, leaves.reader),
            };
            office.sender.send(parcel).map_err(Unsent::Undelivered)?;
            Ok(Sent::Mail)
        }
        MailChannel::Text => {
            let Some(texts) = &office.texts else { return Err(Unsent::NoSenderForText) };
            let say = |words| text(message, &head, texts.answers, words);
            let mut body = say(words).ok_or(Unsent::NoWordsForText)?;
            // Nobody has confirmed the translation: what it says stands below it in English.
            if let Some(english) = words.beside_all().and_then(say) {
                body = format!("{body}\n\n{english}");
            }
            let parcel = TextParcel {
                id: leaves.id,
                kind: message.kind(),
                to: leaves.to,
                body: &body,
                is_retry: leaves.is_retry,
                sent_at: now,
            };
            let carrier_id = texts.carrier.send(&parcel).map_err(Unsent::Undelivered)?;
            Ok(Sent::Text { carrier_id, parts: parts(&body) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn message_ids_carry_the_public_host_alone() {
        for (url, host) in [
            ("https://hubs.example.org", "hubs.example.org"),
            ("http://127.0.0.1:8080", "127.0.0.1"),
            ("https://example.org:8443/hubs", "example.org"),
            ("http://[::1]:8080", "[::1]"),
        ] {
            assert_eq!(host_of(url), host, "{url}");
        }
    }
}
