//! Reports: who is counted, who may read them, in which forms they leave.

pub mod balance;
mod costs;
mod extracts;
mod members;
mod partners;
pub mod reach;
mod renewals;
pub mod returns;
mod workless;
mod worklists;
