//! One question, why it is asked, and the family's answer. An empty answer takes it back.

use super::people::own_household;
use super::said::{Form, answer_words, form, question_words, reason};
use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::db::Tx;
use crate::families::answers::questions::{Choices, read};
use crate::families::answers::{Question, service};
use crate::families::service::scope_of;
use crate::families::{Household, answers};
use crate::mail::words::Letterhead;
use crate::web::form::{Field, Wrong, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::words::{Words, say};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/my/family/questions/{subject}/{question}")
            .route(web::get().to(ask))
            .route(web::post().to(save)),
    );
}

type AboutPath = web::Path<(String, String)>;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct AnswerForm {
    value: String,
}

async fn ask(visit: Visit, path: AboutPath) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::ChangeFamily, move |tx| {
            let asked = Asked::find(tx, &path)?;
            let scope = scope_of(tx, &asked.household.family)?;
            let known = answers::service::visible(tx, &asked.household, &scope)?;
            let of = |one: &&answers::FamilyAnswer| {
                one.subject_id == asked.subject && one.question == asked.question
            };
            let value = known.iter().find(of).map(|one| one.value.clone()).unwrap_or_default();
            let html = asked.sheet(&head, words, &AnswerForm { value }, &[]);
            Ok(Next::Show(HtmlPage::ok(html)))
        })
        .await
}

async fn save(visit: Visit, path: AboutPath, sent: web::Form<AnswerForm>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write(Act::ChangeFamily, move |tx| {
            let asked = Asked::find(tx, &path)?;
            match read("/value", asked.question, &sent.value) {
                Ok(said) => {
                    let family = asked.household.family.id.clone();
                    service::answer(tx, &family, &asked.subject, &said)?;
                    Ok(Next::GoTo("/my/family?done=saved".to_owned()))
                }
                Err(_) => {
                    let wrong = [Wrong::new(asked.first_box(), words.say("my-wrong-answer"))];
                    let html = asked.sheet(&head, words, &sent, &wrong);
                    Ok(Next::Show(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html }))
                }
            }
        })
        .await
}

/// A question about the family, one of its children, or the carer who asks.
struct Asked {
    household: Household,
    subject: String,
    /// Whose answer it is; of the family itself, nobody's.
    name: Option<String>,
    question: Question,
}

impl Asked {
    fn find(tx: &mut Tx, path: &(String, String)) -> Result<Asked> {
        let unknown = || Fault::not_found("question");
        let (subject, question) = path;
        let question = Question::parse(question).ok_or_else(unknown)?;
        let household = own_household(tx)?;
        let own = tx.actor().carer_id.clone();
        let mut children = household.children.iter().filter(|child| child.is_spoken_of());
        let mut carers = household.carers.iter().filter(|carer| own.as_ref() == Some(&carer.id));
        let child = children.find(|child| child.id.as_str() == subject).map(|one| &one.name);
        let carer = carers.find(|carer| carer.id.as_str() == subject).map(|one| &one.name);
        let name = child.or(carer).cloned();
        if name.is_none() && household.family.id.as_str() != subject {
            return Err(unknown());
        }
        Ok(Asked { subject: subject.clone(), name, question, household })
    }

    /// Where what is wrong leads.
    fn first_box(&self) -> &'static str {
        match self.question.choices() {
            Choices::Text => "value",
            Choices::OneOf(_) => "value_0",
        }
    }

    fn sheet(&self, head: &Letterhead, words: Words, sent: &AnswerForm, wrong: &[Wrong]) -> Markup {
        let asks = question_words(words, self.question);
        let heading = match &self.name {
            Some(name) => say!(words, "my-question-about", question = asks, name = name.clone()),
            None => asks,
        };
        let wrong_here = wrong_with(wrong, self.first_box());
        let inside = html! {
            p { (reason(words, self.question)) }
            @match self.question.choices() {
                Choices::Text => (field(words, &Field {
                    name: "value",
                    label: &words.say("my-answer"),
                    hint: &words.say("my-answer-hint"),
                    value: &sent.value,
                    wrong: wrong_here,
                    ..Field::default()
                })),
                Choices::OneOf(codes) => (self.choices(words, &codes, (&sent.value, wrong_here))),
            }
        };
        let action = format!("/my/family/questions/{}/{}", self.subject, self.question.as_str());
        form(head, &Form { words, heading, action: &action, wrong, inside })
    }

    fn choices(
        &self,
        words: Words,
        codes: &[&str],
        (chosen, wrong): (&str, Option<&str>),
    ) -> Markup {
        let none = (String::new(), words.say("my-answer-none"));
        let labelled =
            codes.iter().map(|code| ((*code).to_owned(), answer_words(words, self.question, code)));
        html! {
            fieldset.wrong[wrong.is_some()] aria-describedby=[wrong.map(|_| "value_0-error")] {
                legend { (words.say("my-answer")) }
                @if let Some(wrong) = wrong {
                    p.error id="value_0-error" {
                        span.hidden { (words.say("error")) " " } (wrong)
                    }
                }
                @for (at, (code, label)) in labelled.chain([none]).enumerate() {
                    label.tick {
                        input type="radio" id={ "value_" (at) } name="value" value=(code)
                            checked[chosen == code];
                        span { (label) }
                    }
                }
            }
        }
    }
}
