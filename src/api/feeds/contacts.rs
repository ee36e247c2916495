//! Feeds of contacts over REST: a file in, the outcome of each line out.

use super::take::take;
use crate::access::Act;
use crate::base::id::{CentreId, PartnerId};
use crate::contacts::Kind;
use crate::contacts::feed::service::line::Contacts;
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
    config.service(feed_contacts);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ContactFeedQuery {
    /// `true`: report what would happen to each line, and write nothing.
    dry_run: Option<String>,
    /// The kind of rows that do not say. Default for a file with session titles or attendance:
    /// `attendance`.
    kind: Option<Kind>,
    /// The centre that made the contact, for rows that name none. Default: the caller's own.
    centre_id: Option<CentreId>,
    /// The partner that sends the file. A professional leaves it out: it is their own agency. If
    /// staff leave it out, it is the organisation's own data, such as an old system's registers,
    /// and needs no agreement.
    partner_id: Option<PartnerId>,
    /// A saved mapping of headings.
    mapping: Option<String>,
}

/// Send contacts in a file
///
/// Reviews by health services, places in settings, and contacts and registers of an old system. CSV
/// with a header line, or JSON rows, up to 64 MiB; processed like a feed of families, and sending a
/// file again creates no duplicates. A row needs an exact match with a child: by NHS number; by
/// name, birth date and postcode; by the family's membership number and the child's first name or
/// birth date; or by an old system's family number and the name. A row that names no child is for
/// adults only, by either number and how many came. A near match is proposed at
/// `/contact-proposals`; all other rows are left out. A row sent again with different content
/// replaces the old one. A partner needs a current agreement for `contacts`.
#[utoipa::path(tag = "feeds", params(ContactFeedQuery),
    request_body(content(
        (String = "text/csv", example = "NHS number,Kind,Date\n943 476 5919,new birth visit,12/02/2026\n"),
        (Vec<BTreeMap<String, String>> = "application/json", example = json!(
            [{"NHS number": "943 476 5919", "Kind": "new birth visit", "Date": "12/02/2026"}]
        )),
    )),
    responses((status = 200, body = FeedRunReport), FeedFaults))]
#[post("/feeds/contacts")]
async fn feed_contacts(api: Api, query: Query<ContactFeedQuery>, file: File) -> ApiResult {
    let asked = move || {
        let ContactFeedQuery { dry_run, kind, centre_id, partner_id, mapping } = query.read()?;
        Ok((Contacts { kind }, PlanRequest::of(centre_id, partner_id, mapping), dry_run))
    };
    take(api, file, Act::RunFeed, asked, may_send).await
}
