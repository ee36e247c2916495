//! Queries for feeds of contacts: match candidates, earlier rows, proposals.

use super::{Candidate, Proposal};
use crate::access::Reach;
use crate::base::fault::Result;
use crate::base::id::{
    AccountId, ActivityId, CentreId, ChildId, ContactId, ContactProposalId, FamilyId, PartnerId,
};
use crate::base::moment::Moment;
use crate::contacts::Contact;
use crate::db::schema::{
    activities, booking_sessions, bookings, centres, children, contact_proposals, contacts,
    families, family_children, marks, partners, sessions,
};
use crate::db::{Run, Tx, found};
use crate::families::Child;
use crate::families::store::within;
use crate::partners::PartnerKind;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Text;

diesel::define_sql_function! {
    /// Ignores the case of ASCII letters.
    fn lower(text: Text) -> Text;
}

/// A child's contact with a sender's reference.
pub(crate) fn of_reference(
    tx: &mut Tx,
    (source, reference): (&str, &str),
    child: &ChildId,
) -> Result<Option<Contact>> {
    Ok(contacts::table
        .filter(contacts::source_name.eq(source))
        .filter(contacts::reference.eq(reference))
        .filter(contacts::child_id.eq(child.as_str()))
        .filter(contacts::withdrawn_at.is_null())
        .select(Contact::as_select())
        .first(tx.conn())
        .optional()?)
}

/// The adults' contact with one of a sender's references.
pub(crate) fn of_adults(
    tx: &mut Tx,
    source: &str,
    references: Vec<String>,
) -> Result<Option<Contact>> {
    Ok(contacts::table
        .filter(contacts::source_name.eq(source))
        .filter(contacts::reference.eq_any(references))
        .filter(contacts::child_id.is_null())
        .filter(contacts::withdrawn_at.is_null())
        .select(Contact::as_select())
        .first(tx.conn())
        .optional()?)
}

/// A child's home household.
pub(crate) fn home(tx: &mut Tx, child: &ChildId) -> Result<Option<FamilyId>> {
    Ok(family_children::table
        .filter(family_children::child_id.eq(child.as_str()))
        .filter(family_children::is_home.eq(true))
        .select(family_children::family_id)
        .first(tx.conn())
        .optional()?)
}

/// Match candidates: children born on a day or living at a postcode, without restricted records and
/// guests.
pub(crate) fn candidates(
    tx: &mut Tx,
    born_on: Option<NaiveDate>,
    postcode: Option<&str>,
) -> Result<Vec<Candidate>> {
    let people = children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .filter(family_children::is_home.eq(true))
        .filter(families::restricted.eq(false))
        .filter(families::guest.eq(false))
        .filter(families::joined_into.is_null())
        .filter(families::erased_at.is_null())
        .order((children::id, families::id))
        .select((families::id, Child::as_select(), families::postcode));
    let mut found = Vec::new();
    if let Some(born_on) = born_on {
        found = people.filter(children::born_on.eq(born_on)).load(tx.conn())?;
    }
    if let Some(postcode) = postcode {
        let there = people.filter(families::postcode.eq(postcode));
        found.extend(there.load::<Candidate>(tx.conn())?);
    }
    Ok(found)
}

pub(crate) fn centre_named(tx: &mut Tx, name: &str) -> Result<Option<CentreId>> {
    Ok(centres::table
        .filter(centres::id.eq(name).or(lower(centres::name).eq(name.to_lowercase())))
        .select(centres::id)
        .first(tx.conn())
        .optional()?)
}

/// A nursery, a childminder or a school.
pub(crate) fn setting_named(tx: &mut Tx, name: &str) -> Result<Option<PartnerId>> {
    Ok(partners::table
        .filter(partners::kind.eq(PartnerKind::EarlyYears))
        .filter(partners::id.eq(name).or(lower(partners::name).eq(name.to_lowercase())))
        .select(partners::id)
        .first(tx.conn())
        .optional()?)
}

/// An activity by its title.
#[derive(Queryable)]
pub(crate) struct Titled {
    pub id: ActivityId,
    pub adults_only: bool,
}

/// The centre's own activity of a title, else one of every centre.
pub(crate) fn titled(tx: &mut Tx, centre: &CentreId, title: &str) -> Result<Option<Titled>> {
    Ok(activities::table
        .filter(lower(activities::title).eq(title.to_lowercase()))
        .filter(activities::centre_id.is_null().or(activities::centre_id.eq(centre.as_str())))
        .order((activities::centre_id.is_null(), activities::id))
        .select((activities::id, activities::adults_only))
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn add_proposal(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    diesel::insert_into(contact_proposals::table).values(proposal).run(tx)
}

/// The proposal for the same reference and child.
pub(crate) fn proposed(
    tx: &mut Tx,
    (source, reference): (&str, &str),
    child: &ChildId,
) -> Result<Option<Proposal>> {
    Ok(contact_proposals::table
        .filter(contact_proposals::source_name.eq(source))
        .filter(contact_proposals::reference.eq(reference))
        .filter(contact_proposals::child_id.eq(child.as_str()))
        .select(Proposal::as_select())
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn proposal(tx: &mut Tx, id: &ContactProposalId) -> Result<Proposal> {
    found(
        contact_proposals::table.find(id.as_str()).select(Proposal::as_select()).first(tx.conn()),
        "proposal",
    )
}

/// Returns how many were decided: none if somebody already has.
pub(crate) fn decide(
    tx: &mut Tx,
    id: &ContactProposalId,
    (at, by): (Moment, Option<&AccountId>),
    contact: Option<&ContactId>,
) -> Result<usize> {
    Ok(diesel::update(
        contact_proposals::table.find(id.as_str()).filter(contact_proposals::decided_at.is_null()),
    )
    .set((
        contact_proposals::decided_at.eq(at),
        contact_proposals::decided_by.eq(by.map(AccountId::as_str)),
        contact_proposals::contact_id.eq(contact.map(ContactId::as_str)),
    ))
    .execute(tx.conn())?)
}

/// Undecided proposals for families within reach.
pub(crate) fn open(
    tx: &mut Tx,
    (reach, since): (&Reach, Moment),
    after: &str,
    rows: i64,
) -> Result<Vec<Proposal>> {
    let of_families = contact_proposals::table
        .inner_join(families::table.on(families::id.eq(contact_proposals::family_id)));
    Ok(within!(of_families.into_boxed(), reach, since)
        .filter(contact_proposals::decided_at.is_null())
        .filter(contact_proposals::id.gt(after.to_owned()))
        .order(contact_proposals::id)
        .limit(rows)
        .select(Proposal::as_select())
        .load(tx.conn())?)
}
