//! Somebody who is not on the list: a member by the card, a new family, a guest, or people who are
//! only counted.

use super::party::new_name;
use super::sent::RegisterForm;
use crate::attendance::Mark;
use crate::web::form::{DateBoxes, Field, Wrong, date_boxes, field, wrong_with};
use crate::words::Words;
use maud::{Markup, html};

pub(crate) struct WalkIns<'a> {
    pub action: &'a str,
    /// May make a family a member.
    pub makes: bool,
    /// What stood in the form that was refused, and what is wrong with it.
    pub typed: &'a RegisterForm,
    pub wrong: &'a [Wrong],
}

pub(crate) fn section(walk_ins: &WalkIns) -> Markup {
    let nothing = RegisterForm::default();
    let typed = |how: &str| if walk_ins.typed.how == how { walk_ins.typed } else { &nothing };
    let boxed = |name, label, value, kind, keys| Field {
        name,
        label,
        value,
        kind,
        keys,
        wrong: wrong_with(walk_ins.wrong, name),
        ..Field::default()
    };
    let [number, member, guest, count] = ["number", "member", "guest", "head_count"].map(typed);
    let words = Words::english();
    let field = |of: &Field| field(words, of);
    html! {
        section id="walk-in" aria-labelledby="walk-in-title" tabindex="-1" {
            h2 id="walk-in-title" { "Somebody who is not on the list" }
            (form(walk_ins.action, "number", &html! {
                (field(&boxed("number", "Number on the card", &number.number, "text", "numeric")))
                p.actions { button type="submit" { "Came" span.hidden { " by this number" } } }
            }))
            @if walk_ins.makes { details open[!member.how.is_empty()] {
                summary { "A new family" }
                (form(walk_ins.action, "member", &html! {
                    (field(&boxed("name", "Adult’s name", &member.name, "", "")))
                    (field(&boxed("phone", "Phone number", &member.phone, "tel", "tel")))
                    (field(&boxed("email", "Or email address", &member.email, "email", "email")))
                    (field(&boxed("postcode", "Postcode", &member.postcode, "", "")))
                    (field(&boxed("child_name", "Child’s name", &member.child_name, "", "")))
                    (date_boxes(words, &DateBoxes {
                        typed: [&member.born_day, &member.born_month, &member.born_year],
                        ..born("born", walk_ins.wrong)
                    }))
                    p.actions { button type="submit" { "Make a member; came" } }
                }))
            } }
            details open[!guest.how.is_empty()] {
                summary { "A guest, who does not want to join" }
                (form(walk_ins.action, "guest", &html! {
                    (field(&boxed("guest_child", "Child’s name", &guest.guest_child, "", "")))
                    (date_boxes(words, &DateBoxes {
                        typed: [&guest.guest_born_day, &guest.guest_born_month, &guest.guest_born_year],
                        ..born("guest_born", walk_ins.wrong)
                    }))
                    (field(&boxed("guest_name", "Adult’s name, if it is given", &guest.guest_name, "", "")))
                    p.actions { button type="submit" { "Guest came" } }
                }))
            }
            details open[!count.how.is_empty()] {
                summary { "People we only count" }
                (form(walk_ins.action, "head_count", &html! {
                    (field(&boxed("adults", "Adults", &count.adults, "", "numeric")))
                    (field(&boxed("children", "Children", &count.children, "", "numeric")))
                    p.actions { button type="submit" { "Count them" } }
                }))
            }
        }
    }
}

fn born<'a>(name: &'a str, wrong: &'a [Wrong]) -> DateBoxes<'a> {
    DateBoxes {
        name,
        legend: "When was the child born?",
        hint: "For example, 27 3 2025. Leave the day empty if only the month is known.",
        wrong: wrong_with(wrong, if name == "born" { "born_day" } else { "guest_born_day" }),
        ..DateBoxes::default()
    }
}

fn form(action: &str, how: &str, fields: &Markup) -> Markup {
    html! {
        form.walk-in method="post" action=(action) {
            input type="hidden" name="form" value=(new_name());
            input type="hidden" name="at" value="walk-in";
            input type="hidden" name="how" value=(how);
            @if how != "head_count" { input type="hidden" name="mark" value=(Mark::Came.as_str()); }
            (fields)
        }
    }
}
