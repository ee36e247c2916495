//! `digests`: writes or previews the weekly mail of professionals. The service does the same by
//! itself on Monday mornings.

use super::outcome::{Failed, Outcome, Where};
use crate::access::Actor;
use crate::config::Sources;
use crate::reports::digests::service::{DigestLine, look, write};
use clap::Args;

/// Write this week's mail to professionals, or show who would get one.
///
/// The service does this by itself on Monday mornings. Running it again repeats nothing.
#[derive(Args)]
pub(super) struct Digests {
    #[command(flatten)]
    place: Where,
    /// Show who would get one, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Print one JSON object per line: `account_id`, `windows`, `booked`, `waiting`, `written`.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(given: &Digests, sources: Sources) -> Outcome {
    let lines = match given.dry_run {
        true => given.place.look(sources)?.read(Actor::service(), look)?,
        false => given.place.open(sources)?.write(Actor::service(), write)?,
    };
    match given.json {
        true => print_json(&lines)?,
        false => print_table(given, &lines),
    }
    Ok(())
}

fn print_json(lines: &[DigestLine]) -> Result<(), Failed> {
    for line in lines {
        let line = serde_json::to_string(line).map_err(|error| Failed(error.to_string()))?;
        println!("{line}");
    }
    Ok(())
}

fn print_table(given: &Digests, lines: &[DigestLine]) {
    if !lines.is_empty() {
        println!("{:<32}  {:>7}  {:>6}  {:>7}", "account", "windows", "booked", "waiting");
    }
    for line in lines {
        let DigestLine { account_id, windows, booked, waiting, .. } = line;
        println!("{account_id:<32}  {windows:>7}  {booked:>6}  {waiting:>7}");
    }
    let written = lines.iter().filter(|line| line.written).count();
    let would = if given.dry_run { "would be written" } else { "written" };
    println!("{written} of {} {would}.", lines.len());
}
