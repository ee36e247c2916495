//! A file of contacts read line by line, and what a person has to decide of it.

pub(crate) mod line;
pub(crate) mod matching;
pub(crate) mod origin;
pub(crate) mod proposals;
