//! Reports for those who run centres, counted on demand from current records. Callers get figures
//! for their own centres; nothing here is for families or professionals.

pub mod balance;
pub(crate) mod costs;
pub(crate) mod extracts;
pub(crate) mod forecast;
pub(crate) mod members;
pub(crate) mod no_contact;
pub(crate) mod partners;
pub mod reach;
pub(crate) mod registers;
pub(crate) mod renewals;
pub mod returns;
pub(crate) mod service;
pub(crate) mod suggestion;
pub(crate) mod unsupported_settings;
pub mod workless;
pub(crate) mod worklist;
