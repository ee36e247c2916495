//! How the days of a rule become sessions: judged by terms, closures and bank holidays, cut into
//! slots where the activity is by appointment, each planned as a single session would be.

use crate::access::{Act, Scope};
use crate::base::calendar::{Term, at_local};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::centres::{self, Centre};
use crate::db::Tx;
use crate::sessions::planning::store as diary;
use crate::sessions::planning::{Bundle, Dates, DayStatus, OnClash, PlannedDay, refuse_too_many};
use crate::sessions::recurrence::{Occurrence, RecurrenceLimits, Status, first_held, occurrences};
use crate::sessions::service::{self, Plan, venues};
use crate::sessions::{Activity, Session, store, terms};
use chrono::{NaiveDate, NaiveTime};

/// What planning needs to know, looked up once.
pub(crate) struct Ground {
    pub activity: Activity,
    pub centre: Centre,
}

impl Ground {
    pub(crate) fn of(tx: &mut Tx, dates: &Dates) -> Result<Ground> {
        tx.allow(Act::Plan, &Scope::centre(&dates.centre_id), "centre")?;
        let centre = centres::store::centre(tx, &dates.centre_id)?;
        venues::wait_turn(tx, &centre.id, dates.leader.as_deref())?;
        let activity = store::activity(tx, &dates.activity_id)?;
        Ok(Ground { activity, centre })
    }

    /// The days of the rule, judged by terms, closures and bank holidays.
    pub(crate) fn days(&self, tx: &mut Tx, dates: &Dates) -> Result<Vec<Occurrence>> {
        let terms: Vec<Term> =
            terms::store::terms(tx, Some(&self.centre.id))?.into_iter().map(Term::from).collect();
        let closures: Vec<_> = terms::store::closures(tx, Some(&self.centre.id))?
            .into_iter()
            .map(Into::into)
            .collect();
        if dates.term_time_only && terms.is_empty() {
            let detail = "The centre has no terms yet. Add them first: POST /terms.";
            return Err(Fault::invalid("/term_time_only", detail));
        }
        let limits = RecurrenceLimits {
            terms: dates.term_time_only.then_some(terms.as_slice()),
            closures: &closures,
            bank_holidays: dates.bank_holidays,
        };

        let rule = dates.rule()?;
        let held = dates.dates.unwrap_or_default() as usize;
        Ok(match dates.last_day {
            Some(last) => occurrences(&rule, dates.first_day, last, &limits),
            None => first_held(&rule, dates.first_day, held, &limits),
        })
    }

    /// Makes the sessions of these days.
    pub(crate) fn make(
        &self,
        tx: &mut Tx,
        dates: &Dates,
        bundle: &Bundle,
        days: Vec<Occurrence>,
    ) -> Result<Vec<PlannedDay>> {
        let plan = self.plan(dates, bundle);
        let held = days.iter().filter(|date| date.status == Status::Held);
        let a_day = |date: &Occurrence| self.times(dates, date.day).len();
        let sessions = held.clone().next().map_or(0, a_day) * held.count();
        refuse_too_many("/last_day", sessions)?;
        let mut maker = Maker { ground: self, dates, plan, clashes: Vec::new() };
        let mut made = Vec::new();
        for date in days {
            made.push(maker.day(tx, date)?);
        }
        maker.settle()?;
        Ok(made)
    }

    /// What all sessions have in common; the times are set for each.
    fn plan(&self, dates: &Dates, bundle: &Bundle) -> Plan {
        let (series_id, course_id) = match bundle {
            Bundle::None => (None, None),
            Bundle::Series(id) => (Some(id.clone()), None),
            Bundle::Course(id) => (None, Some(id.clone())),
        };
        let starts_at = self.at(dates.first_day, dates.starts);
        let (activity_id, centre_id) = (dates.activity_id.clone(), dates.centre_id.clone());
        Plan {
            venue: dates.venue.clone(),
            venue_id: dates.venue_id.clone(),
            room_id: dates.room_id.clone(),
            leader: dates.leader.clone(),
            capacity: dates.capacity,
            priority_places: dates.priority_places,
            series_id,
            course_id,
            ..Plan::new(activity_id, centre_id, (starts_at, starts_at))
        }
    }

    pub(crate) fn at(&self, day: NaiveDate, time: NaiveTime) -> Moment {
        at_local(day, time, self.centre.zone()).into()
    }

    /// From when to when: once, or slot by slot where the activity is by appointment.
    fn times(&self, dates: &Dates, day: NaiveDate) -> Vec<(Moment, Moment)> {
        let whole = (self.at(day, dates.starts), self.at(day, dates.ends));
        service::times(&self.activity, whole)
    }
}

/// Makes the sessions of one day after the other.
struct Maker<'a> {
    ground: &'a Ground,
    dates: &'a Dates,
    plan: Plan,
    clashes: Vec<Fault>,
}

impl Maker<'_> {
    fn day(&mut self, tx: &mut Tx, date: Occurrence) -> Result<PlannedDay> {
        let mut planned = PlannedDay::from(date);
        if planned.status == DayStatus::Skipped {
            return Ok(planned);
        }
        let mut why = None;
        for (starts_at, ends_at) in self.ground.times(self.dates, planned.day) {
            match self.session(tx, starts_at, ends_at)? {
                Ok(id) => planned.session_ids.push(id),
                Err(skipped) => why = Some(skipped),
            }
        }
        if planned.session_ids.is_empty() && why.is_some() {
            (planned.status, planned.why) = (DayStatus::Skipped, why);
        }
        Ok(planned)
    }

    /// The session's id, or why it cannot be held then.
    fn session(
        &mut self,
        tx: &mut Tx,
        starts_at: Moment,
        ends_at: Moment,
    ) -> Result<Result<SessionId, String>> {
        if diary::has_twin(tx, self.dates, starts_at)? {
            return Ok(Err("already planned".to_owned()));
        }
        (self.plan.starts_at, self.plan.ends_at) = (starts_at, ends_at);
        match service::plan(tx, &self.plan) {
            Ok(session) => {
                self.follow(&session);
                Ok(Ok(session.id))
            }
            Err(fault) if matches!(fault.code(), Code::RoomClash | Code::LeaderClash) => {
                let why = fault.detail().to_owned();
                self.clashes.push(fault);
                Ok(Err(why))
            }
            Err(fault) => Err(fault),
        }
    }

    /// Later sessions of a course are booked with the first and released with it.
    fn follow(&mut self, first: &Session) {
        if self.plan.course_id.is_none() || self.plan.head_session_id.is_some() {
            return;
        }
        self.plan.head_session_id = Some(first.id.clone());
        self.plan.referrals_open_at = Some(first.referrals_open_at);
        self.plan.public_release_at = Some(first.public_release_at);
        self.plan.bookings_close_at = Some(first.bookings_close_at);
        self.plan.priority_until = Some(first.priority_until);
    }

    /// Refuses everything if something clashed and clashes were not to be skipped.
    fn settle(self) -> Result<()> {
        let Some(first) = self.clashes.first() else { return Ok(()) };
        match self.dates.on_clash {
            OnClash::Skip => Ok(()),
            OnClash::Refuse => {
                let all: Vec<&str> = self.clashes.iter().map(Fault::detail).collect();
                let detail = format!(
                    "{} of these sessions cannot be held; nothing was planned. Choose another \
                     time or place, or say \"on_clash\": \"skip\".",
                    all.len()
                );
                Err(Fault::new(first.code(), detail).with("clashes", all))
            }
        }
    }
}
