//! `migrate`: brings the tables up to date.

use super::outcome::{Outcome, Where};
use crate::config::Sources;
use crate::db;
use crate::serve::wiring::options;

pub(super) fn run(place: &Where, sources: Sources) -> Outcome {
    let ran = db::migrate::run(&options(&place.new_database(sources)?))?;
    for name in &ran {
        println!("{name}");
    }
    if ran.is_empty() {
        println!("The tables are up to date.");
    }
    Ok(())
}
