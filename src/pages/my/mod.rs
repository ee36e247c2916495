//! A family's own pages: its places, its card, and what is known of it. Whoever opens one is there
//! as a parent alone, whatever other roles the account holds.

pub(crate) mod answering;
pub(crate) mod card;
pub(crate) mod coming;
pub(crate) mod family;
pub(crate) mod feed;
pub(crate) mod frame;
pub(crate) mod giving_up;
pub(crate) mod phone;
pub(crate) mod places;
pub(crate) mod refusing;
pub(crate) mod sign_ins;
pub(crate) mod told;
pub(crate) mod view;

use crate::access::Act;
use crate::web::html::HtmlPage;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use frame::{as_id, done_words, own_family, seen};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/my", web::get().to(show));
    answering::routes(config);
    giving_up::routes(config);
    coming::routes(config);
    card::routes(config);
    family::routes(config);
    feed::routes(config);
    told::routes(config);
    phone::routes(config);
    sign_ins::routes(config);
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// The last of the older bookings on the page before.
    after: String,
    /// What has just been done.
    done: String,
}

async fn show(visit: Visit, asked: web::Query<Asked>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read(Act::SeeBooking, move |tx| {
            let family = own_family(tx)?;
            let places = places::load(tx, &head, &family, as_id(&asked.after))?;
            let done = done_words(words, &asked.done);
            let html = view::page(&head, words, &places, done.as_ref(), &[]);
            Ok((HtmlPage::ok(html), seen(family, "GET /my")))
        })
        .await
}
