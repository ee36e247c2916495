//! Languages over REST: which there are, and how administrators correct, confirm and add to them.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::language;
use crate::base::text;
use crate::settings::translations::{AddedLanguage, TextToCheck, TranslationState, service};
use crate::web::{Answer, Api, ApiResult, Body, List, Nothing, Query, ServiceConfig, faults};
use crate::words::Words;
use crate::words::direction::direction;
use crate::words::languages::Languages;
use actix_web::web::Path;
use actix_web::{delete, get, post, put};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

faults! {
    LanguageFaults: NotFound;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .service(list_languages)
        .service(add_language)
        .service(remove_language)
        .service(list_texts)
        .service(write_text)
        .service(write_texts)
        .service(confirm_texts);
}

/// A language that families can choose.
#[derive(Serialize, ToSchema)]
pub(crate) struct LanguageOut {
    /// Its tag (BCP 47).
    #[schema(example = "ur")]
    pub tag: String,
    /// What its readers call it.
    #[schema(example = "اردو")]
    pub own_name: String,
    /// `rtl` where it is written from right to left, else `ltr`.
    #[schema(example = "rtl")]
    pub direction: &'static str,
    /// Whether some of its texts were translated by a machine and confirmed by nobody.
    pub made_by_machine: bool,
}

impl LanguageOut {
    fn of(words: Words) -> LanguageOut {
        LanguageOut {
            tag: words.language().to_owned(),
            own_name: words.own_name().to_owned(),
            direction: words.direction(),
            made_by_machine: words.is_machine_made(),
        }
    }
}

impl From<AddedLanguage> for LanguageOut {
    fn from(added: AddedLanguage) -> LanguageOut {
        LanguageOut {
            direction: direction(&added.tag),
            tag: added.tag,
            own_name: added.own_name,
            made_by_machine: true,
        }
    }
}

/// List the languages that families can choose
///
/// English first. A change by an administrator is seen here within seconds.
#[utoipa::path(tag = "languages", security(()),
    responses((status = 200, body = List<LanguageOut>)))]
#[get("/languages")]
async fn list_languages(api: Api) -> ApiResult {
    let languages = api.app().store.memory::<Languages>();
    api.read_public(move |_| {
        let items = languages.all().into_iter().map(LanguageOut::of).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// A language to add.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"own_name": "Soomaali"}))]
pub(crate) struct LanguageIn {
    /// What its readers call it.
    #[schema(min_length = 1, max_length = 60)]
    pub own_name: String,
}

/// Add a language, or rename one that was added
///
/// Families can choose it from now on. What it has no text for is shown in English.
#[utoipa::path(tag = "languages", request_body = LanguageIn,
    params(("language" = String, Path, description = "Its tag, as so.")),
    responses((status = 200, body = LanguageOut)))]
#[put("/languages/{language}")]
async fn add_language(api: Api, path: Path<String>, body: Body<LanguageIn>) -> ApiResult {
    api.write(Act::Translate, body, move |tx, input| {
        let tag = language::tag("/language", &path)?;
        let added = service::add(tx, &tag, &text::line("/own_name", &input.own_name, 60)?)?;
        Ok(Answer::ok(LanguageOut::from(added)))
    })
    .await
}

/// Remove a language that was added, with its texts
///
/// Families that chose it read English from now on.
#[utoipa::path(tag = "languages",
    params(("language" = String, Path, description = "Its tag, as so.")),
    responses((status = 200, body = LanguageOut), LanguageFaults))]
#[delete("/languages/{language}")]
async fn remove_language(api: Api, path: Path<String>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::Translate, body, move |tx, _| {
        Ok(Answer::ok(LanguageOut::from(service::remove(tx, &path)?)))
    })
    .await
}

/// Which texts to list.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedTexts {
    /// Only those in this state.
    pub state: Option<TranslationState>,
    /// Only those of this part, such as `mail`.
    #[param(example = "mail", max_length = 40)]
    pub part: Option<String>,
    /// `true`: only those beside which English stands until they are confirmed.
    pub core: Option<bool>,
}

impl WantedTexts {
    fn fits(&self, text: &TextToCheck) -> bool {
        self.state.is_none_or(|state| state == text.state)
            && self.part.as_deref().is_none_or(|part| part == text.part)
            && self.core.is_none_or(|core| core == text.is_core)
    }
}

/// A text in one language.
#[derive(Serialize, ToSchema)]
pub(crate) struct TranslatedTextOut {
    /// Its name in the program.
    #[schema(example = "booking-booked")]
    pub key: String,
    /// Which part of the service it is in.
    #[schema(example = "booking")]
    pub part: &'static str,
    /// The English, in the syntax of Project Fluent.
    #[schema(example = "You are booked")]
    pub english: String,
    /// The same in this language; `null` where there is none.
    pub text: Option<String>,
    /// How far it can be relied on.
    pub state: TranslationState,
    /// Whether English stands beside it until it is confirmed.
    pub core: bool,
    /// Whether families read English until it is confirmed, because they agree to it.
    pub consent: bool,
    /// Who confirmed it.
    pub confirmed_by: Option<String>,
}

impl From<TextToCheck> for TranslatedTextOut {
    fn from(text: TextToCheck) -> TranslatedTextOut {
        TranslatedTextOut {
            key: text.key,
            part: text.part,
            english: text.english,
            text: text.text,
            state: text.state,
            core: text.is_core,
            consent: text.is_consent,
            confirmed_by: text.confirmed_by,
        }
    }
}

/// List what families read in a language
///
/// In the order of the service, all at once.
#[utoipa::path(tag = "languages",
    params(("language" = String, Path, description = "Its tag, as pl."), WantedTexts),
    responses((status = 200, body = List<TranslatedTextOut>), LanguageFaults))]
#[get("/languages/{language}/texts")]
async fn list_texts(api: Api, path: Path<String>, query: Query<WantedTexts>) -> ApiResult {
    api.read(Act::Translate, move |tx| {
        let wanted = query.read()?;
        let texts = service::of_language(tx, &path)?;
        let wanted = texts.into_iter().filter(|text| wanted.fits(text));
        Ok(Answer::ok(List { items: wanted.map(TranslatedTextOut::from).collect(), next: None }))
    })
    .await
}

/// A text to write.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "Masz miejsce"}))]
pub(crate) struct TranslatedTextIn {
    /// In the syntax of Project Fluent, with the gaps of the English and, where it chooses by a
    /// number, every form that the language has.
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
}

/// Write a text in a language
///
/// Families read it within seconds. Nobody has confirmed it yet, even where the text before was
/// confirmed.
#[utoipa::path(tag = "languages", request_body = TranslatedTextIn,
    params(("language" = String, Path, description = "Its tag, as pl."),
        ("key" = String, Path, description = "The name of the text, as booking-booked.")),
    responses((status = 200, body = TranslatedTextOut), LanguageFaults))]
#[put("/languages/{language}/texts/{key}")]
async fn write_text(
    api: Api,
    path: Path<(String, String)>,
    body: Body<TranslatedTextIn>,
) -> ApiResult {
    api.write(Act::Translate, body, move |tx, input| {
        let (language, key) = path.as_ref();
        let text = service::write(tx, language, key, &input.text)?;
        Ok(Answer::ok(TranslatedTextOut::from(text)))
    })
    .await
}

/// A file of texts.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"file": "booking-booked = Masz miejsce\nbooking-waiting = Jesteś na liście"}))]
pub(crate) struct TranslatedFileIn {
    /// Texts with their keys, in the syntax of Project Fluent.
    #[schema(min_length = 1, max_length = 100000)]
    pub file: String,
}

/// Write many texts in a language
///
/// All of the file, or nothing where one of its texts is not sound. What changes is not confirmed
/// yet; what stands there already in the same words stays as it is. Returns what changed.
#[utoipa::path(tag = "languages", request_body = TranslatedFileIn,
    params(("language" = String, Path, description = "Its tag, as pl.")),
    responses((status = 200, body = List<TranslatedTextOut>), LanguageFaults))]
#[put("/languages/{language}/texts")]
async fn write_texts(api: Api, path: Path<String>, body: Body<TranslatedFileIn>) -> ApiResult {
    api.write(Act::Translate, body, move |tx, input| {
        let changed = service::write_file(tx, &path, &input.file)?;
        let items = changed.into_iter().map(TranslatedTextOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Texts that a person has read in both languages.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Agnieszka Nowak, interpreter", "keys": ["booking-booked"]}))]
pub(crate) struct ConfirmTextsIn {
    /// Who read them.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// The names of the texts.
    #[schema(min_items = 1, max_items = 200)]
    pub keys: Vec<String>,
}

/// Confirm texts of a language
///
/// English no longer stands beside them, and what families agree to is shown in that language.
#[utoipa::path(tag = "languages", request_body = ConfirmTextsIn,
    params(("language" = String, Path, description = "Its tag, as pl.")),
    responses((status = 200, body = List<TranslatedTextOut>), LanguageFaults))]
#[post("/languages/{language}/confirm")]
async fn confirm_texts(api: Api, path: Path<String>, body: Body<ConfirmTextsIn>) -> ApiResult {
    api.write(Act::Translate, body, move |tx, input| {
        let by = text::name("/name", &input.name)?;
        if input.keys.is_empty() {
            return Err(Fault::invalid("/keys", "Name at least one text."));
        }
        text::at_most("/keys", &input.keys, 200)?;
        let confirmed = service::confirm(tx, &path, &input.keys, &by)?;
        let items = confirmed.into_iter().map(TranslatedTextOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}
