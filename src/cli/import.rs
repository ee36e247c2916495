//! `import`: data from files. This file imports a centre's programme; `import_lists` and
//! `import_areas` do the rest.

use super::import_areas::{Published, ReachArea, published, reach_area};
use super::import_lists::{self, Contacts, HeadCounts, List};
use super::outcome::{Outcome, Where, read};
use crate::areas::import::service as areas;
use crate::config::Sources;
use crate::sessions::programme::report::Run;
use crate::sessions::programme::service;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Subcommand)]
pub(super) enum ImportCommand {
    /// Create sessions from a centre's programme (CSV). Reports for each line what was created,
    /// what is missing and what is refused. Importing twice creates no duplicates.
    Programme(Box<Programme>),
    /// Import the LSOA of each postcode (CSV, as published by ONS or a council).
    Postcodes(Published),
    /// Import the English Indices of Deprivation by LSOA (CSV, as published).
    Deprivation(Published),
    /// Import residents by single year of age and LSOA (CSV, as published).
    Population(Published),
    /// Import a centre's reach area: a list (CSV) of LSOAs or postcodes.
    ReachArea(ReachArea),
    /// Import families from a partner's list or an old system's export. Importing the same file
    /// again continues where it stopped and creates no duplicates.
    Families(Box<List>),
    /// Import contacts, or an old system's registers, for children already on record. Importing the
    /// same file again continues where it stopped.
    Contacts(Box<Contacts>),
    /// Import attendance counts of past events without names, such as a library's list of events.
    /// Importing twice creates no duplicates.
    HeadCounts(Box<HeadCounts>),
}

#[derive(Args)]
pub(super) struct Programme {
    #[command(flatten)]
    place: Where,
    /// The programme, as CSV.
    file: PathBuf,
    /// The centre, by name or id.
    #[arg(long, value_name = "CENTRE")]
    centre: String,
    /// The first day, as 2014-04-28.
    #[arg(long, value_name = "DAY")]
    from: NaiveDate,
    /// The last day.
    #[arg(long, value_name = "DAY")]
    to: NaiveDate,
    /// Closure days, as CSV. Default: the centre's closures.
    #[arg(long, value_name = "FILE")]
    closures: Option<PathBuf>,
    /// School terms, as CSV. Default: the centre's terms.
    #[arg(long, value_name = "FILE")]
    terms: Option<PathBuf>,
    /// Places where the programme gives none: 12, or "Messy Mondays=12". Can be repeated.
    #[arg(long = "capacity", value_name = "PLACES")]
    capacities: Vec<String>,
    /// Report what would be created, and create nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(import: &ImportCommand, sources: Sources) -> Outcome {
    match import {
        ImportCommand::Programme(given) => programme(given, sources),
        ImportCommand::Postcodes(given) => published(given, sources, "postcodes", areas::postcodes),
        ImportCommand::Deprivation(given) => published(given, sources, "LSOAs", areas::deprivation),
        ImportCommand::Population(given) => published(given, sources, "LSOAs", areas::population),
        ImportCommand::ReachArea(given) => reach_area(given, sources),
        ImportCommand::Families(given) => import_lists::families(given, sources),
        ImportCommand::Contacts(given) => import_lists::contacts(given, sources),
        ImportCommand::HeadCounts(given) => import_lists::head_counts(given, sources),
    }
}

fn programme(given: &Programme, sources: Sources) -> Outcome {
    let import = service::ProgrammeImport {
        programme: read(&given.file)?,
        terms: given.terms.as_deref().map(read).transpose()?,
        closures: given.closures.as_deref().map(read).transpose()?,
        centre: given.centre.clone(),
        from: given.from,
        to: given.to,
        capacities: given.capacities.clone(),
        run: if given.dry_run { Run::Dry } else { Run::Real },
    };

    println!("{}", service::import(&given.place.open(sources)?, &import)?);
    Ok(())
}
