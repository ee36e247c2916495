//! Memberships by number, their cards and codes over REST.

pub(crate) mod lost_touch;
pub(crate) mod to_tell;

use super::families::wire::MembershipOut;
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::FamilyId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::Household;
use crate::membership::Membership;
use crate::membership::card::service::{self, Press};
use crate::membership::card::{Card, Checked, drawing};
use crate::membership::number::Number;
use crate::web::{
    Answer, Api, ApiResult, App, Body, Download, Nothing, Query, ServiceConfig, faults,
};
use crate::words::languages::Languages;
use actix_web::web::Path;
use actix_web::{get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

faults! {
    NumberFaults: InvalidMembershipNumber, NotFound;
    CardFaults: InvalidMembershipNumber, NotFound, NoLongerOpen;
    CodeFaults: InvalidCardCode;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    lost_touch::routes(config);
    to_tell::routes(config);
    config
        .service(get_membership)
        .service(draw_card)
        .service(print_card)
        .service(reissue_card)
        .service(check_code);
}

/// A membership and how it stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct MembershipRecordOut {
    /// Number, standing and the next birthday it renews on.
    #[serde(flatten)]
    pub standing: MembershipOut,
    /// Whose it is.
    pub family_id: FamilyId,
    /// When the family became a member; none while it is listed.
    pub joined_on: Option<NaiveDate>,
    /// Which card is good: 1, and one more for each card issued since.
    pub card_issue: i32,
    /// The version of the information-sharing notice the family was shown.
    pub notice_version: Option<i32>,
    /// In which language.
    #[schema(example = "en")]
    pub notice_language: Option<String>,
    /// When.
    pub notice_shown_at: Option<Moment>,
}

impl MembershipRecordOut {
    pub(crate) fn load(
        tx: &mut Tx,
        (membership, household): (Membership, Household),
    ) -> Result<MembershipRecordOut> {
        let standing = MembershipOut::load(tx, &household)?;
        Ok(MembershipRecordOut {
            standing: standing.ok_or_else(|| Fault::not_found("membership"))?,
            family_id: membership.family_id,
            joined_on: membership.joined_on,
            card_issue: membership.card_issue,
            notice_version: membership.notice_version,
            notice_language: membership.notice_language,
            notice_shown_at: membership.notice_shown_at,
        })
    }
}

/// Open a membership by its number
///
/// Spaces and hyphens are allowed anywhere in it. A number with a wrong digit or two swapped is
/// refused without a search. Every opening is logged.
#[utoipa::path(tag = "membership",
    params(("number" = String, Path, description = "The membership's number.")),
    responses((status = 200, body = MembershipRecordOut), NumberFaults))]
#[get("/memberships/{number}")]
async fn get_membership(api: Api, number: Path<String>) -> ApiResult {
    api.open(Act::SeeMembership, move |tx| {
        let number = Number::parse(&number)?;
        let found = service::open(tx, &number, Act::SeeMembership, Event::OpenMembership)?;
        Ok(Answer::ok(MembershipRecordOut::load(tx, found)?))
    })
    .await
}

/// A side of a card.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Side {
    #[default]
    Front,
    Back,
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SideIn {
    /// `front`, which is drawn where nothing is said, or `back`.
    #[serde(default)]
    #[param(inline)]
    pub side: Side,
}

/// Draw a membership's card
///
/// One side, as SVG. If you may see the membership, you may show its card.
#[utoipa::path(tag = "membership",
    params(("number" = String, Path, description = "The membership's number."), SideIn),
    responses((status = 200, description = "The card", body = String,
        content_type = "image/svg+xml"), CardFaults))]
#[get("/memberships/{number}/card.svg")]
async fn draw_card(api: Api, number: Path<String>, query: Query<SideIn>) -> ApiResult {
    let press = press(api.app());
    let open = move |tx: &mut Tx| {
        let side = query.read()?.side;
        Ok((service::card(tx, &press, &Number::parse(&number)?, Act::SeeMembership)?, side))
    };
    let languages = api.app().store.memory::<Languages>();
    let draw = move |(card, side): (Card, Side)| {
        let words = card.words(&languages);
        let page = match side {
            Side::Front => drawing::front(words, &card)?,
            Side::Back => drawing::back(words, &card),
        };
        Ok(Download::svg("card.svg", page.svg()))
    };
    api.open_and_draw(Act::SeeMembership, open, draw).await
}

/// Which paper a card is printed on.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Sheet {
    #[default]
    Card,
    A4,
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SheetIn {
    /// `card`, for a card printer: two pages of 85.6 by 54 mm; or `a4`, to print on both sides and
    /// cut out.
    #[serde(default)]
    #[param(inline)]
    pub sheet: Sheet,
}

/// Print a membership's card
///
/// A PDF, front and back.
#[utoipa::path(tag = "membership",
    params(("number" = String, Path, description = "The membership's number."), SheetIn),
    responses((status = 200, description = "The card", body = Vec<u8>,
        content_type = "application/pdf"), CardFaults))]
#[get("/memberships/{number}/card.pdf")]
async fn print_card(api: Api, number: Path<String>, query: Query<SheetIn>) -> ApiResult {
    let press = press(api.app());
    let open = move |tx: &mut Tx| {
        let sheet = query.read()?.sheet;
        Ok((service::card(tx, &press, &Number::parse(&number)?, Act::SeeMembership)?, sheet))
    };
    let languages = api.app().store.memory::<Languages>();
    let draw = move |(card, sheet): (Card, Sheet)| {
        let bytes = match sheet {
            Sheet::Card => drawing::single(card.words(&languages), &card)?,
            Sheet::A4 => drawing::sheets(&languages, &[card])?,
        };
        Ok(Download::pdf("card.pdf", bytes))
    };
    api.open_and_draw(Act::SeeMembership, open, draw).await
}

/// Issue a new card
///
/// For a card that was lost. The codes of all earlier cards are `replaced` from now on; the number
/// stays.
#[utoipa::path(tag = "membership", request_body = Nothing,
    params(("number" = String, Path, description = "The membership's number.")),
    responses((status = 200, body = MembershipRecordOut), CardFaults))]
#[post("/memberships/{number}/reissue")]
async fn reissue_card(api: Api, number: Path<String>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::IssueCard, body, move |tx, _| {
        let found = service::reissue(tx, &Number::parse(&number)?)?;
        Ok(Answer::ok(MembershipRecordOut::load(tx, found)?))
    })
    .await
}

/// What was scanned.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "FP1.48210934.1.c2lnbmF0dXJl"}))]
pub(crate) struct CodeIn {
    /// The whole text of the QR code.
    #[schema(max_length = 512)]
    pub code: String,
}

/// Check the code of a card
///
/// Offline, a register checks the signature with the keys of `/.well-known/card-keys.json`; only
/// this call knows of cards that were replaced since.
#[utoipa::path(tag = "membership", request_body = CodeIn,
    responses((status = 200, body = Checked), CodeFaults))]
#[post("/memberships/check-code")]
async fn check_code(api: Api, body: Body<CodeIn>) -> ApiResult {
    api.write(Act::CheckCard, body, |tx, input| Ok(Answer::ok(service::check(tx, &input.code)?)))
        .await
}

pub(crate) fn press(app: &App) -> Press {
    let head = &app.head;
    Press {
        organisation: head.organisation.clone(),
        whats_on: head.whats_on(),
        wrapping: app.gate.wrapping().clone(),
    }
}
