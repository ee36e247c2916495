//! What staff see of a postcode: its LSOA in each vintage, and the home centre.

use super::basis::WantedBasis;
use super::figures::LsoaFigure;
use super::place::Bucket;
use super::{ATTRIBUTION, Area, LsoaCode, Vintage, service, store};
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::db::Tx;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

/// Where a postcode lies.
#[derive(Serialize, ToSchema)]
#[schema(as = PostcodeOut)]
pub(crate) struct KnownPostcode {
    /// In its standard form.
    #[schema(example = "M31 4FL")]
    pub postcode: String,
    /// `inside` a centre's reach area, `out_of_area`, or `unknown` if no imported file has it.
    pub place: Bucket,
    /// The first day of the month it went out of use. Families may still give it.
    pub terminated_on: Option<NaiveDate>,
    /// The home centre of families who live there.
    pub centre_id: Option<CentreId>,
    /// Its LSOA in each vintage that has it.
    pub lsoas: Vec<OnVintage>,
    /// The attribution to show with this data.
    pub attribution: &'static str,
}

/// The LSOA of a postcode, in one vintage.
#[derive(Serialize, ToSchema)]
#[schema(as = PostcodeLsoaOut)]
pub(crate) struct OnVintage {
    /// The census whose boundaries it uses.
    pub vintage: Vintage,
    /// Its code.
    #[schema(value_type = String, example = "E01006074")]
    pub code: LsoaCode,
    /// Its name, if an imported file has it.
    #[schema(example = "Trafford 025A")]
    pub name: Option<String>,
    /// By the newest indices of the vintage; 1 is the most deprived tenth.
    #[schema(example = 3)]
    pub decile: Option<i32>,
    /// The edition of those indices.
    #[schema(example = 2025)]
    pub index_year: Option<i32>,
}

pub(crate) fn postcode(tx: &mut Tx, postcode: &str) -> Result<KnownPostcode> {
    let rows = store::postcode(tx, postcode)?;
    let centre_id = service::home_centre(tx, postcode)?;
    let place = match (&centre_id, rows.as_slice()) {
        (Some(_), _) => Bucket::Inside,
        (None, []) => Bucket::Unknown,
        (None, [..]) => Bucket::OutOfArea,
    };
    let terminated_on = rows.iter().find_map(|row| row.terminated_on);
    let mut lsoas = Vec::new();
    for row in rows {
        let area = Area { vintage: row.vintage, lsoas: row.lsoa.into_iter().collect() };
        let figures = service::figures(tx, &area, &WantedBasis::default())?;
        let index_year = figures.basis.index_year();
        lsoas.extend(figures.lsoas.into_iter().map(|figure| {
            let LsoaFigure { code, name, decile, .. } = figure;
            OnVintage { vintage: row.vintage, code, name, decile, index_year }
        }));
    }
    let (postcode, attribution) = (postcode.to_owned(), ATTRIBUTION);
    Ok(KnownPostcode { postcode, place, terminated_on, centre_id, lsoas, attribution })
}
