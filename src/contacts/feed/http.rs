//! Feeds of contacts over REST: a file in, what became of each line out.

use super::line_service::Contacts;
use crate::access::Act;
use crate::contacts::Kind;
use crate::db::Tx;
use crate::fault::Fault;
use crate::feeds::http::{FeedOut, form, trial};
use crate::feeds::plan_service::{Asked, may_send};
use crate::feeds::run_service::{self, Feed};
use crate::id::{CentreId, PartnerId};
use crate::web::{Answer, Api, File, Query, faults};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    FeedFaults: AgreementExpired;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(feed_contacts);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ContactFeedQuery {
    /// `true`: say what would become of each line, and write nothing.
    dry_run: Option<String>,
    /// What a row is that does not say; of a file with a session's title or with who came,
    /// `attendance` where not given.
    kind: Option<Kind>,
    /// The centre whose work it was, where a row does not name one; left out, the caller's own.
    centre_id: Option<CentreId>,
    /// Who sends; left out by a professional, the own agency. Without one it is the
    /// organisation's own data, as the registers of an old system, and needs no agreement.
    partner_id: Option<PartnerId>,
    /// A saved mapping of headings.
    mapping: Option<String>,
}

impl ContactFeedQuery {
    fn asked(&self) -> Asked {
        Asked {
            centre: self.centre_id.clone().filter(|id| !id.as_str().is_empty()),
            partner: self.partner_id.clone().filter(|id| !id.as_str().is_empty()),
            mapping: self.mapping.clone().filter(|name| !name.is_empty()),
        }
    }
}

/// Send contacts in a file
///
/// Reviews by health services, places in settings, and contacts and whole registers of an old
/// system. CSV with a heading, or JSON rows, up to 64 MiB; worked off like a feed of families, and
/// the same file again makes nothing twice. A row is recorded of the child it is exactly of: by NHS
/// number; by name, birth date and postcode; by the family's membership number and the child's first
/// name or birth date; or by an old system's family number and the name. A row that names no child
/// is of adults alone, by either number and how many came. What is nearly a child's is proposed at
/// `/contact-proposals`; all else is left. A row sent again with another content withdraws the old.
/// Of a partner, an agreement for `contacts` must be in force.
#[utoipa::path(tag = "feeds", params(ContactFeedQuery),
    request_body(content(
        (String = "text/csv", example = "NHS number,Kind,Date\n943 476 5919,new birth visit,12/02/2026\n"),
        (Vec<BTreeMap<String, String>> = "application/json", example = json!(
            [{"NHS number": "943 476 5919", "Kind": "new birth visit", "Date": "12/02/2026"}]
        )),
    )),
    responses((status = 200, body = FeedOut), FeedFaults))]
#[post("/feeds/contacts")]
async fn feed_contacts(
    api: Api,
    query: Query<ContactFeedQuery>,
    file: File,
) -> Result<HttpResponse, Fault> {
    let sent_as = file.kind().map(str::to_owned);
    let first = move |tx: &mut Tx| {
        let query = query.read()?;
        let (asked, trial) = (query.asked(), trial(query.dry_run.as_deref())?);
        let contacts = Contacts { kind: query.kind };
        may_send(tx, &contacts, &asked)?;
        Ok::<_, Fault>((contacts, asked, trial))
    };
    api.take_file(
        Act::RunFeed,
        file,
        first,
        move |app, actor, ((contacts, asked, trial), bytes)| {
            let form = form(sent_as.as_deref(), &bytes)?;
            let feed = Feed { bytes, form, asked, trial };
            let report = run_service::run(&app.store, actor, (&contacts, &feed), |_, _| {})?;
            Ok(Answer::ok(FeedOut::new(report, trial)))
        },
    )
    .await
}
