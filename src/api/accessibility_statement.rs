//! The organisation's statement about accessibility over REST.

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::text;
use crate::settings::accessibility::{Accessibility, Statement};
use crate::settings::{service, store};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::{get, put};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

faults! {
    StatementFaults: VersionNeeded, VersionConflict;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_accessibility_statement).service(keep_accessibility_statement);
}

/// The statement that stands at `/accessibility`.
#[derive(Serialize, ToSchema)]
pub(crate) struct AccessibilityStatementOut {
    /// Nothing until the organisation has written its own: the page then shows model wording that
    /// nobody signed.
    pub body: Option<String>,
    /// Who answers for it.
    #[schema(example = "Head of early help")]
    pub signed_by: Option<String>,
    /// The day it was written, or looked at again.
    pub dated_on: Option<NaiveDate>,
}

impl From<Accessibility> for AccessibilityStatementOut {
    fn from(held: Accessibility) -> AccessibilityStatementOut {
        let (body, signed_by, dated_on) = match held.statement {
            Some(Statement { body, signed_by, dated_on }) => {
                (Some(body), Some(signed_by), Some(dated_on))
            }
            None => (None, None, None),
        };
        AccessibilityStatementOut { body, signed_by, dated_on }
    }
}

/// The organisation's own statement, whole.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "body": "We want everyone to be able to use this site.\n\n# What does not work yet\n\n- PDF files cannot be read out loud.",
    "signed_by": "Head of early help", "dated_on": "2026-11-02"
}))]
pub(crate) struct AccessibilityStatementIn {
    /// Paragraphs, with an empty line between. A paragraph that begins with `# ` is a heading; lines
    /// that begin with `- ` are a list.
    #[schema(min_length = 1, max_length = 20000)]
    pub body: String,
    /// Who answers for it.
    #[schema(min_length = 1, max_length = 120)]
    pub signed_by: String,
    /// The day it was written, or looked at again; not after today.
    pub dated_on: NaiveDate,
}

impl AccessibilityStatementIn {
    fn read(&self, today: NaiveDate) -> Result<Statement> {
        if self.dated_on > today {
            return Err(Fault::invalid("/dated_on", "Use today, or a day before."));
        }
        Ok(Statement {
            body: text::lines("/body", &self.body, 20_000)?,
            signed_by: text::line("/signed_by", &self.signed_by, 120)?,
            dated_on: self.dated_on,
        })
    }
}

/// Read the accessibility statement
#[utoipa::path(tag = "centres", security(()),
    responses((status = 200, body = AccessibilityStatementOut)))]
#[get("/accessibility-statement")]
async fn get_accessibility_statement(api: Api) -> ApiResult {
    api.read_public(|tx| {
        let (held, version) = store::with_version::<Accessibility>(tx)?;
        Ok(Answer::ok(AccessibilityStatementOut::from(held)).version(version))
    })
    .await
}

/// Publish an accessibility statement
///
/// It stands at `/accessibility` from now on, with its date and who signed it, in place of the model
/// wording or the statement before.
#[utoipa::path(tag = "centres", request_body = AccessibilityStatementIn,
    params(("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = AccessibilityStatementOut), StatementFaults))]
#[put("/accessibility-statement")]
async fn keep_accessibility_statement(api: Api, body: Body<AccessibilityStatementIn>) -> ApiResult {
    let version = api.if_match();
    api.write(Act::KeepStatement, body, move |tx, input| {
        let statement = Some(input.read(tx.today())?);
        let change = |held: &mut Accessibility| held.statement = statement;
        let (held, version) = service::change(tx, &version.clone()?, change)?;
        Ok(Answer::ok(AccessibilityStatementOut::from(held)).version(version))
    })
    .await
}
