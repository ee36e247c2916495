//! What becomes of text messages after they left, and what they cost. A service that carries texts
//! says what became of each; where it does not in time, it is asked.

pub mod service;
pub(crate) mod store;

use super::Delivery;
use crate::config::Price;
use chrono::{Datelike as _, Months, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

/// What a service that carries texts said of one.
#[derive(Clone, Debug)]
pub(crate) struct DeliveryTold {
    /// Its id there.
    pub carrier_id: String,
    /// The letter, by the reference that the carrier was given.
    pub reference: Option<String>,
    pub delivery: Delivery,
}

/// The texts of one kind in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KindSent {
    pub kind: String,
    pub texts: i64,
    pub parts: i64,
}

/// The texts that left, of one kind of message.
#[derive(Serialize, ToSchema)]
#[schema(as = TextKindOut)]
pub(crate) struct KindCost {
    /// The event it is about.
    #[schema(example = "offer")]
    pub kind: String,
    /// How many left.
    #[schema(example = 12)]
    pub texts: i64,
    /// Parts that are paid for: a long text has several.
    #[schema(example = 24)]
    pub parts: i64,
    /// At the price that is set now, to the nearest penny.
    #[schema(example = 58)]
    pub pence: i64,
}

/// The texts that left in one month.
#[derive(Serialize, ToSchema)]
#[schema(as = TextMonthOut)]
pub(crate) struct MonthCost {
    /// The month, as 2026-11.
    #[schema(example = "2026-11")]
    pub month: String,
    /// How many left.
    #[schema(example = 12)]
    pub texts: i64,
    /// Parts that are paid for: a long text has several.
    #[schema(example = 24)]
    pub parts: i64,
    /// At the price that is set now, to the nearest penny.
    #[schema(example = 58)]
    pub pence: i64,
    /// The same by what they are about.
    pub kinds: Vec<KindCost>,
}

impl MonthCost {
    pub(crate) fn of(month: NaiveDate, sent: Vec<KindSent>, price: Price) -> MonthCost {
        let pence = |parts: i64| parts.saturating_mul(price.0).saturating_add(50) / 100;
        let (texts, parts) = (sent.iter().map(|one| one.texts).sum(), total(&sent));
        let kinds = sent.into_iter().map(|KindSent { kind, texts, parts }| KindCost {
            kind,
            texts,
            parts,
            pence: pence(parts),
        });
        MonthCost {
            month: format!("{:04}-{:02}", month.year(), month.month()),
            texts,
            parts,
            pence: pence(parts),
            kinds: kinds.collect(),
        }
    }
}

fn total(sent: &[KindSent]) -> i64 {
    sent.iter().map(|one| one.parts).sum()
}

/// A month, as 2026-11, by its first day.
pub(crate) fn month(text: &str) -> Option<NaiveDate> {
    let (year, month) = text.split_once('-').filter(|_| text.len() == 7)?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)
}

pub(crate) fn next(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_costs_its_parts_to_the_nearest_penny() {
        let sent = |kind: &str, texts, parts| KindSent { kind: kind.to_owned(), texts, parts };
        let first = month("2026-11").expect("a month");
        let cost =
            MonthCost::of(first, vec![sent("booked", 2, 3), sent("offer", 1, 2)], Price(233));

        assert_eq!((cost.month.as_str(), cost.texts, cost.parts), ("2026-11", 3, 5));
        // 11.65, and by kind 6.99 and 4.66.
        assert_eq!(cost.pence, 12);
        assert_eq!(cost.kinds.iter().map(|kind| kind.pence).collect::<Vec<_>>(), [7, 5]);
        assert_eq!(MonthCost::of(first, Vec::new(), Price(233)).pence, 0);
    }

    #[test]
    fn a_month_is_a_year_and_a_month() {
        for (text, day) in [("2026-11", Some("2026-11-01")), ("2026-12", Some("2026-12-01"))] {
            assert_eq!(month(text).map(|day| day.to_string()).as_deref(), day);
        }
        for text in ["2026-13", "2026-1", "2026", "2026-11-01", "11-2026", ""] {
            assert_eq!(month(text), None, "{text}");
        }
        assert_eq!(next(month("2026-12").expect("a month")).to_string(), "2027-01-01");
    }
}
