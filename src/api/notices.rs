//! Notices over REST: what anybody may read, and how managers publish them.

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::language;
use crate::base::moment::Moment;
use crate::base::text;
use crate::membership::notices::{Notice, service, service::Write, store};
use crate::web::{Answer, Api, ApiResult, Body, List, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, post, put};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

faults! {
    KeepFaults: NotFound, NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .service(get_current_notice)
        .service(list_notices)
        .service(publish_notice)
        .service(translate_notice)
        .service(confirm_notice);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LanguageIn {
    /// A language tag; English if it is left out or nobody has confirmed that language.
    #[param(example = "pl")]
    pub language: Option<String>,
}

/// How a family's information is used, as families are shown it.
#[derive(Serialize, ToSchema)]
pub(crate) struct CurrentNoticeOut {
    /// Kept with a membership as what was shown.
    #[schema(example = 1)]
    pub version: i32,
    /// The language of the text, which may differ from the one requested.
    #[schema(example = "en")]
    pub language: String,
    /// Its heading.
    pub title: String,
    /// Paragraphs, with an empty line between.
    pub body: String,
}

/// Read how a family's information is used
///
/// The newest version. Show it before a family joins, and send its language with the family.
#[utoipa::path(tag = "membership", params(LanguageIn), security(()),
    responses((status = 200, body = CurrentNoticeOut)))]
#[get("/notices/current")]
async fn get_current_notice(api: Api, query: Query<LanguageIn>) -> ApiResult {
    api.read_public(move |tx| {
        let asked = query.read()?.language.unwrap_or_default();
        let Notice { version, language, title, body, .. } = service::current(tx, &asked)?;
        Ok(Answer::ok(CurrentNoticeOut { version, language, title, body }))
    })
    .await
}

/// One version of the notice in one language.
#[derive(Serialize, ToSchema)]
pub(crate) struct NoticeOut {
    /// Version 1 comes with the service.
    #[schema(example = 2)]
    pub version: i32,
    /// Its language tag.
    #[schema(example = "pl")]
    pub language: String,
    /// Its heading.
    pub title: String,
    /// Paragraphs, with an empty line between.
    pub body: String,
    /// The same in a few sentences, for the back of a card.
    pub card_text: String,
    /// Whether families are shown it: English, and what a person has confirmed.
    pub counts: bool,
    /// Who read the translation and says that it is right.
    pub confirmed_by: Option<String>,
    /// When.
    pub confirmed_at: Option<Moment>,
}

impl From<Notice> for NoticeOut {
    fn from(notice: Notice) -> NoticeOut {
        NoticeOut {
            counts: notice.counts(),
            version: notice.version,
            language: notice.language,
            title: notice.title,
            body: notice.body,
            card_text: notice.card_text,
            confirmed_by: notice.confirmed_by,
            confirmed_at: notice.confirmed_at,
        }
    }
}

/// List every version of the notice in every language
#[utoipa::path(tag = "membership", responses((status = 200, body = List<NoticeOut>)))]
#[get("/notices")]
async fn list_notices(api: Api) -> ApiResult {
    api.read(Act::KeepNotices, |tx| {
        let items = store::all(tx)?.into_iter().map(NoticeOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

fn words(sent: &Write) -> Result<Write> {
    Ok(Write {
        title: text::line("/title", &sent.title, 120)?,
        body: text::lines("/body", &sent.body, 8_000)?,
        card_text: text::lines("/card_text", &sent.card_text, 600)?,
    })
}

/// Publish a new version of the notice, in English
///
/// Families are shown it from now on. Families that were shown an older one keep it on record.
#[utoipa::path(tag = "membership", request_body = Write,
    responses((status = 201, body = NoticeOut)))]
#[post("/notices")]
async fn publish_notice(api: Api, body: Body<Write>) -> ApiResult {
    api.write(Act::KeepNotices, body, |tx, input| {
        Ok(Answer::created(NoticeOut::from(service::publish(tx, words(input)?)?)))
    })
    .await
}

/// Translate a version of the notice
///
/// Nobody is shown it until a person confirms it, and it can be changed until then.
#[utoipa::path(tag = "membership", request_body = Write,
    params(("version" = i32, Path, description = "The version it is a translation of."),
        ("language" = String, Path, description = "The language tag, as pl.")),
    responses((status = 200, body = NoticeOut), KeepFaults))]
#[put("/notices/{version}/texts/{language}")]
async fn translate_notice(api: Api, path: Path<(String, String)>, body: Body<Write>) -> ApiResult {
    api.write(Act::KeepNotices, body, move |tx, input| {
        let (version, language) = named(&path)?;
        let notice = service::translate(tx, version, &language, words(input)?)?;
        Ok(Answer::ok(NoticeOut::from(notice)))
    })
    .await
}

/// Who confirms a translation.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Agnieszka Nowak, interpreter"}))]
pub(crate) struct ConfirmNoticeIn {
    /// The person who read it in that language.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
}

/// Confirm a translation
///
/// From now on families that read that language are shown it.
#[utoipa::path(tag = "membership", request_body = ConfirmNoticeIn,
    params(("version" = i32, Path, description = "The version."),
        ("language" = String, Path, description = "The language tag, as pl.")),
    responses((status = 200, body = NoticeOut), KeepFaults))]
#[post("/notices/{version}/texts/{language}/confirm")]
async fn confirm_notice(
    api: Api,
    path: Path<(String, String)>,
    body: Body<ConfirmNoticeIn>,
) -> ApiResult {
    api.write(Act::KeepNotices, body, move |tx, input| {
        let (version, language) = named(&path)?;
        let by = text::name("/name", &input.name)?;
        Ok(Answer::ok(NoticeOut::from(service::confirm(tx, version, &language, &by)?)))
    })
    .await
}

fn named((version, tag): &(String, String)) -> Result<(i32, String)> {
    let version = version.parse().map_err(|_| Fault::not_found("notice"))?;
    Ok((version, language::tag("", tag)?))
}
