//! A copy of an SQLite database beside a live server: one state of it, whole.

use super::connect::Manager;
use super::migrate;
use super::options::Options;
use diesel::connection::SimpleConnection;
use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// Refuses to copy a database that a newer program has changed: restored later with this version of
/// the program, the copy would be useless.
pub(crate) fn refuse_newer(options: &Options) -> Result<(), String> {
    let manager = Manager::new(&Options { read_only: true, ..options.clone() })?;
    migrate::refuse_newer(&mut manager.first()?)
}

/// Makes `file`, which nobody else may read; it appears only when it is complete.
pub(crate) fn copy_sqlite(options: &Options, file: &Path) -> Result<(), String> {
    let unfinished = file.with_extension("part");
    let copied = copy(options, &unfinished).and_then(|()| {
        let finish = || {
            fs::set_permissions(&unfinished, Permissions::from_mode(0o600))?;
            File::open(&unfinished)?.sync_all()?;
            fs::rename(&unfinished, file)
        };
        finish().map_err(|error| error.to_string())
    });
    if copied.is_err() {
        // The unfinished copy is useless; that it cannot be removed changes nothing.
        drop(fs::remove_file(&unfinished));
    }
    copied
        .map_err(|error| format!("The database cannot be copied into {}: {error}.", file.display()))
}

fn copy(options: &Options, file: &Path) -> Result<(), String> {
    let path = file.to_str().ok_or("its name is not UTF-8")?;
    let manager = Manager::new(options)?;
    let mut conn = manager.first()?;
    conn.batch_execute(&format!("VACUUM INTO '{}'", path.replace('\'', "''")))
        .map_err(|error| error.to_string())
}
