//! The house rules over REST.

use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::base::text;
use crate::centres;
use crate::centres::house_rules::{HouseRules, StandingRules, service, store};
use crate::web::{Answer, Api, ApiResult, Body, Query, ServiceConfig, faults};
use actix_web::{get, put};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

faults! {
    ReadFaults: NotFound;
    KeepFaults: NotFound, VersionNeeded, VersionConflict;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_house_rules).service(keep_house_rules);
}

/// Whose rules.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RulesOf {
    /// A centre: what stands everywhere and its own. Left out, what stands everywhere.
    #[param(inline)]
    pub centre: Option<CentreId>,
}

/// A text that stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct RulesTextOut {
    /// The centre whose own it is; `null` for what stands everywhere.
    #[schema(value_type = Option<String>)]
    pub centre_id: Option<CentreId>,
    /// Its version, from 1.
    #[schema(example = 2)]
    pub version: i64,
    /// The day from which it stands.
    pub dated_on: NaiveDate,
    /// Paragraphs, headings and lists.
    pub body: String,
}

/// What families are shown before they book.
#[derive(Serialize, ToSchema)]
pub(crate) struct HouseRulesOut {
    /// The organisation's text first, then the centre's own; none where none was published.
    pub texts: Vec<RulesTextOut>,
}

impl From<HouseRules> for HouseRulesOut {
    fn from(rules: HouseRules) -> HouseRulesOut {
        let text = |text: StandingRules| RulesTextOut {
            centre_id: text.centre,
            version: text.version,
            dated_on: text.dated_on,
            body: text.body,
        };
        HouseRulesOut { texts: rules.texts.into_iter().map(text).collect() }
    }
}

/// One text, whole.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HouseRulesIn, example = json!({
    "body": "# When you come\n\n- Stay with your child.\n- Leave buggies in the hall."
}))]
pub(crate) struct HouseRulesIn {
    /// Paragraphs, with an empty line between. A paragraph that begins with `# ` is a heading; lines
    /// that begin with `- ` are a list. `null` takes the text back.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(min_length = 1, max_length = 20000, required = true)]
    pub body: Option<String>,
}

/// Read the house rules
///
/// As they stand at `/rules` and above the button of each booking page. Nobody has to agree to them.
/// The ETag is that of the centre's own text, or of the organisation's where no centre was named.
#[utoipa::path(tag = "centres", params(RulesOf), security(()),
    responses((status = 200, body = HouseRulesOut), ReadFaults))]
#[get("/house-rules")]
async fn get_house_rules(api: Api, query: Query<RulesOf>) -> ApiResult {
    api.read_public(move |tx| {
        let centre = query.read()?.centre;
        if let Some(centre) = &centre {
            centres::store::centre(tx, centre)?;
        }
        answer(store::rules(tx, centre.as_ref())?)
    })
    .await
}

/// Publish house rules
///
/// The organisation's, or with `centre` what that centre asks besides. They stand from today on, with
/// the next version; the versions before are kept.
#[utoipa::path(tag = "centres", request_body = HouseRulesIn,
    params(RulesOf, ("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = HouseRulesOut), KeepFaults))]
#[put("/house-rules")]
async fn keep_house_rules(api: Api, query: Query<RulesOf>, body: Body<HouseRulesIn>) -> ApiResult {
    let expected = api.if_match();
    api.write(Act::KeepRules, body, move |tx, input| {
        let centre = query.read()?.centre;
        let body = text::maybe_lines("/body", input.body.as_deref(), 20_000)?;
        answer(service::publish(tx, centre.as_ref(), &expected.clone()?, body)?)
    })
    .await
}

fn answer(rules: HouseRules) -> Result<Answer<HouseRulesOut>> {
    let version = rules.version;
    Ok(Answer::ok(HouseRulesOut::from(rules)).version(version))
}
