//! Guests are deleted 30 days after their last session; what they booked stays as a count.

use super::GUESTS_KEPT;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::bookings::first::store;
use crate::db::Tx;
use crate::families::search::service::index_homes;
use crate::families::statements::store as statements;
use crate::families::store as families;
use serde_json::json;

/// Erases the guests whose time is over; how many.
pub fn erase_guests(tx: &mut Tx) -> Result<usize> {
    let before = tx.now() - GUESTS_KEPT;
    let guests = store::guests_to_erase(tx, before)?;
    for guest in &guests {
        families::lock(tx, std::slice::from_ref(guest))?;
        statements::unlink(tx, guest)?;
        store::erase(tx, guest)?;
        index_homes(tx, std::slice::from_ref(guest))?;
        tx.audit(Event::EraseGuest, guest.as_str(), json!({}))?;
    }
    Ok(guests.len())
}
