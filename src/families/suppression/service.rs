//! Families that opted out: remembered by keyed hashes, so that no feed or form adds them again.

use super::store;
use crate::base::fault::{Code, Fault};
use crate::db::Tx;
use crate::families::add::AddFamily;
use crate::families::{Household, SERVED_YEARS, suppression};

pub fn suppress(tx: &mut Tx, household: &Household) -> Result<(), Fault> {
    let today = tx.today();
    let hashes = hashed(tx, &suppression::of_household(household))?;
    let begins = household.children.iter().filter_map(suppression::begins);
    store::add(tx, &hashes, suppression::until(begins, SERVED_YEARS, today))
}

/// The same for a family without a record: a partner described it and recorded that it opted out.
pub fn suppress_described(tx: &mut Tx, add: &AddFamily) -> Result<(), Fault> {
    let today = tx.today();
    let hashes = hashed(tx, &suppression::of_described(add))?;
    let begins = add.children.iter().filter_map(suppression::begins_sent);
    store::add(tx, &hashes, suppression::until(begins, SERVED_YEARS, today))
}

pub fn is_suppressed(tx: &mut Tx, add: &AddFamily) -> Result<bool, Fault> {
    let today = tx.today();
    let hashes = hashed(tx, &suppression::of_sent(add))?;
    Ok(!store::sets_of(tx, &hashes, today)?.is_empty())
}

/// This is all the front desk sees; staff know that a family may ask to join again.
pub fn refuse_suppressed(tx: &mut Tx, add: &AddFamily) -> Result<(), Fault> {
    if is_suppressed(tx, add)? {
        return Err(Fault::new(
            Code::BookAsGuest,
            "Book this family as a guest: send guest: true.",
        ));
    }
    Ok(())
}

/// The family asked to join again.
pub fn lift(tx: &mut Tx, add: &AddFamily) -> Result<(), Fault> {
    let today = tx.today();
    let hashes = hashed(tx, &suppression::of_sent(add))?;
    let sets = store::sets_of(tx, &hashes, today)?;
    store::lift(tx, &sets)
}

/// The family asked to join again and confirmed a contact detail: only hashes that include that
/// detail are deleted.
pub fn lift_by_contact(tx: &mut Tx, add: &AddFamily, contact: &str) -> Result<(), Fault> {
    let today = tx.today();
    let hashes = hashed(tx, &suppression::of_contact(add, contact))?;
    let sets = store::sets_of(tx, &hashes, today)?;
    store::lift(tx, &sets)
}

/// The household itself asked to join again.
pub fn lift_of(tx: &mut Tx, household: &Household) -> Result<(), Fault> {
    let today = tx.today();
    let hashes = hashed(tx, &suppression::of_household(household))?;
    let sets = store::sets_of(tx, &hashes, today)?;
    store::lift(tx, &sets)
}

fn hashed(tx: &Tx, facts: &[String]) -> Result<Vec<String>, Fault> {
    facts.iter().map(|fact| tx.keyed_hash("suppression", fact)).collect()
}
