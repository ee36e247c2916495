//! Queries about accounts, roles, sign-in sessions and signing keys.

pub(crate) mod accounts;
mod actor;
pub(crate) mod attempts;
pub(crate) mod forms;
pub(crate) mod keys;
pub(crate) mod known;
pub(crate) mod sessions;
pub(crate) mod sign_in;

pub(crate) use actor::{actor_for, actor_of, carer_of_feed};
