//! Signing in, passwords, and who guesses at them.

pub mod code;
pub mod feed;
mod guessing;
mod password_reset;
mod passwords;
pub mod sign_in;
