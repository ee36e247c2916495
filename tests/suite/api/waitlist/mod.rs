//! The line of those who wait: its order, and the offers that are made along it.

mod offers;
mod order;
