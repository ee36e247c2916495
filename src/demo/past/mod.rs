//! The year before the visitor came: neighbours of the demo's centres, sessions that were held,
//! registers that were taken, and what health visitors and nurseries reported. So the reports have
//! figures that can be believed. Made once, the same for the same day.

mod habits;
mod held;
mod neighbours;
mod store;

use super::borough::Borough;
use super::crowd::fill::fill as settle;
use super::crowd::{Crowd, Place};
use super::people::PLACES;
use crate::access::Actor;
use crate::calendar::local_day;
use crate::centres;
use crate::db::{Store, Tx};
use crate::fault::Fault;
use crate::reach::history_service::fill_all;
use chrono_tz::Europe::London;

/// Of the children under five who live around the centres, four in five are theirs.
const FAMILIES: u32 = 850;
const SEED: u64 = 2_013_04;
/// The last quarter that is settled, and the twelve months before it, are covered.
const WEEKS: i64 = 70;

pub fn fill(database: &Store) -> Result<(), Fault> {
    if database.read(Actor::service(), store::has_contacts)? {
        return Ok(());
    }
    let today = local_day(database.clock().now().utc(), London);
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
    for (name, postcodes) in borough.centre_names().into_iter().zip(PLACES) {
        let Some(centre) = centres::store::named(tx, name)? else { return Ok(None) };
        let centre = centre.id;
        places.extend(postcodes.map(|postcode| Place { postcode, centre: centre.clone() }));
    }
    Ok(Some(places))
}
