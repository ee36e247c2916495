//! `import postcodes|deprivation|population|reach-area`: published files about areas.

use std::path::PathBuf;

use clap::Args;

use super::outcome::{Failed, Outcome, Where, read};
use super::progress::Progress;
use crate::areas::import::service::{Import, ReachImport, Watch};
use crate::areas::report::AreaImportReport;
use crate::areas::service::How;
use crate::areas::{Vintage, import};
use crate::base::fault::Result;
use crate::config::Sources;
use crate::db::Store;

#[derive(Args)]
pub(super) struct Published {
    #[command(flatten)]
    place: Where,
    /// The published file, as CSV.
    file: PathBuf,
    /// The vintage of its LSOAs, 2011 or 2021. Often clear from the file's headings or codes.
    #[arg(long, value_name = "YEAR")]
    vintage: Option<Vintage>,
    /// The edition of the indices, or the year of the residents, if the file does not say.
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
    /// The name of a table of residents in reports. Default: "ONS mid-year estimates".
    #[arg(long, value_name = "NAME")]
    table: Option<String>,
}

#[derive(Args)]
pub(super) struct ReachArea {
    #[command(flatten)]
    place: Where,
    /// LSOAs or postcodes, one per line, as CSV.
    file: PathBuf,
    /// The centre, by name or id.
    #[arg(long, value_name = "CENTRE")]
    centre: String,
    /// The vintage of its LSOAs, 2011 or 2021.
    #[arg(long, value_name = "YEAR")]
    vintage: Option<Vintage>,
    /// Replace the centre's reach area. Without it, the LSOAs are added.
    #[arg(long)]
    replace: bool,
}

/// `what` is counted while it runs.
pub(super) fn published(
    given: &Published,
    sources: Sources,
    what: &'static str,
    import: impl Fn(&Store, &Import, Watch) -> Result<AreaImportReport>,
) -> Outcome {
    let file_name = given.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let asked = Import {
        bytes: read(&given.file)?,
        file_name,
        vintage: given.vintage,
        year: given.year,
        table: given.table.clone(),
    };
    told(&given.place, sources, what, |store, watch| import(store, &asked, watch))
}

pub(super) fn reach_area(given: &ReachArea, sources: Sources) -> Outcome {
    let asked = ReachImport {
        bytes: read(&given.file)?,
        vintage: given.vintage,
        centre: given.centre.clone(),
        how: if given.replace { How::Replace } else { How::Merge },
    };
    told(&given.place, sources, "LSOAs", |store, watch| {
        import::service::reach_area(store, &asked, watch)
    })
}

fn told(
    place: &Where,
    sources: Sources,
    what: &'static str,
    import: impl Fn(&Store, Watch) -> Result<AreaImportReport>,
) -> Outcome {
    let store = place.make(sources)?;
    let progress = Progress::new(what);
    let report = import(&store, &mut |done, of| progress.at(done, of)).map_err(Failed::from)?;
    drop(progress);
    println!("{report}");
    Ok(())
}
