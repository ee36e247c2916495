//! Copying a term's programme over REST.

use super::series::DayOut;
use crate::access::Act;
use crate::base::calendar::within_years;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::sessions::planning::service::copy::{
    self, Copied, CopiedKind, Copy, CopyOutcome, Period,
};
use crate::web::{Answer, Api, Body};
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// The longest period that is copied, in days: a year.
const LONGEST: i64 = 366;

pub fn routes(config: &mut ServiceConfig) {
    config.service(copy_programme);
}

/// Which period of a centre's programme to copy, and to where.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "centre_id": "0198c5d27f3a7d0e9d1c2b3a4f5e6d7c",
    "from": {"first_day": "2027-01-04", "last_day": "2027-03-25"},
    "to": {"first_day": "2027-04-12", "last_day": "2027-07-21"}
}))]
pub struct CopyIn {
    /// Whose programme.
    pub centre_id: CentreId,
    /// The period to copy: a term, or any other period up to a year.
    pub from: PeriodIn,
    /// The period to plan again; it begins after the other ends.
    pub to: PeriodIn,
}

/// Both days belong to it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"first_day": "2027-01-04", "last_day": "2027-03-25"}))]
pub struct PeriodIn {
    /// Where it begins.
    pub first_day: NaiveDate,
    /// Where it ends.
    pub last_day: NaiveDate,
}

impl CopyIn {
    fn command(&self) -> Result<Copy, Fault> {
        let (from, to) = (self.from.period("/from")?, self.to.period("/to")?);
        if to.first_day <= from.last_day {
            return Err(Fault::invalid("/to/first_day", "Copy to a later period."));
        }
        Ok(Copy { centre_id: self.centre_id.clone(), from, to })
    }
}

impl PeriodIn {
    fn period(&self, pointer: &str) -> Result<Period, Fault> {
        let Self { first_day, last_day } = *self;
        within_years(&format!("{pointer}/first_day"), first_day)?;
        if !(0..=LONGEST).contains(&(last_day - first_day).num_days()) {
            let pointer = format!("{pointer}/last_day");
            return Err(Fault::invalid(
                &pointer,
                "It lies on the first day or up to a year later.",
            ));
        }
        Ok(Period { first_day, last_day })
    }
}

/// What was copied, and each day of it.
#[derive(Serialize, ToSchema)]
pub struct CopyOut {
    /// In order of the first time they were held.
    pub items: Vec<CopiedOut>,
    /// Things to check, although nothing was refused because of them.
    pub warnings: Vec<String>,
}

/// A series, a course or a single session, planned again as drafts.
#[derive(Serialize, ToSchema)]
pub struct CopiedOut {
    /// The activity's.
    pub title: String,
    /// What it was before, and is again.
    pub kind: CopiedKind,
    /// Held or skipped, and why.
    pub days: Vec<DayOut>,
}

impl From<Copied> for CopiedOut {
    fn from(copied: Copied) -> CopiedOut {
        let days = copied.days.into_iter().map(DayOut::from).collect();
        CopiedOut { title: copied.title, kind: copied.kind, days }
    }
}

impl From<CopyOutcome> for CopyOut {
    fn from(outcome: CopyOutcome) -> CopyOut {
        let items = outcome.copied.into_iter().map(CopiedOut::from).collect();
        CopyOut { items, warnings: outcome.warnings }
    }
}

/// Copy a term's programme
///
/// Series are held again by their rule for the whole of the new period; courses and single sessions
/// come in the same week and on the same weekday. Everything is a draft until announced; sessions
/// that already exist are skipped, and so are those that clash.
#[utoipa::path(tag = "planning", request_body = CopyIn,
    responses((status = 201, body = CopyOut)))]
#[post("/programme/copy")]
async fn copy_programme(api: Api, body: Body<CopyIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::Plan, body, |tx, input| {
        Ok(Answer::created(CopyOut::from(copy::copy(tx, &input.command()?)?)))
    })
    .await
}
