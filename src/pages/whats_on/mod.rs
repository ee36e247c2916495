//! What's on.

pub(crate) mod listing;
pub(crate) mod view;

use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::bookings::view::SessionStanding;
use crate::centres;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::sessions::store::SessionFilter;
use crate::web::html::HtmlPage;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use chrono::TimeDelta;
use maud::Markup;
use serde::Deserialize;
use view::{AgeBand, Chosen};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/whats-on", web::get().to(show_whats_on));
}

/// What the form on the page of what's on sends; unknown values are ignored.
#[derive(Deserialize)]
struct WhatsOnForm {
    centre: Option<String>,
    age: Option<String>,
}

impl WhatsOnForm {
    fn chosen(&self) -> Chosen {
        Chosen {
            centre: self.centre.clone().filter(|id| !id.is_empty()),
            age: self.age.as_deref().and_then(AgeBand::from_months),
        }
    }
}

/// More sessions than a borough has on in two weeks.
const MOST_SHOWN: i64 = 1000;

const DAYS_SHOWN: TimeDelta = TimeDelta::days(14);

async fn show_whats_on(visit: Visit, asked: web::Query<WhatsOnForm>) -> HttpResponse {
    let chosen = asked.chosen();
    let head = visit.head();
    visit.read_public(move |tx| Ok(HtmlPage::ok(whats_on_page(tx, &head, chosen)?))).await
}

fn whats_on_page(tx: &mut Tx, head: &Letterhead, chosen: Chosen) -> Result<Markup> {
    let now = tx.now();
    let wanted = SessionFilter {
        centre: chosen.centre.as_deref().map(CentreId::from),
        to: Some(now + DAYS_SHOWN),
        rows: MOST_SHOWN,
        ..SessionFilter::default()
    };
    let standings = crate::bookings::view::whats_on(tx, wanted, None)?;
    let fits = |one: &&SessionStanding| chosen.age.is_none_or(|band| listing::takes(one, band));
    let listings: Vec<_> =
        standings.iter().filter(fits).map(|one| listing::listing(one, now)).collect();
    let today = now.civil_day();
    Ok(view::page(&view::WhatsOn {
        organisation: &head.organisation,
        centres: &centres::service::names(tx)?,
        chosen,
        listings: &listings,
        from: today,
        to: today + DAYS_SHOWN,
    }))
}

/// The next sessions that families may come to.
pub(crate) fn next(tx: &mut Tx, rows: usize) -> Result<Vec<view::Listing>> {
    let now = tx.now();
    let wanted = SessionFilter { rows: MOST_SHOWN, ..SessionFilter::default() };
    let standings = crate::bookings::view::whats_on(tx, wanted, None)?;
    let listings = standings.iter().map(|one| listing::listing(one, now));
    Ok(listings.filter(|one| one.places != view::Places::Closed).take(rows).collect())
}
