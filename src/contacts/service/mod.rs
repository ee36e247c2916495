//! Recording and withdrawing a contact. Callers check permissions: the register for its marks, a
//! feed for its lines, `hand` for manual entry.

pub(crate) mod hand;
pub(crate) mod kinds;
pub(crate) mod statement;

use super::{Contact, Kind, Place, Source, store};
use crate::base::fault::{Code, Fault};
use crate::base::id::{ActivityId, CentreId, ChildId, ContactId, FamilyId, PartnerId, SessionId};
use crate::db::Tx;
use chrono::NaiveDate;

/// A contact to record: with one child, or with adults only.
#[derive(Clone, Debug)]
pub struct NewContact {
    pub kind: Kind,
    pub on_day: NaiveDate,
    pub family_id: FamilyId,
    pub child_id: Option<ChildId>,
    pub adults: i32,
    pub centre_id: Option<CentreId>,
    pub session_id: Option<SessionId>,
    pub activity_id: Option<ActivityId>,
    pub partner_id: Option<PartnerId>,
    pub place: Option<Place>,
    pub until_day: Option<NaiveDate>,
    pub taken_up: Option<bool>,
    pub source: Source,
    /// The feed or old system, and its reference.
    pub reference: Option<(String, String)>,
}

impl NewContact {
    /// A contact with one child; all other details are still to be set.
    pub fn of_child(kind: Kind, on_day: NaiveDate, family: &FamilyId, child: &ChildId) -> Self {
        NewContact {
            child_id: Some(child.clone()),
            adults: 0,
            ..NewContact::of_adults(kind, on_day, family, 1)
        }
    }

    /// A contact with adults only.
    pub fn of_adults(kind: Kind, on_day: NaiveDate, family: &FamilyId, adults: i32) -> Self {
        NewContact {
            kind,
            on_day,
            family_id: family.clone(),
            child_id: None,
            adults,
            centre_id: None,
            session_id: None,
            activity_id: None,
            partner_id: None,
            place: None,
            until_day: None,
            taken_up: None,
            source: Source::Hand,
            reference: None,
        }
    }
}

pub fn record(tx: &mut Tx, new: &NewContact) -> Result<Contact, Fault> {
    let contact = contact(tx, new);
    store::add(tx, &contact)?;
    Ok(contact)
}

/// Records several new contacts.
pub fn record_all(tx: &mut Tx, new: &[NewContact]) -> Result<(), Fault> {
    let contacts: Vec<Contact> = new.iter().map(|new| contact(tx, new)).collect();
    store::add_all(tx, contacts)
}

fn contact(tx: &mut Tx, new: &NewContact) -> Contact {
    let (source_name, reference) = new.reference.clone().unzip();
    Contact {
        id: ContactId::new(),
        kind: new.kind,
        on_day: new.on_day,
        family_id: new.family_id.clone(),
        child_id: new.child_id.clone(),
        adults: new.adults,
        centre_id: new.centre_id.clone(),
        session_id: new.session_id.clone(),
        activity_id: new.activity_id.clone(),
        partner_id: new.partner_id.clone(),
        place: new.place,
        until_day: new.until_day,
        taken_up: new.taken_up,
        source: new.source,
        source_name,
        reference,
        said_by: tx.actor().account_id.clone(),
        recorded_at: tx.now(),
        withdrawn_at: None,
    }
}

/// Fault: `no_longer_open` if it is already withdrawn.
pub fn withdraw(tx: &mut Tx, id: &ContactId) -> Result<(), Fault> {
    let now = tx.now();
    match store::withdraw(tx, id, now)? {
        0 => Err(Fault::new(Code::NoLongerOpen, "This contact is already withdrawn.")),
        _ => Ok(()),
    }
}
