//! `import families`: a file of families, worked off beside a live server.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::progress::Progress;
use super::{Failed, Outcome as Ended, Where};
use crate::access::Actor;
use crate::app::keyed_options;
use crate::centres;
use crate::clock::Clock;
use crate::config::{Config, Sources};
use crate::db::{Store, Tx};
use crate::fault::{Code, Fault};
use crate::feeds::Outcome;
use crate::feeds::plan_service::Asked;
use crate::feeds::reading::form_of;
use crate::feeds::run_service::{self, Feed, Report, Trial};
use crate::feeds::service::Families as Lists;
use crate::id::CentreId;
use crate::partners;

#[derive(Args)]
pub struct Families {
    #[command(flatten)]
    place: Where,
    /// The file: CSV with a heading, or JSON rows.
    file: PathBuf,
    /// The centre of families whose postcode does not tell, by its name or its id.
    #[arg(long, value_name = "CENTRE")]
    centre: Option<String>,
    /// Who sends the file, by its name or its id; the organisation itself, if left out.
    #[arg(long, value_name = "PARTNER")]
    partner: Option<String>,
    /// A saved mapping of headings.
    #[arg(long, value_name = "NAME")]
    mapping: Option<String>,
    /// Report what would become of each line, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

pub fn run(given: &Families, mut sources: Sources) -> Ended {
    given.place.tell(&mut sources);
    let bytes = std::fs::read(&given.file)
        .map_err(|error| Failed(format!("{} cannot be read: {error}.", given.file.display())))?;
    let config = Config::load(&sources)?;
    let store = Store::open(&keyed_options(&config.database, &config.key)?, Clock::system())?;
    let trial = if given.dry_run { Trial::Dry } else { Trial::Real };
    let sender = Sender {
        centre: given.centre.as_deref(),
        partner: given.partner.as_deref(),
        mapping: given.mapping.as_deref(),
    };
    let feed = Feed { form: form_of(&bytes), bytes, asked: sender.asked(&store)?, trial };

    let (progress, mut done) = (Progress::new("lines"), 0);
    let report = run_service::run(&store, &Actor::service(), (&Lists, &feed), |total, result| {
        done += 1;
        progress.at(done, total);
        if result.outcome == Outcome::Refused {
            progress.say(&format!("line {}: {}", result.line, result.detail));
        }
    })?;
    drop(progress);
    print!("{}", summary(&report, trial));
    Ok(ExitCode::SUCCESS)
}

fn centre_named(tx: &mut Tx, named: &str) -> Result<CentreId, Fault> {
    let centre = centres::store::named(tx, named)?;
    let missing = || Fault::new(Code::NotFound, format!("There is no centre \"{named}\"."));
    Ok(centre.ok_or_else(missing)?.id)
}

/// Who sends a file, by name or id, for which centre, read by which mapping.
pub(super) struct Sender<'a> {
    pub centre: Option<&'a str>,
    pub partner: Option<&'a str>,
    pub mapping: Option<&'a str>,
}

impl Sender<'_> {
    pub(super) fn asked(&self, store: &Store) -> Result<Asked, Failed> {
        store
            .read(Actor::service(), |tx| {
                let centre = self.centre.map(|named| centre_named(tx, named)).transpose()?;
                let partner = self.partner.map(|named| partners::store::named(tx, named));
                let mapping = self.mapping.map(str::to_owned);
                Ok(Asked { centre, partner: partner.transpose()?, mapping })
            })
            .map_err(Failed::from)
    }
}

pub(super) fn summary(report: &Report, trial: Trial) -> String {
    let mut lines = Vec::new();
    let mut headings = |what: &str, names: &[String]| {
        if !names.is_empty() {
            lines.push(format!("{what}: {}", names.join(", ")));
        }
    };
    headings("Headings that mean nothing here", &report.unknown);
    headings("Headings that the agreement does not cover", &report.not_covered);
    lines.extend(report.notes.iter().cloned());
    for outcome in Outcome::ALL {
        let count = report.results.iter().filter(|result| result.outcome == *outcome).count();
        if count > 0 {
            lines.push(format!("{count:>8} {}", outcome.as_str()));
        }
    }
    lines.push(format!("{:>8} lines", report.results.len()));
    if trial == Trial::Dry {
        lines.push("Nothing was written.".to_owned());
    }
    lines.join("\n") + "\n"
}
