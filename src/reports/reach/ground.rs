//! The ground a report stands on: its centres with their reach areas as they were, and what is
//! known of each LSOA, all of one vintage.

use super::met::CentreAt;
use crate::areas::basis::Basis;
use crate::areas::figures::{LsoaFigure, under_fives};
use crate::areas::place::Bucket;
use crate::areas::{ReachArea, Vintage};
use crate::id::CentreId;
use crate::moment::Moment;
use crate::reach::facts::PlaceKnown;
use crate::reach::version::{AsAt, Settled};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// A centre of the report.
#[derive(Clone, Debug)]
pub struct Centre {
    pub id: CentreId,
    pub name: String,
    /// Its LSOAs by their place in the list; `None` where no reach area is drawn.
    pub lsoas: Option<Vec<usize>>,
    /// The first day a contact with it is recorded of.
    pub begins: Option<NaiveDate>,
}

#[derive(Clone, Debug, Default)]
pub struct Ground {
    pub centres: Vec<Centre>,
    /// `None` where no reach area is drawn.
    pub basis: Option<Basis>,
    pub lsoas: Vec<LsoaFigure>,
    /// Residents by single year of age, of those LSOAs of which every age is known.
    pub by_age: HashMap<usize, [i64; 5]>,
    at: HashMap<String, usize>,
    centre_at: HashMap<CentreId, CentreAt>,
}

/// Where a child counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Lsoa(usize),
    /// Of a centre without a reach area, by its home centre.
    Home,
    Outside(Bucket),
}

impl Ground {
    pub fn new(
        centres: Vec<Centre>,
        basis: Option<Basis>,
        lsoas: Vec<LsoaFigure>,
        by_age: HashMap<usize, [i64; 5]>,
    ) -> Ground {
        let at = lsoas.iter().enumerate().map(|(at, figure)| (figure.code.to_string(), at));
        let centre_at = centres.iter().zip(0..).map(|(centre, at)| (centre.id.clone(), at));
        let (at, centre_at) = (at.collect(), centre_at.collect());
        Ground { centres, basis, lsoas, by_age, at, centre_at }
    }

    pub fn vintage(&self) -> Option<Vintage> {
        self.basis.as_ref().map(Basis::vintage)
    }

    pub fn centre_at(&self, centre: &CentreId) -> Option<CentreAt> {
        self.centre_at.get(centre).copied()
    }

    pub fn is_home(&self, child: &Settled) -> bool {
        child.lived.centre.as_ref().is_some_and(|centre| self.centre_at.contains_key(centre))
    }

    pub fn spot(&self, child: &Settled) -> Spot {
        match child.lived.place {
            PlaceKnown::Restricted => Spot::Outside(Bucket::Restricted),
            _ if self.basis.is_none() && self.is_home(child) => Spot::Home,
            PlaceKnown::NoFixedAddress => Spot::Outside(Bucket::NoFixedAddress),
            PlaceKnown::Unknown => Spot::Outside(Bucket::Unknown),
            PlaceKnown::Postcode | PlaceKnown::Lsoa => match child.lived.lsoa.as_deref() {
                None => Spot::Outside(Bucket::Unknown),
                Some(code) => {
                    self.at.get(code).map_or(Spot::Outside(Bucket::OutOfArea), |at| Spot::Lsoa(*at))
                }
            },
        }
    }

    pub fn decile(&self, spot: Spot) -> Option<i32> {
        match spot {
            Spot::Lsoa(at) => self.lsoas.get(at).and_then(|figure| figure.decile),
            Spot::Home | Spot::Outside(_) => None,
        }
    }

    /// All residents; `None` where they are not known of one LSOA.
    pub fn residents(&self) -> Option<u64> {
        count(under_fives(&self.lsoas))
    }

    pub fn residents_of(&self, lsoas: &[usize]) -> Option<u64> {
        count(under_fives(lsoas.iter().filter_map(|at| self.lsoas.get(*at))))
    }

    pub fn residents_where(&self, holds: impl Fn(&LsoaFigure) -> bool) -> Option<u64> {
        let mut some = self.lsoas.iter().filter(|figure| holds(figure)).peekable();
        if some.peek().is_none() {
            return self.residents().map(|_| 0);
        }
        count(under_fives(some))
    }

    /// Residents of these completed months, where they are whole years.
    pub fn residents_aged(&self, from: u32, until: u32) -> Option<u64> {
        if !from.is_multiple_of(12) || !until.is_multiple_of(12) || self.lsoas.is_empty() {
            return None;
        }
        let years = usize::try_from(from / 12).ok()?..usize::try_from(until / 12).ok()?;
        let mut sum = 0;
        for at in 0..self.lsoas.len() {
            let ages = self.by_age.get(&at)?;
            sum += ages.get(years.clone())?.iter().sum::<i64>();
        }
        count(Some(sum))
    }

    /// The deciles there are, the most deprived first, with their LSOAs; those without one last.
    pub fn deciles(&self) -> BTreeMap<(bool, Option<i32>), Vec<usize>> {
        let mut deciles: BTreeMap<(bool, Option<i32>), Vec<usize>> = BTreeMap::new();
        for (at, figure) in self.lsoas.iter().enumerate() {
            deciles.entry((figure.decile.is_none(), figure.decile)).or_default().push(at);
        }
        deciles
    }

    /// The first day a contact with any of the centres is recorded of.
    pub fn begins(&self) -> Option<NaiveDate> {
        self.centres.iter().filter_map(|centre| centre.begins).min()
    }
}

fn count(residents: Option<i64>) -> Option<u64> {
    residents.and_then(|residents| u64::try_from(residents).ok())
}

/// Of the areas a centre has had, the one of the day as known then; before the first was drawn, or
/// known, that.
pub fn area_of_day<'a>(areas: &'a [ReachArea], at: &AsAt) -> Option<&'a ReachArea> {
    let known = areas.iter().filter(|area| area.since_at <= at.known_at);
    let on_the_day = known.filter(|area| at.covers(area.since_at));
    let since = |area: &&ReachArea| -> Moment { area.since_at };
    on_the_day.max_by_key(since).or_else(|| areas.iter().min_by_key(since))
}
