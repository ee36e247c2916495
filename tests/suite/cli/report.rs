//! `firstplace report`: a report in a file.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::support::program::{fails, path, succeeds};
use crate::support::scratch::Scratch;

#[test]
fn a_report_is_written_into_a_file_and_over_none() {
    let folder = Scratch::new("commands");
    let data = path(&folder, "data");
    succeeds(&["migrate", "--data", &data]);
    for (format, begins) in
        [("csv", "\u{feff}section,key".as_bytes()), ("xlsx", b"PK"), ("pdf", b"%PDF")]
    {
        let out = path(&folder, &format!("reach.{format}"));
        let report = ["report", "reach", "--data", &data, "--format", format, "--out", &out];
        assert!(succeeds(&report).contains("Written to"), "{format}");
        assert!(fs::read(&out).expect("it is there").starts_with(begins), "{format}");
        let mode = fs::metadata(&out).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "exact figures are the owner's");
        assert!(fails(&report, 1).contains("--overwrite"));
        succeeds(&[&report[..], &["--overwrite"]].concat());
    }
    let out = path(&folder, "other.csv");
    let other = ["report", "reach", "--data", &data, "--out", &out];
    let nowhere = [&other[..], &["--centre", "Nowhere"]].concat();
    assert!(fails(&nowhere, 1).contains("no centre \"Nowhere\""));
    fails(&[&other[..], &["--format", "docx"]].concat(), 64);
    let filtered = [&other[..], &["--profile", "public", "--by", "area"]].concat();
    assert!(fails(&filtered, 1).contains("always split"));
    assert!(!Path::new(&out).exists());
}
