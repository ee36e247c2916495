//! What two years leave behind, before it is written.

use super::habits::at_hour;
use crate::attendance::{Completed, MarkRow};
use crate::base::id::{BookingId, CentreId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::contacts::Contact;
use crate::contacts::supports::Support;
use crate::feeds::counts::MonthlyCount;
use crate::membership::birthdays::Card;
use crate::membership::birthdays::store::Renewal;
use crate::sessions::Session;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A family that was referred to a session, with one child.
pub(crate) struct Referred {
    pub booking: BookingId,
    pub family: FamilyId,
    pub child: ChildId,
    pub session: SessionId,
    pub made_at: Moment,
}

impl Referred {
    /// On the morning the window opened, or later if the family was not known then.
    pub(crate) fn to(session: &crate::sessions::Session, child: &PastChild) -> Referred {
        let day = session.referrals_open_at.civil_day();
        Referred {
            booking: BookingId::new(),
            family: child.family.clone(),
            child: child.id.clone(),
            session: session.id.clone(),
            made_at: at_hour(day, 10).max(child.known_at),
        }
    }
}

/// A born child at home.
pub(crate) struct PastChild {
    pub id: ChildId,
    pub family: FamilyId,
    pub centre: CentreId,
    pub born_on: NaiveDate,
    pub known_at: Moment,
}

/// Rows inserted together.
#[derive(Default)]
pub(crate) struct Rows {
    pub sessions: Vec<Session>,
    pub registers: Vec<Completed>,
    pub marks: Vec<MarkRow>,
    pub contacts: Vec<Contact>,
    pub baselines: Vec<MonthlyCount>,
    pub supports: Vec<Support>,
    pub renewals: Renewals,
    pub referred: Vec<Referred>,
}

/// What was renewed and what was sent for it.
#[derive(Default)]
pub(crate) struct Renewals {
    pub renewals: Vec<Renewal>,
    pub cards: Vec<Card>,
    /// When each family was renewed last.
    pub last: BTreeMap<FamilyId, NaiveDate>,
}
