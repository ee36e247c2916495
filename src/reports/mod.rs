//! Figures for those who run centres: counted when asked, from what is known then. Whoever asks
//! gets them for the centres that are theirs; nothing here is for families or professionals.

pub mod members;
pub mod members_http;
pub mod members_service;
pub mod members_store;
pub mod scope_service;
