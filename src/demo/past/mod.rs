//! The year before the visitor came: neighbours of the demo's centres, sessions that were held,
//! registers that were taken, and what health visitors and nurseries reported. So the reports have
//! figures that can be believed. Made once, the same for the same day.

mod agencies;
mod habits;
mod held;
mod neighbours;
mod referrals;
mod renewals;
mod store;

use super::borough::Borough;
use super::crowd::fill::settle;
use super::crowd::{Crowd, Place};
use crate::access::Actor;
use crate::centres;
use crate::db::{Store, Tx};
use crate::fault::Fault;
use crate::reach::history_service::fill_all;

/// A postcode in each LSOA around the borough's centres, in their order, with the children under
/// five who live in that LSOA.
const HOMES: [&[(&str, usize)]; 4] = [
    &[("M31 4BD", 132), ("M31 4DJ", 109), ("M31 4FX", 157), ("M31 4WE", 119)],
    &[("M32 9AU", 98), ("M32 9HB", 112), ("M32 9LZ", 95), ("M32 9TE", 102)],
    &[("M16 7NQ", 68), ("M16 7QU", 112), ("M16 9DF", 94), ("M16 9NW", 163)],
    &[("M33 4AW", 84), ("M33 4EN", 70), ("M33 4JJ", 70), ("M33 4SR", 44), ("M33 4QJ", 94)],
];
/// Of the children under five who live around the centres, four in five are theirs.
const FAMILIES: u32 = 940;
const SEED: u64 = 201_304;
/// Two years: the window of the last quarter that is settled is covered, and some come again who
/// came before it.
const WEEKS: i64 = 104;

pub fn fill(database: &Store) -> Result<(), Fault> {
    if database.read(Actor::service(), store::has_contacts)? {
        return Ok(());
    }
    let today = database.clock().now().civil_day();
    let Some(places) = database.read(Actor::service(), places)? else { return Ok(()) };
    let crowd = Crowd::new(SEED, today)?.living_at(places);
    settle(database, &crowd, FAMILIES, |_| {})?;
    database.write(Actor::service(), neighbours::tell)?;
    fill_all(database)?;
    database.write(Actor::service(), held::year)
}

/// The postcodes around each centre; `None` where the borough is not the demo's.
fn places(tx: &mut Tx) -> Result<Option<Vec<Place>>, Fault> {
    let borough = Borough::read()?;
    let mut places = Vec::new();
    for (name, homes) in borough.centre_names().into_iter().zip(HOMES) {
        let Some(centre) = centres::store::named(tx, name)? else { return Ok(None) };
        let centre = centre.id;
        for (postcode, children) in homes {
            // As often as children live there.
            let place = Place { postcode, centre: centre.clone() };
            places.extend(std::iter::repeat_n(place, *children));
        }
    }
    Ok(Some(places))
}
