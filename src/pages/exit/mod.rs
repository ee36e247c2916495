//! "Exit this page", for somebody who must not be seen reading it: to a neutral page elsewhere, in
//! place of this one in what the browser remembers. Without scripts it is a plain link.

use crate::web::fixed::JAVASCRIPT;
use crate::web::visit::Visit;
use crate::words::Words;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";

const SCRIPT: &str = "/exit.js";

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(SCRIPT, web::get().to(script));
}

async fn script(visit: Visit) -> HttpResponse {
    visit.fixed(|_| Ok((JAVASCRIPT, include_bytes!("exit.js").to_vec())))
}

/// At the top of a page that shows something sensitive.
pub(crate) fn link(words: Words) -> Markup {
    html! {
        p { a.exit href=(ELSEWHERE) rel="noreferrer" { (words.say("exit-page")) } }
        script src=(SCRIPT) defer {}
    }
}
