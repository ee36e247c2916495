//! Stopping being a member, which is asked first, and being one again.

use super::people::own_household;
use super::said::FAMILY;
use crate::access::Act;
use crate::membership::service;
use crate::pages::my::frame::{Ask, MyPage, ask, own_family, page};
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use actix_web::{HttpResponse, web};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/my/family/leave")
                .route(web::get().to(ask_leave))
                .route(web::post().to(leave)),
        )
        .route("/my/family/join-again", web::post().to(join_again));
}

async fn ask_leave(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::EndMembership, move |tx| {
            own_household(tx)?;
            let main = ask(&Ask {
                line: &words.say("my-ask-stop-line"),
                action: "/my/family/leave",
                yes: &words.say("my-stop-yes"),
                no: &words.say("my-keep"),
                back: FAMILY,
            });
            let heading = words.say("my-ask-stop");
            let shown = MyPage { words, here: "", heading, is_wrong: false, main };
            Ok(Next::Show(HtmlPage::ok(page(&head, shown))))
        })
        .await
}

async fn leave(visit: Visit) -> HttpResponse {
    visit
        .write(Act::EndMembership, move |tx| {
            let family = own_family(tx)?;
            service::opt_out(tx, &family)?;
            Ok(Next::GoTo("/my/family?done=not-a-member".to_owned()))
        })
        .await
}

async fn join_again(visit: Visit) -> HttpResponse {
    visit
        .write(Act::ChangeFamily, move |tx| {
            let family = own_family(tx)?;
            service::join_again(tx, &family)?;
            Ok(Next::GoTo("/my/family?done=member".to_owned()))
        })
        .await
}
