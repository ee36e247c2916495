//! Links in mails that act without signing in. A link is what it does, for which entry, until when,
//! and a keyed hash over all three; nothing is stored. It is as good as a password for that one
//! thing, so it is never logged and expires. The code that follows a link decides what state the
//! entry is in.

use crate::base::id::{AddressChangeId, AlertId, BookingId, CarerId, FamilyId, OfferId, SessionId};
use crate::base::moment::Moment;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::DateTime;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

const MAC_BYTES: usize = 32;
/// A shorter key is filled up with zeros: RFC 2104, section 2.
const HASH_BLOCK_BYTES: usize = 64;
/// Longer than any token we make; longer ones are not read.
const LONGEST_TOKEN: usize = 512;

/// What a link does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Say yes to an offer.
    Accept,
    /// Say no to an offer.
    Decline,
    /// Stop waiting.
    Leave,
    /// Give up a booking.
    Cancel,
    /// Take a free place in the last hours.
    Claim,
    /// No more "booking opens" messages.
    StopAlert,
}

impl Purpose {
    pub const ALL: [Purpose; 6] = [
        Purpose::Accept,
        Purpose::Decline,
        Purpose::Leave,
        Purpose::Cancel,
        Purpose::Claim,
        Purpose::StopAlert,
    ];

    /// The word in the link's address.
    pub fn word(self) -> &'static str {
        match self {
            Purpose::Accept => "accept",
            Purpose::Decline => "decline",
            Purpose::Leave => "leave",
            Purpose::Cancel => "cancel",
            Purpose::Claim => "claim",
            Purpose::StopAlert => "stop-alert",
        }
    }

    pub fn from_word(word: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| purpose.word() == word)
    }
}

/// What a link about a family's membership does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FamilyPurpose {
    /// This address is mine.
    ConfirmContact,
    /// What you know of us is still right.
    ConfirmDetails,
    /// We do not wish to be members.
    SayNo,
    /// No more birthday cards; still members.
    StopCards,
    /// This new address is mine: use it from now on.
    ConfirmAddress,
}

impl FamilyPurpose {
    pub const ALL: [FamilyPurpose; 5] = [
        FamilyPurpose::ConfirmContact,
        FamilyPurpose::ConfirmDetails,
        FamilyPurpose::SayNo,
        FamilyPurpose::StopCards,
        FamilyPurpose::ConfirmAddress,
    ];

    pub fn from_word(word: &str) -> Option<FamilyPurpose> {
        FamilyPurpose::ALL.into_iter().find(|purpose| purpose.word() == word)
    }
}

/// A kind of thing that links do, each with a word that no other has.
pub trait Does: Copy {
    fn word(self) -> &'static str;
}

impl Does for Purpose {
    fn word(self) -> &'static str {
        Purpose::word(self)
    }
}

impl Does for FamilyPurpose {
    fn word(self) -> &'static str {
        match self {
            FamilyPurpose::ConfirmContact => "confirm-contact",
            FamilyPurpose::ConfirmDetails => "confirm-details",
            FamilyPurpose::SayNo => "say-no",
            FamilyPurpose::StopCards => "stop-cards",
            FamilyPurpose::ConfirmAddress => "confirm-address",
        }
    }
}

/// What a link does about a request from somebody who had not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinPurpose {
    /// It was me: do it.
    Confirm,
}

impl Does for JoinPurpose {
    fn word(self) -> &'static str {
        match self {
            JoinPurpose::Confirm => "join",
        }
    }
}

/// One thing that may be done to one entry until a moment. `subject` is the
/// booking's id (an alert's, to stop it; a family's); `detail` is the offer's id, the
/// session's when a claim says which of several dates, or the carer's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link<P = Purpose> {
    pub purpose: P,
    pub subject: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The link is good while now is before it.
    pub expires_at: Moment,
}

impl Link {
    pub fn accept(booking: &BookingId, offer: &OfferId, expires_at: Moment) -> Link {
        let link = Link::new(Purpose::Accept, booking.as_str(), expires_at);
        Link { detail: Some(offer.to_string()), ..link }
    }

    pub fn decline(booking: &BookingId, offer: &OfferId, expires_at: Moment) -> Link {
        let link = Link::new(Purpose::Decline, booking.as_str(), expires_at);
        Link { detail: Some(offer.to_string()), ..link }
    }

    pub fn leave(booking: &BookingId, expires_at: Moment) -> Link {
        Link::new(Purpose::Leave, booking.as_str(), expires_at)
    }

    pub fn cancel(booking: &BookingId, expires_at: Moment) -> Link {
        Link::new(Purpose::Cancel, booking.as_str(), expires_at)
    }

    pub fn claim(booking: &BookingId, session: &SessionId, expires_at: Moment) -> Link {
        let link = Link::new(Purpose::Claim, booking.as_str(), expires_at);
        Link { detail: Some(session.to_string()), ..link }
    }

    pub fn stop_alert(alert: &AlertId, expires_at: Moment) -> Link {
        Link::new(Purpose::StopAlert, alert.as_str(), expires_at)
    }

    fn new(purpose: Purpose, subject: &str, expires_at: Moment) -> Link {
        Link { purpose, subject: subject.to_owned(), detail: None, expires_at }
    }
}

/// A link about a family's membership, for one of its carers.
pub type FamilyLink = Link<FamilyPurpose>;

impl FamilyLink {
    pub fn to(
        purpose: FamilyPurpose,
        family: &FamilyId,
        carer: &CarerId,
        expires_at: Moment,
    ) -> FamilyLink {
        let (subject, detail) = (family.to_string(), Some(carer.to_string()));
        Link { purpose, subject, detail, expires_at }
    }

    pub fn confirm_address(
        family: &FamilyId,
        change: &AddressChangeId,
        expires_at: Moment,
    ) -> FamilyLink {
        let (subject, detail) = (family.to_string(), Some(change.to_string()));
        Link { purpose: FamilyPurpose::ConfirmAddress, subject, detail, expires_at }
    }
}

/// A link about a request that waits to be confirmed; `subject` is its id.
pub type JoinLink = Link<JoinPurpose>;

impl<P> Link<P> {
    fn expires_micros(&self) -> i64 {
        self.expires_at.utc().timestamp_micros()
    }
}

/// Why a token is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Not made by us, damaged, or made for something else.
    NotOurs,
    /// Made by us for this, and too old.
    Expired,
}

/// The secret behind every link.
#[derive(Clone)]
pub struct LinkKey([u8; HASH_BLOCK_BYTES]);

impl LinkKey {
    pub fn new(secret: [u8; 32]) -> LinkKey {
        let mut block = [0; HASH_BLOCK_BYTES];
        block[..secret.len()].copy_from_slice(&secret);
        LinkKey(block)
    }

    /// The token for a link: URL-safe, without padding.
    pub fn sign<P: Does>(&self, link: &Link<P>) -> String {
        let mut bytes = self.mac(link).finalize().into_bytes().to_vec();
        bytes.extend_from_slice(&link.expires_micros().to_be_bytes());
        bytes.extend_from_slice(link.subject.as_bytes());
        if let Some(detail) = &link.detail {
            bytes.push(SEPARATOR);
            bytes.extend_from_slice(detail.as_bytes());
        }
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The link behind a token, if it was made for this purpose and is in time.
    pub fn open<P: Does>(&self, purpose: P, token: &str, now: Moment) -> Result<Link<P>, Refused> {
        let (mac, link) = parse(purpose, token).ok_or(Refused::NotOurs)?;

        self.mac(&link).verify_slice(&mac).map_err(|_| Refused::NotOurs)?;

        if now < link.expires_at { Ok(link) } else { Err(Refused::Expired) }
    }

    fn hmac(&self) -> Hmac<Sha256> {
        <Hmac<Sha256> as Mac>::new(&self.0.into())
    }

    /// Over every field with its length, so that no two links share a text.
    fn mac<P: Does>(&self, link: &Link<P>) -> Hmac<Sha256> {
        let mut mac = self.hmac();
        let detail = link.detail.as_deref();
        for part in [link.purpose.word(), &link.subject, detail.unwrap_or_default()] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.update(&[u8::from(detail.is_some())]);
        mac.update(&link.expires_micros().to_be_bytes());
        mac
    }
}

impl std::fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkKey(..)")
    }
}

/// Ids never hold it.
const SEPARATOR: u8 = b'.';

fn parse<P>(purpose: P, token: &str) -> Option<([u8; MAC_BYTES], Link<P>)> {
    if token.len() > LONGEST_TOKEN {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let (mac, rest) = bytes.split_first_chunk::<MAC_BYTES>()?;
    let (expires, ids) = rest.split_first_chunk::<8>()?;
    let ids = std::str::from_utf8(ids).ok()?;
    let (subject, detail) = match ids.split_once(char::from(SEPARATOR)) {
        Some((subject, detail)) => (subject, Some(detail.to_owned())),
        None => (ids, None),
    };
    let link = Link {
        purpose,
        subject: subject.to_owned(),
        detail,
        expires_at: DateTime::from_timestamp_micros(i64::from_be_bytes(*expires))?.into(),
    };
    Some((*mac, link))
}

#[cfg(test)]
mod tests;
