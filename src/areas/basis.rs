//! What an area's figures are based on: one vintage, one edition of the indices, one table of
//! residents. A `Basis` exists only if all three fit together, so its holder cannot join across
//! vintages.

use super::{PopulationTable, Vintage, mixed};
use crate::base::fault::{Fault, Result};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

/// An edition of the indices of deprivation that was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    pub vintage: Vintage,
    pub year: i32,
}

/// What was imported, of any vintage.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    pub indices: Vec<Index>,
    pub tables: Vec<PopulationTable>,
}

/// What a caller wants to use.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WantedBasis {
    /// The edition of the indices of deprivation; if left out, the newest of the area's vintage.
    #[param(example = 2025)]
    pub index_year: Option<i32>,
    /// The year of the residents; if left out, the newest of the area's vintage.
    #[param(example = 2024)]
    pub population_year: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    vintage: Vintage,
    index_year: Option<i32>,
    table: Option<PopulationTable>,
}

impl Basis {
    /// Refused if what is wanted has another vintage or was never imported.
    pub fn of(vintage: Vintage, imported: &Imported, wanted: &WantedBasis) -> Result<Basis> {
        let indices = imported.indices.iter().map(|index| (index.vintage, index.year));
        let tables = imported.tables.iter().map(|table| (table.vintage, table.year));
        let index_year = INDICES.choose(vintage, indices.collect(), wanted.index_year)?;
        let year = RESIDENTS.choose(vintage, tables.collect(), wanted.population_year)?;
        // If several tables are for one year, the last imported one.
        let of_year =
            |table: &&PopulationTable| table.vintage == vintage && Some(table.year) == year;
        let table = imported.tables.iter().filter(of_year).max_by_key(|table| table.imported_at);
        Ok(Basis { vintage, index_year, table: table.cloned() })
    }

    pub fn vintage(&self) -> Vintage {
        self.vintage
    }

    /// `None`: no indices of this vintage were imported.
    pub fn index_year(&self) -> Option<i32> {
        self.index_year
    }

    /// `None`: no count of residents of this vintage was imported.
    pub fn table(&self) -> Option<&PopulationTable> {
        self.table.as_ref()
    }
}

/// Something that comes in yearly editions, each of one vintage.
struct Editions {
    what: &'static str,
    parameter: &'static str,
}

const INDICES: Editions =
    Editions { what: "edition of the indices of deprivation", parameter: "/index_year" };
const RESIDENTS: Editions = Editions { what: "count of residents", parameter: "/population_year" };

impl Editions {
    fn choose(
        &self,
        vintage: Vintage,
        known: Vec<(Vintage, i32)>,
        wanted: Option<i32>,
    ) -> Result<Option<i32>> {
        let ours = known.iter().filter(|(of, _)| *of == vintage).map(|(_, year)| *year);
        let Some(year) = wanted else { return Ok(ours.max()) };
        if ours.into_iter().any(|known| known == year) {
            return Ok(Some(year));
        }
        let what = self.what;
        let other = known.iter().find(|(_, known)| *known == year).map(|(of, _)| *of);
        Err(match other {
            Some(other) => mixed(format!(
                "The {year} {what} uses {other} LSOAs and the reach area uses {vintage} LSOAs. \
                 They cannot be combined."
            )),
            None => Fault::invalid(self.parameter, format!("The {year} {what} was not imported.")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Code;
    use crate::base::id::PopulationTableId;
    use crate::base::moment::Moment;

    fn table(vintage: Vintage, year: i32) -> PopulationTable {
        PopulationTable {
            id: PopulationTableId::new(),
            vintage,
            name: "ONS mid-year estimates".to_owned(),
            year,
            imported_at: Moment::parse("2026-11-16T10:00:00Z").unwrap(),
        }
    }

    fn imported() -> Imported {
        let index = |vintage, year| Index { vintage, year };
        Imported {
            indices: vec![
                index(Vintage::Of2011, 2015),
                index(Vintage::Of2011, 2019),
                index(Vintage::Of2021, 2025),
            ],
            tables: vec![table(Vintage::Of2011, 2020), table(Vintage::Of2021, 2024)],
        }
    }

    #[test]
    fn the_newest_of_the_vintage_is_taken_unless_another_is_named() {
        let basis = |vintage, wanted| Basis::of(vintage, &imported(), &wanted).unwrap();
        let plain = basis(Vintage::Of2011, WantedBasis::default());
        assert_eq!((plain.index_year(), plain.table().map(|t| t.year)), (Some(2019), Some(2020)));
        let named = WantedBasis { index_year: Some(2015), population_year: Some(2020) };
        assert_eq!(basis(Vintage::Of2011, named).index_year(), Some(2015));
        let nothing =
            Basis::of(Vintage::Of2021, &Imported::default(), &WantedBasis::default()).unwrap();
        assert_eq!((nothing.index_year(), nothing.table()), (None, None));
    }

    #[test]
    fn what_is_of_another_vintage_is_refused_with_a_sentence() {
        for (wanted, words) in [
            (
                WantedBasis { index_year: Some(2019), ..WantedBasis::default() },
                "2019 edition of the indices",
            ),
            (WantedBasis { population_year: Some(2020), ..WantedBasis::default() }, "of residents"),
        ] {
            let fault = Basis::of(Vintage::Of2021, &imported(), &wanted).unwrap_err();
            assert_eq!(fault.code(), Code::VintagesMixed);
            let said = fault.detail();
            assert!(said.contains(words) && said.contains("cannot be combined"), "{said}");
        }
        let never = WantedBasis { index_year: Some(2010), ..WantedBasis::default() };
        let fault = Basis::of(Vintage::Of2021, &imported(), &never).unwrap_err();
        assert_eq!(fault.code(), Code::InvalidRequest);
    }
}
