//! A part of a whole: its percentage to one decimal, and the word for it, in the style of Ofsted
//! 2013-15. Both use exact counts, halves rounded up. The words are a setting, because other bodies
//! use other bands.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The share of a part in a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    Of {
        /// Tenths of a percent.
        permille: u64,
        /// Whole percents, used to find the word. Not rounded from the tenths.
        percent: u64,
    },
    /// Zero of zero is not 0%.
    NotApplicable,
    /// More than the whole: the whole is wrong or from another year.
    MoreThanAll,
}

impl Share {
    pub fn of(part: u64, whole: u64) -> Share {
        let rounded = |scale: u128| {
            let (part, whole) = (u128::from(part), u128::from(whole));
            u64::try_from((part * scale * 2 + whole) / (whole * 2)).unwrap_or(u64::MAX)
        };
        match whole {
            0 if part == 0 => Share::NotApplicable,
            _ if part > whole => Share::MoreThanAll,
            _ => Share::Of { permille: rounded(1_000), percent: rounded(100) },
        }
    }

    /// In percent, with one decimal.
    pub fn in_percent(self) -> Option<String> {
        match self {
            Share::Of { permille, .. } => Some(format!("{}.{}", permille / 10, permille % 10)),
            Share::NotApplicable | Share::MoreThanAll => None,
        }
    }
}

/// The organisation's own bands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OwnWordsInOut, example = json!({"label": "Our words", "half": "half",
    "bands": [{"from": 0, "words": "few"}, {"from": 51, "words": "most"}]}))]
pub struct Words {
    /// The name of the style on reports.
    #[schema(min_length = 1, max_length = 60)]
    pub label: String,
    /// The bands, rising from 0.
    #[schema(max_items = 101)]
    pub bands: Vec<WordBand>,
    /// The words for 50%, if it has no band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 60)]
    pub half: Option<String>,
}

/// One band of words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BandInOut)]
pub struct WordBand {
    /// Its first whole percent; it goes up to the next band.
    #[schema(minimum = 0, maximum = 100)]
    pub from: u64,
    /// Its words.
    #[schema(example = "large majority", min_length = 1, max_length = 60)]
    pub words: String,
}

impl Words {
    pub fn new(label: &str, bands: &[(u64, &str)], half: Option<&str>) -> Result<Words, String> {
        let band =
            |(from, words): &(u64, &str)| WordBand { from: *from, words: (*words).to_owned() };
        let bands = bands.iter().map(band).collect();
        Words { label: label.to_owned(), bands, half: half.map(str::to_owned) }.checked()
    }

    /// Refuses bands that leave out a percent: they start at 0, rise, and are below 101.
    pub fn checked(self) -> Result<Words, String> {
        if self.bands.first().is_none_or(|band| band.from != 0)
            || !self.bands.is_sorted_by(|one, next| one.from < next.from)
        {
            return Err("The bands must begin at 0 and rise.".to_owned());
        }
        if self.bands.iter().any(|band| band.from > 100 || band.words.trim().is_empty()) {
            return Err("Each band needs a word and begins at 100 or below.".to_owned());
        }
        Ok(self)
    }

    /// `None` if there is no share.
    pub fn word(&self, share: Share) -> Option<&str> {
        let Share::Of { percent, .. } = share else { return None };
        if percent == 50
            && let Some(half) = &self.half
        {
            return Some(half);
        }
        let band = self.bands.iter().rev().find(|band| band.from <= percent)?;
        Some(&band.words)
    }
}

/// The bands of the default style.
pub(crate) const OFSTED: &[(u64, &str)] = &[
    (0, "almost no"),
    (4, "very small minority"),
    (20, "small minority"),
    (35, "minority"),
    (51, "majority"),
    (65, "large majority"),
    (80, "very large majority"),
    (97, "vast majority"),
];
pub(crate) const OFSTED_LABEL: &str = "Ofsted 2013-15 style";

/// Education Scotland's, which has a band for 50%.
pub(crate) const SCOTLAND: &[(u64, &str)] =
    &[(0, "few"), (15, "less than half"), (50, "majority"), (75, "most"), (91, "almost all")];

#[cfg(test)]
mod tests {
    use super::*;

    fn ofsted() -> Words {
        Words::new(OFSTED_LABEL, OFSTED, Some("half")).unwrap()
    }

    #[test]
    fn words_go_by_the_whole_percent_halves_rounded_up() {
        for (part, whole, word) in [
            (0, 100, "almost no"),
            (3, 100, "almost no"),
            (34, 1_000, "almost no"),
            (35, 1_000, "very small minority"),
            (19, 100, "very small minority"),
            (20, 100, "small minority"),
            (34, 100, "small minority"),
            (35, 100, "minority"),
            (49, 100, "minority"),
            (494, 1_000, "minority"),
            (495, 1_000, "half"),
            (50, 100, "half"),
            (504, 1_000, "half"),
            (505, 1_000, "majority"),
            (64, 100, "majority"),
            (644, 1_000, "majority"),
            (6_449, 10_000, "majority"),
            (646, 1_000, "large majority"),
            (79, 100, "large majority"),
            (80, 100, "very large majority"),
            (96, 100, "very large majority"),
            (97, 100, "vast majority"),
            (100, 100, "vast majority"),
        ] {
            assert_eq!(ofsted().word(Share::of(part, whole)), Some(word), "{part} of {whole}");
        }
    }

    #[test]
    fn every_percent_has_a_word_in_every_style() {
        let scotland = Words::new("Education Scotland", SCOTLAND, None).unwrap();
        for percent in 0..=100 {
            assert!(ofsted().word(Share::of(percent, 100)).is_some());
            assert!(scotland.word(Share::of(percent, 100)).is_some());
        }
        assert_eq!(scotland.word(Share::of(50, 100)), Some("majority"));
        assert_eq!(scotland.word(Share::of(90, 100)), Some("most"));
    }

    #[test]
    fn one_decimal_is_rounded_from_the_counts_and_not_twice() {
        assert_eq!(Share::of(6_449, 10_000), Share::Of { permille: 645, percent: 64 });
        assert_eq!(Share::of(1, 3), Share::Of { permille: 333, percent: 33 });
        assert_eq!(Share::of(2, 3), Share::Of { permille: 667, percent: 67 });
        let most = Share::of(u64::MAX - 1, u64::MAX);
        assert_eq!(most, Share::Of { permille: 1_000, percent: 100 });
    }

    #[test]
    fn nothing_of_nothing_and_more_than_all_have_no_word() {
        assert_eq!(Share::of(0, 0), Share::NotApplicable);
        assert_eq!(Share::of(5, 4), Share::MoreThanAll);
        assert_eq!(Share::of(1, 0), Share::MoreThanAll);
        for share in [Share::NotApplicable, Share::MoreThanAll] {
            assert_eq!(ofsted().word(share), None);
        }
    }

    #[test]
    fn bands_that_leave_a_percent_out_are_refused() {
        assert!(Words::new("x", &[(1, "a")], None).is_err());
        assert!(Words::new("x", &[(0, "a"), (50, "b"), (50, "c")], None).is_err());
        assert!(Words::new("x", &[(0, "a"), (101, "b")], None).is_err());
        assert!(Words::new("x", &[(0, " ")], None).is_err());
        assert!(Words::new("x", &[], None).is_err());
    }
}
