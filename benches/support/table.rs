//! What was found: a line for each measure with the median of its rounds, and all of it once more
//! as JSON, on the last line.

use std::cmp::Ordering;
use std::env;

use serde_json::{Value, json};

use super::load::Load;
use super::served::Served;

/// What one round of a measure found. The processor's time and the statements are the server's, for
/// each request.
#[derive(Clone, Copy)]
pub struct Found {
    pub per_second: f64,
    pub cpu_ms: f64,
    pub statements: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
}

/// Measures as they were found, round by round.
pub struct Table {
    bench: &'static str,
    rows: Vec<Row>,
    /// How many rows have been printed.
    told: usize,
    notes: Vec<Value>,
}

struct Row {
    what: String,
    rounds: Vec<(Found, Option<f64>)>,
}

fn flag(name: &str) -> bool {
    env::args().skip(1).any(|argument| argument == name)
}

pub fn short() -> bool {
    flag("--short")
}

pub fn long() -> bool {
    flag("--long")
}

/// Whether a measure of this name was asked for: each word that is no flag has to be part of it.
pub fn wanted(what: &str) -> bool {
    let mut words = env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    words.all(|word| what.to_lowercase().contains(&word.to_lowercase()))
}

pub fn rounds() -> usize {
    if short() { 1 } else { 3 }
}

impl Table {
    pub fn new(bench: &'static str) -> Table {
        println!(
            "{:48}{:>10}{:>10}{:>7}{:>9}{:>9}{:>9}{:>9}",
            "medians of each",
            "served/s",
            "floor/s",
            "ratio",
            "CPU ms",
            "stmts",
            "p50 ms",
            "p99 ms"
        );
        Table { bench, rows: Vec::new(), told: 0, notes: Vec::new() }
    }

    pub fn add(&mut self, what: &str, found: Found, floor: Option<f64>) {
        match self.rows.iter_mut().find(|row| row.what == what) {
            Some(row) => row.rounds.push((found, floor)),
            None => self.rows.push(Row { what: what.to_owned(), rounds: vec![(found, floor)] }),
        }
        if rounds() == 1 {
            self.tell();
        }
    }

    /// Prints what was added since the last time.
    pub fn tell(&mut self) {
        for row in &self.rows[self.told..] {
            let (found, floor) = row.medians();
            let least = floor.map_or("-".to_owned(), |floor| format!("{floor:.0}"));
            let ratio =
                floor.map_or("-".to_owned(), |floor| format!("{:.2}", found.per_second / floor));
            println!(
                "{:48}{:>10.0}{least:>10}{ratio:>7}{:>9.3}{:>9.1}{:>9.2}{:>9.2}",
                row.what,
                found.per_second,
                found.cpu_ms,
                found.statements,
                found.p50_ms,
                found.p99_ms
            );
        }
        self.told = self.rows.len();
    }

    /// A figure that is no rate.
    pub fn note(&mut self, what: &str, figure: f64, unit: &str) {
        println!("{what:48}{figure:>10.1} {unit}");
        self.notes.push(json!({ "what": what, "figure": rounded(figure), "unit": unit }));
    }

    /// Resident memory of a server at the end, and the most it ever was.
    pub fn memory(&mut self, database: &str, served: &Served) {
        let [now, most] = served.memory_mb();
        self.note(&format!("{database}, memory, at the end"), now, "MB");
        self.note(&format!("{database}, memory, at the most"), most, "MB");
    }

    pub fn end(mut self) {
        self.tell();
        let rows: Vec<Value> = self.rows.iter().map(Row::json).collect();
        let all =
            json!({ "bench": self.bench, "short": short(), "rows": rows, "notes": self.notes });
        println!("\n{all}");
    }
}

impl Row {
    fn medians(&self) -> (Found, Option<f64>) {
        let of = |pick: fn(&Found) -> f64| {
            median(self.rounds.iter().map(|(found, _)| pick(found)).collect())
        };
        let found = Found {
            per_second: of(|found| found.per_second),
            cpu_ms: of(|found| found.cpu_ms),
            statements: of(|found| found.statements),
            p50_ms: of(|found| found.p50_ms),
            p99_ms: of(|found| found.p99_ms),
        };
        let floors = self.rounds.iter().map(|(_, floor)| *floor).collect::<Option<Vec<_>>>();
        (found, floors.map(median))
    }

    fn json(&self) -> Value {
        let (found, floor) = self.medians();
        json!({
            "what": self.what, "per_second": rounded(found.per_second),
            "floor_per_second": floor.map(rounded),
            "ratio": floor.map(|floor| rounded(found.per_second / floor)),
            "cpu_ms": rounded(found.cpu_ms), "statements": rounded(found.statements),
            "p50_ms": rounded(found.p50_ms), "p99_ms": rounded(found.p99_ms),
        })
    }
}

fn rounded(figure: f64) -> f64 {
    (figure * 1000.0).round() / 1000.0
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(|one, other| one.partial_cmp(other).unwrap_or(Ordering::Equal));
    values[values.len() / 2]
}

/// What a load costs these servers.
pub fn measure(servers: &[&Served], load: impl FnOnce() -> Load) -> Found {
    let statements = || -> u64 { servers.iter().map(|served| served.statements()).sum() };
    let cpu = || -> f64 { servers.iter().map(|served| served.cpu().as_secs_f64()).sum() };
    let statements_before = statements();
    let cpu_before = cpu();
    let load = load();
    let cpu = cpu() - cpu_before;
    let statements = statements() - statements_before;

    Found {
        per_second: load.per_second(),
        cpu_ms: cpu * 1000.0 / load.took.len() as f64,
        statements: statements as f64 / load.took.len() as f64,
        p50_ms: load.at(0.5),
        p99_ms: load.at(0.99),
    }
}

impl Found {
    /// With the times of a load that was part of what was measured.
    pub fn timed(self, load: &Load) -> Found {
        Found { per_second: load.per_second(), p50_ms: load.at(0.5), p99_ms: load.at(0.99), ..self }
    }
}

impl Load {
    /// This and another that ran at the same time.
    pub fn beside(&self, other: &Load) -> Load {
        let took = [&self.took[..], &other.took[..]].concat();
        Load { took, whole: self.whole.max(other.whole) }
    }

    pub fn per_second(&self) -> f64 {
        self.took.len() as f64 / self.whole.as_secs_f64()
    }

    /// What this part of the requests took at the most, in milliseconds.
    fn at(&self, part: f64) -> f64 {
        let mut took = self.took.clone();
        took.sort();
        took[((took.len() - 1) as f64 * part) as usize].as_secs_f64() * 1000.0
    }
}
