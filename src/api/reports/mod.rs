//! Reports over REST: one file for each.

pub mod balance;
pub mod children_not_met;
pub mod costs;
pub mod extracts;
pub mod members;
pub mod no_contact;
pub mod partners;
pub mod reach;
pub mod registers;
pub mod renewals;
pub mod returns;
pub mod two_year_olds;
pub mod unsupported_settings;
pub mod workless;

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
