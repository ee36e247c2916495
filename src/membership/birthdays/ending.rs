//! When a membership ends by itself: when no child of the family is served any more and none is
//! expected. A family that grew out of it gets a farewell; if a child died or a pregnancy ended,
//! nothing is said.

use crate::base::calendar::{BirthDate, birthday};
use crate::base::id::ChildId;
use crate::families::{Child, SERVED_YEARS};
use crate::membership::renewal::is_served;
use chrono::NaiveDate;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The youngest has its fifth birthday behind it, on this day.
    AgedOut { child: ChildId, on: NaiveDate },
    /// Nobody is left to serve, and there is nothing to say.
    Silent,
}

/// Whether, and how, a membership with these children has ended by this day. A family without any
/// child on record is left to staff.
pub(crate) fn ending(children: &[Child], on: NaiveDate) -> Option<Ending> {
    let goes_on = |child: &Child| {
        let is_young = |born: BirthDate| is_served(born, on) || born.counted_from() > on;
        child.is_spoken_of() && child.born().is_none_or(is_young)
    };
    if children.is_empty() || children.iter().any(goes_on) {
        return None;
    }
    if !children.iter().all(Child::is_spoken_of) {
        return Some(Ending::Silent);
    }
    let five = |child: &Child| Some((birthday(child.born()?, SERVED_YEARS), child.id.clone()));
    let (on, child) = children.iter().filter_map(five).max()?;
    Some(Ending::AgedOut { child, on })
}

pub(crate) mod service {
    //! Ending memberships with nobody left to serve, and the farewell to families that grew out of
    //! theirs.

    use super::store as endings;
    use super::{Ending, ending};
    use crate::base::fault::Result;
    use crate::base::id::{ChildId, FamilyId};
    use crate::db::Tx;
    use crate::families::{self, Family, SERVED_YEARS};
    use crate::membership::birthdays::channel::{Way, way as way_to};
    use crate::membership::birthdays::judge::BirthdayRun;
    use crate::membership::birthdays::service::{Due, card, letter};
    use crate::membership::birthdays::store::facts;
    use crate::membership::birthdays::{CardKind, CardReason, days, decisions, store};
    use crate::membership::{EndedWhy, Membership, service as memberships, store as known};
    use chrono::{Datelike, Months, NaiveDate};

    /// Families whose membership may end on this day: somebody turns five. On the first of a month
    /// also those where nobody is left for another reason.
    pub(crate) fn candidates(tx: &mut Tx, on: NaiveDate) -> Result<Vec<FamilyId>> {
        let mut found = endings::with_births(tx, &days::births(on, SERVED_YEARS..=SERVED_YEARS))?;
        if on.day() == 1 {
            // A month earlier, for children known only to their month: `ending` has the last word.
            let years = Months::new(u32::try_from(SERVED_YEARS).unwrap_or_default() * 12 + 1);
            let since = on.checked_sub_months(years).unwrap_or(on);
            found.extend(endings::with_nobody_left(tx, since)?);
        }
        found.sort();
        found.dedup();
        Ok(found)
    }

    /// Ends these memberships where they have ended by this day. Returns how many.
    pub(crate) fn end(
        tx: &mut Tx,
        on: NaiveDate,
        run: BirthdayRun,
        ids: &[FamilyId],
    ) -> Result<usize> {
        families::store::lock(tx, ids)?;
        let mut ended = 0;
        for id in ids {
            let Some(membership) = known::of_family(tx, id)?.filter(Membership::is_live) else {
                continue;
            };
            let children = families::store::children_of(tx, id)?;
            let Some(how) = ending(&children, on) else { continue };
            tx.decided()?;
            let name = |child: &ChildId| {
                let found = children.iter().find(|one| one.id == *child);
                found.map(|one| one.name.clone()).unwrap_or_default()
            };
            match how {
                Ending::Silent => drop(memberships::end(tx, id, EndedWhy::Silenced)?),
                Ending::AgedOut { child, on: five } => {
                    farewell(tx, run, &membership, &child, five, &name(&child))?;
                    memberships::end(tx, id, EndedWhy::AgedOut)?;
                }
            }
            ended += 1;
        }
        Ok(ended)
    }

    /// Sends the farewell where there is somebody to send it to, before the membership ends.
    fn farewell(
        tx: &mut Tx,
        run: BirthdayRun,
        membership: &Membership,
        child: &ChildId,
        five: NaiveDate,
        name: &str,
    ) -> Result<()> {
        let family = families::store::family(tx, &membership.family_id)?;
        let way = way(tx, run, &family, membership, child, five)?;
        let due = Due {
            kind: CardKind::Farewell,
            family: &family.id,
            child,
            age: SERVED_YEARS,
            on: five,
            centre: family.centre_id.as_ref(),
        };
        let card = card(tx, &due, &way)?;
        if !store::add(tx, &card)? {
            return Ok(());
        }
        match &way.to {
            Some((_, to)) => letter::farewell(tx, &card, name, to),
            None => Ok(()),
        }
    }

    fn way(
        tx: &mut Tx,
        run: BirthdayRun,
        family: &Family,
        membership: &Membership,
        child: &ChildId,
        five: NaiveDate,
    ) -> Result<Way> {
        let long_ago = match run {
            BirthdayRun::Round { today } => (today - five).num_days() > days::DAYS_LATE_AT_MOST,
            BirthdayRun::Asked => false,
        };
        let since = membership.joined_on.or(membership.listed_on);
        if long_ago || since.is_some_and(|since| since > five) {
            return Ok(Way::none(CardReason::TooLate));
        }
        let lives = facts::households(tx, std::slice::from_ref(child))?;
        if lives.iter().any(|one| one.is_home && one.family.id != family.id) {
            return Ok(Way::none(CardReason::LivesElsewhere));
        }
        let homes = facts::homes(tx, &lives)?;
        let service = decisions::store::service(tx)?;
        let home = homes.iter().find(|home| home.family == family.id);
        Ok(home.map_or(Way::none(CardReason::LivesElsewhere), |home| {
            way_to(home, CardKind::Farewell, service)
        }))
    }
}

pub(crate) mod store {
    //! Queries for memberships that may have ended: whose child turns five, and where none is left.

    use crate::base::fault::Result;
    use crate::base::id::FamilyId;
    use crate::db::Tx;
    use crate::db::schema::{children, family_children, memberships};
    use crate::membership::Standing;
    use chrono::NaiveDate;
    use diesel::dsl::{exists, not};
    use diesel::prelude::*;

    fn live() -> Vec<Standing> {
        vec![Standing::Listed, Standing::Member]
    }

    /// Live memberships of children born on one of these days.
    pub(crate) fn with_births(tx: &mut Tx, births: &[NaiveDate]) -> Result<Vec<FamilyId>> {
        Ok(children::table
            .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
            .inner_join(
                memberships::table.on(memberships::family_id.eq(family_children::family_id)),
            )
            .filter(children::born_on.eq_any(births.to_vec()))
            .filter(memberships::status.eq_any(live()))
            .order(memberships::family_id)
            .select(memberships::family_id)
            .distinct()
            .load(tx.conn())?)
    }

    /// Live memberships with children on record and none of them expected or born since a day.
    pub(crate) fn with_nobody_left(tx: &mut Tx, born_since: NaiveDate) -> Result<Vec<FamilyId>> {
        let any =
            family_children::table.filter(family_children::family_id.eq(memberships::family_id));
        let left = family_children::table
            .inner_join(children::table.on(children::id.eq(family_children::child_id)))
            .filter(family_children::family_id.eq(memberships::family_id))
            .filter(children::ended.is_null())
            .filter(
                children::due_on
                    .is_not_null()
                    .or(children::born_on.ge(born_since).assume_not_null()),
            );
        Ok(memberships::table
            .filter(memberships::status.eq_any(live()))
            .filter(exists(any))
            .filter(not(exists(left)))
            .order(memberships::family_id)
            .select(memberships::family_id)
            .load(tx.conn())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::moment::Moment;
    use crate::families::Ended;
    use crate::families::add::Birth;
    use crate::families::service::new_child;

    fn child(born_on: Option<&str>, silenced: bool) -> Child {
        let day = |text: &str| text.parse().expect("a day");
        let birth = born_on.map_or(Birth::Due(day("2027-01-01")), |born| Birth::Born(day(born)));
        let now = Moment::parse("2026-11-17T10:00:00Z").expect("a moment");
        let id = ChildId::from(born_on.unwrap_or("expected"));
        Child { id, ended: silenced.then_some(Ended::Died), ..new_child("Leo", birth, now) }
    }

    fn ends(children: &[Child]) -> Option<Ending> {
        ending(children, "2026-11-17".parse().expect("a day"))
    }

    fn aged_out(born_on: &str, on: &str) -> Option<Ending> {
        Some(Ending::AgedOut { child: ChildId::from(born_on), on: on.parse().expect("a day") })
    }

    #[test]
    fn it_ends_on_the_fifth_birthday_of_the_youngest() {
        let (big, five) = (child(Some("2019-01-01"), false), child(Some("2021-11-17"), false));
        assert_eq!(ends(&[big, five]), aged_out("2021-11-17", "2026-11-17"));
        assert_eq!(ends(&[child(Some("2021-11-18"), false)]), None, "five tomorrow");
        assert_eq!(ends(&[child(Some("2020-02-29"), false)]), aged_out("2020-02-29", "2025-03-01"));
    }

    #[test]
    fn a_younger_or_expected_child_keeps_it() {
        for other in [child(Some("2026-11-01"), false), child(None, false)] {
            assert_eq!(ends(&[child(Some("2019-01-01"), false), other]), None);
        }
        assert_eq!(ends(&[]), None);
    }

    #[test]
    fn a_loss_ends_it_without_a_word() {
        for lost in [child(Some("2025-01-01"), true), child(None, true)] {
            assert_eq!(ends(&[child(Some("2019-01-01"), false), lost]), Some(Ending::Silent));
        }
        let living = child(Some("2025-06-01"), false);
        assert_eq!(ends(&[child(None, true), living]), None, "another child is served");
    }
}
