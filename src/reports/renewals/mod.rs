//! Renewals in a period by centre: due, done, failed, and how the cards were sent. Pure: events in,
//! a table out.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::calendar::{BirthDate, birthday};
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::membership::birthdays::{CardChannel, CardKind, CardReason};
use crate::membership::renewal::RENEWS_AT;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashSet};

/// A child of a live membership.
pub struct Member {
    pub family: FamilyId,
    pub child: ChildId,
    pub born: BirthDate,
    pub since: Option<NaiveDate>,
    pub centre: Option<CentreId>,
}

/// A renewal that was done.
pub struct Renewed {
    pub family: FamilyId,
    pub child: ChildId,
    pub age: i32,
    pub centre: Option<CentreId>,
}

/// A card or farewell that was decided.
pub struct CardsSent {
    pub kind: CardKind,
    pub channel: CardChannel,
    pub why: CardReason,
    pub centre: Option<CentreId>,
    pub undelivered: bool,
    pub printed: bool,
}

/// The figures of one centre, or the total.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RenewalFigures {
    pub due: u64,
    pub done: u64,
    pub no_channel: u64,
    pub undelivered: u64,
    pub email: u64,
    pub text: u64,
    pub print: u64,
    pub none: u64,
    pub printed: u64,
    pub farewells: u64,
}

impl RenewalFigures {
    /// Cards that were wanted but reached nobody.
    pub fn failed(&self) -> u64 {
        self.no_channel + self.undelivered
    }

    fn add(&mut self, other: &RenewalFigures) {
        self.due += other.due;
        self.done += other.done;
        self.no_channel += other.no_channel;
        self.undelivered += other.undelivered;
        self.email += other.email;
        self.text += other.text;
        self.print += other.print;
        self.none += other.none;
        self.printed += other.printed;
        self.farewells += other.farewells;
    }

    fn card(&mut self, sent: &CardsSent) {
        self.undelivered += u64::from(sent.undelivered);
        self.printed += u64::from(sent.printed);
        if sent.kind == CardKind::Farewell {
            self.farewells += 1;
            return;
        }
        self.no_channel += u64::from(sent.why.is_failure());
        match sent.channel {
            CardChannel::Email => self.email += 1,
            CardChannel::Text => self.text += 1,
            CardChannel::Print => self.print += 1,
            CardChannel::None => self.none += 1,
        }
    }
}

pub type ByCentre = BTreeMap<Option<CentreId>, RenewalFigures>;

/// Due in a period: renewals done, and those still open because a run is late or the day has not
/// come.
pub fn count(
    (from, to): (NaiveDate, NaiveDate),
    members: &[Member],
    renewed: &[Renewed],
    sent: &[CardsSent],
) -> ByCentre {
    let mut table = ByCentre::new();
    let mut done = HashSet::new();
    for one in renewed {
        done.insert((&one.family, &one.child, one.age));
        let figures = table.entry(one.centre.clone()).or_default();
        figures.due += 1;
        figures.done += 1;
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
            table.entry(member.centre.clone()).or_default().due += left as u64;
        }
    }
    for card in sent {
        table.entry(card.centre.clone()).or_default().card(card);
    }
    table
}

pub fn total(table: &ByCentre) -> RenewalFigures {
    let mut total = RenewalFigures::default();
    table.values().for_each(|figures| total.add(figures));
    total
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
        let table = count((day("2026-01-01"), day("2026-02-01")), &members, &renewed, &[]);
        let figures = total(&table);
        assert_eq!((figures.due, figures.done), (2, 1));
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
        let figures = total(&count((day("2026-01-01"), day("2026-02-01")), &[], &[], &cards));
        assert_eq!((figures.email, figures.none, figures.print), (2, 2, 1));
        assert_eq!((figures.no_channel, figures.undelivered, figures.failed()), (1, 1, 2));
        assert_eq!(figures.printed, 1);
    }
}
