//! `birthdays`: processes or previews the birthdays of a given day. The service does the same by
//! itself every day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use clap::Args;

use super::outcome::{Failed, Outcome, Where};
use super::progress::Progress;
use crate::base::clock::Clock;
use crate::config::Sources;
use crate::membership::birthdays::CardChannel;
use crate::membership::birthdays::service::PrintLine;
use crate::membership::birthdays::service::run::{RunDone, dry, on_day};

/// Renew memberships and send birthday cards for one day, or show who would get what.
///
/// The service does this by itself every day. Running it again repeats nothing.
#[derive(Args)]
pub(super) struct Birthdays {
    #[command(flatten)]
    place: Where,
    /// The day, as 2026-11-23. A day in the future needs --dry-run.
    #[arg(long, value_name = "DATE")]
    on: NaiveDate,
    /// Show who would get what, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Print one JSON object per line: `family_id`, `child_id`, `age`, `channel`, `why`.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(given: &Birthdays, sources: Sources) -> Outcome {
    if given.on > Clock::system().now().civil_day() && !given.dry_run {
        let on = given.on;
        return Err(Failed(format!("{on} is in the future. Use --dry-run to look ahead.")));
    }

    let progress = Progress::new("children");
    let mut tell = |done, of| progress.at(done, of);
    let done = match given.dry_run {
        true => dry(&given.place.look(sources)?, given.on, &mut tell)?,
        false => on_day(&given.place.open(sources)?, given.on, &mut tell)?,
    };
    drop(progress);
    match given.json {
        true => print_json(&done.lines)?,
        false => print_table(given, &done),
    }
    Ok(())
}

fn print_json(lines: &[PrintLine]) -> Result<(), Failed> {
    for line in lines {
        let line = serde_json::to_string(line).map_err(|error| Failed(error.to_string()))?;
        println!("{line}");
    }
    Ok(())
}

fn print_table(given: &Birthdays, done: &RunDone) {
    if !done.lines.is_empty() {
        println!("{:<32}  {:<32}  {:>3}  {:<7}  why", "family", "child", "age", "channel");
    }
    for line in &done.lines {
        let (channel, why) = (line.channel.as_str(), line.why.as_str());
        let (family, child, age) = (&line.family_id, &line.child_id, line.age);
        println!("{family:<32}  {child:<32}  {age:>3}  {channel:<7}  {why}");
    }
    let would = if given.dry_run { "would go" } else { "go" };
    println!("{}: {}.", given.on, totals(&done.lines, would));
    if done.memberships_ended > 0 {
        println!("{} memberships ended: no child under five is left.", done.memberships_ended);
    }
}

/// "3 birthdays; cards go: 1 by email, 1 by print, 1 none".
fn totals(lines: &[PrintLine], go: &str) -> String {
    let mut by_channel: BTreeMap<CardChannel, usize> = BTreeMap::new();
    for line in lines {
        *by_channel.entry(line.channel).or_default() += 1;
    }
    let said = |(channel, count): (&CardChannel, &usize)| match channel {
        CardChannel::None => format!("{count} none"),
        CardChannel::Email | CardChannel::Text | CardChannel::Print => {
            format!("{count} by {}", channel.as_str())
        }
    };
    match lines.len() {
        0 => "no birthdays".to_owned(),
        count => {
            let cards: Vec<String> = by_channel.iter().map(said).collect();
            let birthdays = if count == 1 { "birthday" } else { "birthdays" };
            format!("{count} {birthdays}; cards {go}: {}", cards.join(", "))
        }
    }
}
