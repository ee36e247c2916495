//! How much of a session a caller may see, by role.

use crate::access::{Act, Actor, Role};
use crate::base::moment::Moment;
use crate::sessions::release::{phase, phase_for_families};
use crate::sessions::{Phase, Session};

/// How much of a session somebody may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// Everything, including waiting and priority places.
    Staff,
    /// What the front desk needs to book: no referral dates and no priority places.
    Desk,
    /// Both dates and what is left.
    Professional,
    /// What families may know.
    Family,
}

impl Sight {
    /// The state of a session, as the caller is told.
    pub(crate) fn phase(self, session: &Session, now: Moment) -> Phase {
        match self {
            Sight::Family | Sight::Desk => phase_for_families(session, now),
            Sight::Staff | Sight::Professional => phase(session, now),
        }
    }
}

pub(crate) fn sight(actor: &Actor) -> Sight {
    if actor.may_ever(Act::SeeReleasePlan) {
        Sight::Staff
    } else if actor.may_ever(Act::SeeProgramme) {
        Sight::Desk
    } else if actor.has(Role::Professional) {
        Sight::Professional
    } else {
        Sight::Family
    }
}
