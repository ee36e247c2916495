//! The service as a whole: wiring, routes, server, OpenAPI, health, metrics, upkeep.

pub mod calls;
pub mod health;
pub mod methods;
pub mod metrics;
pub mod mount;
pub mod openapi;
pub mod requests;
pub mod server;
pub mod upkeep;
pub mod wiring;
