//! Every fault the service can answer with: one table of codes, each with its status and title, and
//! `Fault`, which says what the caller did and what to do next. Our own mistakes are `internal`:
//! opaque outside, logged once at the edge.

use serde_json::{Map, Value, json};
use std::fmt;

macro_rules! codes {
    ($($variant:ident $word:literal $status:literal $title:literal;)+) => {
        /// A stable code of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($variant),+ }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];
            pub fn as_str(self) -> &'static str { match self { $(Code::$variant => $word),+ } }
            pub fn status(self) -> u16 { match self { $(Code::$variant => $status),+ } }
            pub fn title(self) -> &'static str { match self { $(Code::$variant => $title),+ } }
        }
    };
}

codes! {
    MalformedRequest        "malformed_request"         400 "The request could not be read";
    InvalidIdempotencyKey   "invalid_idempotency_key"   400 "The Idempotency-Key cannot be used";
    NotSignedIn             "not_signed_in"             401 "Please sign in";
    WrongCredentials        "wrong_credentials"         401 "The e-mail address or password is not right";
    TokenReused             "token_reused"              401 "This refresh token was used before";
    NotAllowed              "not_allowed"               403 "Your role does not allow this";
    NotFound                "not_found"                 404 "Not found";
    MethodNotAllowed        "method_not_allowed"        405 "This method is not allowed here";
    NotYetReleased          "not_yet_released"          409 "Booking has not opened yet";
    ReferralWindow          "referral_window"           409 "Referrals have not opened yet";
    BookingsClosed          "bookings_closed"           409 "Booking has closed";
    SessionCancelled        "session_cancelled"         409 "The session is cancelled";
    NoBookingNeeded         "no_booking_needed"         409 "No booking is needed";
    AlreadyBooked           "already_booked"            409 "The family already has a place or is waiting";
    OutsideAgeRange         "outside_age_range"         409 "Nobody in the party is the right age";
    PartyTooLarge           "party_too_large"           409 "The party is too large";
    ClashingBooking         "clashing_booking"          409 "A child is already booked at that time";
    MembersOnly             "members_only"              409 "This session is for members";
    OverLimit               "over_limit"                409 "The family has reached the limit";
    SessionFull             "session_full"              409 "The session is full";
    NotAgreed               "not_agreed"                422 "The family's agreement is missing";
    ReasonNeeded            "reason_needed"             422 "A reason is needed";
    InvalidCardCode         "invalid_card_code"         422 "The code is not one of our cards'";
    InvalidMembershipNumber "invalid_membership_number" 422 "The membership number is not right";
    NoLongerOpen            "no_longer_open"            409 "This can no longer be done";
    OfferEnded              "offer_ended"               409 "The offer has ended";
    CapacityBelowTaken      "capacity_below_taken"      409 "More places are taken than that";
    RoomClash               "room_clash"                409 "The room is already in use";
    LeaderClash             "leader_clash"              409 "The leader is already busy";
    AlreadyExists           "already_exists"            409 "This already exists";
    AgreementExpired        "agreement_expired"         409 "No agreement covers this feed";
    BookAsGuest             "book_as_guest"             409 "Book as a guest";
    RecordsCannotBeJoined   "records_cannot_be_joined"  409 "These records cannot be merged";
    NotYetBegun             "not_yet_begun"             409 "It is too early for that";
    PeopleUnmarked          "people_unmarked"           409 "Not everybody is marked";
    RegisterComplete        "register_complete"         409 "The register is complete";
    RoomFull                "room_full"                 409 "The room is full";
    ClientIdReused          "client_id_reused"          409 "This client id was used for another mark";
    RequestInProgress       "request_in_progress"       409 "The same request is still being worked on";
    VintagesMixed           "vintages_mixed"            422 "Areas of two vintages cannot be joined";
    TooSlow                 "too_slow"                  408 "The request came too slowly";
    VersionConflict         "version_conflict"          412 "Somebody changed this in the meantime";
    TooLarge                "too_large"                 413 "The request is too large";
    UnsupportedMediaType    "unsupported_media_type"    415 "The body must be JSON";
    InvalidRequest          "invalid_request"           422 "Something in the request is not right";
    IdempotencyMismatch     "idempotency_mismatch"      422 "This Idempotency-Key was used for another request";
    VersionNeeded           "version_needed"            428 "Say which version you are changing";
    TooManyAttempts         "too_many_attempts"         429 "Too many attempts";
    Internal                "internal"                  500 "Something went wrong on our side";
    Unavailable             "unavailable"               503 "The service is not ready";
    Busy                    "busy"                      503 "Too many people are asking at once";
}

/// What nearly all of this service returns.
pub type Result<T, E = Fault> = std::result::Result<T, E>;

/// A fault to answer with. Boxed: it travels in every `Result`.
#[derive(Clone, Debug)]
pub struct Fault(Box<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    code: Code,
    detail: String,
    errors: Vec<Value>,
    members: Map<String, Value>,
    keeps: bool,
    cause: Option<String>,
    retry: bool,
}

impl Fault {
    pub fn new(code: Code, detail: impl Into<String>) -> Fault {
        Fault(Box::new(Inner {
            code,
            detail: detail.into(),
            errors: Vec::new(),
            members: Map::new(),
            keeps: false,
            cause: None,
            retry: false,
        }))
    }

    /// Our own mistake. The cause is logged at the edge and never shown.
    pub fn internal(cause: impl fmt::Display) -> Fault {
        let mut fault = Fault::new(Code::Internal, "Nothing was changed. Please try again later.");
        fault.0.cause = Some(cause.to_string());
        fault
    }

    /// Somebody else was first: the whole transaction must be tried again.
    pub fn again(cause: impl fmt::Display) -> Fault {
        let mut fault = Fault::internal(cause);
        fault.0.retry = true;
        fault
    }

    /// Too many are waiting already, and nothing was done. Not all are told the same time, so that
    /// they do not all come back at one moment.
    pub fn busy() -> Fault {
        let seconds: u8 = rand::random_range(2..=6);
        let detail = "So many people are asking at this moment that the service cannot keep up. \
                      Nothing was changed. Please try again in a few seconds.";
        Fault::new(Code::Busy, detail).with("retry_after", seconds)
    }

    pub fn not_found(what: &str) -> Fault {
        Fault::new(Code::NotFound, format!("There is no such {what}, or you may not see it."))
    }

    /// One wrong field: a JSON pointer into the body, and what to do about it.
    pub fn invalid(pointer: &str, detail: impl Into<String>) -> Fault {
        let detail = detail.into();
        Fault::new(Code::InvalidRequest, detail.clone()).field(pointer, detail)
    }

    pub fn field(mut self, pointer: &str, detail: impl Into<String>) -> Fault {
        let detail: String = detail.into();
        self.0.errors.push(json!({ "pointer": pointer, "detail": detail }));
        self
    }

    /// The same for a part of a body: its pointers begin at the part.
    pub fn under(mut self, pointer: &str) -> Fault {
        for error in &mut self.0.errors {
            if let Some(Value::String(inner)) = error.get_mut("pointer") {
                inner.insert_str(0, pointer);
            }
        }
        self
    }

    /// An extra member of the problem document.
    pub fn with(mut self, name: &str, value: impl serde::Serialize) -> Fault {
        let value = serde_json::to_value(value).unwrap_or(Value::Null);
        self.0.members.insert(name.to_owned(), value);
        self
    }

    /// Refused, but what was written until now is kept: the transaction commits.
    pub fn keeping(mut self) -> Fault {
        self.0.keeps = true;
        self
    }

    /// Refused, and nothing is kept after all.
    pub fn forgetting(mut self) -> Fault {
        self.0.keeps = false;
        self
    }

    pub fn keeps(&self) -> bool {
        self.0.keeps
    }

    /// The database asks for the whole transaction again.
    pub fn is_retry(&self) -> bool {
        self.0.retry
    }

    pub fn code(&self) -> Code {
        self.0.code
    }

    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// The first wrong field.
    pub fn pointer(&self) -> Option<&str> {
        self.0.errors.first()?.get("pointer")?.as_str()
    }

    /// After how many seconds to try again, where that helps.
    pub fn retry_after(&self) -> Option<i64> {
        self.0.members.get("retry_after")?.as_i64()
    }

    pub fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }

    /// What the log says: the cause, where the fault is ours.
    pub fn for_log(&self) -> &str {
        self.cause().unwrap_or_else(|| self.detail())
    }

    /// The RFC 9457 document.
    pub fn problem(&self) -> Value {
        let mut out = Map::new();
        let code = self.0.code;
        out.insert("type".into(), format!("/docs/faults#{}", code.as_str()).into());
        out.insert("title".into(), code.title().into());
        out.insert("status".into(), code.status().into());
        out.insert("detail".into(), self.0.detail.clone().into());
        out.insert("code".into(), code.as_str().into());
        if !self.0.errors.is_empty() {
            out.insert("errors".into(), self.0.errors.clone().into());
        }
        out.extend(self.0.members.clone());
        Value::Object(out)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.code.title(), self.0.detail)
    }
}

impl std::error::Error for Fault {}

impl From<diesel::result::Error> for Fault {
    fn from(error: diesel::result::Error) -> Fault {
        use diesel::result::{DatabaseErrorKind, Error};
        let retry = match &error {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => true,
            Error::DatabaseError(_, info) => info.message().contains("deadlock detected"),
            _ => false,
        };
        let mut fault = Fault::internal(error);
        fault.0.retry = retry;
        fault
    }
}

/// True where the statement broke a rule of uniqueness; each caller knows which of its rules that
/// is.
pub fn is_duplicate(error: &diesel::result::Error) -> bool {
    use diesel::result::{DatabaseErrorKind, Error};
    matches!(error, Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _))
}

/// The fault for an `after` that no page gave out.
pub fn unknown_cursor() -> Fault {
    Fault::invalid("/after", "Send back the `next` of the page before.")
}

/// Which version of a thing somebody means to change, as in `If-Match`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any version: `*`.
    Any,
    OneOf(Vec<i64>),
}

impl Expected {
    /// Refuses if the thing has another version by now.
    pub fn must_be(&self, version: i64) -> Result<(), Fault> {
        match self {
            Expected::Any => Ok(()),
            Expected::OneOf(versions) if versions.contains(&version) => Ok(()),
            Expected::OneOf(_) => Err(version_conflict()),
        }
    }
}

/// The fault for an outdated version.
pub fn version_conflict() -> Fault {
    Fault::new(Code::VersionConflict, "Read it again and repeat your change.")
}
