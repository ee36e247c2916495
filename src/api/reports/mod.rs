//! Reports over REST: one file for each.

pub(crate) mod balance;
pub(crate) mod children_not_met;
pub(crate) mod costs;
pub(crate) mod extracts;
pub(crate) mod members;
pub(crate) mod no_contact;
pub(crate) mod partners;
pub(crate) mod reach;
pub(crate) mod registers;
pub(crate) mod renewals;
pub(crate) mod returns;
pub(crate) mod two_year_olds;
pub(crate) mod unsupported_settings;
pub(crate) mod workless;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    balance::routes(config);
    children_not_met::routes(config);
    costs::routes(config);
    extracts::routes(config);
    members::routes(config);
    no_contact::routes(config);
    partners::routes(config);
    reach::routes(config);
    registers::routes(config);
    renewals::routes(config);
    returns::routes(config);
    two_year_olds::routes(config);
    unsupported_settings::routes(config);
    workless::routes(config);
}
