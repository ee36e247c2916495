//! What a test needs of the system and finds missing: installed where that is allowed.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use super::postgres;
use super::scratch::Scratch;

/// As root on Debian, and on what is made of it.
pub fn may_install() -> bool {
    let ours = Scratch::new("whose");
    postgres::owner_of(ours.path()) == 0 && Path::new("/etc/debian_version").exists()
}

/// Installs packages of Debian's, one test's after the other's: apt-get works alone.
pub fn install(packages: &[&str]) {
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let names = packages.join(" ");
    eprintln!("{names}: not here, installing with apt-get");
    for words in [vec!["update"], [&["install", "--yes"], packages].concat()] {
        let done = Command::new("apt-get")
            .args(&words)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null())
            .status();
        assert!(
            done.is_ok_and(|status| status.success()),
            "`apt-get {}` failed. These tests need {names}",
            words.join(" "),
        );
    }
}
