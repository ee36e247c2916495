//! Where children and families stood, loaded once for a report: what was known of them, which
//! groups count, and how deprived the areas are that they lived in.

use super::standing::{Counting, Histories};
use super::{settings_store, standing_store as store};
use crate::areas::basis::{Index, Wanted};
use crate::areas::{self, LsoaCode, Vintage};
use crate::centres;
use crate::db::Tx;
use crate::families;
use crate::families::groups::Derived;
use crate::fault::Fault;
use crate::id::{CentreId, ChildId, FamilyId};
use crate::moment::Moment;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// So many postcodes go into one query.
const AT_ONCE: usize = 1_000;

/// Of whom it is asked, and as known when.
pub struct Of {
    pub children: BTreeSet<ChildId>,
    /// Of whom adults came.
    pub families: BTreeSet<FamilyId>,
    pub known_at: Moment,
    /// The first day that is asked about.
    pub since: NaiveDate,
    /// The centres of the report: deciles are on their reach areas' LSOAs.
    pub centres: Option<Vec<CentreId>>,
}

pub fn histories(tx: &mut Tx, of: Of) -> Result<Histories, Fault> {
    let vintage = vintage(tx, of.centres)?;
    let index = areas::service::basis(tx, vintage, &Wanted::default())?.index_year();
    let index = index.map(|year| Index { vintage, year });

    let mut children = of.children;
    let families: Vec<FamilyId> = of.families.into_iter().collect();
    children.extend(store::children_of(tx, &families, of.known_at)?);
    let mut histories = records(tx, children, of.known_at)?;
    histories.vintage = Some(vintage);
    histories.counting = counting(tx, index)?;
    if histories.counting.expectant {
        let homes = histories.families();
        histories.expecting(store::expected(tx, &homes, of.since, of.known_at)?);
    }
    if let Some(index) = index {
        let places: Vec<String> = histories.places().into_iter().map(str::to_owned).collect();
        histories.deciles = deciles(tx, index, &places)?;
    }
    Ok(histories)
}

/// The reach areas'; where there is none, the newest that deprivation is known of.
fn vintage(tx: &mut Tx, named: Option<Vec<CentreId>>) -> Result<Vintage, Fault> {
    let of = match named {
        Some(named) => named,
        None => centres::store::centres(tx, "", i64::MAX)?.into_iter().map(|one| one.id).collect(),
    };
    if let Some(area) = areas::service::borough(tx, &of)? {
        return Ok(area.vintage);
    }
    let imported = areas::store::imported(tx)?;
    let newest = imported.indices.iter().max_by_key(|index| index.year);
    Ok(newest.map_or(Vintage::Of2021, |index| index.vintage))
}

/// What was known of these children and of those they were joined into, whatever counts.
pub fn records(
    tx: &mut Tx,
    children: BTreeSet<ChildId>,
    known_at: Moment,
) -> Result<Histories, Fault> {
    let mut versions = Vec::new();
    let mut asked = BTreeSet::new();
    let mut next: Vec<ChildId> = children.into_iter().collect();
    while !next.is_empty() {
        let found = store::versions(tx, &next, known_at)?;
        asked.extend(next);
        let joined = found.iter().filter_map(|version| version.joined_into.clone());
        let new: BTreeSet<ChildId> = joined.filter(|child| !asked.contains(child)).collect();
        versions.extend(found);
        next = new.into_iter().collect();
    }
    Ok(Histories::new(versions))
}

/// Which groups count is a switch of each; deprivation counts only where it can be told.
fn counting(tx: &mut Tx, index: Option<Index>) -> Result<Counting, Fault> {
    let limit = settings_store::read(tx)?.deprived_decile;
    let mut counting = Counting::default();
    for group in families::store::groups(tx)?.into_iter().filter(|group| group.counts_for_reach) {
        match group.derived {
            Some(Derived::DeprivedArea) => counting.deprived_decile = index.map(|_| limit),
            Some(Derived::Age) => {
                counting.ages.extend(group.ages().map(|(first, until)| first..until));
            }
            Some(Derived::Expectant) => counting.expectant = true,
            None => {}
        }
        counting.groups.insert(group.code);
    }
    Ok(counting)
}

/// The decile of each postcode or LSOA that has one.
fn deciles(tx: &mut Tx, index: Index, places: &[String]) -> Result<HashMap<String, i32>, Fault> {
    let mut lsoas: HashMap<String, LsoaCode> = HashMap::new();
    for place in places {
        lsoas.extend(LsoaCode::parse(place).map(|code| (place.clone(), code)));
    }
    for some in places.chunks(AT_ONCE) {
        let wanted: Vec<&str> = some.iter().map(String::as_str).collect();
        let rows = areas::store::postcodes_among(tx, &wanted)?;
        let ours = rows.into_iter().filter(|row| row.vintage == index.vintage);
        lsoas.extend(ours.filter_map(|row| Some((row.postcode, row.lsoa?))));
    }
    let codes: BTreeSet<&str> = lsoas.values().map(LsoaCode::as_str).collect();
    let mut by_lsoa = HashMap::new();
    for some in codes.into_iter().collect::<Vec<_>>().chunks(AT_ONCE) {
        let rows = areas::store::deprivation_among(tx, index, some)?;
        by_lsoa.extend(rows.into_iter().map(|row| (row.lsoa, row.imd_decile)));
    }
    let decile = |(place, code)| Some((place, *by_lsoa.get(&code)?));
    Ok(lsoas.into_iter().filter_map(decile).collect())
}
