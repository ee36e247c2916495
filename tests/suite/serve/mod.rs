//! The server as a whole, whichever call is made.

mod file_modes;
mod headers;
mod health;
mod idempotency;
mod metrics;
pub mod openapi;
mod rush;
mod slow_callers;
mod startup_warnings;
