//! What the tests stand on: throw-away databases and a client that speaks HTTP.
//! Nothing here knows a rule of the service.

pub mod app;
pub mod carrier;
pub mod chromium;
pub mod client;
pub mod contract;
pub mod damage;
pub mod debian;
pub mod mail;
pub mod paper;
pub mod people;
pub mod postgres;
pub mod program;
pub mod python;
pub mod scratch;
pub mod snapshot;
pub mod state;
pub mod trafford;
pub mod world;
