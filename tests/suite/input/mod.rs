//! What people type and send, at whatever door: how it is read, put right and refused.

mod call_sizes;
mod local_day;
mod names;
mod normalising;
mod out_of_range;
mod same_person;
