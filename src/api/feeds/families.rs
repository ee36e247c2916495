//! Feeds over REST: a file in, the outcome of each line out.

use super::take::take;
use crate::access::Act;
use crate::base::id::{CentreId, PartnerId};
use crate::feeds::service::Families;
use crate::feeds::service::plan::{PlanRequest, may_send};
use crate::feeds::service::run::FeedRunReport;
use crate::web::{Api, ApiResult, File, Query, ServiceConfig, faults};
use actix_web::post;
use serde::Deserialize;
use utoipa::IntoParams;

faults! {
    FeedFaults: AgreementExpired;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(feed_families);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct FeedQuery {
    /// `true`: report what would happen to each line, and write nothing.
    dry_run: Option<String>,
    /// The centre of families whose postcode is in no centre's area. Default: the caller's own.
    centre_id: Option<CentreId>,
    /// The partner that sends the file. A professional leaves it out: it is their own agency. If
    /// staff leave it out, it is the organisation's own data, such as an export of an old system,
    /// and needs no agreement.
    partner_id: Option<PartnerId>,
    /// A saved mapping of headings.
    mapping: Option<String>,
}

/// Send families in a file
///
/// CSV with a heading, or JSON rows, up to 64 MiB. Lines are processed one by one, each on its own,
/// and bookings continue meanwhile. Sending the same file again continues where it stopped and
/// creates no duplicates. A family created here is listed until it has been told. From a partner,
/// only what its current agreement covers is read; without an agreement the feed is refused before
/// the file is read. A partner only learns whether each line is valid, `taken` or `refused`, and
/// nothing about what is already known.
#[utoipa::path(tag = "feeds", params(FeedQuery),
    request_body(content(
        (String = "text/csv", example = "NHS number,Forename,Surname,DOB,Mother's name,Postcode,Phone\n943 476 5919,Yusuf,Khan,31/01/2026,Amina Khan,M33 1AA,07700 900123\n"),
        (Vec<BTreeMap<String, String>> = "application/json", example = json!(
            [{"Forename": "Yusuf", "Surname": "Khan", "DOB": "31/01/2026", "Mother's name": "Amina Khan", "Postcode": "M33 1AA", "Phone": "07700 900123"}]
        )),
    )),
    responses((status = 200, body = FeedRunReport), FeedFaults))]
#[post("/feeds/families")]
async fn feed_families(api: Api, query: Query<FeedQuery>, file: File) -> ApiResult {
    let asked = move || {
        let FeedQuery { dry_run, centre_id, partner_id, mapping } = query.read()?;
        Ok((Families, PlanRequest::of(centre_id, partner_id, mapping), dry_run))
    };
    take(api, file, Act::RunFeed, asked, may_send).await
}
