//! What must not be learned, and what leaves a line in the log.

mod desk_and_parents;
mod professional_pages;
mod read_log;
mod timing;
mod two_worlds;
mod unknown_family;
