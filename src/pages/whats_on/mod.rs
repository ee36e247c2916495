//! What's on: the first page, and the one that is looked at most.

pub(crate) mod ages;
pub(crate) mod asked;
pub(crate) mod cards;
pub(crate) mod feed;
pub(crate) mod filters;
pub(crate) mod listing;
mod programme;
#[cfg(test)]
pub(crate) mod samples;
pub(crate) mod view;

use crate::base::calendar::day_begins;
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::base::text::postcode;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::paper::pdf;
use crate::sessions::Planned;
use crate::sessions::store::SessionFilter;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::web::{Download, Holds};
use crate::words::Words;
use crate::{areas, bookings, centres};
use actix_web::{HttpResponse, web};
use asked::Asked;
use chrono::Days;
use filters::Filters;
use programme::Programme;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/", web::get().to(show_whats_on))
        .route("/whats-on", web::get().to(show_whats_on))
        .route("/whats-on.ics", web::get().to(feed::show_feed))
        .route("/whats-on.pdf", web::get().to(print_programme));
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

async fn print_programme(visit: Visit) -> HttpResponse {
    let head = visit.head();
    let asked = Asked::read(visit.request().query_string()).whole();
    visit.read_shared(asked.query(), move |tx| programme_sheet(tx, &head, &asked)).await
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

/// More sessions than one sheet holds.
const ON_PAPER: i64 = 60;

fn programme_sheet(tx: &mut Tx, head: &Letterhead, asked: &Asked) -> Result<(Download, Holds)> {
    let (words, now, today) = (Words::english(), tx.now(), tx.today());
    let wanted =
        SessionFilter { centre: asked.centre.clone(), rows: ON_PAPER, ..SessionFilter::default() };
    let choice = asked.choice();
    let fits = |one: &Planned| one.session.head_session_id.is_none() && choice.fits(one);
    let (standings, watch) = bookings::view::whats_on(tx, wanted, fits)?;
    let listings: Vec<_> = standings.iter().map(|one| listing::listing(words, one, now)).collect();
    let centres = centres::service::names(tx)?;
    let named = |id: &CentreId| centres.iter().find(|(known, _)| known == id.as_str());
    let sheet = programme::draw(&Programme {
        words,
        organisation: &head.organisation,
        centre: asked.centre.as_ref().and_then(named).map(|(_, name)| name.as_str()),
        public_url: &head.public_url,
        address: &asked.address(),
        today,
        listings: &listings,
    })?;
    let title = format!("{} – {}", words.say("whats-on-title"), head.organisation);
    let file = Download::pdf("whats-on.pdf", pdf(&title, &[sheet])?);
    let watch = watch.until(day_begins(today + Days::new(1)).into());
    Ok((file, Box::new(move |tx| watch.holds(tx))))
}
