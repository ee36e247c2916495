//! Working days before and after a date, for notice and deadlines. The terms in use say "Monday-Friday",
//! so bank holidays count unless a centre chooses otherwise: leaving them out makes a deadline
//! earlier than the words do.

use super::bank_holiday;
use chrono::{Datelike, NaiveDate, Weekday};

/// Which days are working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkingDays {
    MondayToFriday,
    ExceptBankHolidays,
}

impl WorkingDays {
    pub fn contain(self, day: NaiveDate) -> bool {
        let at_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        match self {
            Self::MondayToFriday => !at_weekend,
            Self::ExceptBankHolidays => !at_weekend && bank_holiday(day).is_none(),
        }
    }
}

/// The day this many working days before this one, which itself is not counted.
pub fn working_days_before(day: NaiveDate, count: usize, days: WorkingDays) -> NaiveDate {
    if count == 0 {
        return day;
    }
    std::iter::successors(day.pred_opt(), NaiveDate::pred_opt)
        .filter(|earlier| days.contain(*earlier))
        .nth(count - 1)
        .unwrap_or(NaiveDate::MIN)
}

/// The day this many working days after this one, which itself is not counted.
pub fn working_days_after(day: NaiveDate, count: usize, days: WorkingDays) -> NaiveDate {
    if count == 0 {
        return day;
    }
    std::iter::successors(day.succ_opt(), NaiveDate::succ_opt)
        .filter(|later| days.contain(*later))
        .nth(count - 1)
        .unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use WorkingDays::{ExceptBankHolidays, MondayToFriday};

    #[test]
    fn notice_is_counted_back_from_the_session() {
        // Session; three days literally and without bank holidays; five the same way.
        let rows = [
            ("2026-11-26", "2026-11-23", "2026-11-23", "2026-11-19", "2026-11-19"),
            ("2026-11-23", "2026-11-18", "2026-11-18", "2026-11-16", "2026-11-16"),
            ("2026-11-28", "2026-11-25", "2026-11-25", "2026-11-23", "2026-11-23"),
            ("2026-04-08", "2026-04-03", "2026-04-01", "2026-04-01", "2026-03-30"),
            ("2027-01-04", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-23"),
            ("2026-05-05", "2026-04-30", "2026-04-29", "2026-04-28", "2026-04-27"),
        ];
        for (session, three, three_less, five, five_less) in rows {
            let before = |count, days| {
                working_days_before(session.parse().unwrap(), count, days).to_string()
            };
            assert_eq!(before(3, MondayToFriday), three, "{session}");
            assert_eq!(before(3, ExceptBankHolidays), three_less, "{session}");
            assert_eq!(before(5, MondayToFriday), five, "{session}");
            assert_eq!(before(5, ExceptBankHolidays), five_less, "{session}");
        }
        let monday = "2026-11-23".parse().unwrap();
        assert_eq!(working_days_before(monday, 0, MondayToFriday), monday);
    }

    #[test]
    fn a_deadline_leaves_out_weekends_and_bank_holidays() {
        for (day, two) in [
            ("2026-11-23", "2026-11-25"),
            ("2026-11-26", "2026-11-30"),
            ("2026-11-28", "2026-12-01"),
            ("2026-12-24", "2026-12-30"),
            ("2026-04-02", "2026-04-08"),
        ] {
            let after = working_days_after(day.parse().unwrap(), 2, ExceptBankHolidays);
            assert_eq!(after.to_string(), two, "{day}");
        }
        let monday = "2026-11-23".parse().unwrap();
        assert_eq!(working_days_after(monday, 0, MondayToFriday), monday);
    }
}
