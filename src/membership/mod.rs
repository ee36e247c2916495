//! Membership: a family's standing with the organisation, its number and its card.

pub mod number;
pub mod renewal;
