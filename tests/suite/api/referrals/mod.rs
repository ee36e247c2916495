//! Referrals: made by professionals, and what they hear of them.

mod outcome;
mod refer;
