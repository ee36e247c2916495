//! Signing in, passwords, and who guesses at them.

mod guessing;
mod passwords;
mod sign_in;
