//! Links in mails that act without signing in. A link is what it does, for which entry, when it was
//! made, until when it is good, and a keyed hash over all of it; nothing is stored. It is as good as
//! a password for that one thing, so it is never logged and expires. The code that follows a link
//! decides what state the entry is in, and whether the family's access was ended since it was made.

use crate::base::id::{AddressChangeId, AlertId, BookingId, CarerId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;

const MAC_BYTES: usize = 32;
/// A shorter key is filled up with zeros: RFC 2104, section 2.
const HASH_BLOCK_BYTES: usize = 64;
/// Longer than any token we make; longer ones are not read.
const LONGEST_TOKEN: usize = 512;

text_enum! {
    /// What a link opens.
    Purpose {
        /// The page of one booking, and what can be done there.
        Booking = "booking",
        /// No more "booking opens" messages.
        StopAlert = "stop-alert",
    }
}

text_enum! {
    /// What a link about a family's membership does.
    FamilyPurpose {
        /// This address is mine.
        ConfirmContact = "confirm-contact",
        /// What you know of us is still right.
        ConfirmDetails = "confirm-details",
        /// We do not wish to be members.
        SayNo = "say-no",
        /// No more birthday cards; still members.
        StopCards = "stop-cards",
        /// No more questions after a session.
        StopFeedback = "stop-feedback",
        /// This new address is mine: use it from now on.
        ConfirmAddress = "confirm-address",
    }
}

text_enum! {
    /// What a link does about a request from somebody who had not signed in.
    JoinPurpose {
        /// It was me: do it.
        Confirm = "join",
    }
}

text_enum! {
    /// What a link about a session that a family came to does.
    FeedbackPurpose {
        /// Say how it was.
        Say = "feedback",
    }
}

/// One thing that may be done to one entry until a moment; no two things share a word. `subject` is the
/// booking's id (an alert's, to stop it; a family's; a session's); `detail` is the carer's, or that of
/// a new address, or the family's that came to a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link<P = Purpose> {
    pub purpose: P,
    pub subject: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The link is good while now is before it.
    pub expires_at: Moment,
    /// Of a link that was opened; before, the key says it.
    #[serde(skip)]
    pub made_at: Option<Moment>,
}

impl<P> Link<P> {
    fn new(purpose: P, subject: &str, detail: Option<&str>, expires_at: Moment) -> Link<P> {
        let (subject, detail) = (subject.to_owned(), detail.map(str::to_owned));
        Link { purpose, subject, detail, expires_at, made_at: None }
    }
}

/// How long after its last date the page of a booking is there.
const PAGE_OUTLIVES: TimeDelta = TimeDelta::days(7);

impl Link {
    /// The page of a booking whose last date ends then.
    pub fn booking(booking: &BookingId, last_ends_at: Moment) -> Link {
        Link::new(Purpose::Booking, booking.as_str(), None, page_ends(last_ends_at))
    }

    pub fn stop_alert(alert: &AlertId, expires_at: Moment) -> Link {
        Link::new(Purpose::StopAlert, alert.as_str(), None, expires_at)
    }
}

/// When the page of a booking is no longer there, by the end of its last date.
pub fn page_ends(last_ends_at: Moment) -> Moment {
    last_ends_at + PAGE_OUTLIVES
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
        Link::new(purpose, family.as_str(), Some(carer.as_str()), expires_at)
    }

    pub fn confirm_address(
        family: &FamilyId,
        change: &AddressChangeId,
        expires_at: Moment,
    ) -> FamilyLink {
        let (purpose, change) = (FamilyPurpose::ConfirmAddress, change.as_str());
        Link::new(purpose, family.as_str(), Some(change), expires_at)
    }
}

/// A link by which a family says how a session was.
pub type FeedbackLink = Link<FeedbackPurpose>;

impl FeedbackLink {
    pub fn to(session: &SessionId, family: &FamilyId, expires_at: Moment) -> FeedbackLink {
        let (subject, detail) = (session.as_str(), Some(family.as_str()));
        Link::new(FeedbackPurpose::Say, subject, detail, expires_at)
    }
}

/// A link about a request that waits to be confirmed; `subject` is its id.
pub type JoinLink = Link<JoinPurpose>;

/// Why a token is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Not made by us, damaged, or made for something else.
    NotOurs,
    /// Made by us for this, and too old.
    Expired,
}

/// The secret behind every link, and when what it signs is made.
#[derive(Clone)]
pub struct LinkKey {
    block: [u8; HASH_BLOCK_BYTES],
    made_at: Moment,
}

impl LinkKey {
    /// What it signs counts as made before everything, until `at` says when.
    pub fn new(secret: [u8; 32]) -> LinkKey {
        let mut block = [0; HASH_BLOCK_BYTES];
        block[..secret.len()].copy_from_slice(&secret);
        LinkKey { block, made_at: DateTime::UNIX_EPOCH.into() }
    }

    /// The same key at this moment.
    pub fn at(&self, made_at: Moment) -> LinkKey {
        LinkKey { made_at, ..self.clone() }
    }

    /// The token for a link: URL-safe, without padding. One that was opened keeps its moment.
    pub fn sign<P: Copy + Into<&'static str>>(&self, link: &Link<P>) -> String {
        let made_at = link.made_at.unwrap_or(self.made_at);
        let mut bytes = self.mac(link, made_at).finalize().into_bytes().to_vec();
        bytes.extend_from_slice(&micros(link.expires_at));
        bytes.extend_from_slice(&micros(made_at));
        bytes.extend_from_slice(link.subject.as_bytes());
        if let Some(detail) = &link.detail {
            bytes.push(SEPARATOR);
            bytes.extend_from_slice(detail.as_bytes());
        }
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// A shorter token for the same link, for texts, which are paid for by their length: half of the
    /// hash, moments to the minute and the second, the id as bytes. `None` where the link has a
    /// detail, or its id was not made by us.
    pub fn sign_short<P: Copy + Into<&'static str>>(&self, link: &Link<P>) -> Option<String> {
        let id = Uuid::parse_str(&link.subject).ok().filter(|_| link.detail.is_none())?;
        let made = link.made_at.unwrap_or(self.made_at).utc().timestamp();
        let rounded = Rounded {
            minutes: u32::try_from(link.expires_at.utc().timestamp() / 60).ok()?,
            seconds: u32::try_from(made).ok()?,
        };
        let rounds = Link { expires_at: rounded.expires_at()?, ..link.clone() };
        let mac = self.mac(&rounds, rounded.made_at()?).finalize().into_bytes();
        let mut bytes = mac.get(..SHORT_MAC_BYTES)?.to_vec();
        bytes.extend_from_slice(&rounded.minutes.to_be_bytes());
        bytes.extend_from_slice(&rounded.seconds.to_be_bytes());
        bytes.extend_from_slice(id.as_bytes());
        Some(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The link behind a token, if it was made for this purpose and is in time.
    pub fn open<P: Copy + Into<&'static str>>(
        &self,
        purpose: P,
        token: &str,
        now: Moment,
    ) -> Result<Link<P>, Refused> {
        let (mac, link, made_at) = parse(purpose, token).ok_or(Refused::NotOurs)?;

        let ours = self.mac(&link, made_at);
        let verified = match mac.len() {
            MAC_BYTES => ours.verify_slice(&mac),
            _ => ours.verify_truncated_left(&mac),
        };
        verified.map_err(|_| Refused::NotOurs)?;

        if now < link.expires_at { Ok(link) } else { Err(Refused::Expired) }
    }

    fn hmac(&self) -> Hmac<Sha256> {
        <Hmac<Sha256> as Mac>::new(&self.block.into())
    }

    /// Over every field with its length, so that no two links share a text.
    fn mac<P: Copy + Into<&'static str>>(&self, link: &Link<P>, made_at: Moment) -> Hmac<Sha256> {
        let mut mac = self.hmac();
        let detail = link.detail.as_deref();
        for part in [link.purpose.into(), link.subject.as_str(), detail.unwrap_or_default()] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.update(&[u8::from(detail.is_some())]);
        mac.update(&micros(link.expires_at));
        mac.update(&micros(made_at));
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

fn micros(at: Moment) -> [u8; 8] {
    at.utc().timestamp_micros().to_be_bytes()
}

fn moment(micros: [u8; 8]) -> Option<Moment> {
    Some(DateTime::from_timestamp_micros(i64::from_be_bytes(micros))?.into())
}

/// The moments of a short token.
struct Rounded {
    minutes: u32,
    seconds: u32,
}

impl Rounded {
    fn expires_at(&self) -> Option<Moment> {
        Some(DateTime::from_timestamp(i64::from(self.minutes) * 60, 0)?.into())
    }

    fn made_at(&self) -> Option<Moment> {
        Some(DateTime::from_timestamp(i64::from(self.seconds), 0)?.into())
    }
}

/// 128 bits.
const SHORT_MAC_BYTES: usize = 16;
/// The hash, two moments of four bytes and an id: shorter than any long token.
const SHORT_BYTES: usize = SHORT_MAC_BYTES + 4 + 4 + 16;

fn parse_short<P>(purpose: P, bytes: &[u8; SHORT_BYTES]) -> Option<(Vec<u8>, Link<P>, Moment)> {
    let (mac, rest) = bytes.split_first_chunk::<SHORT_MAC_BYTES>()?;
    let (minutes, rest) = rest.split_first_chunk::<4>()?;
    let (seconds, id) = rest.split_first_chunk::<4>()?;
    let rounded =
        Rounded { minutes: u32::from_be_bytes(*minutes), seconds: u32::from_be_bytes(*seconds) };
    let made_at = rounded.made_at()?;
    let link = Link {
        purpose,
        subject: Uuid::from_slice(id).ok()?.simple().to_string(),
        detail: None,
        expires_at: rounded.expires_at()?,
        made_at: Some(made_at),
    };
    Some((mac.to_vec(), link, made_at))
}

fn parse<P>(purpose: P, token: &str) -> Option<(Vec<u8>, Link<P>, Moment)> {
    if token.len() > LONGEST_TOKEN {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    if let Ok(short) = <&[u8; SHORT_BYTES]>::try_from(bytes.as_slice()) {
        return parse_short(purpose, short);
    }
    let (mac, rest) = bytes.split_first_chunk::<MAC_BYTES>()?;
    let (expires, rest) = rest.split_first_chunk::<8>()?;
    let (made, ids) = rest.split_first_chunk::<8>()?;
    let made_at = moment(*made)?;
    let ids = std::str::from_utf8(ids).ok()?;
    let (subject, detail) = match ids.split_once(char::from(SEPARATOR)) {
        Some((subject, detail)) => (subject, Some(detail.to_owned())),
        None => (ids, None),
    };
    let link = Link {
        purpose,
        subject: subject.to_owned(),
        detail,
        expires_at: moment(*expires)?,
        made_at: Some(made_at),
    };
    Some((mac.to_vec(), link, made_at))
}

#[cfg(test)]
mod tests;
