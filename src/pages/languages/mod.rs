//! What families read in other languages, for administrators: how far each language can be relied on,
//! and every text beside its English, to correct, to confirm or to add.

mod view;

use crate::access::Act;
use crate::base::fault::{Code, Fault, Result};
use crate::base::{language, text};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::settings::translations::{TextToCheck, service, store, texts};
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Next, Visit};
use crate::words::shipped::SHIPPED;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use std::sync::Arc;
use view::{Added, AllLanguages, LANGUAGES, LanguageAtAGlance, Rejected, TextsOfLanguage, Wanted};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource(LANGUAGES).route(web::get().to(show_all)).route(web::post().to(add)))
        .service(web::resource("/admin/languages/{language}").route(web::get().to(show_one)))
        .route("/admin/languages/{language}/texts/{key}", web::post().to(write))
        .route("/admin/languages/{language}/confirm", web::post().to(confirm));
}

async fn show_all(visit: Visit) -> HttpResponse {
    let head = visit.head();
    visit.read(Act::Translate, move |tx| all(tx, &head, &Added::default(), &[])).await
}

fn all(tx: &mut Tx, head: &Letterhead, typed: &Added, wrong: &[Wrong]) -> Result<HtmlPage> {
    let shipped = SHIPPED.iter().skip(1);
    let mut named: Vec<(String, String)> =
        shipped.map(|one| (one.tag.to_owned(), one.own_name.to_owned())).collect();
    named.extend(store::languages(tx)?.into_iter().map(|one| (one.tag, one.own_name)));
    let mut languages = Vec::new();
    for (tag, own_name) in named {
        let written = store::texts_of(tx, &tag)?;
        languages.push(LanguageAtAGlance::of(tag.clone(), own_name, &texts(&tag, written)));
    }
    let menu = Menu::of(tx.actor());
    let page = AllLanguages { head, menu, languages: &languages, typed, wrong };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(HtmlPage { status, html: view::all(&page) })
}

async fn add(visit: Visit, sent: web::Form<Added>) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::Translate, move |tx| {
            let mut wrong = Vec::new();
            let tag = language::tag("/tag", &sent.tag);
            if tag.is_err() {
                wrong.push(Wrong::new("tag", "Enter a language tag, such as so for Somali"));
            }
            let own_name = text::line("/own_name", &sent.own_name, 60);
            if own_name.is_err() {
                wrong.push(Wrong::new("own_name", "Enter what its readers call it"));
            }
            let (Ok(tag), Ok(own_name)) = (tag, own_name) else {
                return all(tx, &head, &sent, &wrong).map(Next::Show);
            };
            match service::add(tx, &tag, &own_name) {
                Ok(_) => Ok(Next::GoTo(format!("{LANGUAGES}/{tag}"))),
                Err(fault) if fault.code() == Code::InvalidRequest => {
                    let wrong = [Wrong::new("tag", fault.detail())];
                    all(tx, &head, &sent, &wrong).map(Next::Show)
                }
                Err(fault) => Err(fault),
            }
        })
        .await
}

/// Texts on one page.
const ON_A_PAGE: usize = 20;

async fn show_one(
    visit: Visit,
    tag: web::Path<String>,
    wanted: web::Query<Wanted>,
) -> HttpResponse {
    let head = visit.head();
    visit.read(Act::Translate, move |tx| one(tx, &head, &tag, &wanted, None)).await
}

fn one(
    tx: &mut Tx,
    head: &Letterhead,
    tag: &str,
    wanted: &Wanted,
    rejected: Option<Rejected<'_>>,
) -> Result<HtmlPage> {
    let all = service::of_language(tx, tag)?;
    let known = SHIPPED.iter().find(|one| one.tag == tag).map(|one| one.own_name.to_owned());
    let added = store::languages(tx)?.into_iter().find(|one| one.tag == tag);
    let own_name = known.or(added.map(|one| one.own_name)).unwrap_or_else(|| tag.to_owned());
    let glance = LanguageAtAGlance::of(tag.to_owned(), own_name, &all);
    let fitting: Vec<&TextToCheck> = all.iter().filter(|text| wanted.fits(text)).collect();
    let page = wanted.page.clamp(1, fitting.len().div_ceil(ON_A_PAGE).max(1));
    let mut shown: Vec<&TextToCheck> =
        fitting.iter().skip((page - 1) * ON_A_PAGE).take(ON_A_PAGE).copied().collect();
    // What was typed stands there again, whichever page was asked for.
    let is_rejected =
        |text: &&TextToCheck| rejected.is_some_and(|(key, _, _)| key == text.key.as_str());
    if !shown.iter().any(is_rejected) {
        shown.splice(0..0, all.iter().find(is_rejected));
    }
    let html = view::one(&TextsOfLanguage {
        head,
        menu: Menu::of(tx.actor()),
        language: &glance,
        wanted,
        shown: &shown,
        found: fitting.len(),
        page,
        has_more: fitting.len() > page * ON_A_PAGE,
        rejected,
    });
    let status = match rejected {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(HtmlPage { status, html })
}

#[derive(Clone, Deserialize)]
struct Written {
    text: String,
}

async fn write(
    visit: Visit,
    path: web::Path<(String, String)>,
    wanted: web::Query<Wanted>,
    sent: web::Form<Written>,
) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::Translate, move |tx| {
            let (tag, key) = path.as_ref();
            match service::write(tx, tag, key, &sent.text) {
                Ok(_) => Ok(Next::GoTo(format!("{}#{key}", wanted.address(tag, wanted.page)))),
                Err(fault) if fault.code() == Code::InvalidRequest => {
                    let rejected = (key.as_str(), sent.text.as_str(), fault.detail());
                    one(tx, &head, tag, &wanted, Some(rejected)).map(Next::Show)
                }
                Err(fault) => Err(fault),
            }
        })
        .await
}

async fn confirm(
    visit: Visit,
    tag: web::Path<String>,
    wanted: web::Query<Wanted>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let sent = Arc::new(sent.into_inner());
    visit
        .write(Act::Translate, move |tx| {
            let of = |wanted: &'static str| {
                sent.iter().filter(move |(name, _)| name == wanted).map(|(_, value)| value.clone())
            };
            let by = text::name("/name", &of("name").next().unwrap_or_default());
            let keys: Vec<String> = of("key").collect();
            match by {
                Ok(by) if !keys.is_empty() => {
                    service::confirm(tx, &tag, &keys, &by)?;
                    Ok(Next::GoTo(wanted.address(&tag, wanted.page)))
                }
                _ => {
                    let detail = "Tick the texts that were read, and say who read them.";
                    Err(Fault::new(Code::InvalidRequest, detail))
                }
            }
        })
        .await
}
