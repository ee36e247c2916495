//! The service as its users meet it, on SQLite and on PostgreSQL, in one binary so that both
//! start once. `support` holds what the tests share: the databases, a client, the people of a
//! borough. The rest is laid out by what it meets:
//!
//! - `api` by the first segment of an address, `pages`, `cli` by command, `mail`, `paper`
//! - `serve`, `db`: the server and the databases as a whole; `harness`: the tests' own ground
//! - `browser`: the pages as people see them, in Chromium
//! - `access`, `privacy`, `input`, `audit`: rules that hold at every door
//! - `races`, `model`: many at once, and anything in any order
//! - `tidy`: where things may live in `src`

// Nothing outside can reach what a test binary holds.
#![allow(unreachable_pub)]

mod support;

mod access;
mod api;
mod audit;
mod browser;
mod cli;
mod db;
mod harness;
mod input;
mod mail;
mod model;
mod pages;
mod paper;
mod privacy;
mod races;
mod serve;
mod tidy;
