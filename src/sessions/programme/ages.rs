//! The ages a programme prints: "0 months", "6 weeks", "5 years", "expectant", or nothing for
//! adults. Both ends of a range are counted in one unit; nought is nought in any.

use crate::calendar::{AgeRange, AgeUnit};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ages {
    /// No child's age is asked for.
    AdultsOnly,
    Children {
        range: AgeRange,
        expectant: bool,
    },
}

/// Either column's mistake, by its name.
pub type Mistake = (&'static str, String);

/// Reads the columns `min_age` and `max_age`.
pub fn read(min: &str, max: &str) -> Result<Ages, Mistake> {
    if min.is_empty() && max.is_empty() {
        return Ok(Ages::AdultsOnly);
    }
    let expectant = min.eq_ignore_ascii_case("expectant");
    let youngest = if expectant { Age::NOUGHT } else { Age::read("min_age", min)? };
    let oldest = Age::read("max_age", max)?;
    let Some(unit) = youngest.unit_with(oldest) else {
        let what =
            format!("\"{min}\" to \"{max}\": write both in weeks, or both in months or years");
        return Err(("max_age", what));
    };
    if youngest.count >= oldest.count {
        return Err(("max_age", format!("\"{max}\" must be above \"{min}\"")));
    }

    let range = AgeRange { unit, min: youngest.count, max: Some(oldest.count) };
    Ok(Ages::Children { range, expectant })
}

#[derive(Clone, Copy)]
struct Age {
    count: i32,
    unit: AgeUnit,
}

impl Age {
    const NOUGHT: Self = Self { count: 0, unit: AgeUnit::Months };

    fn read(column: &'static str, text: &str) -> Result<Self, Mistake> {
        let mistake = || {
            let what = "write a number and weeks, months or years, such as \"18 months\"";
            (column, if text.is_empty() { what.into() } else { format!("\"{text}\": {what}") })
        };
        let (number, unit) = text.split_once(' ').ok_or_else(mistake)?;
        let count: u8 = number.parse().map_err(|_| mistake())?;
        let (unit, times) = match unit.trim().to_lowercase().as_str() {
            "week" | "weeks" => (AgeUnit::Weeks, 1),
            "month" | "months" => (AgeUnit::Months, 1),
            "year" | "years" => (AgeUnit::Months, 12),
            _ => return Err(mistake()),
        };
        Ok(Self { count: i32::from(count) * times, unit })
    }

    fn unit_with(self, other: Self) -> Option<AgeUnit> {
        if self.unit == other.unit || self.count == 0 {
            return Some(other.unit);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(min: i32, max: i32) -> AgeRange {
        AgeRange { unit: AgeUnit::Months, min, max: Some(max) }
    }

    #[test]
    fn printed_ages_are_read() {
        let weeks = AgeRange { unit: AgeUnit::Weeks, min: 6, max: Some(26) };
        let rows = [
            ("0 months", "5 years", Ages::Children { range: months(0, 60), expectant: false }),
            ("24 months", "30 months", Ages::Children { range: months(24, 30), expectant: false }),
            ("12 months", "3 years", Ages::Children { range: months(12, 36), expectant: false }),
            ("expectant", "12 months", Ages::Children { range: months(0, 12), expectant: true }),
            ("6 weeks", "26 Weeks", Ages::Children { range: weeks, expectant: false }),
            ("", "", Ages::AdultsOnly),
        ];
        for (min, max, expected) in rows {
            assert_eq!(read(min, max), Ok(expected), "{min} to {max}");
        }
        let from_birth = AgeRange { unit: AgeUnit::Weeks, min: 0, max: Some(10) };
        assert_eq!(
            read("0 months", "10 weeks"),
            Ok(Ages::Children { range: from_birth, expectant: false })
        );
    }

    #[test]
    fn what_cannot_be_read_names_its_column() {
        let rows = [
            ("0 months", "", "max_age"),
            ("", "5 years", "min_age"),
            ("walking", "5 years", "min_age"),
            ("0 months", "5 fortnights", "max_age"),
            ("-1 months", "5 years", "min_age"),
            ("0 months", "expectant", "max_age"),
            ("6 weeks", "12 months", "max_age"),
            ("5 years", "12 months", "max_age"),
            ("3 months", "3 months", "max_age"),
        ];
        for (min, max, column) in rows {
            assert_eq!(read(min, max).unwrap_err().0, column, "{min} to {max}");
        }
    }
}
