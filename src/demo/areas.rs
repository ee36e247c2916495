//! The demo's areas: real postcodes, deprivation and residents of Trafford, read like any published
//! file, and a reach area for each centre.

use crate::areas::basis::Index;
use crate::areas::files::{deprivation, population, postcodes};
use crate::areas::import::service::merge;
use crate::areas::service::{How, set_reach_area};
use crate::areas::{Area, LsoaCode, Vintage};
use crate::base::fault::{Fault, Result};
use crate::base::id::CentreId;
use crate::db::Tx;
use std::collections::BTreeSet;

const POSTCODES: &[u8] = include_bytes!("trafford/postcodes.csv");
const DEPRIVATION: &[u8] = include_bytes!("trafford/deprivation.csv");
const POPULATION: &[u8] = include_bytes!("trafford/population.csv");
const REACH_AREAS: &str = include_str!("trafford/reach-areas.csv");

const VINTAGE: Vintage = Vintage::Of2021;

/// Imports the files and gives the centres their areas, in the borough's order.
pub(super) fn settle(tx: &mut Tx, centres: &[CentreId]) -> Result<()> {
    let broken = |_| Fault::internal("the demo's areas cannot be read");
    for part in postcodes::read(POSTCODES).map_err(broken)?.parts {
        merge::lsoas(tx, VINTAGE, &merge::lsoas_of(VINTAGE, &part.rows))?;
        merge::postcodes(tx, VINTAGE, &part.rows)?;
    }
    for part in deprivation::read(DEPRIVATION).map_err(broken)?.parts {
        merge::lsoas(tx, VINTAGE, &merge::lsoas_of(VINTAGE, &part.rows))?;
        merge::deprivation(tx, Index { vintage: VINTAGE, year: 2025 }, &part.rows)?;
    }
    let table = merge::table(tx, VINTAGE, merge::ESTIMATES, 2024)?;
    for part in population::read(POPULATION).map_err(broken)?.parts {
        merge::lsoas(tx, VINTAGE, &merge::lsoas_of(VINTAGE, &part.rows))?;
        merge::population(tx, &table, &part.rows)?;
    }
    for (centre, number) in centres.iter().zip(0..) {
        let area = Area { vintage: VINTAGE, lsoas: lsoas_of(number) };
        set_reach_area(tx, centre, &area, How::Replace)?;
    }
    Ok(())
}

/// Every LSOA around the borough's centres.
pub(super) fn lsoas() -> Vec<String> {
    let lines = REACH_AREAS.lines().skip(1).filter_map(|line| line.split_once(','));
    lines.map(|(_, code)| code.trim().to_owned()).collect()
}

/// The LSOAs of a centre, by its place in the borough.
fn lsoas_of(number: usize) -> BTreeSet<LsoaCode> {
    let number = number.to_string();
    let lines = REACH_AREAS.lines().skip(1).filter_map(|line| line.split_once(','));
    let own = lines.filter(|(centre, _)| *centre == number);
    own.filter_map(|(_, code)| LsoaCode::parse(code)).collect()
}
