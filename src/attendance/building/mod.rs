//! Who is in the building: everyone marked as come to a session that is not over, and everyone
//! counted without a name. For the moment when everybody must be outside.

pub mod people;
pub mod service;
pub mod store;
