//! What anybody may see of the sessions to come, over REST.

use super::sessions::wire::WhatsOnOut;
use super::sessions::{cursor, instant};
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::bookings::view::{self, WhatsOn};
use crate::web::{Answer, Api, List, Paging, Query};
use actix_web::{HttpResponse, get};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_whats_on);
}

/// Which coming sessions to list.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WhatsOnQuery {
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
    /// Page size, 1 to 500.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// List what is on
///
/// Needs no token: what families may know, by start.
#[utoipa::path(tag = "sessions", params(WhatsOnQuery), security(()),
    responses((status = 200, body = List<WhatsOnOut>)))]
#[get("/whats-on")]
async fn list_whats_on(api: Api, query: Query<WhatsOnQuery>) -> Result<HttpResponse, Fault> {
    api.read_public(move |tx| {
        let query = query.read()?;
        let after = cursor(query.after.as_deref())?;
        let paging = Paging { limit: query.limit, after: query.after };
        let wanted = WhatsOn {
            centre: query.centre_id,
            from: instant("from", query.from.as_deref())?,
            to: instant("to", query.to.as_deref())?,
            age_months: query.age_months,
            after,
            rows: paging.rows(),
        };
        let now = tx.now();
        let rows = view::whats_on(tx, &wanted)?;
        let shown: Vec<_> = rows.into_iter().map(|row| WhatsOnOut::of(row, now)).collect();
        let last = |row: &WhatsOnOut| format!("{}|{}", row.starts_at, row.id);
        Ok(Answer::ok(paging.page(shown, last, |row| row)))
    })
    .await
}
