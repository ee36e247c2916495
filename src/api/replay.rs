//! What a request that was sent twice is answered: nothing that names somebody is kept for it, only
//! where to find it. The right to it is asked again, and it is read as the caller may see it now.

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::{
    BookingId, ChildRequestId, ContactId, FamilyId, RecordJoinId, TaskId, TrustedAdultId,
};
use crate::db::Tx;
use crate::web::{Again, Ids, Kept};
use serde::Serialize;
use serde_json::Value;

/// What an answer shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Booking,
    Family,
    Contacts,
    Statement,
    TrustedAdult,
    Membership,
    Join,
    Task,
    ChildRequest,
}

/// What an answer shows, by the pattern of its address, where that is found again by its ids.
fn subject(pattern: &str) -> Option<Subject> {
    match pattern.strip_prefix("/api/v1").unwrap_or(pattern) {
        "/sessions/{id}/bookings"
        | "/bookings/{id}/cancel"
        | "/bookings/{id}/move"
        | "/bookings/{id}/party"
        | "/bookings/{id}/claim"
        | "/bookings/{id}/undo-cancel"
        | "/bookings/{id}/withdraw-referral"
        | "/offers/{id}/accept"
        | "/offers/{id}/decline" => Some(Subject::Booking),
        "/families"
        | "/families/{id}/children/{child_id}/birth"
        | "/families/{id}/children/{child_id}/end"
        | "/families/{id}/children/{child_id}/move"
        | "/families/{id}/opt-out"
        | "/families/{id}/join-again" => Some(Subject::Family),
        "/contacts" | "/contacts/{id}/withdraw" | "/contact-proposals/{id}/accept" => {
            Some(Subject::Contacts)
        }
        "/families/{id}/groups" | "/families/{id}/groups/{code}/review" => Some(Subject::Statement),
        "/families/{id}/trusted-adults" => Some(Subject::TrustedAdult),
        "/memberships/{number}/reissue" => Some(Subject::Membership),
        "/joined-records/{id}/undo" => Some(Subject::Join),
        "/tasks/{id}/calls" => Some(Subject::Task),
        "/child-requests/{id}/settle" => Some(Subject::ChildRequest),
        _ => None,
    }
}

/// By the pattern of the address. What is not named here is kept whole; a test holds that no answer
/// with a person in it is.
pub fn kept(pattern: &str) -> Kept {
    if subject(pattern).is_some() {
        return Kept::Ids;
    }
    match pattern.strip_prefix("/api/v1").unwrap_or(pattern) {
        "/sessions/{id}/referrals"
        | "/referrals/{id}/withdraw"
        | "/sessions/{id}/register/marks"
        | "/sessions/{id}/register/sheet"
        | "/sessions/{id}/register/complete"
        | "/sessions/{id}/register/handover"
        | "/memberships/check-code"
        | "/feedback-texts/{id}/finding"
        | "/feedback-texts/{id}/done" => Kept::Nothing,
        _ => Kept::Whole,
    }
}

/// Whether an answer's ids lead anywhere. What a team of a partner, or staff, are given back as a
/// statement of their own is their words alone: it is kept as it was.
pub fn is_found_again(tx: &mut Tx, pattern: &str, answer: &Value) -> Result<bool> {
    if crate::families::statements::service::speaks_for_team(tx.actor()) {
        return Ok(false);
    }
    let (Some(Subject::Family), Some(id)) = (subject(pattern), answer["id"].as_str()) else {
        return Ok(true);
    };
    match crate::families::store::family(tx, &FamilyId::from(id)) {
        Ok(_) => Ok(true),
        Err(fault) if fault.code() == crate::base::fault::Code::NotFound => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// Reads what was answered before, as the caller may see it now. `family` is that of the address; of
/// a list all of its items are read.
pub fn read(
    tx: &mut Tx,
    pattern: &str,
    family: Option<&FamilyId>,
    Ids { ids, list }: &Ids,
) -> Result<Again> {
    let gone = || Fault::not_found("answer");
    let subject = subject(pattern).ok_or_else(gone)?;
    let id = ids.first().map(String::as_str);
    match subject {
        Subject::Booking => shown(&booking(tx, &id.ok_or_else(gone)?.into())?, None),
        Subject::Family => {
            let household = crate::families::service::open(tx, &id.ok_or_else(gone)?.into())?;
            let version = household.family.version;
            let family = super::families::wire::FamilyOut::load(tx, household)?;
            shown(&family, Some(version))
        }
        Subject::Contacts => contacts(tx, ids, *list),
        Subject::Statement => statement(tx, family.ok_or_else(gone)?, id.ok_or_else(gone)?),
        Subject::TrustedAdult => {
            trusted_adult(tx, family.ok_or_else(gone)?, &id.ok_or_else(gone)?.into())
        }
        Subject::Membership => {
            let number = crate::membership::number::Number::parse(id.ok_or_else(gone)?)?;
            let (act, event) = (Act::IssueCard, crate::audit::Event::OpenMembership);
            let found = crate::membership::card::service::open(tx, &number, act, event)?;
            shown(&super::memberships::MembershipRecordOut::load(tx, found)?, None)
        }
        Subject::Join => join(tx, &id.ok_or_else(gone)?.into()),
        Subject::Task => task(tx, &id.ok_or_else(gone)?.into()),
        Subject::ChildRequest => child_request(tx, &id.ok_or_else(gone)?.into()),
    }
}

fn shown(answer: &impl Serialize, version: Option<i64>) -> Result<Again> {
    Ok((serde_json::to_string(answer).map_err(Fault::internal)?, version))
}

fn booking(tx: &mut Tx, id: &BookingId) -> Result<super::bookings::wire::BookingOut> {
    let booking = crate::bookings::store::booking(tx, id)?;
    let planned = crate::sessions::store::planned(tx, &booking.session_id)?;
    crate::bookings::service::allow(tx, Act::SeeBooking, &booking, &planned)?;
    super::bookings::wire::BookingOut::load(tx, booking)
}

fn contacts(tx: &mut Tx, ids: &[String], is_list: bool) -> Result<Again> {
    let mut items = Vec::new();
    for id in ids {
        items.push(crate::contacts::service::hand::one(tx, &ContactId::from(id.as_str()))?);
    }
    match is_list {
        true => shown(&crate::web::List { items, next: None }, None),
        false => shown(&items.pop().ok_or_else(|| Fault::not_found("contact"))?, None),
    }
}

fn statement(tx: &mut Tx, family: &FamilyId, code: &str) -> Result<Again> {
    let stated = crate::families::groups::service::statements(tx, family)?;
    let of_code = stated.into_iter().filter(|said| said.group_code == code);
    let last = of_code.max_by_key(|said| (said.ended_at.is_none(), said.stated_at));
    let last = last.ok_or_else(|| Fault::not_found("statement"))?;
    shown(&last, None)
}

fn trusted_adult(tx: &mut Tx, family: &FamilyId, id: &TrustedAdultId) -> Result<Again> {
    crate::families::service::allow(tx, Act::ChangeFamily, family)?;
    let today = tx.today();
    let all = crate::families::trusted::store::of_family(tx, family, today)?;
    let found = all.into_iter().find(|adult| adult.id == *id);
    let found = found.ok_or_else(|| Fault::not_found("trusted adult"))?;
    shown(&found, None)
}

fn join(tx: &mut Tx, id: &RecordJoinId) -> Result<Again> {
    let join = crate::merge::store::join(tx, id)?;
    for family in [&join.kept_family_id, &join.other_family_id] {
        crate::families::service::allow(tx, Act::JoinRecords, family)?;
    }
    shown(&join, None)
}

fn task(tx: &mut Tx, id: &TaskId) -> Result<Again> {
    let task = crate::bookings::tasks::store::task(tx, id)?;
    let centre = crate::access::Scope::centre(&task.centre_id);
    tx.allow(Act::DoTasks, &centre, "task")?;
    shown(&super::tasks::TaskOut::load(tx, task)?, None)
}

fn child_request(tx: &mut Tx, id: &ChildRequestId) -> Result<Again> {
    let request = crate::families::requests::store::request(tx, id)?;
    if !crate::bookings::service::child_requests::is_settled_by(tx, &request)? {
        return Err(Fault::not_found("request"));
    }
    shown(&super::child_requests::ChildRequestOut::load(tx, request)?, None)
}
