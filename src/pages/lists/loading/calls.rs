//! Families that left nothing but a telephone number: nothing of what they typed is confirmed.

use crate::api::join_requests::JoinRequestOut;
use crate::base::fault::Result;
use crate::base::id::JoinRequestId;
use crate::bookings::first::RingOutcome;
use crate::bookings::first::service::requests::{by_call, to_ring};
use crate::db::Tx;
use crate::pages::lists::rows::{Listed, Row, Wanted, paged};
use crate::pages::task_lines::ToDial;
use crate::pages::team::when;

pub(crate) fn new_callers(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    let rows = i64::try_from(wanted.rows).unwrap_or(i64::MAX).saturating_add(1);
    let found = to_ring(tx, (wanted.after, rows))?;
    let (found, next) = paged(found, wanted.rows, |one| one.request.id.to_string());
    let row = |out: JoinRequestOut| {
        let name = out.adults.join(", ");
        let (phone, no_voicemail) = (out.phone, false);
        let wants = match (&out.session_id, out.guest) {
            (Some(_), true) => "Wants a place, as a guest",
            (Some(_), false) => "Wants a place and to be a member",
            (None, _) => "Wants to be a member",
        };
        let children = out.children.join(", ");
        Row {
            id: out.id.to_string(),
            family: None,
            who: name.clone(),
            numbers: vec![ToDial { name, phone, no_voicemail }],
            why: format!("{wants}. Children: {children}. Until {}", when(out.until)),
            last_try: String::new(),
            deeds: vec![
                (RingOutcome::Confirmed.as_str(), "It was them: do it"),
                (RingOutcome::NoAnswer.as_str(), "No answer"),
                (RingOutcome::NotTheirs.as_str(), "They sent nothing"),
            ],
        }
    };
    let rows = found.into_iter().map(JoinRequestOut::from).map(row).collect();
    Ok(Listed { rows, next })
}

pub(crate) fn settle(tx: &mut Tx, id: &str, deed: &str) -> Result<bool> {
    let Some(outcome) = RingOutcome::parse(deed) else { return Ok(false) };
    by_call(tx, &JoinRequestId::from(id), outcome)?;
    Ok(true)
}
