//! The ages a programme prints: "0 months", "6 weeks", "5 years", "expectant", or nothing for
//! adults; or both ends at once. Both are counted in one unit: "6 weeks to 12 months" is kept in
//! weeks, the months to the nearest week, and the report of the import says so.

use super::Mistake;
use crate::base::calendar::{AgeRange, AgeUnit};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ages {
    /// No child's age is asked for.
    AdultsOnly,
    Children {
        range: AgeRange,
        expectant: bool,
        /// Of two units, made one of weeks.
        made: bool,
    },
}

impl Ages {
    /// How a range in two units was converted to weeks, for the printed report.
    pub fn in_weeks(self) -> Option<String> {
        match self {
            Ages::Children {
                range: AgeRange { unit: AgeUnit::Weeks, min, max },
                made: true,
                ..
            } => {
                let max = max.map_or(String::new(), |max| format!(" to {max}"));
                Some(format!("ages are kept in weeks: {min}{max}"))
            }
            Ages::Children { .. } | Ages::AdultsOnly => None,
        }
    }
}

/// Reads the columns `min_age` and `max_age`; the first may hold both ends.
pub(crate) fn read(min: &str, max: &str) -> Result<Ages, Mistake> {
    match (min, max) {
        ("", "") => Ok(Ages::AdultsOnly),
        (both, "") => read_range("min_age", both),
        (min, max) => {
            let (expectant, youngest) = lower("min_age", min, None)?;
            let oldest = Age::read("max_age", max, None)?;
            between("max_age", (expectant, youngest), Some(oldest))
        }
    }
}

/// Reads both ends: "6 weeks to 12 months", "0-5 years", "under 5s", "18 months+".
pub(crate) fn read_range(column: &'static str, text: &str) -> Result<Ages, Mistake> {
    let lower_case = text.to_lowercase().replace(['–', '—'], "-");
    let text = lower_case.trim().trim_start_matches("ages ").trim_start_matches("aged ");
    if let Some(below) = text.strip_prefix("under ") {
        let oldest = Age::read(column, below.trim_end_matches('s'), Some("years"))?;
        return between(column, (false, Age::NOUGHT), Some(oldest));
    }
    let above = ["+", " and over", " and above", " upwards"];
    if let Some(from) = above.iter().find_map(|end| text.strip_suffix(end)) {
        return between(column, (false, Age::read(column, from.trim(), None)?), None);
    }
    let ends = text.split_once(" to ").or_else(|| text.split_once('-'));
    let Some((min, max)) = ends else {
        return Err(Mistake::new(column, format!("\"{text}\": {BOTH}")));
    };
    let oldest = Age::read(column, max.trim(), None)?;
    between(column, lower(column, min.trim(), max.split_whitespace().last())?, Some(oldest))
}

const BOTH: &str = "write both ends, such as \"6 weeks to 12 months\"";

/// The younger end, and whether it is before birth. A number without a unit has that of the other
/// end: "0-5 years".
fn lower(column: &'static str, text: &str, unit: Option<&str>) -> Result<(bool, Age), Mistake> {
    match text.to_lowercase().as_str() {
        "expectant" | "pregnancy" => Ok((true, Age::NOUGHT)),
        "birth" | "newborn" => Ok((false, Age::NOUGHT)),
        _ => Ok((false, Age::read(column, text, unit)?)),
    }
}

fn between(
    column: &'static str,
    (expectant, youngest): (bool, Age),
    oldest: Option<Age>,
) -> Result<Ages, Mistake> {
    let unit = youngest.unit_with(oldest);
    let (min, max) = match unit {
        Some(_) => (youngest.count, oldest.map(|age| age.count)),
        None => (youngest.weeks(), oldest.map(Age::weeks)),
    };
    if max.is_some_and(|max| min >= max) {
        return Err(Mistake::new(column, "the older age must be above the younger"));
    }
    let range = AgeRange { unit: unit.unwrap_or(AgeUnit::Weeks), min, max };
    Ok(Ages::Children { range, expectant, made: unit.is_none() })
}

#[derive(Clone, Copy)]
struct Age {
    count: i32,
    unit: AgeUnit,
}

impl Age {
    const NOUGHT: Self = Self { count: 0, unit: AgeUnit::Months };

    fn read(column: &'static str, text: &str, unit: Option<&str>) -> Result<Self, Mistake> {
        let mistake = || {
            let what = "write a number and weeks, months or years, such as \"18 months\"";
            Mistake::new(column, format!("\"{text}\": {what}"))
        };
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, own_unit) = text.split_at(digits);
        let count: u8 = number.parse().map_err(|_| mistake())?;
        let unit = Some(own_unit.trim()).filter(|own| !own.is_empty()).or(unit);
        let (unit, times) = match unit.unwrap_or_default().to_lowercase().as_str() {
            "week" | "weeks" | "wks" => (AgeUnit::Weeks, 1),
            "month" | "months" | "mths" | "mos" => (AgeUnit::Months, 1),
            "year" | "years" | "yrs" => (AgeUnit::Months, 12),
            _ => return Err(mistake()),
        };
        Ok(Self { count: i32::from(count) * times, unit })
    }

    /// The unit of both ends; none where they must be converted to one. Nought is nought in any
    /// unit.
    fn unit_with(self, other: Option<Self>) -> Option<AgeUnit> {
        match other {
            None => Some(self.unit),
            Some(other) if self.unit == other.unit || self.count == 0 => Some(other.unit),
            Some(_) => None,
        }
    }

    /// To the nearest week.
    fn weeks(self) -> i32 {
        match self.unit {
            AgeUnit::Weeks => self.count,
            // 146,097 days in 400 years.
            AgeUnit::Months => (self.count * 146_097 + 16_800) / 33_600,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn children(unit: AgeUnit, min: i32, max: Option<i32>) -> Ages {
        Ages::Children { range: AgeRange { unit, min, max }, expectant: false, made: false }
    }

    fn months(min: i32, max: i32) -> Ages {
        children(AgeUnit::Months, min, Some(max))
    }

    #[test]
    fn printed_ages_are_read() {
        let range = AgeRange { unit: AgeUnit::Months, min: 0, max: Some(12) };
        let rows = [
            ("0 months", "5 years", months(0, 60)),
            ("24 months", "30 months", months(24, 30)),
            ("12 months", "3 years", months(12, 36)),
            ("expectant", "12 months", Ages::Children { range, expectant: true, made: false }),
            ("6-12 months", "", months(6, 12)),
            ("0–5 years", "", months(0, 60)),
            ("under 5s", "", months(0, 60)),
            ("birth to 5 years", "", months(0, 60)),
            ("6 weeks", "26 Weeks", children(AgeUnit::Weeks, 6, Some(26))),
            ("", "", Ages::AdultsOnly),
            ("0 months", "10 weeks", children(AgeUnit::Weeks, 0, Some(10))),
        ];
        for (min, max, expected) in rows {
            assert_eq!(read(min, max), Ok(expected), "{min} to {max}");
        }
    }

    #[test]
    fn ages_of_two_units_are_kept_in_weeks_and_said() {
        for (min, max, weeks) in [
            ("6 weeks", "12 months", (6, Some(52))),
            ("6 weeks to 12 months", "", (6, Some(52))),
            ("6 weeks - 5 years", "", (6, Some(261))),
            ("6 weeks", "2 months", (6, Some(9))),
        ] {
            let ages = read(min, max).unwrap();
            let range = AgeRange { unit: AgeUnit::Weeks, min: weeks.0, max: weeks.1 };
            assert_eq!(ages, Ages::Children { range, expectant: false, made: true }, "{min} {max}");
            assert!(ages.in_weeks().is_some_and(|said| said.contains("in weeks: 6 to")));
        }
        let expected = children(AgeUnit::Months, 18, None);
        assert_eq!(read("18 months+", ""), Ok(expected));
        assert_eq!(expected.in_weeks(), None);
    }

    #[test]
    fn what_cannot_be_read_names_its_column() {
        let rows = [
            ("0 months", "", "min_age"),
            ("", "5 years", "min_age"),
            ("12 months to 6 weeks", "", "min_age"),
            ("under walking", "", "min_age"),
            ("walking", "5 years", "min_age"),
            ("0 months", "5 fortnights", "max_age"),
            ("-1 months", "5 years", "min_age"),
            ("0 months", "expectant", "max_age"),
            ("5 years", "12 months", "max_age"),
            ("3 months", "3 months", "max_age"),
        ];
        for (min, max, column) in rows {
            assert_eq!(read(min, max).unwrap_err().column, Some(column), "{min} to {max}");
        }
    }
}
