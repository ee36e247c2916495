//! Every command, typed as an operator types it.

mod birthdays;
mod check;
mod demo;
mod digests;
mod import_areas;
mod import_contacts;
mod report;
mod server;
mod settings;
