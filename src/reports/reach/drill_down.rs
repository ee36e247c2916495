//! Which children are behind a line: the line's rule, applied in reverse.

use super::count::ReachCounts;
use super::ground::{CentreArea, Spot};
use super::report::ReachBy;
use super::tables::{TableLines, band_key};
use super::tally::Judged;
use crate::areas::place::Bucket;

impl TableLines<'_> {
    /// Whether a child is counted in the line with this key.
    pub fn holds(&self, table: &str, key: &str, one: &ReachCounts) -> bool {
        let inside = !matches!(one.spot, Spot::Outside(_));
        if table == "whole" {
            return inside;
        }
        if table == "members" {
            return inside && one.judged.member;
        }
        if table == "outside" {
            let is_bucket = Bucket::parse(key).map(Spot::Outside) == Some(one.spot);
            return is_bucket && self.is_of_ours(one);
        }
        let named = |at: &u16| {
            self.groups.list.get(usize::from(*at)).is_some_and(|group| group.code == key)
        };
        let came = |at: &u32| {
            let at = usize::try_from(*at).unwrap_or(usize::MAX);
            self.activities.get(at).is_some_and(|activity| activity.as_str() == key)
        };
        let lsoa = match one.spot {
            Spot::Lsoa(at) => Some(at),
            Spot::Home | Spot::Outside(_) => None,
        };
        let decile = || self.ground.decile(one.spot).map(|decile| decile.to_string());
        inside
            && match ReachBy::parse(table) {
                Some(ReachBy::Area) => {
                    lsoa.is_some() && one.child.lived.lsoa.as_deref() == Some(key)
                }
                Some(ReachBy::Decile) => {
                    lsoa.is_some() && decile().as_deref().unwrap_or("unknown") == key
                }
                Some(ReachBy::TargetGroup) => one.groups.iter().any(named),
                Some(ReachBy::AgeBand) => {
                    let band =
                        |(from, until): &&(u32, u32)| (*from..*until).contains(&one.age_months);
                    self.plan.age_bands.months().iter().find(band).map(band_key).as_deref()
                        == Some(key)
                }
                Some(ReachBy::Activity) => one.met.activities.iter().any(came),
                Some(ReachBy::Centre) => self.centres_of(one).iter().any(|at| {
                    self.ground.centres.get(*at).is_some_and(|centre| centre.id.as_str() == key)
                }),
                None => false,
            }
    }

    /// A child as judged for its line: in a centre's line "here" is that centre.
    pub fn judged_in(&self, split: Option<ReachBy>, key: &str, one: &ReachCounts) -> Judged {
        if split != Some(ReachBy::Centre) {
            return one.judged;
        }
        let here =
            self.ground.centres.iter().zip(0..).find(|(centre, _)| centre.id.as_str() == key);
        let seen_here = here.is_some_and(|(_, at)| one.met.centres.contains(&at));
        Judged { seen_here, ..one.judged }
    }

    /// The centres, by index, whose line a child is in.
    fn centres_of(&self, one: &ReachCounts) -> Vec<usize> {
        let serves = |centre: &CentreArea, lsoa: usize| {
            centre.lsoas.as_ref().is_some_and(|lsoas| lsoas.contains(&lsoa))
        };
        match one.spot {
            Spot::Lsoa(lsoa) => {
                let centres = self.ground.centres.iter().enumerate();
                centres.filter(|(_, centre)| serves(centre, lsoa)).map(|(at, _)| at).collect()
            }
            Spot::Home => {
                let home = one.child.lived.centre.as_ref().and_then(|id| self.ground.centre_at(id));
                home.map(usize::from).into_iter().collect()
            }
            Spot::Outside(_) => Vec::new(),
        }
    }
}
