//! What's on: the first page, and the one that is looked at most.

pub(crate) mod ages;
pub(crate) mod asked;
pub(crate) mod cards;
pub(crate) mod feed;
pub(crate) mod filters;
pub(crate) mod listing;
#[cfg(test)]
pub(crate) mod samples;
pub(crate) mod view;

use crate::base::fault::Result;
use crate::base::text::postcode;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::sessions::Planned;
use crate::sessions::store::SessionFilter;
use crate::web::Holds;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use crate::{areas, bookings, centres};
use actix_web::{HttpResponse, web};
use asked::Asked;
use filters::Filters;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/", web::get().to(show_whats_on))
        .route("/whats-on", web::get().to(show_whats_on));
}

/// Sessions on one page.
const ON_A_PAGE: usize = 20;

async fn show_whats_on(visit: Visit) -> HttpResponse {
    let query = visit.request().query_string();
    let asked = Asked::read(query);
    if let Some(sent) = Asked::postcode(query) {
        return visit.read_public(move |tx| at_postcode(tx, &sent, asked)).await;
    }
    let head = visit.head();
    let question = asked.query();
    visit.read_shared(question, move |tx| whats_on_page(tx, &head, &asked)).await
}

/// A postcode comes to the centre that serves it: so that no address and no answer in memory
/// names it.
fn at_postcode(tx: &mut Tx, sent: &str, asked: Asked) -> Result<Next> {
    let centre = match postcode("/postcode", sent) {
        Ok(postcode) => areas::service::home_centre(tx, &postcode)?,
        Err(_) => None,
    };
    let asked = match centre {
        Some(centre) => Asked { centre: Some(centre), ..asked },
        None => Asked { unknown_postcode: true, ..asked },
    };
    Ok(Next::GoTo(asked.address()))
}

fn whats_on_page(tx: &mut Tx, head: &Letterhead, asked: &Asked) -> Result<(HtmlPage, Holds)> {
    let (words, now) = (Words::english(), tx.now());
    let page = usize::try_from(asked.page).unwrap_or(1);
    let (before, shown) = (ON_A_PAGE * (page - 1), ON_A_PAGE * page);
    let wanted = SessionFilter {
        centre: asked.centre.clone(),
        rows: i64::try_from(shown + 1).unwrap_or(i64::MAX),
        ..SessionFilter::default()
    };
    let choice = asked.choice();
    // A course stands once: at its first date, where its places are.
    let fits = |one: &Planned| one.session.head_session_id.is_none() && choice.fits(one);
    let (standings, watch) = bookings::view::whats_on(tx, wanted, fits)?;
    let here = standings.iter().take(shown).skip(before);
    let listings: Vec<_> = here.map(|one| listing::listing(words, one, now)).collect();
    let page = HtmlPage::ok(view::page(&view::WhatsOn {
        organisation: &head.organisation,
        filters: Filters { words, centres: &centres::service::names(tx)?, asked },
        listings: &listings,
        has_more: standings.len() > shown,
    }));
    Ok((page, Box::new(move |tx| watch.holds(tx))))
}
