//! Importing a centre's reach area from a list of LSOAs, or of postcodes in them.

use super::parts::only;
use super::{Watch, known};
use crate::access::Actor;
use crate::areas::files::list::{self, Listed};
use crate::areas::files::{vintage, wrong};
use crate::areas::report::{AreaImportReport, ImportCounts, ImportDone};
use crate::areas::service::{How, set_reach_area, unknown};
use crate::areas::{Area, LsoaCode, Vintage, store};
use crate::base::fault::Result;
use crate::centres;
use crate::centres::Centre;
use crate::db::{Store, Tx};
use std::collections::BTreeSet;

pub struct ReachImport {
    pub bytes: Vec<u8>,
    pub vintage: Option<Vintage>,
    /// A centre's id or its name.
    pub centre: String,
    pub how: How,
}

pub fn reach_area(store: &Store, import: &ReachImport, watch: Watch) -> Result<AreaImportReport> {
    let file = list::read(&import.bytes, import.vintage)?;
    let centre = centre(store, &import.centre)?;
    let mut report = AreaImportReport {
        refused: file.refused,
        unread: file.unread,
        ..AreaImportReport::default()
    };
    let area = match file.listed {
        Listed::Lsoas(lsoas) => {
            let told = vintage::decide(import.vintage, file.said, &lsoas)?;
            let vintage = match told.or(own_vintage(store, &centre, import.how)?) {
                Some(vintage) => vintage,
                None => only(known::of_lsoas(store, &lsoas)?)?,
            };
            Area { vintage, lsoas }
        }
        Listed::Postcodes(postcodes) => {
            let told = import.vintage.or(own_vintage(store, &centre, import.how)?);
            of_postcodes(store, &postcodes, told, &mut report)?
        }
    };
    if area.lsoas.is_empty() {
        return Err(wrong("The file has no usable LSOA."));
    }

    let (wanted, how, id) = (area.clone(), import.how, centre.id.clone());
    let (before, after, unknown) = store.write(Actor::service(), move |tx| {
        let before = match store::reach_area(tx, &id)? {
            Some(reach) => Some(store::area_of(tx, &reach)?),
            None => None,
        };
        let unknown = unknown(tx, &wanted)?;
        let (_, after) = set_reach_area(tx, &id, &wanted, how)?;
        Ok((before, after, unknown))
    })?;
    watch(area.lsoas.len(), area.lsoas.len());
    report.tell(&centre, before.as_ref(), &after);
    if !unknown.is_empty() {
        let shown = some_of(unknown.iter().map(LsoaCode::as_str));
        report.notes.push(format!("{} of them are in no imported file: {shown}.", unknown.len()));
    }
    Ok(report)
}

impl AreaImportReport {
    fn tell(&mut self, centre: &Centre, before: Option<&Area>, after: &Area) {
        let known = before.filter(|before| before.vintage == after.vintage);
        let known = known.map_or(0, |before| before.lsoas.intersection(&after.lsoas).count());
        let counts = ImportCounts { new: after.lsoas.len() - known, changed: 0, known };
        let gone = before.map_or(0, |before| before.lsoas.len().saturating_sub(known));
        let what = format!("LSOAs in the reach area of {}", centre.name);
        self.done.push(ImportDone { what, vintage: after.vintage, counts });
        if gone > 0 {
            self.notes.push(format!("{gone} LSOAs were removed from it."));
        }
    }
}

/// LSOAs merged into an area are assumed to have its vintage, unless something else says otherwise.
fn own_vintage(store: &Store, centre: &Centre, how: How) -> Result<Option<Vintage>> {
    match how {
        How::Replace => Ok(None),
        How::Merge => store.read(Actor::service(), |tx| {
            Ok(store::reach_area(tx, &centre.id)?.map(|reach| reach.vintage))
        }),
    }
}

fn centre(store: &Store, named: &str) -> Result<Centre> {
    let found = store.read(Actor::service(), |tx: &mut Tx| centres::store::named(tx, named))?;
    found.ok_or_else(|| wrong(format!("There is no centre \"{named}\"; give its name or id.")))
}

/// The LSOAs of these postcodes; unknown postcodes are noted.
fn of_postcodes(
    store: &Store,
    postcodes: &BTreeSet<String>,
    told: Option<Vintage>,
    report: &mut AreaImportReport,
) -> Result<Area> {
    let wanted: Vec<&str> = postcodes.iter().map(String::as_str).collect();
    let rows = store.read(Actor::service(), |tx| store::postcodes_among(tx, &wanted))?;
    let seen: BTreeSet<Vintage> = rows.iter().map(|row| row.vintage).collect();
    if seen.is_empty() {
        return Err(wrong("No imported file has these postcodes. Import them first."));
    }
    let vintage = told.map_or_else(|| only(seen.into_iter().collect()), Ok)?;
    let rows = || rows.iter().filter(|row| row.vintage == vintage);
    let found: BTreeSet<&str> = rows().map(|row| row.postcode.as_str()).collect();
    let missing = postcodes.iter().filter(|postcode| !found.contains(postcode.as_str()));
    let missing: Vec<&str> = missing.map(String::as_str).collect();
    if !missing.is_empty() {
        let shown = some_of(missing.iter().copied());
        report.notes.push(format!("{} postcodes are in no imported file: {shown}.", missing.len()));
    }
    Ok(Area { vintage, lsoas: rows().filter_map(|row| row.lsoa.clone()).collect() })
}

/// The first few of many.
fn some_of<'a>(all: impl Iterator<Item = &'a str> + Clone) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<&str> = all.clone().take(SHOWN).collect();
    let more = if all.count() > SHOWN { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
