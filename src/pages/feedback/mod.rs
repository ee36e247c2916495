//! How was it? Behind the link of a letter: first one of two buttons, then a box that may stay empty.
//! What was written is never shown again.

mod view;

use crate::base::free_text::FreeText;
use crate::base::moment::Moment;
use crate::feedback::FeedbackGiven;
use crate::feedback::service::give::{answer, look};
use crate::mail::link::{FeedbackLink, FeedbackPurpose, Refused};
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use view::FeedbackView;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/feedback/{token}")
            .route(web::get().to(show_feedback))
            .route(web::post().to(give_feedback)),
    );
}

async fn show_feedback(visit: Visit, token: web::Path<String>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read_public(move |tx| {
            let view = FeedbackView { head: &head, words, token: &token, wrong: None };
            let link = match opened(&token, &head, tx.now()) {
                Ok(link) => link,
                Err(refused) => return Ok(dead(&view, refused)),
            };
            Ok(match look(tx, &link)? {
                Some(shown) => HtmlPage::ok(view.page(&shown)),
                None => dead(&view, Refused::NotOurs),
            })
        })
        .await
}

async fn give_feedback(
    visit: Visit,
    token: web::Path<String>,
    form: Option<web::Form<Vec<(String, String)>>>,
) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let fields = form.map(web::Form::into_inner).unwrap_or_default();
    visit
        .write_public(move |tx| {
            let view = FeedbackView { head: &head, words, token: &token, wrong: None };
            let link = match opened(&token, &head, tx.now()) {
                Ok(link) => link,
                Err(refused) => return Ok(Next::Show(dead(&view, refused))),
            };
            let Some(shown) = look(tx, &link)? else {
                return Ok(Next::Show(dead(&view, Refused::NotOurs)));
            };
            let page = Next::GoTo(format!("/feedback/{}", token.as_str()));
            match given(&fields) {
                Ok(given)
                    if given.good.is_none() && (shown.good.is_none() || given.said.is_none()) =>
                {
                    Ok(page)
                }
                Ok(given) => answer(tx, &link, given).map(|_| page),
                Err(typed) => {
                    let view = FeedbackView { wrong: Some(typed), ..view };
                    let (status, html) = (StatusCode::UNPROCESSABLE_ENTITY, view.page(&shown));
                    Ok(Next::Show(HtmlPage { status, html }))
                }
            }
        })
        .await
}

/// What a form says; the text, where it is too long.
fn given(fields: &[(String, String)]) -> Result<FeedbackGiven, &str> {
    let value = |name: &str| {
        let found = fields.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    };
    let good = match value("good") {
        Some("yes") => Some(true),
        Some("no") => Some(false),
        _ => None,
    };
    let text = value("text").unwrap_or_default();
    let said = FreeText::read("/text", Some(text)).map_err(|_| text)?;
    Ok(FeedbackGiven { good, said })
}

fn opened(token: &str, head: &Letterhead, now: Moment) -> Result<FeedbackLink, Refused> {
    head.links.open(FeedbackPurpose::Say, token, now)
}

fn dead(view: &FeedbackView<'_>, refused: Refused) -> HtmlPage {
    let status = match refused {
        Refused::NotOurs => StatusCode::NOT_FOUND,
        Refused::Expired => StatusCode::GONE,
    };
    HtmlPage { status, html: view.dead(refused) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_one_thing_or_the_other() {
        let sent = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        let good = |value: &str| given(&sent("good", value)).ok().map(|given| given.good);
        assert_eq!(good("yes"), Some(Some(true)));
        assert_eq!(good("no"), Some(Some(false)));
        assert_eq!(good("perhaps"), Some(None));
        let text = given(&sent("text", " Too cold ")).ok().and_then(|given| given.said);
        assert_eq!(text.as_ref().map(FreeText::reveal), Some("Too cold"));
        assert!(given(&sent("text", " ")).is_ok_and(|given| given.said.is_none()));
        assert!(given(&sent("text", &"x".repeat(301))).is_err());
    }
}
