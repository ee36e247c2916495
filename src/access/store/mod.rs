//! Queries about accounts, roles, sign-in sessions and signing keys.

pub mod accounts;
mod actor;
pub mod attempts;
pub mod keys;
pub mod known;
pub mod sign_in;

pub use actor::actor_for;
