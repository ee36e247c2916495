//! What the form of what's on asks for. Values that are not known are left out, so that the same
//! question is always the same text: the address of a page, and the name of its answer in memory.

use crate::base::id::CentreId;
use crate::centres::AccessFeature;
use crate::sessions::choice::{Choice, Day, Half, Suits, WantedAge};

/// Ages as parents count them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum AgeBand {
    Expected,
    UnderOne,
    One,
    Two,
    Three,
    Four,
}

impl AgeBand {
    pub(crate) const ALL: [AgeBand; 6] = [
        AgeBand::Expected,
        AgeBand::UnderOne,
        AgeBand::One,
        AgeBand::Two,
        AgeBand::Three,
        AgeBand::Four,
    ];

    /// Its value in the form: the completed months it begins with.
    pub(crate) fn value(self) -> &'static str {
        match self {
            AgeBand::Expected => "expected",
            AgeBand::UnderOne => "0",
            AgeBand::One => "12",
            AgeBand::Two => "24",
            AgeBand::Three => "36",
            AgeBand::Four => "48",
        }
    }

    fn read(value: &str) -> Option<AgeBand> {
        AgeBand::ALL.into_iter().find(|band| band.value() == value)
    }

    fn wanted(self) -> WantedAge {
        match self {
            AgeBand::Expected => WantedAge::Expected,
            AgeBand::UnderOne => WantedAge::Months(0..12),
            AgeBand::One => WantedAge::Months(12..24),
            AgeBand::Two => WantedAge::Months(24..36),
            AgeBand::Three => WantedAge::Months(36..48),
            AgeBand::Four => WantedAge::Months(48..60),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    pub centre: Option<CentreId>,
    /// What is nearest to this centre stands first on each day.
    pub near: Option<CentreId>,
    /// In order, each once.
    pub ages: Vec<AgeBand>,
    pub suits: Suits,
    pub day: Option<Day>,
    pub half: Option<Half>,
    pub free: bool,
    /// All of them; in order, each once.
    pub access: Vec<AccessFeature>,
    /// From 1.
    pub page: i64,
    /// Whether a postcode was asked for that no centre serves.
    pub unknown_postcode: bool,
}

impl Default for Asked {
    fn default() -> Asked {
        Asked {
            centre: None,
            near: None,
            ages: Vec::new(),
            suits: Suits::Any,
            day: None,
            half: None,
            free: false,
            access: Vec::new(),
            page: 1,
            unknown_postcode: false,
        }
    }
}

/// Nobody plans further ahead than this many pages.
const LAST_PAGE: i64 = 50;

impl Asked {
    /// Of a query, as a browser sends the form.
    pub(crate) fn read(query: &str) -> Asked {
        let mut asked = Asked::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match (&*name, &*value) {
                (_, "") => {}
                ("centre", id) => asked.centre = Some(CentreId::from(id)),
                ("near", id) => asked.near = Some(CentreId::from(id)),
                ("age", age) => asked.ages.extend(AgeBand::read(age)),
                ("suits", suits) => asked.suits = Suits::parse(suits).unwrap_or(asked.suits),
                ("day", day) => asked.day = Day::parse(day),
                ("half", half) => asked.half = Half::parse(half),
                ("free", "yes") => asked.free = true,
                ("access", code) => asked.access.extend(AccessFeature::parse(code)),
                ("page", page) => asked.page = page.parse().unwrap_or(1).clamp(1, LAST_PAGE),
                ("unknown", "postcode") => asked.unknown_postcode = true,
                _ => {}
            }
        }
        asked.ages.sort_unstable();
        asked.ages.dedup();
        asked.access.sort_unstable();
        asked.access.dedup();
        if asked.ages.len() < 2 {
            asked.suits = Suits::Any;
        }
        asked
    }

    /// The postcode of a query, where it holds one.
    pub(crate) fn postcode(query: &str) -> Option<String> {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let sent = pairs.find(|(name, value)| name == "postcode" && !value.trim().is_empty());
        sent.map(|(_, postcode)| postcode.into_owned())
    }

    /// The address that asks for the same.
    pub(crate) fn address(&self) -> String {
        match self.query() {
            query if query.is_empty() => "/whats-on".to_owned(),
            query => format!("/whats-on?{query}"),
        }
    }

    /// The same without pages.
    pub(crate) fn whole(self) -> Asked {
        Asked { page: 1, unknown_postcode: false, ..self }
    }

    /// The address of all of it as a file: `.ics`, `.pdf`.
    pub(crate) fn file_address(&self, ending: &str) -> String {
        let named = format!("/whats-on{ending}");
        self.clone().whole().address().replacen("/whats-on", &named, 1)
    }

    /// The address of all of it as a sheet of half the size.
    pub(crate) fn small_sheet(&self) -> String {
        let sheet = self.file_address(".pdf");
        let and = if sheet.contains('?') { '&' } else { '?' };
        format!("{sheet}{and}paper=a5")
    }

    /// The one query that asks for this.
    pub(crate) fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(centre) = &self.centre {
            query.append_pair("centre", centre.as_str());
        }
        if let Some(centre) = &self.near {
            query.append_pair("near", centre.as_str());
        }
        for age in &self.ages {
            query.append_pair("age", age.value());
        }
        if self.suits == Suits::All {
            query.append_pair("suits", Suits::All.as_str());
        }
        if let Some(day) = self.day {
            query.append_pair("day", day.as_str());
        }
        if let Some(half) = self.half {
            query.append_pair("half", half.as_str());
        }
        if self.free {
            query.append_pair("free", "yes");
        }
        for feature in &self.access {
            query.append_pair("access", feature.as_str());
        }
        if self.page > 1 {
            query.append_pair("page", &self.page.to_string());
        }
        if self.unknown_postcode {
            query.append_pair("unknown", "postcode");
        }
        query.finish()
    }

    pub(crate) fn choice(&self) -> Choice {
        Choice {
            ages: self.ages.iter().map(|age| age.wanted()).collect(),
            suits: self.suits,
            day: self.day,
            half: self.half,
            free: self.free,
            access: self.access.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_question_is_the_same_text() {
        for (sent, query) in [
            ("", ""),
            ("centre=&age=&day=&postcode=", ""),
            ("age=24&age=0&age=24", "age=0&age=24"),
            ("suits=all&age=24&age=0", "age=0&age=24&suits=all"),
            ("suits=all&age=24", "age=24"),
            ("age=13&age=rubbish&day=someday&half=&page=-4&free=no&x=y", ""),
            (
                "free=yes&half=morning&day=friday&centre=c1",
                "centre=c1&day=friday&half=morning&free=yes",
            ),
            ("access=bsl&access=step_free&access=bsl&access=x", "access=step_free&access=bsl"),
            ("page=3", "page=3"),
            ("free=yes&near=c1", "near=c1&free=yes"),
            ("page=4000000000", "page=50"),
            ("page=99999999999999999999", ""),
        ] {
            assert_eq!(Asked::read(sent).query(), query, "{sent}");
            assert_eq!(Asked::read(query), Asked::read(sent), "{sent}");
        }
    }

    #[test]
    fn a_file_holds_what_was_chosen_and_all_pages_of_it() {
        let asked = Asked::read("age=24&page=3");
        assert_eq!(asked.file_address(".ics"), "/whats-on.ics?age=24");
        assert_eq!(Asked::default().file_address(".pdf"), "/whats-on.pdf");
    }

    #[test]
    fn a_postcode_is_found_where_it_was_filled_in() {
        assert_eq!(Asked::postcode("centre=c1&postcode=m31+4fl").as_deref(), Some("m31 4fl"));
        assert_eq!(Asked::postcode("postcode=+&centre="), None);
    }
}
