//! What the benches of speed share: the program in a process of its own, a borough in it, callers
//! who cost little themselves, and a table of what was found.

#[path = "../../tests/suite/support/client.rs"]
pub mod client;
#[path = "../../tests/suite/support/debian.rs"]
pub mod debian;
#[path = "../../tests/suite/support/postgres.rs"]
pub mod postgres;
#[path = "../../tests/suite/support/scratch.rs"]
pub mod scratch;

pub mod load;
pub mod place;
pub mod served;
pub mod table;
pub mod town;
