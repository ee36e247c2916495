//! The pages people see: one file or folder for each.

pub mod family_links;
pub mod home;
pub mod join;
pub mod links;
pub mod password;
pub mod reach;
pub mod registers;
pub mod sign_in;
pub mod whats_on;

use actix_web::web::ServiceConfig;

/// Every page.
pub fn routes(config: &mut ServiceConfig) {
    home::routes(config);
    password::routes(config);
    sign_in::routes(config);
    family_links::routes(config);
    join::routes(config);
    whats_on::routes(config);
    links::routes(config);
    registers::routes(config);
    reach::routes(config);
}
