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
use super::people::{OF_THE_PAST, around};
use crate::access::Actor;
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::centres;
use crate::db::{Store, Tx};
use crate::reach::service::history::fill_all;

pub(super) fn fill(database: &Store) -> Result<()> {
    if database.read(Actor::service(), store::has_contacts)? {
        return Ok(());
    }
    let Some(centres) = database.read(Actor::service(), centres)? else { return Ok(()) };
    let crowd = around(&centres, database.clock().now().civil_day())?;
    settle(database, &crowd, OF_THE_PAST, |_| {})?;
    database.write(Actor::service(), neighbours::tell)?;
    fill_all(database)?;
    database.write(Actor::service(), held::year)
}

/// The demo's centres; `None` where the borough is another.
fn centres(tx: &mut Tx) -> Result<Option<Vec<CentreId>>> {
    let borough = Borough::read()?;
    let named = |name| centres::store::named(tx, name).map(|found| found.map(|centre| centre.id));
    borough.centre_names().into_iter().map(named).collect()
}
