//! Operations on areas: a centre's reach area, the centre of a postcode, and the figures of an area
//! on one basis.

use super::basis::{Basis, WantedBasis};
use super::figures::LsoaFigure;
use super::position::Position;
use super::store::{self, bulk};
use super::{Area, LsoaCode, LsoaRow, ReachArea, Vintage, mixed};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, ReachAreaId};
use crate::centres;
use crate::db::Tx;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// The centre whose reach area has the postcode. If several have it, the oldest centre, so that
/// neighbours always get the same one. Terminated postcodes count too.
pub fn home_centre(tx: &mut Tx, postcode: &str) -> Result<Option<CentreId>> {
    Ok(store::centres_for(tx, postcode)?.into_iter().next())
}

/// Where these postcodes are, as far as an imported file says.
pub(crate) fn positions(tx: &mut Tx, wanted: &[&str]) -> Result<HashMap<String, Position>> {
    let known = store::postcodes_among(tx, wanted)?;
    let placed = known.into_iter().filter_map(|row| {
        let (latitude, longitude) = row.latitude.zip(row.longitude)?;
        Some((row.postcode, Position { latitude, longitude }))
    });
    Ok(placed.collect())
}

/// The basis for figures of one vintage: as wanted, or the newest.
pub fn basis(tx: &mut Tx, vintage: Vintage, wanted: &WantedBasis) -> Result<Basis> {
    Basis::of(vintage, &store::imported(tx)?, wanted)
}

/// An area's LSOAs with the figures of each.
pub struct AreaFigures {
    pub basis: Basis,
    pub lsoas: Vec<LsoaFigure>,
}

pub fn figures(tx: &mut Tx, area: &Area, wanted: &WantedBasis) -> Result<AreaFigures> {
    let basis = basis(tx, area.vintage, wanted)?;
    let lsoas = store::figures(tx, area, &basis)?;
    Ok(AreaFigures { basis, lsoas })
}

/// A centre's reach area and its LSOAs; 404 if it has none yet.
pub fn reach_area(tx: &mut Tx, centre: &CentreId) -> Result<(ReachArea, Area)> {
    tx.allow(Act::SeeAreas, &Scope::centre(centre), "centre")?;
    centres::store::centre(tx, centre)?;
    let reach = store::reach_area(tx, centre)?.ok_or_else(|| Fault::not_found("reach area"))?;
    let area = store::area_of(tx, &reach)?;
    Ok((reach, area))
}

/// The union of these centres' reach areas; `None` if none has one.
pub fn borough(tx: &mut Tx, centres: &[CentreId]) -> Result<Option<Area>> {
    let mut areas = Vec::new();
    for centre in centres {
        if let Some(reach) = store::reach_area(tx, centre)? {
            areas.push(store::area_of(tx, &reach)?);
        }
    }
    Area::union(&areas)
}

/// What a change does with a centre's current LSOAs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Keep them and add the new ones.
    Merge,
    Replace,
}

/// Sets a centre's reach area. The old one is kept as history; setting the same one changes
/// nothing.
pub fn set_reach_area(
    tx: &mut Tx,
    centre: &CentreId,
    area: &Area,
    how: How,
) -> Result<(ReachArea, Area)> {
    tx.allow(Act::ManageAreas, &Scope::organisation(), "centre")?;
    centres::store::centre(tx, centre)?;
    tx.alone("reach_areas")?;

    let before = store::reach_area(tx, centre)?;
    let mut wanted = area.clone();
    if let Some(before) = before {
        let known = store::area_of(tx, &before)?;
        if how == How::Merge {
            wanted = merge(&known, area)?;
        }
        if wanted == known {
            return Ok((before, known));
        }
        let now = tx.now();
        store::end_reach_area(tx, &before.id, now)?;
    }

    add_unknown(tx, &wanted)?;
    let row = ReachArea {
        id: ReachAreaId::new(),
        centre_id: centre.clone(),
        vintage: wanted.vintage,
        since_at: tx.now(),
        until_at: None,
    };
    store::add_reach_area(tx, &row, &wanted)?;
    let detail = json!({ "vintage": wanted.vintage, "lsoas": wanted.lsoas.len() });
    tx.audit(Event::SetReachArea, centre.as_str(), detail)?;
    Ok((row, wanted))
}

fn merge(known: &Area, more: &Area) -> Result<Area> {
    if known.vintage != more.vintage {
        return Err(mixed(format!(
            "The centre's reach area uses {} LSOAs, but these are {} LSOAs. Replace the whole \
             area.",
            known.vintage, more.vintage
        )));
    }
    let lsoas = known.lsoas.union(&more.lsoas).cloned().collect();
    Ok(Area { vintage: known.vintage, lsoas })
}

/// A reach area may be set before its LSOAs are imported.
fn add_unknown(tx: &mut Tx, area: &Area) -> Result<()> {
    let rows: Vec<LsoaRow> = unknown(tx, area)?
        .into_iter()
        .map(|code| LsoaRow {
            vintage: area.vintage,
            code,
            name: None,
            district_code: None,
            district_name: None,
        })
        .collect();
    bulk::lsoas(tx, &rows)
}

/// An area's LSOAs that are in no imported file.
pub fn unknown(tx: &mut Tx, area: &Area) -> Result<Vec<LsoaCode>> {
    let codes: Vec<&str> = area.lsoas.iter().map(LsoaCode::as_str).collect();
    let rows = store::lsoas_among(tx, area.vintage, &codes)?;
    let known: BTreeSet<LsoaCode> = rows.into_iter().map(|row| row.code).collect();
    Ok(area.lsoas.difference(&known).cloned().collect())
}
