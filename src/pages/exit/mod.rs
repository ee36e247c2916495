//! "Exit this page", for somebody who must not be seen reading it: to a neutral page elsewhere, in
//! place of this one in what the browser remembers. Without scripts it is a plain link.

use crate::words::Words;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";

const SCRIPT: &str = "/exit.js";

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(SCRIPT, web::get().to(script));
}

async fn script() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/javascript; charset=utf-8")
        .insert_header(("Cache-Control", "public, max-age=3600"))
        .body(include_str!("exit.js"))
}

/// At the top of a page that shows something sensitive.
pub(crate) fn link(words: Words) -> Markup {
    html! {
        p { a.exit href=(ELSEWHERE) rel="noreferrer" { (words.say("exit-page")) } }
        script src=(SCRIPT) defer {}
    }
}
