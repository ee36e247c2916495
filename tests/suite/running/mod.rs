//! Running the service: what it says at start, what its files may be read by, whether it can work,
//! and how it bears callers who dawdle.

mod files;
mod health;
mod newer;
mod slow;
mod warnings;
