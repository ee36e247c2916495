//! What a professional is told each week: the windows that open in the next days near the families
//! the team has named, the team's own referrals, and what the agreement still expects. All of it is
//! counted from what the partner said itself, so that nothing tells whom the organisation knows.

pub mod service;
pub(crate) mod store;

use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::partners::agreements::AgreementPurpose;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

/// The week of a professional.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = WindowsDigestOut)]
pub(crate) struct WindowsDigest {
    /// From this day.
    pub from: NaiveDate,
    /// Up to this day.
    pub to: NaiveDate,
    /// The centres of your area: those that serve the postcodes your team has given in the past
    /// year. All centres while there are none.
    #[schema(example = json!(["Partington Children's Centre"]))]
    pub centres: Vec<String>,
    /// Windows that open in these days, the first to open first; at most 200.
    pub windows: Vec<OpeningWindow>,
    /// Your team's referrals to sessions still to come.
    pub referrals: ReferralCounts,
    /// What your agency has agreed to do and has not done yet.
    pub agreements: Vec<ExpectedByAgreement>,
}

/// A session to which professionals may refer soon.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = OpeningWindowOut)]
pub(crate) struct OpeningWindow {
    /// The session.
    pub session_id: SessionId,
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
    /// From then on you may refer.
    pub referrals_open_at: Moment,
    /// From then on families book; `null` for a session by referral only.
    pub public_release_at: Option<Moment>,
    /// Whether you asked to be told when it opens.
    pub asked_to_be_told: bool,
}

/// Referrals, by the answer they got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ReferralCountsOut)]
pub(crate) struct ReferralCounts {
    /// There was room.
    pub booked: i64,
    /// They are on the waiting list.
    pub waiting: i64,
}

/// What an agreement expects of an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ExpectedByAgreementOut)]
pub(crate) struct ExpectedByAgreement {
    /// What its data may be used for.
    pub purpose: AgreementPurpose,
    /// Until this day.
    pub last_day: NaiveDate,
    /// Membership cards it agreed to hand out each month.
    pub cards_a_month: Option<i32>,
    /// Families it has named this month and that did not say no, whether or not they were known.
    pub named_this_month: i64,
    /// When its next feed is due.
    pub feed_due_on: Option<NaiveDate>,
}

impl ExpectedByAgreement {
    /// How many families are still expected this month.
    pub(crate) fn still(&self) -> i64 {
        self.cards_a_month.map_or(0, |cards| (i64::from(cards) - self.named_this_month).max(0))
    }

    /// Whether anything is left to do in these days.
    pub(crate) fn expects(&self, until: NaiveDate) -> bool {
        self.still() > 0
            || self.feed_due_on.is_some_and(|due| due <= until)
            || self.last_day <= until
    }
}

impl WindowsDigest {
    /// Whether there is anything to write about.
    pub(crate) fn says_anything(&self) -> bool {
        !self.windows.is_empty()
            || self.referrals != ReferralCounts::default()
            || self.agreements.iter().any(|one| one.expects(self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_expected_is_what_was_agreed_and_is_not_done() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let agreed = |cards, named, feed: Option<&str>| ExpectedByAgreement {
            purpose: AgreementPurpose::Membership,
            last_day: day("2027-12-31"),
            cards_a_month: cards,
            named_this_month: named,
            feed_due_on: feed.map(day),
        };
        for (one, still, expects) in [
            (agreed(Some(40), 12, None), 28, true),
            (agreed(Some(40), 41, None), 0, false),
            (agreed(None, 0, None), 0, false),
            (agreed(None, 0, Some("2026-11-20")), 0, true),
            (agreed(None, 0, Some("2026-12-20")), 0, false),
        ] {
            assert_eq!((one.still(), one.expects(day("2026-11-23"))), (still, expects), "{one:?}");
        }
    }
}
