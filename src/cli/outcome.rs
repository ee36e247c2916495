//! What every command takes and how it ends.

use crate::base::clock::Clock;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::CentreId;
use crate::centres;
use crate::config::{Database, Sources, Wrong, make_folder, texts};
use crate::db::{Options, Store, Tx};
use crate::serve::wiring::options;
use clap::Args;
use std::path::{Path, PathBuf};

/// Which database.
#[derive(Args)]
pub(crate) struct Where {
    /// The data folder; the database is firstplace.sqlite in it.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The database, if it is elsewhere: the path of an SQLite file, or postgres://…
    #[arg(long, value_name = "URL")]
    pub database_url: Option<String>,
}

impl Where {
    /// A folder given here overrides a database named in the environment.
    pub(crate) fn tell(&self, sources: &mut Sources) {
        if let Some(data) = &self.data {
            sources.set_flag("data", "--data", data.display().to_string());
            sources.forget("database_url");
        }
        if let Some(url) = &self.database_url {
            sources.set_flag("database_url", "--database-url", url);
        }
    }

    pub(crate) fn database(&self, mut sources: Sources) -> Result<Database, Wrong> {
        self.tell(&mut sources);
        Database::load(&sources)
    }

    /// The database, which is there or may be made in a folder that is.
    pub(crate) fn open(&self, sources: Sources) -> Result<Store, Failed> {
        let sends_texts = texts::are_sent(&sources);
        let options = Options { sends_texts, ..options(&self.database(sources)?) };
        Ok(Store::open(&options, Clock::system())?)
    }

    /// The same, with a folder for a new SQLite file.
    pub(crate) fn new_database(&self, sources: Sources) -> Result<Database, Wrong> {
        let database = self.database(sources)?;
        database.folder().map_or(Ok(()), |folder| make_folder(&folder))?;
        Ok(database)
    }

    /// The database, which is made with its folder where there is none.
    pub(crate) fn make(&self, sources: Sources) -> Result<Store, Failed> {
        let sends_texts = texts::are_sent(&sources);
        let options = Options { sends_texts, ..options(&self.new_database(sources)?) };
        Ok(Store::open(&options, Clock::system())?)
    }

    /// An existing database, read-only.
    pub(crate) fn look(&self, sources: Sources) -> Result<Store, Failed> {
        Ok(Store::look(&options(&self.database(sources)?), Clock::system())?)
    }
}

/// Why a command failed, in one sentence.
pub(crate) struct Failed(pub String);

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

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Failed {
        Failed(fault.for_log().to_owned())
    }
}

pub(crate) type Outcome = Result<(), Failed>;

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failed> {
    std::fs::read(path)
        .map_err(|error| Failed(format!("{} cannot be read: {error}.", path.display())))
}

/// The centre with this name or id.
pub(crate) fn centre_named(tx: &mut Tx, named: &str) -> Result<CentreId> {
    let missing = || Fault::new(Code::NotFound, format!("There is no centre \"{named}\"."));
    Ok(centres::store::named(tx, named)?.ok_or_else(missing)?.id)
}
