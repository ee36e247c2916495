//! What's on: the first page, and the one that is looked at most.

pub(crate) mod access;
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
use crate::bookings::view::SessionStanding;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::paper::pdf_in;
use crate::sessions::Planned;
use crate::sessions::store::SessionFilter;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::web::{Download, Holds};
use crate::words::{Words, say};
use crate::{areas, bookings, centres, sessions};
use actix_web::{HttpResponse, web};
use asked::Asked;
use chrono::Days;
use filters::Filters;
use programme::{Paper, Programme};

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
    let (head, words) = (visit.head(), visit.words());
    let question = visit.question(&asked.query());
    visit.read_shared(question, move |tx| whats_on_page(tx, (&head, words), &asked)).await
}

async fn print_programme(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let query = visit.request().query_string();
    let (asked, paper) = (Asked::read(query).whole(), Paper::read(query));
    let question = visit.question(&format!("{} {}", paper.word(), asked.query()));
    visit
        .read_shared(question, move |tx| programme_sheet(tx, (&head, words), (&asked, paper)))
        .await
}

/// A postcode becomes the centre that serves it: what is nearest to that comes first, and no address
/// and no answer in memory names the postcode.
fn at_postcode(tx: &mut Tx, sent: &str, asked: Asked) -> Result<Next> {
    let centre = match postcode("/postcode", sent) {
        Ok(postcode) => areas::service::home_centre(tx, &postcode)?,
        Err(_) => None,
    };
    let asked = match centre {
        Some(centre) => Asked { near: Some(centre), ..asked },
        None => Asked { unknown_postcode: true, ..asked },
    };
    Ok(Next::GoTo(asked.address()))
}

fn whats_on_page(
    tx: &mut Tx,
    (head, words): (&Letterhead, Words),
    asked: &Asked,
) -> Result<(HtmlPage, Holds)> {
    let now = tx.now();
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
    let mut here: Vec<_> = standings.iter().take(shown).skip(before).collect();
    if let Some(near) = &asked.near {
        nearest_first(tx, near, &mut here)?;
    }
    let here = here.into_iter();
    let listings: Vec<_> = here.map(|one| listing::listing(words, one, now)).collect();
    let centres = centres::service::names(tx)?;
    let closed = closed_soon(tx, words, asked, &centres)?;
    let page = HtmlPage::ok(view::page(&view::WhatsOn {
        organisation: &head.organisation,
        filters: Filters { words, centres: &centres, asked },
        listings: &listings,
        has_more: standings.len() > shown,
        closed: &closed,
    }));
    let watch = watch.until(day_begins(tx.today() + Days::new(1)).into());
    Ok((page, Box::new(move |tx| watch.holds(tx))))
}

/// Within each day. Where it is not known where something is, it comes last.
fn nearest_first(tx: &mut Tx, near: &CentreId, here: &mut [&SessionStanding]) -> Result<()> {
    let own = centres::service::names(tx)?.iter().any(|(id, _)| id == near.as_str());
    let own = if own { centres::store::centre(tx, near)?.postcode } else { None };
    let Some(own) = own else { return Ok(()) };
    let postcodes = here.iter().filter_map(|one| postcode_of(one.planned()));
    let wanted: Vec<&str> = postcodes.chain([own.as_str()]).collect();
    let positions = areas::service::positions(tx, &wanted)?;
    let Some(from) = positions.get(&own) else { return Ok(()) };
    here.sort_by_cached_key(|one| {
        let planned = one.planned();
        let there = postcode_of(planned).and_then(|postcode| positions.get(postcode));
        let metres = there.map_or(u32::MAX, |there| from.metres_to(*there));
        (planned.session.local_day, metres, planned.session.starts_at)
    });
    Ok(())
}

/// Closures are told this far ahead.
const TOLD_AHEAD: Days = Days::new(28);

/// When centres are closed, in words; why is nobody's business here.
fn closed_soon(
    tx: &mut Tx,
    words: Words,
    asked: &Asked,
    centres: &[(String, String)],
) -> Result<Vec<String>> {
    let today = tx.today();
    let all = sessions::terms::store::closures(tx, asked.centre.as_ref())?;
    let soon =
        all.into_iter().filter(|one| today <= one.last_day && one.first_day <= today + TOLD_AHEAD);
    let said = soon.map(|one| {
        let id = one.centre_id.as_ref().map(CentreId::as_str);
        let name = centres.iter().find(|(known, _)| Some(known.as_str()) == id);
        let name = name.map(|(_, name)| name.clone());
        let (first, last) = (words.day(one.first_day), words.day(one.last_day));
        match (name, one.first_day == one.last_day) {
            (Some(name), true) => say!(words, "whats-on-shut-on", centre = name, day = first),
            (Some(name), false) => {
                say!(words, "whats-on-shut", centre = name, first = first, last = last)
            }
            (None, true) => say!(words, "whats-on-all-shut-on", day = first),
            (None, false) => say!(words, "whats-on-all-shut", first = first, last = last),
        }
    });
    Ok(said.collect())
}

/// Of the venue, or of the centre.
fn postcode_of(planned: &Planned) -> Option<&str> {
    let venue = planned.venue.as_ref().and_then(|venue| venue.postcode.as_deref());
    venue.or(planned.centre.postcode.as_deref())
}

/// More sessions than one sheet holds.
const ON_PAPER: i64 = 60;

fn programme_sheet(
    tx: &mut Tx,
    (head, words): (&Letterhead, Words),
    (asked, paper): (&Asked, Paper),
) -> Result<(Download, Holds)> {
    let (now, today) = (tx.now(), tx.today());
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
        paper,
        listings: &listings,
    })?;
    let title = format!("{} – {}", words.say("whats-on-title"), head.organisation);
    let file = Download::pdf("whats-on.pdf", pdf_in(words.language(), &title, &[sheet])?);
    let watch = watch.until(day_begins(today + Days::new(1)).into());
    Ok((file, Box::new(move |tx| watch.holds(tx))))
}
