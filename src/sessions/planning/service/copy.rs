//! A term's programme copied to the next. A series is held again by its rule, for the whole of the
//! new period; courses and single sessions come in the same week and on the same weekday as before.
//! Everything is a draft until it is announced, and copying twice creates no duplicates.

use super::days::Ground;
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::calendar::{last_year_known, within_years};
use crate::base::fault::{Fault, Result};
use crate::base::id::CentreId;
use crate::centres;
use crate::db::Tx;
use crate::sessions::planning::{
    Bundle, Dates, OnClash, PlannedDay, Series, refuse_too_many, service, store,
};
use crate::sessions::recurrence::{BankHolidays, Occurrence, Rule, Status};
use crate::sessions::rule_form::RuleForm;
use crate::sessions::{Session, store as sessions_store};
use chrono::{Datelike, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// Which period of a centre's programme to copy, and to where.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CopyIn, example = json!({
    "centre_id": "0198c5d27f3a7d0e9d1c2b3a4f5e6d7c",
    "from": {"first_day": "2027-01-04", "last_day": "2027-03-25"},
    "to": {"first_day": "2027-04-12", "last_day": "2027-07-21"}
}))]
pub(crate) struct Copy {
    /// Whose programme.
    pub centre_id: CentreId,
    /// The period to copy: a term, or any other period up to a year.
    pub from: Period,
    /// The period to plan again; it begins after the other ends.
    pub to: Period,
}

/// Both days belong to it.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PeriodIn, example = json!({"first_day": "2027-01-04", "last_day": "2027-03-25"}))]
pub(crate) struct Period {
    /// Where it begins.
    pub first_day: NaiveDate,
    /// Where it ends.
    pub last_day: NaiveDate,
}

/// What was copied, and each day of it.
#[derive(Serialize, ToSchema)]
#[schema(as = CopyOut)]
pub(crate) struct CopyOutcome {
    /// In order of the first time they were held.
    pub items: Vec<Copied>,
    /// Things to check, although nothing was refused because of them.
    pub warnings: Vec<String>,
}

/// A series, a course or a single session, planned again as drafts.
#[derive(Serialize, ToSchema)]
#[schema(as = CopiedOut)]
pub(crate) struct Copied {
    /// The activity's.
    pub title: String,
    /// What it was before, and is again.
    pub kind: CopiedKind,
    /// Held or skipped, and why.
    pub days: Vec<PlannedDay>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CopiedKind {
    Series,
    Course,
    Session,
}

/// The longest period that is copied, in days: a year.
const LONGEST: i64 = 366;

impl Copy {
    pub(crate) fn check(&self) -> Result<()> {
        self.from.check("/from")?;
        self.to.check("/to")?;
        if self.to.first_day <= self.from.last_day {
            return Err(Fault::invalid("/to/first_day", "Copy to a later period."));
        }
        Ok(())
    }
}

impl Period {
    fn check(self, pointer: &str) -> Result<()> {
        within_years(&format!("{pointer}/first_day"), self.first_day)?;
        if !(0..=LONGEST).contains(&(self.last_day - self.first_day).num_days()) {
            let detail = "It lies on the first day or up to a year later.";
            return Err(Fault::invalid(&format!("{pointer}/last_day"), detail));
        }
        Ok(())
    }
}

pub(crate) fn copy(tx: &mut Tx, copy: &Copy) -> Result<CopyOutcome> {
    tx.allow(Act::Plan, &Scope::centre(&copy.centre_id), "centre")?;
    let zone = centres::store::centre(tx, &copy.centre_id)?.zone();
    store::lock_centres(tx)?;
    let Period { first_day, last_day } = copy.from;
    let sessions = store::sessions_between(tx, &copy.centre_id, first_day, last_day)?;

    let mut copied: Vec<Copied> = Vec::new();
    for group in groups(sessions) {
        copied.push(copy_group(tx, copy, &group, zone)?);
        let made = copied.iter().flat_map(|one| &one.days).map(|day| day.session_ids.len()).sum();
        refuse_too_many("/from/last_day", made)?;
    }
    tx.audit(Event::CopyProgramme, copy.centre_id.as_str(), json!({}))?;
    Ok(CopyOutcome { items: copied, warnings: warnings(copy) })
}

/// Sessions that belong together: of one series, of one course, or a single one.
fn groups(sessions: Vec<Session>) -> Vec<Vec<Session>> {
    let mut groups: Vec<Vec<Session>> = Vec::new();
    for session in sessions {
        let bundled = session.series_id.is_some() || session.course_id.is_some();
        let together = |group: &&mut Vec<Session>| {
            group.first().is_some_and(|first| {
                first.series_id == session.series_id && first.course_id == session.course_id
            })
        };
        match groups.iter_mut().filter(|_| bundled).find(together) {
            Some(group) => group.push(session),
            None => groups.push(vec![session]),
        }
    }
    groups
}

fn copy_group(tx: &mut Tx, copy: &Copy, group: &[Session], zone: Tz) -> Result<Copied> {
    // A change in the middle of the term, such as of the room, is meant to stay.
    let Some(last) = group.last() else { return Err(Fault::internal("an empty group")) };
    let activity = sessions_store::activity(tx, &last.activity_id)?;
    let title = activity.title.clone();
    let centre = centres::store::centre(tx, &copy.centre_id)?;
    let ground = Ground { activity, centre };
    let days = group.iter().map(|session| session.local_day).collect();
    let dates = dates(copy, last, days, zone);

    if let Some(id) = &last.series_id {
        let series = store::series(tx, id)?;
        if let Some(rule) = repeats(&series) {
            let days = copy_series(
                tx,
                copy,
                &ground,
                &series,
                Dates { rule: RuleForm::from(&rule), ..dates },
            )?;
            return Ok(Copied { title, kind: CopiedKind::Series, days });
        }
    }
    let days = ground.days(tx, &dates)?;
    let Some(id) = &last.course_id else {
        let days = ground.make(tx, &dates, &Bundle::None, days)?;
        return Ok(Copied { title, kind: CopiedKind::Session, days });
    };
    let name = store::course(tx, id)?.name;
    let days = copy_course(tx, &ground, &dates, name, days)?;
    Ok(Copied { title, kind: CopiedKind::Course, days })
}

/// The rule of a series that goes on by itself; listed dates do not.
fn repeats(series: &Series) -> Option<Rule> {
    let form: RuleForm = serde_json::from_str(&series.rule).ok()?;
    form.rule().ok().filter(|rule| !matches!(rule, Rule::Dates(_)))
}

fn copy_series(
    tx: &mut Tx,
    copy: &Copy,
    ground: &Ground,
    before: &Series,
    dates: Dates,
) -> Result<Vec<PlannedDay>> {
    let dates = Dates {
        term_time_only: before.term_time_only,
        starts: before.starts,
        ends: before.ends,
        ..dates
    };
    let days = ground.days(tx, &dates)?;
    let wanted = Series { first_day: copy.to.first_day, ..before.clone() };
    let series = match store::series_like(tx, &wanted)? {
        Some(series) => series,
        None => service::new_series(tx, &dates, copy.to.last_day)?,
    };
    ground.make(tx, &dates, &Bundle::Series(series.id), days)
}

/// A course whose first date exists already was copied before.
fn copy_course(
    tx: &mut Tx,
    ground: &Ground,
    dates: &Dates,
    name: String,
    days: Vec<Occurrence>,
) -> Result<Vec<PlannedDay>> {
    let first = days.iter().find(|date| date.status == Status::Held).map(|date| date.day);
    let stands = match first.map(|day| ground.at(day, dates.starts)) {
        Some(starts_at) => store::has_twin(tx, dates, starts_at)?,
        None => true,
    };
    if stands {
        let planned = |date: Occurrence| match date.status {
            Status::Held => {
                Occurrence { status: Status::Skipped("already planned".into()), ..date }
            }
            Status::Skipped(_) => date,
        };
        return Ok(days.into_iter().map(planned).map(PlannedDay::from).collect());
    }
    let course = service::new_course(tx, dates, name)?;
    ground.make(tx, dates, &Bundle::Course(course.id), days)
}

/// What is planned like this session, in the same weeks and on the same weekdays of the new
/// period.
fn dates(copy: &Copy, like: &Session, days: Vec<NaiveDate>, zone: Tz) -> Dates {
    let moved_by = monday_of(copy.to.first_day) - monday_of(copy.from.first_day);
    let moved: BTreeSet<NaiveDate> =
        days.into_iter().filter_map(|day| day.checked_add_signed(moved_by)).collect();
    let local = |at: crate::base::moment::Moment| at.utc().with_timezone(&zone).time();
    Dates {
        activity_id: like.activity_id.clone(),
        centre_id: like.centre_id.clone(),
        name: None,
        rule: RuleForm::from(&Rule::Dates(moved.into_iter().collect())),
        first_day: copy.to.first_day,
        last_day: Some(copy.to.last_day),
        dates: None,
        starts: local(like.starts_at),
        ends: local(like.ends_at),
        term_time_only: false,
        bank_holidays: BankHolidays::Skip,
        venue: None,
        venue_id: like.venue_id.clone(),
        room_id: like.room_id.clone(),
        leader: like.leader.clone(),
        capacity: Some(like.capacity),
        priority_places: Some(like.priority_places),
        on_clash: OnClash::Skip,
    }
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    let past = TimeDelta::days(day.weekday().num_days_from_monday().into());
    day.checked_sub_signed(past).unwrap_or(day)
}

fn warnings(copy: &Copy) -> Vec<String> {
    let known = last_year_known();
    let past = copy.to.last_day.year() > known;
    let warning = format!("Bank holidays are known until {known}; check later dates yourself.");
    past.then_some(warning).into_iter().collect()
}
