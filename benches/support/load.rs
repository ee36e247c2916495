//! Callers who cost little: they share the machine with what they measure. Each keeps one
//! connection, sends bytes made beforehand, and reads of an answer what it must.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

pub const CALLERS: usize = 32;

/// A request, ready to be sent.
pub type Bytes = Vec<u8>;

/// What each caller asks, one after another.
pub struct Turn<'a> {
    pub of: SocketAddr,
    pub requests: Vec<&'a [u8]>,
}

/// Each request's time, and that of all together.
#[derive(Default)]
pub struct Load {
    pub took: Vec<Duration>,
    pub whole: Duration,
}

pub fn get(path: &str, headers: &[(&str, &str)]) -> Bytes {
    request("GET", path, headers, "")
}

pub fn post(path: &str, token: &str, body: &Value) -> Bytes {
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    request("POST", path, &headers, &body.to_string())
}

fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Bytes {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: firstplace.bench\r\n");
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    if !body.is_empty() {
        head += &format!("content-length: {}\r\n", body.len());
    }
    (head + "\r\n" + body).into_bytes()
}

/// All callers at once; `see` is shown the status and the body of each answer.
pub fn run(turns: &[Turn], see: impl Fn(u16, &[u8]) + Sync) -> Load {
    let start = Barrier::new(turns.len() + 1);
    let call = |turn: &Turn| {
        let mut caller = Caller::connect(turn.of);
        let mut took = Vec::with_capacity(turn.requests.len());
        start.wait();
        for request in &turn.requests {
            let asked = Instant::now();
            let (status, body) = caller.ask(request);
            took.push(asked.elapsed());
            see(status, body);
        }
        took
    };
    thread::scope(|scope| {
        let call = &call;
        let callers: Vec<_> = turns.iter().map(|turn| scope.spawn(move || call(turn))).collect();
        start.wait();
        let began = Instant::now();
        let took = callers.into_iter().flat_map(|caller| caller.join().expect("no panic"));
        let took = took.collect();
        Load { took, whole: began.elapsed() }
    })
}

/// One request, sent by so many callers until something else has ended.
pub fn run_until(ended: &AtomicBool, of: SocketAddr, request: &[u8], callers: usize) -> Load {
    let began = Instant::now();
    let call = || {
        let mut caller = Caller::connect(of);
        let mut took = Vec::new();
        while !ended.load(Ordering::Relaxed) {
            let asked = Instant::now();
            caller.ask(request);
            took.push(asked.elapsed());
        }
        took
    };
    let took = thread::scope(|scope| {
        let callers: Vec<_> = (0..callers).map(|_| scope.spawn(call)).collect();
        let took = callers.into_iter().flat_map(|caller| caller.join().expect("no panic"));
        took.collect()
    });
    Load { took, whole: began.elapsed() }
}

/// The requests dealt out to as many callers.
pub fn dealt<'a>(of: &[SocketAddr], requests: &'a [Bytes], callers: usize) -> Vec<Turn<'a>> {
    let turn = |caller: usize| {
        let mine = requests.iter().skip(caller).step_by(callers);
        Turn { of: of[caller % of.len()], requests: mine.map(Vec::as_slice).collect() }
    };
    (0..callers.min(requests.len())).map(turn).collect()
}

/// One request, sent as often as this by each of so many callers.
pub fn again(of: SocketAddr, request: &[u8], callers: usize, times: usize) -> Vec<Turn<'_>> {
    (0..callers).map(|_| Turn { of, requests: vec![request; times] }).collect()
}

pub struct Caller {
    of: SocketAddr,
    stream: TcpStream,
    read: Vec<u8>,
}

/// Where an answer's head says that its body ends.
enum Length {
    Known(usize),
    Chunked,
}

impl Caller {
    pub fn connect(of: SocketAddr) -> Caller {
        let stream = TcpStream::connect(of).expect("it listens");
        stream.set_nodelay(true).expect("it is set");
        Caller { of, stream, read: Vec::with_capacity(1 << 16) }
    }

    /// The status and the body, with its chunks' marks where it has chunks.
    pub fn ask(&mut self, request: &[u8]) -> (u16, &[u8]) {
        self.stream.write_all(request).expect("it reads");
        self.read.clear();
        let head = loop {
            if let Some(end) = find(&self.read, b"\r\n\r\n") {
                break end + 4;
            }
            self.more();
        };
        let (status, length) = told(&self.read[..head]);
        match length {
            Length::Known(length) => {
                while self.read.len() < head + length {
                    self.more();
                }
            }
            Length::Chunked => {
                while !self.read.ends_with(b"0\r\n\r\n") {
                    self.more();
                }
            }
        }
        (status, &self.read[head..])
    }

    fn more(&mut self) {
        let had = self.read.len();
        self.read.resize(had + (1 << 16), 0);
        let came = self.stream.read(&mut self.read[had..]).expect("it answers");
        assert!(came > 0, "{} closed the connection", self.of);
        self.read.truncate(had + came);
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

fn told(head: &[u8]) -> (u16, Length) {
    let head = std::str::from_utf8(head).expect("a head is ASCII");
    let status = head.get(9..12).and_then(|digits| digits.parse().ok()).expect("a status");
    let fields = head.lines().filter_map(|line| line.split_once(": "));
    let length = fields.fold(Length::Known(0), |found, (name, value)| {
        if name.eq_ignore_ascii_case("content-length") {
            Length::Known(value.parse().expect("a length"))
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            Length::Chunked
        } else {
            found
        }
    });
    // What is unchanged has a length and no body.
    if status == 304 { (status, Length::Known(0)) } else { (status, length) }
}
