//! Whether a translation of a text is sound: it can be read, it fills the gaps of the English and no
//! others, and where it chooses by a number it has a form for every kind of number that its language
//! tells apart.

use super::marks;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::ast::{Resource, VariantKey};
use fluent_syntax::{parser, serializer};
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use std::collections::BTreeSet;

/// What is wrong with a translation.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unsound {
    /// It is not one text in the syntax of Fluent.
    Unreadable,
    /// It lacks this gap.
    Lacks(String),
    /// It has a gap that nothing fills.
    Extra(String),
    /// It chooses by a number and lacks this kind of it (`few`).
    NoForm(&'static str),
    /// It refers to another text, a term or a function.
    Refers,
}

/// The texts of a file, by key, each in the syntax of Fluent without its key. What cannot be read is
/// left out.
pub(crate) fn texts(file: &str) -> Vec<(String, String)> {
    let resource = parser::parse(file).unwrap_or_else(|(resource, _)| resource);
    resource.body.into_iter().filter_map(as_text).collect()
}

/// The keys of a file.
pub(crate) fn keys(file: &str) -> Vec<String> {
    texts(file).into_iter().map(|(key, _)| key).collect()
}

fn as_text(entry: Entry<&str>) -> Option<(String, String)> {
    let Entry::Message(message) = entry else { return None };
    let key = message.id.name.to_owned();
    let alone = Message { comment: None, attributes: Vec::new(), ..message };
    let text = serializer::serialize(&Resource { body: vec![Entry::Message(alone)] });
    let text = text.split_once('=').map(|(_, text)| text.trim().to_owned())?;
    Some((key, text))
}

/// A text as a file has it. Each further line begins with a space, so that none of them begins another
/// text.
pub(crate) fn as_file(key: &str, text: &str) -> String {
    format!("{key} = {}\n", text.replace('\n', "\n    "))
}

/// Tests the translation of a text against its English, both without the key.
pub(crate) fn translation(
    language: &str,
    key: &str,
    (english, text): (&str, &str),
) -> Result<(), Unsound> {
    let (mut english, own) = (Shape::of(english)?, Shape::of(text)?);
    if marks::is_of_clock(key) {
        // One language needs the hour of 24, another that of 12 and which half of the day it is.
        english.gaps = own
            .gaps
            .iter()
            .filter(|gap| marks::OF_CLOCK.contains(&gap.as_str()))
            .cloned()
            .collect();
    }
    if own.refers {
        return Err(Unsound::Refers);
    }
    if let Some(gap) = english.gaps.difference(&own.gaps).next() {
        return Err(Unsound::Lacks(gap.clone()));
    }
    if let Some(gap) = own.gaps.difference(&english.gaps).next() {
        return Err(Unsound::Extra(gap.clone()));
    }
    let needed = plural_forms(language);
    for forms in own.choices.iter().filter(|forms| is_by_number(forms)) {
        if let Some(form) = needed.iter().find(|form| !forms.contains(**form)) {
            return Err(Unsound::NoForm(form));
        }
    }
    Ok(())
}

/// A choice that names a kind of number; one between words of our own (`am`, `pm`) does not.
fn is_by_number(forms: &BTreeSet<String>) -> bool {
    ["zero", "one", "two", "few", "many"].iter().any(|form| forms.contains(*form))
}

/// The kinds of whole numbers that a language tells apart.
pub(crate) fn plural_forms(language: &str) -> Vec<&'static str> {
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    let Ok(rules) = PluralRules::try_new_cardinal((&locale).into()) else { return vec!["other"] };
    let found: BTreeSet<PluralCategory> = (0_u32..=200).map(|n| rules.category_for(n)).collect();
    let named = |category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    found.into_iter().map(named).collect()
}

/// What a text is made of.
#[derive(Default)]
struct Shape {
    gaps: BTreeSet<String>,
    /// The forms of each choice.
    choices: Vec<BTreeSet<String>>,
    refers: bool,
}

impl Shape {
    fn of(text: &str) -> Result<Shape, Unsound> {
        let file = as_file("key", text);
        let resource = parser::parse(file.as_str()).map_err(|_| Unsound::Unreadable)?;
        let [Entry::Message(message)] = resource.body.as_slice() else {
            return Err(Unsound::Unreadable);
        };
        let Some(pattern) = message.value.as_ref().filter(|_| message.attributes.is_empty()) else {
            return Err(Unsound::Unreadable);
        };
        let mut shape = Shape::default();
        shape.read(pattern);
        Ok(shape)
    }

    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                let forms = variants.iter().map(|variant| match variant.key {
                    VariantKey::Identifier { name } => name.to_owned(),
                    VariantKey::NumberLiteral { value } => value.to_owned(),
                });
                self.choices.push(forms.collect());
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.gaps.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::FunctionReference { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => self.refers = true,
        }
    }
}
