//! The basis of a report: its centres with their reach areas at the time, and the figures of each
//! LSOA, all of one vintage.

use super::met::CentreAt;
use crate::areas::basis::Basis;
use crate::areas::figures::{LsoaFigure, under_fives};
use crate::areas::place::Bucket;
use crate::areas::{ReachArea, Vintage};
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reach::facts::PlaceKnown;
use crate::reach::version::{AsAt, VersionSettled};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// A centre in the report.
#[derive(Clone, Debug)]
pub struct CentreArea {
    pub id: CentreId,
    pub name: String,
    /// Its LSOAs, by index; `None` if it has no reach area.
    pub lsoas: Option<Vec<usize>>,
    /// Its first recorded contact day.
    pub begins: Option<NaiveDate>,
}

#[derive(Clone, Debug, Default)]
pub struct Ground {
    pub centres: Vec<CentreArea>,
    /// `None` if there is no reach area.
    pub basis: Option<Basis>,
    pub lsoas: Vec<LsoaFigure>,
    /// Residents by single year of age, for LSOAs with every age known.
    pub by_age: HashMap<usize, [i64; 5]>,
    at: HashMap<String, usize>,
    centre_at: HashMap<CentreId, CentreAt>,
}

/// Where a child counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Lsoa(usize),
    /// For a centre without a reach area: by home centre.
    Home,
    Outside(Bucket),
}

impl Ground {
    pub fn new(
        centres: Vec<CentreArea>,
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

    pub fn is_home(&self, child: &VersionSettled) -> bool {
        child.lived.centre.as_ref().is_some_and(|centre| self.centre_at.contains_key(centre))
    }

    pub fn spot(&self, child: &VersionSettled) -> Spot {
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

    /// All residents; `None` if unknown for any LSOA.
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

    /// Residents of this age in completed months; only for whole years.
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

    /// The deciles present, most deprived first, with their LSOAs; LSOAs without a decile last.
    pub fn deciles(&self) -> BTreeMap<(bool, Option<i32>), Vec<usize>> {
        let mut deciles: BTreeMap<(bool, Option<i32>), Vec<usize>> = BTreeMap::new();
        for (at, figure) in self.lsoas.iter().enumerate() {
            deciles.entry((figure.decile.is_none(), figure.decile)).or_default().push(at);
        }
        deciles
    }

    /// The first recorded contact day of any of the centres.
    pub fn begins(&self) -> Option<NaiveDate> {
        self.centres.iter().filter_map(|centre| centre.begins).min()
    }
}

fn count(residents: Option<i64>) -> Option<u64> {
    residents.and_then(|residents| u64::try_from(residents).ok())
}

/// A centre's reach area on a day, as known then; before the first one, the first.
pub(crate) fn area_of_day<'a>(areas: &'a [ReachArea], at: &AsAt) -> Option<&'a ReachArea> {
    let known = areas.iter().filter(|area| area.since_at <= at.known_at);
    let on_the_day = known.filter(|area| at.covers(area.since_at));
    let since = |area: &&ReachArea| -> Moment { area.since_at };
    on_the_day.max_by_key(since).or_else(|| areas.iter().min_by_key(since))
}
