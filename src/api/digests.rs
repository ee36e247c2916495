//! The week of a professional, over REST.

use crate::access::Act;
use crate::reports::digests::{WindowsDigest, service};
use crate::web::{Answer, Api, ApiResult, ServiceConfig};
use actix_web::get;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_windows_digest);
}

/// Get your week
///
/// What the weekly mail is made of: the windows that open in the next seven days in your area, your
/// team's referrals to come, and what your agency's agreements still expect. It counts only what
/// your agency said itself.
#[utoipa::path(tag = "bookings", responses((status = 200, body = WindowsDigest)))]
#[get("/digests/windows")]
async fn get_windows_digest(api: Api) -> ApiResult {
    api.read(Act::SeeReferrals, |tx| Ok(Answer::ok(service::own(tx)?))).await
}
