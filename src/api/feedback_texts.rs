//! What families wrote after sessions, read by staff over REST. Every list is logged.

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::free_text::{Finding, LONGEST};
use crate::base::id::{ActivityId, CentreId, FamilyId, FeedbackTextId, SessionId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families;
use crate::feedback::TextState;
use crate::feedback::service::read::{self, TextJudged, TextList};
use crate::feedback::store::texts::TextRow;
use crate::web::{
    Answer, Api, ApiResult, Body, List, Logged, Nothing, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

faults! {
    SettleFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_feedback_texts).service(judge_feedback_text).service(settle_feedback_text);
}

/// What a family wrote after a session.
#[derive(Serialize, ToSchema)]
pub(crate) struct FeedbackTextOut {
    /// Opaque.
    pub id: FeedbackTextId,
    /// The session it is about.
    pub session_id: SessionId,
    /// Where it was held.
    pub centre_id: CentreId,
    /// The activity.
    pub activity_id: ActivityId,
    /// Its title.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// When the session began.
    pub starts_at: Moment,
    /// Whether it was good.
    pub good: bool,
    /// The family's words, or what was kept of them when names were left out.
    pub text: String,
    /// When it was written.
    pub written_at: Moment,
    /// The last day on which it is read in time.
    pub read_by: NaiveDate,
    /// Whether that day is over and nobody has read it.
    pub overdue: bool,
    /// When it was read.
    pub read_at: Option<Moment>,
    /// What came of reading it.
    pub finding: Option<Finding>,
    /// Whose words they are, where they are to be followed up and you may open the record.
    pub family_id: Option<FamilyId>,
    /// When it had been followed up.
    pub done_at: Option<Moment>,
    /// Deleted after this day.
    pub kept_until: NaiveDate,
}

impl FeedbackTextOut {
    fn load(tx: &mut Tx, row: TextRow) -> Result<FeedbackTextOut> {
        let TextRow { text, answer, session, title, .. } = row;
        let is_named = matches!(text.finding, Some(Finding::FollowUp | Finding::Concern))
            && families::service::names(tx, &answer.family_id)?;
        Ok(FeedbackTextOut {
            id: text.id,
            session_id: session.id,
            centre_id: session.centre_id,
            activity_id: session.activity_id,
            title,
            starts_at: session.starts_at,
            good: answer.good,
            text: text.said.reveal().to_owned(),
            written_at: text.written_at,
            read_by: text.read_by,
            overdue: text.read_at.is_none() && text.read_by < tx.today(),
            read_at: text.read_at,
            finding: text.finding,
            family_id: is_named.then_some(answer.family_id),
            done_at: text.done_at,
            kept_until: text.kept_until,
        })
    }
}

/// Which texts to list.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct TextsQuery {
    /// Only of this centre; if left out, of all your centres.
    #[param(inline)]
    centre_id: Option<CentreId>,
    /// How far they have come; `to_read` where left out.
    #[param(inline, example = "to_read")]
    state: Option<TextState>,
}

/// List what families wrote after sessions
///
/// In the order in which they are due. Staff see those of their centres; those of restricted
/// families, and those in which a concern was found, only safeguarding leads see.
#[utoipa::path(tag = "feedback", params(TextsQuery, Paging),
    responses((status = 200, body = List<FeedbackTextOut>)))]
#[get("/feedback-texts")]
async fn list_feedback_texts(
    api: Api,
    query: Query<TextsQuery>,
    paging: Query<Paging>,
) -> ApiResult {
    api.read(Act::ReadFeedback, move |tx| {
        let (query, paging) = (query.read()?, paging.read()?);
        let state = query.state.unwrap_or(TextState::ToRead);
        let list = TextList {
            centre: query.centre_id.as_ref(),
            state,
            after: paging.after.as_deref().unwrap_or_default(),
            rows: paging.rows(),
        };
        let rows = read::list(tx, &list)?;
        let families = rows.iter().take(paging.limit()).map(|row| row.answer.family_id.clone());
        let logged = Logged {
            families: families.collect(),
            detail: json!({ "state": state }),
            ..Logged::of(Event::ReadFeedback, "")
        };
        let page = paging.page(rows, |row| row.text.id.to_string(), |row| row);
        let items = page.items.into_iter().map(|row| FeedbackTextOut::load(tx, row));
        let items = items.collect::<Result<_>>()?;
        Ok((Answer::ok(List { items, next: page.next }), logged))
    })
    .await
}

/// What came of reading a text.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"finding": "follow_up", "without_names": "[name] was very loud."}))]
pub(crate) struct FindingIn {
    /// Nothing, to be followed up, or a safeguarding concern. From then on only safeguarding leads
    /// read a concern; they are told.
    pub finding: Finding,
    /// That the text names nobody. Either this or `without_names`.
    #[serde(default)]
    pub names_nobody: bool,
    /// The text as it was written, with `[name]` in the place of each name: this is what is kept.
    #[schema(max_length = 300)]
    pub without_names: Option<String>,
}

impl FindingIn {
    fn judged(&self) -> Result<TextJudged> {
        match (self.names_nobody, &self.without_names) {
            (true, None) => Ok(TextJudged { finding: self.finding, blanked: None }),
            (false, Some(text)) if text.chars().count() <= LONGEST => {
                Ok(TextJudged { finding: self.finding, blanked: Some(text.clone()) })
            }
            _ => Err(Fault::invalid(
                "/names_nobody",
                "Say that it names nobody, or send it without the names.",
            )),
        }
    }
}

/// Say what came of reading a text
///
/// Whoever reads it says that it names nobody, or leaves the names out. It can be judged again.
#[utoipa::path(tag = "feedback", request_body = FindingIn,
    params(("id" = inline(FeedbackTextId), Path, description = "The text.")),
    responses((status = 200, body = FeedbackTextOut)))]
#[post("/feedback-texts/{id}/finding")]
async fn judge_feedback_text(
    api: Api,
    id: Path<FeedbackTextId>,
    body: Body<FindingIn>,
) -> ApiResult {
    api.write(Act::ReadFeedback, body, move |tx, input| {
        let row = read::judge(tx, &id, &input.judged()?)?;
        Ok(Answer::ok(FeedbackTextOut::load(tx, row)?))
    })
    .await
}

/// Say that a text has been followed up
///
/// Repeating it changes nothing.
#[utoipa::path(tag = "feedback", request_body = Nothing,
    params(("id" = inline(FeedbackTextId), Path, description = "The text.")),
    responses((status = 200, body = FeedbackTextOut), SettleFaults))]
#[post("/feedback-texts/{id}/done")]
async fn settle_feedback_text(
    api: Api,
    id: Path<FeedbackTextId>,
    body: Body<Nothing>,
) -> ApiResult {
    api.write(Act::ReadFeedback, body, move |tx, _| {
        let row = read::settle(tx, &id)?;
        Ok(Answer::ok(FeedbackTextOut::load(tx, row)?))
    })
    .await
}
