//! A carer's own name and how to reach them. A new e-mail address is used once its holder has
//! confirmed it.

use super::people::{newly_shown, own_carer, own_household};
use super::reading::{Reading, expected, why_not};
use super::said::{Form, form};
use crate::access::Act;
use crate::base::fault::Result;
use crate::base::text;
use crate::bookings::service::own_change::change_own;
use crate::families::add::AddCarer;
use crate::families::service::change::FamilyChange;
use crate::families::{Carer, Household};
use crate::mail::words::Letterhead;
use crate::membership::service::enrol_known;
use crate::web::form::{Field, Wrong, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::layout;
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/my/family/me").route(web::get().to(ask)).route(web::post().to(save)),
    );
}

/// What the form holds; what is left out is empty.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct MeForm {
    version: String,
    name: String,
    email: String,
    phone: String,
    by_email: String,
    by_text: String,
    by_phone: String,
    by_voicemail: String,
    by_post: String,
}

impl MeForm {
    fn of(carer: &Carer, household: &Household) -> MeForm {
        let tick = |on: bool| if on { "yes".to_owned() } else { String::new() };
        MeForm {
            version: household.family.version.to_string(),
            name: carer.name.clone(),
            email: carer.email.clone().unwrap_or_default(),
            phone: carer.phone.clone().unwrap_or_default(),
            by_email: tick(carer.mail_allowed),
            by_text: tick(!carer.no_text),
            by_phone: tick(!carer.no_call),
            by_voicemail: tick(!carer.no_voicemail),
            by_post: tick(!carer.no_post),
        }
    }

    fn read(&self, words: Words) -> Result<AddCarer, Vec<Wrong>> {
        let mut reading = Reading::new(words);
        let name = reading.take("name", "my-wrong-name", text::name("/name", &self.name));
        let filled = |text: &str| !text.trim().is_empty();
        let email = filled(&self.email).then(|| text::email("/email", &self.email));
        let email = email.map(|read| reading.take("email", "my-wrong-email", read));
        let phone = filled(&self.phone).then(|| text::phone("/phone", &self.phone));
        let phone = phone.map(|read| reading.take("phone", "my-wrong-phone", read));
        if email.is_none() && phone.is_none() {
            reading.refuse("email", "my-wrong-no-way");
        }
        let not = |tick: &str| Some(tick.is_empty());
        let carer = name.map(|name| AddCarer {
            name,
            email: email.flatten(),
            phone: phone.flatten(),
            mail_allowed: Some(!self.by_email.is_empty()),
            no_text: not(&self.by_text),
            no_call: not(&self.by_phone),
            no_voicemail: not(&self.by_voicemail),
            no_post: not(&self.by_post),
            ..AddCarer::default()
        });
        reading.done(carer)
    }
}

async fn ask(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::ChangeFamily, move |tx| {
            let household = newly_shown(tx)?;
            let carer = own_carer(tx, &household)?;
            let sent = MeForm::of(&carer, &household);
            Ok(Next::Show(HtmlPage::ok(sheet(&head, words, &sent, &[]))))
        })
        .await
}

async fn save(visit: Visit, sent: web::Form<MeForm>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write(Act::ChangeFamily, move |tx| {
            let household = own_household(tx)?;
            let known = own_carer(tx, &household)?;
            let wrong = match sent.read(words) {
                Err(wrong) => wrong,
                Ok(carer) => {
                    let is_new = carer.email.is_some() && carer.email != known.email;
                    let carers = vec![(Some(known.id), carer)];
                    let change = FamilyChange { carers, ..FamilyChange::default() };
                    let version = expected(&sent.version);
                    match change_own(tx, &household.family.id, &version, change) {
                        Ok(changed) => {
                            enrol_known(tx, &changed.household)?;
                            let done = if is_new { "address" } else { "saved" };
                            return Ok(Next::GoTo(format!("/my/family?done={done}")));
                        }
                        Err(fault) => vec![why_not(words, &fault).ok_or(fault)?],
                    }
                }
            };
            let sent = MeForm { version: household.family.version.to_string(), ..sent.clone() };
            let html = sheet(&head, words, &sent, &wrong);
            Ok(Next::Show(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html }))
        })
        .await
}

fn sheet(head: &Letterhead, words: Words, sent: &MeForm, wrong: &[Wrong]) -> Markup {
    let say = |key: &str| words.say(key);
    let boxes = [
        ("name", "my-your-name", "", "text", "name", &sent.name),
        ("email", "my-your-email", "my-your-email-hint", "email", "email", &sent.email),
        ("phone", "my-your-phone", "", "tel", "tel", &sent.phone),
    ];
    let ticks = [
        ("by_email", "my-by-email", &sent.by_email),
        ("by_text", "my-by-text", &sent.by_text),
        ("by_phone", "my-by-phone", &sent.by_phone),
        ("by_voicemail", "my-by-voicemail", &sent.by_voicemail),
        ("by_post", "my-by-post", &sent.by_post),
    ];
    let inside = html! {
        input type="hidden" name="version" value=(sent.version);
        @for (name, label, hint, kind, fills, value) in boxes {
            (field(words, &Field {
                name,
                label: &say(label),
                hint: &if hint.is_empty() { String::new() } else { say(hint) },
                value,
                kind,
                fills,
                wrong: wrong_with(wrong, name),
                ..Field::default()
            }))
        }
        fieldset {
            legend { (say("my-may-we")) }
            @for (name, label, value) in ticks { (tick(name, &layout::said(words, label), !value.is_empty())) }
        }
    };
    form(head, &Form { words, heading: say("my-you"), action: "/my/family/me", wrong, inside })
}

fn tick(name: &str, label: &Markup, on: bool) -> Markup {
    html! {
        label.tick { input type="checkbox" name=(name) value="yes" checked[on]; span { (label) } }
    }
}
