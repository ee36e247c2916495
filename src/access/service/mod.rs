//! What can be done about signing in and accounts, and `Gate`: what that needs besides the
//! database. One gate serves a process; its key ring is reloaded every minute by `keys::rotate`.

pub mod accounts;
pub mod gate;
pub mod guesses;
pub mod keys;
mod leads;
pub mod origin;
pub mod password;
pub mod reset;
pub mod rotation;
pub mod sign_in;

pub use gate::{Gate, GateSettings};
use std::net::IpAddr;

/// What counts as one address: an IPv6 customer has a whole /64.
pub fn one_address(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("{:x}", address.to_bits() >> 64),
    }
}
