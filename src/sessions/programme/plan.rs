//! What a programme makes in a period: the dates on which each line is held, those that are skipped
//! and why, and what a line still needs. Nothing is guessed: a line that leaves something open
//! makes nothing until it is complete.

use super::capacities::Capacities;
use super::pattern::Dates;
use super::{Enrolment, Mistake, ProgrammeLine, Refusal, Times, doubles};
use crate::base::calendar::{Closure, Term};
use crate::sessions::recurrence::{
    BankHolidays, Occurrence, RecurrenceLimits, Rule, Season, Status, first_held, occurrences,
    slots,
};
use chrono::{Datelike, NaiveDate};

/// What is known besides the programme itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlanSetting<'a> {
    /// The period to plan, both days included.
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub terms: &'a [Term],
    pub closures: &'a [Closure],
    pub capacities: &'a Capacities,
}

/// What becomes of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanOutcome {
    Make(Make),
    /// What is still missing, each as a noun: "the start and end times".
    Needs(ProgrammeLine, Vec<String>),
    Refused(Refusal),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Make {
    pub line: ProgrammeLine,
    /// Places of each session.
    pub capacity: i32,
    pub sessions: Sessions,
    /// Days the pattern names on which nothing is held.
    pub skipped: Vec<Occurrence>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sessions {
    /// Each is booked by itself.
    Single(Vec<ProgrammeSlot>),
    Courses(Vec<Course>),
}

/// One session's day and times by the centre's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgrammeSlot {
    pub day: NaiveDate,
    pub times: Times,
}

/// Sessions booked as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    pub name: String,
    pub sessions: Vec<ProgrammeSlot>,
}

/// Decides every line, in the order of the file.
pub(crate) fn plan(
    lines: &[Result<ProgrammeLine, Refusal>],
    setting: &PlanSetting<'_>,
) -> Vec<PlanOutcome> {
    let programme = Programme { lines, setting };
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| match line {
            Err(refusal) => PlanOutcome::Refused(refusal.clone()),
            Ok(line) => {
                programme.decide(line, doubles::mistake(line, lines[..at].iter().flatten()))
            }
        })
        .collect()
}

struct Programme<'a> {
    lines: &'a [Result<ProgrammeLine, Refusal>],
    setting: &'a PlanSetting<'a>,
}

impl Programme<'_> {
    /// Refused where anything is wrong, and what is missing is listed too: a line should need only
    /// one correction.
    fn decide(&self, line: &ProgrammeLine, doubled: Option<Mistake>) -> PlanOutcome {
        let needs = self.needs(line);
        let dates = self.dates(line);
        let mut mistakes: Vec<Mistake> = doubled.into_iter().collect();
        let dates = dates.unwrap_or_else(|mistake| {
            mistakes.push(mistake);
            Vec::new()
        });
        if !mistakes.is_empty() {
            let missing = needs.iter().map(|what| format!("needs {what}"));
            mistakes.extend(missing.map(|what| Mistake { column: None, what }));
            return PlanOutcome::Refused(line.refuse(mistakes));
        }
        let (Some(times), Some(capacity), []) = (line.times, self.capacity(line), needs.as_slice())
        else {
            return PlanOutcome::Needs(line.clone(), needs);
        };

        let (held, skipped): (Vec<_>, Vec<_>) =
            dates.into_iter().partition(|date| date.status == Status::Held);
        let held: Vec<NaiveDate> = held.into_iter().map(|date| date.day).collect();
        let sessions = self.sessions(line, times, &held);
        PlanOutcome::Make(Make { line: line.clone(), capacity, sessions, skipped })
    }

    fn capacity(&self, line: &ProgrammeLine) -> Option<i32> {
        match line.pattern.dates {
            Dates::Slots { .. } => Some(1),
            _ => self.setting.capacities.of(&line.activity),
        }
    }

    fn needs(&self, line: &ProgrammeLine) -> Vec<String> {
        let mut needs = Vec::new();
        let mut need = |missing: bool, what: &str| {
            if missing {
                needs.push(what.to_owned());
            }
        };
        let dated = matches!(line.pattern.dates, Dates::On(_));
        need(line.weekday.is_none() && !dated, "a day of the week (column day)");
        need(line.times.is_none(), "start and end times (columns start and end)");
        need(
            line.pattern.dates == Dates::Slots { minutes: None },
            "the length of an appointment (pattern \"45-minute slots\")",
        );
        need(
            matches!(line.pattern.dates, Dates::Course { first: None, .. }),
            "its first date (pattern \"10 weekly dates from 2014-04-30 as one course\")",
        );
        need(in_terms(line) && self.setting.terms.is_empty(), "the term dates (--terms FILE)");
        need(
            self.capacity(line).is_none(),
            &format!("a capacity (--capacity N or --capacity \"{}=N\")", line.activity),
        );
        needs
    }

    /// The days of a line in the period, held and skipped.
    fn dates(&self, line: &ProgrammeLine) -> Result<Vec<Occurrence>, Mistake> {
        let mut dates = self.own_dates(line)?;
        if let Dates::WeeklyExcept(other) = &line.pattern.dates {
            let taken = self.days_of(other)?;
            for date in &mut dates {
                if date.status == Status::Held && taken.contains(&date.day) {
                    date.status = Status::Skipped(format!("{other} is on"));
                }
            }
        }
        Ok(dates)
    }

    /// The days of a line before another displaces it.
    fn own_dates(&self, line: &ProgrammeLine) -> Result<Vec<Occurrence>, Mistake> {
        let PlanSetting { from, to, terms, closures, .. } = *self.setting;
        let limits = RecurrenceLimits {
            terms: in_terms(line).then_some(terms),
            closures,
            bank_holidays: BankHolidays::Skip,
        };
        let Some(rule) = rule_of(line)? else {
            return Ok(Vec::new());
        };
        let Dates::Course { dates: count, first: Some(first) } = line.pattern.dates else {
            return Ok(occurrences(&rule, from, to, &limits));
        };
        if first < from || first > to {
            return Ok(Vec::new());
        }
        Ok(first_held(&rule, first, count as usize, &limits))
    }

    /// The days on which the activity of that title is held.
    fn days_of(&self, title: &str) -> Result<Vec<NaiveDate>, Mistake> {
        let mut found = false;
        let mut days = Vec::new();
        let same = |other: &&ProgrammeLine| other.activity.eq_ignore_ascii_case(title);
        for other in self.lines.iter().flatten().filter(same) {
            found = true;
            let held = self.own_dates(other).map_err(|mistake| {
                let what =
                    format!("gives way to line {}, and there {}", other.number, mistake.what);
                Mistake::new("pattern", what)
            })?;
            days.extend(held.iter().filter(|d| d.status == Status::Held).map(|d| d.day));
        }
        if found {
            return Ok(days);
        }
        let what = format!("no line of this programme that can be read is called \"{title}\"");
        Err(Mistake::new("pattern", what))
    }

    fn sessions(&self, line: &ProgrammeLine, times: Times, held: &[NaiveDate]) -> Sessions {
        let whole = |day: &NaiveDate| ProgrammeSlot { day: *day, times };
        match (&line.pattern.dates, line.enrolment) {
            (Dates::Slots { minutes: Some(minutes) }, _) => {
                Sessions::Single(held.iter().flat_map(|day| cut(*day, times, *minutes)).collect())
            }
            (Dates::Course { .. }, _) => {
                Sessions::Courses(course(line.activity.clone(), held.iter().map(whole).collect()))
            }
            (_, Enrolment::Term) => Sessions::Courses(
                self.term_names()
                    .flat_map(|term| {
                        let days = held.iter().filter(|day| self.in_term(term, **day));
                        course(format!("{}, {term}", line.activity), days.map(whole).collect())
                    })
                    .collect(),
            ),
            (_, Enrolment::EachDate) => Sessions::Single(held.iter().map(whole).collect()),
        }
    }

    /// Terms by name; one in two halves is one term.
    fn term_names(&self) -> impl Iterator<Item = &str> {
        let terms = self.setting.terms;
        terms.iter().enumerate().filter_map(|(at, term)| {
            let first = !terms[..at].iter().any(|earlier| earlier.name == term.name);
            first.then_some(term.name.as_str())
        })
    }

    fn in_term(&self, name: &str, day: NaiveDate) -> bool {
        self.setting.terms.iter().any(|term| term.name == name && term.contains(day))
    }
}

/// The rule behind a pattern; none while the line does not say its weekday.
pub(crate) fn rule_of(line: &ProgrammeLine) -> Result<Option<Rule>, Mistake> {
    let listed = match &line.pattern.dates {
        Dates::On(days) => days.as_slice(),
        Dates::Course { first: Some(first), .. } => std::slice::from_ref(first),
        _ => &[],
    };
    if let Some(weekday) = line.weekday
        && let Some(stray) = listed.iter().find(|day| day.weekday() != weekday)
    {
        let what = format!("{stray} is a {}, the day says {weekday}", stray.format("%A"));
        return Err(Mistake::new("pattern", what));
    }

    Ok(match (&line.pattern.dates, line.weekday) {
        (Dates::On(days), _) => Some(Rule::Dates(days.clone())),
        (_, None) => None,
        (Dates::Weekly { interval }, Some(weekday)) => {
            Some(Rule::Weekly { weekday, interval: *interval })
        }
        (Dates::Monthly(which), Some(weekday)) => {
            Some(Rule::Monthly { weekday, which: which.clone() })
        }
        (Dates::WeeklyExcept(_) | Dates::Course { .. } | Dates::Slots { .. }, Some(weekday)) => {
            Some(Rule::Weekly { weekday, interval: 1 })
        }
    })
}

/// A course with sessions; none without.
fn course(name: String, sessions: Vec<ProgrammeSlot>) -> Vec<Course> {
    if sessions.is_empty() { Vec::new() } else { vec![Course { name, sessions }] }
}

fn in_terms(line: &ProgrammeLine) -> bool {
    line.pattern.season == Season::TermTime || line.enrolment == Enrolment::Term
}

/// A session's time cut into slots of a length.
fn cut(day: NaiveDate, times: Times, minutes: u32) -> impl Iterator<Item = ProgrammeSlot> {
    slots(times.ends - times.starts, minutes).map(move |(starts, ends)| {
        let times = Times { starts: times.starts + starts, ends: times.starts + ends };
        ProgrammeSlot { day, times }
    })
}
