//! Families for those who work with them: found by one line, made at the door, and one record with
//! what may be done for it. What a role may see of a record is decided where the API decides it.

pub(crate) mod access;
pub(crate) mod booking;
pub(crate) mod change;
pub(crate) mod duplicates;
pub(crate) mod new;
pub(crate) mod new_form;
pub(crate) mod places;
pub(crate) mod record;
pub(crate) mod record_facts;
pub(crate) mod record_view;

use super::team::{
    AT_A_DESK, FAMILIES, TeamPage, adults, centre_name, child_in_words, count, page,
};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::db::Tx;
use crate::families::Household;
use crate::mail::words::Letterhead;
use crate::membership::Standing;
use crate::membership::number::Number;
use crate::membership::service::search;
use crate::membership::store as memberships;
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::layout::phone;
use crate::web::visit::{Visit, form_urlencoded};
use crate::web::{Logged, Query};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(FAMILIES, web::get().to(show));
    new::routes(config);
    record::routes(config);
    places::routes(config);
    booking::routes(config);
    change::routes(config);
    access::routes(config);
    duplicates::routes(config);
}

/// Families on a page.
const SHOWN: usize = 20;
/// A search goes no further: to find more, type more.
const MOST_PAGES: usize = 5;
/// The longest line that is searched for.
const LONGEST: usize = 200;

#[derive(Clone, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    /// From 1.
    #[serde(default)]
    page: String,
}

/// A family that was found.
struct Found {
    household: Household,
    number: Option<Number>,
    /// It said no to being a member: it books as a guest.
    said_no: bool,
    centre: Option<String>,
}

async fn show(visit: Visit, asked: Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(AT_A_DESK, move |tx| {
            let asked = asked.read()?;
            let line = asked.q.trim();
            let at = asked.page.parse().unwrap_or(1).clamp(1, MOST_PAGES);
            if line.chars().count() > LONGEST {
                let says = format!("Search for at most {LONGEST} characters.");
                let html = sheet(tx, &head, "", None, &[Wrong::new("q", says)]);
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return Ok((HtmlPage { status, html }, None));
            }
            if line.is_empty() {
                return Ok((HtmlPage::ok(sheet(tx, &head, "", None, &[])), None));
            }
            let (found, more) = find(tx, line, at)?;
            let families = found.iter().map(|one| one.household.family.id.clone()).collect();
            let log = Logged { families, ..Logged::of(Event::ListFamilies, "") };
            let html = sheet(tx, &head, line, Some((&found, at, more)), &[]);
            Ok((HtmlPage::ok(html), Some(log)))
        })
        .await
}

/// A page of what a search finds, the best match first, and whether there is another.
fn find(tx: &mut Tx, line: &str, at: usize) -> Result<(Vec<Found>, bool)> {
    tx.actor().allow_ever(Act::SeeFamily)?;
    let households = search::find(tx, line, at * SHOWN + 1)?;
    let more = households.len() > at * SHOWN && at < MOST_PAGES;
    let mut names: BTreeMap<CentreId, String> = BTreeMap::new();
    let mut found = Vec::new();
    for household in households.into_iter().skip((at - 1) * SHOWN).take(SHOWN) {
        let centre = match &household.family.centre_id {
            Some(id) => Some(centre_name(tx, &mut names, id)?),
            None => None,
        };
        let membership = memberships::of_family(tx, &household.family.id)?;
        let said_no = membership.as_ref().is_some_and(|own| own.status == Standing::OptedOut);
        let number = membership.filter(|own| own.is_live()).map(|own| own.number);
        found.push(Found { household, number, said_no, centre });
    }
    Ok((found, more))
}

fn sheet(
    tx: &mut Tx,
    head: &Letterhead,
    line: &str,
    found: Option<(&[Found], usize, bool)>,
    wrong: &[Wrong],
) -> Markup {
    let today = tx.today();
    let makes = tx.actor().may_ever(Act::MakeFamily);
    let row = |one: &Found| {
        let household = &one.household;
        let children: Vec<String> = household
            .children
            .iter()
            .filter(|child| child.is_spoken_of())
            .map(|child| child_in_words(child, today))
            .collect();
        let phone_of = household.carers.iter().find_map(|carer| carer.phone.as_deref());
        html! {
            li.box {
                h2 { a href={ (FAMILIES) "/" (household.family.id) } { (adults(&household.carers)) } }
                p {
                    @if children.is_empty() { "No children on record" } @else { (children.join("; ")) }
                }
                p.quiet {
                    @match &one.number {
                        Some(number) => { "Number " (number) }
                        None if one.said_no => "Book as a guest",
                        None if household.family.guest => "Guest",
                        None => "No membership",
                    }
                    @if let Some(centre) = &one.centre { " · " (centre) }
                    @if let Some(number) = phone_of { " · " (phone(number)) }
                    @if household.family.restricted { " " span.chip.full { "Restricted" } }
                }
            }
        }
    };
    let main = html! {
        form.filters method="get" action=(FAMILIES) {
            label for="q" { "Find a family" }
            p.hint id="q-hint" {
                "Number, names in any spelling, a child’s birth date, postcode, phone or e-mail"
            }
            input id="q" name="q" type="search" value=(line) maxlength=(LONGEST)
                aria-describedby="q-hint" autocomplete="off";
            button type="submit" { "Find" }
        }
        @if let Some((found, at, more)) = found {
            p role="status" {
                @if found.is_empty() { "Nobody found for “" (line) "”. Try fewer words, or another spelling." }
                @else if at == 1 && !more { (count(found.len(), "family", "families")) " found" }
                @else { "Page " (at) ", the best matches first" }
            }
            ul.found { @for one in found { (row(one)) } }
            @if at > 1 || more {
                nav.pages aria-label="More pages" {
                    @if at > 1 { a.button.second href=(address(line, at - 1)) { "Previous page" } }
                    @if more { a.button.second href=(address(line, at + 1)) { "Next page" } }
                }
            }
        }
        @if makes {
            p { a.button.second href=(new_address(line)) { "New family" } }
        }
    };
    page(tx, head, TeamPage { here: FAMILIES, heading: "Families", wrong, main })
}

fn address(line: &str, page: usize) -> String {
    format!("{FAMILIES}?q={}&page={page}", form_urlencoded(line))
}

/// The form of a new family begins with what was looked for, where that reads like a name.
fn new_address(line: &str) -> String {
    let is_name = !line.is_empty() && line.chars().all(|c| c.is_alphabetic() || " '-".contains(c));
    match is_name {
        true => format!("{FAMILIES}/new?name={}", form_urlencoded(line)),
        false => format!("{FAMILIES}/new"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_is_carried_into_the_form_of_a_new_family() {
        for (line, leads) in [
            ("Ada Moss", "/families/new?name=Ada+Moss"),
            ("O'Neil-Smith", "/families/new?name=O%27Neil-Smith"),
            ("48210934", "/families/new"),
            ("M31 4FL", "/families/new"),
            ("", "/families/new"),
        ] {
            assert_eq!(new_address(line), leads, "{line}");
        }
    }
}
