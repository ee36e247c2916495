//! What a family's carer told us, over REST, and the wish to be sent everything that is held.

use super::wire::{CarerOut, ChildOut, FamilyOut};
use crate::access::Act;
use crate::access::service::sessions::shown_lately;
use crate::api::bookings::wire::BookingOut;
use crate::base::fault::{Fault, Result};
use crate::base::id::FamilyId;
use crate::base::moment::Moment;
use crate::bookings::service::list::{BookingList, of_family};
use crate::db::Tx;
use crate::families::answers::FamilyAnswer;
use crate::families::service::open;
use crate::families::told::{self, Teller};
use crate::families::trusted::store as trusted;
use crate::families::{PostcodeReason, TrustedAdult};
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, post};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_told).service(ask_for_record);
}

/// The newest places that are told of.
const PLACES: usize = 500;

/// What a carer told us: own facts, places and choices. Nothing that an agency, staff or another
/// carer stated.
#[derive(Serialize, ToSchema)]
#[schema(as = FamilyToldOut)]
pub(crate) struct ToldOut {
    /// The carer who asks.
    pub carer: CarerOut,
    /// The children, where the family itself named them.
    pub children: Vec<ChildOut>,
    /// Where the family lives, where it said so itself.
    pub postcode: Option<String>,
    /// Why there is no postcode.
    pub postcode_reason: Option<PostcodeReason>,
    /// Where post goes.
    pub address: Option<String>,
    /// The adults this carer trusts with the children.
    pub trusted_adults: Vec<TrustedAdult>,
    /// The answers this carer gave.
    pub answers: Vec<FamilyAnswer>,
    /// Places had, offered or waited for, the newest first, without those of another carer.
    pub bookings: Vec<BookingOut>,
}

impl ToldOut {
    /// Of the parent who asks; opening it is logged like the record.
    pub(crate) fn load(tx: &mut Tx, id: &FamilyId) -> Result<ToldOut> {
        // Another role of the same person shows nothing more here.
        let parent = tx.actor().as_parent().ok_or_else(|| Fault::not_found("family"))?;
        shown_lately(tx, id)?;
        tx.act_as(parent);
        let household = open(tx, id)?;
        let actor = tx.actor().clone();
        let carer = actor.carer_id.ok_or_else(|| Fault::not_found("carer"))?;
        let teller = Teller { carer, account: actor.account_id };
        let by_family = told::is_told_by_family(&household);
        let whole = FamilyOut::load(tx, household.clone())?;

        let mut carers = whole.carers.into_iter();
        let own = carers.find(|one| one.id == teller.carer);
        let today = tx.today();
        let mut answers = whole.answers;
        answers.retain(|answer| told::is_told_by(&household, &teller, answer));
        let mut children = whole.children;
        children.retain(|child| by_family && child.ended.is_none());
        Ok(ToldOut {
            carer: own.ok_or_else(|| Fault::not_found("carer"))?,
            children,
            postcode: whole.postcode.filter(|_| by_family),
            postcode_reason: whole.postcode_reason.filter(|_| by_family),
            address: whole.address.filter(|_| by_family),
            trusted_adults: trusted::named_by(tx, id, teller.account.as_ref(), today)?,
            answers,
            bookings: places(tx, id, &teller)?,
        })
    }
}

fn places(tx: &mut Tx, family: &FamilyId, teller: &Teller) -> Result<Vec<BookingOut>> {
    let list = BookingList { family, time: None, after: "", rows: PLACES };
    let mut rows = of_family(tx, &list)?;
    rows.retain(|(booking, _)| booking.carer_id.as_ref().is_none_or(|by| *by == teller.carer));
    rows.into_iter().map(|(booking, shown)| BookingOut::of(tx, booking, shown)).collect()
}

/// See what you told us
///
/// By a parent: own facts, places and choices. Nothing that an agency, staff or another carer
/// stated is in it; to be sent all of that, ask for the whole record.
#[utoipa::path(tag = "families", params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 200, body = ToldOut)))]
#[get("/families/{id}/told")]
async fn get_told(api: Api, id: Path<FamilyId>) -> ApiResult {
    api.open(Act::SeeTold, move |tx| {
        crate::families::service::allow(tx, Act::SeeTold, &id)?;
        Ok(Answer::ok(ToldOut::load(tx, &id)?))
    })
    .await
}

/// A wish to be sent everything that is held.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecordRequestOut {
    /// When it was made.
    pub made_at: Moment,
    /// The last day for the answer.
    pub answer_by: NaiveDate,
}

impl RecordRequestOut {
    pub(crate) fn made(made_at: Moment) -> RecordRequestOut {
        RecordRequestOut { made_at, answer_by: told::answer_by(made_at) }
    }
}

/// Ask for everything that is held about a family
///
/// By a parent: staff get a task to send it within a month. Asking again before that changes
/// nothing.
#[utoipa::path(tag = "families", request_body = Nothing,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 202, body = RecordRequestOut)))]
#[post("/families/{id}/record-requests")]
async fn ask_for_record(api: Api, id: Path<FamilyId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::AskForRecord, body, move |tx, _| {
        let made_at = told::service::ask(tx, &id)?;
        Ok(Answer::accepted(RecordRequestOut::made(made_at)))
    })
    .await
}
