//! The command line. Each command says what it did or, in one sentence, why not;
//! those that need the database may run beside a live server.

mod backup;
mod birthdays;
mod check;
mod demo;
mod import;
mod import_areas;
mod import_lists;
mod logging;
mod mail;
mod migrate;
mod progress;
mod report;
mod serve;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::{Sources, Wrong};

pub use check::broken;

/// What a shell means by "wrong use"; 2 is what `check` says of a broken database.
const USAGE: u8 = 64;

/// Booking and waiting for children's centres and family hubs.
///
/// Settings come from flags, the environment (FIRSTPLACE_…) and a TOML file, in
/// that order; `firstplace settings` lists them.
#[derive(Parser)]
#[command(name = "firstplace", version, arg_required_else_help = true)]
struct Cli {
    /// A TOML file with settings.
    #[arg(long, global = true, value_name = "FILE", env = "FIRSTPLACE_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service.
    Serve(serve::Serve),
    /// Try everything, on this machine alone, with a made-up borough.
    Demo(demo::Demo),
    /// Bring the tables up to date, and say what was done. `serve` does so too.
    Migrate(Where),
    /// Print the API's description (OpenAPI 3.1).
    Openapi,
    /// Print every setting with what it should be.
    Settings,
    /// People who sign in.
    #[command(subcommand)]
    User(user::User),
    /// What was written elsewhere.
    #[command(subcommand)]
    Import(import::Import),
    Birthdays(birthdays::Birthdays),
    /// Figures to give away.
    #[command(subcommand)]
    Report(report::Report),
    /// The mail that leaves.
    #[command(subcommand)]
    Mail(mail::Mail),
    /// Copy the database into a file, beside a live server.
    Backup(backup::Backup),
    /// Look for what must never be, changing nothing; exits 2 if there is any.
    Check(Where),
}

/// Which database.
#[derive(Args)]
struct Where {
    /// The data folder; its firstplace.sqlite is the database.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The database, if it is elsewhere: a path of an SQLite file, or postgres://…
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
}

impl Where {
    /// A folder named here is meant, whatever database the environment names.
    fn tell(&self, sources: &mut Sources) {
        if let Some(data) = &self.data {
            sources.set_flag("data", "--data", data.display().to_string());
            sources.forget("database_url");
        }
        if let Some(url) = &self.database_url {
            sources.set_flag("database_url", "--database-url", url);
        }
    }
}

/// Why a command did not do what it was asked, in one sentence.
struct Failed(String);

impl From<Wrong> for Failed {
    fn from(wrong: Wrong) -> Failed {
        Failed(wrong.0)
    }
}

impl From<String> for Failed {
    fn from(sentence: String) -> Failed {
        Failed(sentence)
    }
}

impl From<crate::fault::Fault> for Failed {
    fn from(fault: crate::fault::Fault) -> Failed {
        Failed(fault.cause().unwrap_or_else(|| fault.detail()).to_owned())
    }
}

type Outcome = Result<ExitCode, Failed>;

/// Runs the command this process was started with. Whatever it makes, and SQLite or `pg_dump` for
/// it, is for its owner's eyes: files 0600, folders 0700.
pub fn run() -> ExitCode {
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(said) => {
            // Where even that cannot be printed there is nobody to tell.
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

fn perform(command: Command, sources: Sources) -> Outcome {
    match command {
        Command::Serve(serve) => serve::run(&serve, sources),
        Command::Demo(demo) => demo::run(&demo, &sources),
        Command::Migrate(place) => migrate::run(&place, sources),
        Command::Openapi => {
            print!("{}", crate::web::openapi::document_text());
            Ok(ExitCode::SUCCESS)
        }
        Command::Settings => {
            settings();
            Ok(ExitCode::SUCCESS)
        }
        Command::User(user) => user::run(&user, sources),
        Command::Import(import) => import::run(&import, sources),
        Command::Birthdays(given) => birthdays::run(&given, sources),
        Command::Report(report) => report::run(&report, sources),
        Command::Mail(mail) => mail::run(&mail, sources),
        Command::Backup(backup) => backup::run(&backup, sources),
        Command::Check(place) => check::run(&place, sources),
    }
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
