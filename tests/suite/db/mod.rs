//! The databases: their tables, who may connect, and what outlives a process that is killed.

mod hot_calls;
mod killed_import;
mod killed_server;
mod migrations;
mod newer_program;
mod postgres_tls;
