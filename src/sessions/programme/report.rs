//! What an import made, line by line, in words for the person who ran it. It is data first;
//! `Display` is how the command line prints it.

use super::plan::{Make, PlanOutcome, Sessions};
use crate::sessions::Access;
use crate::sessions::recurrence::{Occurrence, Status};
use std::fmt;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgrammeReport {
    pub lines: Vec<LineReport>,
    /// Things to check, although nothing was refused because of them.
    pub warnings: Vec<String>,
    pub run: Run,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Run {
    #[default]
    Real,
    /// Nothing was written; the report says what would be.
    Dry,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineReport {
    pub line: i32,
    /// Its title; `None` where the line could not be read that far.
    pub activity: Option<String>,
    /// What its way of access is with us, where the line could be read.
    pub access: Option<Access>,
    pub result: LineResult,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineResult {
    Made {
        what: CreatedCounts,
        /// Sessions that were there from an earlier import.
        already: usize,
        skipped: Vec<String>,
        /// How ages of two units were made one.
        ages: Option<String>,
    },
    Needs(Vec<String>),
    Refused(String),
}

/// New sessions, and of how many courses they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CreatedCounts {
    pub sessions: usize,
    pub courses: usize,
}

impl CreatedCounts {
    /// What a plan makes where nothing is there yet.
    pub fn all(sessions: &Sessions) -> Self {
        match sessions {
            Sessions::Single(slots) => Self { sessions: slots.len(), courses: 0 },
            Sessions::Courses(courses) => Self {
                sessions: courses.iter().map(|course| course.sessions.len()).sum(),
                courses: courses.len(),
            },
        }
    }
}

impl ProgrammeReport {
    pub fn made(&self) -> usize {
        self.lines.iter().map(LineReport::made).sum()
    }

    /// How many lines made nothing because something is wrong or missing.
    pub fn left_over(&self) -> usize {
        self.lines.iter().filter(|line| !matches!(line.result, LineResult::Made { .. })).count()
    }
}

impl LineReport {
    /// The report of a line that writes nothing.
    pub fn of(outcome: &PlanOutcome) -> Self {
        match outcome {
            PlanOutcome::Make(make) => Self::made_of(make, CreatedCounts::all(&make.sessions), 0),
            PlanOutcome::Needs(line, needs) => Self {
                line: line.number,
                activity: Some(line.activity.clone()),
                access: Some(line.access),
                result: LineResult::Needs(needs.clone()),
            },
            PlanOutcome::Refused(refusal) => Self {
                line: refusal.line,
                activity: refusal.activity.clone(),
                access: None,
                result: LineResult::Refused(refusal.to_string()),
            },
        }
    }

    /// The report of a line that was written.
    pub fn made_of(make: &Make, what: CreatedCounts, already: usize) -> Self {
        let skipped = make.skipped.iter().filter_map(skip).collect();
        Self {
            line: make.line.number,
            activity: Some(make.line.activity.clone()),
            access: Some(make.line.access),
            result: LineResult::Made { what, already, skipped, ages: make.line.ages.in_weeks() },
        }
    }

    pub fn made(&self) -> usize {
        match &self.result {
            LineResult::Made { what, .. } => what.sessions,
            LineResult::Needs(_) | LineResult::Refused(_) => 0,
        }
    }
}

fn skip(date: &Occurrence) -> Option<String> {
    match &date.status {
        Status::Held => None,
        Status::Skipped(why) => Some(format!("{} {why}", date.day)),
    }
}

impl fmt::Display for ProgrammeReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            let title = line.activity.as_deref().unwrap_or("(no title)");
            write!(f, "line {:>3}  {title}", line.line)?;
            if let Some(access) = line.access {
                write!(f, " [{}]", access.as_str())?;
            }
            writeln!(f, ": {}", line.result)?;
        }
        for warning in &self.warnings {
            writeln!(f, "note: {warning}")?;
        }
        let (made, left) = (self.made(), self.left_over());
        match self.run {
            Run::Real => write!(f, "{made} sessions made; {left} lines made none."),
            Run::Dry => write!(f, "Dry run, nothing written: {made} sessions, {left} lines none."),
        }
    }
}

impl fmt::Display for LineResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Needs(what) => write!(f, "needs {}", what.join("; ")),
            Self::Refused(why) => write!(f, "refused, {why}"),
            Self::Made { what, already, skipped, ages } => {
                write!(f, "{} sessions", what.sessions)?;
                if what.courses > 0 {
                    write!(f, " in {} courses", what.courses)?;
                }
                if *already > 0 {
                    write!(f, ", {already} already there")?;
                }
                if let Some(ages) = ages {
                    write!(f, "; {ages}")?;
                }
                if !skipped.is_empty() {
                    write!(f, "; skipped {}", skipped.join(", "))?;
                }
                Ok(())
            }
        }
    }
}
