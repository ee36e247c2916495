//! Finds a family by anything somebody at the desk can say: names in any order and spelling, a
//! telephone number, a postcode or half of one, a birth date. Search keys are written with the
//! family; parsing the query and ranking the results are pure functions. Permissions are not
//! checked here: `membership` does that.

pub mod asked;
mod day;
pub mod fold;
pub mod keys;
pub mod rank;
pub mod service;
pub mod store;
