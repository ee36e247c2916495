//! The histories of children and families, loaded once for a report: what was known about them,
//! which groups count, and how deprived their areas are.

use super::Histories;
use super::store::{self, VersionRow};
use crate::areas::basis::{Basis, Index, WantedBasis};
use crate::areas::{self, LsoaCode, Vintage};
use crate::base::fault::Result;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::reach::facts::ELSEWHERE;
use crate::reach::groups::Groups;
use crate::reach::settings::ReachSettings;
use crate::reach::version::Version;
use crate::{centres, families, settings};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// For more children than this, all versions are read.
const READ_THROUGH: usize = 20_000;

/// Which children and families to load, and as known when.
pub(crate) struct Of {
    /// `None`: all.
    pub children: Option<BTreeSet<ChildId>>,
    /// Families whose adults came.
    pub families: BTreeSet<FamilyId>,
    pub known_at: Moment,
    /// The first day of interest.
    pub since: NaiveDate,
    /// The LSOAs to use, and their deprivation.
    pub vintage: Vintage,
    pub index: Option<Index>,
}

pub(crate) fn histories(tx: &mut Tx, of: Of) -> Result<Histories> {
    let children = match of.children {
        None => None,
        Some(mut children) => {
            let families: Vec<FamilyId> = of.families.iter().cloned().collect();
            children.extend(store::children_of(tx, &families, of.known_at)?);
            Some(children)
        }
    };
    let is_all = children.is_none();
    let mut histories = records(tx, (of.vintage, of.known_at), children)?;
    histories.of_families(&of.families);
    let limit = settings::store::read_at::<ReachSettings>(tx, of.known_at)?.deprived_decile;
    let groups = families::groups::service::groups_at(tx, of.known_at)?;
    histories.groups = Groups::new(groups, limit);
    if histories.groups.ask_for_expected() {
        let homes: Option<Vec<&FamilyId>> = (!is_all).then(|| histories.families());
        let homes = homes.as_deref().filter(|homes| homes.len() < READ_THROUGH);
        let expected = store::expected(tx, homes, of.since, of.known_at)?;
        histories.expecting(expected);
    }
    histories.deciles = of.index.map(|index| deciles(tx, index, &histories)).transpose()?;
    Ok(histories)
}

/// The basis for questions outside a report: the vintage of these centres' reach areas, or without
/// any the newest with deprivation data; and the newest index of it that was imported by a given
/// moment.
pub(crate) fn basis(
    tx: &mut Tx,
    named: Option<&[CentreId]>,
    known_at: Moment,
) -> Result<(Vintage, Option<Index>)> {
    let vintage = vintage(tx, named)?;
    let imported = areas::store::imported_at(tx, known_at)?;
    let basis = Basis::of(vintage, &imported, &WantedBasis::default())?;
    Ok((vintage, basis.index_year().map(|year| Index { vintage, year })))
}

fn vintage(tx: &mut Tx, named: Option<&[CentreId]>) -> Result<Vintage> {
    let of = match named {
        Some(named) => named.to_vec(),
        None => centres::store::centres(tx, "", i64::MAX)?.into_iter().map(|one| one.id).collect(),
    };
    if let Some(area) = areas::service::borough(tx, &of)? {
        return Ok(area.vintage);
    }
    let imported = areas::store::imported(tx)?;
    let newest = imported.indices.iter().max_by_key(|index| index.year);
    Ok(newest.map_or(Vintage::Of2021, |index| index.vintage))
}

/// What was known about these children and those they were merged into.
pub(crate) fn records(
    tx: &mut Tx,
    (vintage, known_at): (Vintage, Moment),
    children: Option<BTreeSet<ChildId>>,
) -> Result<Histories> {
    let Some(children) = children.filter(|children| children.len() < READ_THROUGH) else {
        let all = store::versions(tx, known_at, None)?;
        return Ok(Histories::new(placed(tx, vintage, all)?, known_at));
    };
    let mut versions = Vec::new();
    let mut asked = BTreeSet::new();
    let mut next: Vec<ChildId> = children.into_iter().collect();
    while !next.is_empty() {
        let found = store::versions(tx, known_at, Some(&next))?;
        asked.extend(next);
        let joined = found.iter().filter_map(|version| version.joined_into.clone());
        let new: BTreeSet<ChildId> = joined.filter(|child| !asked.contains(child)).collect();
        versions.extend(found);
        next = new.into_iter().collect();
    }
    Ok(Histories::new(placed(tx, vintage, versions)?, known_at))
}

/// Adds the LSOA of each postcode, looked up once per postcode.
fn placed(tx: &mut Tx, vintage: Vintage, known: Vec<VersionRow>) -> Result<Vec<Version>> {
    let postcodes: HashSet<&str> = known.iter().filter_map(|one| one.postcode.as_deref()).collect();
    let mut postcodes: Vec<&str> = postcodes.into_iter().collect();
    postcodes.sort_unstable();
    let mut lsoas: HashMap<String, Arc<str>> = HashMap::new();
    let mut names: HashMap<Option<LsoaCode>, Arc<str>> = HashMap::new();
    for row in areas::store::postcodes_among(tx, &postcodes)? {
        if row.vintage == vintage {
            let name = names
                .entry(row.lsoa.clone())
                .or_insert_with(|| row.lsoa.as_ref().map_or(ELSEWHERE, LsoaCode::as_str).into());
            lsoas.insert(row.postcode, name.clone());
        }
    }
    let placed = |one: VersionRow| {
        let lsoa = one.postcode.as_deref().and_then(|postcode| lsoas.get(postcode)).cloned();
        one.placed(vintage, lsoa)
    };
    Ok(known.into_iter().map(placed).collect())
}

/// The decile of each LSOA that has one.
fn deciles(tx: &mut Tx, index: Index, histories: &Histories) -> Result<HashMap<String, i32>> {
    let mut lsoas: Vec<&str> = histories.lsoas().into_iter().collect();
    lsoas.sort_unstable();
    let rows = areas::store::deprivation_among(tx, index, &lsoas)?;
    Ok(rows.into_iter().map(|row| (row.lsoa.to_string(), row.imd_decile)).collect())
}
