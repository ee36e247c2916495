//! A team's referrals and what became of them, over REST.

use super::{Became, service};
use crate::access::Act;
use crate::bookings::Status;
use crate::fault::Fault;
use crate::id::{BookingId, ReferralId, SessionId};
use crate::moment::Moment;
use crate::web::{Answer, Api, List, Paging, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_referrals);
}

/// A team's referral and what became of it.
#[derive(Serialize, ToSchema)]
pub struct ReferralOut {
    /// Opaque.
    pub id: ReferralId,
    /// The booking it brought or joined.
    pub booking_id: BookingId,
    /// Which session.
    pub session_id: SessionId,
    /// The code of its reason.
    pub reason: String,
    /// The day the family agreed.
    pub agreed_on: NaiveDate,
    /// When it was made.
    pub made_at: Moment,
    /// When it was taken back.
    pub withdrawn_at: Option<Moment>,
    /// What became of it: `null` where the family does not wish it told.
    pub outcome: Option<Status>,
    /// For health and social care: whether the family came, once the register is complete. Of a
    /// course, to any of its dates. `null` else.
    pub came: Option<bool>,
}

impl From<Became> for ReferralOut {
    fn from(became: Became) -> ReferralOut {
        let Became { referral, booking, came } = became;
        ReferralOut {
            outcome: referral.tell_outcome.then_some(booking.status),
            id: referral.id,
            booking_id: booking.id,
            session_id: referral.session_id,
            reason: referral.reason,
            agreed_on: referral.agreed_on,
            made_at: referral.made_at,
            withdrawn_at: referral.withdrawn_at,
            came,
        }
    }
}

/// List the team's referrals
///
/// The newest first, with what became of each.
#[utoipa::path(tag = "bookings", params(Paging),
    responses((status = 200, body = List<ReferralOut>)))]
#[get("/referrals")]
async fn list_referrals(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeReferrals, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = service::list(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.referral.id.to_string(), ReferralOut::from)))
    })
    .await
}
