//! Every call of the API, by the first segment of its address.

mod accessibility_statement;
mod accounts;
mod activities;
pub mod areas;
pub mod auth;
pub mod birthdays;
mod bookings;
mod centres;
mod child_requests;
pub mod contacts;
mod courses;
pub mod families;
pub mod feeds;
mod memberships;
mod notices;
pub mod partners;
mod possible_duplicates;
mod programme;
mod reach_settings;
mod referrals;
pub mod registers;
pub mod reports;
pub mod series;
mod sessions;
mod terms;
mod waitlist;
mod whats_on;
