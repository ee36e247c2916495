//! Everyone who came has a contact from that mark on; where a correction says otherwise, it is
//! withdrawn.

use crate::attendance::MarkRow;
use crate::attendance::register::RegisterDesk;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::contacts::service::record_all;
use crate::contacts::{Contact, Kind, Source, store as contacts};
use crate::db::Tx;

/// Brings the contacts of a session up to date with its marks: what no longer stands is withdrawn,
/// and what is new is recorded. A child whose record was merged into another is recorded as that
/// one from now on.
pub(crate) fn record(tx: &mut Tx, desk: &RegisterDesk) -> Result<()> {
    let live = contacts::of_session(tx, &desk.planned.session.id)?;
    let came: Vec<&MarkRow> =
        desk.rows.iter().filter(|row| row.stands && counts(desk, row)).collect();

    let now = tx.now();
    let of_register = |contact: &&Contact| contact.source == Source::Register;
    for contact in live.iter().filter(of_register) {
        if !came.iter().any(|row| is_of(contact, row)) {
            contacts::withdraw(tx, &contact.id, now)?;
        }
    }
    let has_none = |row: &&&MarkRow| !live.iter().any(|contact| is_of(contact, row));
    let missing = came.iter().filter(has_none).map(|row| contact_of(desk, row));
    let missing: Vec<Contact> = missing.collect();
    record_all(tx, &missing)
}

/// Contacts are with children; in a session for adults only, with the adults.
fn counts(desk: &RegisterDesk, row: &MarkRow) -> bool {
    let is_met = match &row.child_id {
        Some(_) => !desk.planned.activity.adults_only,
        None => desk.planned.activity.adults_only && row.adults > 0,
    };
    is_met && row.mark.is_here()
}

fn is_of(contact: &Contact, row: &MarkRow) -> bool {
    match &row.child_id {
        Some(child) => contact.child_id.as_ref() == Some(child),
        None => {
            let of = |family: &FamilyId| *family == row.family_id;
            contact.child_id.is_none() && of(&contact.family_id) && contact.adults == row.adults
        }
    }
}

fn contact_of(desk: &RegisterDesk, row: &MarkRow) -> Contact {
    let session = &desk.planned.session;
    let (kind, day, family) = (Kind::Attendance, session.local_day, &row.family_id);
    let met = match &row.child_id {
        Some(child) => Contact::of_child(kind, day, family, child),
        None => Contact::of_adults(kind, day, family, row.adults),
    };
    Contact {
        centre_id: Some(session.centre_id.clone()),
        session_id: Some(session.id.clone()),
        activity_id: Some(session.activity_id.clone()),
        source: Source::Register,
        ..met
    }
}
