//! Whatever the service makes or opens is for its owner's eyes; a folder it found is not its own to
//! close.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::support::program::{Server, add_administrator, firstplace, path, sign_in, succeeds};
use crate::support::scratch::Scratch;
use serde_json::json;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("it is ours");
}

/// Everything in a folder, and in those within it.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").path());
    entries
        .flat_map(|path| {
            let within = if path.is_dir() { everything(&path) } else { Vec::new() };
            within.into_iter().chain([path])
        })
        .collect()
}

#[track_caller]
fn is_private(folder: &Path) {
    for path in everything(folder) {
        let wanted = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&path), wanted, "{}", path.display());
    }
}

#[test]
fn what_the_service_makes_in_a_folder_that_everybody_may_open_is_its_owners() {
    let folder = Scratch::new("files");
    let data = folder.path().join("data");
    fs::create_dir(&data).expect("a folder");
    set_mode(&data, 0o755);
    let place = ["--data", data.to_str().expect("UTF-8")];
    add_administrator(&place);

    let mut serve = firstplace(&[]);
    serve.env("FIRSTPLACE_DATA", &data);
    let server = Server::start(serve);
    let admin = sign_in(&server.client());
    admin.post("/api/v1/centres", &json!({ "name": "Partington" })).expect(201);
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("a folder");
    let file = |name: &str| out.join(name).display().to_string();
    succeeds(&[&["mail", "test", "--to", "sam@hubs.example"][..], &place].concat());
    succeeds(&[&["backup", file("copy.sqlite").as_str()][..], &place].concat());
    let report = file("reach.csv");
    succeeds(&[&["report", "reach", "--format", "csv", "--out", &report][..], &place].concat());

    let found: Vec<String> = everything(&data)
        .iter()
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    for name in ["firstplace.sqlite", "firstplace.sqlite-wal", "firstplace.sqlite-shm", "mail"] {
        assert!(found.iter().any(|one| one == name), "no {name}: {found:?}");
    }
    is_private(&data);
    is_private(&out);
    assert_eq!(mode(&data), 0o755, "the folder was there before");
    server.stop();
}

#[test]
fn a_database_that_others_could_read_is_closed_to_them_when_it_is_opened() {
    let folder = Scratch::new("files");
    let data = folder.path().join("data");
    let place = ["--data", data.to_str().expect("UTF-8")];
    succeeds(&[&["migrate"][..], &place].concat());
    assert_eq!(mode(&data), 0o700, "the folder was made here");
    let file = data.join("firstplace.sqlite");
    for command in ["migrate", "check"] {
        set_mode(&file, 0o644);
        succeeds(&[&[command][..], &place].concat());
        assert_eq!(mode(&file), 0o600, "{command}");
    }
    set_mode(&file, 0o644);
    succeeds(&[&["backup", path(&folder, "copy").as_str()][..], &place].concat());
    assert_eq!(mode(&file), 0o600, "backup");
}
