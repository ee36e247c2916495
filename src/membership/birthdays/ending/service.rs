//! Ending memberships with nobody left to serve, and the farewell to families that grew out of
//! theirs.

use super::store as endings;
use super::{Ending, Grown, ending};
use crate::base::fault::Fault;
use crate::base::id::{ChildId, FamilyId};
use crate::db::Tx;
use crate::families::SERVED_YEARS;
use crate::families::{self, Family};
use crate::membership::birthdays::channel::{Way, farewell_way};
use crate::membership::birthdays::judge::BirthdayRun;
use crate::membership::birthdays::service::letter;
use crate::membership::birthdays::service::{Due, card};
use crate::membership::birthdays::store;
use crate::membership::birthdays::store::facts;
use crate::membership::birthdays::{CardKind, CardReason, days, decisions};
use crate::membership::{EndedWhy, Membership, service as memberships, store as known};
use chrono::{Datelike, Months, NaiveDate};

/// Families whose membership may end on this day: somebody turns five. On the first of a month
/// also those where nobody is left for another reason.
pub fn candidates(tx: &mut Tx, on: NaiveDate) -> Result<Vec<FamilyId>, Fault> {
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
pub fn end(tx: &mut Tx, on: NaiveDate, run: BirthdayRun, ids: &[FamilyId]) -> Result<usize, Fault> {
    families::store::lock(tx, ids)?;
    let mut ended = 0;
    for id in ids {
        let Some(membership) = known::of_family(tx, id)?.filter(Membership::is_live) else {
            continue;
        };
        let children = families::store::children_of(tx, id)?;
        let grown: Vec<Grown> = children.iter().map(Grown::of).collect();
        let Some(how) = ending(&grown, on) else { continue };
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
) -> Result<(), Fault> {
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
) -> Result<Way, Fault> {
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
    let home = homes.get(&family.id);
    Ok(home
        .map_or_else(|| Way::none(CardReason::LivesElsewhere), |home| farewell_way(home, service)))
}
