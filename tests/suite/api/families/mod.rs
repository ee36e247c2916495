//! Families: found, changed, joining, opting out.

mod carers;
mod children;
mod end_access;
mod groups;
pub mod join;
mod opt_out;
mod opt_out_by_partner;
mod search;
