//! A family that the team has not named before: by a card and a birth date, or by names, birth dates
//! and postcode. What is said here is kept as the team's own statement, and the page goes on the same
//! whether or not the family was known.

use crate::api::families::wire_in::FamilyIn;
use crate::base::fault::{Code, Fault, Result};
use crate::base::text;
use crate::db::Tx;
use crate::families::FirstContact;
use crate::families::statements::Statement;
use crate::membership::number::Number;
use crate::membership::service::partner_statements;
use crate::pages::my::family::reading::Typed;
use crate::web::form::{DateBoxes, Field, Wrong, date_boxes, field, wrong_with};
use crate::words::Words;
use chrono::NaiveDate;
use maud::{Markup, html};
use serde_json::{Value, json};

/// Children in one form; more are named once the family is known.
const CHILDREN: usize = 4;

/// What a form holds: several of one name stand beside each other.
#[derive(Clone, Default)]
pub(super) struct Sent(pub Vec<(String, String)>);

impl Sent {
    pub(super) fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(of, _)| of == name).map_or("", |(_, value)| value.trim())
    }

    pub(super) fn all(&self, name: &str) -> Vec<&str> {
        let named = self.0.iter().filter(|(of, _)| of == name);
        named.map(|(_, value)| value.as_str()).collect()
    }

    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(of, one)| of == name && one == value)
    }

    pub(super) fn day(&self, name: &str) -> [&str; 3] {
        ["day", "month", "year"].map(|part| self.one(&format!("{name}_{part}")))
    }

    fn date(&self, name: &str) -> (bool, Option<NaiveDate>) {
        let [day, month, year] = self.day(name);
        let typed = Typed { day, month, year };
        (typed.is_empty(), typed.date())
    }

    pub(super) fn holds_nul(&self) -> bool {
        self.0.iter().any(|(name, value)| name.contains('\0') || value.contains('\0'))
    }
}

/// The team's statement, or all that is wrong.
pub(super) fn state(tx: &mut Tx, sent: &Sent) -> Result<Result<Statement, Vec<Wrong>>> {
    let reference = sent.one("reference");
    let reference = Some(reference).filter(|text| !text.is_empty());
    let reference = match text::maybe_line("/reference", reference, 60) {
        Ok(reference) => reference,
        Err(_) => {
            let says = "Use at most 60 characters for your reference";
            return Ok(Err(vec![Wrong::new("reference", says)]));
        }
    };
    match sent.one("how") {
        "card" => by_card(tx, sent, reference.as_deref()),
        _ => by_names(tx, sent, reference.as_deref()),
    }
}

fn by_card(
    tx: &mut Tx,
    sent: &Sent,
    reference: Option<&str>,
) -> Result<Result<Statement, Vec<Wrong>>> {
    let mut wrong = Vec::new();
    let number = Number::parse(sent.one("number"));
    if let Err(fault) = &number {
        wrong.push(Wrong::new("number", fault.detail()));
    }
    let (_, born) = sent.date("card_born");
    if born.is_none() {
        wrong.push(Wrong::new("card_born_day", "Enter the birth date of a child on the card"));
    }
    let (Ok(number), Some(born)) = (number, born) else { return Ok(Err(wrong)) };
    match partner_statements::by_card(tx, &number, born, reference) {
        Ok(statement) => Ok(Ok(statement)),
        Err(fault) => refused(fault).map(Err),
    }
}

fn by_names(
    tx: &mut Tx,
    sent: &Sent,
    reference: Option<&str>,
) -> Result<Result<Statement, Vec<Wrong>>> {
    let today = tx.today();
    let (family, mut wrong) = described(sent, today);
    let is_member = match sent.one("member") {
        "yes" => true,
        "no" => false,
        _ => {
            wrong.push(Wrong::new("member_yes", "Say whether the family wants to be a member"));
            false
        }
    };
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let mut family = family;
    family["guest"] = json!(!is_member);
    let family: FamilyIn = serde_json::from_value(family).map_err(Fault::internal)?;
    let add = match family.command(today, FirstContact::Professional) {
        Ok(add) => add,
        Err(fault) => return refused(fault).map(Err),
    };
    match partner_statements::state(tx, &add, reference) {
        Ok((statement, _)) => Ok(Ok(statement)),
        Err(fault) => refused(fault).map(Err),
    }
}

/// The family as the API takes it, and what is missing.
fn described(sent: &Sent, today: NaiveDate) -> (Value, Vec<Wrong>) {
    let mut wrong = Vec::new();
    let mut children = Vec::new();
    for at in 0..CHILDREN {
        let name = sent.one(&format!("child_name_{at}"));
        let (is_empty, day) = sent.date(&format!("child_born_{at}"));
        if at > 0 && name.is_empty() && is_empty {
            continue;
        }
        let Some(day) = day else {
            let says = "Enter a real date, like 27 3 2025";
            wrong.push(Wrong::new(&format!("child_born_{at}_day"), says));
            continue;
        };
        if name.is_empty() && day <= today {
            wrong.push(Wrong::new(&format!("child_name_{at}"), "Enter the child’s name"));
        }
        let mut child = match day > today {
            true => json!({ "due_on": day }),
            false => json!({ "born_on": day.to_string() }),
        };
        if !name.is_empty() {
            child["name"] = json!(name);
        }
        children.push(child);
    }
    let postcode = sent.one("postcode");
    if postcode.is_empty() && sent.one("no_postcode").is_empty() {
        wrong.push(Wrong::new("postcode", "Enter the postcode, or tick the box below it"));
    }
    let mut carer = json!({ "name": sent.one("adult") });
    if sent.one("adult").is_empty() {
        wrong.push(Wrong::new("adult", "Enter an adult’s name"));
    }
    for name in ["phone", "email"] {
        let typed = sent.one(name);
        if !typed.is_empty() {
            carer[name] = json!(typed);
        }
    }
    let mut family = json!({ "carers": [carer], "children": children });
    match postcode {
        "" => family["postcode_reason"] = json!("not_given"),
        postcode => family["postcode"] = json!(postcode),
    }
    (family, wrong)
}

/// A refusal of what was typed, at its box.
fn refused(fault: Fault) -> Result<Vec<Wrong>> {
    if !matches!(fault.code(), Code::InvalidRequest | Code::InvalidMembershipNumber) {
        return Err(fault);
    }
    let pointer = fault.pointer().unwrap_or_default().to_owned();
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let (field, says) = match parts.as_slice() {
        ["membership_number"] => ("number".to_owned(), fault.detail().to_owned()),
        ["carers", _, "name"] => ("adult".to_owned(), "Enter the adult’s name".to_owned()),
        ["carers", _, "phone"] => ("phone".to_owned(), "Enter a real telephone number".to_owned()),
        ["carers", _, "email"] => ("email".to_owned(), "Enter a real e-mail address".to_owned()),
        ["children", at, "name"] => {
            (format!("child_name_{at}"), "Enter the child’s name".to_owned())
        }
        ["children", at, ..] => {
            let says = "Enter the day the child was born, or is due in the next ten months";
            (format!("child_born_{at}_day"), says.to_owned())
        }
        ["postcode"] => ("postcode".to_owned(), "Enter a real postcode".to_owned()),
        _ => (String::new(), fault.detail().to_owned()),
    };
    Ok(vec![Wrong::new(&field, says)])
}

fn text_box(
    (name, label, hint): (&str, &str, &str),
    sent: &Sent,
    (kind, keys): (&str, &str),
    wrong: &[Wrong],
) -> Markup {
    let wrong = wrong_with(wrong, name);
    let value = sent.one(name);
    field(
        Words::english(),
        &Field { name, label, hint, value, kind, keys, wrong, ..Field::default() },
    )
}

fn day_boxes((name, legend, hint): (&str, &str, &str), sent: &Sent, wrong: &[Wrong]) -> Markup {
    let wrong = wrong_with(wrong, &format!("{name}_day"));
    date_boxes(Words::english(), &DateBoxes { name, legend, hint, typed: sent.day(name), wrong })
}

/// Both forms. `kept` is what the address already says: the session, and the referral whose answers
/// stay.
pub(super) fn forms(sent: &Sent, wrong: &[Wrong], action: &str) -> Markup {
    let by_card = sent.one("how") == "card";
    html! {
        h2 id="card" { "By the family’s card" }
        form method="post" action=(action) novalidate {
            input type="hidden" name="how" value="card";
            (text_box(("number", "Number on the card", "Eight digits, like 4821 0934"), sent, ("", "numeric"), wrong))
            (day_boxes(("card_born", "Birth date of a child on the card", "For example, 27 3 2025"), sent, wrong))
            @if by_card { (reference(sent, wrong)) }
            button.full type="submit" { "Go on with this card" }
        }
        h2 id="names" { "By names" }
        form method="post" action=(action) novalidate {
            input type="hidden" name="how" value="names";
            (child(0, sent, wrong))
            @let more = (1..CHILDREN).any(|at| !sent.one(&format!("child_name_{at}")).is_empty());
            details open[more] {
                summary { "More children" }
                @for at in 1..CHILDREN { (child(at, sent, wrong)) }
            }
            (text_box(("postcode", "Postcode", ""), sent, ("", ""), wrong))
            label.tick {
                input type="checkbox" name="no_postcode" value="yes" checked[sent.has("no_postcode", "yes")];
                span { "The family has none to give" }
            }
            (text_box(("adult", "An adult’s name", ""), sent, ("", ""), wrong))
            (text_box(("phone", "Telephone", "So that the centre can tell them. Leave it out if they do not want that."), sent, ("tel", ""), wrong))
            (text_box(("email", "E-mail", ""), sent, ("email", ""), wrong))
            (member(sent, wrong))
            @if !by_card { (reference(sent, wrong)) }
            button.full type="submit" { "Go on with this family" }
        }
    }
}

fn reference(sent: &Sent, wrong: &[Wrong]) -> Markup {
    text_box(("reference", "Your own reference (if you use one)", ""), sent, ("", ""), wrong)
}

fn child(at: usize, sent: &Sent, wrong: &[Wrong]) -> Markup {
    let (name, born) = (format!("child_name_{at}"), format!("child_born_{at}"));
    let (label, legend) = match at {
        0 => ("Child’s name".to_owned(), "Child’s birth date, or the due date".to_owned()),
        at => {
            let nth = at + 1;
            (format!("Name of child {nth}"), format!("Birth date of child {nth}, or the due date"))
        }
    };
    html! {
        (text_box((&name, &label, ""), sent, ("", ""), wrong))
        (day_boxes((&born, &legend, "For example, 27 3 2025"), sent, wrong))
    }
}

fn member(sent: &Sent, wrong: &[Wrong]) -> Markup {
    let wrong = wrong_with(wrong, "member_yes");
    html! {
        fieldset.wrong[wrong.is_some()] aria-describedby=[wrong.map(|_| "member_yes-error")] {
            legend { "Does the family want to be a member?" }
            p.hint { "Members get a card, and hear what is on. Ask the family." }
            @if let Some(wrong) = wrong { p.error id="member_yes-error" { span.hidden { "Error: " } (wrong) } }
            @for (value, label) in [("yes", "Yes"), ("no", "No: record its no")] {
                label.tick {
                    input type="radio" id={ "member_" (value) } name="member" value=(value)
                        aria-invalid=[wrong.map(|_| "true")] checked[sent.has("member", value)];
                    span { (label) }
                }
            }
        }
    }
}
