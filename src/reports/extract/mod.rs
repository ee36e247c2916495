//! A pseudonymised extract for the analyst: one row a child, without name, address, birth date or
//! anything of a special category. Who is who cannot be told from it, nor one extract be joined to
//! another; who took it and what for is in the log.

pub mod http;
pub mod row;
pub mod service;
