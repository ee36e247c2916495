//! What the tests stand on, tested itself.

mod postgres_cleanup;
