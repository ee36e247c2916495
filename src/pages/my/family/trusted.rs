//! The adults who may bring a family's children: which children, and until when.

use super::people::{newly_shown, own_household};
use super::reading::{Reading, Typed};
use super::said::{FAMILY, Form, form};
use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::{ChildId, TrustedAdultId};
use crate::base::text;
use crate::families::trusted::service::{AddTrusted, add as add_adult, remove as remove_adult};
use crate::families::trusted::store;
use crate::families::{Child, Relationship, TrustedAdult};
use crate::mail::words::Letterhead;
use crate::pages::my::frame::{Ask, MyPage, ask, page};
use crate::web::form::{DateBoxes, Field, Wrong, date_boxes, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::words::{Words, say};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::BTreeSet;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/my/family/trusted/new")
                .route(web::get().to(ask_new))
                .route(web::post().to(add)),
        )
        .service(
            web::resource("/my/family/trusted/{id}/remove")
                .route(web::get().to(ask_remove))
                .route(web::post().to(remove)),
        );
}

/// What the form holds: several children stand under one name.
#[derive(Clone, Default)]
struct TrustedForm(Vec<(String, String)>);

impl TrustedForm {
    fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(of, _)| of == name).map_or("", |(_, value)| value.as_str())
    }

    fn has(&self, child: &ChildId) -> bool {
        self.0.iter().any(|(of, value)| of == "child" && value == child.as_str())
    }

    fn until(&self) -> Typed<'_> {
        let part = |name| self.one(name);
        Typed { day: part("until_day"), month: part("until_month"), year: part("until_year") }
    }

    fn read(
        &self,
        words: Words,
        own: &[Child],
        today: NaiveDate,
    ) -> Result<AddTrusted, Vec<Wrong>> {
        let mut reading = Reading::new(words);
        let name = text::name("/name", self.one("name"));
        let name = reading.take("name", "my-wrong-adult-name", name);
        let phone = Some(self.one("phone")).filter(|text| !text.trim().is_empty());
        let phone = phone
            .map(|typed| reading.take("phone", "my-wrong-phone", text::phone("/phone", typed)));
        let relationship = Relationship::parse(self.one("relationship"));
        if relationship.is_none() {
            reading.refuse("relationship", "my-wrong-relationship");
        }
        let chosen = own.iter().filter(|child| self.has(&child.id));
        let child_ids: Vec<ChildId> = chosen.map(|child| child.id.clone()).collect();
        if child_ids.is_empty() {
            let (field, key) = match own.is_empty() {
                true => ("", "my-wrong-no-children"),
                false => ("child_0", "my-wrong-children"),
            };
            reading.refuse(field, key);
        }
        let typed = self.until();
        let until = typed.date().filter(|day| *day >= today);
        if !typed.is_empty() && until.is_none() {
            reading.refuse("until_day", "my-wrong-until");
        }
        let add = name.zip(relationship).map(|(name, relationship)| AddTrusted {
            name,
            relationship,
            phone: phone.flatten(),
            child_ids,
            until,
        });
        reading.done(add)
    }
}

async fn ask_new(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::ChangeFamily, move |tx| {
            let children = spoken_of(newly_shown(tx)?.children);
            let sent = TrustedForm::default();
            Ok(Next::Show(HtmlPage::ok(sheet(&head, words, (&sent, &children), &[]))))
        })
        .await
}

async fn add(visit: Visit, sent: web::Form<Vec<(String, String)>>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let sent = TrustedForm(sent.into_inner());
    visit
        .write(Act::ChangeFamily, move |tx| {
            let household = own_household(tx)?;
            let children = spoken_of(household.children);
            match sent.read(words, &children, tx.today()) {
                Ok(add) => {
                    let today = tx.today();
                    let known = store::of_family(tx, &household.family.id, today)?;
                    // Pressed twice, it is one adult.
                    if !known.iter().any(|adult| is_same(adult, &add)) {
                        add_adult(tx, &household.family.id, add)?;
                    }
                    Ok(Next::GoTo("/my/family?done=saved".to_owned()))
                }
                Err(wrong) => {
                    let html = sheet(&head, words, (&sent, &children), &wrong);
                    Ok(Next::Show(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html }))
                }
            }
        })
        .await
}

async fn ask_remove(visit: Visit, id: web::Path<TrustedAdultId>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::ChangeFamily, move |tx| {
            let family = own_household(tx)?.family.id;
            let today = tx.today();
            let adults = store::of_family(tx, &family, today)?;
            let adult = adults.into_iter().find(|adult| adult.id == *id);
            let adult = adult.ok_or_else(|| Fault::not_found("trusted adult"))?;
            let action = format!("/my/family/trusted/{}/remove", *id);
            let main = ask(&Ask {
                line: &say!(words, "my-ask-remove-line", name = adult.name),
                action: &action,
                yes: &words.say("my-remove-yes"),
                no: &words.say("my-keep"),
                back: FAMILY,
            });
            let heading = words.say("my-ask-remove");
            let shown = MyPage { words, here: "", heading, is_wrong: false, main };
            Ok(Next::Show(HtmlPage::ok(page(&head, shown))))
        })
        .await
}

async fn remove(visit: Visit, id: web::Path<TrustedAdultId>) -> HttpResponse {
    visit
        .write(Act::ChangeFamily, move |tx| {
            let family = own_household(tx)?.family.id;
            remove_adult(tx, &family, &id)?;
            Ok(Next::GoTo("/my/family?done=saved".to_owned()))
        })
        .await
}

fn is_same(known: &TrustedAdult, add: &AddTrusted) -> bool {
    let ids = |ids: &[ChildId]| ids.iter().cloned().collect::<BTreeSet<_>>();
    known.name == add.name
        && known.relationship == add.relationship
        && known.until == add.until
        && ids(&known.child_ids) == ids(&add.child_ids)
}

fn spoken_of(children: Vec<Child>) -> Vec<Child> {
    children.into_iter().filter(Child::is_spoken_of).collect()
}

fn sheet(
    head: &Letterhead,
    words: Words,
    (sent, children): (&TrustedForm, &[Child]),
    wrong: &[Wrong],
) -> Markup {
    let text = |name: &str, label: &str, kind: &str| {
        field(
            words,
            &Field {
                name,
                label: &words.say(label),
                value: sent.one(name),
                kind,
                wrong: wrong_with(wrong, name),
                ..Field::default()
            },
        )
    };
    let until = sent.until();
    let inside = html! {
        (text("name", "my-adult-name", "text"))
        (relationships(words, sent, wrong_with(wrong, "relationship")))
        (text("phone", "my-adult-phone", "tel"))
        (which_children(words, (sent, children), wrong_with(wrong, "child_0")))
        (date_boxes(words, &DateBoxes {
            name: "until",
            legend: &words.say("my-until-when"),
            hint: &words.say("my-until-when-hint"),
            typed: [until.day, until.month, until.year],
            wrong: wrong_with(wrong, "until_day"),
        }))
    };
    let heading = words.say("my-add-adult");
    form(head, &Form { words, heading, action: "/my/family/trusted/new", wrong, inside })
}

fn relationships(words: Words, sent: &TrustedForm, wrong: Option<&str>) -> Markup {
    html! {
        div.wrong[wrong.is_some()] {
            label for="relationship" { (words.say("my-relationship")) }
            (error(words, "relationship", wrong))
            select id="relationship" name="relationship" aria-invalid=[wrong.map(|_| "true")]
                aria-describedby=[wrong.map(|_| "relationship-error")] {
                option value="" { (words.say("my-choose")) }
                @for one in Relationship::ALL {
                    option value=(one.as_str()) selected[sent.one("relationship") == one.as_str()] {
                        (relationship_words(words, *one))
                    }
                }
            }
        }
    }
}

fn which_children(
    words: Words,
    (sent, children): (&TrustedForm, &[Child]),
    wrong: Option<&str>,
) -> Markup {
    html! {
        fieldset.wrong[wrong.is_some()] aria-describedby=[wrong.map(|_| "child_0-error")] {
            legend { (words.say("my-which-children")) }
            (error(words, "child_0", wrong))
            @for (at, child) in children.iter().enumerate() {
                label.tick {
                    input type="checkbox" id={ "child_" (at) } name="child" value=(child.id)
                        checked[sent.has(&child.id)];
                    span { (child.name) }
                }
            }
        }
    }
}

fn error(words: Words, name: &str, wrong: Option<&str>) -> Markup {
    html! {
        @if let Some(wrong) = wrong {
            p.error id={ (name) "-error" } { span.hidden { (words.say("error")) " " } (wrong) }
        }
    }
}

pub(crate) fn relationship_words(words: Words, relationship: Relationship) -> String {
    words.say(match relationship {
        Relationship::Grandparent => "my-relationship-grandparent",
        Relationship::Childminder => "my-relationship-childminder",
        Relationship::Relative => "my-relationship-relative",
        Relationship::Friend => "my-relationship-friend",
        Relationship::Other => "my-relationship-other",
    })
}
