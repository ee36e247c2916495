//! The questions: the possible answers to each, and why it is asked, in words for parents.

use super::{AnswerSaid, Question};
use crate::base::fault::{Fault, Result};
use crate::base::text;

/// The harmonised standard of the Government Statistical Service for England, with Roma as in
/// Census 2021: `(code, label)`.
pub(crate) const ETHNIC_GROUPS: [(&str, &str); 19] = [
    ("white_british", "English, Welsh, Scottish, Northern Irish or British"),
    ("white_irish", "Irish"),
    ("white_gypsy_traveller", "Gypsy or Irish Traveller"),
    ("white_roma", "Roma"),
    ("white_other", "Any other White background"),
    ("mixed_white_black_caribbean", "White and Black Caribbean"),
    ("mixed_white_black_african", "White and Black African"),
    ("mixed_white_asian", "White and Asian"),
    ("mixed_other", "Any other Mixed or multiple background"),
    ("asian_indian", "Indian"),
    ("asian_pakistani", "Pakistani"),
    ("asian_bangladeshi", "Bangladeshi"),
    ("asian_chinese", "Chinese"),
    ("asian_other", "Any other Asian background"),
    ("black_african", "African"),
    ("black_caribbean", "Caribbean"),
    ("black_other", "Any other Black background"),
    ("arab", "Arab"),
    ("other", "Any other ethnic group"),
];

pub(crate) const PREFER_NOT_TO_SAY: &str = "prefer_not_to_say";
pub(crate) const NOT_KNOWN: &str = "not_known";

/// The possible answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choices {
    Text,
    OneOf(Vec<&'static str>),
}

impl Question {
    pub fn choices(self) -> Choices {
        match self {
            Question::Ethnicity => {
                let groups = ETHNIC_GROUPS.iter().map(|(code, _)| *code);
                Choices::OneOf(groups.chain([PREFER_NOT_TO_SAY, NOT_KNOWN]).collect())
            }
            Question::Sex => Choices::OneOf(vec!["female", "male", PREFER_NOT_TO_SAY]),
            Question::BirthdayCards
            | Question::BirthdayByEmail
            | Question::BirthdayByText
            | Question::FeedbackByEmail
            | Question::Photos => Choices::OneOf(vec!["yes", "no"]),
            Question::MainLanguage
            | Question::Interpreter
            | Question::AccessNeeds
            | Question::Allergies => Choices::Text,
        }
    }

    /// Why it is asked, as a family reads it.
    pub fn reason(self) -> &'static str {
        match self {
            Question::Ethnicity => "To see if all families get our help. You do not have to say.",
            Question::Sex => "To see if dads and mums both come. You do not have to say.",
            Question::MainLanguage => "So that we can write in words you know best.",
            Question::Interpreter => "So that somebody can be there who speaks your language.",
            Question::AccessNeeds => "So that you can come in and join in.",
            Question::Allergies => "So that your child is safe when there is food.",
            Question::BirthdayCards => "So that no card comes that you do not want.",
            Question::BirthdayByEmail => "So that we may send a birthday card by e-mail.",
            Question::BirthdayByText => "So that we may send a birthday card by text.",
            Question::FeedbackByEmail => "So that we may ask by e-mail if a session was good.",
            Question::Photos => "So that we know if we may take photos of your child.",
        }
    }

    /// Whether the front desk needs it when a family comes.
    pub fn is_for_the_door(self) -> bool {
        match self {
            Question::Interpreter | Question::AccessNeeds | Question::Allergies => true,
            Question::Ethnicity
            | Question::Sex
            | Question::MainLanguage
            | Question::BirthdayCards
            | Question::BirthdayByEmail
            | Question::BirthdayByText
            | Question::FeedbackByEmail
            | Question::Photos => false,
        }
    }
}

/// Validates an answer; empty text withdraws it.
pub(crate) fn read(pointer: &str, question: Question, value: &str) -> Result<AnswerSaid> {
    let value = value.trim();
    let fits = match question.choices() {
        Choices::Text => value.chars().count() <= 200,
        Choices::OneOf(codes) => value.is_empty() || codes.contains(&value),
    };
    if !fits {
        let detail = match question.choices() {
            Choices::Text => "Use at most 200 characters.".to_owned(),
            Choices::OneOf(codes) => format!("Use one of: {}.", codes.join(", ")),
        };
        return Err(Fault::invalid(pointer, detail));
    }
    let value = match value {
        "" => String::new(),
        value => text::line(pointer, value, 200)?,
    };
    Ok(AnswerSaid { question, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nineteen_groups_and_two_ways_of_not_saying_are_distinct() {
        let Choices::OneOf(mut codes) = Question::Ethnicity.choices() else { panic!("a list") };
        assert_eq!(codes.len(), 21);
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), 21);
    }

    #[test]
    fn an_answer_fits_its_question_or_is_refused() {
        for (question, value, fits) in [
            (Question::Ethnicity, "white_roma", true),
            (Question::Ethnicity, "roma", false),
            (Question::Ethnicity, PREFER_NOT_TO_SAY, true),
            (Question::Photos, "maybe", false),
            (Question::Allergies, " nuts ", true),
            (Question::Allergies, "", true),
        ] {
            assert_eq!(read("", question, value).is_ok(), fits, "{question:?} {value}");
        }
        let long = "x".repeat(201);
        assert!(read("", Question::Allergies, &long).is_err());
    }
}
