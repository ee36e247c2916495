//! The questions that families are asked, over REST.

use crate::families::answers::Question;
use crate::families::answers::questions::Choices;
use crate::web::{Answer, Api, ApiResult, List, ServiceConfig};
use actix_web::get;
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_questions);
}

/// A question that a family may answer or skip.
#[derive(Serialize, ToSchema)]
pub(crate) struct QuestionOut {
    /// Its code.
    pub question: Question,
    /// Why it is asked, as families read it.
    #[schema(example = "So that you can come in and join in.")]
    pub reason: &'static str,
    /// The possible answers; left out where any text is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<Vec<&'static str>>,
}

/// List the questions a family may be asked, and why
///
/// Every question is optional.
#[utoipa::path(tag = "families", security(()),
    responses((status = 200, body = List<QuestionOut>)))]
#[get("/questions")]
async fn list_questions(api: Api) -> ApiResult {
    api.read_public(|_| {
        let out = |question: &Question| QuestionOut {
            question: *question,
            reason: question.reason(),
            choices: match question.choices() {
                Choices::Text => None,
                Choices::OneOf(codes) => Some(codes),
            },
        };
        let items = Question::ALL.iter().map(out).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}
