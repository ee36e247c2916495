//! The year before the visitor came: neighbours of the demo's centres, sessions that were held,
//! registers that were taken, and what health visitors and nurseries reported. This gives the
//! reports realistic figures. Created once, the same for the same day.

mod agencies;
mod habits;
mod held;
mod neighbours;
mod referrals;
mod renewals;
pub(crate) mod rows;
mod store;

use super::borough::Borough;
use super::crowd::fill::settle;
use super::crowd::{Crowd, Place};
use crate::access::Actor;
use crate::base::fault::Fault;
use crate::centres;
use crate::db::{Store, Tx};
use crate::reach::service::history::fill_all;

/// For each of the borough's centres, in order: a postcode in each LSOA around it, with the number
/// of children under five in that LSOA.
const HOMES: [&[(&str, usize)]; 4] = [
    &[("M31 4BD", 132), ("M31 4DJ", 109), ("M31 4FX", 157), ("M31 4WE", 119)],
    &[("M32 9AU", 98), ("M32 9HB", 112), ("M32 9LZ", 95), ("M32 9TE", 102)],
    &[("M16 7NQ", 68), ("M16 7QU", 112), ("M16 9DF", 94), ("M16 9NW", 163)],
    &[("M33 4AW", 84), ("M33 4EN", 70), ("M33 4JJ", 70), ("M33 4SR", 44), ("M33 4QJ", 94)],
];

/// These families have four in five of the children under five around the centres.
const FAMILIES: u32 = 940;

const SEED: u64 = 201_304;

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
            // Weighted by the children who live there.
            let place = Place { postcode, centre: centre.clone() };
            places.extend(std::iter::repeat_n(place, *children));
        }
    }
    Ok(Some(places))
}
