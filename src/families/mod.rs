//! Families: a household's carers and children, how to reach them, their answers, and the target
//! groups stated for them. A child may live in two families; neither family can find the other
//! through it.

pub(crate) mod add;
pub(crate) mod answers;
pub(crate) mod duplicates;
pub(crate) mod first_contact;
pub(crate) mod follow_up;
pub(crate) mod groups;
pub(crate) mod joined;
pub(crate) mod likeness;
pub(crate) mod lives;
pub(crate) mod reads;
pub(crate) mod requests;
pub mod search;
pub(crate) mod service;
pub(crate) mod statements;
pub(crate) mod store;
pub(crate) mod suppression;
pub(crate) mod told;
pub(crate) mod trusted;

use crate::base::calendar::{BirthDate, birthday};
use crate::base::id::{AccountId, CarerId, CentreId, ChildId, FamilyId, PartnerId, TrustedAdultId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::base::text_enum::text_enum;
use crate::db::schema::{carers, children, families};
use chrono::NaiveDate;
use diesel::prelude::*;
use reads::Reads;
use serde::Serialize;
use utoipa::ToSchema;

/// Children are served until this birthday.
pub const SERVED_YEARS: i32 = 5;

text_enum! {
    /// Who made the first contact.
    FirstContact {
        /// The family itself.
        Own = "self",
        Staff = "staff",
        Professional = "professional",
        Feed = "feed",
    }
}

text_enum! {
    /// Why there is no postcode.
    PostcodeReason {
        NoFixedAddress = "no_fixed_address",
        Refuge = "refuge",
        NotGiven = "not_given",
        NotAsked = "not_asked",
    }
}

text_enum! {
    /// Why nothing more is sent about a child.
    Ended {
        PregnancyEnded = "pregnancy_ended",
        Died = "died",
    }
}

text_enum! {
    /// What staff have to do.
    TaskKind {
        /// An offer's time limit starts when the call is recorded.
        RingOffer = "ring_offer",
        /// Good news that no message can deliver.
        RingNews = "ring_news",
        /// A child has two places at the same time, and one household may not know about the
        /// other's booking. Speak to one household at a time.
        TwoFamilies = "two_families",
        /// A restricted family was mentioned. Only the safeguarding lead sees this.
        RestrictedMet = "restricted_met",
        /// A partner recorded that the family does not want to be a member, but it had joined by
        /// itself: ask it.
        SaysNo = "says_no",
        /// Of a cancelled or changed session.
        NotReached = "not_reached",
        /// Somebody in the family needs an interpreter.
        Interpreter = "interpreter",
        /// A child is long overdue: was it born?
        ConfirmBirth = "confirm_birth",
        /// A child died or a pregnancy ended: nothing more is sent about it. Speak with care.
        ChildSilenced = "child_silenced",
        /// A partner gave a different address from the family's.
        AddressDiffers = "address_differs",
        /// A family missed its places several times without cancelling.
        NotComing = "not_coming",
        /// The register of a session that is over is still open.
        RegisterIncomplete = "register_incomplete",
        /// A parent asks for everything that is held about the family: send it within a month.
        RecordAsked = "record_asked",
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = families)]
pub struct Family {
    pub id: FamilyId,
    pub centre_id: Option<CentreId>,
    pub postcode: Option<String>,
    /// Present only if there is no postcode.
    pub postcode_reason: Option<PostcodeReason>,
    /// Where post goes, as lines without the postcode.
    pub address: Option<String>,
    pub channel: FirstContact,
    /// Books without being a member; deleted 30 days after the session.
    pub guest: bool,
    /// Only the safeguarding lead opens it.
    pub restricted: bool,
    /// Nothing goes there by post.
    pub unsafe_address: bool,
    pub moved_away_on: Option<NaiveDate>,
    /// The record this one was merged into; it is no longer listed.
    pub joined_into: Option<FamilyId>,
    /// When a guest's personal data was deleted.
    pub erased_at: Option<Moment>,
    pub made_by: Option<AccountId>,
    /// The agency and team that met the family first, if any.
    pub partner_id: Option<PartnerId>,
    pub team: Option<String>,
    pub touched: i64,
    pub version: i64,
    pub created_at: Moment,
    /// No link of the family that was made until then works: staff ended a carer's access.
    pub links_ended_at: Option<Moment>,
}

impl Family {
    /// Whether what was sent to the family at this moment opens nothing any more.
    pub(crate) fn has_ended_links_of(&self, made_at: Option<Moment>) -> bool {
        self.links_ended_at.is_some_and(|ended| made_at.is_none_or(|made| made <= ended))
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = carers, treat_none_as_null = true)]
pub struct Carer {
    pub id: CarerId,
    /// Moved by a merge alone: one who is saved stays where they are.
    #[diesel(skip_update)]
    pub family_id: FamilyId,
    #[diesel(skip_update)]
    pub position: i32,
    pub name: String,
    /// In the form used for matching.
    pub sort_name: String,
    /// A former or maiden name, or another the person is known by.
    pub former_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// In the form used for matching: digits, `0` for `+44`.
    pub phone_digits: Option<String>,
    pub mail_allowed: bool,
    pub no_post: bool,
    pub no_voicemail: bool,
    pub no_text: bool,
    pub no_call: bool,
    /// Since when mail may be sent there: staff or a partner got the address from the carer, or its
    /// owner confirmed it. `None` if it was only typed into the public form.
    pub confirmed_at: Option<Moment>,
    /// When the owner confirmed the address by a link or code sent there.
    pub email_proved_at: Option<Moment>,
    /// When a recorded call confirmed the number.
    pub phone_proved_at: Option<Moment>,
    /// No notice goes to the old address when it changes: it could endanger the family.
    pub no_address_notice: bool,
    /// The language this carer is written to in; `None` until one was chosen.
    pub language: Option<String>,
    /// Since when texts may be sent to the number: staff or a partner got it from the carer, or its
    /// holder confirmed it. `None` if it was only typed.
    pub phone_confirmed_at: Option<Moment>,
}

impl Carer {
    /// The number that texts may go to: a UK mobile, never an unconfirmed one.
    pub fn text_number(&self) -> Option<String> {
        let may = !self.no_text && self.phone_confirmed_at.is_some();
        self.phone.as_deref().filter(|_| may).and_then(text::mobile)
    }

    /// Where this carer reads messages.
    pub(crate) fn reads(&self, sends_texts: bool) -> Reads {
        Reads {
            id: self.id.clone(),
            email: self.mail().map(str::to_owned),
            number: self.text_number().filter(|_| sends_texts),
        }
    }

    /// The address messages may go to; never an unconfirmed one.
    pub fn mail(&self) -> Option<&str> {
        let known = self.mail_allowed && self.confirmed_at.is_some();
        self.email.as_deref().filter(|_| known)
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = children)]
pub struct Child {
    pub id: ChildId,
    pub name: String,
    pub sort_name: String,
    pub born_on: Option<NaiveDate>,
    pub born_month_only: bool,
    pub due_on: Option<NaiveDate>,
    /// Only ever given by a health partner; never in a URL, log or response.
    pub nhs_number: Option<String>,
    pub ended: Option<Ended>,
    pub ended_at: Option<Moment>,
    /// When the family was asked whether an overdue child was born.
    pub asked_at: Option<Moment>,
    pub created_at: Moment,
}

impl Child {
    /// Whether messages about it are still allowed.
    pub fn is_spoken_of(&self) -> bool {
        self.ended.is_none()
    }

    /// `None` for a child that is expected.
    pub fn born(&self) -> Option<BirthDate> {
        let day = self.born_on?;
        Some(if self.born_month_only { BirthDate::MonthOf(day) } else { BirthDate::Day(day) })
    }
}

text_enum! {
    /// A trusted adult's relationship to the family.
    Relationship {
        Grandparent = "grandparent",
        Childminder = "childminder",
        Relative = "relative",
        Friend = "friend",
        Other = "other",
    }
}

/// Somebody who may bring some of the children.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = TrustedAdultOut)]
pub struct TrustedAdult {
    /// Opaque.
    pub id: TrustedAdultId,
    /// Name.
    #[schema(example = "Parveen Khan")]
    pub name: String,
    /// What the adult is to the family.
    pub relationship: Relationship,
    /// Where to ring.
    pub phone: Option<String>,
    /// The children this adult may bring.
    pub child_ids: Vec<ChildId>,
    /// The last day on which it may; `null` for no end.
    pub until: Option<NaiveDate>,
}

/// A family with its people.
#[derive(Clone, Debug)]
pub struct Household {
    pub family: Family,
    pub carers: Vec<Carer>,
    pub children: Vec<Child>,
}

impl Household {
    pub fn child(&self, id: &ChildId) -> Option<&Child> {
        self.children.iter().find(|child| child.id == *id)
    }

    /// The day from which no child of it is of the served age; `None` if one is expected.
    pub fn served_until(&self) -> Option<NaiveDate> {
        let spoken_of = self.children.iter().filter(|child| child.is_spoken_of());
        let until = |child: &Child| child.born().map(|born| birthday(born, SERVED_YEARS));
        spoken_of.map(until).collect::<Option<Vec<NaiveDate>>>()?.into_iter().max()
    }
}
