//! What stands beside Swagger UI under `/docs`: the way to it, and the table of
//! faults that every problem document points to.

use super::layout::{self, Audience, Page};
use crate::app::App;
use crate::fault::Code;
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, web};
use maud::html;

pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/docs", web::get().to(to_docs)).route("/docs/faults", web::get().to(faults));
}

async fn to_docs() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((LOCATION, "/docs/")).finish()
}

/// Every code there is, under the name that `type` ends with.
async fn faults(app: web::Data<App>) -> HttpResponse {
    let main = html! {
        p {
            "Every refusal is a document of type " code { "application/problem+json" }
            " (RFC 9457) with one of these codes. What to do is in its " code { "detail" } "."
        }
        table {
            thead { tr { th { "Code" } th { "Status" } th { "Meaning" } } }
            tbody {
                @for code in Code::ALL {
                    tr id=(code.as_str()) {
                        td { code { (code.as_str()) } }
                        td { (code.status()) }
                        td { (code.title()) }
                    }
                }
            }
        }
    };
    let page = layout::page(&Page {
        organisation: &app.head.organisation,
        title: "Faults",
        audience: Audience::Everyone,
        main,
    });
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page.into_string())
}
