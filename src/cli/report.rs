//! `report reach`: writes a report to a file while the server runs.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::outcome::{Failed, Outcome, Where, centre_named};
use crate::access::Actor;
use crate::api::reports::reach::file::{Format, file};
use crate::base::fault::Result;
use crate::config::Sources;
use crate::db::Tx;
use crate::reports::reach::asked::{ReachRequest, TrendPeriod};
use crate::reports::reach::report::{Profile, ReachBy};
use crate::reports::reach::service::recipient;
use crate::web::Download;

#[derive(Subcommand)]
pub(super) enum ReportCommand {
    /// Write the reach report: who lives in the area, who is a member, who is seen, who is in
    /// sustained contact.
    Reach(ReachOptions),
}

#[derive(Args)]
pub(super) struct ReachOptions {
    #[command(flatten)]
    place: Where,
    /// One centre, by name or id. Default: all centres together.
    #[arg(long, value_name = "CENTRE")]
    centre: Option<String>,
    /// The date of the figures. Default: today, or for partner and public reports the end of the
    /// last quarter.
    #[arg(long, value_name = "DATE")]
    as_at: Option<NaiveDate>,
    /// The file format.
    #[arg(long, value_name = "FORMAT", default_value = "pdf")]
    format: Format,
    /// Who it is for. Partner and public reports take no other options.
    #[arg(long, value_name = "PROFILE", default_value = "exact")]
    profile: Profile,
    /// What to split by, separated by commas.
    #[arg(long, value_name = "BY", value_delimiter = ',')]
    by: Vec<ReachBy>,
    /// Also show earlier periods.
    #[arg(long, value_name = "EVERY")]
    trend: Option<TrendPeriod>,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace an existing file.
    #[arg(long)]
    overwrite: bool,
}

pub(super) fn run(report: &ReportCommand, sources: Sources) -> Outcome {
    match report {
        ReportCommand::Reach(reach) => make(reach, sources),
    }
}

fn make(reach: &ReachOptions, sources: Sources) -> Outcome {
    let out = &reach.out;
    if out.exists() && !reach.overwrite {
        let out = out.display();
        return Err(Failed(format!("{out} already exists. Use --overwrite to replace it.")));
    }
    let store = reach.place.look(sources)?;
    let made = store.read(Actor::service(), |tx| asked_for(tx, reach))?;
    write(out, &made.bytes, reach.overwrite)
        .map_err(|error| Failed(format!("{} cannot be written: {error}.", out.display())))?;
    println!("Written to {}.", out.display());
    Ok(())
}

fn asked_for(tx: &mut Tx, reach: &ReachOptions) -> Result<Download> {
    let centre = reach.centre.as_deref().map(|named| centre_named(tx, named)).transpose()?;
    let asked = ReachRequest {
        centre,
        as_at: reach.as_at,
        by: (!reach.by.is_empty()).then(|| reach.by.clone()),
        trend: reach.trend,
        profile: reach.profile,
        ..ReachRequest::default()
    };
    file(&recipient::report(tx, &asked)?, None, reach.format)
}

/// Private to its owner: exact figures can reveal people in small groups. An existing file is
/// replaced whole or not at all.
fn write(out: &Path, bytes: &[u8], overwrite: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    if !overwrite {
        return put(options.create_new(true).open(out)?, bytes);
    }
    let unfinished = out.with_extension("part");
    put(options.create(true).truncate(true).open(&unfinished)?, bytes)?;
    fs::rename(&unfinished, out)
}

fn put(mut file: File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}
