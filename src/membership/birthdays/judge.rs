//! What a birthday brings to the households of one child: each membership renews, and one card
//! goes to the home household, or none and why.

use super::channel::{CardHome, Service, Way, way};
use super::days::DAYS_LATE_AT_MOST;
use super::{CardKind, CardReason};
use crate::base::id::{CentreId, ChildId, FamilyId};
use chrono::NaiveDate;

/// A child on its birthday, with the households it lives in.
#[derive(Clone, Debug)]
pub(crate) struct BirthdayChild {
    pub id: ChildId,
    pub age: i32,
    pub due_on: NaiveDate,
    pub died: bool,
    /// It already had its card for this age.
    pub had_card: bool,
    pub households: Vec<CardHome>,
}

/// Why the question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BirthdayRun {
    /// The service's own round on this day. It leaves out birthdays before a family joined, and
    /// sends no card that is very late.
    Round { today: NaiveDate },
    /// Somebody named the day.
    Asked,
}

/// What one household of a child gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub family: FamilyId,
    pub centre: Option<CentreId>,
    pub renews: bool,
    /// This household's is the child's one card.
    pub is_home: bool,
    pub way: Way,
}

impl Verdict {
    /// Whether this is the child's card for this year, to be kept as decided, sent or not.
    pub(crate) fn is_card(&self) -> bool {
        self.renews && self.is_home && self.way.why != CardReason::AlreadySent
    }
}

pub(crate) fn judge(child: &BirthdayChild, service: Service, run: BirthdayRun) -> Vec<Verdict> {
    let asked = |one: &&CardHome| match run {
        BirthdayRun::Round { .. } => {
            one.is_live() && one.since.is_some_and(|day| day <= child.due_on)
        }
        BirthdayRun::Asked => true,
    };
    let home = home_of(&child.households);
    let verdict = |one: &CardHome| {
        let is_home = home == Some(&one.family);
        let renews = one.is_live() && !child.died;
        let way = way_to(child, one, is_home, service, run);
        Verdict { family: one.family.clone(), centre: one.centre.clone(), renews, is_home, way }
    };
    child.households.iter().filter(asked).map(verdict).collect()
}

/// The household that is marked as home; else the first that is a member.
fn home_of(households: &[CardHome]) -> Option<&FamilyId> {
    let marked = households.iter().find(|one| one.is_home);
    let found = marked.or_else(|| households.iter().find(|one| one.is_live()));
    found.map(|one| &one.family)
}

fn way_to(
    child: &BirthdayChild,
    one: &CardHome,
    is_home: bool,
    service: Service,
    run: BirthdayRun,
) -> Way {
    if child.died {
        return Way::none(CardReason::ChildDied);
    }
    let own = way(one, CardKind::Birthday, service);
    if !one.is_live() {
        return own;
    }
    let late = match run {
        BirthdayRun::Round { today } => (today - child.due_on).num_days() > DAYS_LATE_AT_MOST,
        BirthdayRun::Asked => false,
    };
    match (is_home, child.had_card) {
        (false, _) => Way::none(CardReason::LivesElsewhere),
        (true, true) => Way::none(CardReason::AlreadySent),
        (true, false) if late => Way::none(CardReason::TooLate),
        (true, false) => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::membership::Standing;
    use crate::membership::birthdays::CardChannel;
    use crate::membership::birthdays::channel::tests::home;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn household(family: &str, is_home: bool) -> CardHome {
        CardHome { family: family.into(), is_home, readers: Vec::new(), ..home() }
    }

    fn child(households: Vec<CardHome>) -> BirthdayChild {
        let due_on = day("2026-11-16");
        BirthdayChild { id: "leo".into(), age: 2, due_on, died: false, had_card: false, households }
    }

    fn brings(child: &BirthdayChild, run: BirthdayRun) -> Vec<(bool, CardChannel, CardReason)> {
        let verdicts = judge(child, Service::default(), run);
        verdicts.into_iter().map(|one| (one.renews, one.way.channel, one.way.why)).collect()
    }

    const PRINT: (CardChannel, CardReason) = (CardChannel::Print, CardReason::NobodySaidYes);

    fn on_time() -> BirthdayRun {
        BirthdayRun::Round { today: day("2026-11-16") }
    }

    #[test]
    fn two_households_renew_and_the_home_has_the_card() {
        let two = child(vec![household("a", false), household("b", true)]);
        let elsewhere = (true, CardChannel::None, CardReason::LivesElsewhere);
        assert_eq!(brings(&two, on_time()), [elsewhere, (true, PRINT.0, PRINT.1)]);

        let unmarked = child(vec![household("a", false), household("b", false)]);
        assert_eq!(brings(&unmarked, on_time()), [(true, PRINT.0, PRINT.1), elsewhere]);
    }

    #[test]
    fn a_kept_back_home_keeps_the_other_household_without_a_card_too() {
        let mut two = child(vec![household("a", true), household("b", false)]);
        two.households[0].restricted = true;
        let none = |why| (true, CardChannel::None, why);
        assert_eq!(
            brings(&two, on_time()),
            [none(CardReason::Restricted), none(CardReason::LivesElsewhere)]
        );
    }

    #[test]
    fn a_child_that_died_renews_nothing() {
        let died = BirthdayChild { died: true, ..child(vec![household("a", true)]) };
        assert_eq!(
            brings(&died, BirthdayRun::Asked),
            [(false, CardChannel::None, CardReason::ChildDied)]
        );
    }

    #[test]
    fn a_card_is_sent_once_and_not_when_it_would_be_odd() {
        let had = BirthdayChild { had_card: true, ..child(vec![household("a", true)]) };
        assert_eq!(brings(&had, on_time()), [(true, CardChannel::None, CardReason::AlreadySent)]);

        let plain = child(vec![household("a", true)]);
        let four_weeks = BirthdayRun::Round { today: day("2026-12-14") };
        assert_eq!(brings(&plain, four_weeks), [(true, PRINT.0, PRINT.1)]);
        let longer = BirthdayRun::Round { today: day("2026-12-15") };
        assert_eq!(brings(&plain, longer), [(true, CardChannel::None, CardReason::TooLate)]);
        assert_eq!(
            brings(&plain, BirthdayRun::Asked),
            [(true, PRINT.0, PRINT.1)],
            "somebody asks for it"
        );
    }

    #[test]
    fn the_round_leaves_out_birthdays_before_a_family_joined_and_who_is_no_member() {
        let mut new = child(vec![household("a", true)]);
        new.households[0].since = Some(day("2026-11-16"));
        assert_eq!(brings(&new, on_time()).len(), 1, "on the day itself it counts");
        new.households[0].since = Some(day("2026-11-17"));
        assert_eq!(brings(&new, on_time()), []);
        assert_eq!(brings(&new, BirthdayRun::Asked), [(true, PRINT.0, PRINT.1)]);

        let mut out = child(vec![household("a", true)]);
        out.households[0].standing = Some(Standing::OptedOut);
        assert_eq!(brings(&out, on_time()), []);
        assert_eq!(
            brings(&out, BirthdayRun::Asked),
            [(false, CardChannel::None, CardReason::OptedOut)]
        );
    }
}
