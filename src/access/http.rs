//! Signing in and accounts over REST.

mod accounts;
mod auth;

use utoipa_actix_web::service_config::ServiceConfig;

pub use auth::well_known;

pub fn routes(config: &mut ServiceConfig) {
    auth::routes(config);
    accounts::routes(config);
}
