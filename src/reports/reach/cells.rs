//! Turns counts into figures: the share of the residents, the words for it, or why there is none.

use super::measures::MEASURES;
use super::report::{Cell, Line, WhyNot};
use super::tally::Tally;
use crate::reach::figure::Figure;
use crate::reach::proportion::Words;
use crate::reports::balance::share;

/// What is needed to make a report's figures.
pub(crate) struct Figures<'a> {
    pub words: &'a Words,
    pub target_percent: u64,
}

/// What a line is about.
pub(crate) struct Group {
    pub key: String,
    pub label: String,
    pub residents: Residents,
    /// Whether the records cover the window.
    pub covered: bool,
}

/// How many live there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Residents {
    Known(u64),
    /// Shares are of the residents of the whole area; the group's own number is unknown.
    OfAll(Option<u64>),
    NotKnown,
}

impl Residents {
    pub(crate) fn known(count: Option<u64>) -> Residents {
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
            Residents::Known(count) => only(count),
            Residents::OfAll(_) => why(WhyNot::NotApplicable),
            Residents::NotKnown => why(WhyNot::NotAvailable),
        }
    }
}

/// A number without a share.
pub(crate) fn only(n: u64) -> Cell {
    Cell { n: Some(n), ..Cell::default() }
}

pub(crate) fn why(why: WhyNot) -> Cell {
    Cell { why_not: Some(why), ..Cell::default() }
}

impl Figures<'_> {
    pub(crate) fn line(&self, group: Group, tally: &Tally) -> Line {
        let of = group.residents.of();
        let n = |figure| tally.counts.of(figure);
        let claimed = |cell: Cell| match group.covered {
            true => cell,
            false => why(WhyNot::WindowNotCovered),
        };
        let mut line = Line {
            resident: group.residents.cell(),
            gap: claimed(self.gap(n(Figure::Sustained), of)),
            key: group.key,
            label: group.label,
            ..Line::default()
        };
        for figure in Figure::ALL.iter().copied() {
            *line.figure_mut(figure) = match figure {
                Figure::Members | Figure::Listed | Figure::SeenHere | Figure::Seen => {
                    self.share(n(figure), of)
                }
                Figure::SeenNew => self.share(n(figure), Some(n(Figure::Seen))),
                Figure::SustainedDirect | Figure::SustainedUniversal | Figure::Sustained => {
                    claimed(self.share(n(figure), of))
                }
                // Only a count: no share, no words.
                Figure::NotYetEvidenced => claimed(only(n(figure))),
            };
        }
        line
    }

    /// The steps of the funnel below members, each a part of the one before.
    pub(crate) fn members(&self, tally: &Tally, covered: bool) -> Line {
        Line {
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
    pub(crate) fn outside(&self, key: &str, label: &str, tally: &Tally) -> Line {
        let mut line = Line { key: key.to_owned(), label: label.to_owned(), ..Line::default() };
        for measure in MEASURES {
            let n = match measure.figure() {
                Some(
                    figure @ (Figure::Members | Figure::Listed | Figure::SeenHere | Figure::Seen),
                ) => Some(tally.counts.of(figure)),
                _ => None,
            };
            *(measure.of_mut)(&mut line) = Cell { n, ..why(WhyNot::NotApplicable) };
        }
        line
    }

    /// A count of a whole; `None`: the whole is unknown.
    pub(crate) fn share(&self, n: u64, of: Option<u64>) -> Cell {
        match of {
            Some(of) => share(n, of, self.words),
            None => Cell { n: Some(n), ..why(WhyNot::NotAvailable) },
        }
    }

    fn gap(&self, sustained: u64, of: Option<u64>) -> Cell {
        let Some(of) = of else { return why(WhyNot::NotAvailable) };
        let wanted = of.saturating_mul(self.target_percent).div_ceil(100);
        only(wanted.saturating_sub(sustained))
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
        let mut tally = Tally::default();
        for figure in [Figure::Seen, Figure::Sustained] {
            tally.counts.set(figure, sustained);
        }
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
