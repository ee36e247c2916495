//! Referrals: a professional asks for a place for a family, with the family's agreement. Known or
//! new, already waiting or booked, the answer has the same shape and names nobody else.

use super::book::{Book, Request, lock_sessions};
use super::place::place;
use super::settle::{Since, settle};
use super::{clash, lock_booking, lock_families};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::bookings::judge::{self, Asker, Party};
use crate::bookings::{Booking, MadeAs, Referral, Status, Tier, Wants, store};
use crate::db::Tx;
use crate::families::groups::{StatedOf, TargetGroup};
use crate::families::service::{AddChild, AddFamily, Birth};
use crate::families::{self, Child, groups};
use crate::fault::{Code, Fault};
use crate::id::{BookingId, ChildId, FamilyId, ReferralId};
use crate::membership::{self, Standing};
use crate::sessions::{self, Planned};
use crate::text::sort_name;
use chrono::NaiveDate;
use serde_json::json;

/// Whom a referral is for.
#[derive(Clone, Debug)]
pub enum Whom {
    Known(FamilyId),
    /// By name, birth date and postcode: found where known, made where not.
    Described(AddFamily),
}

#[derive(Clone, Debug)]
pub struct Refer {
    /// The request; its family and children are filled in for a described family.
    pub book: Book,
    pub whom: Whom,
    pub reason: String,
    pub target_groups: Vec<String>,
    pub agreed_on: Option<NaiveDate>,
    pub agreed_how: Option<String>,
    pub tell_outcome: bool,
}

pub fn refer(tx: &mut Tx, refer: &Refer) -> Result<Booking, Fault> {
    let lined = lock_sessions(tx, &refer.book.session_id, &refer.book.or_sessions)?;
    tx.allow(Act::Refer, &Scope::organisation(), "session")?;
    let (agreed_on, agreed_how) = agreement(tx, refer)?;
    let groups = check_groups(tx, refer)?;
    let now = tx.now();
    for planned in &lined {
        judge::release(planned, Asker::Professional, now)?;
    }

    let book = resolve(tx, refer)?;
    let stated: Vec<_> = groups.iter().map(|group| of_whom(group, &book.child_ids)).collect();
    lock_families(tx, &book.family_id, &book.child_ids)?;
    let booking = match store::live_of(tx, &lined[0].session.id, &book.family_id)? {
        Some(live) => lift(tx, &lined[0], live, &refer.reason)?,
        None => ask(tx, &lined, &book, &refer.reason).map_err(|fault| match fault.code() {
            // A family made for a referral that is refused is not kept.
            Code::SessionFull => fault.forgetting(),
            _ => fault,
        })?,
    };

    let now = tx.now();
    let actor = tx.actor().clone();
    let account_id = actor.account_id.ok_or_else(|| Fault::internal("a referral by nobody"))?;
    let referral = Referral {
        id: ReferralId::new(),
        booking_id: booking.id.clone(),
        session_id: lined[0].session.id.clone(),
        account_id,
        partner_id: actor.partner_id,
        team: actor.team,
        reason: refer.reason.clone(),
        agreed_on,
        agreed_how,
        tell_outcome: refer.tell_outcome,
        made_at: now,
        withdrawn_at: None,
    };
    store::add_referral(tx, &referral, &stated)?;
    tx.audit(Event::Refer, booking.id.as_str(), json!({ "referral": referral.id }))?;
    store::booking(tx, &booking.id)
}

fn agreement(tx: &mut Tx, refer: &Refer) -> Result<(NaiveDate, String), Fault> {
    let (Some(on), Some(how)) = (refer.agreed_on, &refer.agreed_how) else {
        return Err(Fault::new(
            Code::NotAgreed,
            "A referral needs the family's agreement: agreed_on and agreed_how. If you fear for a \
             child's safety, do not refer here: follow your safeguarding procedure and ring the \
             council's children's services.",
        ));
    };
    if on > tx.now().utc().date_naive() + chrono::TimeDelta::days(1) {
        return Err(Fault::invalid("/agreed_on", "The family cannot have agreed in the future."));
    }
    Ok((on, how.clone()))
}

/// Which groups a partner may state depends on its kind. One of a child is of the child that is
/// referred alone, as the request has it and whatever is known of its family.
fn check_groups(tx: &mut Tx, refer: &Refer) -> Result<Vec<TargetGroup>, Fault> {
    let partner = tx.actor().partner_id.clone();
    let kind = match partner {
        Some(partner) => store::partner_kind(tx, &partner)?,
        None => crate::partners::PartnerKind::Other,
    };
    let children = match &refer.whom {
        Whom::Known(_) => refer.book.child_ids.len(),
        Whom::Described(add) => add.children.len(),
    };
    let mut stated = Vec::new();
    for (code, at) in refer.target_groups.iter().zip(0..) {
        let wrong = |detail: &str| Err(Fault::invalid(&format!("/target_groups/{at}"), detail));
        let group = families::groups_service::known_group(tx, code)?;
        if !groups::may_state(kind, code) {
            return wrong("Your agency does not state this group.");
        }
        if group.stated_of == StatedOf::Child && children != 1 {
            return wrong(
                "This group is of one child: refer that child alone, or leave the group out.",
            );
        }
        stated.push(group);
    }
    Ok(stated)
}

/// A group with the child it is of, if it is of one.
fn of_whom(group: &TargetGroup, children: &[ChildId]) -> (String, Option<ChildId>) {
    let child = children.first().filter(|_| group.stated_of == StatedOf::Child);
    (group.code.clone(), child.cloned())
}

/// The request with its family and children.
fn resolve(tx: &mut Tx, refer: &Refer) -> Result<Book, Fault> {
    let mut book = refer.book.clone();
    match &refer.whom {
        Whom::Known(id) => {
            families::store::family(tx, id)?;
            book.family_id = id.clone();
        }
        Whom::Described(add) => {
            // Two who describe the same new family at once make one.
            tx.alone("described families")?;
            let (family, children) = match known(tx, add)? {
                Some(known) => known,
                None => made(tx, add)?,
            };
            book.family_id = family;
            book.child_ids = children;
        }
    }
    Ok(book)
}

/// The one family that this description fits, with those of its children it names.
fn known(tx: &mut Tx, add: &AddFamily) -> Result<Option<(FamilyId, Vec<ChildId>)>, Fault> {
    let Some(postcode) = &add.postcode else { return Ok(None) };
    let mut found: Vec<FamilyId> = Vec::new();
    for child in &add.children {
        if let AddChild::New { name, birth: Birth::Born(day), .. } = child {
            let described = families::store::Described {
                postcode: Some(postcode),
                sort_name: &sort_name(name),
                born_on: Some(*day),
                nhs_number: None,
            };
            let same = families::store::exact(tx, &described)?;
            found.extend(same.into_iter().map(|(family, _)| family));
        }
    }
    found.sort();
    found.dedup();
    let [family] = found.as_slice() else { return Ok(None) };

    let named = |child: &Child| {
        add.children.iter().any(|sent| match sent {
            AddChild::New { name, birth: Birth::Born(day), .. } => {
                sort_name(name) == child.sort_name && child.born_on == Some(*day)
            }
            AddChild::New { .. } | AddChild::Known(_) => false,
        })
    };
    let children = families::store::children_of(tx, family)?;
    let ids = children.into_iter().filter(named).map(|child| child.id).collect();
    Ok(Some((family.clone(), ids)))
}

fn made(tx: &mut Tx, add: &AddFamily) -> Result<(FamilyId, Vec<ChildId>), Fault> {
    let guest = families::suppression_service::is_suppressed(tx, add)?;
    let add = AddFamily { guest, ..add.clone() };
    let household = families::service::insert(tx, &add, add.centre_id.clone())?;
    membership::service::enrol(tx, &household, Standing::Member)?;
    tx.audit(Event::AddFamily, household.family.id.as_str(), json!({ "by": "referral" }))?;
    let ids = household.children.into_iter().map(|child| child.id).collect();
    Ok((household.family.id, ids))
}

/// A referral of a family that asks for the first time.
fn ask(tx: &mut Tx, lined: &[Planned], book: &Book, reason: &str) -> Result<Booking, Fault> {
    let children = super::book::children_of(tx, book)?;
    let party = Party { children: &children, adults: book.adults };
    for planned in lined {
        judge::ages(planned, &party)?;
        judge::party_size(planned, &party)?;
        clash::refuse(tx, planned, &book.comes(None))?;
    }
    let request = Request {
        book,
        made: MadeAs::Professional,
        asker: Asker::Professional,
        tier: Tier::Referred,
        tier_reason: format!("referred: {reason}"),
    };
    place(tx, lined, &request, &children)
}

/// Already waiting: to the higher tier, with the old number. Already booked: stored with it.
fn lift(tx: &mut Tx, planned: &Planned, live: Booking, reason: &str) -> Result<Booking, Fault> {
    if live.tier != Tier::Referred {
        store::set_tier(tx, &live.id, Tier::Referred, &format!("referred: {reason}"))?;
        if live.status == Status::Waiting {
            store::set_wants(tx, &live.id, Wants::Book)?;
        }
        settle(tx, planned, Since::Change)?;
    }
    store::booking(tx, &live.id)
}

/// Takes a referral back. A place it brought is given up; one the family had stays.
pub fn withdraw(tx: &mut Tx, id: &BookingId) -> Result<Booking, Fault> {
    let (booking, _) = lock_booking(tx, id)?;
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    super::allow(tx, Act::WithdrawReferral, &booking, &planned)?;
    let actor = tx.actor().clone();
    let team = actor.partner_id.as_ref().map(|partner| (partner, actor.team.as_deref()));
    let now = tx.now();
    let withdrawn = store::withdraw_referrals(tx, id, team, now)?;
    if withdrawn == 0 || !booking.status.is_live() {
        return Ok(booking);
    }

    tx.audit(Event::WithdrawReferral, id.as_str(), json!({}))?;
    if store::has_referral(tx, id)? {
        return Ok(booking);
    }
    if booking.made_as == MadeAs::Professional {
        super::cancel::give_up(tx, &planned, &booking, Some("referral_withdrawn"))?;
        super::tell::booking_cancelled(tx, &planned, &booking, crate::mail::CancelledBy::Centre)?;
    } else {
        let children: Vec<ChildId> =
            store::children_of(tx, id)?.into_iter().map(|child| child.id).collect();
        let group = families::store::priority_group(tx, &booking.family_id, &children)?;
        match group {
            Some(group) => store::set_tier(tx, id, Tier::TargetGroup, &group)?,
            None => store::set_tier(tx, id, Tier::Everyone, "in order of asking")?,
        }
    }
    settle(tx, &planned, Since::Change)?;
    store::booking(tx, id)
}
