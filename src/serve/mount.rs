//! The routes of the whole service, and what answers where there is none.

use super::{methods, openapi};
use crate::access::Act;
use crate::base::fault::{Code, Fault, Result};
use crate::web::html::HtmlPage;
use crate::web::visit::Visit;
use crate::web::{App, ServiceConfig, may_be_an_address};
use crate::{api, pages};
use actix_web::guard::fn_guard;
use actix_web::http::header::{ACCEPT, ALLOW, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, ResponseError, web};

/// The whole service for one application: what a server and the tests mount.
pub(crate) fn mount(app: App) -> impl FnOnce(&mut web::ServiceConfig) {
    move |config| {
        config.app_data(web::Data::new(app)).service(
            web::scope("/api/v1")
                .guard(fn_guard(|asked| may_be_an_address(&asked.head().uri)))
                .configure(|config| api::routes(&mut ServiceConfig::serving(config)))
                .default_service(web::to(nothing_here)),
        );
        api::well_known::routes(config);
        pages::routes(config);
        openapi::mount(config);
        config.default_service(web::to(nothing_here));
    }
}

async fn nothing_here(visit: Visit) -> Result<HttpResponse> {
    let request = visit.request().clone();
    let known = request.match_pattern().filter(|_| may_be_an_address(request.uri()));
    let takes = known.map(|pattern| match methods::of_api(request.path()) {
        takes if takes.is_empty() => methods::of_page(&pattern).to_owned(),
        takes => takes,
    });
    if let Some(takes) = takes {
        let fault = Fault::new(Code::MethodNotAllowed, format!("This address takes {takes}."));
        let mut response = fault.error_response();
        if let Ok(takes) = HeaderValue::from_str(&takes) {
            response.headers_mut().insert(ALLOW, takes);
        }
        return Ok(response);
    }
    let fault = Fault::new(Code::NotFound, "There is nothing at this address. See /docs.");
    if !is_for_a_reader(&request) {
        return Err(fault);
    }
    Ok(match visit.sign_in() {
        // Read for who asks, who keeps their menu.
        Some(_) => visit.read::<HtmlPage>(Act::SeeSelf, |_| Err(fault)).await,
        None => visit.show::<HtmlPage>(Err(fault)),
    })
}

/// Whether a browser asks for a page that is not there.
fn is_for_a_reader(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(ACCEPT).and_then(|accepted| accepted.to_str().ok());
    let is_page = accepted.is_some_and(|accepted| accepted.contains("text/html"));
    is_page && !request.path().starts_with("/api/")
}
