//! Membership: a family's standing with the organisation, its number and its card. A family is a
//! member from its first contact with anyone; one known only from a feed is `listed` until told.

pub(crate) mod addresses;
pub mod birthdays;
pub(crate) mod card;
pub mod notices;
pub mod number;
pub(crate) mod renewal;
pub mod service;
pub(crate) mod sign_in;
pub(crate) mod sign_up;
pub(crate) mod store;

use crate::base::id::FamilyId;
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::memberships;
use chrono::NaiveDate;
use diesel::prelude::*;
use number::Number;

text_enum! {
    /// The status of a membership.
    Standing {
        /// Known from a feed, and not told yet.
        Listed = "listed",
        Member = "member",
        OptedOut = "opted_out",
        Ended = "ended",
    }
}

text_enum! {
    /// How a listed family was told.
    ToldHow {
        Mail = "mail",
        Letter = "letter",
        InPerson = "in_person",
    }
}

text_enum! {
    /// Why a membership ended.
    EndedWhy {
        /// No child is in the served age and none is expected.
        AgedOut = "aged_out",
        OptedOut = "opted_out",
        MovedAway = "moved_away",
        /// Its only child died, or the pregnancy ended: nothing is sent.
        Silenced = "silenced",
        /// Its record was merged into another, which has the membership.
        Joined = "joined",
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = memberships, primary_key(number), treat_none_as_null = true)]
pub struct Membership {
    pub number: Number,
    #[diesel(skip_update)]
    pub family_id: FamilyId,
    pub status: Standing,
    pub status_at: Moment,
    /// When it became a member; `None` while it is listed.
    pub joined_on: Option<NaiveDate>,
    pub listed_on: Option<NaiveDate>,
    /// A listed family must be told by then.
    pub tell_by: Option<NaiveDate>,
    pub told_at: Option<Moment>,
    pub told_how: Option<ToldHow>,
    pub ended_why: Option<EndedWhy>,
    /// The last birthday it renewed on.
    pub renewed_on: Option<NaiveDate>,
    /// Raised when a new card is issued; codes of older cards no longer work.
    pub card_issue: i32,
    pub notice_version: Option<i32>,
    pub notice_language: Option<String>,
    pub notice_shown_at: Option<Moment>,
    /// When the family last confirmed what is known about it.
    pub details_confirmed_at: Option<Moment>,
    /// When an old system registered it: its membership begins on that day.
    pub registered_on: Option<NaiveDate>,
}

impl Membership {
    /// Whether it is still a membership: listed or a member.
    pub fn is_live(&self) -> bool {
        match self.status {
            Standing::Listed | Standing::Member => true,
            Standing::OptedOut | Standing::Ended => false,
        }
    }
}
