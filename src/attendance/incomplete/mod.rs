//! Registers by their session: listed from its start, and put on the centre's list of tasks, once,
//! if still open some days after its end.

pub(crate) mod service;
pub(crate) mod store;

use crate::attendance::RegisterState;
use crate::base::id::words;
use crate::base::moment::Moment;
use crate::sessions::Planned;

words! {
    /// Whether the session of a register is running or has ended.
    RegisterPhase {
        Running = "running",
        Ended = "ended",
    }
}

/// The register of a session that has begun.
#[derive(Clone, Debug)]
pub struct Over {
    pub planned: Planned,
    pub completed_at: Option<Moment>,
}

impl Over {
    pub fn phase(&self, now: Moment) -> RegisterPhase {
        match self.planned.session.ends_at <= now {
            true => RegisterPhase::Ended,
            false => RegisterPhase::Running,
        }
    }

    pub fn state(&self) -> RegisterState {
        match self.completed_at {
            Some(_) => RegisterState::Complete,
            None => RegisterState::Open,
        }
    }
}
