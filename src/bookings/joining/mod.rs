//! Joining by the family itself, with a first booking on the way if it wants one; and guests, who
//! book without joining. What is answered never tells whether a family was known.

pub mod guest_service;
pub mod http;
pub mod pages;
pub mod service;
pub mod store;
