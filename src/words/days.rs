//! Days and lists by the rules of a language, from the Unicode CLDR data that ICU carries. Figures
//! are always 0 to 9, which all readers here know from timetables and prices.

use chrono::{Datelike, NaiveDate};
use icu_calendar::Date;
use icu_calendar::cal::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{MDE, YM, YMD};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale::Locale;

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

pub(crate) struct Days {
    day: Formatter<MDE>,
    date: Formatter<YMD>,
    month: Formatter<YM>,
    list: ListFormatter,
}

impl Days {
    /// Of a language tag; a language that CLDR does not know gets its plainest forms.
    pub(super) fn of(tag: &str) -> Option<Days> {
        let locale: Locale = format!("{tag}-u-nu-latn").parse().unwrap_or(Locale::UNKNOWN);
        Some(Days {
            day: Formatter::try_new((&locale).into(), MDE::long()).ok()?,
            date: Formatter::try_new((&locale).into(), YMD::long()).ok()?,
            month: Formatter::try_new((&locale).into(), YM::long()).ok()?,
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                .ok()?,
        })
    }

    /// Tuesday 3 June.
    pub(super) fn day(&self, day: NaiveDate) -> Option<String> {
        Some(self.day.format(&gregorian(day)?).to_string())
    }

    /// 3 June 2025.
    pub(super) fn date(&self, day: NaiveDate) -> Option<String> {
        Some(self.date.format(&gregorian(day)?).to_string())
    }

    /// June 2025.
    pub(super) fn month(&self, day: NaiveDate) -> Option<String> {
        Some(self.month.format(&gregorian(day)?).to_string())
    }

    /// Leo, Mia and Zac.
    pub(super) fn list(&self, items: &[String]) -> String {
        self.list.format(items.iter()).to_string()
    }
}

fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Date::try_new_gregorian(day.year(), month, of_month).ok()
}
