//! The list of error codes, for developers: where the `type` of every problem document points.

use crate::base::fault::Code;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Page};
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/docs/faults", web::get().to(faults));
}

async fn faults(visit: Visit) -> HttpResponse {
    let page = HtmlPage::ok(fault_table(&visit.head().organisation));
    visit.show(Ok(page))
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
