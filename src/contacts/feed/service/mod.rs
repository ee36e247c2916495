//! A file of contacts read line by line, and what a person has to decide of it.

pub mod line;
pub mod matching;
pub mod origin;
pub mod proposals;
