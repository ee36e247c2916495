//! A family's children: a new one is added; what is said of one on record, that it was born or that
//! its name or date is wrong, is a request that staff settle.

use super::people::own_household;
use super::reading::{Reading, Typed, why_not};
use super::said::{Form, form};
use crate::access::Act;
use crate::base::fault::{Expected, Fault, Result};
use crate::base::id::ChildId;
use crate::base::text;
use crate::bookings::service::child_requests::ask as ask_staff;
use crate::bookings::service::own_change::change_own;
use crate::db::Tx;
use crate::families::add::{Birth, UNNAMED};
use crate::families::requests::{Baby, ChildChange};
use crate::families::service::change::{ChangeChild, FamilyChange};
use crate::families::{Child, Household};
use crate::mail::words::Letterhead;
use crate::membership::service::enrol_known;
use crate::web::form::{DateBoxes, Field, Wrong, date_boxes, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/my/family/children/new")
                .route(web::get().to(ask_new))
                .route(web::post().to(add)),
        )
        .service(
            web::resource("/my/family/children/{id}")
                .route(web::get().to(ask_change))
                .route(web::post().to(correct)),
        )
        .service(
            web::resource("/my/family/children/{id}/born")
                .route(web::get().to(ask_born))
                .route(web::post().to(say_born)),
        );
}

/// What the form holds; what is left out is empty.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct ChildForm {
    name: String,
    /// Of a new child: `yes` or `no`.
    is_born: String,
    born_day: String,
    born_month: String,
    born_year: String,
    due_day: String,
    due_month: String,
    due_year: String,
}

/// What the form is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    New,
    /// Another name or day of birth.
    Correction,
    /// The same of a child that is expected.
    OfExpected,
    Birth,
}

impl Asks {
    fn about(child: &Child) -> Asks {
        if child.born_on.is_some() { Asks::Correction } else { Asks::OfExpected }
    }
}

impl ChildForm {
    fn of(child: &Child) -> ChildForm {
        let parts = |day: Option<NaiveDate>| {
            day.map(|day| [day.day().to_string(), day.month().to_string(), day.year().to_string()])
                .unwrap_or_default()
        };
        let [born_day, born_month, born_year] = parts(child.born_on);
        let [due_day, due_month, due_year] = parts(child.due_on);
        let born_day = if child.born_month_only { String::new() } else { born_day };
        let name = child.name.clone();
        ChildForm {
            name,
            born_day,
            born_month,
            born_year,
            due_day,
            due_month,
            due_year,
            ..ChildForm::default()
        }
    }

    fn born(&self) -> Typed<'_> {
        Typed { day: &self.born_day, month: &self.born_month, year: &self.born_year }
    }

    fn due(&self) -> Typed<'_> {
        Typed { day: &self.due_day, month: &self.due_month, year: &self.due_year }
    }

    /// The name and the birth. An expected child needs no name.
    fn read(
        &self,
        words: Words,
        asks: Asks,
        (month_will_do, today): (bool, NaiveDate),
    ) -> Result<(String, Birth), Vec<Wrong>> {
        let mut reading = Reading::new(words);
        let expected = asks == Asks::OfExpected || (asks == Asks::New && self.is_born == "no");
        let name = match expected && self.name.trim().is_empty() {
            true => Some(UNNAMED.to_owned()),
            false => reading.take("name", "my-wrong-child-name", text::name("/name", &self.name)),
        };
        let birth = match (asks, self.is_born.as_str()) {
            (Asks::New, "yes") | (Asks::Correction | Asks::Birth, _) => {
                reading.born(&self.born(), month_will_do, today)
            }
            (Asks::New, "no") | (Asks::OfExpected, _) => reading.due(&self.due(), today),
            (Asks::New, _) => {
                reading.refuse("is_born_yes", "my-wrong-is-born");
                None
            }
        };
        reading.done(name.zip(birth))
    }
}

async fn ask_new(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::ChangeFamily, move |tx| {
            own_household(tx)?;
            let sheet = Sheet { head: &head, words, asks: Asks::New, action: NEW };
            Ok(Next::Show(HtmlPage::ok(sheet.draw(&ChildForm::default(), &[]))))
        })
        .await
}

const NEW: &str = "/my/family/children/new";

async fn add(visit: Visit, sent: web::Form<ChildForm>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write(Act::ChangeFamily, move |tx| {
            let household = own_household(tx)?;
            let sheet = Sheet { head: &head, words, asks: Asks::New, action: NEW };
            let (name, birth) = match sent.read(words, Asks::New, (false, tx.today())) {
                Ok(read) => read,
                Err(wrong) => return Ok(sheet.again(&sent, &wrong)),
            };
            let said = ChildChange::details(&name, birth);
            // Pressed twice, it is one child.
            if !household.children.iter().any(|child| ChildChange::of(child) == said) {
                let child = ChangeChild { id: None, name, birth, answers: Vec::new() };
                let change = FamilyChange { children: vec![child], ..FamilyChange::default() };
                let changed = change_own(tx, &household.family.id, &Expected::Any, change)?;
                enrol_known(tx, &changed.household)?;
            }
            Ok(Next::GoTo("/my/family?done=saved".to_owned()))
        })
        .await
}

async fn ask_change(visit: Visit, id: web::Path<ChildId>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::ChangeFamily, move |tx| {
            let (_, child) = own_child(tx, &id)?;
            let action = format!("/my/family/children/{}", *id);
            let sheet = Sheet { head: &head, words, asks: Asks::about(&child), action: &action };
            Ok(Next::Show(HtmlPage::ok(sheet.draw(&ChildForm::of(&child), &[]))))
        })
        .await
}

async fn correct(visit: Visit, id: web::Path<ChildId>, sent: web::Form<ChildForm>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write(Act::ChangeFamily, move |tx| {
            let (household, child) = own_child(tx, &id)?;
            let action = format!("/my/family/children/{}", *id);
            let asks = Asks::about(&child);
            let sheet = Sheet { head: &head, words, asks, action: &action };
            let day = (child.born_month_only, tx.today());
            let (name, birth) = match sent.read(words, asks, day) {
                Ok(read) => read,
                Err(wrong) => return Ok(sheet.again(&sent, &wrong)),
            };
            let asked = ChildChange::details(&name, birth);
            if asked == ChildChange::of(&child) {
                return Ok(Next::GoTo("/my/family".to_owned()));
            }
            sheet.asked(tx, &household, (&child, &asked), &sent)
        })
        .await
}

async fn ask_born(visit: Visit, id: web::Path<ChildId>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::ChangeFamily, move |tx| {
            own_child(tx, &id)?;
            let action = format!("/my/family/children/{}/born", *id);
            let sheet = Sheet { head: &head, words, asks: Asks::Birth, action: &action };
            Ok(Next::Show(HtmlPage::ok(sheet.draw(&ChildForm::default(), &[]))))
        })
        .await
}

async fn say_born(
    visit: Visit,
    id: web::Path<ChildId>,
    sent: web::Form<ChildForm>,
) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write(Act::ChangeFamily, move |tx| {
            let (household, child) = own_child(tx, &id)?;
            let action = format!("/my/family/children/{}/born", *id);
            let sheet = Sheet { head: &head, words, asks: Asks::Birth, action: &action };
            let baby = match sent.read(words, Asks::Birth, (false, tx.today())) {
                Ok((name, Birth::Born(born_on))) => Baby { name, born_on },
                Ok(_) => return Err(Fault::internal("a birth was read without its day")),
                Err(wrong) => return Ok(sheet.again(&sent, &wrong)),
            };
            let asked = ChildChange::Birth { babies: vec![baby] };
            sheet.asked(tx, &household, (&child, &asked), &sent)
        })
        .await
}

/// A child of the asking parent's household.
fn own_child(tx: &mut Tx, id: &ChildId) -> Result<(Household, Child)> {
    let household = own_household(tx)?;
    let child = household.child(id).filter(|child| child.is_spoken_of()).cloned();
    Ok((household, child.ok_or_else(|| Fault::not_found("child"))?))
}

struct Sheet<'a> {
    head: &'a Letterhead,
    words: Words,
    asks: Asks,
    action: &'a str,
}

impl Sheet<'_> {
    /// Asks staff for the change; where it cannot be, the form says why.
    fn asked(
        &self,
        tx: &mut Tx,
        household: &Household,
        (child, asked): (&Child, &ChildChange),
        sent: &ChildForm,
    ) -> Result<Next> {
        match ask_staff(tx, &household.family.id, &child.id, asked) {
            Ok(_) => Ok(Next::GoTo("/my/family?done=asked".to_owned())),
            Err(fault) => {
                let wrong = why_not(self.words, &fault).ok_or(fault)?;
                Ok(self.again(sent, &[wrong]))
            }
        }
    }

    fn again(&self, sent: &ChildForm, wrong: &[Wrong]) -> Next {
        let html = self.draw(sent, wrong);
        Next::Show(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html })
    }

    fn draw(&self, sent: &ChildForm, wrong: &[Wrong]) -> Markup {
        let Sheet { head, words, asks, action } = *self;
        let (heading, line) = match asks {
            Asks::New => ("my-add-child", None),
            Asks::Correction | Asks::OfExpected => ("my-correct-child", Some("my-we-check")),
            Asks::Birth => ("my-baby-born", Some("my-twins")),
        };
        let inside = html! {
            @if let Some(line) = line { p { (words.say(line)) } }
            (field(words, &Field {
                name: "name",
                label: &words.say("my-child-name"),
                value: &sent.name,
                wrong: wrong_with(wrong, "name"),
                ..Field::default()
            }))
            @if asks == Asks::New { (is_born(words, sent, wrong)) }
            @if asks != Asks::OfExpected {
                (date_boxes(words, &DateBoxes {
                    name: "born",
                    legend: &words.say("my-born"),
                    hint: &words.say("my-born-hint"),
                    typed: [&sent.born_day, &sent.born_month, &sent.born_year],
                    wrong: wrong_with(wrong, "born_day"),
                }))
            }
            @if matches!(asks, Asks::New | Asks::OfExpected) {
                (date_boxes(words, &DateBoxes {
                    name: "due",
                    legend: &words.say("my-due"),
                    hint: "",
                    typed: [&sent.due_day, &sent.due_month, &sent.due_year],
                    wrong: wrong_with(wrong, "due_day"),
                }))
            }
        };
        form(head, &Form { words, heading: words.say(heading), action, wrong, inside })
    }
}

fn is_born(words: Words, sent: &ChildForm, wrong: &[Wrong]) -> Markup {
    let wrong = wrong_with(wrong, "is_born_yes");
    html! {
        fieldset.wrong[wrong.is_some()] aria-describedby=[wrong.map(|_| "is_born-error")] {
            legend { (words.say("my-is-born")) }
            @if let Some(wrong) = wrong {
                p.error id="is_born-error" { span.hidden { (words.say("error")) " " } (wrong) }
            }
            @for (value, key) in [("yes", "my-is-born-yes"), ("no", "my-is-born-no")] {
                label.tick {
                    input type="radio" id={ "is_born_" (value) } name="is_born" value=(value)
                        checked[sent.is_born == value];
                    span { (words.say(key)) }
                }
            }
        }
    }
}
