//! What anybody may see of the sessions to come, over REST.

use super::sessions::wire::WhatsOnOut;
use super::sessions::{cursor, instant};
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::bookings::view;
use crate::db::Tx;
use crate::sessions::Planned;
use crate::sessions::store::SessionFilter;
use crate::web::{Answer, Api, ApiResult, Holds, List, Paging, Query, ServiceConfig};
use actix_web::get;
use serde::Deserialize;
use utoipa::IntoParams;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_whats_on);
}

/// Which coming sessions to list.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhatsOnQuery {
    /// Only this centre's.
    #[param(inline)]
    pub centre_id: Option<CentreId>,
    /// From this instant or day; if left out, from now.
    pub from: Option<String>,
    /// Up to this instant or day; if left out, everything that is planned.
    pub to: Option<String>,
    /// Only sessions that take a child of this age on the day.
    #[param(minimum = 0, maximum = 240, example = 18)]
    pub age_months: Option<i32>,
}

/// List what is on
///
/// Needs no token: what families may know, by start. It is as true as when you asked: keep the
/// `ETag` and send it as `If-None-Match`, and asking again costs almost nothing.
#[utoipa::path(tag = "sessions", params(WhatsOnQuery, Paging,
        ("If-None-Match" = Option<String>, Header, description = "The ETag of what you have.")),
    security(()),
    responses((status = 200, body = List<WhatsOnOut>),
        (status = 304, description = "What you have is what would be sent.")))]
#[get("/whats-on")]
async fn list_whats_on(api: Api, query: Query<WhatsOnQuery>, paging: Query<Paging>) -> ApiResult {
    let (query, paging) = (query.read()?, paging.read()?);
    api.read_shared(format!("{query:?} {paging:?}"), move |tx| page(tx, &query, &paging)).await
}

fn page(
    tx: &mut Tx,
    query: &WhatsOnQuery,
    paging: &Paging,
) -> Result<(Answer<List<WhatsOnOut>>, Holds)> {
    let wanted = SessionFilter {
        centre: query.centre_id.clone(),
        after: cursor(paging.after.as_deref())?,
        from: instant("from", query.from.as_deref())?,
        to: instant("to", query.to.as_deref())?,
        rows: paging.rows(),
        ..SessionFilter::default()
    };
    let now = tx.now();
    let fits = |one: &Planned| view::admits(one, query.age_months);
    let (standings, watch) = view::whats_on(tx, wanted, fits)?;
    let shown = standings.iter().map(|one| WhatsOnOut::of(one, now)).collect();
    let last = |row: &WhatsOnOut| format!("{}|{}", row.starts_at, row.id);
    let answer = Answer::ok(paging.page(shown, last, |row| row));
    Ok((answer, Box::new(move |tx| watch.holds(tx))))
}
