//! The tests leave no server behind, however they end.

use std::env;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::postgres::Postgres;

const ROLE: &str = "FIRSTPLACE_TEST_TO_BE_KILLED";

/// Runs this test again as a process of its own that starts a PostgreSQL and waits, kills
/// it with SIGKILL, and reads its stderr to the end: the shell that cleans up holds the
/// other end of that pipe, so the end comes when it has finished.
#[test]
fn a_killed_test_process_leaves_no_postgresql() {
    if env::var_os(ROLE).is_some() {
        println!("{}", Postgres::shared().folder().display());
        stdin().read_line(&mut String::new()).expect("stdin is a pipe");
        return;
    }
    let this = env::current_exe().expect("this test is a file");
    let mut child = Command::new(this)
        .args(["--exact", "harness::postgres_cleanup::a_killed_test_process_leaves_no_postgresql"])
        .arg("--nocapture")
        .env(ROLE, "yes")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("this test starts again");
    let stdout = child.stdout.take().expect("stdout is a pipe");
    let folder = BufReader::new(stdout)
        .lines()
        .map_while(Result::ok)
        .find_map(|line| Some(line[line.find('/')?..].to_owned()))
        .expect("the child says where its PostgreSQL is");
    assert!(Path::new(&folder).join("data/postmaster.pid").exists());

    child.kill().expect("it can be killed");
    child.wait().expect("it is dead");

    let mut stderr = child.stderr.take().expect("stderr is a pipe");
    stderr.read_to_end(&mut Vec::new()).expect("it ends");
    assert!(!Path::new(&folder).exists(), "{folder} is still there");
}
