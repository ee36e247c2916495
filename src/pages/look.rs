//! How pages look: the style sheet, with what the organisation adds to it, and its logo.

use crate::base::fault::Fault;
use crate::web::layout::{STYLE, STYLE_PATH};
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(STYLE_PATH, web::get().to(style)).route("/logo", web::get().to(logo));
}

async fn style(visit: Visit) -> HttpResponse {
    visit.fixed(|app| {
        let style = format!("{STYLE}{}", app.http.look.rules());
        Ok(("text/css; charset=utf-8", style.into_bytes()))
    })
}

async fn logo(visit: Visit) -> HttpResponse {
    visit.fixed(|app| match &app.http.look.logo {
        Some(logo) => Ok((logo.media, logo.bytes.clone())),
        None => Err(Fault::not_found("logo")),
    })
}
