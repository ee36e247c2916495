//! The pages as people see them: Chromium, driven by the Python beside this, on the demo. Here it is
//! only begun, with a limit of time, and fails with what it said; `conftest.py` says what every test
//! starts from, `words.py` is the table of addresses and words, `places.py` that of pages and states.
//!
//! `FIRSTPLACE_BROWSER=all cargo test --test suite -- browser` tries both widths with and without
//! scripts, by keyboard alone, without a signal and on two devices, and goes by the clock; it wants a
//! machine to itself. `FIRSTPLACE_SCREENSHOTS=folder` leaves pictures of the main pages there
//! (`cargo test --test suite -- browser::the_main_pages`).

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::support::chromium::chromium;
use crate::support::program::{firstplace, path, said};
use crate::support::python;
use crate::support::scratch::Scratch;

const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/browser");
const WORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/words/en-GB");

/// Leaves nothing behind in this folder.
const PYTEST: &str = "-B -m pytest -p no:cacheprovider --quiet --tb=short --durations=5";

/// `all` tries everything.
const MATRIX: &str = "FIRSTPLACE_BROWSER";
const USUAL_LIMIT: Duration = Duration::from_secs(15 * 60);
const LIMIT_OF_ALL: Duration = Duration::from_secs(60 * 60);

#[test]
fn every_page_and_state_holds_and_each_check_can_fail() {
    passes(&["test_controls.py", "test_pages.py", "test_speed.py"]);
}

#[test]
fn parents_get_done_what_they_came_for() {
    let hard = if is_all() { &["test_hard_cases.py"][..] } else { &[] };
    let usual = ["test_journeys.py", "test_languages.py", "test_phone.py", "test_data.py"];
    passes(&[&usual[..], hard].concat());
}

#[test]
fn the_door_loses_no_mark_and_keeps_no_name() {
    passes(&["test_door.py"]);
}

#[test]
fn the_desk_gets_done_what_its_day_holds() {
    passes(&["test_desk.py"]);
}

#[test]
fn a_professional_gets_a_day_done() {
    passes(&["test_professional.py"]);
}

#[test]
fn the_main_pages_can_be_looked_at() {
    passes(&["test_screenshots.py"]);
}

#[test]
fn what_parents_read_can_be_read_at_nine() {
    let python = python::with_playwright();
    succeeds(&mut tests(&python, &["test_reading_age.py"]));
}

fn is_all() -> bool {
    env::var(MATRIX).is_ok_and(|given| given == "all")
}

/// Runs these files on a demo of their own.
fn passes(files: &[&str]) {
    let (python, chromium) = (python::with_playwright(), chromium());
    let demo = Demo::start();
    let mut command = tests(&python, files);
    command.env("FIRSTPLACE_TEST_DATA", demo.data.path().join("demo"));
    command.env("FIRSTPLACE_TEST_CHROMIUM", chromium);
    succeeds(&mut command);
}

fn tests(python: &Path, files: &[&str]) -> Command {
    let mut command = Command::new(python);
    command
        .current_dir(HERE)
        .args(PYTEST.split(' '))
        .args(["--rootdir", HERE])
        .args(files)
        .env("FIRSTPLACE_TEST_WORDS", WORDS)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn succeeds(command: &mut Command) {
    let output = within(if is_all() { LIMIT_OF_ALL } else { USUAL_LIMIT }, command);
    let text = said(&output);
    assert!(output.status.success(), "\n{text}");
    // Past what the test runner keeps to itself, so that figures are read where all goes well.
    let figures = text.lines().filter(|line| line.starts_with("figure: "));
    let figures: String = figures.map(|line| format!("{line}\n")).collect();
    io::stderr().write_all(figures.as_bytes()).expect("somebody reads it");
}

/// What a command says, which ends in time or is interrupted and says how far it came.
fn within(limit: Duration, command: &mut Command) -> Output {
    let child = command.spawn().expect("Python starts");
    let id = child.id().to_string();
    let (tell, told) = mpsc::channel();
    thread::spawn(move || tell.send(child.wait_with_output()));
    let output = told.recv_timeout(limit).or_else(|_| {
        let interrupted = Command::new("kill").args(["-s", "INT", &id]).status();
        assert!(interrupted.is_ok_and(|status| status.success()), "it cannot be ended");
        told.recv()
    });
    output.expect("it ends").expect("it can be read")
}

/// A demo of its own process and folder; dropping it ends it.
struct Demo {
    child: Child,
    data: Scratch,
}

impl Demo {
    /// Waits for the line that says it is ready; where it listens stands in `demo.json`.
    fn start() -> Demo {
        let data = Scratch::new("browser");
        let mut command = firstplace(&["demo", "--port", "0", "--data", &path(&data, "demo")]);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program runs");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let ready = lines.by_ref().map_while(Result::ok).any(|line| line.contains("is ready"));
        assert!(ready, "the demo did not start");
        // Read on, or it would block on a full pipe.
        thread::spawn(move || lines.for_each(drop));
        Demo { child, data }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // It may have ended by itself, which the tests have noticed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
