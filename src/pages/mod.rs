//! The pages people see: one file or folder for each.

pub mod family_links;
pub mod home;
pub mod join;
pub mod links;
pub mod password;
pub mod reach;
pub mod registers;
pub mod sign_in;
pub mod whats_on;
