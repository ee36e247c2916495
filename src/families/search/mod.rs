//! Finding a family by whatever somebody at the desk can say: names in any order and spelling, a
//! telephone number, a postcode or the first half of one, a birth date. What a family can be found
//! by is kept as keys, written with the family; what was asked is read, and what was found ordered,
//! on paper. Nothing here knows who asks: `membership` does.

pub mod asked;
mod day;
pub mod fold;
pub mod keys;
pub mod rank;
pub mod service;
pub mod store;
