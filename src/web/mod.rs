//! HTTP: how a request becomes one call to a service, and its answer a response. Authentication,
//! the order of refusals, problem documents, idempotency, paging and OpenAPI live here; rules do
//! not.

pub mod again;
mod answer;
mod api;
mod body;
mod bounds;
mod cursor;
mod download;
mod file;
mod headers;
pub mod health;
pub mod home;
mod idempotency;
pub mod layout;
mod methods;
pub mod metrics;
mod named;
pub mod openapi;
mod pace;
pub mod pages;
mod paging;
mod problem;
mod refused;
mod requests;
pub mod server;
mod timed;
pub mod visit;

use crate::app::App;
use crate::fault::{Code, Fault};
use actix_web::ResponseError;
use actix_web::guard::fn_guard;
use actix_web::http::Uri;
use actix_web::http::header::{ALLOW, HeaderValue};
use utoipa_actix_web::service_config::ServiceConfig;

pub use answer::Answer;
pub use api::Api;
pub use body::{Body, Nothing, Query, Sent};
pub use download::Download;
pub use file::File;
pub use named::Logged;
pub use paging::{List, Paging};
pub(crate) use problem::faults;
pub use problem::{Problem, responses_for};

/// Every route of the API, with its documentation: served and described from here.
pub fn routes(config: &mut ServiceConfig) {
    crate::access::http::routes(config);
    crate::centres::http::routes(config);
    crate::areas::http::routes(config);
    crate::partners::http::routes(config);
    crate::families::answers::http::routes(config);
    crate::membership::families_http::routes(config);
    crate::membership::http::routes(config);
    crate::membership::families_about_http::routes(config);
    crate::bookings::children_http::routes(config);
    crate::bookings::requests_http::routes(config);
    crate::bookings::joining::http::routes(config);
    crate::bookings::joining::ring_http::routes(config);
    // Before `/memberships/{number}`, which would take "to-tell" and "lost-touch" for numbers.
    crate::feeds::telling::http::routes(config);
    crate::membership::birthdays::lost_http::routes(config);
    crate::membership::card::http::routes(config);
    crate::membership::card::offer_http::routes(config);
    crate::membership::notices::http::routes(config);
    crate::partners::agreements::http::routes(config);
    crate::feeds::http::routes(config);
    crate::feeds::runs_http::routes(config);
    crate::feeds::mappings_http::routes(config);
    crate::feeds::births::http::routes(config);
    crate::membership::birthdays::decision_http::routes(config);
    crate::membership::birthdays::print_http::routes(config);
    crate::families::groups_http::routes(config);
    crate::sessions::http::routes(config);
    crate::mail::http::routes(config);
    crate::sessions::planning::http::routes(config);
    crate::sessions::planning::copy_http::routes(config);
    crate::sessions::terms::http::routes(config);
    crate::bookings::http::routes(config);
    crate::bookings::referrals_http::routes(config);
    crate::contacts::http::routes(config);
    crate::contacts::kinds_http::routes(config);
    crate::contacts::feed::http::routes(config);
    crate::attendance::past::http::routes(config);
    crate::contacts::feed::proposals_http::routes(config);
    crate::contacts::supports::http::routes(config);
    crate::reports::settings_http::routes(config);
    crate::reports::worklist_http::routes(config);
    crate::reports::renewals_http::routes(config);
    crate::reports::contact_http::routes(config);
    crate::bookings::places::http::routes(config);
    crate::bookings::places::activities_http::routes(config);
    crate::bookings::waitlist::http::routes(config);
    crate::bookings::tasks::http::routes(config);
    crate::bookings::alerts::http::routes(config);
    crate::bookings::households_http::routes(config);
    crate::bookings::records::http::routes(config);
    crate::bookings::records::duplicates_http::routes(config);
    crate::attendance::http::routes(config);
    crate::attendance::settings::http::routes(config);
    crate::attendance::incomplete::http::routes(config);
    crate::attendance::referrals::http::routes(config);
    crate::attendance::building::http::routes(config);
    crate::attendance::course::http::routes(config);
    crate::attendance::sheet::http::routes(config);
    crate::reports::registers_http::routes(config);
    crate::reports::members_http::routes(config);
    crate::reports::reach::http::routes(config);
    crate::reach::settings_http::routes(config);
    crate::reports::balance_http::routes(config);
    crate::reports::forecast_http::routes(config);
    crate::reports::suggestion_http::routes(config);
    crate::reports::costs_http::routes(config);
    crate::reports::workless_http::routes(config);
    crate::reach::baseline_http::routes(config);
    crate::reports::partners_http::routes(config);
    crate::reports::returns::http::routes(config);
    crate::reports::extract::http::routes(config);
}

/// The whole service for one application: what a server and the tests mount.
pub fn mount(app: App) -> impl FnOnce(&mut actix_web::web::ServiceConfig) {
    move |config| {
        config.app_data(actix_web::web::Data::new(app)).service(
            actix_web::web::scope("/api/v1")
                .guard(fn_guard(|asked| may_be_an_address(&asked.head().uri)))
                .configure(|config| routes(&mut ServiceConfig::new(config)))
                .default_service(actix_web::web::to(nothing_here)),
        );
        pages::routes(config);
        config.configure(crate::access::http::well_known);
        config.configure(crate::membership::card::http::well_known);
        crate::access::pages::routes(config);
        crate::access::sign_in_pages::routes(config);
        crate::membership::pages::routes(config);
        crate::bookings::joining::pages::routes(config);
        crate::bookings::pages::routes(config);
        crate::attendance::pages::routes(config);
        crate::reports::reach::pages::routes(config);
        openapi::mount(config);
        config.default_service(actix_web::web::to(nothing_here));
    }
}

/// No id contains a NUL, and not every database accepts one in a query.
fn may_be_an_address(uri: &Uri) -> bool {
    !uri.path().contains("%00")
}

async fn nothing_here(request: actix_web::HttpRequest) -> Result<actix_web::HttpResponse, Fault> {
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
    Err(Fault::new(Code::NotFound, "There is nothing at this address. See /docs."))
}
