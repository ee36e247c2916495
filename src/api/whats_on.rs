//! What anybody may see of the sessions to come, over REST.

use super::sessions::wire::WhatsOnOut;
use super::sessions::{cursor, instant};
use crate::base::id::CentreId;
use crate::bookings::view;
use crate::sessions::store::SessionFilter;
use crate::web::{Answer, Api, ApiResult, List, Paging, Query, ServiceConfig};
use actix_web::get;
use serde::Deserialize;
use utoipa::IntoParams;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_whats_on);
}

/// Which coming sessions to list.
#[derive(Clone, Deserialize, IntoParams)]
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
/// Needs no token: what families may know, by start.
#[utoipa::path(tag = "sessions", params(WhatsOnQuery, Paging), security(()),
    responses((status = 200, body = List<WhatsOnOut>)))]
#[get("/whats-on")]
async fn list_whats_on(api: Api, query: Query<WhatsOnQuery>, paging: Query<Paging>) -> ApiResult {
    api.read_public(move |tx| {
        let (query, paging) = (query.read()?, paging.read()?);
        let wanted = SessionFilter {
            centre: query.centre_id,
            after: cursor(paging.after.as_deref())?,
            from: instant("from", query.from.as_deref())?,
            to: instant("to", query.to.as_deref())?,
            rows: paging.rows(),
            ..SessionFilter::default()
        };
        let now = tx.now();
        let rows = view::whats_on(tx, wanted, query.age_months)?;
        let shown: Vec<_> = rows.into_iter().map(|row| WhatsOnOut::of(row, now)).collect();
        let last = |row: &WhatsOnOut| format!("{}|{}", row.starts_at, row.id);
        Ok(Answer::ok(paging.page(shown, last, |row| row)))
    })
    .await
}
