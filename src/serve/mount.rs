//! The routes of the whole service, and what answers where there is none.

use crate::base::fault::{Code, Fault};
use crate::web::context::{App, may_be_an_address};
use actix_web::ResponseError;
use actix_web::guard::fn_guard;
use actix_web::http::Uri;
use actix_web::http::header::{ALLOW, HeaderValue};
use utoipa_actix_web::service_config::ServiceConfig;

/// Every route of the API, with its documentation: served and described from here.
pub fn routes(config: &mut ServiceConfig) {
    crate::api::routes(config);
    crate::api::centres::routes(config);
    crate::api::areas::routes(config);
    crate::api::partners::routes(config);
    crate::api::families::answers::routes(config);
    crate::api::families::routes(config);
    crate::api::families::membership::routes(config);
    crate::api::families::trusted_adults::routes(config);
    crate::api::families::children::routes(config);
    crate::api::child_requests::routes(config);
    crate::api::families::join::routes(config);
    crate::api::join_requests::routes(config);
    // Before `/memberships/{number}`, which would take "to-tell" and "lost-touch" for numbers.
    crate::api::memberships::to_tell::routes(config);
    crate::api::memberships::lost_touch::routes(config);
    crate::api::memberships::routes(config);
    crate::api::centres::offer::routes(config);
    crate::api::notices::routes(config);
    crate::api::partners::agreements::routes(config);
    crate::api::feeds::families::routes(config);
    crate::api::feeds::runs::routes(config);
    crate::api::feeds::mappings::routes(config);
    crate::api::feeds::births::routes(config);
    crate::api::birthdays::decisions::routes(config);
    crate::api::birthdays::print_list::routes(config);
    crate::api::families::groups::routes(config);
    crate::api::activities::routes(config);
    crate::api::mail::routes(config);
    crate::api::series::routes(config);
    crate::api::programme::routes(config);
    crate::api::terms::routes(config);
    crate::api::bookings::routes(config);
    crate::api::sessions::referrals::routes(config);
    crate::api::contacts::routes(config);
    crate::api::contact_kinds::routes(config);
    crate::api::feeds::contacts::routes(config);
    crate::api::feeds::head_counts::routes(config);
    crate::api::contact_proposals::routes(config);
    crate::api::setting_supports::routes(config);
    crate::api::reports::unsupported_settings::routes(config);
    crate::api::reports::children_not_met::routes(config);
    crate::api::reports::renewals::routes(config);
    crate::api::reports::no_contact::routes(config);
    crate::api::sessions::routes(config);
    crate::api::activities::change::routes(config);
    crate::api::sessions::waitlist::routes(config);
    crate::api::tasks::routes(config);
    crate::api::sessions::alerts::routes(config);
    crate::api::families::change::routes(config);
    crate::api::families::merge::routes(config);
    crate::api::possible_duplicates::routes(config);
    crate::api::sessions::register::routes(config);
    crate::api::attendance_settings::routes(config);
    crate::api::registers::routes(config);
    crate::api::referrals::routes(config);
    crate::api::centres::building::routes(config);
    crate::api::courses::attendance::routes(config);
    crate::api::sessions::register::sheet::routes(config);
    crate::api::reports::registers::routes(config);
    crate::api::reports::members::routes(config);
    crate::api::reports::reach::routes(config);
    crate::api::reach_settings::routes(config);
    crate::api::reports::balance::routes(config);
    crate::api::sessions::forecast::routes(config);
    crate::api::activities::suggestion::routes(config);
    crate::api::reports::costs::routes(config);
    crate::api::reports::workless::routes(config);
    crate::api::feeds::workless::routes(config);
    crate::api::reports::partners::routes(config);
    crate::api::reports::returns::routes(config);
    crate::api::reports::extracts::routes(config);
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
        crate::pages::home::routes(config);
        config.configure(crate::api::well_known);
        config.configure(crate::api::well_known::routes_of_card_keys);
        crate::pages::password::routes(config);
        crate::pages::sign_in::routes(config);
        crate::pages::family_links::routes(config);
        crate::pages::join::routes(config);
        crate::pages::whats_on::routes(config);
        crate::pages::registers::routes(config);
        crate::pages::reach::routes(config);
        super::openapi::mount(config);
        config.default_service(actix_web::web::to(nothing_here));
    }
}

async fn nothing_here(request: actix_web::HttpRequest) -> Result<actix_web::HttpResponse, Fault> {
    let known = request.match_pattern().filter(|_| may_be_an_address(request.uri()));
    let takes = known.map(|pattern| match super::methods::of_api(request.path()) {
        takes if takes.is_empty() => super::methods::of_page(&pattern).to_owned(),
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
