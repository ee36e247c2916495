//! What can be done about signing in and accounts, and `Gate`: what that needs besides the
//! database. One gate serves a process; its key ring is reloaded every minute by `keys::rotate`.

pub(crate) mod accounts;
pub(crate) mod feeds;
pub(crate) mod forms;
pub(crate) mod gate;
pub(crate) mod guesses;
pub(crate) mod keys;
mod leads;
pub(crate) mod origin;
pub(crate) mod password;
pub(crate) mod reset;
pub mod rotation;
pub(crate) mod sessions;
pub(crate) mod sign_in;

pub use gate::{Gate, GateSettings, Turn};
use std::net::IpAddr;

/// What counts as one address: an IPv6 customer has a whole /64.
pub fn one_address(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("{:x}", address.to_bits() >> 64),
    }
}
