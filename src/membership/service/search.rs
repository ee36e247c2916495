//! A number leads to its family first; everything else is looked up in the families' search keys.

use crate::access::Act;
use crate::base::fault::Result;
use crate::db::Tx;
use crate::families::search::asked::SearchTerms;
use crate::families::search::service::find as find_families;
use crate::families::{Household, service::scope_of, store as households};
use crate::membership::number::Number;
use crate::membership::store;

/// The families that match a search, best first, up to a limit.
pub fn find(tx: &mut Tx, line: &str, most: usize) -> Result<Vec<Household>> {
    let asked = SearchTerms::read(line);
    let numbered = match &asked.eight_digits {
        Some(digits) => by_number(tx, digits)?,
        None => None,
    };
    let mut found = find_families(tx, &asked, most)?;
    if let Some(numbered) = numbered {
        found.retain(|other| other.family.id != numbered.family.id);
        found.insert(0, numbered);
        found.truncate(most);
    }
    Ok(found)
}

/// The family a number leads to, if the caller may see it. Anything that is not a number is looked
/// up as a telephone number or a date, never as a membership.
fn by_number(tx: &mut Tx, digits: &str) -> Result<Option<Household>> {
    let Ok(number) = Number::parse(digits) else { return Ok(None) };
    let Some(membership) = store::leading(tx, &number)? else { return Ok(None) };
    let household = households::household(tx, &membership.family_id)?;
    let scope = scope_of(tx, &household.family)?;
    let gone = household.family.erased_at.is_some();
    Ok((!gone && tx.actor().may(Act::SeeFamily, &scope)).then_some(household))
}
