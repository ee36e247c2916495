//! Any number of made-up families, the same for the same seed and day, to see how the service copes
//! with a whole county. Nobody here is real: addresses end in example.org, telephone numbers are
//! ones set aside for drama, and second halves of postcodes are drawn, not looked up.

pub mod fill;
mod names;
mod store;

use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use names::Names;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

/// Letters that the second half of a postcode ends in.
const UNIT: &[u8] = b"ABDEFGHJLNPQRSTUWXYZ";

/// Where families live, and the centre that is nearest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub postcode: &'static str,
    pub centre: CentreId,
}

/// A made-up family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrowdHousehold {
    pub adults: Vec<Adult>,
    pub children: Vec<CrowdChild>,
    /// `None`: not known.
    pub postcode: Option<String>,
    /// The home centre; `None`: found from the postcode.
    pub centre: Option<CentreId>,
    /// How many days before the crowd's day the family became known.
    pub known_for_days: u64,
    /// Known from a list only, and not told yet.
    pub listed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adult {
    pub name: String,
    pub former_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrowdBirth {
    Born(NaiveDate),
    Due(NaiveDate),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrowdChild {
    pub name: String,
    pub birth: CrowdBirth,
}

/// All the families of a seed; each is drawn by its own number, so in any order.
pub struct Crowd {
    names: Names,
    seed: u64,
    today: NaiveDate,
    /// Empty: anywhere in and around Trafford.
    places: Vec<Place>,
}

impl Crowd {
    pub fn new(seed: u64, today: NaiveDate) -> Result<Crowd> {
        Ok(Crowd { names: Names::read()?, seed, today, places: Vec::new() })
    }

    /// The same families, at these places and without a birthday today.
    pub fn living_at(mut self, places: Vec<Place>) -> Crowd {
        self.places = places;
        self
    }

    /// The morning of the crowd's day.
    pub fn morning(&self) -> Moment {
        Moment::from(self.today.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(9))
    }

    /// A random generator for one family and `part`.
    pub fn draw(&self, number: u32, part: u64) -> StdRng {
        let mixed = self.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (u64::from(number) << 20);
        StdRng::seed_from_u64(mixed.wrapping_add(part))
    }

    pub fn household(&self, number: u32) -> CrowdHousehold {
        let draw = &mut self.draw(number, 0);
        let surname = self.names.surname(draw);
        let mut adults = vec![self.adult(draw, surname, number)];
        if draw.random_bool(0.55) {
            let own = if draw.random_bool(0.3) { self.names.surname(draw) } else { surname };
            let name = format!("{} {own}", self.names.parent(draw));
            adults.push(Adult { name, former_name: None, email: None, phone: None });
        }
        let children = self.children(draw, surname);
        let (postcode, centre) = match self.places.choose(draw) {
            Some(place) => (Some(place.postcode.to_owned()), Some(place.centre.clone())),
            None => (draw.random_bool(0.99).then(|| self.postcode(draw)), None),
        };
        CrowdHousehold {
            adults,
            children,
            postcode,
            centre,
            known_for_days: draw.random_range(0..1_500),
            listed: draw.random_bool(0.06),
        }
    }

    /// Six in seven have an e-mail address, one in eight has a former name.
    fn adult(&self, draw: &mut StdRng, surname: &str, number: u32) -> Adult {
        let given = self.names.parent(draw);
        let before = draw.random_bool(0.12).then(|| self.names.surname(draw));
        let phone = |draw: &mut StdRng| {
            let begins = self.names.telephones.choose(draw).map_or("07700 900", String::as_str);
            format!("{begins}{:03}", draw.random_range(0..1_000))
        };
        Adult {
            name: format!("{given} {surname}"),
            former_name: before.map(|before| format!("{given} {before}")),
            email: draw.random_bool(0.86).then(|| format!("family{number}@example.org")),
            phone: draw.random_bool(0.92).then(|| phone(draw)),
        }
    }

    /// One child of three has a brother or sister under five, one family of ninety has twins.
    fn children(&self, draw: &mut StdRng, surname: &str) -> Vec<CrowdChild> {
        let day = |days: u64| {
            let day = self.today - Days::new(days);
            let is_birthday = (day.month(), day.day()) == (self.today.month(), self.today.day());
            // Whose birthday is today is settled elsewhere.
            if is_birthday && !self.places.is_empty() { day - Days::new(2) } else { day }
        };
        let child = |draw: &mut StdRng, birth| CrowdChild {
            name: format!("{} {surname}", self.names.baby(draw)),
            birth,
        };
        let eldest = draw.random_range(1..1_850_u64);
        let mut children = vec![child(draw, CrowdBirth::Born(day(eldest)))];
        if draw.random_bool(0.011) {
            children.push(child(draw, CrowdBirth::Born(day(eldest))));
        } else if eldest > 330 && draw.random_bool(0.4) {
            let younger = draw.random_range(0..eldest - 300);
            children.push(child(draw, CrowdBirth::Born(day(younger))));
        } else if draw.random_bool(0.05) {
            let ahead = Days::new(draw.random_range(10..200));
            let due = self.today.checked_add_days(ahead).unwrap_or(self.today);
            children.push(child(draw, CrowdBirth::Due(due)));
        }
        children
    }

    fn postcode(&self, draw: &mut StdRng) -> String {
        let sector = self.names.sectors.choose(draw).map_or("M31 4", String::as_str);
        let mut letter = || char::from(UNIT.choose(draw).copied().unwrap_or(b'A'));
        format!("{sector}{}{}", letter(), letter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn crowd(seed: u64) -> Crowd {
        Crowd::new(seed, "2026-11-23".parse().expect("a day")).expect("the names are read")
    }

    #[test]
    fn a_seed_makes_the_same_families_and_another_seed_others() {
        let (one, again, other) = (crowd(1), crowd(1), crowd(2));
        let of = |crowd: &Crowd| (0..200).map(|n| crowd.household(n)).collect::<Vec<_>>();
        assert_eq!(of(&one), of(&again));
        assert_ne!(of(&one), of(&other));
        assert_eq!(one.household(150), crowd(1).household(150));
    }

    #[test]
    fn names_come_as_often_as_they_were_given() {
        let crowd = crowd(3);
        let mut babies = Vec::new();
        for number in 0..5_000 {
            babies.extend(crowd.household(number).children.into_iter().map(|child| child.name));
        }
        let named = |name: &str| babies.iter().filter(|full| full.starts_with(name)).count();
        assert!(
            named("Olivia ") > 3 * named("Maryam "),
            "{} {}",
            named("Olivia "),
            named("Maryam ")
        );
        let distinct: BTreeSet<&str> =
            babies.iter().filter_map(|full| full.split(' ').next()).collect();
        assert!(distinct.len() > 500, "{}", distinct.len());
    }

    #[test]
    fn there_is_something_of_every_kind() {
        let crowd = crowd(4);
        let families: Vec<CrowdHousehold> =
            (0..3_000).map(|number| crowd.household(number)).collect();
        let any = |rule: &dyn Fn(&CrowdHousehold) -> bool| families.iter().any(rule);

        assert!(any(&|f| f.adults[0].former_name.is_some()), "married names");
        assert!(any(&|f| !f.adults[0].name.is_ascii()), "accents");
        assert!(any(&|f| f.postcode.is_none()), "no postcode");
        assert!(any(&|f| f.adults[0].email.is_none() && f.adults[0].phone.is_none()), "no contact");
        assert!(any(&|f| matches!(f.children.last().map(|c| c.birth), Some(CrowdBirth::Due(_)))));
        assert!(any(&|f| f.listed) && any(&|f| f.children.len() == 2));
        for postcode in families.iter().filter_map(|family| family.postcode.as_deref()) {
            let kept = crate::base::text::postcode("", postcode);
            assert_eq!(kept.ok().as_deref(), Some(postcode));
        }
    }
}
