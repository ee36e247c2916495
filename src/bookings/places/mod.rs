//! Sessions with their places: what anybody may be told of a session depends on who has a place,
//! so seeing, changing and cancelling one live here.

pub mod again_service;
pub mod displace_service;
pub mod service;
pub mod view;

use super::line::Line;
use crate::sessions::Planned;

/// A session as it stands at a moment, with its line brought up to that moment.
#[derive(Clone, Debug)]
pub struct Standing {
    pub planned: Planned,
    pub venue: Option<crate::centres::Venue>,
    pub line: Line,
    /// What is left for referred parties and staff.
    pub places_left: i32,
    /// What is left for everyone: what families see.
    pub public_places_left: i32,
    /// Whether the caller's family has a booking there.
    pub is_own: bool,
}
