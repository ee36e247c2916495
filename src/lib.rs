//! Firstplace: the booking and waitlist service for children's centres and family hubs.
//!
//! # The map
//!
//! Two kinds of folder. **Subjects** are folders that a children's-centre manager would name; they
//! know nothing of HTTP or HTML. Inside one a file is a layer, with the same name everywhere: `mod`
//! (the types, and what always holds), rules under their own noun (`release`, `waitlist`, `offer`,
//! `judge`: facts and `now` in, a decision out), `store` (queries), `service` (lock, allow, load,
//! decide, write, tell). A smaller subject inside one is a folder with the same names; below about
//! 250 lines it is one file, with its layers as inline modules.
//!
//! | subject | what lives there |
//! |---|---|
//! | [`access`], [`audit`] | who asks and what they may do; the log of what was done |
//! | [`centres`], [`areas`] | centres, venues, rooms, access features, house rules; postcodes, LSOAs, deprivation, reach areas |
//! | [`partners`] | agencies and the agreements with them |
//! | [`families`] | households, their answers, target groups, trusted adults, search; partners' statements about them, possible duplicates |
//! | [`sessions`] | activities, sessions, series, courses, terms, release, programmes |
//! | [`membership`] | numbers, cards, notices, birthdays and renewal; opting out |
//! | [`feeds`] | lists from partners and old systems; telling families known only from a list |
//! | [`bookings`] | places, the waiting list, offers, referrals, the call list; signing up with a first booking, guests |
//! | [`contacts`], [`attendance`] | every contact with a centre or a service; registers and who came |
//! | [`feedback`] | how a session was, in two taps; what a centre changed because of it |
//! | [`merge`] | two records of one family or child made one, and undone |
//! | [`reach`], [`reports`] | what is known of each child over time, and the measures; the figures |
//!
//! **Edges** are how the world reaches them; nothing uses an edge but an edge above it.
//!
//! | edge | what lives there |
//! |---|---|
//! | [`api`] | the REST API: one file or folder for each first segment of a URL, called like it |
//! | [`pages`] | the pages people see: one file or folder for each |
//! | [`serve`] | the whole: wiring, routes, server, OpenAPI, health, metrics, upkeep |
//! | [`cli`], [`demo`] | one file for each command; a made-up borough |
//!
//! Under all of them: [`base`] (ids, moments, days, texts, tables, faults), [`db`] (the door to both
//! databases), [`settings`] (what the organisation has set, and what held before), [`jobs`] (background
//! work), [`mail`] (messages and how they are sent), [`paper`] (pages to print: drawn as SVG, made into
//! PDF), [`words`] (what parents read, by language), [`config`] (how the program runs), [`web`] (the kit
//! of both edges: how a request becomes one call; problems, idempotency, paging, page layout, forms).
//!
//! Subjects depend one way: reports → reach → merge → feedback → attendance → contacts → bookings →
//! feeds → membership → sessions → families → areas → partners → centres → access. A test reads the
//! `use` lines and holds it, and that no two files use each other.
//!
//! # What always holds
//!
//! - A decision that takes places first locks: sessions by id, then families by id, then entries.
//!   The moment by which it is judged is read after the last lock.
//! - Places taken are counted from bookings and live offers, never kept as a total.
//! - A decision takes its facts from the database, under its locks; what is kept in memory of sessions
//!   is only shown, and only while one query sees that it is still true.
//! - Every call that decides on a session first settles what time has changed, in its own
//!   transaction; so a freed place is never open to the public while a party that fits waits.
//! - A phase is computed from moments and the clock, never stored: no job has to run for a release.
//! - Messages are queued in the transaction that causes them and sent after the commit (outbox).
//! - No success response before the commit.
//! - A request from somebody who has not signed in is carried out only after the way of contact is
//!   confirmed; until then, an address that was only typed gets no message but the one that asks.
//! - A form that is sent after its sender's sign-in ended is not done: it waits, sealed, and only the
//!   same account can open and send it.
//! - What a family was sent before staff ended a carer's access opens nothing any more.
//! - Two households of one child share only the child: no answer, mail, search or export of one
//!   leads to the other.
//! - A child has at most one birthday card a year, and a constraint says so.
//! - A family that opted out is remembered only by keyed hashes.
//! - What a family writes in its own words is read by few, kept for 90 days and never shown again.
//! - A frozen return is never written again; what a profile publishes reveals no small count.
//! - Marks of a register are a log: which of them stands follows from their moments and names, not
//!   from the order in which they arrive.
//! - Marks that could not be sent are taken with a permit, by what was right when they were made.
//! - Contacts and facts about a child are never changed: the old version ends where the new one
//!   begins, so that a report as known at any moment can be made again.
//! - Small numbers leave only through a profile, which leaves out anything that would reveal them.
//! - `check` tests all of this on a live database, by its own counting: [`bookings::auditor`],
//!   [`attendance::auditor`], [`contacts::auditor`], [`reach::service::history`].

#![forbid(unsafe_code)]

pub mod access;
pub mod api;
pub mod areas;
pub mod attendance;
pub mod audit;
pub mod base;
pub mod bookings;
pub mod centres;
pub mod cli;
pub mod config;
pub mod contacts;
pub mod db;
pub mod demo;
pub mod families;
pub mod feedback;
pub mod feeds;
pub(crate) mod jobs;
pub mod mail;
pub mod membership;
pub(crate) mod merge;
pub(crate) mod pages;
pub mod paper;
pub(crate) mod partners;
pub mod reach;
pub mod reports;
pub mod serve;
pub mod sessions;
pub(crate) mod settings;
pub mod web;
pub mod words;
