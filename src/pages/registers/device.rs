//! What a device does by itself at the door: it queues marks while there is no network and sends
//! them later, and opens a page that says so. It keeps ids and moments, never a name in the clear.

use crate::mail::words::Letterhead;
use crate::web::fixed::JAVASCRIPT;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Extras, Page};
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use serde_json::json;

/// The page that stands in for a register without a network.
const OFFLINE: &str = "/door/offline";

/// Where a device is enrolled, on it.
pub(crate) const ENROL: &str = "/door/enrol";

/// The worker lies at the root: it looks after no address above its own folder.
pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/door-worker.js", web::get().to(worker))
        .route("/door/queue.js", web::get().to(queue))
        .route("/door/page.js", web::get().to(page_script))
        .route("/door/card.js", web::get().to(card_script))
        .route("/door/door.css", web::get().to(style))
        .route("/door/icon.svg", web::get().to(icon))
        .route("/door/app.webmanifest", web::get().to(manifest))
        .route("/door/names.js", web::get().to(names_script))
        .route(ENROL, web::get().to(enrol))
        .route(OFFLINE, web::get().to(offline));
}

async fn worker(visit: Visit) -> HttpResponse {
    script(visit, include_str!("device/worker.js"))
}

async fn queue(visit: Visit) -> HttpResponse {
    script(visit, include_str!("device/queue.js"))
}

async fn page_script(visit: Visit) -> HttpResponse {
    script(visit, include_str!("device/page.js"))
}

async fn card_script(visit: Visit) -> HttpResponse {
    script(visit, include_str!("device/card.js"))
}

async fn names_script(visit: Visit) -> HttpResponse {
    script(visit, include_str!("device/names.js"))
}

fn script(visit: Visit, text: &str) -> HttpResponse {
    visit.fixed(|_| Ok((JAVASCRIPT, text.as_bytes().to_vec())))
}

async fn style(visit: Visit) -> HttpResponse {
    let text = include_str!("device/door.css");
    visit.fixed(|_| Ok(("text/css; charset=utf-8", text.as_bytes().to_vec())))
}

async fn icon(visit: Visit) -> HttpResponse {
    let text = include_str!("device/icon.svg");
    visit.fixed(|_| Ok(("image/svg+xml", text.as_bytes().to_vec())))
}

async fn manifest(visit: Visit) -> HttpResponse {
    let text = json!({
        "name": "Registers", "short_name": "Registers", "lang": "en-GB",
        "start_url": "/registers", "scope": "/registers", "display": "standalone",
        "background_color": "#fbfaf7", "theme_color": "#00605a",
        "icons": [{ "src": "/door/icon.svg", "sizes": "any", "type": "image/svg+xml" }],
    });
    visit.fixed(|_| Ok(("application/manifest+json", text.to_string().into_bytes())))
}

async fn offline(visit: Visit) -> HttpResponse {
    let head = visit.head();
    visit.show(Ok(HtmlPage::ok(offline_page(&head))))
}

async fn enrol(visit: Visit) -> HttpResponse {
    let head = visit.head();
    visit.show(Ok(HtmlPage::ok(enrol_page(&head))))
}

/// Typed on the device: the code, and a PIN that opens the names it keeps.
fn enrol_page(head: &Letterhead) -> Markup {
    let main = html! {
        noscript { p { "This device cannot keep names: its browser runs no scripts." } }
        p {
            "Type the code that an administrator reads to you, and choose a PIN for this device. \
             Everybody who uses it at the door needs the PIN."
        }
        form id="enrol" method="post" hidden {
            label for="code" { "Code, 12 digits" }
            input id="code" name="code" inputmode="numeric" autocomplete="off" required;
            label for="pin" { "PIN, 6 to 12 digits" }
            input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off"
                pattern="[0-9]{6,12}" required;
            label for="again" { "The PIN again" }
            input id="again" name="again" type="password" inputmode="numeric" autocomplete="off" required;
            p.actions { button type="submit" { "Enrol this device" } }
        }
        p id="said" role="status" {}
    };
    let page = Page {
        organisation: &head.organisation,
        title: "Enrol this device",
        audience: Audience::LinkHolder,
        main,
    };
    let end = self::head();
    layout::page_with(&page, &Extras { head: Some(&end), ..Extras::default() })
}

fn offline_page(head: &Letterhead) -> Markup {
    let main = html! {
        div id="kept" {}
        div id="door" data-offline="true" { div.count { p id="said" role="status" {} (waiting()) } }
        p id="no-names" { "The register opens again when there is a signal. This device keeps no names." }
        p { "Use the paper sheet until then. What you marked before is kept, and sent by itself." }
        p.actions { a.button href="" { "Try again" } }
    };
    let page = Page {
        organisation: &head.organisation,
        title: "There is no network",
        audience: Audience::LinkHolder,
        main,
    };
    let end = self::head();
    layout::page_with(&page, &Extras { head: Some(&end), ..Extras::default() })
}

/// At the end of the head of a page at the door.
pub(crate) fn head() -> Markup {
    html! {
        link rel="stylesheet" href="/door/door.css";
        link rel="manifest" href="/door/app.webmanifest";
        script src="/door/queue.js" defer {}
        script src="/door/names.js" defer {}
        script src="/door/card.js" defer {}
        script src="/door/page.js" defer {}
    }
}

/// What waits on this device to be sent, and what was not taken, filled by its script.
pub(crate) fn waiting() -> Markup {
    html! {
        p id="waiting" role="status" hidden {}
        div id="refused" hidden {}
    }
}
