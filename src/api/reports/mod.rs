//! Reports over REST. A small report is a document of its subject, given as JSON, or row by row as
//! CSV: `figures` has those of counts, `follow_ups` those of families to call.

pub(crate) mod extracts;
pub(crate) mod figures;
pub(crate) mod follow_ups;
mod give;
pub(crate) mod reach;
pub(crate) mod returns;
pub(crate) mod workless;

use crate::web::ServiceConfig;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(figures::report_balance);
    config.service(follow_ups::list_children_not_met);
    config.service(figures::report_costs);
    config.service(extracts::take_extract);
    config.service(figures::report_feedback);
    config.service(figures::report_members);
    config.service(follow_ups::report_no_contact);
    config.service(follow_ups::list_no_contact);
    config.service(figures::report_partners);
    reach::routes(config);
    config.service(figures::report_registers);
    config.service(figures::report_renewals);
    returns::routes(config);
    config.service(follow_ups::report_two_year_olds);
    config.service(figures::report_unsupported_settings);
    workless::routes(config);
}
