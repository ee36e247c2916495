//! Registers by their session: listed from its start, and put on the centre's list of tasks, once,
//! if still open some days after its end.

pub(crate) mod service;
pub(crate) mod store;

use crate::attendance::RegisterState;
use crate::base::id::{ActivityId, CentreId, SessionId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::sessions::Session;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

text_enum! {
    /// Whether the session of a register is running or has ended.
    RegisterPhase {
        Running = "running",
        Ended = "ended",
    }
}

/// Which registers to list.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RegistersQuery {
    /// `open` or `complete`; if left out, both.
    #[param(inline, example = "open")]
    pub state: Option<RegisterState>,
    /// Only registers of this centre; if left out, of all your centres.
    #[param(inline)]
    pub centre_id: Option<CentreId>,
    /// Only of sessions that are running, or only of those that have ended; if left out, both.
    #[param(inline, example = "ended")]
    pub phase: Option<RegisterPhase>,
    /// Sessions from this day on; if left out, from today.
    pub from: Option<NaiveDate>,
    /// Up to this day.
    pub to: Option<NaiveDate>,
    /// Page size, 1 to 500.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// The register of a session that has begun.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = RegisterListedOut)]
pub(crate) struct RegisterListed {
    /// Its session.
    pub session_id: SessionId,
    /// Where it was held.
    pub centre_id: CentreId,
    /// The activity.
    pub activity_id: ActivityId,
    /// Its title.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// Who led it.
    pub leader: Option<String>,
    /// When it began.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Whether it runs or has ended.
    pub phase: RegisterPhase,
    /// Whether the register is complete.
    pub state: RegisterState,
    /// When it was completed.
    pub completed_at: Option<Moment>,
    /// Whole days since the session ended; 0 while it runs.
    pub days_over: i64,
}

impl RegisterListed {
    pub(crate) fn of(
        session: Session,
        title: String,
        completed_at: Option<Moment>,
        now: Moment,
    ) -> RegisterListed {
        let has_ended = session.ends_at <= now;
        RegisterListed {
            session_id: session.id,
            centre_id: session.centre_id,
            activity_id: session.activity_id,
            title,
            leader: session.leader,
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            phase: if has_ended { RegisterPhase::Ended } else { RegisterPhase::Running },
            state: RegisterState::of(completed_at),
            completed_at,
            days_over: (now - session.ends_at).num_days().max(0),
        }
    }
}
