//! What reading costs that everybody does at nine o'clock: what's on, as a page and as JSON, with 110
//! sessions, and one session by id, each next to the same web server sending the same bytes; and
//! what's on while others book, each next to itself alone.
//!
//! `cargo bench --bench reads`; `-- --short` for one round of less; `-- sqlite page` for the measures
//! with these words in their names.

// Nothing outside can reach what a benchmark holds.
#![allow(unreachable_pub)]

#[allow(dead_code, reason = "the benches and the tests use all of it")]
mod support;

mod reads {
    pub mod bare;
}

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use reads::bare::{Bare, serve_if_told};
use support::load::{Bytes, CALLERS, Caller, again, dealt, get, run, run_until};
use support::place::Place;
use support::table::{self, Table, measure, rounds, wanted};
use support::town::{Family, IfFull, Town, one_of};

/// On what's on.
const SESSIONS: usize = 110;

/// Each caller reads at most this often in a round.
const TIMES: usize = 5_000;

fn main() {
    if serve_if_told() {
        return;
    }
    println!("{CALLERS} callers, {SESSIONS} sessions, {} rounds\n", rounds());
    let mut table = Table::new("reads");
    Place::each(|place| {
        let town = Town::new(place);
        table.note(&format!("{}, memory, idle", place.name), town.served.idle_mb, "MB");
        let (families, _) = town.families(CALLERS * 10);
        furnish(&town, &families);
        for _ in 0..rounds() {
            Read::all(&town).iter().for_each(|read| read.measure(&mut table, &town));
            both_at_once(&mut table, &town, &families);
        }
        table.tell();
        table.memory(place.name, &town.served);
    });
    table.end();
}

/// Sessions of which each has bookings, and some a line.
fn furnish(town: &Town, families: &[Family]) {
    let plain = town.sessions(SESSIONS - 10, 20);
    town.send(&town.asks(families, &plain, IfFull::Wait), &[201]);
    let full = town.sessions(10, 8);
    town.send(&town.asks(families, &full, IfFull::Wait), &[201]);
}

/// Something to read, as a caller asks for it.
struct Read {
    name: String,
    request: Bytes,
    status: u16,
}

impl Read {
    fn all(town: &Town) -> Vec<Read> {
        let bearer = format!("Bearer {}", town.served.token(0));
        let session = town.sessions(1, 20).remove(0);
        let mut all = Vec::new();
        for (what, path) in [("the page", "/whats-on"), ("JSON", "/api/v1/whats-on?limit=200")] {
            let name = format!("{}, what's on, {what}", town.place.name);
            all.push(Read { name: name.clone(), request: get(path, &[]), status: 200 });
            let packed = get(path, &[("accept-encoding", "gzip")]);
            all.push(Read { name: format!("{name}, compressed"), request: packed, status: 200 });
            // What has no ETag is never unchanged.
            if let Some(etag) = town.served.client().get(path).header("etag") {
                let request = get(path, &[("if-none-match", etag)]);
                all.push(Read { name: format!("{name}, unchanged"), request, status: 304 });
            }
        }
        let path = format!("/api/v1/sessions/{session}");
        let request = get(&path, &[("authorization", &bearer)]);
        let name = format!("{}, one session by id, signed in", town.place.name);
        all.push(Read { name, request, status: 200 });
        all.into_iter().filter(|read| wanted(&read.name)).collect()
    }

    fn measure(&self, table: &mut Table, town: &Town) {
        let served = &town.served;
        let mut caller = Caller::connect(served.address);
        let (status, body) = caller.ask(&self.request);
        assert_eq!(status, self.status, "{}", self.name);
        let bare = Bare::start(town.place.folder.path(), status, body);

        let times = [served.address, bare.address].map(|of| times(of, &self.request));
        let load = |of, times| run(&again(of, &self.request, CALLERS, times), |_, _| ());
        let found = measure(&[served], || load(served.address, times[0]));
        let floor = load(bare.address, times[1]);
        table.add(&self.name, found, Some(floor.per_second()));
    }
}

/// How often each caller asks, so that a slow answer takes no longer than a quick one.
fn times(of: SocketAddr, request: &[u8]) -> usize {
    let tried = run(&again(of, request, CALLERS, 2), |_, _| ());
    let seconds = if table::short() { 0.7 } else { 3.0 };
    let times = tried.per_second() * seconds / CALLERS as f64;
    (times as usize).clamp(2, TIMES)
}

/// Half of the callers read what's on, the other half books: alone, and beside each other, when what
/// is used of the processor is that of both.
fn both_at_once(table: &mut Table, town: &Town, families: &[Family]) {
    let kinds = [
        "bookings alone",
        "bookings beside what's on",
        "what's on alone",
        "what's on beside bookings",
    ];
    let names = kinds.map(|what| format!("{}, {what}", town.place.name));
    if !names.iter().any(|name| wanted(name)) {
        return;
    }
    let (half, address) = (CALLERS / 2, town.served.address);
    let page = get("/whats-on", &[]);
    let asks = || {
        let sessions = |_| town.asks(families, &town.sessions(10, families.len()), IfFull::Refuse);
        (0..if table::short() { 2 } else { 6 }).flat_map(sessions).collect::<Vec<Bytes>>()
    };
    let book = |asks: &[Bytes]| run(&dealt(&[address], asks, half), one_of(&[201]));

    let first = asks();
    let books = measure(&[&town.served], || book(&first));
    let reads = times(address, &page);
    let reads = || run(&again(address, &page, half, reads), one_of(&[200]));
    let reads = measure(&[&town.served], reads);
    let second = asks();
    let mut apart = None;
    let both = measure(&[&town.served], || {
        let booked = AtomicBool::new(false);
        let (booking, reading) = thread::scope(|scope| {
            let reading = scope.spawn(|| run_until(&booked, address, &page, half));
            let booking = book(&second);
            booked.store(true, Ordering::Relaxed);
            (booking, reading.join().expect("no panic"))
        });
        let all = booking.beside(&reading);
        apart = Some((booking, reading));
        all
    });
    let (booking, reading) = apart.expect("it was measured");

    let found = [books, both.timed(&booking), reads, both.timed(&reading)];
    names.iter().zip(found).for_each(|(name, found)| table.add(name, found, None));
}
