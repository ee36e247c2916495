//! Runs a feed: its plan, then each line in its own transaction, so that bookings continue
//! meanwhile. A file sent before continues where it stopped; a dry run writes nothing.

use super::plan::{PlanRequest, plan};
use super::subject::{Became, FeedPlan, Subject};
use crate::access::Actor;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::FeedRunId;
use crate::base::table::{self, Form, Row, Table};
use crate::db::{Store, Tx};
use crate::feeds::entry::UnfitEntry;
use crate::feeds::{DoneLine, FeedRun, LineResult, Outcome, store};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use utoipa::ToSchema;

/// Lines submitted together, which may share a commit: a concurrent booking waits for no more than
/// these.
const AT_ONCE: usize = 16;

/// Whether anything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trial {
    Dry,
    Real,
}

/// A file and its sender.
pub(crate) struct Feed {
    pub bytes: Vec<u8>,
    pub form: Form,
    pub asked: PlanRequest,
    pub trial: Trial,
}

/// The result of a feed.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = FeedOut)]
pub(crate) struct FeedRunReport {
    /// Line by line, in the order of the file.
    pub results: Vec<LineResult>,
    /// The number of lines with each outcome.
    pub counts: BTreeMap<String, usize>,
    /// True if nothing was written.
    pub dry_run: bool,
    /// Headings that were not recognised; their columns were ignored.
    pub unknown_headings: Vec<String>,
    /// Headings that the agreement does not cover; their columns were not read.
    pub not_covered_headings: Vec<String>,
    /// Other remarks.
    pub notes: Vec<String>,
}

/// Processes a feed. `heard` is called with the total and the result of each line.
pub(crate) fn run<S: Subject>(
    store: &Store,
    actor: &Actor,
    (subject, feed): (&S, &Feed),
    mut heard: impl FnMut(usize, &LineResult),
) -> Result<FeedRunReport> {
    let text = table::text(&feed.bytes);
    let table = Table::open(&text, feed.form)?;
    let plan = store.read(actor.clone(), |tx| plan(tx, subject, &feed.asked, &table.headings))?;
    let plan = Arc::new(plan);
    let mut worker = match feed.trial {
        Trial::Dry => Worker::Dry(S::Seen::default()),
        Trial::Real => begin(store, subject, &plan, (feed, table.count))?,
    };

    let total = table.count;
    let mut results = Vec::new();
    let mut rows = table.rows().peekable();
    while rows.peek().is_some() {
        let some: Vec<Row> = rows.by_ref().take(AT_ONCE).collect();
        for mut result in worker.work(store, subject, &plan, some)? {
            if plan.is_partners {
                result = result.to_partner(subject.kind());
            }
            heard(total, &result);
            results.push(result);
        }
    }
    worker.end(store, &plan)?;
    if feed.trial == Trial::Dry {
        let (kind, lines) = (subject.kind(), results.len());
        store.write(actor.clone(), move |tx| {
            tx.audit(Event::TryFeed, kind.as_str(), json!({ "lines": lines }))
        })?;
    }
    let mut counts = BTreeMap::new();
    for result in &results {
        *counts.entry(result.outcome.as_str().to_owned()).or_default() += 1;
    }
    Ok(FeedRunReport {
        results,
        counts,
        dry_run: feed.trial == Trial::Dry,
        unknown_headings: plan.columns.unknown.clone(),
        not_covered_headings: plan.columns.not_covered.clone(),
        notes: plan.notes.clone(),
    })
}

/// Finds the run of this same file, or starts one.
fn begin<S: Subject>(
    store: &Store,
    subject: &S,
    plan: &Arc<FeedPlan>,
    (feed, rows): (&Feed, usize),
) -> Result<Worker<S>> {
    let file_hash = file_hash(subject, plan, &feed.bytes)?;
    let of_subject = subject.clone();
    let lines = i32::try_from(rows).unwrap_or(i32::MAX);
    let of = plan.clone();
    store.write(plan.maker.clone(), move |tx| {
        tx.alone("feeds")?;
        let partner = of.partner.as_ref().map(|partner| &partner.id);
        if let Some(run) = store::run_of(tx, &file_hash, partner, of.centre.as_ref())? {
            let done = store::lines(tx, &run.id)?;
            let told = |done: DoneLine| {
                (done.line, of_subject.result(done.line, (done.outcome, done.detail)))
            };
            return Ok(Worker::Real { run: run.id, done: done.into_iter().map(told).collect() });
        }
        let run = FeedRun {
            id: FeedRunId::new(),
            kind: of_subject.kind(),
            file_hash: file_hash.clone(),
            partner_id: partner.cloned(),
            centre_id: of.centre.clone(),
            made_by: tx.actor().account_id.clone(),
            lines,
            started_at: tx.now(),
            ended_at: None,
        };
        store::add_run(tx, &run)?;
        let detail = json!({ "partner": run.partner_id, "lines": lines });
        tx.audit(Event::RunFeed, run.id.as_str(), detail)?;
        Ok(Worker::Real { run: run.id, done: HashMap::new() })
    })
}

/// Hash of the file and of everything that affects how it is read.
fn file_hash(subject: &impl Subject, plan: &FeedPlan, bytes: &[u8]) -> Result<String> {
    let reading = (subject.kind(), subject.reading(), &plan.mapping, &plan.items);
    let reading = serde_json::to_vec(&reading).map_err(Fault::internal)?;
    let mut hash = Sha256::new();
    hash.update((reading.len() as u64).to_be_bytes());
    hash.update(&reading);
    hash.update(bytes);
    Ok(URL_SAFE_NO_PAD.encode(hash.finalize()))
}

enum Worker<S: Subject> {
    /// Remembers what it would have created.
    Dry(S::Seen),
    Real {
        run: FeedRunId,
        /// Results from when the same file was sent before.
        done: HashMap<i32, LineResult>,
    },
}

impl<S: Subject> Worker<S> {
    /// Processes some lines in order, each in its own transaction.
    fn work(
        &mut self,
        store: &Store,
        subject: &S,
        plan: &Arc<FeedPlan>,
        rows: Vec<Row>,
    ) -> Result<Vec<LineResult>> {
        let (run, done) = match self {
            Worker::Real { run, done } => (run, done),
            Worker::Dry(seen) => {
                let tried = rows.into_iter().map(|row| {
                    let line = row.line;
                    try_out(store, (subject, plan), seen, (line, &understood(subject, plan, row)))
                });
                return tried.collect();
            }
        };
        let (mut results, mut works) = (Vec::new(), Vec::new());
        for row in rows {
            let line = row.line;
            if let Some(result) = done.remove(&line) {
                results.push(result);
                continue;
            }
            let (run, of, read) = (run.clone(), plan.clone(), understood(subject, plan, row));
            let subject = subject.clone();
            works.push(move |tx: &mut Tx| work_off(tx, (&subject, &of), &run, (line, &read)));
        }
        results.extend(store.write_each(&plan.maker, works)?);
        results.sort_by_key(|result| result.line);
        Ok(results)
    }

    fn end(&self, store: &Store, plan: &FeedPlan) -> Result<()> {
        let Worker::Real { run, .. } = self else { return Ok(()) };
        let run = run.clone();
        store.write(plan.maker.clone(), move |tx| {
            let now = tx.now();
            store::end_run(tx, &run, now)
        })
    }
}

fn understood<S: Subject>(subject: &S, plan: &FeedPlan, row: Row) -> Result<S::Entry, UnfitEntry> {
    match row.cells {
        Ok(cells) => subject.read(plan, &cells),
        Err(what) => Err(UnfitEntry::Wrong(what)),
    }
}

fn unfit(unfit: &UnfitEntry) -> Became {
    match unfit {
        UnfitEntry::Wrong(what) => (Outcome::Refused, Some(what.clone())),
        UnfitEntry::TooOld => (Outcome::LeftOut, None),
    }
}

/// Processes a line once: a line already done returns its earlier result.
fn work_off<S: Subject>(
    tx: &mut Tx,
    (subject, plan): (&S, &FeedPlan),
    run: &FeedRunId,
    (line, read): (i32, &Result<S::Entry, UnfitEntry>),
) -> Result<LineResult> {
    tx.alone("feeds")?;
    if let Some(done) = store::line(tx, run, line)? {
        return Ok(subject.result(line, (done.outcome, done.detail)));
    }

    let (outcome, detail) = match read {
        Err(why) => unfit(why),
        Ok(entry) => subject.work_off(tx, plan, run, entry)?,
    };
    let done = DoneLine { run_id: run.clone(), line, outcome, detail: detail.clone() };
    store::add_line(tx, &done)?;
    Ok(subject.result(line, (outcome, detail)))
}

/// What would happen to a line. Uses a read-only transaction.
fn try_out<S: Subject>(
    store: &Store,
    (subject, plan): (&S, &FeedPlan),
    seen: &mut S::Seen,
    (line, read): (i32, &Result<S::Entry, UnfitEntry>),
) -> Result<LineResult> {
    let became = match read {
        Err(why) => unfit(why),
        Ok(entry) => store.read(plan.maker.clone(), |tx| subject.try_out(tx, plan, seen, entry))?,
    };
    Ok(subject.result(line, became))
}
