//! Sessions that are there: changed, called off, looked ahead at.

mod change;
mod displace;
mod forecast;
