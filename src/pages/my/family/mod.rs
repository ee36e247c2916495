//! What is known of a family, as the family reads it: its people, where it lives, how to reach it,
//! what it answered. Each thing it may change has a short form of its own; for the rest it phones.

pub(crate) mod child;
pub(crate) mod home;
pub(crate) mod me;
pub(crate) mod membership;
pub(crate) mod people;
pub(crate) mod question;
pub(crate) mod reading;
pub(crate) mod said;
pub(crate) mod trusted;
pub(crate) mod view;

use super::frame::{done_words, own_family};
use crate::access::Act;
use crate::api::families::wire::FamilyOut;
use crate::families::service;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use actix_web::{HttpResponse, web};
use people::home_phone;
use serde::Deserialize;
use view::FamilyPage;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/my/family", web::get().to(show));
    me::routes(config);
    home::routes(config);
    child::routes(config);
    trusted::routes(config);
    question::routes(config);
    membership::routes(config);
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// What has just been done.
    done: String,
}

async fn show(visit: Visit, asked: web::Query<Asked>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::SeeFamily, move |tx| {
            let id = own_family(tx)?;
            let household = service::open(tx, &id)?;
            let phone = home_phone(tx, &household.family)?;
            let own = tx.actor().carer_id.clone();
            let out = FamilyOut::load(tx, household)?;
            let done = done_words(words, &asked.done);
            let page = FamilyPage {
                words,
                out: &out,
                own: own.as_ref(),
                phone: phone.as_deref(),
                done: done.as_ref(),
            };
            Ok(Next::Show(HtmlPage::ok(view::page(&head, &page))))
        })
        .await
}
