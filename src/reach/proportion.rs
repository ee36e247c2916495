//! A part of a whole: its percentage to one decimal, and the word for it, in the style of Ofsted
//! 2013-15. Both use exact counts, halves rounded up. The words are a setting, because other bodies
//! use other bands.

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

/// The words of one style: each band starts at a whole percent and ends at the next band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub label: String,
    bands: Vec<(u64, String)>,
    /// The word for 50%, if the style has no band for it.
    half: Option<String>,
}

impl Words {
    /// Bands by their first percent: starting at 0, rising, and below 101.
    pub fn new(label: &str, bands: &[(u64, &str)], half: Option<&str>) -> Result<Words, String> {
        let rising = bands.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0));
        if bands.first().map(|band| band.0) != Some(0) || !rising {
            return Err("The bands must begin at 0 and rise.".to_owned());
        }
        if bands.iter().any(|(from, word)| *from > 100 || word.trim().is_empty()) {
            return Err("Each band needs a word and begins at 100 or below.".to_owned());
        }
        Ok(Words {
            label: label.to_owned(),
            bands: bands.iter().map(|(from, word)| (*from, (*word).to_owned())).collect(),
            half: half.map(str::to_owned),
        })
    }

    /// `None` if there is no share.
    pub fn word(&self, share: Share) -> Option<&str> {
        let Share::Of { percent, .. } = share else { return None };
        if percent == 50
            && let Some(half) = &self.half
        {
            return Some(half);
        }
        let band = self.bands.iter().rev().find(|(from, _)| *from <= percent)?;
        Some(&band.1)
    }
}

/// The bands of the default style.
pub const OFSTED: &[(u64, &str)] = &[
    (0, "almost no"),
    (4, "very small minority"),
    (20, "small minority"),
    (35, "minority"),
    (51, "majority"),
    (65, "large majority"),
    (80, "very large majority"),
    (97, "vast majority"),
];
pub const OFSTED_LABEL: &str = "Ofsted 2013-15 style";

/// Education Scotland's, which has a band for 50%.
pub const SCOTLAND: &[(u64, &str)] =
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
