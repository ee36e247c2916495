//! `import families`, `import contacts` and `import head-counts`: a partner's or an old system's
//! file, processed line by line while the server runs. Refused lines are printed as they occur.

use std::path::PathBuf;

use clap::Args;

use super::outcome::{Failed, Outcome as Ended, Where, centre_named, read};
use super::progress::Progress;
use crate::access::Actor;
use crate::attendance::past;
use crate::base::clock::Clock;
use crate::base::table::form_of;
use crate::config::{Config, Sources};
use crate::contacts::Kind;
use crate::contacts::feed::service::line;
use crate::db::{Options, Store};
use crate::feeds::service::plan::PlanRequest;
use crate::feeds::service::run::{self, Feed, FeedRunReport, Trial};
use crate::feeds::service::subject::Subject;
use crate::feeds::{Outcome, service};
use crate::partners;
use crate::serve::wiring::keyed_options;

/// A list of people, and who sends it.
#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    file: ListFile,
    /// The partner that sent the file, by name or id. Default: the organisation itself.
    #[arg(long, value_name = "PARTNER")]
    partner: Option<String>,
}

/// A file, and how to read it.
#[derive(Args)]
struct ListFile {
    #[command(flatten)]
    place: Where,
    /// The file: CSV with a header line, or JSON rows.
    file: PathBuf,
    /// The centre of rows that name none, by name or id.
    #[arg(long, value_name = "CENTRE")]
    centre: Option<String>,
    /// A saved mapping of headings.
    #[arg(long, value_name = "NAME")]
    mapping: Option<String>,
    /// Report what would happen to each line, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
pub(super) struct Contacts {
    #[command(flatten)]
    list: List,
    /// The kind of contact of rows that do not say, such as health_review. Default for registers:
    /// attendance.
    #[arg(long, value_name = "KIND")]
    kind: Option<Kind>,
}

#[derive(Args)]
pub(super) struct HeadCounts {
    #[command(flatten)]
    file: ListFile,
    /// The year of dates written without one, such as "14 March".
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1900..=2199))]
    year: Option<i32>,
}

pub(super) fn families(given: &List, sources: Sources) -> Ended {
    given.file.work_off(&service::Families, given.partner.as_deref(), sources)
}

pub(super) fn contacts(given: &Contacts, sources: Sources) -> Ended {
    let List { file, partner } = &given.list;
    file.work_off(&line::Contacts { kind: given.kind }, partner.as_deref(), sources)
}

pub(super) fn head_counts(given: &HeadCounts, sources: Sources) -> Ended {
    let counts = past::service::HeadCounts { year: given.year };
    given.file.work_off(&counts, None, sources)
}

impl ListFile {
    fn work_off(
        &self,
        subject: &impl Subject,
        partner: Option<&str>,
        mut sources: Sources,
    ) -> Ended {
        self.place.tell(&mut sources);
        let bytes = read(&self.file)?;
        let config = Config::load(&sources)?;
        let sends_texts = config.texts.carrier.is_some();
        let options = Options { sends_texts, ..keyed_options(&config.database, &config.key)? };
        let store = Store::open(&options, Clock::system())?;
        let trial = if self.dry_run { Trial::Dry } else { Trial::Real };
        let feed =
            Feed { form: form_of(&bytes), bytes, asked: self.asked(&store, partner)?, trial };

        let (progress, mut done) = (Progress::new("lines"), 0);
        let actor = Actor::service();
        let report = run::run(&store, &actor, (subject, &feed), |total, result| {
            done += 1;
            progress.at(done, total);
            if result.outcome == Outcome::Refused {
                progress.say(&format!("line {}: {}", result.line, result.detail));
            }
        })?;
        drop(progress);
        print!("{}", summary(&report));
        Ok(())
    }

    fn asked(&self, store: &Store, partner: Option<&str>) -> Result<PlanRequest, Failed> {
        let asked = store.read(Actor::service(), |tx| {
            let centre = self.centre.as_deref().map(|named| centre_named(tx, named));
            let partner = partner.map(|named| partners::store::named(tx, named));
            let mapping = self.mapping.clone();
            Ok(PlanRequest { centre: centre.transpose()?, partner: partner.transpose()?, mapping })
        });
        asked.map_err(Failed::from)
    }
}

fn summary(report: &FeedRunReport) -> String {
    let mut lines = Vec::new();
    let mut headings = |what: &str, names: &[String]| {
        if !names.is_empty() {
            lines.push(format!("{what}: {}", names.join(", ")));
        }
    };
    headings("Headings not recognised", &report.unknown_headings);
    headings("Headings not covered by the agreement", &report.not_covered_headings);
    lines.extend(report.notes.iter().cloned());
    for outcome in Outcome::ALL {
        if let Some(count) = report.counts.get(outcome.as_str()) {
            lines.push(format!("{count:>8} {}", outcome.as_str()));
        }
    }
    lines.push(format!("{:>8} lines", report.results.len()));
    if report.dry_run {
        lines.push("Nothing was written.".to_owned());
    }
    lines.join("\n") + "\n"
}
