//! The service as its users meet it, on SQLite and on PostgreSQL, in one binary so
//! that both start once. Each module is a part of the promise; `support` holds what
//! they share: the databases, a client, the people of a borough.

mod support;

mod access;
mod areas;
mod audit;
mod audited;
mod balance;
mod birthdays;
mod booking;
mod cards;
mod centres;
mod cleanup;
mod commands;
mod copying;
mod costs;
mod demo;
mod editing;
mod feeds;
mod forecast;
mod households;
mod joining;
mod killed;
mod limits;
mod line;
mod mail;
mod members;
mod migrations;
mod model;
mod moving;
mod notices;
mod openapi;
mod pages;
mod planning;
mod priority;
mod races;
mod reach;
mod reach_settings;
mod records;
mod referrals;
mod registers;
mod release;
mod repeating;
mod searching;
mod smtp;
mod suggestion;
mod telling;
mod terms;
mod tidy;
mod tls;
mod waiting;
mod weybridge;
mod workless;
