//! Texts that a person has read and agreed to, kept as files beside the tests.

use std::env;
use std::fs;
use std::path::Path;

/// Set it to write the files again; the change is then there to read.
const WRITE: &str = "FIRSTPLACE_WRITE_POLICY";

/// Fails where `now` is not the text of the file below `tests/suite`.
pub fn agreed(file: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite").join(file);
    if env::var_os(WRITE).is_some() {
        fs::write(&path, now).expect("the file can be written");
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        before == now,
        "tests/suite/{file} says something else. If the change is meant, run this test once with \
         {WRITE}=1 and commit the difference. It is now:\n{now}",
    );
}
