//! Where the installation's key comes from: the configuration, or a file of mode 0600 that is
//! created once in the data folder. With the database alone nobody can sign anything.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use super::{Database, Sources, Wrong};
use crate::access::wrapping::WrappingKey;

const FILE: &str = "firstplace.key";

/// The setting, else the data folder's file. PostgreSQL is shared by several
/// processes, so a key made in one folder would lock the others out.
pub(super) fn load(
    sources: &Sources,
    database: &Database,
    data: Option<&Path>,
) -> Result<WrappingKey, Wrong> {
    match (sources.text("key"), database, data) {
        (Some(text), _, _) => WrappingKey::from_base64(text).ok_or_else(|| sources.wrong("key")),
        (None, Database::Sqlite(_), Some(data)) => of_folder(data),
        (None, _, _) => Err(sources.wrong("key")),
    }
}

/// Creates a folder that nobody else can read: it will hold families' names.
pub fn make_folder(folder: &Path) -> Result<(), Wrong> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| Wrong(format!("{} cannot be made: {error}.", folder.display())))
}

fn of_folder(data: &Path) -> Result<WrappingKey, Wrong> {
    let path = data.join(FILE);
    let shown = path.display();
    make_folder(data)?;

    let made = WrappingKey::random();
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
        Ok(mut file) => writeln!(file, "{}", made.to_base64())
            .and_then(|()| file.sync_all())
            .map(|()| made)
            .map_err(|error| Wrong(format!("{shown} cannot be written: {error}."))),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => of_file(&path),
        Err(error) => Err(Wrong(format!("{shown} cannot be made: {error}."))),
    }
}

fn of_file(path: &Path) -> Result<WrappingKey, Wrong> {
    let shown = path.display();
    let unreadable = |error| Wrong(format!("{shown} cannot be read: {error}."));
    let mode = std::fs::metadata(path).map_err(unreadable)?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(Wrong(format!(
            "{shown} can be read by others; run chmod 600 on it, and change the key if others \
             had the time to read it."
        )));
    }
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    WrappingKey::from_base64(&text)
        .ok_or_else(|| Wrong(format!("{shown} should hold 32 bytes in base64 and does not.")))
}
