//! What made-up families are called and where they live, as `names.csv` lists it: common names of
//! families here. Given names of girls and boys and their
//! frequencies are the Office for National Statistics' baby names for England and Wales, 2018 to
//! 2020, licensed under the Open Government Licence v3.0. Those of parents are common among people
//! born around 1990 and rare among babies now, some in their own scripts; surnames are common ones of
//! the families who live here, of every origin. Both have a rough weight. Beside them stand the
//! sectors of postcodes in and around Trafford, and beginnings of the telephone numbers that are set
//! aside for drama; three digits follow.

use crate::base::fault::{Fault, Result};
use rand::RngExt;
use rand::rngs::StdRng;

const NAMES: &str = include_str!("names.csv");

/// Names to draw from.
pub(super) struct Names {
    girls: Weighted,
    boys: Weighted,
    parents: Weighted,
    surnames: Weighted,
    pub sectors: Vec<String>,
    pub telephones: Vec<String>,
}

/// Names with their cumulative weights.
struct Weighted(Vec<(String, u32)>);

impl Weighted {
    fn new<'n>(names: impl Iterator<Item = (&'n str, u32)>) -> Weighted {
        let along = names.scan(0, |end, (name, weight)| {
            *end += weight;
            Some((name.to_owned(), *end))
        });
        Weighted(along.collect())
    }

    fn draw(&self, draw: &mut StdRng) -> &str {
        let length = self.0.last().map_or(1, |(_, end)| *end);
        let point = draw.random_range(0..length);
        let at = self.0.partition_point(|(_, end)| *end <= point);
        self.0.get(at).map_or("Sam", |(name, _)| name)
    }
}

impl Names {
    /// The lists the program carries.
    pub(super) fn read() -> Result<Names> {
        let rows = csv::Reader::from_reader(NAMES.as_bytes()).into_deserialize();
        let rows: Vec<(String, String, u32)> =
            rows.collect::<Result<_, _>>().map_err(Fault::internal)?;
        let of = |wanted: &'static str| {
            let these = rows.iter().filter(move |(_, of, _)| of == wanted);
            these.map(|(name, _, weight)| (name.as_str(), *weight))
        };
        // A third of the parents have a name that babies have now.
        let weight: u32 = of("parent").map(|(_, weight)| weight).sum();
        let of_babies = rows.iter().take(200).map(|(name, _, _)| (name.as_str(), weight / 400));
        Ok(Names {
            girls: Weighted::new(of("girl")),
            boys: Weighted::new(of("boy")),
            parents: Weighted::new(of("parent").chain(of_babies)),
            surnames: Weighted::new(of("surname")),
            sectors: of("sector").map(|(sector, _)| sector.to_owned()).collect(),
            telephones: of("telephone").map(|(begins, _)| begins.to_owned()).collect(),
        })
    }

    pub(super) fn baby(&self, draw: &mut StdRng) -> &str {
        if draw.random_bool(0.487) { self.girls.draw(draw) } else { self.boys.draw(draw) }
    }

    pub(super) fn parent(&self, draw: &mut StdRng) -> &str {
        self.parents.draw(draw)
    }

    pub(super) fn surname(&self, draw: &mut StdRng) -> &str {
        self.surnames.draw(draw)
    }
}
