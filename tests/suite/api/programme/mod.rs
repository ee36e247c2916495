//! A centre's programme, copied to the next term, or as it was printed.

mod copy;
mod weybridge;
