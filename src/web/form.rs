//! The parts of a form that a parent fills in: a box with its label, a date in three boxes, and what
//! is wrong, said above all of it and beside each. Each box is found by its name, which is its id.

use crate::words::Words;
use chrono::NaiveDate;
use maud::{Markup, html};

/// What is wrong: the box that it is about (the first of several), and what to do.
#[derive(Clone)]
pub(crate) struct Wrong {
    pub field: String,
    pub says: String,
}

impl Wrong {
    pub(crate) fn new(field: &str, says: impl Into<String>) -> Wrong {
        Wrong { field: field.to_owned(), says: says.into() }
    }
}

/// All that is wrong, above the form, each with a link to its box; nothing where nothing is wrong.
pub(crate) fn error_summary(words: Words, wrong: &[Wrong]) -> Markup {
    html! {
        @if !wrong.is_empty() {
            div.error-summary role="alert" aria-labelledby="problem" {
                h2 id="problem" { (words.say("problem")) }
                ul {
                    @for one in wrong {
                        li {
                            @if one.field.is_empty() { (one.says) }
                            @else { a href={ "#" (one.field) } { (one.says) } }
                        }
                    }
                }
            }
        }
    }
}

/// What is wrong with a box.
pub(crate) fn wrong_with<'a>(wrong: &'a [Wrong], field: &str) -> Option<&'a str> {
    wrong.iter().find(|one| one.field == field).map(|one| one.says.as_str())
}

/// One box. What is left out is empty.
#[derive(Clone, Copy, Default)]
pub(crate) struct Field<'a> {
    pub name: &'a str,
    pub label: &'a str,
    pub hint: &'a str,
    pub value: &'a str,
    /// `text` where it is empty.
    pub kind: &'a str,
    /// Which keys a phone shows: `numeric`.
    pub keys: &'a str,
    /// What a browser may fill in: `name`, `email`, `off`.
    pub fills: &'a str,
    pub wrong: Option<&'a str>,
}

pub(crate) fn field(words: Words, field: &Field<'_>) -> Markup {
    let name = field.name;
    let some =
        |text: &'static str, or: &str| if or.is_empty() { text.to_owned() } else { or.to_owned() };
    html! {
        div.wrong[field.wrong.is_some()] {
            label for=(name) { (field.label) }
            (said(words, name, field.hint, field.wrong))
            input id=(name) name=(name) type=(some("text", field.kind)) value=(field.value)
                inputmode=[filled(field.keys)] autocomplete=(some("off", field.fills))
                aria-describedby=[described_by(name, field.hint, field.wrong)]
                aria-invalid=[field.wrong.map(|_| "true")];
        }
    }
}

/// A day in three boxes, called `{name}_day`, `{name}_month` and `{name}_year`; what is wrong with
/// it is about the first.
#[derive(Clone, Copy, Default)]
pub(crate) struct DateBoxes<'a> {
    pub name: &'a str,
    pub legend: &'a str,
    pub hint: &'a str,
    /// Day, month and year, as they were typed.
    pub typed: [&'a str; 3],
    pub wrong: Option<&'a str>,
}

pub(crate) fn date_boxes(words: Words, date: &DateBoxes<'_>) -> Markup {
    let [day, month, year] = date.typed;
    let invalid = date.wrong.map(|_| "true");
    html! {
        fieldset.wrong[date.wrong.is_some()]
            aria-describedby=[described_by(date.name, date.hint, date.wrong)] {
            legend { (date.legend) }
            (said(words, date.name, date.hint, date.wrong))
            div.date {
                @for (part, typed) in [("day", day), ("month", month), ("year", year)] {
                    div class=(part) {
                        label for={ (date.name) "_" (part) } { (words.say(part)) }
                        input id={ (date.name) "_" (part) } name={ (date.name) "_" (part) }
                            type="text" inputmode="numeric" autocomplete="off" value=(typed)
                            aria-invalid=[invalid];
                    }
                }
            }
        }
    }
}

/// Nobody brings more.
const MOST_ADULTS: i32 = 10;

/// How many adults, as it was typed; `None` for what is no number of them.
pub(crate) fn typed_adults(typed: &str) -> Option<i32> {
    typed.parse().ok().filter(|adults| (0..=MOST_ADULTS).contains(adults))
}

/// A day as it was typed in its boxes: "May" is a month, and "24" a year. `None` where it never is.
pub(crate) fn typed_day([day, month, year]: [&str; 3]) -> Option<NaiveDate> {
    let (day, year): (u32, i32) = (day.trim().parse().ok()?, year.trim().parse().ok()?);
    let year = if (0..100).contains(&year) { 2000 + year } else { year };
    NaiveDate::from_ymd_opt(year, typed_month(month.trim())?, day).filter(|_| year <= 2199)
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn typed_month(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let named = || {
        let at = MONTHS.iter().position(|month| text.starts_with(month))?;
        u32::try_from(at + 1).ok()
    };
    text.parse().ok().or_else(named)
}

/// The hint and what is wrong, between the label and the box.
fn said(words: Words, name: &str, hint: &str, wrong: Option<&str>) -> Markup {
    html! {
        @if !hint.is_empty() { p.hint id={ (name) "-hint" } { (hint) } }
        @if let Some(wrong) = wrong {
            p.error id={ (name) "-error" } { span.hidden { (words.say("error")) " " } (wrong) }
        }
    }
}

fn described_by(name: &str, hint: &str, wrong: Option<&str>) -> Option<String> {
    let hint = filled(hint).map(|_| format!("{name}-hint"));
    let wrong = wrong.map(|_| format!("{name}-error"));
    let ids: Vec<String> = hint.into_iter().chain(wrong).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_leads_to_its_box_and_stands_beside_it() {
        let words = Words::english();
        let wrong = [Wrong::new("name", "Enter your name"), Wrong::new("", "Not today")];
        let summary = error_summary(words, &wrong).into_string();
        let name = wrong_with(&wrong, "name");
        let name = Field {
            name: "name",
            label: "Your name",
            hint: "First name",
            wrong: name,
            ..Field::default()
        };
        let name = field(words, &name).into_string();

        assert!(summary.contains("<a href=\"#name\">Enter your name</a>"), "{summary}");
        assert!(summary.contains("<li>Not today</li>"), "{summary}");
        for part in
            ["id=\"name\"", "aria-describedby=\"name-hint name-error\"", "aria-invalid=\"true\""]
        {
            assert!(name.contains(part), "{part} in {name}");
        }
        assert_eq!(error_summary(words, &[]).into_string(), "");
    }

    #[test]
    fn a_date_has_three_labelled_boxes() {
        let born = DateBoxes {
            name: "born",
            legend: "When?",
            typed: ["27", "3", ""],
            ..DateBoxes::default()
        };
        let born = date_boxes(Words::english(), &born).into_string();

        for part in ["day", "month", "year"] {
            assert!(born.contains(&format!("for=\"born_{part}\"")), "{born}");
        }
        assert!(!born.contains("aria-invalid") && !born.contains("aria-describedby"), "{born}");
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let right = NaiveDate::from_ymd_opt(2024, 5, 3);
        for typed in
            [["3", "5", "2024"], [" 03", "05", "24 "], ["3", "May", "2024"], ["3", "may", "24"]]
        {
            assert_eq!(typed_day(typed), right, "{typed:?}");
        }
        for typed in
            [["31", "2", "2024"], ["", "5", "2024"], ["3", "x", "2024"], ["3", "5", "99999"]]
        {
            assert_eq!(typed_day(typed), None, "{typed:?}");
        }
    }
}
