//! Lists from partners and old systems, over REST: one file for each list, their mappings and runs.

pub(crate) mod contacts;
pub(crate) mod counts;
pub(crate) mod families;
pub(crate) mod head_counts;
pub(crate) mod mappings;
pub(crate) mod runs;
mod take;

use crate::web::ServiceConfig;

pub(crate) fn routes(config: &mut ServiceConfig) {
    contacts::routes(config);
    counts::routes(config);
    families::routes(config);
    head_counts::routes(config);
    mappings::routes(config);
    runs::routes(config);
}
