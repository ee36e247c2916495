//! The command line. Each command prints what it did or, in one sentence, why it failed. Commands
//! that use the database can run while the server runs.

mod backup;
mod birthdays;
mod check;
mod demo;
mod digests;
mod import;
mod import_areas;
mod import_lists;
mod logging;
mod mail;
mod migrate;
pub(crate) mod outcome;
mod progress;
mod report;
mod serve;
mod user;

use crate::config::Sources;
use clap::{Parser, Subcommand};
use outcome::{Failed, Where};
use std::path::PathBuf;
use std::process::ExitCode;

pub use check::broken;

/// The usual code for wrong usage; `check` uses 2 for broken rules.
const USAGE: u8 = 64;

/// Bookings and waiting lists for children's centres and family hubs.
///
/// Settings come from flags, the environment (FIRSTPLACE_…) and a TOML file, in
/// that order; `firstplace settings` lists them.
#[derive(Parser)]
#[command(name = "firstplace", version, arg_required_else_help = true)]
struct Cli {
    /// A TOML file of settings.
    #[arg(long, global = true, value_name = "FILE", env = "FIRSTPLACE_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service.
    Serve(serve::Serve),
    /// Run a local demo with sample data.
    Demo(demo::Demo),
    /// Bring the database tables up to date. `serve` does this too.
    Migrate(Where),
    /// Print the API's description (OpenAPI 3.1).
    Openapi,
    /// List all settings, with their values' format and defaults.
    Settings,
    /// Manage user accounts.
    #[command(subcommand)]
    User(user::User),
    /// Import data from files.
    #[command(subcommand)]
    Import(import::ImportCommand),
    Birthdays(birthdays::Birthdays),
    Digests(digests::Digests),
    /// Write a report to a file.
    #[command(subcommand)]
    Report(report::ReportCommand),
    /// Check outgoing mail.
    #[command(subcommand)]
    Mail(mail::Mail),
    /// Copy the database to a file. Safe while the server runs.
    Backup(backup::Backup),
    /// Check the database for broken rules. Read-only; exits 2 if any are found.
    Check(Where),
}

/// Runs the command this process was started with. Everything it creates, through SQLite and
/// `pg_dump` too, is private to its owner: files 0600, folders 0700.
pub fn run() -> ExitCode {
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(said) => {
            drop(said.print());
            return if said.use_stderr() { ExitCode::from(USAGE) } else { ExitCode::SUCCESS };
        }
    };
    let environment = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let outcome = Sources::read(cli.config.as_deref(), environment)
        .map_err(Failed::from)
        .and_then(|sources| perform(cli.command, sources));
    outcome.unwrap_or_else(|Failed(sentence)| {
        eprintln!("firstplace: {sentence}");
        ExitCode::FAILURE
    })
}

fn perform(command: Command, sources: Sources) -> Result<ExitCode, Failed> {
    match command {
        Command::Serve(serve) => serve::run(&serve, sources),
        Command::Demo(demo) => demo::run(&demo, &sources),
        Command::Migrate(place) => migrate::run(&place, sources),
        Command::Openapi => {
            print!("{}", crate::serve::openapi::document_text());
            Ok(())
        }
        Command::Settings => {
            settings();
            Ok(())
        }
        Command::User(user) => user::run(&user, sources),
        Command::Import(import) => import::run(&import, sources),
        Command::Birthdays(given) => birthdays::run(&given, sources),
        Command::Digests(given) => digests::run(&given, sources),
        Command::Report(report) => report::run(&report, sources),
        Command::Mail(mail) => mail::run(&mail, sources),
        Command::Backup(backup) => backup::run(&backup, sources),
        Command::Check(place) => return check::run(&place, sources),
    }
    .map(|()| ExitCode::SUCCESS)
}

fn settings() {
    for setting in crate::config::SETTINGS {
        let variable = format!("FIRSTPLACE_{}", setting.name.to_ascii_uppercase());
        let default = match setting.default {
            "" => String::new(),
            default => format!(" [{default}]"),
        };
        println!("{variable}{default}\n    {}", setting.should_be);
    }
}
