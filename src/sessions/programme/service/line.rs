//! Writes one line of a programme: its venue and activity where they are new, its series or
//! courses, and those of its sessions that do not exist yet. The sessions are announced, because
//! what is printed is announced.

use crate::base::fault::{Code, Fault, Result};
use crate::base::text;
use crate::centres::{self, Centre, service::AddVenue};
use crate::db::Tx;
use crate::sessions::Activity;
use crate::sessions::planning::service::days::Ground;
use crate::sessions::planning::{Bundle, Dates, OnClash, service as planning};
use crate::sessions::programme::activity::activity;
use crate::sessions::programme::pattern::Dates as Printed;
use crate::sessions::programme::plan::{Course, Make, ProgrammeSlot, Sessions, rule_of};
use crate::sessions::programme::report::{CreatedCounts, LineReport};
use crate::sessions::programme::{ProgrammeLine, store};
use crate::sessions::recurrence::{BankHolidays, Occurrence, Rule, Season, Status};
use crate::sessions::rule_form::RuleForm;
use crate::sessions::service::{self, venues};
use chrono::NaiveDate;

/// Makes what is missing of a line in the period.
pub(crate) fn make(
    tx: &mut Tx,
    centre: &Centre,
    make: &Make,
    period: (NaiveDate, NaiveDate),
) -> Result<LineReport> {
    venues::wait_turn(tx, &centre.id, None)?;
    let line = &make.line;
    let venue = venue(tx, centre, line)?;
    let activity = the_activity(tx, centre, make)?;
    let ground = Ground { activity, centre: centre.clone() };
    let mut writer = Writer { ground, line, venue, period, capacity: make.capacity, already: 0 };

    let made = match &make.sessions {
        Sessions::Single(slots) => writer.single(tx, slots)?,
        Sessions::Courses(courses) => writer.courses(tx, courses)?,
    };
    Ok(LineReport::made_of(make, made, writer.already))
}

/// The name of the line's venue, made with its postcode where it is new.
fn venue(tx: &mut Tx, centre: &Centre, line: &ProgrammeLine) -> Result<Option<String>> {
    let Some(name) = &line.venue else { return Ok(None) };
    let name = text::name("/venue", name)?;
    let postcode = line.postcode.as_deref().map(|postcode| text::postcode("/postcode", postcode));
    let postcode = postcode.transpose()?;
    if centres::store::venue_named(tx, &centre.id, &name)?.is_none() {
        let add = AddVenue { postcode, ..AddVenue::named(&name) };
        centres::service::add_venue(tx, &centre.id, &add)?;
    }
    Ok(Some(name))
}

fn the_activity(tx: &mut Tx, centre: &Centre, make: &Make) -> Result<Activity> {
    let line = &make.line;
    let Some(known) = store::activity(tx, &centre.id, &line.activity)? else {
        return service::add_activity(tx, activity(line, make.capacity, &centre.id));
    };
    if known.access != line.access {
        let what = format!(
            "the centre has an activity of this title whose access is {}, not {}; change one",
            known.access.as_str(),
            line.access.as_str(),
        );
        return Err(Fault::new(Code::AlreadyExists, what));
    }
    Ok(known)
}

struct Writer<'a> {
    ground: Ground,
    line: &'a ProgrammeLine,
    venue: Option<String>,
    period: (NaiveDate, NaiveDate),
    capacity: i32,
    already: usize,
}

impl Writer<'_> {
    fn single(&mut self, tx: &mut Tx, slots: &[ProgrammeSlot]) -> Result<CreatedCounts> {
        let days = self.missing(tx, slots)?;
        let Some(dates) = self.dates(&days)? else {
            return Ok(CreatedCounts { sessions: 0, courses: 0 });
        };

        let bundle = match self.line.pattern.dates {
            Printed::On(_) => Bundle::None,
            _ => {
                let rule = dates.rule.text()?;
                let known = store::series(tx, &dates.activity_id, &rule, dates.starts)?;
                Bundle::Series(match known {
                    Some(id) => id,
                    None => planning::new_series(tx, &dates, self.period.1)?.id,
                })
            }
        };
        let sessions = self.write(tx, &dates, &bundle, &days)?;
        Ok(CreatedCounts { sessions, courses: 0 })
    }

    /// An existing course is left as it is: it was booked for the dates it has.
    fn courses(&mut self, tx: &mut Tx, courses: &[Course]) -> Result<CreatedCounts> {
        let mut made = CreatedCounts { sessions: 0, courses: 0 };
        for course in courses {
            if store::course(tx, &self.ground.activity.id, &course.name)?.is_some() {
                self.already += course.sessions.len();
                continue;
            }
            let days = self.missing(tx, &course.sessions)?;
            let Some(dates) = self.dates(&days)? else { continue };
            let row = planning::new_course(tx, &dates, course.name.clone())?;
            made.sessions += self.write(tx, &dates, &Bundle::Course(row.id), &days)?;
            made.courses += 1;
        }
        Ok(made)
    }

    /// The days whose sessions do not exist yet; existing ones are counted.
    fn missing(&mut self, tx: &mut Tx, slots: &[ProgrammeSlot]) -> Result<Vec<NaiveDate>> {
        let mut days: Vec<NaiveDate> = Vec::new();
        for slot in slots {
            let starts_at = self.ground.at(slot.day, slot.times.starts);
            if store::sessions_at(tx, &self.ground.activity.id, starts_at)? > 0 {
                self.already += 1;
            } else if days.last() != Some(&slot.day) {
                days.push(slot.day);
            }
        }
        Ok(days)
    }

    /// What planning needs to know; nothing where there is no day to plan.
    fn dates(&self, days: &[NaiveDate]) -> Result<Option<Dates>> {
        let (Some(first_day), Some(times)) = (days.first(), self.line.times) else {
            return Ok(None);
        };
        let rule = rule_of(self.line).map_err(|mistake| Fault::invalid("", mistake.what))?;
        Ok(Some(Dates {
            activity_id: self.ground.activity.id.clone(),
            centre_id: self.ground.centre.id.clone(),
            name: None,
            rule: RuleForm::from(&rule.unwrap_or_else(|| Rule::Dates(days.to_vec()))),
            first_day: *first_day,
            last_day: Some(self.period.1),
            dates: None,
            starts: times.starts,
            ends: times.ends,
            term_time_only: self.line.pattern.season == Season::TermTime,
            bank_holidays: BankHolidays::Skip,
            venue: self.venue.clone(),
            venue_id: None,
            room_id: None,
            leader: None,
            capacity: Some(self.capacity),
            priority_places: None,
            on_clash: OnClash::Refuse,
        }))
    }

    fn write(
        &self,
        tx: &mut Tx,
        dates: &Dates,
        bundle: &Bundle,
        days: &[NaiveDate],
    ) -> Result<usize> {
        let held = |day: &NaiveDate| Occurrence { day: *day, status: Status::Held };
        let made = self.ground.make(tx, dates, bundle, days.iter().map(held).collect())?;
        let mut ids: Vec<_> = made.into_iter().flat_map(|day| day.session_ids).collect();
        ids.sort();
        for id in &ids {
            service::announce(tx, id)?;
        }
        Ok(ids.len())
    }
}
