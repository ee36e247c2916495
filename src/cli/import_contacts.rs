//! `import contacts`: a file of contacts or registers, worked off beside a live server.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::import_families::{Sender, summary};
use super::progress::Progress;
use super::{Failed, Outcome as Ended, Where};
use crate::access::Actor;
use crate::app::keyed_options;
use crate::clock::Clock;
use crate::config::{Config, Sources};
use crate::contacts::Kind;
use crate::contacts::feed::line_service::Contacts as Lists;
use crate::db::Store;
use crate::feeds::Outcome;
use crate::feeds::reading::form_of;
use crate::feeds::run_service::{self, Feed, Trial};

#[derive(Args)]
pub struct Contacts {
    #[command(flatten)]
    place: Where,
    /// The file: CSV with a heading, or JSON rows.
    file: PathBuf,
    /// What a row is that does not say, as health_review; attendance of a register, if left out.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Option<Kind>,
    /// The centre of rows that name none, by its name or its id.
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

fn kind(text: &str) -> Result<Kind, String> {
    let words: Vec<&str> = Kind::ALL.iter().map(Kind::as_str).collect();
    Kind::parse(text).ok_or_else(|| format!("use one of {}", words.join(", ")))
}

pub fn run(given: &Contacts, mut sources: Sources) -> Ended {
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
    let lists = Lists { kind: given.kind };
    let report = run_service::run(&store, &Actor::service(), (&lists, &feed), |total, result| {
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
