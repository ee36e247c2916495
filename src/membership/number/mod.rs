//! The number of a membership: seven digits and one that checks them, read aloud in two groups of
//! four. The check (Damm's, over a quasigroup without fixed points) catches every single wrong
//! digit and every swap of neighbours, so a slip of the tongue never opens another family's file.

use crate::base::fault::{Code, Fault, Result};
use crate::base::text_enum::text_column;
use std::fmt;

/// A number whose check digit is right. Kept and sent as eight digits; shown as `4821 0934`.
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[serde(transparent)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct Number(String);

impl Number {
    /// A number that begins with any digit but 0, which spreadsheets would drop, and 9. The caller checks
    /// whether it is free.
    pub fn random() -> Number {
        Number::of_serial(rand::random_range(1_000_000..9_000_000))
    }

    /// A number for a card that is printed before anybody knows whose it will be: no membership's
    /// number is drawn from these.
    pub(crate) fn blank() -> Number {
        Number::of_serial(rand::random_range(9_000_000..10_000_000))
    }

    /// The last seven digits of `serial`, with their check digit.
    pub fn of_serial(serial: u32) -> Number {
        let serial = format!("{:07}", serial % 10_000_000);
        let check = interim(serial.bytes());
        Number(format!("{serial}{check}"))
    }

    /// Reads what was typed or said; spaces and hyphens are allowed anywhere.
    pub fn parse(text: &str) -> Result<Number> {
        let bare: String = text.chars().filter(|c| !is_gap(*c)).collect();
        if bare.len() != 8 || !bare.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(refused("A membership number has eight digits, as 4821 0934."));
        }
        if interim(bare.bytes()) != 0 {
            return Err(refused("A digit of this membership number is wrong, or two are swapped."));
        }
        Ok(Number(bare))
    }

    /// Eight digits, without the space.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = self.0.split_at(4);
        write!(f, "{first} {last}")
    }
}

text_column!(Number, |number: &Number| number.0.as_str(), |text: String| {
    Number::parse(&text).ok()
});

impl utoipa::PartialSchema for Number {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        <String as utoipa::PartialSchema>::schema()
    }
}

impl utoipa::ToSchema for Number {
    fn name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }
}

fn refused(what: &str) -> Fault {
    let detail = format!("{what} Read it from the card again, digit by digit.");
    Fault::new(Code::InvalidMembershipNumber, detail)
}

/// A space or a dash of any kind, as people and word processors set them.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Damm's quasigroup of order ten: totally anti-symmetric, with zeros on its diagonal.
const TABLE: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// Where a walk through the table ends: the digit that takes it back to 0 is its own check.
fn interim(digits: impl Iterator<Item = u8>) -> u8 {
    let step = |row: u8, digit: u8| {
        let column = usize::from(digit.wrapping_sub(b'0'));
        TABLE.get(usize::from(row)).and_then(|row| row.get(column)).copied().unwrap_or_default()
    };
    digits.fold(0, step)
}

#[cfg(test)]
mod tests;
