//! The system's Chromium, which Playwright drives: it downloads no browser of its own. It never skips:
//! where Chromium is missing it is installed on Debian when that is allowed, or the test fails saying
//! what to install.

use std::env;
use std::path::PathBuf;

use super::debian;

/// Which program to start instead of the usual ones.
const VARIABLE: &str = "FIRSTPLACE_TEST_CHROMIUM";

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

pub fn chromium() -> PathBuf {
    if find().is_none() && debian::may_install() {
        debian::install(&["chromium"]);
    }
    find().expect(
        "these tests need Chromium 120 or later. Install it (Debian: `apt-get install chromium`; \
         Fedora: `dnf install chromium`), or name a program in FIRSTPLACE_TEST_CHROMIUM",
    )
}

/// The variable alone when it is set; else PATH.
fn find() -> Option<PathBuf> {
    if let Some(only) = env::var_os(VARIABLE) {
        return Some(PathBuf::from(only)).filter(|program| program.exists());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    NAMES.iter().find_map(|name| {
        folders.iter().map(|folder| folder.join(name)).find(|program| program.exists())
    })
}
