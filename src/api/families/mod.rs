//! Families over REST: found, created and opened. What an answer contains depends on the role that
//! asks.

pub(crate) mod access;
pub(crate) mod answers;
pub(crate) mod change;
pub(crate) mod children;
pub(crate) mod groups;
pub(crate) mod join;
pub(crate) mod membership;
pub(crate) mod merge;
pub(crate) mod restriction;
pub(crate) mod statements;
pub(crate) mod told;
pub(crate) mod trusted_adults;
pub(crate) mod wire;
pub(crate) mod wire_in;

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::FamilyId;
use crate::base::text;
use crate::db::Tx;
use crate::families::statements::service::{
    find, list as list_statements, own_named, speaks_for_team,
};
use crate::families::{FirstContact, Household, service};
use crate::membership::notices;
use crate::membership::service::{FirstMeeting, lift, meet, partner_statements, search};
use crate::web::{
    Answer, Api, ApiResult, Body, List, Logged, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::Deserialize;
use serde_json::json;
use statements::PartnerStatementOut;
use utoipa::IntoParams;
use wire::{FamilyOrStatement, FamilyOut};
use wire_in::FamilyIn;

faults! {
    MakeFaults: BookAsGuest;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    access::routes(config);
    answers::routes(config);
    change::routes(config);
    children::routes(config);
    groups::routes(config);
    join::routes(config);
    membership::routes(config);
    merge::routes(config);
    restriction::routes(config);
    told::routes(config);
    trusted_adults::routes(config);
    config.service(list_families).service(add_family).service(get_family);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Finding {
    /// A membership number, names in any order and spelling, a child's birth date, a postcode or
    /// its first half, a telephone number, an address of mail, or several of these.
    #[param(example = "khan 14/05/2024")]
    q: Option<String>,
}

/// The longest search text.
const LONGEST_SEARCH: usize = 200;

/// Families that fit on a desk's screen.
const FOUND: usize = 20;

/// Find families, or list them
///
/// A parent gets their own family; staff and front desk the families of their centres; a
/// professional what the team has said about families, in its own words. With `q` the best match
/// comes first, at most `limit` (20 where not given), and there is no `next`.
#[utoipa::path(tag = "families", params(Finding, Paging),
    responses((status = 200, body = List<FamilyOrStatement>)))]
#[get("/families")]
async fn list_families(api: Api, finding: Query<Finding>, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeFamily, move |tx| {
        let (finding, paging) = (finding.read()?, paging.read()?);
        let line = finding.q.as_deref().unwrap_or_default().trim();
        if speaks_for_team(tx.actor()) {
            let page = stated(tx, line, &paging)?;
            let ids: Vec<String> = page.items.iter().map(|row| row.id.to_string()).collect();
            let items = page.items.into_iter().map(FamilyOrStatement::Statement).collect();
            let detail = json!({ "statements": ids });
            let logged = Logged { detail, ..Logged::of(Event::ListFamilies, "") };
            return Ok((Answer::ok(List { items, next: page.next }), logged));
        }
        let page = if line.is_empty() { page_of(tx, &paging)? } else { found(tx, line, &paging)? };
        let families = page.items.iter().map(|row| row.id.clone()).collect();
        let items = page.items.into_iter().map(FamilyOrStatement::family).collect();
        let logged = Logged { families, ..Logged::of(Event::ListFamilies, "") };
        Ok((Answer::ok(List { items, next: page.next }), logged))
    })
    .await
}

/// What the team has said: all of it, or what a search finds.
fn stated(tx: &mut Tx, line: &str, paging: &Paging) -> Result<List<PartnerStatementOut>> {
    short_enough(line)?;
    let after = paging.after.as_deref().unwrap_or_default();
    let page = if line.is_empty() {
        let rows = list_statements(tx, after, paging.rows())?;
        paging.page(rows, |row| row.id.to_string(), |row| row)
    } else {
        let most = paging.limit.map_or(FOUND, |_| paging.limit());
        List { items: find(tx, line, most)?, next: None }
    };
    let items = page.items.into_iter().map(PartnerStatementOut::new).collect::<Result<_, _>>()?;
    Ok(List { items, next: page.next })
}

fn page_of(tx: &mut Tx, paging: &Paging) -> Result<List<FamilyOut>> {
    let after = paging.after.as_deref().unwrap_or_default();
    let households = service::list(tx, after, paging.rows())?;
    let shown = FamilyOut::load_all(tx, households)?;
    Ok(paging.page(shown, |row| row.id.to_string(), |row| row))
}

fn short_enough(line: &str) -> Result<()> {
    if line.chars().count() > LONGEST_SEARCH {
        let detail = format!("Search for at most {LONGEST_SEARCH} characters.");
        return Err(Fault::invalid("/q", detail));
    }
    Ok(())
}

fn found(tx: &mut Tx, line: &str, paging: &Paging) -> Result<List<FamilyOut>> {
    short_enough(line)?;
    let most = paging.limit.map_or(FOUND, |_| paging.limit());
    let households = search::find(tx, line, most)?;
    Ok(List { items: FamilyOut::load_all(tx, households)?, next: None })
}

/// Create a family record
///
/// By staff and front desk: it is a member at once. A family that is known already is shown (200)
/// and no second record is created; for one that you may not open, the answer is a statement of
/// what you said. A family that opted out before is booked for as a guest. A professional gets what
/// the team has said about the family, the same whether or not it was known: 201 at first, then
/// 200. With `guest` it records that the family does not wish to be a member.
#[utoipa::path(tag = "families", request_body = FamilyIn,
    responses((status = 201, body = FamilyOrStatement), (status = 200, body = FamilyOrStatement),
        MakeFaults))]
#[post("/families")]
async fn add_family(api: Api, body: Body<FamilyIn>) -> ApiResult {
    api.write(Act::MakeFamily, body, |tx, input| {
        let today = tx.today();
        if speaks_for_team(tx.actor()) {
            let add = input.command(today, FirstContact::Professional)?;
            let reference = text::maybe_line("/reference", input.reference.as_deref(), 60)?;
            let (statement, is_new) = partner_statements::state(tx, &add, reference.as_deref())?;
            let out = FamilyOrStatement::statement(statement)?;
            return Ok(if is_new { Answer::created(out) } else { Answer::ok(out) });
        }
        let add = input.command(today, FirstContact::Staff)?;
        if input.rejoins {
            lift(tx, &add)?;
        }
        let household = match meet(tx, &add)? {
            FirstMeeting::New(household) => household,
            FirstMeeting::Known(household) => return record(tx, household, Answer::ok),
            FirstMeeting::Stated(statement) => {
                return Ok(Answer::created(FamilyOrStatement::statement(statement)?));
            }
        };
        if let Some(language) = &input.notice_language {
            notices::service::show_to(tx, &household.family.id, language)?;
        }
        record(tx, household, Answer::created)
    })
    .await
}

fn record(
    tx: &mut Tx,
    household: Household,
    answer: fn(FamilyOrStatement) -> Answer<FamilyOrStatement>,
) -> Result<Answer<FamilyOrStatement>> {
    let version = household.family.version;
    let out = FamilyOut::load(tx, household)?;
    Ok(answer(FamilyOrStatement::family(out)).version(version))
}

/// Open a family's record
///
/// Every opening is logged. A professional gets their team's statement with that id.
#[utoipa::path(tag = "families", params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 200, body = FamilyOrStatement)))]
#[get("/families/{id}")]
async fn get_family(api: Api, id: Path<FamilyId>) -> ApiResult {
    api.open(Act::SeeFamily, move |tx| {
        if speaks_for_team(tx.actor()) {
            let statement = own_named(tx, &id)?;
            return Ok(Answer::ok(FamilyOrStatement::statement(statement)?));
        }
        let household = service::open(tx, &id)?;
        record(tx, household, Answer::ok)
    })
    .await
}
