//! The nine counts of children in a line of the reach report, and the relations that always hold
//! between them. Residents and the gap to the target are not our own counts.

use crate::base::text_enum::text_enum;

text_enum! {
    /// What a line counts.
    Figure {
        Members = "members",
        Listed = "listed",
        SeenHere = "seen_here",
        Seen = "seen",
        SeenNew = "seen_new",
        SustainedDirect = "sustained_direct",
        SustainedUniversal = "sustained_universal",
        NotYetEvidenced = "not_yet_evidenced",
        Sustained = "sustained",
    }
}

/// Some of the nine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureSet(u16);

impl FigureSet {
    pub const NONE: FigureSet = FigureSet(0);

    pub fn of(figures: &[Figure]) -> FigureSet {
        figures.iter().fold(FigureSet::NONE, |set, figure| set.with(*figure))
    }

    pub fn all() -> FigureSet {
        FigureSet::of(Figure::ALL)
    }

    pub fn with(self, figure: Figure) -> FigureSet {
        FigureSet(self.0 | 1 << figure as usize)
    }

    pub fn without(self, figure: Figure) -> FigureSet {
        FigureSet(self.0 & !(1 << figure as usize))
    }

    pub fn and(self, others: FigureSet) -> FigureSet {
        FigureSet(self.0 | others.0)
    }

    pub fn contains(self, figure: Figure) -> bool {
        self.0 & 1 << figure as usize != 0
    }

    pub fn is_within(self, others: FigureSet) -> bool {
        self.0 & !others.0 == 0
    }

    pub fn meets(self, others: FigureSet) -> bool {
        self.0 & others.0 != 0
    }

    pub fn len(self) -> usize {
        usize::try_from(self.0.count_ones()).unwrap_or_default()
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn iter(self) -> impl Iterator<Item = Figure> {
        Figure::ALL.iter().copied().filter(move |figure| self.contains(*figure))
    }
}

/// The counts for some children.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u64; 9]);

impl Counts {
    pub fn of(&self, figure: Figure) -> u64 {
        self.0[figure as usize]
    }

    pub fn set(&mut self, figure: Figure, count: u64) {
        self.0[figure as usize] = count;
    }

    pub fn add(&mut self, others: &Counts) {
        self.0.iter_mut().zip(others.0).for_each(|(count, more)| *count += more);
    }

    /// The counts that remain without some of the children.
    pub fn less(&self, some: &Counts) -> Counts {
        let mut rest = *self;
        rest.0.iter_mut().zip(some.0).for_each(|(count, less)| *count = count.saturating_sub(less));
        rest
    }

    /// Whether these counts are possible: those seen here, for the first time, or on enough days
    /// are among those seen; those in sustained contact are so directly, universally or both.
    pub fn holds(&self) -> bool {
        let [_, _, here, seen, new, direct, universal, _, sustained] = self.0;
        let most = direct.max(universal);
        here.max(new).max(direct) <= seen && most <= sustained && sustained <= direct + universal
    }
}

/// An unprinted count that everybody can work out: the difference of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    pub plus: &'static [Figure],
    pub less: &'static [Figure],
}

/// One figure minus another that is part of it: those seen before, those seen elsewhere, those seen
/// too seldom, those sustained in one way only, those in both.
pub const DIFFERENCES: [Difference; 6] = [
    Difference { plus: &[Figure::Seen], less: &[Figure::SeenNew] },
    Difference { plus: &[Figure::Seen], less: &[Figure::SeenHere] },
    Difference { plus: &[Figure::Seen], less: &[Figure::SustainedDirect] },
    Difference { plus: &[Figure::Sustained], less: &[Figure::SustainedDirect] },
    Difference { plus: &[Figure::Sustained], less: &[Figure::SustainedUniversal] },
    Difference {
        plus: &[Figure::SustainedDirect, Figure::SustainedUniversal],
        less: &[Figure::Sustained],
    },
];

impl Difference {
    pub fn figures(&self) -> FigureSet {
        FigureSet::of(self.plus).and(FigureSet::of(self.less))
    }

    pub fn count(&self, of: &Counts) -> u64 {
        let sum = |figures: &[Figure]| figures.iter().map(|figure| of.of(*figure)).sum::<u64>();
        sum(self.plus).saturating_sub(sum(self.less))
    }
}
