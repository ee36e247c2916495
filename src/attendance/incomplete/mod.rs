//! Registers that are still open though their session is over: listed, and after some days a task
//! for the centre, once.

pub mod http;
pub mod service;
pub mod store;

use crate::attendance::RegisterState;
use crate::moment::Moment;
use crate::sessions::Planned;

/// The register of a session that is over.
#[derive(Clone, Debug)]
pub struct Over {
    pub planned: Planned,
    pub completed_at: Option<Moment>,
}

impl Over {
    pub fn state(&self) -> RegisterState {
        match self.completed_at {
            Some(_) => RegisterState::Complete,
            None => RegisterState::Open,
        }
    }
}
