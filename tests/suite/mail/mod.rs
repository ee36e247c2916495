//! Letters: whether they leave, when, and to a server that may be trusted with them.

mod outbox;
mod reminders;
mod smtp;
mod stale_letters;
