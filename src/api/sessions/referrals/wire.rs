//! Referrals on the wire: what a professional sends, and what its team sees of each afterwards.

use crate::api::bookings::wire::{adults_ok, one};
use crate::api::families::statements::{StatedChildOut, stated_children};
use crate::api::families::wire_in::FamilyIn;
use crate::attendance::referrals::ReferralState;
use crate::base::fault::{Fault, Result};
use crate::base::id::{ChildId, ReferralId, SessionId, StatementId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::base::text_enum::text_enum;
use crate::bookings::service::refer::{Refer, ReferredFamily};
use crate::bookings::service::request::IfFull;
use crate::bookings::{Referral, Wants};
use crate::families::FirstContact;
use crate::families::statements::StatementSaid;
use crate::membership::number::Number;
use crate::sessions::Planned;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A referral: a place asked for by a professional, with the family's agreement.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "family": {"carers": [{"name": "Amina Khan", "phone": "07700 900123"}],
        "children": [{"name": "Yusuf Khan", "born_on": "2024-05-14"}], "postcode": "M31 4FL"},
    "adults": 1, "reason": "isolated", "target_groups": ["lone_parent"],
    "agreed_on": "2026-11-20", "agreed_how": "in person"
}))]
pub(crate) struct ReferralIn {
    /// A family that your team has told us about: the `id` of your statement.
    #[schema(value_type = Option<String>)]
    pub statement_id: Option<StatementId>,
    /// Or one whose card you were shown: its number, with `born_on`.
    #[schema(value_type = Option<String>, example = "48210934")]
    pub membership_number: Option<String>,
    /// With `membership_number`: the birth date of a child of that card. That child comes.
    pub born_on: Option<NaiveDate>,
    /// Or a family by names, birth dates and postcode. The answer is the same whether or not it was
    /// known.
    pub family: Option<FamilyIn>,
    /// Your own reference; it stands in your lists and mails.
    #[schema(max_length = 60)]
    pub reference: Option<String>,
    /// Which children of your statement come; where left out, all, or none to a session for adults.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 20)]
    pub child_ids: Vec<ChildId>,
    /// How many adults come.
    #[serde(default = "one")]
    #[schema(minimum = 0, maximum = 50)]
    pub adults: i32,
    /// Why, as a code of `GET /referral-reasons`. Anything else is kept as `other`: free text about
    /// a family is not stored.
    pub reason: String,
    /// Target groups your agency may record. A group of one child needs that child to be referred
    /// alone.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub target_groups: Vec<String>,
    /// The day the family agreed.
    pub agreed_on: Option<NaiveDate>,
    /// How it agreed: in person, by phone …
    pub agreed_how: Option<String>,
    /// Whether the family agrees that you hear the outcome; yes where left out.
    pub tell_outcome: Option<bool>,
    /// On the waiting list: booked at once, or offered a place. `book` where left out.
    pub wants: Option<Wants>,
    /// What to do where the party does not fit: `wait` where left out.
    pub if_full: Option<IfFull>,
    /// Other dates of the activity, any of which would do.
    #[serde(default)]
    #[schema(value_type = Vec<String>, max_items = 20)]
    pub or_sessions: Vec<SessionId>,
}

/// Why a family is referred.
pub(crate) const REASONS: &[(&str, &str)] = &[
    ("isolated", "Isolated or new to the area"),
    ("feeding", "Feeding or weaning"),
    ("bonding", "Bonding and attachment"),
    ("low_mood", "A parent's low mood or worry"),
    ("development", "A child's development or speech"),
    ("parenting_support", "Support with parenting"),
    ("health", "A child's or parent's health"),
    ("money_or_work", "Money, work or housing"),
    ("language", "Learning English"),
    ("family_change", "Separation, bereavement or another change"),
    ("other", "Another reason"),
];

fn reason_code(reason: &str) -> String {
    let word = reason.trim().to_lowercase().replace([' ', '-'], "_");
    let known = REASONS.iter().find(|(code, _)| *code == word);
    known.map_or("other", |(code, _)| code).to_owned()
}

impl ReferralIn {
    pub(crate) fn command(&self, session: &SessionId, today: NaiveDate) -> Result<Refer> {
        text::at_most("/child_ids", &self.child_ids, 20)?;
        text::at_most("/or_sessions", &self.or_sessions, 20)?;
        text::at_most("/target_groups", &self.target_groups, 20)?;
        let how = text::maybe_line("/agreed_how", self.agreed_how.as_deref(), 80)?;
        let said = self.family.as_ref().and_then(|family| family.reference.as_deref());
        let reference = self.reference.as_deref().or(said);
        Ok(Refer {
            session_id: session.clone(),
            or_sessions: self.or_sessions.clone(),
            family: self.referred(today)?,
            reference: text::maybe_line("/reference", reference, 60)?,
            child_ids: self.child_ids.clone(),
            adults: adults_ok(self.adults)?,
            if_full: self.if_full.unwrap_or(IfFull::Wait),
            wants: self.wants.unwrap_or(Wants::Book),
            reason: reason_code(&text::lines("/reason", &self.reason, 300)?),
            target_groups: self.target_groups.clone(),
            agreed_on: self.agreed_on,
            agreed_how: how,
            tell_outcome: self.tell_outcome.unwrap_or(true),
        })
    }

    fn referred(&self, today: NaiveDate) -> Result<ReferredFamily> {
        match (&self.statement_id, &self.membership_number, &self.family) {
            (Some(id), None, None) => Ok(ReferredFamily::Stated(id.clone())),
            (None, Some(number), None) => {
                let number = Number::parse(number)?;
                let born_on = self.born_on.ok_or_else(|| {
                    let detail = "Send the birth date of a child of that card too.";
                    Fault::invalid("/born_on", detail)
                })?;
                Ok(ReferredFamily::Card(number, born_on))
            }
            (None, None, Some(family)) => {
                let described = family.command(today, FirstContact::Professional);
                Ok(ReferredFamily::Described(described.map_err(|fault| fault.under("/family"))?))
            }
            _ => {
                let detail = "Send one of statement_id, membership_number with born_on, or family.";
                Err(Fault::invalid("/family", detail))
            }
        }
    }
}

text_enum! {
    /// The outcome of a referral once the session is over, if the family agrees that it is told.
    ReferralOutcome {
        PlaceGiven = "place_given",
        /// There was no place in time.
        NoPlace = "no_place",
        /// The family gave its place up, or did not take it.
        NotTaken = "not_taken",
    }
}

/// The session that a referral is for, in short.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReferredSessionOut {
    /// What families read.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// The start.
    pub starts_at: Moment,
    /// The end.
    pub ends_at: Moment,
    /// The centre's name.
    #[schema(example = "Partington Children's Centre")]
    pub centre: String,
}

impl ReferredSessionOut {
    fn of(planned: &Planned) -> ReferredSessionOut {
        ReferredSessionOut {
            title: planned.activity.title.clone(),
            starts_at: planned.session.starts_at,
            ends_at: planned.session.ends_at,
            centre: planned.centre.name.clone(),
        }
    }
}

/// The names that your team gave of a family.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReferredNamesOut {
    /// The adults.
    #[schema(example = json!(["Amina Khan"]))]
    pub carers: Vec<String>,
    /// All the children that your team named, whether or not they come.
    pub children: Vec<StatedChildOut>,
}

/// A referral by your team, as the team described it: the same whether or not the family was known,
/// had a place already, is busy then, or does not wish to be a member.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReferralOut {
    /// Opaque.
    pub id: ReferralId,
    /// What your team said about the family.
    pub statement_id: Option<StatementId>,
    /// Your own reference.
    pub reference: Option<String>,
    /// The family, as your team named it.
    pub family: Option<ReferredNamesOut>,
    /// The session it was for; of several dates, the one that had room.
    pub session_id: SessionId,
    /// That session in short.
    pub session: ReferredSessionOut,
    /// What a party of this size got when you asked. It stays, whatever the family does later.
    pub state: ReferralState,
    /// How many adults you said.
    pub adults: i32,
    /// How many children you said.
    pub children: i32,
    /// The code of its reason.
    pub reason: String,
    /// The day the family agreed.
    pub agreed_on: NaiveDate,
    /// When it was made.
    pub made_at: Moment,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
    /// The outcome, once the session is over; `null` before, and if the family does not wish it
    /// told.
    pub outcome: Option<ReferralOutcome>,
    /// For health and social care: whether the family came, once the register is complete. For a
    /// course, to any of its dates. Otherwise `null`.
    pub came: Option<bool>,
}

impl ReferralOut {
    /// As it is before there is an outcome.
    pub(crate) fn new(
        referral: Referral,
        (reference, said): (Option<String>, Option<StatementSaid>),
        planned: &Planned,
    ) -> ReferralOut {
        let family = referral.statement_id.as_ref().zip(said).map(|(id, said)| ReferredNamesOut {
            carers: said.carers.iter().map(|carer| carer.name.clone()).collect(),
            children: stated_children(id, said.children),
        });
        ReferralOut {
            state: ReferralState::of(&referral),
            session: ReferredSessionOut::of(planned),
            family,
            id: referral.id,
            statement_id: referral.statement_id,
            reference,
            session_id: referral.session_id,
            adults: referral.adults,
            children: referral.children,
            reason: referral.reason,
            agreed_on: referral.agreed_on,
            made_at: referral.made_at,
            withdrawn_at: referral.withdrawn_at,
            outcome: None,
            came: None,
        }
    }
}
