//! The first page, the style sheet and the list of error codes.

pub(crate) mod view;

use crate::base::fault::Code;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Page, STYLE, STYLE_PATH};
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use view::Home;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/", web::get().to(home))
        .route(STYLE_PATH, web::get().to(style))
        .route("/docs/faults", web::get().to(faults));
}

/// How many sessions the first page shows.
const NEXT_SHOWN: i64 = 6;

async fn home(visit: Visit) -> HttpResponse {
    let head = visit.head();
    visit
        .read_shared(String::new(), move |tx| {
            let (next, holds) = super::whats_on::next(tx, NEXT_SHOWN)?;
            let home = Home { organisation: &head.organisation, next: &next };
            Ok((HtmlPage::ok(view::page(&home)), holds))
        })
        .await
}

async fn style() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header(("Cache-Control", "public, max-age=3600"))
        .body(STYLE)
}

/// Where the `type` of every problem document points.
async fn faults(visit: Visit) -> HttpResponse {
    let head = visit.head();
    visit.read_public(move |_| Ok(HtmlPage::ok(fault_table(&head.organisation)))).await
}

fn fault_table(organisation: &str) -> Markup {
    let main = html! {
        p { "The errors this API returns. Codes never change." }
        table {
            thead { tr { th scope="col" { "Code" } th scope="col" { "Status" } th scope="col" { "Title" } } }
            tbody {
                @for code in Code::ALL {
                    tr id=(code.as_str()) {
                        th scope="row" { code { (code.as_str()) } }
                        td { (code.status()) }
                        td { (code.title()) }
                    }
                }
            }
        }
    };
    layout::page(&Page { organisation, title: "Error codes", audience: Audience::Everyone, main })
}
