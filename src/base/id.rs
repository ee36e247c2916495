//! Typed identifiers: opaque strings that sort roughly by creation, so that new rows land together;
//! except those whose order must reveal nothing. At least 74 of their bits are random: nobody
//! guesses one.

/// A text newtype for a column: diesel, serde and OpenAPI see a string, Rust sees its own type.
macro_rules! ids {
    ($made:ident: $($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[serde(transparent)]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub struct $name(String);

        impl $name {
            #[allow(clippy::new_without_default, reason = "a new id is an act, not a default")]
            pub fn new() -> $name {
                $name(uuid::Uuid::$made().simple().to_string())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> $name {
                $name(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> $name {
                $name(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        $crate::base::text_enum::text_column!($name, |id: &$name| id.0.as_str(), |text: String| Some($name(text)));

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                $crate::base::id::schema()
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }
    )+};
}

/// How every id looks: 32 hexadecimal digits.
pub const PATTERN: &str = "^[0-9a-f]{32}$";

/// Whether a text looks like one.
pub fn may_be_one(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// What the API's description says of an id.
pub(crate) fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
    use utoipa::openapi::schema::{ObjectBuilder, Type};
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(PATTERN))
        .description(Some("Opaque."))
        .examples(["0198c5d27f3a7d0e9d1c2b3a4f5e6d7c"])
        .build()
        .into()
}

impl AuditId {
    /// An id that sorts by the moment it is given, so that a seal covers a stretch of time.
    pub fn at(moment: super::moment::Moment) -> AuditId {
        let at = moment.utc();
        let seconds = u64::try_from(at.timestamp()).unwrap_or_default();
        let nanoseconds = at.timestamp_subsec_nanos();
        let stamp = uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanoseconds);
        AuditId(uuid::Uuid::new_v7(stamp).simple().to_string())
    }
}

ids! { now_v7:
    AccountId, AuthSessionId, RefusalId, AuditId, CentreId, VenueId, RoomId, TermId, ClosureId, PartnerId,
    FamilyId, CarerId, ChildId, FamilyGroupId, ActivityId, SeriesId, CourseId, SessionId,
    ChildRequestId, AddressChangeId,
    OfferId, ReferralId, AlertId, TaskId, LetterId, ChildMoveId, TrustedAdultId, AnswerId,
    SuppressionId, SuppressionSetId, PopulationTableId, ReachAreaId, RecordJoinId, AgreementId,
    FeedRunId, MonthlyCountId, BirthdayCardId, BirthdayDecisionId,
    ContactId, SettingSupportId, ChildFactId, MarkId, HeadCountId, PastHeadCountId, HandoverId, DoorDeviceId, ReturnId,
    ExtractId, JoinRequestId, WaitingFormId,
    FeedbackId, FeedbackTextId, YouSaidId,
    NotComingId, ContactProposalId, StatementId, PossibleDuplicateId,
}

// Random throughout: at the desk, waiting bookings have no order, so their ids must not reveal one.
ids! { new_v4: BookingId }
