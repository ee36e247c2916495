//! What staff see of a postcode: its LSOA in each vintage, and the home centre.

use super::basis::WantedBasis;
use super::figures::LsoaFigure;
use super::place::Bucket;
use super::{Area, Vintage, service, store};
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::db::Tx;
use chrono::NaiveDate;

pub struct KnownPostcode {
    pub postcode: String,
    pub place: Bucket,
    pub terminated_on: Option<NaiveDate>,
    pub centre_id: Option<CentreId>,
    pub lsoas: Vec<OnVintage>,
}

pub struct OnVintage {
    pub vintage: Vintage,
    pub figure: LsoaFigure,
    pub index_year: Option<i32>,
}

pub fn postcode(tx: &mut Tx, postcode: &str) -> Result<KnownPostcode, Fault> {
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
        lsoas.extend(figures.lsoas.into_iter().map(|figure| OnVintage {
            vintage: row.vintage,
            figure,
            index_year,
        }));
    }
    Ok(KnownPostcode { postcode: postcode.to_owned(), place, terminated_on, centre_id, lsoas })
}
