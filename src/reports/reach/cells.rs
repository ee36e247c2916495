//! Turns counts into figures: the share of the residents, the words for it, or why there is none.

use super::report::{Cell, Line, WhyNot};
use super::tally::Tally;
use crate::reach::proportion::{Share, Words};

/// What is needed to make a report's figures.
pub struct Figures<'a> {
    pub words: &'a Words,
    pub target_percent: u64,
}

/// What a line is about.
pub struct Group {
    pub key: String,
    pub label: String,
    pub residents: Residents,
    /// Whether the records cover the window.
    pub covered: bool,
}

/// How many live there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Residents {
    Known(u64),
    /// Shares are of the residents of the whole area; the group's own number is unknown.
    OfAll(Option<u64>),
    NotKnown,
}

impl Residents {
    pub fn known(count: Option<u64>) -> Residents {
        count.map_or(Residents::NotKnown, Residents::Known)
    }

    fn of(self) -> Option<u64> {
        match self {
            Residents::Known(count) => Some(count),
            Residents::OfAll(count) => count,
            Residents::NotKnown => None,
        }
    }

    fn cell(self) -> Cell {
        match self {
            Residents::Known(count) => Cell { n: Some(count), ..Cell::default() },
            Residents::OfAll(_) => why(WhyNot::NotApplicable),
            Residents::NotKnown => why(WhyNot::NotAvailable),
        }
    }
}

fn why(why: WhyNot) -> Cell {
    Cell { why_not: Some(why), ..Cell::default() }
}

impl Figures<'_> {
    pub fn line(&self, group: Group, tally: &Tally) -> Line {
        let of = group.residents.of();
        let share = |n: u64| self.share(n, of);
        let claimed = |cell: Cell| match group.covered {
            true => cell,
            false => why(WhyNot::WindowNotCovered),
        };
        Line {
            resident: group.residents.cell(),
            members: share(tally.members),
            listed: share(tally.listed),
            seen_here: share(tally.seen_here),
            seen: share(tally.seen),
            seen_new: self.share(tally.seen_new, Some(tally.seen)),
            sustained_direct: claimed(share(tally.sustained_direct)),
            sustained_universal: claimed(share(tally.sustained_universal)),
            // Only a count: no share, no words.
            not_yet_evidenced: claimed(Cell {
                n: Some(tally.not_yet_evidenced),
                ..Cell::default()
            }),
            sustained: claimed(share(tally.sustained)),
            gap: claimed(self.gap(tally.sustained, of)),
            key: group.key,
            label: group.label,
        }
    }

    /// The steps of the funnel below members, each a part of the one before.
    pub fn members(&self, tally: &Tally, covered: bool) -> Line {
        let only = |n: u64| Cell { n: Some(n), ..Cell::default() };
        Line {
            key: String::new(),
            label: "Members".to_owned(),
            seen: only(tally.members_seen),
            sustained_direct: match covered {
                true => only(tally.members_direct),
                false => why(WhyNot::WindowNotCovered),
            },
            ..Line::default()
        }
    }

    /// A bucket outside the area: members and seen, without shares.
    pub fn outside(&self, key: &str, label: &str, tally: &Tally) -> Line {
        let only = |n: u64| Cell { n: Some(n), ..why(WhyNot::NotApplicable) };
        let none = || why(WhyNot::NotApplicable);
        Line {
            key: key.to_owned(),
            label: label.to_owned(),
            resident: none(),
            members: only(tally.members),
            listed: only(tally.listed),
            seen_here: only(tally.seen_here),
            seen: only(tally.seen),
            seen_new: none(),
            sustained_direct: none(),
            sustained_universal: none(),
            not_yet_evidenced: none(),
            sustained: none(),
            gap: none(),
        }
    }

    /// A count of a whole; `None`: the whole is unknown.
    pub fn share(&self, n: u64, of: Option<u64>) -> Cell {
        let Some(of) = of else {
            return Cell { n: Some(n), ..why(WhyNot::NotAvailable) };
        };
        let share = Share::of(n, of);
        let (percent, why_not) = match share {
            Share::Of { permille, .. } => {
                (Some(format!("{}.{}", permille / 10, permille % 10)), None)
            }
            Share::NotApplicable => (None, Some(WhyNot::NotApplicable)),
            Share::MoreThanAll => (None, Some(WhyNot::CheckPopulation)),
        };
        let words = self.words.word(share).map(str::to_owned);
        Cell { n: Some(n), of: Some(of), percent, words, why_not }
    }

    fn gap(&self, sustained: u64, of: Option<u64>) -> Cell {
        let Some(of) = of else { return why(WhyNot::NotAvailable) };
        let wanted = of.saturating_mul(self.target_percent).div_ceil(100);
        Cell { n: Some(wanted.saturating_sub(sustained)), ..Cell::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reach::proportion::{OFSTED, OFSTED_LABEL};

    fn line(residents: Residents, covered: bool, sustained: u64) -> Line {
        let words = Words::new(OFSTED_LABEL, OFSTED, Some("half")).unwrap();
        let figures = Figures { words: &words, target_percent: 65 };
        let group = Group { key: String::new(), label: String::new(), residents, covered };
        let tally = Tally { seen: sustained, sustained, ..Tally::default() };
        figures.line(group, &tally)
    }

    #[test]
    fn a_share_is_of_the_residents_with_its_words_or_says_why_not() {
        let whole = line(Residents::Known(1_800), true, 1_163);
        assert_eq!(whole.sustained.percent.as_deref(), Some("64.6"));
        assert_eq!(whole.sustained.words.as_deref(), Some("large majority"));
        assert_eq!(whole.gap.n, Some(7), "65% of 1,800 are 1,170");
        assert_eq!(line(Residents::Known(1_800), true, 1_200).gap.n, Some(0));
        assert_eq!(line(Residents::Known(10), true, 0).gap.n, Some(7), "6.5 children are seven");

        let unknown = line(Residents::NotKnown, true, 5);
        assert_eq!((unknown.sustained.n, unknown.sustained.percent), (Some(5), None));
        assert_eq!(unknown.gap.why_not, Some(WhyNot::NotAvailable));
        let more = line(Residents::Known(4), true, 5);
        assert_eq!(more.sustained.why_not, Some(WhyNot::CheckPopulation));
        assert_eq!(line(Residents::Known(0), true, 0).seen.why_not, Some(WhyNot::NotApplicable));
        let early = line(Residents::Known(10), false, 5);
        assert_eq!(early.sustained, why(WhyNot::WindowNotCovered));
        assert_eq!(early.seen.percent.as_deref(), Some("50.0"));
    }
}
