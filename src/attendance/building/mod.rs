//! Who is in the building: whoever was marked as come to a session that is not over, and whoever
//! was counted without a name. For the moment when everybody must be outside.

pub mod http;
pub mod people;
pub mod service;
pub mod store;
