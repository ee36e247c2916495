//! Schemathesis in a Python environment of its own below `target`, made when the first test asks for
//! it. It never skips: where Python is missing it is installed on Debian when that is allowed, or the
//! test fails saying what to install.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::postgres;
use super::scratch::Scratch;

const PACKAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/openapi/schemathesis.txt");

/// The program, of the version that is pinned.
pub fn schemathesis() -> PathBuf {
    let wanted = fs::read_to_string(PACKAGES).expect("the list of packages can be read");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("schemathesis");
    let (program, made_of) = (folder.join("bin/schemathesis"), folder.join("made-of.txt"));
    let is_made = fs::read_to_string(&made_of).is_ok_and(|old| old == wanted);
    if !is_made || !program.exists() {
        make(&folder);
        fs::write(&made_of, wanted).expect("the environment can be written to");
    }
    program
}

fn make(folder: &Path) {
    // Of another version, or half made; what is not there need not be removed.
    let _ = fs::remove_dir_all(folder);
    if !environment(folder).is_ok_and(|made| made.status.success()) && may_install() {
        postgres::install(&["python3", "python3-venv"]);
    }
    let made = environment(folder);
    let said = said(&made);
    assert!(
        made.is_ok_and(|made| made.status.success()),
        "these tests need Python 3.10 or later with its module venv. Install it (Debian and Ubuntu: \
         `apt-get install python3 python3-venv`; Fedora: `dnf install python3`; macOS: `brew install \
         python`).\n{said}"
    );
    let pip = Command::new(folder.join("bin/pip"))
        .args(["install", "--disable-pip-version-check", "--no-input", "--quiet", "--requirement"])
        .arg(PACKAGES)
        .output();
    let said = self::said(&pip);
    assert!(
        pip.is_ok_and(|done| done.status.success()),
        "these tests need Schemathesis from PyPI, which pip could not install. Let pip reach a package \
         index, or name one in PIP_INDEX_URL; what it wants stands in {PACKAGES}.\n{said}"
    );
}

fn environment(folder: &Path) -> std::io::Result<Output> {
    Command::new("python3").args(["-m", "venv"]).arg(folder).output()
}

fn may_install() -> bool {
    let ours = Scratch::new("whose");
    postgres::owner_of(ours.path()) == 0 && Path::new("/etc/debian_version").exists()
}

fn said(output: &std::io::Result<Output>) -> String {
    match output {
        Ok(output) => {
            [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text)).concat()
        }
        Err(cause) => cause.to_string(),
    }
}
