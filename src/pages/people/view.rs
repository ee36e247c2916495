//! The page with the people who work with the service.

use crate::access::accounts::Account;
use crate::access::{Role, RoleAt};
use crate::base::id::AccountId;
use crate::mail::words::Letterhead;
use crate::pages::team::{WorkPage, framed};
use crate::partners::Partner;
use crate::web::List;
use crate::web::form::{Field, Wrong, error_summary, field, wrong_with};
use crate::web::layout::Menu;
use crate::web::visit::form_urlencoded;
use crate::words::Words;
use maud::{Markup, html};
use serde::Deserialize;

pub(super) const PEOPLE: &str = "/admin/people";

/// A person as they were typed in.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    pub name: String,
    pub email: String,
    pub role: String,
    pub centre: String,
    pub partner: String,
    pub team: String,
}

pub(super) struct People<'a> {
    pub head: &'a Letterhead,
    pub menu: Menu,
    /// Whoever looks: nobody ends their own access here.
    pub own: Option<&'a AccountId>,
    pub people: &'a List<Account>,
    /// Id and name.
    pub centres: &'a [(String, String)],
    pub partners: &'a [Partner],
    pub typed: &'a Typed,
    pub wrong: &'a [Wrong],
}

/// The roles that can be given here; a parent's comes with a family.
const ROLES: [(Role, &str); 7] = [
    (Role::Staff, "Staff"),
    (Role::FrontDesk, "Front desk"),
    (Role::Volunteer, "Volunteer"),
    (Role::Manager, "Manager"),
    (Role::Professional, "Professional"),
    (Role::SafeguardingLead, "Safeguarding lead"),
    (Role::Administrator, "Administrator"),
];

pub(super) fn page(page: &People<'_>) -> Markup {
    let main = html! {
        (error_summary(Words::english(), page.wrong))
        div.wide {
            table {
                thead { tr {
                    th scope="col" { "Name" }
                    th scope="col" { "Roles" }
                    th scope="col" { "Access" }
                } }
                tbody { @for person in &page.people.items { (row(page, person)) } }
            }
        }
        @if let Some(next) = &page.people.next {
            nav.pages aria-label="More pages" {
                a.button.second href={ (PEOPLE) "?after=" (form_urlencoded(next)) } { "Next" }
            }
        }
        (new_person(page))
    };
    let (menu, is_wrong) = (page.menu, !page.wrong.is_empty());
    framed(page.head, WorkPage { menu, here: PEOPLE, heading: "People", is_wrong, main })
}

fn row(page: &People<'_>, person: &Account) -> Markup {
    let is_own = page.own == Some(&person.id);
    let ended = person.disabled_at.is_some();
    let action = format!("{PEOPLE}/{}/access", person.id);
    html! {
        tr {
            th scope="row" { bdi { (person.name) } br; span.hint { (person.email) } }
            td { @for held in &person.roles { (role(page, held)) br; } }
            td {
                @if is_own { "You" } @else {
                    form method="post" action=(action) {
                        input type="hidden" name="ends" value=(!ended);
                        button.second type="submit" {
                            @if ended { "Give access back" } @else { "End access" }
                            span.hidden { " of " (person.name) }
                        }
                    }
                }
            }
        }
    }
}

/// A role in words, with where it is held.
fn role(page: &People<'_>, held: &RoleAt) -> String {
    let named = ROLES.iter().find(|(role, _)| *role == held.role);
    let role = named.map_or("Parent", |(_, name)| name);
    let centre = held.centre.as_ref().map(|held| {
        let centre = page.centres.iter().find(|(id, _)| id == held.as_str());
        centre.map_or(held.as_str(), |(_, name)| name)
    });
    centre.map_or_else(|| role.to_owned(), |centre| format!("{role}, {centre}"))
}

fn new_person(page: &People<'_>) -> Markup {
    let (words, typed) = (Words::english(), page.typed);
    let wrong = |name| wrong_with(page.wrong, name);
    let centres = page.centres.iter().map(|(id, name)| (id.as_str(), name.as_str()));
    let partners = page.partners.iter().map(|one| (one.id.as_str(), one.name.as_str()));
    let roles = ROLES.iter().map(|(role, name)| (role.as_str(), *name));
    html! {
        h2 { "Add a person" }
        p { "They choose their password at " a href="/password/forgotten" { "Forgotten your password?" } "." }
        form method="post" action=(PEOPLE) novalidate {
            (field(words, &Field {
                name: "name", label: "Name", value: &typed.name, wrong: wrong("name"), ..Field::default()
            }))
            (field(words, &Field {
                name: "email", label: "Email address", value: &typed.email, kind: "email",
                wrong: wrong("email"), ..Field::default()
            }))
            (choice(("role", "Role"), roles, &typed.role, wrong("role")))
            (choice(("centre", "Centre, for staff, front desk and volunteers; all where none is chosen"),
                [("", "All centres")].into_iter().chain(centres), &typed.centre, wrong("centre")))
            (choice(("partner", "Partner, for a professional"),
                [("", "None")].into_iter().chain(partners), &typed.partner, wrong("partner")))
            (field(words, &Field {
                name: "team", label: "Team, for a professional", hint: "Those of one team see each other’s referrals",
                value: &typed.team, wrong: wrong("team"), ..Field::default()
            }))
            p { button type="submit" { "Add person" } }
        }
    }
}

fn choice<'a>(
    (name, label): (&str, &str),
    options: impl Iterator<Item = (&'a str, &'a str)>,
    chosen: &str,
    wrong: Option<&str>,
) -> Markup {
    let error = format!("{name}-error");
    html! {
        div.wrong[wrong.is_some()] {
            label for=(name) { (label) }
            @if let Some(wrong) = wrong { p.error id=(error) { (wrong) } }
            select id=(name) name=(name) aria-describedby=[wrong.map(|_| &error)]
                aria-invalid=[wrong.map(|_| "true")] {
                @for (value, label) in options {
                    option value=(value) selected[value == chosen] { (label) }
                }
            }
        }
    }
}
