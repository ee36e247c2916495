//! What every command takes and how it ends.

use crate::config::{Sources, Wrong};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which database.
#[derive(Args)]
pub struct Where {
    /// The data folder; the database is firstplace.sqlite in it.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The database, if it is elsewhere: the path of an SQLite file, or postgres://…
    #[arg(long, value_name = "URL")]
    pub database_url: Option<String>,
}

impl Where {
    /// A folder given here overrides a database named in the environment.
    pub fn tell(&self, sources: &mut Sources) {
        if let Some(data) = &self.data {
            sources.set_flag("data", "--data", data.display().to_string());
            sources.forget("database_url");
        }
        if let Some(url) = &self.database_url {
            sources.set_flag("database_url", "--database-url", url);
        }
    }
}

/// Why a command failed, in one sentence.
pub struct Failed(pub String);

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

impl From<crate::base::fault::Fault> for Failed {
    fn from(fault: crate::base::fault::Fault) -> Failed {
        Failed(fault.cause().unwrap_or_else(|| fault.detail()).to_owned())
    }
}

pub type Outcome = Result<ExitCode, Failed>;

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failed> {
    std::fs::read(path)
        .map_err(|error| Failed(format!("{} cannot be read: {error}.", path.display())))
}

/// One of the words of a list, all of which the help shows.
pub fn one_of<T: Clone + Send + Sync + 'static>(
    all: &'static [T],
    word: fn(&T) -> &'static str,
    parse: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(word))
        .try_map(move |text| parse(&text).ok_or("This is not one of the words."))
}
