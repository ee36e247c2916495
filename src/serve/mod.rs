//! The service as a whole: wiring, routes, server, OpenAPI, health, metrics, upkeep.

pub mod calls;
pub mod health;
pub(crate) mod methods;
pub mod metrics;
pub(crate) mod mount;
pub mod openapi;
pub(crate) mod requests;
pub mod server;
pub mod upkeep;
pub mod wiring;
