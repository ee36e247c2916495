//! Recording what became of texts, asking where nothing was heard, and counting what they cost.

use super::{DeliveryTold, MonthCost, next, store};
use crate::access::{Act, Actor, Scope};
use crate::base::calendar::at_local;
use crate::base::fault::{Code, Fault, Result};
use crate::base::moment::Moment;
use crate::config::Price;
use crate::db::{Store, Tx};
use crate::mail::Delivery;
use crate::mail::office::PostOffice;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Europe::London;

/// What a service that carries texts told us. Told twice, it changes nothing; of a text that is not
/// ours nothing is said.
pub(crate) fn told(tx: &mut Tx, told: &DeliveryTold) -> Result<()> {
    let is_noted = store::became(tx, told)?;
    if !is_noted
        && let Some(letter) = &told.reference
        && store::is_leaving(tx, letter)?
    {
        let detail = "This text is still leaving. Please tell us again in a minute.";
        return Err(Fault::new(Code::Busy, detail).with("retry_after", RETRY_SECONDS));
    }
    Ok(())
}

const RETRY_SECONDS: u8 = 60;

/// Asked only once it is late: it says so by itself within minutes.
const LATE: TimeDelta = TimeDelta::hours(1);
const ASKED_EVERY: TimeDelta = TimeDelta::hours(1);
/// A network tries for three days; after that nothing more will be heard.
const HOPELESS: TimeDelta = TimeDelta::hours(75);
const ASKED_AT_ONCE: i64 = 20;

/// Asks what became of texts of which nothing was heard. Returns of how many something is known now.
pub fn ask_unheard(store: &Store, office: &PostOffice) -> Result<usize> {
    let Some(texts) = &office.texts else { return Ok(0) };
    let unheard = store.read(Actor::service(), |tx| {
        let now = tx.now();
        store::unheard(tx, now - LATE, now - ASKED_EVERY, ASKED_AT_ONCE)
    })?;

    let mut known = 0;
    for text in unheard {
        let now = store.clock().now();
        // Outside of any transaction: it may take long.
        let answer = texts.carrier.ask(&text.carrier_id, now);
        let delivery = match answer {
            Ok(Delivery::Waiting) | Err(_) if now - text.sent_at >= HOPELESS => Delivery::Unknown,
            Ok(delivery) => delivery,
            Err(reason) => {
                let (id, reason) = (text.id.as_str(), reason.word());
                tracing::warn!(id, reason, "what became of a text could not be asked");
                Delivery::Waiting
            }
        };
        known += usize::from(delivery != Delivery::Waiting);
        let told = DeliveryTold { carrier_id: text.carrier_id, reference: None, delivery };
        store.write(Actor::service(), move |tx| {
            let now = tx.now();
            store::asked(tx, &text.id, now)?;
            store::became(tx, &told).map(drop)
        })?;
    }
    Ok(known)
}

/// Of how many months at most.
const MOST_MONTHS: usize = 36;

/// What texts cost in each month of a period, the last one included.
pub(crate) fn costs(
    tx: &mut Tx,
    (from, to): (NaiveDate, NaiveDate),
    price: Price,
) -> Result<Vec<MonthCost>> {
    tx.allow(Act::SeeTextCosts, &Scope::organisation(), "costs")?;
    if from > to {
        return Err(Fault::invalid("/to", "Use a month that is not before from."));
    }
    let mut months = Vec::new();
    let mut month = from;
    while month <= to {
        if months.len() == MOST_MONTHS {
            return Err(Fault::invalid("/to", "Ask for at most 36 months."));
        }
        let after = next(month);
        let sent = store::sent_between(tx, first_moment(month), first_moment(after))?;
        months.push(MonthCost::of(month, sent, price));
        month = after;
    }
    Ok(months)
}

/// By the organisation's clock.
fn first_moment(month: NaiveDate) -> Moment {
    at_local(month, NaiveTime::MIN, London).into()
}
