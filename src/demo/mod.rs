//! A believable borough to try everything with.

pub mod people;
