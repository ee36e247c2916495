//! What the tests stand on: throw-away databases and a client that speaks HTTP.
//! Nothing here knows a rule of the service.

pub mod client;
pub mod postgres;
pub mod scratch;
