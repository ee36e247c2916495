//! `import`: what was written elsewhere. A centre's printed timetable becomes sessions here;
//! lists and the files of areas have files of their own.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::import_areas::{self, Published, ReachArea};
use super::import_lists::{self, Contacts, HeadCounts, List};
use super::{Failed, Outcome, Where};
use crate::app::options;
use crate::clock::Clock;
use crate::config::{Database, Sources};
use crate::db::Store;
use crate::sessions::programme::report::Run;
use crate::sessions::programme::service;

#[derive(Subcommand)]
pub enum Import {
    /// Make sessions of a centre's programme (CSV), and report line by line what was made, what a
    /// line needs, and what is refused. Importing it again makes nothing twice.
    Programme(Box<Programme>),
    /// The LSOA of each postcode (CSV, as ONS or a council publishes it).
    Postcodes(Published),
    /// The English Indices of Deprivation by LSOA (CSV, as published).
    Deprivation(Published),
    /// Residents by single year of age and LSOA (CSV, as published).
    Population(Published),
    /// A centre's reach area: a list (CSV) of LSOAs or of postcodes.
    ReachArea(ReachArea),
    /// Make families of a partner's list or an old system's export, and report what became of the
    /// lines. The same file again goes on where it stopped, and makes nothing twice.
    Families(Box<List>),
    /// Record contacts, or whole registers of an old system, of children that are known, and report
    /// what became of the lines. The same file again goes on where it stopped.
    Contacts(Box<Contacts>),
    /// Take how many came to what in the years before, by day, title and place, naming nobody: a
    /// library's list of events. The same list again makes nothing twice.
    HeadCounts(Box<HeadCounts>),
}

#[derive(Args)]
pub struct Programme {
    #[command(flatten)]
    place: Where,
    /// The programme, as CSV.
    file: PathBuf,
    /// The centre, by its name or its id.
    #[arg(long, value_name = "CENTRE")]
    centre: String,
    /// The first day, as 2014-04-28.
    #[arg(long, value_name = "DAY")]
    from: NaiveDate,
    /// The last day.
    #[arg(long, value_name = "DAY")]
    to: NaiveDate,
    /// Days on which nothing is held, as CSV; those of the centre, if left out.
    #[arg(long, value_name = "FILE")]
    closures: Option<PathBuf>,
    /// School terms, as CSV; those of the centre, if left out.
    #[arg(long, value_name = "FILE")]
    terms: Option<PathBuf>,
    /// Places where the programme names none: 12, or "Messy Mondays=12". May be given several times.
    #[arg(long = "capacity", value_name = "PLACES")]
    capacities: Vec<String>,
    /// Report what would be made, and make nothing.
    #[arg(long)]
    dry_run: bool,
}

pub fn run(import: &Import, sources: Sources) -> Outcome {
    match import {
        Import::Programme(given) => programme(given, sources),
        Import::Postcodes(given) => import_areas::postcodes(given, sources),
        Import::Deprivation(given) => import_areas::deprivation(given, sources),
        Import::Population(given) => import_areas::population(given, sources),
        Import::ReachArea(given) => import_areas::reach_area(given, sources),
        Import::Families(given) => import_lists::families(given, sources),
        Import::Contacts(given) => import_lists::contacts(given, sources),
        Import::HeadCounts(given) => import_lists::head_counts(given, sources),
    }
}

fn programme(given: &Programme, mut sources: Sources) -> Outcome {
    given.place.tell(&mut sources);
    let database = Database::load(&sources)?;
    let import = service::Import {
        programme: read(&given.file)?,
        terms: given.terms.as_deref().map(read).transpose()?,
        closures: given.closures.as_deref().map(read).transpose()?,
        centre: given.centre.clone(),
        from: given.from,
        to: given.to,
        capacities: given.capacities.clone(),
        run: if given.dry_run { Run::Dry } else { Run::Real },
    };

    let store = Store::open(&options(&database), Clock::system())?;
    println!("{}", service::import(&store, &import)?);
    Ok(ExitCode::SUCCESS)
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>, Failed> {
    std::fs::read(path)
        .map_err(|error| Failed(format!("{} cannot be read: {error}.", path.display())))
}
