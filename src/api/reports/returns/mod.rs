//! Returns over REST.

pub(crate) mod wire;

use super::reach::file::{self, Format};
use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::ReturnId;
use crate::base::text;
use crate::reports::returns::compare::Comparison;
use crate::reports::returns::{Made, Return, ReturnSent, service};
use crate::web::{Answer, Api, ApiResult, Body, Download, List, Paging, Query, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, post};
use wire::{FormatQuery, ReturnGiven, ReturnIn, ReturnOut, ReturnWhole, ReturnsQuery, SentIn};

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .service(freeze_return)
        .service(list_returns)
        .service(get_return)
        .service(compare_return)
        .service(record_return_sent);
}

/// Freeze a return
///
/// The report is made and stored with the hash of its text. It can never be changed, only compared
/// with the same report made later.
#[utoipa::path(tag = "reports", request_body = ReturnIn,
    responses((status = 201, body = ReturnOut)))]
#[post("/reports/returns")]
async fn freeze_return(api: Api, body: Body<ReturnIn>) -> ApiResult {
    api.write(Act::KeepReturns, body, |tx, input| {
        let frozen = service::freeze(tx, input.preset, input.asked()?)?;
        Ok(Answer::created(ReturnOut::new(frozen, Vec::new())))
    })
    .await
}

/// List the frozen returns
///
/// Newest first.
#[utoipa::path(tag = "reports", params(ReturnsQuery),
    responses((status = 200, body = List<ReturnOut>)))]
#[get("/reports/returns")]
async fn list_returns(api: Api, query: Query<ReturnsQuery>) -> ApiResult {
    api.read(Act::KeepReturns, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: query.after.clone() };
        let (centre, after) = (query.centre_id.as_ref(), query.after.as_deref());
        let rows = service::list(tx, centre, after, paging.rows())?;
        let show = |(frozen, sent)| ReturnOut::new(frozen, sent);
        Ok(Answer::ok(paging.page(rows, |(frozen, _)| frozen.id.to_string(), show)))
    })
    .await
}

/// Get a frozen return
///
/// As frozen, in any format; the hash is checked first.
#[utoipa::path(tag = "reports",
    params(("id" = inline(ReturnId), Path, description = "The return."), FormatQuery),
    responses((status = 200, content(
        (ReturnGiven = "application/json"), (String = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "application/pdf")))))]
#[get("/reports/returns/{id}")]
async fn get_return(api: Api, id: Path<ReturnId>, query: Query<FormatQuery>) -> ApiResult {
    if query.read().is_ok_and(|query| query.format.is_none()) {
        return api
            .read(Act::KeepReturns, move |tx| {
                let (frozen, Made { report, quarterly }, sent) = service::open(tx, &id)?;
                let about = ReturnOut::new(frozen, sent);
                let whole = ReturnWhole { about, report, quarterly };
                Ok(Answer::ok(ReturnGiven::Whole(Box::new(whole))))
            })
            .await;
    }
    let open = move |tx: &mut crate::db::Tx| {
        let format = Format::asked(query.read()?.format.as_deref())?;
        let (frozen, made, _) = service::open(tx, &id)?;
        file(frozen, &made, format)
    };
    api.read(Act::KeepReturns, open).await
}

/// The JSON is exactly the text that was hashed.
fn file(frozen: Return, made: &Made, format: Format) -> Result<Download> {
    let file = file::file(&made.report, made.quarterly.as_ref(), format)?;
    Ok(match format {
        Format::Json => Download { bytes: frozen.report.into_bytes(), ..file },
        Format::Csv | Format::Xlsx | Format::Pdf => file,
    })
}

/// Compare a return with the same report made now
///
/// Lists each figure that is different now and why, as far as the records show.
#[utoipa::path(tag = "reports", params(("id" = inline(ReturnId), Path, description = "The return.")),
    responses((status = 200, body = Comparison)))]
#[get("/reports/returns/{id}/compare")]
async fn compare_return(api: Api, id: Path<ReturnId>) -> ApiResult {
    api.read(Act::KeepReturns, move |tx| Ok(Answer::ok(service::compared(tx, &id)?))).await
}

/// Record that a return was sent
///
/// Records the recipient and the date; a return may have several recipients.
#[utoipa::path(tag = "reports", params(("id" = inline(ReturnId), Path, description = "The return.")),
    request_body = SentIn, responses((status = 201, body = ReturnSent)))]
#[post("/reports/returns/{id}/sent")]
async fn record_return_sent(api: Api, id: Path<ReturnId>, body: Body<SentIn>) -> ApiResult {
    api.write(Act::KeepReturns, body, move |tx, input| {
        let to = text::line("/to", &input.to, 200)?;
        Ok(Answer::created(service::send(tx, &id, to, input.on)?))
    })
    .await
}
