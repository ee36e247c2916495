//! What the warning before a sign-in ends needs: its script, and what it asks for to stay signed in.

use crate::access::Act;
use crate::web::fixed::JAVASCRIPT;
use crate::web::html::HtmlPage;
use crate::web::layout::quiet::{SCRIPT, STAY, script_for};
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use maud::html;

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.route(SCRIPT, web::get().to(script)).route(STAY, web::get().to(stay));
}

async fn script(visit: Visit) -> HttpResponse {
    visit.fixed(|app| {
        Ok((JAVASCRIPT, script_for(app.gate.access_lasts().num_seconds()).into_bytes()))
    })
}

/// An empty page: any page renews a sign-in.
async fn stay(visit: Visit) -> HttpResponse {
    visit.read(Act::SeeSelf, |_| Ok(HtmlPage::ok(html! {}))).await
}
