//! What the tests stand on, tested itself.

mod postgres_cleanup;
mod sound_at_the_end;
