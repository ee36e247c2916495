//! The program itself, as whoever runs the service types it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

use super::client::Client;
use super::scratch::Scratch;

pub const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

pub fn firstplace(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstplace"));
    command.args(arguments).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

fn run(arguments: &[&str]) -> Output {
    firstplace(arguments).output().expect("the program runs")
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[track_caller]
pub fn succeeds(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    said(&output)
}

/// One sentence, and the exit code that says so.
#[track_caller]
pub fn fails(arguments: &[&str], code: i32) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", said(&output));
    said(&output)
}

/// A server of its own process.
pub struct Server {
    child: Child,
    pub url: String,
    /// What it said until it was ready.
    pub log: Vec<Value>,
}

impl Server {
    /// Waits for the line of the log that says where it listens.
    pub fn start(mut command: Command) -> Server {
        command.args(["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stderr(Stdio::piped()).spawn().expect("the program runs");
        let log = BufReader::new(child.stderr.take().expect("a log"));
        let mut before = String::new();
        let mut said = Vec::new();
        let mut lines = log.lines().map_while(Result::ok);
        let ready = lines.by_ref().find_map(|line| {
            before.push_str(&line);
            let line: Value = serde_json::from_str(&line).ok()?;
            said.push(line.clone());
            Some(line["address"].as_str()?.to_owned())
        });
        let address = ready.unwrap_or_else(|| panic!("it did not start: {before}"));
        // Read on, or the server would block on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Server { child, url: format!("http://{address}"), log: said }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn client(&self) -> Client {
        Client::new(&self.url)
    }

    /// As whoever runs it would: SIGTERM.
    pub fn stop(mut self) {
        let kill = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(kill.expect("kill runs").success());
        let status = self.child.wait().expect("it ends");
        assert!(status.success(), "it ends well: {status}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already gone where the test stopped it.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

pub fn add_administrator(place: &[&str]) {
    let add = ["user", "add", "--email", "admin@hubs.example", "--role", "administrator"];
    let mut command = firstplace(&[&add[..], &["--password-stdin"], place].concat());
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut stdin = child.stdin.take().expect("its input");
    stdin.write_all(b"correct horse battery\n").expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{}", said(&output));
    assert!(!said(&output).contains("correct horse"), "the password is not printed");
}

pub fn sign_in(client: &Client) -> Client {
    let body = json!({ "email": "admin@hubs.example", "password": "correct horse battery" });
    let tokens = client.post("/api/v1/auth/token", &body).expect(200);
    client.bearing(tokens["access_token"].as_str().expect("a token"))
}

pub fn path(folder: &Scratch, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

/// The real program on a data folder, or on the database at a URL.
pub fn firstplace_at(data: &Path, url: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstplace"));
    command.env("FIRSTPLACE_DATA", data).env("FIRSTPLACE_KEY", KEY);
    if let Some(url) = url {
        command.env("FIRSTPLACE_DATABASE_URL", url);
    }
    command
}
