//! The program as it is run, in a process of its own, and what it has used so far.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::client::Client;
use super::place::{EMAIL, PASSWORD, Place};

/// Few: to check a password takes more memory than all else that is measured.
const SIGNED_IN: usize = 4;

pub struct Served {
    child: Child,
    pub address: SocketAddr,
    metrics: Client,
    /// Of those who are signed in to it.
    tokens: Vec<String>,
    /// Before anybody signed in.
    pub idle_mb: f64,
}

pub fn firstplace(place: &Place) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstplace"));
    let named = place.settings.iter().map(|(name, value)| (format!("FIRSTPLACE_{name}"), value));
    command.envs(named).env("FIRSTPLACE_LOG", "info").env("FIRSTPLACE_ANSWER_MILLISECONDS", "0");
    command
}

impl Served {
    pub fn start(place: &Place) -> Served {
        let free = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let metrics = free.local_addr().expect("its address").to_string();
        drop(free);
        let mut command = firstplace(place);
        command.args(["serve", "--listen", "127.0.0.1:0"]);
        command.env("FIRSTPLACE_METRICS_LISTEN", &metrics);
        let (child, address) = start(command, Says::OnStderr);
        let client = Client::new(&format!("http://{address}"));
        let body = json!({ "email": EMAIL, "password": PASSWORD });
        let token = |_| {
            let tokens = client.post("/api/v1/auth/token", &body).expect(200);
            tokens["access_token"].as_str().expect("a token").to_owned()
        };
        let [idle_mb, _] = memory_mb(child.id());
        let tokens = (0..SIGNED_IN).map(token).collect();
        let metrics = Client::new(&format!("http://{metrics}"));
        Served { child, address, metrics, tokens, idle_mb }
    }

    pub fn client(&self) -> Client {
        Client::new(&format!("http://{}", self.address)).bearing(self.token(0))
    }

    /// Of the caller of this number.
    pub fn token(&self, caller: usize) -> &str {
        &self.tokens[caller % self.tokens.len()]
    }

    pub fn cpu(&self) -> Duration {
        cpu(self.child.id())
    }

    /// Statements sent so far, those of transactions apart.
    pub fn statements(&self) -> u64 {
        let text = self.metrics.get("/metrics").text;
        let mut lines =
            text.lines().filter_map(|line| line.strip_prefix("firstplace_statements_total "));
        lines.next_back().and_then(|count| count.parse().ok()).expect("statements are counted")
    }

    /// Resident, now and at the most, in MB.
    pub fn memory_mb(&self) -> [f64; 2] {
        memory_mb(self.child.id())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Gone already, if it fell over.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Starts a program that says where it listens, in a line of JSON.
pub fn start(mut command: Command, says: Says) -> (Child, SocketAddr) {
    match says {
        Says::OnStderr => command.stderr(Stdio::piped()),
        Says::OnStdout => command.stdout(Stdio::piped()),
    };
    let mut child = command.spawn().expect("the program runs");
    let log: Box<dyn std::io::Read + Send> = match says {
        Says::OnStderr => Box::new(child.stderr.take().expect("a log")),
        Says::OnStdout => Box::new(child.stdout.take().expect("an output")),
    };
    let mut lines = BufReader::new(log).lines().map_while(Result::ok);
    let address = lines.find_map(|line| {
        let line: Value = serde_json::from_str(&line).ok()?;
        line["address"].as_str()?.parse().ok()
    });
    // Read on, as something always does where it is run in earnest; a fault of the program is told.
    thread::spawn(move || {
        lines.filter(|line| line.contains("\"ERROR\"")).for_each(|line| eprintln!("{line}"));
    });
    (child, address.expect("it starts"))
}

#[derive(Clone, Copy)]
pub enum Says {
    OnStderr,
    OnStdout,
}

fn memory_mb(process: u32) -> [f64; 2] {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    ["VmRSS:", "VmHWM:"].map(|name| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kib = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
        kib.expect("its memory is known") / 1024.0
    })
}

/// The processor time of a process: of its threads in nanoseconds, which the sum that the system
/// gives is too coarse for. One that ended takes its time with it; those of a server that is busy
/// do not end.
pub fn cpu(process: u32) -> Duration {
    let threads = fs::read_dir(format!("/proc/{process}/task")).expect("it runs");
    let of = |thread: fs::DirEntry| {
        let said = fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
        said.split(' ').next().and_then(|ran| ran.parse().ok()).unwrap_or(0)
    };
    Duration::from_nanos(threads.flatten().map(of).sum())
}
