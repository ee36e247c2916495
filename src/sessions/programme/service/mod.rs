//! The import of a programme. Each line is a transaction of its own, so that a server may run
//! beside it and a stopped import can be continued by importing again: existing sessions are
//! counted and left alone.

pub(crate) mod line;

use super::capacities::Capacities;
use super::plan::{PlanOutcome, PlanSetting, plan};
use super::report::{LineReport, LineResult, ProgrammeReport, Run};
use super::sheet::ProgrammeSheet;
use super::{days, sheet};
use crate::access::Actor;
use crate::base::calendar::{Closure, Term, last_year_known};
use crate::base::fault::{Code, Fault, Result};
use crate::centres::{self, Centre};
use crate::db::{Store, Tx};
use crate::sessions::service::venues;
use crate::sessions::terms;
use crate::sessions::terms::service::AddDays;
use chrono::{Datelike, NaiveDate};

/// An import as the command line asks for it; files by their content.
pub struct ProgrammeImport {
    pub programme: Vec<u8>,
    pub terms: Option<Vec<u8>>,
    pub closures: Option<Vec<u8>>,
    /// A centre's id or its name.
    pub centre: String,
    /// The period, both days included.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// `12`, or `Messy Mondays=12`.
    pub capacities: Vec<String>,
    pub run: Run,
}

/// Imports every complete line and reports on all of them. A fault is about the import as a whole:
/// a file that cannot be read, a centre that does not exist.
pub fn import(store: &Store, import: &ProgrammeImport) -> Result<ProgrammeReport> {
    if import.from > import.to {
        return Err(wrong("--from is after --to; swap them".to_owned()));
    }
    let sheet = sheet::read(&import.programme)
        .map_err(|refusal| wrong(format!("line {}: {refusal}", refusal.line)))?;
    let capacities = Capacities::read(&import.capacities).map_err(wrong)?;
    let calendar = calendar(store, import)?;
    let setting = PlanSetting {
        from: import.from,
        to: import.to,
        terms: &calendar.terms,
        closures: &calendar.closures,
        capacities: &capacities,
    };

    let mut report = ProgrammeReport { run: import.run, ..ProgrammeReport::default() };
    for outcome in plan(&sheet.lines, &setting) {
        report.lines.push(line(store, &calendar.centre, outcome, import)?);
    }
    report.warnings = warnings(&sheet, &capacities, import.to);
    Ok(report)
}

fn line(
    store: &Store,
    centre: &Centre,
    outcome: PlanOutcome,
    import: &ProgrammeImport,
) -> Result<LineReport> {
    let PlanOutcome::Make(make) = &outcome else { return Ok(LineReport::of(&outcome)) };
    if import.run == Run::Dry {
        return Ok(LineReport::of(&outcome));
    }

    let known = LineReport::of(&outcome);
    let (make, centre, from, to) = (make.clone(), centre.clone(), import.from, import.to);
    let work = move |tx: &mut Tx| line::make(tx, &centre, &make, (from, to));
    match store.write(Actor::service(), work) {
        Ok(report) => Ok(report),
        Err(fault) if fault.code() == Code::Internal => Err(fault),
        Err(fault) => {
            let result = LineResult::Refused(fault.detail().to_owned());
            Ok(LineReport { result, ..known })
        }
    }
}

struct Calendar {
    centre: Centre,
    terms: Vec<Term>,
    closures: Vec<Closure>,
}

/// The centre with its terms and closures, those of the files kept with it.
fn calendar(store: &Store, import: &ProgrammeImport) -> Result<Calendar> {
    let read = |what: &str, fault: String| wrong(format!("the file of {what}: {fault}"));
    let terms = import.terms.as_deref().map_or(Ok(Vec::new()), days::terms);
    let terms = terms.map_err(|fault| read("terms", fault))?;
    let closures = import.closures.as_deref().map_or(Ok(Vec::new()), days::closures);
    let closures = closures.map_err(|fault| read("closures", fault))?;
    let (named, run) = (import.centre.clone(), import.run);

    store.write(Actor::service(), move |tx| {
        let centre = centres::store::named(tx, &named)?
            .ok_or_else(|| wrong(format!("there is no centre \"{named}\"; give its name or id")))?;
        if run == Run::Real {
            venues::wait_turn(tx, &centre.id, None)?;
        }
        let mut calendar = known(tx, centre)?;
        for term in &terms {
            calendar.take_term(tx, term, run)?;
        }
        for closure in &closures {
            calendar.take_closure(tx, closure, run)?;
        }
        Ok(calendar)
    })
}

fn known(tx: &mut Tx, centre: Centre) -> Result<Calendar> {
    let terms = terms::store::terms(tx, Some(&centre.id))?.into_iter().map(Term::from).collect();
    let closures = terms::store::closures(tx, Some(&centre.id))?;
    let closures = closures.into_iter().map(Closure::from).collect();
    Ok(Calendar { centre, terms, closures })
}

impl Calendar {
    fn take_term(&mut self, tx: &mut Tx, term: &Term, run: Run) -> Result<()> {
        if self.terms.contains(term) {
            return Ok(());
        }
        if run == Run::Real {
            let add = self.add(&term.name, term.first_day, term.last_day);
            terms::service::add_term(tx, &add)?;
        }
        self.terms.push(term.clone());
        Ok(())
    }

    fn take_closure(&mut self, tx: &mut Tx, closure: &Closure, run: Run) -> Result<()> {
        if self.closures.contains(closure) {
            return Ok(());
        }
        if run == Run::Real {
            let add = self.add(&closure.reason, closure.first_day, closure.last_day);
            terms::service::add_closure(tx, &add)?;
        }
        self.closures.push(closure.clone());
        Ok(())
    }

    fn add(&self, name: &str, first_day: NaiveDate, last_day: NaiveDate) -> AddDays {
        let centre_id = Some(self.centre.id.clone());
        AddDays { centre_id, name: name.to_owned(), first_day, last_day }
    }
}

fn wrong(what: String) -> Fault {
    Fault::new(Code::InvalidRequest, what)
}

fn warnings(sheet: &ProgrammeSheet, capacities: &Capacities, to: NaiveDate) -> Vec<String> {
    let mut warnings = Vec::new();
    let known = last_year_known();
    if to.year() > known {
        warnings.push(format!("bank holidays are known until {known}; check later dates yourself"));
    }
    for column in &sheet.unread_columns {
        warnings.push(format!("the column \"{column}\" means nothing here and was not read"));
    }
    for title in capacities.titles() {
        let named = |line: &super::ProgrammeLine| line.activity.to_lowercase() == title;
        if !sheet.lines.iter().flatten().any(named) {
            warnings.push(format!("--capacity names \"{title}\", and no line is called so"));
        }
    }
    warnings
}
