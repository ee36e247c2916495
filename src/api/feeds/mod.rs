//! Lists from partners and old systems, over REST: one file for each list, their mappings and runs.

pub mod births;
pub mod contacts;
pub mod families;
pub mod head_counts;
pub mod mappings;
pub mod runs;
pub mod workless;

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
