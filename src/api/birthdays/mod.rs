//! Birthday cards over REST: who decides, what is printed.

pub(crate) mod decisions;
pub(crate) mod print_list;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    decisions::routes(config);
    print_list::routes(config);
}
