//! The frame of each form, and what is known of a family in words.

use crate::families::answers::Question;
use crate::families::answers::questions::Choices;
use crate::mail::words::Letterhead;
use crate::pages::my::frame::{MyPage, page};
use crate::web::form::{Wrong, error_summary};
use crate::web::layout;
use crate::words::Words;
use chrono::NaiveDate;
use maud::{Markup, html};

pub(crate) const FAMILY: &str = "/my/family";

/// A short form: all that is wrong, its boxes, one button, and the way back.
pub(crate) struct Form<'a> {
    pub words: Words,
    pub heading: String,
    pub action: &'a str,
    pub wrong: &'a [Wrong],
    pub inside: Markup,
}

pub(crate) fn form(head: &Letterhead, form: &Form) -> Markup {
    let Form { words, heading, action, wrong, inside } = form;
    let main = html! {
        (error_summary(*words, wrong))
        form method="post" action=(action) novalidate {
            (inside)
            button.full type="submit" { (words.say("my-save")) }
        }
        p { a href=(FAMILY) { (words.say("my-back-to-family")) } }
    };
    let is_wrong = !wrong.is_empty();
    page(head, MyPage { words: *words, here: "", heading: heading.clone(), is_wrong, main })
}

/// A day or a month as the API writes it: "27 March 2025", "March 2025".
pub(crate) fn written_day(words: Words, text: &str) -> String {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return words.date(day);
    }
    let first = format!("{text}-01").parse::<NaiveDate>();
    first.map_or_else(|_| text.to_owned(), |day| words.month(day))
}

/// What a question asks, in a few words.
pub(crate) fn question_words(words: Words, question: Question) -> String {
    let key = question_key(question);
    words.agreed(key).say(key)
}

/// The text of what a question asks.
pub(crate) fn question_key(question: Question) -> &'static str {
    match question {
        Question::Ethnicity => "my-question-ethnicity",
        Question::Sex => "my-question-sex",
        Question::MainLanguage => "my-question-main_language",
        Question::Interpreter => "my-question-interpreter",
        Question::AccessNeeds => "my-question-access_needs",
        Question::Allergies => "my-question-allergies",
        Question::BirthdayCards => "my-question-birthday_cards",
        Question::BirthdayByEmail => "my-question-birthday_by_email",
        Question::BirthdayByText => "my-question-birthday_by_text",
        Question::FeedbackByEmail => "my-question-feedback_by_email",
        Question::Photos => "my-question-photos",
    }
}

/// Why it is asked.
pub(crate) fn reason(words: Words, question: Question) -> Markup {
    let key = match question {
        Question::Ethnicity => "my-why-ethnicity",
        Question::Sex => "my-why-sex",
        Question::MainLanguage => "my-why-main_language",
        Question::Interpreter => "my-why-interpreter",
        Question::AccessNeeds => "my-why-access_needs",
        Question::Allergies => "my-why-allergies",
        Question::BirthdayCards => "my-why-birthday_cards",
        Question::BirthdayByEmail => "my-why-birthday_by_email",
        Question::BirthdayByText => "my-why-birthday_by_text",
        Question::FeedbackByEmail => "my-why-feedback_by_email",
        Question::Photos => "my-why-photos",
    };
    layout::said(words, key)
}

/// An answer as the family reads it.
pub(crate) fn answer_words(words: Words, question: Question, value: &str) -> String {
    match question.choices() {
        Choices::Text => value.to_owned(),
        Choices::OneOf(_) => {
            let known = CHOICES.iter().find(|(code, _)| *code == value);
            known.map_or_else(|| value.to_owned(), |(_, key)| words.say(key))
        }
    }
}

/// The codes of all questions with choices, and their texts.
const CHOICES: &[(&str, &str)] = &[
    ("yes", "my-answer-yes"),
    ("no", "my-answer-no"),
    ("female", "my-answer-female"),
    ("male", "my-answer-male"),
    ("prefer_not_to_say", "my-answer-prefer_not_to_say"),
    ("not_known", "my-answer-not_known"),
    ("white_british", "my-answer-white_british"),
    ("white_irish", "my-answer-white_irish"),
    ("white_gypsy_traveller", "my-answer-white_gypsy_traveller"),
    ("white_roma", "my-answer-white_roma"),
    ("white_other", "my-answer-white_other"),
    ("mixed_white_black_caribbean", "my-answer-mixed_white_black_caribbean"),
    ("mixed_white_black_african", "my-answer-mixed_white_black_african"),
    ("mixed_white_asian", "my-answer-mixed_white_asian"),
    ("mixed_other", "my-answer-mixed_other"),
    ("asian_indian", "my-answer-asian_indian"),
    ("asian_pakistani", "my-answer-asian_pakistani"),
    ("asian_bangladeshi", "my-answer-asian_bangladeshi"),
    ("asian_chinese", "my-answer-asian_chinese"),
    ("asian_other", "my-answer-asian_other"),
    ("black_african", "my-answer-black_african"),
    ("black_caribbean", "my-answer-black_caribbean"),
    ("black_other", "my-answer-black_other"),
    ("arab", "my-answer-arab"),
    ("other", "my-answer-other"),
];
