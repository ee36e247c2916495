//! Finds a family by anything somebody at the desk can say: names in any order and spelling, a
//! telephone number, a postcode or half of one, a birth date. Search keys are written with the
//! family; parsing the query and ranking the results are pure functions. Permissions are not
//! checked here: `membership` does that.

pub(crate) mod asked;
mod day;
pub(crate) mod fold;
pub(crate) mod keys;
pub(crate) mod rank;
pub(crate) mod service;
pub mod store;
