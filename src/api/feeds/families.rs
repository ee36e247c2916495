//! Feeds over REST: a file in, the outcome of each line out.

use crate::access::Act;
use crate::base::fault::{Code, Fault};
use crate::base::id::{CentreId, PartnerId};
use crate::base::table::{Form, form_of};
use crate::db::Tx;
use crate::feeds::service::Families;
use crate::feeds::service::plan::{PlanRequest, may_send};
use crate::feeds::service::run::{self, Feed, FeedRunReport, Trial};
use crate::feeds::{LineResult, Outcome};
use crate::web::{Answer, Api, File, Query, faults};
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    FeedFaults: AgreementExpired;
}

pub fn routes(config: &mut ServiceConfig) {
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

impl FeedQuery {
    fn asked(&self) -> PlanRequest {
        PlanRequest {
            centre: self.centre_id.clone().filter(|id| !id.as_str().is_empty()),
            partner: self.partner_id.clone().filter(|id| !id.as_str().is_empty()),
            mapping: self.mapping.clone().filter(|name| !name.is_empty()),
        }
    }
}

/// `dry_run` without a value also means true.
pub fn trial(dry_run: Option<&str>) -> Result<Trial, Fault> {
    match dry_run.map(str::to_lowercase).as_deref() {
        None | Some("false" | "0" | "no") => Ok(Trial::Real),
        Some("" | "true" | "1" | "yes") => Ok(Trial::Dry),
        Some(_) => Err(Fault::new(Code::InvalidRequest, "Use true or false for dry_run.")),
    }
}

/// The result of a feed.
#[derive(Serialize, ToSchema)]
pub struct FeedOut {
    /// Line by line, in the order of the file.
    pub results: Vec<LineOut>,
    /// The number of lines with each outcome.
    pub counts: BTreeMap<String, usize>,
    /// True if nothing was written.
    pub dry_run: bool,
    /// Headings that were not recognised; their columns were ignored.
    pub unknown_headings: Vec<String>,
    /// Headings that the agreement does not cover; their columns were not read.
    pub not_covered_headings: Vec<String>,
    /// Other remarks.
    pub notes: Vec<String>,
}

/// What became of one line.
#[derive(Serialize, ToSchema)]
pub struct LineOut {
    /// The line of the file where the row begins; for JSON, the number of the row.
    #[schema(example = 2)]
    pub line: i32,
    /// What became of the lines.
    pub outcome: Outcome,
    /// What is wrong and what to do, by heading; otherwise what the outcome means. Never repeats a
    /// value.
    #[schema(example = "\"DOB\": There is no 31 February 2026. Correct the day.")]
    pub detail: String,
}

impl From<LineResult> for LineOut {
    fn from(result: LineResult) -> LineOut {
        LineOut { line: result.line, outcome: result.outcome, detail: result.detail }
    }
}

impl FeedOut {
    pub fn new(report: FeedRunReport, trial: Trial) -> FeedOut {
        let mut counts = BTreeMap::new();
        for result in &report.results {
            *counts.entry(result.outcome.as_str().to_owned()).or_default() += 1;
        }
        FeedOut {
            results: report.results.into_iter().map(LineOut::from).collect(),
            counts,
            dry_run: trial == Trial::Dry,
            unknown_headings: report.unknown,
            not_covered_headings: report.not_covered,
            notes: report.notes,
        }
    }
}

/// The format of the body, from its content type or its first bytes.
pub fn form(kind: Option<&str>, bytes: &[u8]) -> Result<Form, Fault> {
    match kind {
        Some(kind) if kind == "application/json" || kind.ends_with("+json") => Ok(Form::Json),
        Some("text/csv") => Ok(Form::Csv),
        None | Some("" | "text/plain" | "application/octet-stream") => Ok(form_of(bytes)),
        Some(_) => {
            let detail = "Send the file as text/csv or application/json.";
            Err(Fault::new(Code::UnsupportedMediaType, detail))
        }
    }
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
    responses((status = 200, body = FeedOut), FeedFaults))]
#[post("/feeds/families")]
async fn feed_families(
    api: Api,
    query: Query<FeedQuery>,
    file: File,
) -> Result<HttpResponse, Fault> {
    let kind = file.kind().map(str::to_owned);
    let first = move |tx: &mut Tx| {
        let query = query.read()?;
        let (asked, trial) = (query.asked(), trial(query.dry_run.as_deref())?);
        may_send(tx, &Families, &asked)?;
        Ok::<_, Fault>((asked, trial))
    };
    api.take_file(Act::RunFeed, file, first, move |app, actor, ((asked, trial), bytes)| {
        let form = form(kind.as_deref(), &bytes)?;
        let feed = Feed { bytes, form, asked, trial };
        let report = run::run(&app.store, actor, (&Families, &feed), |_, _| {})?;
        Ok(Answer::ok(FeedOut::new(report, trial)))
    })
    .await
}
