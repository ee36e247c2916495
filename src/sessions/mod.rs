//! Activities and their sessions: what is offered, when, and to whom.

pub mod programme;
pub mod recurrence;
pub mod rule_form;

/// How one comes to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Book,
    ReferralOnly,
    DropIn,
    Members,
    Appointment,
}
