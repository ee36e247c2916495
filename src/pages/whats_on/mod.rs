//! What's on.

pub(crate) mod listing;
pub(crate) mod view;

use crate::base::calendar::day_begins;
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::sessions::Planned;
use crate::sessions::store::SessionFilter;
use crate::web::Holds;
use crate::web::html::HtmlPage;
use crate::web::visit::Visit;
use crate::{bookings, centres};
use actix_web::{HttpResponse, web};
use chrono::Days;
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

/// After today.
const DAYS_SHOWN: Days = Days::new(14);

async fn show_whats_on(visit: Visit, asked: web::Query<WhatsOnForm>) -> HttpResponse {
    let chosen = asked.chosen();
    let head = visit.head();
    let asked = format!("{chosen:?}");
    visit.read_shared(asked, move |tx| whats_on_page(tx, &head, &chosen)).await
}

fn whats_on_page(tx: &mut Tx, head: &Letterhead, chosen: &Chosen) -> Result<(HtmlPage, Holds)> {
    let now = tx.now();
    let (today, tomorrow) = (tx.today(), tx.today() + Days::new(1));
    let wanted = SessionFilter {
        centre: chosen.centre.as_deref().map(CentreId::from),
        to: Some(day_begins(tomorrow + DAYS_SHOWN).into()),
        rows: MOST_SHOWN,
        ..SessionFilter::default()
    };
    let fits = |one: &Planned| chosen.age.is_none_or(|band| listing::takes(one, band));
    let (standings, watch) = bookings::view::whats_on(tx, wanted, fits)?;
    let listings: Vec<_> = standings.iter().map(|one| listing::listing(one, now)).collect();
    let page = HtmlPage::ok(view::page(&view::WhatsOn {
        organisation: &head.organisation,
        centres: &centres::service::names(tx)?,
        chosen,
        listings: &listings,
        from: today,
        to: today + DAYS_SHOWN,
    }));
    let watch = watch.until(day_begins(tomorrow).into());
    Ok((page, Box::new(move |tx| watch.holds(tx))))
}

/// The next sessions that families may come to, and by what to see that it is still so.
pub(crate) fn next(tx: &mut Tx, rows: i64) -> Result<(Vec<view::Listing>, Holds)> {
    let now = tx.now();
    let wanted = SessionFilter { rows, ..SessionFilter::default() };
    let fits = |one: &Planned| listing::can_be_joined(one, now);
    let (standings, watch) = bookings::view::whats_on(tx, wanted, fits)?;
    let listings = standings.iter().map(|one| listing::listing(one, now)).collect();
    Ok((listings, Box::new(move |tx| watch.holds(tx))))
}
