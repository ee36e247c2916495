//! A whole feed: its plan, then line by line, each in a transaction of its own, so that bookings go
//! on beside it. A file that was sent before goes on where it stopped; one that is only tried
//! writes nothing.

use super::entry::{self, Entry, Unfit};
use super::matching::Seen;
use super::plan_service::{Asked, Plan, plan};
use super::reading::{self, Form, Row};
use super::service::{decide, work_off};
use super::{LineResult, Outcome, Run, store};
use crate::access::Actor;
use crate::db::{Store, Tx};
use crate::fault::Fault;
use crate::id::FeedRunId;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Arc;

/// So many lines are handed in together, and may share a commit: whoever books beside them waits
/// for no more than these.
const AT_ONCE: usize = 16;

/// Whether anything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    Dry,
    Real,
}

/// What was sent, by whom.
pub struct Feed {
    pub bytes: Vec<u8>,
    pub form: Form,
    pub asked: Asked,
    pub trial: Trial,
}

/// What became of it.
#[derive(Clone, Debug)]
pub struct Report {
    pub results: Vec<LineResult>,
    /// Headings that mean nothing here.
    pub unknown: Vec<String>,
    /// Headings of what the agreement does not cover.
    pub not_covered: Vec<String>,
    pub notes: Vec<String>,
}

/// Works a feed off. `heard` is told of each line as it is done, with how many there are.
pub fn run(
    store: &Store,
    actor: &Actor,
    feed: &Feed,
    mut heard: impl FnMut(usize, &LineResult),
) -> Result<Report, Fault> {
    let table = reading::read(&feed.bytes, feed.form)?;
    let plan = store.read(actor.clone(), |tx| plan(tx, &feed.asked, &table.headings))?;
    let plan = Arc::new(plan);
    let mut worker = match feed.trial {
        Trial::Dry => Worker::Dry(Seen::default()),
        Trial::Real => begin(store, &plan, feed, table.rows.len())?,
    };

    let total = table.rows.len();
    let mut results = Vec::with_capacity(total);
    let mut rows = table.rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some: Vec<Row> = rows.by_ref().take(AT_ONCE).collect();
        for mut result in worker.work(store, &plan, some)? {
            if plan.is_partners {
                result = result.to_partner();
            }
            heard(total, &result);
            results.push(result);
        }
    }
    worker.end(store, &plan)?;
    Ok(Report {
        results,
        unknown: plan.columns.unknown.clone(),
        not_covered: plan.columns.not_covered.clone(),
        notes: plan.notes.clone(),
    })
}

/// Finds the run of this very file, or begins one.
fn begin(store: &Store, plan: &Arc<Plan>, feed: &Feed, rows: usize) -> Result<Worker, Fault> {
    let file_hash = file_hash(plan, &feed.bytes)?;
    let lines = i32::try_from(rows).unwrap_or(i32::MAX);
    let of = plan.clone();
    store.write(plan.maker.clone(), move |tx| {
        tx.alone("feeds")?;
        let partner = of.partner.as_ref().map(|partner| &partner.id);
        if let Some(run) = store::run_of(tx, &file_hash, partner, of.centre.as_ref())? {
            let done = store::lines(tx, &run.id)?;
            let done = done.into_iter().map(|line| (line.line, line.into())).collect();
            return Ok(Worker::Real { run: run.id, done });
        }
        let run = Run {
            id: FeedRunId::new(),
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
        tx.audit("run_feed", "feed", run.id.as_str(), detail)?;
        Ok(Worker::Real { run: run.id, done: HashMap::new() })
    })
}

/// Of the file and of all that decides how it is read.
fn file_hash(plan: &Plan, bytes: &[u8]) -> Result<String, Fault> {
    let reading = serde_json::to_vec(&(&plan.mapping, &plan.items)).map_err(Fault::internal)?;
    let mut hash = Sha256::new();
    hash.update((reading.len() as u64).to_be_bytes());
    hash.update(&reading);
    hash.update(bytes);
    Ok(URL_SAFE_NO_PAD.encode(hash.finalize()))
}

enum Worker {
    /// Remembers what it would have made.
    Dry(Seen),
    Real {
        run: FeedRunId,
        /// What was done when the same file was sent before.
        done: HashMap<i32, LineResult>,
    },
}

impl Worker {
    /// Works some lines off, in their order, each in a transaction of its own.
    fn work(
        &mut self,
        store: &Store,
        plan: &Arc<Plan>,
        rows: Vec<Row>,
    ) -> Result<Vec<LineResult>, Fault> {
        let (run, done) = match self {
            Worker::Real { run, done } => (run, done),
            Worker::Dry(seen) => {
                let tried = rows.into_iter().map(|row| {
                    let line = row.line;
                    try_out(store, plan, seen, line, &understood(plan, row))
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
            let (run, of, read) = (run.clone(), plan.clone(), understood(plan, row));
            works.push(move |tx: &mut Tx| work_off(tx, &of, &run, line, &read));
        }
        results.extend(store.write_each(&plan.maker, works)?);
        results.sort_by_key(|result| result.line);
        Ok(results)
    }

    fn end(&self, store: &Store, plan: &Plan) -> Result<(), Fault> {
        let Worker::Real { run, .. } = self else { return Ok(()) };
        let run = run.clone();
        store.write(plan.maker.clone(), move |tx| {
            let now = tx.now();
            store::end_run(tx, &run, now)
        })
    }
}

fn understood(plan: &Plan, row: Row) -> Result<Entry, Unfit> {
    match row.cells {
        Ok(cells) => entry::read(&plan.columns, &cells, plan.today),
        Err(what) => Err(Unfit::Wrong(what)),
    }
}

/// What would become of a line. In a transaction that only reads.
fn try_out(
    store: &Store,
    plan: &Plan,
    seen: &mut Seen,
    line: i32,
    read: &Result<Entry, Unfit>,
) -> Result<LineResult, Fault> {
    let entry = match read {
        Ok(entry) => entry,
        Err(Unfit::TooOld) => return Ok(LineResult::new(line, Outcome::LeftOut, None)),
        Err(Unfit::Wrong(what)) => {
            return Ok(LineResult::new(line, Outcome::Refused, Some(what.clone())));
        }
    };
    let decision = store.read(plan.maker.clone(), |tx| decide(tx, plan, None, entry))?;
    let outcome = seen.after(entry, &decision);
    if outcome != Outcome::Suppressed {
        seen.note(entry);
    }
    Ok(LineResult::new(line, outcome, None))
}
