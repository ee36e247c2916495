//! Reports for those who run centres, counted on demand from current records. Callers get figures
//! for their own centres; nothing here is for families or professionals.

pub mod balance;
pub mod costs;
pub mod extracts;
pub mod forecast;
pub mod members;
pub mod no_contact;
pub mod partners;
pub mod reach;
pub mod registers;
pub mod renewals;
pub mod returns;
pub mod service;
pub mod suggestion;
pub mod unsupported_settings;
pub mod workless;
pub mod worklist;
