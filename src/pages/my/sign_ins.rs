//! Where somebody is signed in, a calendar feed among it, and the button that ends one of them.

use super::family::said::FAMILY;
use super::frame::{MyPage, own_family, page};
use crate::access::Act;
use crate::access::service::sessions::{self, OpenSignIn, SignInBy};
use crate::base::calendar::HOME;
use crate::base::fault::Fault;
use crate::base::id::{AuthSessionId, may_be_one};
use crate::mail::spoken;
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::layout::one_button;
use crate::web::visit::{Next, Visit};
use crate::words::{Words, say};
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(crate) const SIGN_INS: &str = "/my/sign-ins";

/// Where a calendar feed is asked for.
pub(crate) const FEED: &str = "/my/feed";

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(SIGN_INS, web::get().to(show)).route("/my/sign-ins/{id}/end", web::post().to(end));
}

async fn show(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read(Act::SeeSelf, move |tx| {
            own_family(tx)?;
            Ok(HtmlPage::ok(sheet(&head, words, &sessions::list(tx)?)))
        })
        .await
}

async fn end(visit: Visit, id: web::Path<AuthSessionId>) -> HttpResponse {
    visit
        .write(Act::SeeSelf, move |tx| {
            own_family(tx)?;
            if !may_be_one(id.as_str()) {
                return Err(Fault::not_found("sign-in"));
            }
            sessions::end(tx, &id)?;
            Ok(Next::GoTo(SIGN_INS.to_owned()))
        })
        .await
}

fn sheet(head: &Letterhead, words: Words, open: &[OpenSignIn]) -> Markup {
    let main = html! {
        p { (words.say("my-sign-ins-line")) }
        @for one in open {
            section.box {
                @let (since, end) = phrases(one.by);
                @let began = one.began_at.utc().with_timezone(&HOME).naive_local();
                p { (say!(words, since, at = spoken::moment(words, began))) }
                @if one.this {
                    p.quiet { (words.say("my-sign-in-this")) }
                } @else {
                    (one_button(&format!("{SIGN_INS}/{}/end", one.id), &words.say(end)))
                }
            }
        }
        p { a.button.second href=(FEED) { (words.say("feed-title")) } }
        p { a href=(FAMILY) { (words.say("my-back-to-family")) } }
    };
    let heading = words.say("my-sign-ins");
    page(head, MyPage { words, here: "", heading, is_wrong: false, main })
}

/// Since when it is there, and the button that ends it.
fn phrases(by: SignInBy) -> (&'static str, &'static str) {
    match by {
        SignInBy::Feed => ("feed-since", "feed-end"),
        SignInBy::Password | SignInBy::Code => ("my-sign-in-since", "my-sign-in-end"),
    }
}
