//! `backup`: a consistent copy while the server runs. SQLite copies itself; PostgreSQL uses its own
//! `pg_dump`.

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;
use percent_encoding::percent_decode_str;

use super::outcome::{Failed, Outcome, Where};
use crate::config::{Database, Sources};
use crate::db;
use crate::serve::wiring::options;

#[derive(Args)]
pub(super) struct Backup {
    #[command(flatten)]
    place: Where,
    /// The file to write. It must not exist yet.
    file: PathBuf,
}

pub(super) fn run(backup: &Backup, sources: Sources) -> Outcome {
    let file = &backup.file;
    if file.exists() {
        return Err(Failed(format!("{} already exists.", file.display())));
    }
    let database = backup.place.database(sources)?;
    if let Database::Sqlite(path) = &database
        && !path.exists()
    {
        return Err(Failed(format!("There is no database at {}.", path.display())));
    }
    db::backup::refuse_newer(&options(&database))?;
    match database {
        Database::Sqlite(path) => {
            db::backup::copy_sqlite(&options(&Database::Sqlite(path)), file)?;
        }
        Database::Postgres(postgres) => dump(&postgres.url, file)?,
    }
    println!("Copied to {}.", file.display());
    Ok(())
}

/// The password is passed in the environment: other users can read a command line.
fn dump(url: &str, file: &Path) -> Result<(), Failed> {
    let (url, password) = without_password(url);
    let mut command = Command::new("pg_dump");
    command.args(["--format=custom", "--no-password"]);
    command.arg(format!("--file={}", file.display())).arg(format!("--dbname={url}"));
    let shown = format!("pg_dump --format=custom --file='{}' --dbname='{url}'", file.display());
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failed(format!("pg_dump failed ({status}). The command was: {shown}"))),
        Err(_) => Err(Failed(format!(
            "pg_dump is not installed here (Debian: apt install postgresql-client). On a machine \
             that has it, run: {shown}"
        ))),
    }
}

/// The URL without the password in it, and the password.
fn without_password(url: &str) -> (String, Option<String>) {
    let split = || {
        let (scheme, rest) = url.split_once("://")?;
        let authority = rest.split(['/', '?']).next()?;
        let (user, host) = authority.rsplit_once('@')?;
        let (user, password) = user.split_once(':')?;
        let after = rest.strip_prefix(authority)?;
        let password = percent_decode_str(password).decode_utf8_lossy().into_owned();
        Some((format!("{scheme}://{user}@{host}{after}"), password))
    };
    match split() {
        Some((url, password)) => (url, Some(password)),
        None => (url.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn the_password_is_taken_out_of_the_url() {
        let cases = [
            ("postgres://u:p%40s:s@h:5432/d?x=1", "postgres://u@h:5432/d?x=1", Some("p@s:s")),
            ("postgres://u@h/d", "postgres://u@h/d", None),
            ("postgres:///d?host=/run:x@y", "postgres:///d?host=/run:x@y", None),
        ];
        for (url, without, password) in cases {
            let found = without_password(url);
            assert_eq!(found, (without.to_owned(), password.map(str::to_owned)));
        }
    }
}
