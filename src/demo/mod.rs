//! A believable borough to try everything with.

pub mod borough;
pub mod people;
