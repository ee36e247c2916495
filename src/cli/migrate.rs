//! `migrate`: brings the tables up to date.

use std::process::ExitCode;

use super::outcome::{Outcome, Where};
use crate::config::{self, Database, Sources, Wrong};
use crate::db;
use crate::serve::wiring::options;

pub fn run(place: &Where, mut sources: Sources) -> Outcome {
    place.tell(&mut sources);
    let database = Database::load(&sources)?;
    make_folder(&database)?;
    let ran = db::migrate::run(&options(&database))?;
    for name in &ran {
        println!("{name}");
    }
    if ran.is_empty() {
        println!("The tables are up to date.");
    }
    Ok(ExitCode::SUCCESS)
}

/// Creates the folder for a new SQLite file.
pub fn make_folder(database: &Database) -> Result<(), Wrong> {
    match database.folder() {
        Some(folder) => config::make_folder(&folder),
        None => Ok(()),
    }
}
