//! Python environments below `target`, each made of a list of packages that pins all versions, when the
//! first test asks for it. They never skip: where Python is missing it is installed on Debian when that
//! is allowed, or the test fails saying what to install.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

use super::debian;

/// One environment: a folder, and what is in it.
struct Environment {
    folder: &'static str,
    /// What its tests are said to need.
    needs: &'static str,
    packages: &'static str,
}

const SCHEMATHESIS: Environment = Environment {
    folder: "schemathesis",
    needs: "Schemathesis",
    packages: concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/openapi/schemathesis.txt"),
};

const BROWSER: Environment = Environment {
    folder: "browser",
    needs: "Playwright and what reads pages",
    packages: concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/browser/packages.txt"),
};

/// The program, of the version that is pinned.
pub fn schemathesis() -> PathBuf {
    SCHEMATHESIS.program("schemathesis")
}

/// Python with what the browser tests import.
pub fn with_playwright() -> PathBuf {
    BROWSER.program("python")
}

impl Environment {
    fn program(&self, name: &str) -> PathBuf {
        // Several tests may ask for one at a time.
        static ALONE: Mutex<()> = Mutex::new(());
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let wanted = fs::read_to_string(self.packages).expect("the list of packages can be read");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(self.folder);
        let (program, made_of) = (folder.join("bin").join(name), folder.join("made-of.txt"));
        let is_made = fs::read_to_string(&made_of).is_ok_and(|old| old == wanted);
        if !is_made || !program.exists() {
            self.make(&folder);
            fs::write(&made_of, wanted).expect("the environment can be written to");
        }
        program
    }

    fn make(&self, folder: &Path) {
        // Of another version, or half made; what is not there need not be removed.
        let _ = fs::remove_dir_all(folder);
        if !empty(folder).is_ok_and(|made| made.status.success()) && debian::may_install() {
            debian::install(&["python3", "python3-venv"]);
        }
        let made = empty(folder);
        let said = said(&made);
        assert!(
            made.is_ok_and(|made| made.status.success()),
            "these tests need Python 3.10 or later with its module venv. Install it (Debian and \
             Ubuntu: `apt-get install python3 python3-venv`; Fedora: `dnf install python3`; macOS: \
             `brew install python`).\n{said}"
        );
        let pip = Command::new(folder.join("bin/pip"))
            .args(["install", "--disable-pip-version-check", "--no-input", "--quiet"])
            .arg("--requirement")
            .arg(self.packages)
            .output();
        let said = self::said(&pip);
        assert!(
            pip.is_ok_and(|done| done.status.success()),
            "these tests need {} from PyPI, which pip could not install. Let pip reach a package \
             index, or name one in PIP_INDEX_URL; what it wants stands in {}.\n{said}",
            self.needs,
            self.packages
        );
    }
}

fn empty(folder: &Path) -> std::io::Result<Output> {
    Command::new("python3").args(["-m", "venv"]).arg(folder).output()
}

fn said(output: &std::io::Result<Output>) -> String {
    match output {
        Ok(output) => {
            [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text)).concat()
        }
        Err(cause) => cause.to_string(),
    }
}
