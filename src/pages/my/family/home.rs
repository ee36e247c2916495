//! Where a family lives.

use super::people::{newly_shown, own_household};
use super::reading::{Reading, expected, why_not};
use super::said::{Form, form};
use crate::access::Act;
use crate::base::fault::Result;
use crate::base::text;
use crate::bookings::service::own_change::change_own;
use crate::families::lives::Lives;
use crate::families::service::change::FamilyChange;
use crate::families::{Family, PostcodeReason};
use crate::mail::words::Letterhead;
use crate::membership::service::enrol_known;
use crate::web::form::{Field, Wrong, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/my/family/home").route(web::get().to(ask)).route(web::post().to(save)),
    );
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct HomeForm {
    version: String,
    postcode: String,
    no_postcode: String,
    address: String,
}

impl HomeForm {
    fn of(family: &Family) -> HomeForm {
        let none = if family.postcode.is_none() { "yes" } else { "" };
        HomeForm {
            version: family.version.to_string(),
            postcode: family.postcode.clone().unwrap_or_default(),
            no_postcode: none.to_owned(),
            address: family.address.clone().unwrap_or_default(),
        }
    }

    fn read(&self, words: Words) -> Result<FamilyChange, Vec<Wrong>> {
        let mut reading = Reading::new(words);
        let typed = Some(self.postcode.as_str()).filter(|text| !text.trim().is_empty());
        let none = !self.no_postcode.is_empty();
        if typed.is_none() && !none {
            reading.refuse("postcode", "my-wrong-postcode");
        }
        let reason = none.then_some(PostcodeReason::NotGiven);
        let lives = Lives::said("/postcode", typed, reason);
        let lives = reading.take("postcode", "my-wrong-postcode", lives);
        let address = text::maybe_lines("/address", Some(&self.address), 300);
        let address = reading.take("address", "my-wrong-address", address);
        let change =
            lives.zip(address).map(|((postcode, postcode_reason), address)| FamilyChange {
                postcode: Some(postcode),
                postcode_reason,
                address: Some(address),
                ..FamilyChange::default()
            });
        reading.done(change)
    }
}

async fn ask(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::ChangeFamily, move |tx| {
            let sent = HomeForm::of(&newly_shown(tx)?.family);
            Ok(Next::Show(HtmlPage::ok(sheet(&head, words, &sent, &[]))))
        })
        .await
}

async fn save(visit: Visit, sent: web::Form<HomeForm>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write(Act::ChangeFamily, move |tx| {
            let family = own_household(tx)?.family;
            let wrong = match sent.read(words) {
                Err(wrong) => wrong,
                Ok(change) => match change_own(tx, &family.id, &expected(&sent.version), change) {
                    Ok(changed) => {
                        enrol_known(tx, &changed.household)?;
                        return Ok(Next::GoTo("/my/family?done=saved".to_owned()));
                    }
                    Err(fault) => vec![why_not(words, &fault).ok_or(fault)?],
                },
            };
            let sent = HomeForm { version: family.version.to_string(), ..sent.clone() };
            let html = sheet(&head, words, &sent, &wrong);
            Ok(Next::Show(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html }))
        })
        .await
}

fn sheet(head: &Letterhead, words: Words, sent: &HomeForm, wrong: &[Wrong]) -> Markup {
    let address = wrong_with(wrong, "address");
    let inside = html! {
        input type="hidden" name="version" value=(sent.version);
        (field(words, &Field {
            name: "postcode",
            label: &words.say("my-postcode"),
            value: &sent.postcode,
            fills: "postal-code",
            wrong: wrong_with(wrong, "postcode"),
            ..Field::default()
        }))
        label.tick {
            input type="checkbox" name="no_postcode" value="yes" checked[!sent.no_postcode.is_empty()];
            span { (words.say("my-no-postcode")) }
        }
        div.wrong[address.is_some()] {
            label for="address" { (words.say("my-address")) }
            p.hint id="address-hint" { (words.say("my-address-hint")) }
            @if let Some(wrong) = address {
                p.error id="address-error" {
                    span.hidden { (words.say("error")) " " } (wrong)
                }
            }
            textarea id="address" name="address" rows="4" autocomplete="street-address"
                aria-describedby={ "address-hint" @if address.is_some() { " address-error" } }
                aria-invalid=[address.map(|_| "true")] { (sent.address) }
        }
    };
    let heading = words.say("my-home");
    form(head, &Form { words, heading, action: "/my/family/home", wrong, inside })
}
