//! Memberships renewed by a past birthday, each with what was sent for it.

use super::habits::at_hour;
use super::rows::{PastChild, Renewals};
use crate::base::calendar::{BirthDate, birthday};
use crate::base::id::{BirthdayCardId, FamilyId};
use crate::membership::Standing;
use crate::membership::birthdays::store::Renewal;
use crate::membership::birthdays::{Card, CardChannel, CardKind, CardReason};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;

/// From the first birthday to the last one under five.
const AGES: std::ops::RangeInclusive<i32> = 1..=4;

/// Every birthday since the past began except today's, which is still to be processed.
pub(super) fn until(
    today: NaiveDate,
    since: NaiveDate,
    children: &[PastChild],
    memberships: &HashMap<FamilyId, Standing>,
) -> Renewals {
    let mut done = Renewals::default();
    for child in children {
        let Some(standing) = memberships.get(&child.family) else { continue };
        let joined = child.known_at.civil_day().max(since);
        for age in AGES {
            let on = birthday(BirthDate::Day(child.born_on), age);
            if on >= joined && on < today {
                renew((child, *standing), age, on, &mut done);
            }
        }
    }
    done
}

/// Families not yet told that they are listed get no card.
fn renew((child, standing): (&PastChild, Standing), age: i32, on: NaiveDate, done: &mut Renewals) {
    let (channel, why) = match standing {
        Standing::Member => (CardChannel::Print, CardReason::NobodySaidYes),
        Standing::Listed | Standing::Ended | Standing::OptedOut => {
            (CardChannel::None, CardReason::NotTold)
        }
    };
    done.renewals.push(Renewal {
        family_id: child.family.clone(),
        child_id: child.id.clone(),
        age,
        due_on: on,
        centre_id: Some(child.centre.clone()),
        renewed_at: at_hour(on, 7),
    });
    done.cards.push(Card {
        id: BirthdayCardId::new(),
        kind: CardKind::Birthday,
        family_id: child.family.clone(),
        child_id: child.id.clone(),
        age,
        due_on: on,
        centre_id: Some(child.centre.clone()),
        channel,
        why,
        carer_id: None,
        made_at: at_hour(on, 7),
        printed_at: (channel == CardChannel::Print).then(|| at_hour(on + Days::new(1), 7)),
        printed_by: None,
        undelivered_at: None,
        undelivered_why: None,
        found_at: None,
    });
    let last = done.last.entry(child.family.clone()).or_insert(on);
    *last = (*last).max(on);
}
