//! What the borough's agencies and centres did before the visitor came: the jobcentre counted
//! workless households each month, and the centres supported one nursery but not the other.

use super::habits::{at_hour, chance};
use crate::areas::LsoaCode;
use crate::base::id::{CentreId, MonthlyCountId, PartnerId, SettingSupportId};
use crate::contacts::supports::{Support, SupportKind};
use crate::feeds::counts::{Counted, MonthlyCount};
use chrono::{Datelike, Days, Months, NaiveDate};
use rand::RngExt;

/// The partners in the story, by role.
pub(super) struct Agencies {
    pub health: PartnerId,
    pub jobcentre: PartnerId,
    /// The nursery the centres support, and the one they do not.
    pub supported: PartnerId,
    pub alone: PartnerId,
}

impl Agencies {
    /// Three children in four go to the supported nursery.
    pub(super) fn nursery_of(&self, child: &str) -> &PartnerId {
        if chance(child, 6).random_bool(0.75) { &self.supported } else { &self.alone }
    }
}

/// A count for each month that has ended and each LSOA, sent in the first week of the next.
pub(super) fn baseline(
    jobcentre: &PartnerId,
    today: NaiveDate,
    months: u32,
    lsoas: &[String],
) -> Vec<MonthlyCount> {
    let this = today.with_day(1).unwrap_or(today);
    let mut rows = Vec::new();
    for back in 1..=months {
        let Some(month) = this.checked_sub_months(Months::new(back)) else { continue };
        let sent_at = at_hour(month + Months::new(1) + Days::new(5), 9);
        for (lsoa, number) in lsoas.iter().zip(0_i32..) {
            rows.push(MonthlyCount {
                id: MonthlyCountId::new(),
                counted: Counted::WorklessHouseholds,
                month,
                lsoa: LsoaCode::parse(lsoa),
                centre_id: None,
                number: 18 + number * 5 % 17,
                partner_id: Some(jobcentre.clone()),
                sent_at,
            });
        }
    }
    rows.retain(|row| row.sent_at <= at_hour(today, 9));
    rows
}

/// What a centre did for a nursery, every other month.
pub(super) fn supports(
    nursery: &PartnerId,
    centres: &[CentreId],
    today: NaiveDate,
    months: u32,
) -> Vec<Support> {
    const KINDS: [SupportKind; 3] =
        [SupportKind::Training, SupportKind::CaseMeeting, SupportKind::Clinic];
    let mut rows = Vec::new();
    for back in (1..=months).step_by(2) {
        let Some(on_day) = today.checked_sub_months(Months::new(back)) else { continue };
        for (centre, kind) in centres.iter().zip(KINDS.into_iter().cycle()) {
            rows.push(Support {
                id: SettingSupportId::new(),
                partner_id: nursery.clone(),
                centre_id: centre.clone(),
                kind,
                on_day,
                said_by: None,
                recorded_at: at_hour(on_day + Days::new(2), 9),
                withdrawn_at: None,
            });
        }
    }
    rows
}
