//! Firstplace: the booking and waitlist service for children's centres and family hubs.

#![forbid(unsafe_code)]

pub mod access;
pub mod app;
pub mod audit;
pub mod bookings;
pub mod calendar;
pub mod centres;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod families;
pub mod fault;
pub mod id;
pub mod jobs;
pub mod mail;
pub mod moment;
pub mod partners;
pub mod schema;
pub mod sessions;
pub mod text;
pub mod upkeep;
pub mod web;
