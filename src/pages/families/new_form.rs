//! The form of a new family: an adult and a way to reach them, where they live, and up to three
//! children. Short enough for the door: the rest is asked later, on the record.

use crate::api::families::wire_in::{CarerIn, ChildIn, FamilyIn};
use crate::base::fault::Fault;
use crate::base::id::{SessionId, may_be_one};
use crate::base::text;
use crate::db::Tx;
use crate::families::PostcodeReason;
use crate::mail::words::Letterhead;
use crate::pages::team::{FAMILIES, Sent, TeamPage, page};
use crate::web::form::{DateBoxes, Field, Wrong, date_boxes, field, typed_day, wrong_with};
use crate::words::Words;
use chrono::NaiveDate;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Children that the form has room for.
const CHILDREN: usize = 3;

pub(super) struct NewFamily(pub Sent);

/// The boxes of one child.
struct ChildBoxes<'a> {
    name: &'a str,
    typed: [&'a str; 3],
    is_expected: bool,
}

const REASONS: [(&str, &str, PostcodeReason); 3] = [
    ("no_fixed_address", "No fixed address", PostcodeReason::NoFixedAddress),
    ("refuge", "A refuge", PostcodeReason::Refuge),
    ("not_given", "They would rather not say", PostcodeReason::NotGiven),
];

impl NewFamily {
    fn child(&self, at: usize) -> ChildBoxes<'_> {
        let names = CHILD_NAMES[at];
        let [name, day, month, year, expected] = names.map(|name| self.0.one(name));
        ChildBoxes { name, typed: [day, month, year], is_expected: expected == "yes" }
    }

    pub(super) fn rejoins(&self) -> bool {
        self.0.one("rejoins") == "yes"
    }

    pub(super) fn was_shown_notice(&self) -> bool {
        self.0.one("notice") == "yes"
    }

    /// The session that the family came to.
    pub(super) fn session(&self) -> Option<SessionId> {
        Some(self.0.one("session")).filter(|id| may_be_one(id)).map(SessionId::from)
    }

    /// As the API takes it; or everything that is wrong.
    pub(super) fn read(&self, today: NaiveDate) -> Result<FamilyIn, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let name = self.0.one("name");
        if text::name("/name", name).is_err() {
            wrong.push(Wrong::new("name", "Enter the adult’s name."));
        }
        let (phone, email) = (self.0.maybe("phone"), self.0.maybe("email"));
        if phone.as_deref().is_some_and(|phone| text::phone("/phone", phone).is_err()) {
            wrong.push(Wrong::new("phone", "Enter a phone number, like 07700 900123."));
        }
        if email.as_deref().is_some_and(|email| text::email("/email", email).is_err()) {
            wrong.push(Wrong::new("email", "Enter an e-mail address, like name@example.org."));
        }
        if phone.is_none() && email.is_none() {
            wrong.push(Wrong::new("phone", "Enter a phone number or an e-mail address."));
        }
        let postcode = self.0.maybe("postcode");
        let reason = REASONS.iter().find(|(value, ..)| *value == self.0.one("no_postcode"));
        match (&postcode, reason) {
            (None, None) => {
                wrong.push(Wrong::new("postcode", "Enter the postcode, or say why there is none."));
            }
            (Some(code), _) if text::postcode("/postcode", code).is_err() => {
                wrong.push(Wrong::new("postcode", "Enter a full postcode, like M32 9AN."));
            }
            _ => {}
        }
        let mut children = Vec::new();
        for at in 0..CHILDREN {
            children.extend(self.read_child(at, today, &mut wrong));
        }
        if children.is_empty() && wrong.iter().all(|one| !one.field.starts_with("child")) {
            wrong.push(Wrong::new(
                "child1_name",
                "Enter the child’s name and birth date, or when the baby is due.",
            ));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(FamilyIn {
            carers: vec![CarerIn {
                id: None,
                name: name.to_owned(),
                email,
                phone,
                mail_allowed: None,
                former_name: None,
                no_post: None,
                no_voicemail: (self.0.one("no_voicemail") == "yes").then_some(true),
                no_text: None,
                no_call: None,
                no_address_notice: None,
                language: None,
                answers: BTreeMap::new(),
            }],
            children,
            postcode_reason: reason.filter(|_| postcode.is_none()).map(|(.., reason)| *reason),
            postcode,
            address: None,
            guest: self.0.one("guest") == "yes",
            rejoins: self.rejoins(),
            notice_language: None,
            centre_id: None,
            target_groups: Vec::new(),
            reference: None,
        })
    }

    fn read_child(&self, at: usize, today: NaiveDate, wrong: &mut Vec<Wrong>) -> Option<ChildIn> {
        let boxes = self.child(at);
        let is_empty = boxes.name.is_empty() && boxes.typed.iter().all(|part| part.is_empty());
        if is_empty {
            return None;
        }
        let [name_box, day_box, ..] = CHILD_NAMES[at];
        if !boxes.is_expected && text::name("/name", boxes.name).is_err() {
            wrong.push(Wrong::new(name_box, "Enter the child’s name."));
        }
        let Some(day) = typed_day(boxes.typed) else {
            wrong.push(Wrong::new(day_box, "Enter a real date, like 27 3 2025."));
            return None;
        };
        if !boxes.is_expected && day > today {
            let says =
                "That day has not come yet. Is the baby still to be born? Tick “Not born yet”.";
            wrong.push(Wrong::new(day_box, says));
            return None;
        }
        Some(ChildIn {
            id: None,
            name: Some(boxes.name.to_owned()).filter(|name| !name.is_empty()),
            born_on: (!boxes.is_expected).then(|| day.to_string()),
            due_on: boxes.is_expected.then_some(day),
            answers: BTreeMap::new(),
        })
    }

    /// What the API says of a body, at the box of the form.
    pub(super) fn wrong(fault: &Fault) -> Wrong {
        let pointer = fault.pointer().unwrap_or_default();
        let parts: Vec<&str> = pointer.split('/').skip(1).collect();
        let (field, says) = match parts.as_slice() {
            ["carers", _, "name"] => ("name", "Enter the adult’s name."),
            ["carers", _, "email"] => ("email", "Enter an e-mail address, like name@example.org."),
            ["carers", _, "phone"] => ("phone", "Enter a phone number, like 07700 900123."),
            ["carers", ..] => ("phone", "Enter a phone number or an e-mail address."),
            ["postcode" | "postcode_reason"] => {
                ("postcode", "Enter a full postcode, like M32 9AN.")
            }
            ["children", at, part, ..] => {
                let at = at.parse().unwrap_or(0).min(CHILDREN - 1);
                let [name, day, ..] = CHILD_NAMES[at];
                let says = "Check this date: a child was born before today, and not too long ago; a baby is due within ten months.";
                if *part == "name" { (name, "Enter the child’s name.") } else { (day, says) }
            }
            _ => return Wrong::new("", fault.detail()),
        };
        Wrong::new(field, says)
    }

    /// All that was typed, to be sent again.
    pub(super) fn hidden(&self) -> Markup {
        let again = |name: &str| !["guest", "rejoins"].contains(&name);
        html! {
            @for (name, value) in self.0.0.iter().filter(|(name, _)| again(name)) {
                input type="hidden" name=(name) value=(value);
            }
        }
    }
}

/// Name, day, month, year and whether it is expected, of each child.
const CHILD_NAMES: [[&str; 5]; CHILDREN] = [
    ["child1_name", "child1_day", "child1_month", "child1_year", "child1_expected"],
    ["child2_name", "child2_day", "child2_month", "child2_year", "child2_expected"],
    ["child3_name", "child3_day", "child3_month", "child3_year", "child3_expected"],
];

pub(super) fn sheet(tx: &Tx, head: &Letterhead, form: &NewFamily, wrong: &[Wrong]) -> Markup {
    let words = Words::english();
    let sent = &form.0;
    let simple =
        |name: &'static str, label: &'static str, hint: &'static str, kind: &'static str| {
            let value = sent.one(name);
            let wrong = wrong_with(wrong, name);
            field(words, &Field { name, label, hint, value, kind, wrong, ..Field::default() })
        };
    let others = (1..CHILDREN).any(|at| {
        let boxes = form.child(at);
        !boxes.name.is_empty() || boxes.typed.iter().any(|part| !part.is_empty())
    });
    let main = html! {
        form method="post" action="/families/new" novalidate {
            @if let Some(session) = form.session() {
                input type="hidden" name="session" value=(session);
            }
            (simple("name", "The adult’s name", "", ""))
            (simple("phone", "Phone", "", "tel"))
            label.tick {
                input type="checkbox" name="no_voicemail" value="yes" checked[sent.has("no_voicemail", "yes")];
                span { "Leave no message there" }
            }
            (simple("email", "E-mail, if they read it", "", "email"))
            (simple("postcode", "Postcode", "", ""))
            label for="no_postcode" { "No postcode? Say why" }
            select id="no_postcode" name="no_postcode" {
                option value="" { "There is one" }
                @for (value, label, _) in REASONS {
                    option value=(value) selected[sent.has("no_postcode", value)] { (label) }
                }
            }
            (child(form, 0, wrong))
            details open[others] {
                summary { "More children" }
                @for at in 1..CHILDREN { (child(form, at, wrong)) }
            }
            label.tick {
                input type="checkbox" name="notice" value="yes" checked[sent.has("notice", "yes")];
                span { "I showed them how we use what they tell us" }
            }
            p { button type="submit" { "Save family" } }
        }
        p { a href=(FAMILIES) { "Back to families" } }
    };
    page(tx, head, TeamPage { here: FAMILIES, heading: "New family", wrong, main })
}

fn child(form: &NewFamily, at: usize, wrong: &[Wrong]) -> Markup {
    let words = Words::english();
    let boxes = form.child(at);
    let [name_box, day_box, .., expected_box] = CHILD_NAMES[at];
    let date = day_box.trim_end_matches("_day");
    let label =
        if at == 0 { "The child’s name".to_owned() } else { format!("Child {}: name", at + 1) };
    html! {
        (field(words, &Field {
            name: name_box, label: &label, value: boxes.name,
            wrong: wrong_with(wrong, name_box), ..Field::default()
        }))
        (date_boxes(words, &DateBoxes {
            name: date,
            legend: "Born on, or due on",
            hint: "For example, 27 3 2025",
            typed: boxes.typed,
            wrong: wrong_with(wrong, day_box),
        }))
        label.tick {
            input type="checkbox" name=(expected_box) value="yes" checked[boxes.is_expected];
            span { "Not born yet" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(sent: &[(&str, &str)]) -> NewFamily {
        let sent = sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        NewFamily(Sent(sent.collect()))
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
    }

    #[test]
    fn an_empty_form_says_everything_that_is_missing_at_its_box() {
        let wrong = form(&[]).read(today()).err().expect("it is empty");
        let fields: Vec<&str> = wrong.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["name", "phone", "postcode", "child1_name"]);
    }

    #[test]
    fn what_is_typed_is_what_the_api_takes() {
        let sent = [
            ("name", "Ada Moss"),
            ("phone", "07700 900123"),
            ("postcode", "M32 9AN"),
            ("child1_name", "Zoë Moss"),
            ("child1_day", "27"),
            ("child1_month", "mar"),
            ("child1_year", "25"),
            ("child3_day", "1"),
            ("child3_month", "2"),
            ("child3_year", "2027"),
            ("child3_expected", "yes"),
        ];
        let family = form(&sent).read(today()).unwrap_or_else(|_| panic!("nothing is wrong"));
        assert_eq!(family.children.len(), 2);
        assert_eq!(family.children[0].born_on.as_deref(), Some("2025-03-27"));
        assert_eq!(family.children[1].due_on, NaiveDate::from_ymd_opt(2027, 2, 1));
        assert_eq!(family.carers[0].phone.as_deref(), Some("07700 900123"));
    }

    #[test]
    fn a_day_to_come_is_asked_about() {
        let sent = [
            ("name", "Ada"),
            ("phone", "07700 900123"),
            ("no_postcode", "refuge"),
            ("child1_name", "Zoë"),
            ("child1_day", "27"),
            ("child1_month", "3"),
            ("child1_year", "2027"),
        ];
        let wrong = form(&sent).read(today()).err().expect("it is to come");
        assert_eq!(wrong.len(), 1);
        assert!(wrong[0].field == "child1_day" && wrong[0].says.contains("Not born yet"));
    }

    #[test]
    fn what_the_api_says_is_said_at_the_box() {
        for (pointer, field) in [
            ("/carers/0/email", "email"),
            ("/postcode", "postcode"),
            ("/children/1/born_on", "child2_day"),
            ("/centre_id", ""),
        ] {
            assert_eq!(NewFamily::wrong(&Fault::invalid(pointer, "No.")).field, field, "{pointer}");
        }
    }
}
