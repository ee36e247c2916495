//! Renewals in a period by centre: due, done, failed, and how the cards were sent. Pure: events in,
//! a table out.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::calendar::{BirthDate, birthday};
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::membership::birthdays::{CardChannel, CardKind, CardReason};
use crate::membership::renewal::RENEWS_AT;
use crate::reports::ByCentre;
use chrono::NaiveDate;
use diesel::Queryable;
use serde::Serialize;
use std::collections::HashSet;
use utoipa::ToSchema;

/// A child of a live membership.
pub(crate) struct Member {
    pub family: FamilyId,
    pub child: ChildId,
    pub born: BirthDate,
    pub since: Option<NaiveDate>,
    pub centre: Option<CentreId>,
}

/// A renewal that was done.
#[derive(Queryable)]
pub(crate) struct Renewed {
    pub family: FamilyId,
    pub child: ChildId,
    pub age: i32,
    pub centre: Option<CentreId>,
}

/// A card or farewell that was decided.
#[derive(Queryable)]
pub(crate) struct CardsSent {
    pub kind: CardKind,
    pub channel: CardChannel,
    pub why: CardReason,
    pub centre: Option<CentreId>,
    pub undelivered: bool,
    pub printed: bool,
}

/// Renewals in a period and how their cards were sent.
#[derive(Serialize, ToSchema)]
#[schema(as = RenewalsOut)]
pub(crate) struct RenewalsReport {
    /// Birthdays from this day on.
    pub from: NaiveDate,
    /// Up to this day.
    pub to: NaiveDate,
    /// When it was counted.
    pub as_at: Moment,
    /// By home centre.
    pub centres: Vec<CentreRenewals>,
    /// The total.
    pub total: RenewalFigures,
}

/// One centre's renewals.
#[derive(Serialize, ToSchema)]
#[schema(as = CentreRenewalsOut)]
pub(crate) struct CentreRenewals {
    /// The centre; `null` for families without a home centre.
    pub centre_id: Option<CentreId>,
    /// Its name.
    pub centre: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: RenewalFigures,
}

/// How many.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = RenewalFiguresOut)]
pub(crate) struct RenewalFigures {
    /// Birthdays up to four that renew a membership: each child in each member household.
    pub due: u64,
    /// Memberships renewed.
    pub done: u64,
    /// Not renewed yet: late, or in the future.
    pub not_done: u64,
    /// Cards that reached nobody: no channel, or undeliverable.
    pub failed: u64,
    /// Of these, cards without consent for messages and without post.
    pub no_channel: u64,
    /// Of these, messages given up after the last try.
    pub undelivered: u64,
    /// Cards by channel. A child gets one, even if both its households renew.
    pub cards: CardsByChannel,
    /// Paper cards marked as printed.
    pub printed: u64,
    /// Memberships that ended with the last child's fifth birthday.
    pub farewells: u64,
}

/// Cards by channel.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = CardsOut)]
pub(crate) struct CardsByChannel {
    /// By e-mail.
    pub email: u64,
    /// By text.
    pub text: u64,
    /// On paper.
    pub print: u64,
    /// None, whatever the reason.
    pub none: u64,
}

impl RenewalFigures {
    fn due(&mut self, done: u64, not_done: u64) {
        self.due += done + not_done;
        self.done += done;
        self.not_done += not_done;
    }

    fn card(&mut self, sent: &CardsSent) {
        let undelivered = u64::from(sent.undelivered);
        self.undelivered += undelivered;
        self.failed += undelivered;
        self.printed += u64::from(sent.printed);
        if sent.kind == CardKind::Farewell {
            self.farewells += 1;
            return;
        }
        let no_channel = u64::from(sent.why.is_failure());
        self.no_channel += no_channel;
        self.failed += no_channel;
        match sent.channel {
            CardChannel::Email => self.cards.email += 1,
            CardChannel::Text => self.cards.text += 1,
            CardChannel::Print => self.cards.print += 1,
            CardChannel::None => self.cards.none += 1,
        }
    }
}

/// Due in a period: renewals done, and those still open because a run is late or the day has not
/// come.
pub(crate) fn count(
    (from, to): (NaiveDate, NaiveDate),
    members: &[Member],
    renewed: &[Renewed],
    sent: &[CardsSent],
) -> ByCentre<RenewalFigures> {
    let mut counted = ByCentre::<RenewalFigures>::default();
    let mut done = HashSet::new();
    for one in renewed {
        done.insert((&one.family, &one.child, one.age));
        counted.count(one.centre.as_ref(), |figures| figures.due(1, 0));
    }
    for member in members {
        let falls = |age: &i32| {
            let day = birthday(member.born, *age);
            from <= day && day <= to && member.since.is_some_and(|since| since <= day)
        };
        let left = RENEWS_AT
            .filter(falls)
            .filter(|age| !done.contains(&(&member.family, &member.child, *age)))
            .count();
        if left > 0 {
            counted.count(member.centre.as_ref(), |figures| figures.due(0, left as u64));
        }
    }
    for card in sent {
        counted.count(card.centre.as_ref(), |figures| figures.card(card));
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn member(name: &str, born: &str) -> Member {
        Member {
            family: name.into(),
            child: name.into(),
            born: BirthDate::Day(day(born)),
            since: Some(day("2026-01-10")),
            centre: Some("north".into()),
        }
    }

    fn sent(channel: CardChannel, why: CardReason) -> CardsSent {
        let centre = Some("north".into());
        let kind = CardKind::Birthday;
        CardsSent { kind, channel, why, centre, undelivered: false, printed: false }
    }

    #[test]
    fn due_is_what_was_done_and_what_is_left() {
        let members = [
            member("done", "2024-01-20"),
            member("left", "2023-02-01"),
            member("before joining", "2024-01-09"),
            member("five", "2021-01-20"),
            member("outside", "2024-03-01"),
        ];
        let renewed = [Renewed {
            family: "done".into(),
            child: "done".into(),
            age: 2,
            centre: Some("north".into()),
        }];
        let figures = count((day("2026-01-01"), day("2026-02-01")), &members, &renewed, &[]).total;
        assert_eq!((figures.due, figures.done, figures.not_done), (2, 1, 1));
    }

    #[test]
    fn a_card_held_back_is_no_failure_and_one_without_a_way_or_come_back_is() {
        let back = CardsSent { undelivered: true, ..sent(CardChannel::Email, CardReason::SaidYes) };
        let cards = [
            back,
            sent(CardChannel::Email, CardReason::SaidYes),
            sent(CardChannel::None, CardReason::NoAddress),
            sent(CardChannel::None, CardReason::Restricted),
            CardsSent { printed: true, ..sent(CardChannel::Print, CardReason::NobodySaidYes) },
        ];
        let figures = count((day("2026-01-01"), day("2026-02-01")), &[], &[], &cards).total;
        let channels = &figures.cards;
        assert_eq!((channels.email, channels.none, channels.print), (2, 2, 1));
        assert_eq!((figures.no_channel, figures.undelivered, figures.failed), (1, 1, 2));
        assert_eq!(figures.printed, 1);
    }
}
