//! What the pages of staff, the desk and the safeguarding lead share: their frame, how moments and
//! numbers are written, what a form sent, and what is wrong with it.

use crate::access::Act;
use crate::api::sessions::wire::SessionOut;
use crate::base::calendar::completed_months;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CentreId, may_be_one};
use crate::base::moment::Moment;
use crate::centres;
use crate::db::Tx;
use crate::families::{Carer, Child};
use crate::mail::words::Letterhead;
use crate::web::form::{Wrong, error_summary};
use crate::web::layout::{self, Audience, Extras, Heading, Menu, Page};
use crate::web::visit::form_urlencoded;
use crate::words::Words;
use actix_web::http::StatusCode;
use chrono::NaiveDate;
use chrono_tz::Europe::London;
use maud::{Markup, html};
use std::collections::BTreeMap;

pub(crate) const TODAY: &str = "/today";
pub(crate) const FAMILIES: &str = "/families";

/// Those at a desk: staff, the front desk and the safeguarding lead. What they may do is asked again
/// where it is done.
pub(crate) const AT_A_DESK: Act = Act::SeeTasks;

/// One of these pages. What is wrong stands above everything and first in the title of its window.
pub(crate) struct TeamPage<'a> {
    /// Its address in the menu.
    pub here: &'a str,
    pub heading: &'a str,
    pub wrong: &'a [Wrong],
    pub main: Markup,
}

pub(crate) fn page(tx: &Tx, head: &Letterhead, page: TeamPage) -> Markup {
    let TeamPage { here, heading, wrong, main } = page;
    let main = html! { (error_summary(Words::english(), wrong)) (main) };
    let (menu, is_wrong) = (Menu::of(tx.actor()), !wrong.is_empty());
    framed(head, WorkPage { menu, here, heading, is_wrong, main })
}

/// A page for people at work, whose main part says itself what is wrong.
pub(crate) struct WorkPage<'a> {
    pub menu: Menu,
    /// Its address in the menu.
    pub here: &'a str,
    pub heading: &'a str,
    pub is_wrong: bool,
    pub main: Markup,
}

pub(crate) fn framed(head: &Letterhead, page: WorkPage) -> Markup {
    let WorkPage { menu, here, heading, is_wrong, main } = page;
    let title = if is_wrong { format!("Error: {heading}") } else { heading.to_owned() };
    let extras = Extras { here, heading: Heading::Text(heading), ..Extras::default() };
    let (organisation, audience) = (&head.organisation, Audience::Team(menu));
    layout::page_with(&Page { organisation, title: &title, audience, main }, &extras)
}

/// What stands against something, to be said on its page; what is no answer to the person there is
/// a fault as before.
pub(crate) fn to_say(fault: Fault) -> Result<(StatusCode, Fault)> {
    match fault.code() {
        Code::Internal
        | Code::Unavailable
        | Code::Busy
        | Code::NotSignedIn
        | Code::NotAllowed
        | Code::NotFound => Err(fault),
        code => {
            let status = StatusCode::from_u16(code.status()).unwrap_or(StatusCode::CONFLICT);
            Ok((status, fault))
        }
    }
}

/// What a form sent: several values may stand under one name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent(pub Vec<(String, String)>);

impl Sent {
    /// The first value, or nothing.
    pub(crate) fn one(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(of, _)| of == name).map(|(_, value)| value.trim())
    }

    pub(crate) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|sent| sent == value)
    }

    /// `None` for a box that was left empty.
    pub(crate) fn maybe(&self, name: &str) -> Option<String> {
        Some(self.one(name)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    pub(crate) fn id<T: From<String>>(&self, name: &str) -> Result<T> {
        as_id(self.one(name))
    }

    pub(crate) fn ids<T: From<String>>(&self, name: &str) -> Result<Vec<T>> {
        self.all(name).map(as_id).collect()
    }
}

fn as_id<T: From<String>>(text: &str) -> Result<T> {
    if may_be_one(text) {
        return Ok(T::from(text.to_owned()));
    }
    Err(Fault::invalid("", "This page was out of date. Open it again."))
}

/// As "Mon 23 Nov, 10:00".
pub(crate) fn when(moment: Moment) -> String {
    local(moment, "%a %-d %b, %H:%M")
}

pub(crate) fn clock(moment: Moment) -> String {
    local(moment, "%H:%M")
}

/// The clock alone for today, else with the day.
pub(crate) fn when_seen(moment: Moment, today: NaiveDate) -> String {
    if moment.civil_day() == today { clock(moment) } else { when(moment) }
}

/// As "23 Nov 2026".
pub(crate) fn short_day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

fn local(moment: Moment, pattern: &str) -> String {
    moment.utc().with_timezone(&London).format(pattern).to_string()
}

/// A few words for what a program calls with underscores.
pub(crate) fn plainly(word: &str) -> String {
    let mut letters = word.replace('_', " ").chars().collect::<Vec<_>>();
    if let Some(first) = letters.first_mut() {
        *first = first.to_ascii_uppercase();
    }
    letters.into_iter().collect()
}

/// "1 family", "3 families".
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The adults of a family as its heading.
pub(crate) fn adults(carers: &[Carer]) -> String {
    let names: Vec<String> = carers.iter().map(|carer| carer.name.clone()).collect();
    if names.is_empty() { "A family".to_owned() } else { Words::english().list(&names) }
}

/// A child with its age, as staff read it.
pub(crate) fn child_in_words(child: &Child, today: NaiveDate) -> String {
    match child.born() {
        Some(born) => format!("{}, {}", child.name, age(completed_months(born, today))),
        None => format!("{}, expected", child.name),
    }
}

pub(crate) fn age(months: i32) -> String {
    match months {
        i32::MIN..24 => count(usize::try_from(months).unwrap_or_default(), "month", "months"),
        _ => format!("{} years", months / 12),
    }
}

/// A number that a phone rings, and whose it is.
pub(crate) fn number(name: &str, phone: &str, no_voicemail: bool) -> Markup {
    html! {
        span.number {
            (name) " " (layout::phone(phone))
            @if no_voicemail { " " span.chip.soon { "Leave no message" } }
        }
    }
}

/// What has just been done.
pub(crate) fn done_box(done: Option<&str>) -> Markup {
    html! { @if let Some(done) = done { p.notice role="status" { (done) } } }
}

/// How much room a session has, in words that any of the roles may read.
pub(crate) fn room(session: &SessionOut) -> String {
    let places = match (session.places_left, session.capacity) {
        (Some(left), Some(all)) if left > 0 => format!("{left} of {all} places free"),
        (_, Some(_)) => "Full".to_owned(),
        _ => String::new(),
    };
    match session.waiting {
        Some(waiting) if waiting > 0 => format!("{places}, {waiting} waiting"),
        _ => places,
    }
}

/// The name of a centre, read once.
pub(crate) fn centre_name(
    tx: &mut Tx,
    names: &mut BTreeMap<CentreId, String>,
    id: &CentreId,
) -> Result<String> {
    if let Some(name) = names.get(id) {
        return Ok(name.clone());
    }
    let name = centres::store::centre(tx, id)?.name;
    names.insert(id.clone(), name.clone());
    Ok(name)
}

/// The way to the next page of a list.
pub(crate) fn next_page(address: &str, next: Option<&str>) -> Markup {
    let and = if address.contains('?') { '&' } else { '?' };
    html! {
        @if let Some(next) = next {
            nav.pages aria-label="More pages" {
                a.button.second href=(format!("{address}{and}after={}", form_urlencoded(next))) {
                    "Next page"
                }
            }
        }
    }
}

/// A form that is one button.
pub(crate) fn press(action: &str, hidden: &[(&str, &str)], label: &Markup) -> Markup {
    html! {
        form method="post" action=(action) {
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            button.second type="submit" { (label) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_ages_are_plain() {
        assert_eq!(plainly("session_cancelled"), "Session cancelled");
        assert_eq!(count(1, "family", "families"), "1 family");
        assert_eq!(count(0, "family", "families"), "0 families");
        assert_eq!(
            [age(1), age(23), age(24), age(47)].join("; "),
            "1 month; 23 months; 2 years; 3 years"
        );
    }

    #[test]
    fn a_form_holds_several_values_and_only_ids_that_may_be_some() {
        let sent = [("child", "a"), ("child", " b "), ("name", "")];
        let sent = Sent(sent.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec());
        assert_eq!(sent.all("child").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((sent.maybe("name"), sent.one("none")), (None, ""));
        assert!(sent.has("child", "b") && !sent.has("child", "c"));
        assert!(sent.id::<String>("child").is_err());
    }

    #[test]
    fn what_is_ours_or_not_theirs_is_not_said_on_the_page() {
        assert!(to_say(Fault::internal("a cause")).is_err());
        assert!(to_say(Fault::not_found("family")).is_err());
        let (status, _) = to_say(Fault::new(Code::OfferEnded, "Over.")).expect("it is said");
        assert_eq!(status.as_u16(), Code::OfferEnded.status());
    }
}
