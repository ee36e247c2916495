//! Areas: postcodes and their LSOAs, how deprived those are, who lives there, and which of them a
//! centre serves. LSOAs come in two vintages (2011, 2021) that coexist: a code is meaningless
//! without its vintage, and a figure uses one vintage only.

pub mod basis;
pub mod figures;
pub(crate) mod files;
pub mod import;
pub(crate) mod place;
pub(crate) mod position;
pub mod report;
pub mod service;
pub mod store;
pub(crate) mod view;

use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CentreId, PopulationTableId, ReachAreaId};
use crate::base::moment::Moment;
use crate::base::text_enum::{text_column, text_enum};
use crate::db::schema::{deprivation, lsoas, population_tables, postcodes, reach_areas};
use chrono::NaiveDate;
use diesel::deserialize::FromSqlRow;
use diesel::expression::AsExpression;
use diesel::prelude::*;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt;

/// The attribution to show wherever postcodes or their areas appear.
pub const ATTRIBUTION: &str = "Contains OS data © Crown copyright and database right. Contains \
    Royal Mail data © Royal Mail copyright and database right. Source: Office for National \
    Statistics licensed under the Open Government Licence v.3.0.";

text_enum! {
    /// The census whose boundaries an LSOA has.
    Vintage {
        Of2011 = "2011",
        Of2021 = "2021",
    }
}

impl fmt::Display for Vintage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The code of an LSOA, such as `E01034001`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, AsExpression, FromSqlRow,
)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub struct LsoaCode(String);

text_column!(LsoaCode, |code: &LsoaCode| code.0.as_str(), |text: String| Some(LsoaCode(text)));

/// England's highest code in 2011; higher numbers are from 2021.
const LAST_OF_2011: u32 = 1_033_768;

impl LsoaCode {
    /// Accepts codes of England and Wales, and data zones of Scotland.
    pub fn parse(text: &str) -> Option<LsoaCode> {
        let upper = text.trim().to_ascii_uppercase();
        let digits = ["E01", "W01", "S01"].iter().find_map(|start| upper.strip_prefix(start))?;
        let whole = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        whole.then_some(LsoaCode(upper))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for codes that did not exist in 2011. Most codes exist in both vintages.
    pub fn is_new_in_2021(&self) -> bool {
        let number = self.0.strip_prefix('E').and_then(|digits| digits.parse().ok());
        number.is_some_and(|number: u32| number > LAST_OF_2011)
    }
}

impl fmt::Display for LsoaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The fault for mixing two vintages in one figure.
pub fn mixed(detail: impl Into<String>) -> Fault {
    Fault::new(Code::VintagesMixed, detail)
}

/// A set of LSOAs of one vintage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub vintage: Vintage,
    pub lsoas: BTreeSet<LsoaCode>,
}

impl Area {
    /// The union of several reach areas, as for a borough; an LSOA counts once.
    pub fn union(areas: &[Area]) -> Result<Option<Area>> {
        let Some((first, others)) = areas.split_first() else { return Ok(None) };
        let mut whole = first.clone();
        for area in others {
            if area.vintage != whole.vintage {
                return Err(mixed(format!(
                    "Some reach areas use {} LSOAs and some {}. Import all of them for one \
                     vintage.",
                    whole.vintage, area.vintage
                )));
            }
            whole.lsoas.extend(area.lsoas.iter().cloned());
        }
        Ok(Some(whole))
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = lsoas)]
pub struct LsoaRow {
    pub vintage: Vintage,
    pub code: LsoaCode,
    pub name: Option<String>,
    pub district_code: Option<String>,
    pub district_name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = postcodes)]
pub struct PostcodeRow {
    pub postcode: String,
    pub vintage: Vintage,
    /// `None` if the published file has none, as for the Channel Islands.
    pub lsoa: Option<LsoaCode>,
    /// The first day of the month a postcode went out of use. Families may still give it.
    pub terminated_on: Option<NaiveDate>,
    /// In millionths of a degree, as is the other; `None` if the file says neither.
    pub latitude: Option<i32>,
    pub longitude: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = deprivation)]
pub struct DeprivationRow {
    pub vintage: Vintage,
    /// The edition of the English Indices of Deprivation.
    pub index_year: i32,
    pub lsoa: LsoaCode,
    /// 1 is the most deprived.
    pub imd_rank: Option<i32>,
    /// 1 is the most deprived tenth of England's LSOAs.
    pub imd_decile: i32,
    pub idaci_rank: Option<i32>,
    pub idaci_decile: Option<i32>,
}

/// The source and year of a count of residents.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = population_tables)]
pub struct PopulationTable {
    pub id: PopulationTableId,
    pub vintage: Vintage,
    pub name: String,
    pub year: i32,
    pub imported_at: Moment,
}

/// A centre's reach area during a period; replaced ones are kept.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = reach_areas)]
pub struct ReachArea {
    pub id: ReachAreaId,
    pub centre_id: CentreId,
    pub vintage: Vintage,
    pub since_at: Moment,
    pub until_at: Option<Moment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(vintage: Vintage, codes: &[&str]) -> Area {
        let lsoas = codes.iter().filter_map(|code| LsoaCode::parse(code)).collect();
        Area { vintage, lsoas }
    }

    #[test]
    fn codes_of_lsoas_are_told_from_others() {
        for code in ["E01034001", " e01000001 ", "W01001234", "S01006506"] {
            assert!(LsoaCode::parse(code).is_some(), "{code}");
        }
        for code in
            ["", "E02001259", "E08000009", "E0103400", "E010340011", "E99999999", "E01é0001"]
        {
            assert!(LsoaCode::parse(code).is_none(), "{code}");
        }
        for (code, new) in [("E01033768", false), ("E01033769", true), ("W01001958", false)] {
            assert_eq!(LsoaCode::parse(code).map(|code| code.is_new_in_2021()), Some(new));
        }
    }

    #[test]
    fn a_borough_is_the_union_of_areas_of_one_vintage() {
        let north = area(Vintage::Of2021, &["E01006074", "E01006075"]);
        let south = area(Vintage::Of2021, &["E01006075", "E01006076"]);
        let whole = Area::union(&[north.clone(), south]).ok().flatten();
        assert_eq!(whole.map(|area| area.lsoas.len()), Some(3));
        let old = area(Vintage::Of2011, &["E01006075"]);
        let refused = Area::union(&[north, old]).map_err(|fault| fault.code());
        assert_eq!(refused, Err(Code::VintagesMixed));
        assert_eq!(Area::union(&[]).ok(), Some(None));
    }
}
