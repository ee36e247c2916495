//! Lists from partners and old systems, over REST: one file for each list, their mappings and runs.

pub(crate) mod births;
pub(crate) mod contacts;
pub(crate) mod families;
pub(crate) mod head_counts;
pub(crate) mod mappings;
pub(crate) mod runs;
mod take;
pub(crate) mod workless;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    births::routes(config);
    contacts::routes(config);
    families::routes(config);
    head_counts::routes(config);
    mappings::routes(config);
    runs::routes(config);
    workless::routes(config);
}
