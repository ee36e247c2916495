//! What a family's record holds for its reader: the more a role may see, the more is loaded.

use crate::access::{Act, Role};
use crate::api::bookings::wire::BookingOut;
use crate::api::families::wire::FamilyOut;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::bookings::BookingTime;
use crate::bookings::service::list::{BookingList, of_family};
use crate::contacts::Contact;
use crate::contacts::list::{self, ContactsQuery};
use crate::db::Tx;
use crate::families::Child;
use crate::families::duplicates::service::{self as duplicates, PossibleDuplicate};
use crate::families::service::{open, scope_of};
use crate::merge::{RecordJoin, store as merges};
use crate::pages::team::{adults, centre_name};
use crate::reports::no_contact::store::labels;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// Places that are shown at once.
const PLACES: usize = 20;
const PAST: usize = 5;
const CONTACTS: u32 = 10;
const DUPLICATES: usize = 10;

/// What the reader may do for a family.
#[derive(Clone, Copy, Default)]
pub(super) struct May {
    pub book: bool,
    pub change_places: bool,
    pub see_contacts: bool,
    pub see_groups: bool,
    pub merge: bool,
    pub end_access: bool,
    pub restrict: bool,
    pub issue_card: bool,
    /// Sees more than names and ways of contact.
    pub sees_answers: bool,
}

pub(super) struct Record {
    pub out: FamilyOut,
    pub children: Vec<Child>,
    pub heading: String,
    pub unsafe_address: bool,
    pub centre: Option<String>,
    pub to_come: Vec<BookingOut>,
    pub more_to_come: bool,
    pub past: Vec<BookingOut>,
    pub more_past: bool,
    pub contacts: Vec<Contact>,
    pub groups: HashMap<String, String>,
    pub duplicates: Vec<PossibleDuplicate>,
    pub joins: Vec<RecordJoin>,
    pub may: May,
}

pub(super) fn load(tx: &mut Tx, id: &FamilyId) -> Result<Record> {
    let household = open(tx, id)?;
    let family = household.family.id.clone();
    let scope = scope_of(tx, &household.family)?;
    let may = {
        let actor = tx.actor();
        let is_live = household.family.erased_at.is_none();
        May {
            book: is_live && actor.may(Act::Book, &scope),
            change_places: actor.may(Act::ChangeBooking, &scope),
            see_contacts: actor.may(Act::SeeContacts, &scope),
            see_groups: actor.may_as(Role::Staff, Act::SeeFamily, &scope),
            merge: actor.may(Act::JoinRecords, &scope) && actor.may(Act::SeeCandidates, &scope),
            end_access: actor.may(Act::EndAccess, &scope),
            restrict: actor.may(Act::RestrictFamily, &scope),
            issue_card: actor.may(Act::IssueCard, &scope),
            sees_answers: actor.may(Act::ChangeFamily, &scope),
        }
    };
    let centre = match &household.family.centre_id {
        Some(id) => Some(centre_name(tx, &mut BTreeMap::new(), id)?),
        None => None,
    };
    let (to_come, more_to_come) = places(tx, &family, BookingTime::ToCome, PLACES)?;
    let (past, more_past) = places(tx, &family, BookingTime::Over, PAST)?;
    let contacts = if may.see_contacts { contacts(tx, &family)? } else { Vec::new() };
    let groups = if may.see_groups { labels(tx)? } else { HashMap::new() };
    let (duplicates, joins) = match may.merge {
        true => {
            let found = duplicates::list(tx, Some(&family), "", DUPLICATES)?.0;
            log_duplicates(tx, &found)?;
            (found, merges::joins_of(tx, &family)?)
        }
        false => (Vec::new(), Vec::new()),
    };
    Ok(Record {
        heading: adults(&household.carers),
        unsafe_address: household.family.unsafe_address,
        children: household.children.clone(),
        out: FamilyOut::load(tx, household)?,
        centre,
        to_come,
        more_to_come,
        past,
        more_past,
        contacts,
        groups,
        duplicates,
        joins,
        may,
    })
}

/// The other families that are named here find it in their log.
fn log_duplicates(tx: &mut Tx, found: &[PossibleDuplicate]) -> Result<()> {
    let of = |one: &PossibleDuplicate| [one.one.family.id.clone(), one.other.family.id.clone()];
    let mut families: Vec<FamilyId> = found.iter().flat_map(of).collect();
    families.sort();
    families.dedup();
    if families.is_empty() {
        return Ok(());
    }
    tx.audit_families(Event::SeeCandidates, "", &families, json!({}))
}

/// Some of a family's places, and whether there are more.
fn places(
    tx: &mut Tx,
    family: &FamilyId,
    time: BookingTime,
    most: usize,
) -> Result<(Vec<BookingOut>, bool)> {
    let wanted = BookingList { family, time: Some(time), after: "", rows: most + 1 };
    let mut rows = of_family(tx, &wanted)?;
    let more = rows.len() > most;
    rows.truncate(most);
    let shown: Result<Vec<BookingOut>> =
        rows.into_iter().map(|(booking, shown)| BookingOut::of(tx, booking, shown)).collect();
    Ok((shown?, more))
}

fn contacts(tx: &mut Tx, family: &FamilyId) -> Result<Vec<Contact>> {
    let wanted = ContactsQuery {
        family_id: Some(family.clone()),
        child_id: None,
        centre_id: None,
        kind: None,
        from: None,
        to: None,
        limit: Some(CONTACTS),
        after: None,
    };
    let contacts = list::service::list(tx, &wanted, i64::from(CONTACTS))?;
    let detail = json!({ "contacts": contacts.len() });
    tx.audit(Event::SeeContacts, family.as_str(), detail)?;
    Ok(contacts)
}
