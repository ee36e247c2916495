//! Booking a place, moving it, giving it up, and who may have one.

mod book;
mod double_booked;
mod limits;
mod list;
mod members_only;
mod move_and_cancel;
mod party;
mod priority_places;
mod release;
