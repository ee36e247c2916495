//! Where the rows of each list come from, and what its buttons do: the services of the API.

pub(super) mod calls;
pub(super) mod cards;
pub(super) mod feeds;
pub(super) mod reports;
pub(super) mod tasks;
