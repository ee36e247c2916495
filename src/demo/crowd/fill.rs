//! Fills a database with made-up families, a thousand per transaction, so that other work never
//! waits long. Filling again with the same seed adds nothing.

use super::{Crowd, CrowdBirth, CrowdHousehold as MadeUp, store};
use crate::access::Actor;
use crate::base::fault::Result;
use crate::base::id::{CarerId, CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::base::text::{phone_digits, sort_name};
use crate::db::Store;
use crate::families::{Carer, Child, Family, FirstContact, Household, PostcodeReason};
use crate::membership::number::Number;
use crate::membership::{Membership, Standing};
use crate::{centres, reach};
use chrono::{Months, TimeDelta};
use rand::RngExt;
use rand::rngs::StdRng;
use std::collections::HashSet;
use std::sync::Arc;

const TOGETHER: u32 = 1_000;
/// More than any county has.
const CENTRES: i64 = 1_000;
/// Coprime to the number of seven-digit numbers, so that every family gets a different one.
const STRIDE: u64 = 7_654_321;
const SERIALS: u64 = 9_000_000;

/// Adds the first `count` families of a crowd; reports progress after each batch.
pub fn fill(database: &Store, crowd: &Crowd, count: u32, tell: impl FnMut(u32)) -> Result<()> {
    settle(database, crowd, count, tell)?;
    reach::service::history::fill_all(database).map(drop)
}

/// The same, before the history of what is known about them begins.
pub fn settle(
    database: &Store,
    crowd: &Crowd,
    count: u32,
    mut tell: impl FnMut(u32),
) -> Result<()> {
    let (centres, mut taken) = database.read(Actor::service(), |tx| {
        Ok((centres::store::centres(tx, "", CENTRES)?, store::numbers(tx)?))
    })?;
    let centres: Vec<CentreId> = centres.into_iter().map(|centre| centre.id).collect();
    for first in (0..count).step_by(TOGETHER as usize) {
        let end = count.min(first.saturating_add(TOGETHER));
        let settle = |number| Settle { crowd, number, centres: &centres }.rows(&mut taken);
        let made: Arc<Vec<_>> = Arc::new((first..end).map(settle).collect());
        database.write(Actor::service(), move |tx| store::add(tx, &made))?;
        tell(end);
    }
    Ok(())
}

/// One family of the crowd on its way into the database.
struct Settle<'a> {
    crowd: &'a Crowd,
    number: u32,
    centres: &'a [CentreId],
}

impl Settle<'_> {
    fn rows(&self, taken: &mut HashSet<String>) -> (Household, Membership) {
        let household = self.crowd.household(self.number);
        let days = i64::try_from(household.known_for_days).unwrap_or_default();
        let known_at = self.crowd.morning() - TimeDelta::days(days);
        let ids = &mut self.crowd.draw(self.number, 1);
        let id = FamilyId::from(self.id(ids));
        let membership = self.membership(&id, &household, known_at, taken);
        let carers = household.adults.iter().zip(0..);
        let carers = carers.map(|(adult, at)| self.carer(ids, &id, adult, at, known_at)).collect();
        let children = household.children.iter();
        let children = children.map(|child| self.child(ids, child, known_at)).collect();
        let family = self.family(id, &household, known_at);
        (Household { family, carers, children }, membership)
    }

    fn id(&self, draw: &mut StdRng) -> String {
        uuid::Builder::from_random_bytes(draw.random()).into_uuid().simple().to_string()
    }

    fn family(&self, id: FamilyId, household: &MadeUp, known_at: Moment) -> Family {
        let near = household.postcode.as_deref().map_or(self.number as usize, |postcode| {
            postcode.bytes().take(5).map(usize::from).sum()
        });
        let channel = match self.number % 10 {
            _ if household.listed => FirstContact::Feed,
            0..=3 => FirstContact::Staff,
            4..=6 => FirstContact::Own,
            _ => FirstContact::Professional,
        };
        Family {
            id,
            centre_id: household
                .centre
                .clone()
                .or_else(|| self.centres.get(near % self.centres.len().max(1)).cloned()),
            postcode_reason: household.postcode.is_none().then_some(PostcodeReason::NotGiven),
            postcode: household.postcode.clone(),
            address: None,
            channel,
            guest: false,
            restricted: false,
            unsafe_address: false,
            moved_away_on: None,
            joined_into: None,
            erased_at: None,
            made_by: None,
            partner_id: None,
            team: None,
            touched: 0,
            version: 1,
            created_at: known_at,
            links_ended_at: None,
        }
    }

    fn carer(
        &self,
        ids: &mut StdRng,
        family: &FamilyId,
        adult: &super::Adult,
        position: i32,
        known_at: Moment,
    ) -> Carer {
        Carer {
            id: CarerId::from(self.id(ids)),
            family_id: family.clone(),
            position,
            sort_name: sort_name(&adult.name),
            name: adult.name.clone(),
            former_name: adult.former_name.clone(),
            email: adult.email.clone(),
            phone_digits: adult.phone.as_deref().map(phone_digits),
            phone: adult.phone.clone(),
            mail_allowed: true,
            no_post: false,
            no_voicemail: false,
            no_text: false,
            no_call: false,
            confirmed_at: Some(known_at),
            email_proved_at: None,
            phone_proved_at: None,
            no_address_notice: false,
            language: None,
            phone_confirmed_at: adult.phone.as_ref().map(|_| known_at),
        }
    }

    fn child(&self, ids: &mut StdRng, child: &super::CrowdChild, known_at: Moment) -> Child {
        let (born_on, due_on) = match child.birth {
            CrowdBirth::Born(day) => (Some(day), None),
            CrowdBirth::Due(day) => (None, Some(day)),
        };
        Child {
            id: ChildId::from(self.id(ids)),
            sort_name: sort_name(&child.name),
            name: child.name.clone(),
            born_on,
            born_month_only: false,
            due_on,
            nhs_number: None,
            ended: None,
            ended_at: None,
            asked_at: None,
            created_at: known_at,
        }
    }

    fn membership(
        &self,
        family: &FamilyId,
        household: &MadeUp,
        known_at: Moment,
        taken: &mut HashSet<String>,
    ) -> Membership {
        let day = known_at.civil_day();
        let listed = household.listed.then_some(day);
        Membership {
            number: self.free_number(taken),
            family_id: family.clone(),
            status: if household.listed { Standing::Listed } else { Standing::Member },
            status_at: known_at,
            joined_on: (!household.listed).then_some(day),
            listed_on: listed,
            tell_by: listed.map(|day| day.checked_add_months(Months::new(1)).unwrap_or(day)),
            told_at: None,
            told_how: None,
            ended_why: None,
            renewed_on: None,
            details_confirmed_at: None,
            registered_on: None,
            card_issue: 1,
            notice_version: None,
            notice_language: None,
            notice_shown_at: None,
        }
    }

    /// The family's own number, or the next free one.
    fn free_number(&self, taken: &mut HashSet<String>) -> Number {
        let first = u64::from(self.number).wrapping_mul(STRIDE);
        let serials = (0..SERIALS).map(|next| 1_000_000 + (first + next) % SERIALS);
        let mut numbers =
            serials.map(|serial| Number::of_serial(u32::try_from(serial).unwrap_or_default()));
        let free = numbers.find(|number| !taken.contains(number.as_str()));
        let number = free.unwrap_or_else(Number::random);
        taken.insert(number.as_str().to_owned());
        number
    }
}
