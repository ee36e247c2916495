//! Figures for those who run centres: counted when asked, from what is known then. Whoever asks
//! gets them for the centres that are theirs; nothing here is for families or professionals.

pub mod balance;
pub mod balance_http;
pub mod balance_service;
pub mod balance_store;
pub mod contact;
pub mod contact_http;
pub mod contact_service;
pub mod contact_store;
pub mod members;
pub mod members_http;
pub mod members_service;
pub mod members_store;
pub mod partners;
pub mod partners_http;
pub mod partners_service;
pub mod partners_store;
pub mod reach;
pub mod renewals;
pub mod renewals_http;
pub mod renewals_service;
pub mod renewals_store;
pub mod scope_service;
