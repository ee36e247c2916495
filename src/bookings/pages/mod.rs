//! The web pages of bookings: what's on, and the pages behind links in mails.

pub mod link;
pub mod whats_on;
