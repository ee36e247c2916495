//! Questions and answers over REST.

use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::families::answers::{AnswerSaid, FamilyAnswer, Question, questions, service};
use crate::families::service::scope_of;
use crate::web::{Answer, Api, ApiResult, Body, List, ServiceConfig};
use actix_web::put;
use actix_web::web::Path;
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(answer_question);
}

/// An answer to one question.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"subject_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "question": "allergies", "value": "nuts"}))]
pub(crate) struct AnswerIn {
    /// The family, or one of its carers or children; the family if left out.
    pub subject_id: Option<String>,
    /// Which question.
    pub question: Question,
    /// A code from `GET /questions`, or text; empty withdraws the answer.
    pub value: String,
}

/// Answer a question for a family, or withdraw the answer
#[utoipa::path(tag = "families", request_body = AnswerIn,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 200, body = List<FamilyAnswer>)))]
#[put("/families/{id}/answers")]
async fn answer_question(api: Api, id: Path<FamilyId>, body: Body<AnswerIn>) -> ApiResult {
    api.write(Act::ChangeFamily, body, move |tx, input| {
        let said = questions::read("/value", input.question, &input.value)?;
        let subject = input.subject_id.as_deref().unwrap_or(id.as_str());
        let household = service::answer(tx, &id, subject, &said)?;
        let scope = scope_of(tx, &household.family)?;
        let items = service::visible(tx, &household, &scope)?;
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Answers sent with a family or person, by question.
pub(crate) fn read(pointer: &str, sent: &BTreeMap<Question, String>) -> Result<Vec<AnswerSaid>> {
    let one = |(question, value): (&Question, &String)| {
        questions::read(&format!("{pointer}/answers/{}", question.as_str()), *question, value)
    };
    sent.iter().map(one).collect()
}
