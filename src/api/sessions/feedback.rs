//! A parent says how a session was, over REST.

use crate::access::Act;
use crate::base::fault::Result;
use crate::base::free_text::FreeText;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::feedback::service::give;
use crate::feedback::{FeedbackGiven, FeedbackShown};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

faults! {
    GiveFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_feedback).service(give_feedback);
}

/// How a session was for a family. Its words are shown to nobody here, not even to it.
#[derive(Serialize, ToSchema)]
pub(crate) struct FeedbackOut {
    /// Which session.
    pub session_id: SessionId,
    /// Whether it was good; `null` until the family has said so.
    pub good: Option<bool>,
    /// When it said so.
    pub answered_at: Option<Moment>,
    /// Whether it wrote something that nobody has read yet.
    pub is_written: bool,
    /// It can be said and changed before this.
    pub until: Moment,
}

impl FeedbackOut {
    fn of(session_id: &SessionId, shown: FeedbackShown) -> FeedbackOut {
        let FeedbackShown { good, answered_at, is_written, until, .. } = shown;
        FeedbackOut { session_id: session_id.clone(), good, answered_at, is_written, until }
    }
}

/// How a session was.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"good": true, "text": "The room was a little cold."}))]
pub(crate) struct FeedbackIn {
    /// Whether it was good.
    pub good: bool,
    /// Anything to change? Staff of the centre read it within two working days; it replaces what
    /// nobody has read yet. If somebody is in danger, phone 999.
    #[schema(max_length = 300)]
    pub text: Option<String>,
}

impl FeedbackIn {
    fn given(&self) -> Result<FeedbackGiven> {
        let said = FreeText::read("/text", self.text.as_deref())?;
        Ok(FeedbackGiven { good: Some(self.good), said })
    }
}

/// Get what your family said of a session
///
/// For a session that your family came to.
#[utoipa::path(tag = "feedback", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = FeedbackOut)))]
#[get("/sessions/{id}/feedback")]
async fn get_feedback(api: Api, id: Path<SessionId>) -> ApiResult {
    api.read(Act::GiveFeedback, move |tx| {
        let shown = give::own(tx, &id)?;
        Ok(Answer::ok(FeedbackOut::of(&id, shown)))
    })
    .await
}

/// Say how a session was
///
/// For two weeks after a session that your family came to; each time it replaces what was said
/// before.
#[utoipa::path(tag = "feedback", request_body = FeedbackIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = FeedbackOut), GiveFaults))]
#[put("/sessions/{id}/feedback")]
async fn give_feedback(api: Api, id: Path<SessionId>, body: Body<FeedbackIn>) -> ApiResult {
    api.write(Act::GiveFeedback, body, move |tx, input| {
        let shown = give::give(tx, &id, input.given()?)?;
        Ok(Answer::ok(FeedbackOut::of(&id, shown)))
    })
    .await
}
