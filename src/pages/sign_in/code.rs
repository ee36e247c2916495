//! Signing in with a code: it is asked for, then typed in the same browser, or the button behind its
//! link is pressed there. A link that is only opened uses nothing, so that programs which look at
//! mail do no harm; in another browser it shows the code to type.

use super::view::{self, ASK, BORN, CODE, CONFIRM, EMAIL, More, POSTCODE, Typed};
use crate::access::secret::Secret;
use crate::access::service::one_address;
use crate::access::service::sign_in::begin_in_browser;
use crate::base::fault::{Code, Fault, Result};
use crate::base::text;
use crate::families;
use crate::membership::sign_in::service::{self, Ask, Confirm, LinkSeen, MORE_NEEDED, WRONG_CODE};
use crate::membership::sign_in::{Details, LASTS, Proof};
use crate::membership::sign_up::Contact;
use crate::web::cookies::StaySignedIn;
use crate::web::form::{Wrong, typed_day};
use crate::web::html::HtmlPage;
use crate::web::language::{chosen, keep_named};
use crate::web::visit::{
    SIGN_IN, Visit, asked_for, code_asked, go_to, kept_by_parent, own_path, signed_in_by_code,
};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

const UNPROCESSABLE: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource(ASK).route(web::get().to(show)).route(web::post().to(ask)))
        .service(web::resource(CONFIRM).route(web::post().to(confirm)))
        .service(
            web::resource("/sign-in/link/{token}")
                .route(web::get().to(look))
                .route(web::post().to(follow)),
        );
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct AskForm {
    family_email: String,
    next: String,
}

async fn ask(visit: Visit, form: web::Form<AskForm>) -> HttpResponse {
    let (words, head) = (visit.words(), visit.head());
    let next = own_path(&form.next).to_owned();
    let lasts = visit.app().gate.access_lasts();
    let by_text = visit.app().store.sends_texts();
    let again = |status: StatusCode, field: &str, key: &str| {
        let wrong = [Wrong::new(field, words.say(key))];
        let family_email = form.family_email.as_str();
        let typed = Typed { family_email, next: &next, lasts, by_text, ..Typed::default() };
        Ok(HtmlPage { status, html: view::door(&head, words, &typed, &wrong) })
    };
    let wrong = if by_text { "sign-in-either-wrong" } else { "sign-in-email-wrong" };
    let Some(contact) = contact(&form.family_email, by_text) else {
        return visit.show(again(UNPROCESSABLE, EMAIL, wrong));
    };
    let language = Some(words.language().to_owned());
    let asks = Ask { contact, address: one_address(visit.address()), language };
    match visit.written(move |tx| service::ask(tx, &asks)).await {
        Ok(request) => code_asked(visit.app(), (&request, LASTS), ASK, &next),
        Err(fault) if fault.code() == Code::TooManyAttempts => {
            visit.show(again(StatusCode::TOO_MANY_REQUESTS, "", "sign-in-too-many"))
        }
        Err(fault) => visit.show::<HtmlPage>(Err(fault)),
    }
}

/// An address, or a number that texts can go to, where they are sent.
fn contact(typed: &str, by_text: bool) -> Option<Contact> {
    if let Ok(email) = text::email("/email", typed) {
        return Some(Contact::Email(email));
    }
    let phone = text::phone("/phone", typed).ok().filter(|_| by_text)?;
    text::mobile(&phone).map(|_| Contact::Phone(phone))
}

/// The page to type the code on; it can be opened again until the code is too old.
async fn show(visit: Visit, request: HttpRequest) -> HttpResponse {
    if asked_for(&request).is_none() {
        return go_to(SIGN_IN);
    }
    let by_text = visit.app().store.sends_texts();
    let html = view::code_page(&visit.head(), visit.words(), (by_text, false), &[]);
    visit.show(Ok(HtmlPage::ok(html)))
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct ConfirmForm {
    code: String,
    alone: String,
    born_day: String,
    born_month: String,
    born_year: String,
    postcode: String,
}

impl ConfirmForm {
    fn is_alone(&self) -> bool {
        !self.alone.is_empty()
    }

    fn stays(&self) -> StaySignedIn {
        if self.is_alone() { StaySignedIn::Long } else { StaySignedIn::UntilClosed }
    }

    fn more<'a>(&'a self, action: &'a str) -> More<'a> {
        More {
            action,
            code: &self.code,
            alone: self.is_alone(),
            born: [&self.born_day, &self.born_month, &self.born_year],
            postcode: &self.postcode,
        }
    }

    /// What was said of the family; nothing where nothing was asked yet.
    fn details(&self, words: Words) -> Result<Option<Details>, Vec<Wrong>> {
        let all = [&self.born_day, &self.born_month, &self.born_year, &self.postcode];
        if all.iter().all(|typed| typed.trim().is_empty()) {
            return Ok(None);
        }
        let born_on = typed_day([&self.born_day, &self.born_month, &self.born_year]);
        let postcode = text::postcode("/postcode", &self.postcode).ok();
        match (born_on, postcode) {
            (Some(born_on), Some(postcode)) => Ok(Some(Details { born_on, postcode })),
            (born_on, postcode) => {
                let born = born_on
                    .is_none()
                    .then(|| Wrong::new(&format!("{BORN}_day"), words.say("sign-in-born-wrong")));
                let postcode = postcode
                    .is_none()
                    .then(|| Wrong::new(POSTCODE, words.say("sign-in-postcode-wrong")));
                Err(born.into_iter().chain(postcode).collect())
            }
        }
    }
}

async fn confirm(visit: Visit, form: web::Form<ConfirmForm>, request: HttpRequest) -> HttpResponse {
    let Some((asked, next)) = asked_for(&request) else { return go_to(SIGN_IN) };
    let code = form.code.clone();
    let proof = move || Proof::Code { request: asked.clone(), code: code.clone() };
    sign_in(visit, &form, (CONFIRM, &next), proof).await
}

async fn look(visit: Visit, token: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let (action, asked) = (request.path().to_owned(), asked_for(&request));
    visit
        .read_public(move |tx| {
            let asked = asked.as_ref().map(|(secret, _)| secret);
            let html = match service::look(tx, &Secret::presented(&token), asked)? {
                Some(LinkSeen::Here) => view::link_page(&head, words, &action),
                Some(LinkSeen::Elsewhere { code }) => view::elsewhere_page(&head, words, &code),
                None => {
                    let html = view::gone_page(&head, words);
                    return Ok(HtmlPage { status: StatusCode::GONE, html });
                }
            };
            Ok(HtmlPage::ok(html))
        })
        .await
}

async fn follow(
    visit: Visit,
    token: web::Path<String>,
    form: web::Form<ConfirmForm>,
    request: HttpRequest,
) -> HttpResponse {
    let action = request.path().to_owned();
    let token = Secret::presented(&token);
    // Only the browser that asked is signed in; elsewhere the page shows the code.
    let Some((asked, next)) = asked_for(&request) else { return go_to(&action) };
    let proof = move || Proof::Link { token: token.clone(), asked: Some(asked.clone()) };
    sign_in(visit, &form, (&action, &next), proof).await
}

async fn sign_in(
    visit: Visit,
    form: &ConfirmForm,
    (action, next): (&str, &str),
    proof: impl Fn() -> Proof + Send + 'static,
) -> HttpResponse {
    let (words, head) = (visit.words(), visit.head());
    let details = match form.details(words) {
        Ok(details) => details,
        Err(wrong) => {
            let html = view::more_page(&head, words, &form.more(action), &wrong);
            return visit.show(Ok(HtmlPage { status: UNPROCESSABLE, html }));
        }
    };
    let (address, stays, told) = (one_address(visit.address()), form.stays(), details.is_some());
    let (before, chosen) = (kept_by_parent(visit.request()), chosen(visit.request()));
    let signed_in = visit.written(move |tx| {
        let confirm =
            Confirm { proof: proof(), details: details.clone(), address: address.clone() };
        let who = service::confirm(tx, &confirm)?;
        let secret = begin_in_browser(tx, &who.carer, (before.as_ref(), stays.lasts()))?;
        Ok((secret, families::service::speaks_from_now(tx, &who.carer, chosen.as_deref())?))
    });
    match signed_in.await {
        Ok((secret, language)) => {
            let mut response = signed_in_by_code(visit.app(), &secret, stays, next);
            keep_named(visit.app(), &mut response, language.as_deref());
            response
        }
        Err(fault) => {
            let page = refused(&visit, form, (action, told), fault);
            visit.show(page)
        }
    }
}

/// The same form again, or the next question.
fn refused(
    visit: &Visit,
    form: &ConfirmForm,
    (action, told): (&str, bool),
    fault: Fault,
) -> Result<HtmlPage> {
    let (words, head) = (visit.words(), visit.head());
    match (fault.code(), fault.pointer()) {
        (Code::InvalidRequest, Some(WRONG_CODE)) => {
            let wrong = [Wrong::new(CODE, words.say("sign-in-code-wrong"))];
            let by_text = visit.app().store.sends_texts();
            let html = view::code_page(&head, words, (by_text, form.is_alone()), &wrong);
            Ok(HtmlPage { status: UNPROCESSABLE, html })
        }
        (Code::InvalidRequest, Some(MORE_NEEDED)) => {
            let mut wrong = Vec::new();
            if told {
                wrong.push(Wrong::new(&format!("{BORN}_day"), words.say("sign-in-phone-us")));
            }
            let html = view::more_page(&head, words, &form.more(action), &wrong);
            let status = if told { UNPROCESSABLE } else { StatusCode::OK };
            Ok(HtmlPage { status, html })
        }
        (Code::NoLongerOpen, _) => {
            Ok(HtmlPage { status: StatusCode::GONE, html: view::gone_page(&head, words) })
        }
        _ => Err(fault),
    }
}
