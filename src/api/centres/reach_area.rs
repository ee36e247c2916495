//! The area a centre is measured by, over REST.

use crate::access::Act;
use crate::areas::basis::WantedBasis;
use crate::areas::figures::{DecileFigure, LsoaFigure, by_decile, under_fives};
use crate::areas::service::{self, AreaFigures, How};
use crate::areas::{ATTRIBUTION, Area, LsoaCode, ReachArea, Vintage};
use crate::base::fault::{Fault, Result};
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::web::{Answer, Api, ApiResult, Body, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

faults! {
    AreaFaults: VintagesMixed;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_reach_area).service(set_reach_area);
}

/// The LSOAs a centre serves, with their figures.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReachAreaOut {
    /// The centre.
    pub centre_id: CentreId,
    /// The census whose boundaries all of this uses.
    pub vintage: Vintage,
    /// When this reach area took effect.
    pub since: Moment,
    /// Ordered by code.
    pub lsoas: Vec<LsoaFigure>,
    /// The same by decile, most deprived first.
    pub deciles: Vec<DecileFigure>,
    /// Children under five in the whole area; `null` if unknown for any LSOA.
    #[schema(example = 1794)]
    pub under_fives: Option<i64>,
    /// The edition of the English Indices of Deprivation; `null` if none was imported.
    #[schema(example = 2025)]
    pub index_year: Option<i32>,
    /// The source of the count of residents.
    #[schema(example = "ONS mid-year estimates")]
    pub population_table: Option<String>,
    /// The year of that count.
    #[schema(example = 2024)]
    pub population_year: Option<i32>,
    /// The attribution to show with this data.
    pub attribution: String,
}

impl ReachAreaOut {
    fn load(tx: &mut Tx, reach: ReachArea, area: &Area, wanted: &WantedBasis) -> Result<Self> {
        let AreaFigures { basis, lsoas } = service::figures(tx, area, wanted)?;
        Ok(ReachAreaOut {
            centre_id: reach.centre_id,
            vintage: reach.vintage,
            since: reach.since_at,
            deciles: by_decile(&lsoas),
            under_fives: under_fives(&lsoas),
            lsoas,
            index_year: basis.index_year(),
            population_table: basis.table().map(|table| table.name.clone()),
            population_year: basis.table().map(|table| table.year),
            attribution: ATTRIBUTION.to_owned(),
        })
    }
}

/// A centre's whole reach area: LSOAs of one vintage.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"vintage": "2021", "lsoas": ["E01006074", "E01034001"]}))]
pub(crate) struct ReachAreaIn {
    /// The census whose boundaries they use.
    pub vintage: Vintage,
    /// Their codes; at least one.
    #[schema(min_items = 1, max_items = 2000)]
    pub lsoas: Vec<String>,
}

impl ReachAreaIn {
    fn area(&self) -> Result<Area> {
        if self.lsoas.is_empty() {
            return Err(Fault::invalid("/lsoas", "List at least one LSOA."));
        }
        crate::base::text::at_most("/lsoas", &self.lsoas, 2_000)?;
        let lsoa = |(at, text): (usize, &String)| {
            let pointer = format!("/lsoas/{at}");
            let code = LsoaCode::parse(text).ok_or_else(|| {
                Fault::invalid(&pointer, "This is not an LSOA code such as E01006074.")
            })?;
            match (self.vintage, code.is_new_in_2021()) {
                (Vintage::Of2011, true) => {
                    let detail = format!("{code} is a 2021 LSOA, not a 2011 one.");
                    Err(Fault::invalid(&pointer, detail))
                }
                _ => Ok(code),
            }
        };
        let lsoas = self.lsoas.iter().enumerate().map(lsoa).collect::<Result<_, _>>()?;
        Ok(Area { vintage: self.vintage, lsoas })
    }
}

/// See a centre's reach area
///
/// Includes each LSOA's decile and children under five, all for one vintage. Editions of another
/// vintage are refused. Contains OS data © Crown copyright and database right. Contains Royal Mail
/// data © Royal Mail copyright and database right. Source: Office for National Statistics licensed
/// under the Open Government Licence v.3.0.
#[utoipa::path(tag = "areas", params(("id" = inline(CentreId), Path, description = "The centre."), WantedBasis),
    responses((status = 200, body = ReachAreaOut), AreaFaults))]
#[get("/centres/{id}/reach-area")]
async fn get_reach_area(api: Api, id: Path<CentreId>, on: Query<WantedBasis>) -> ApiResult {
    api.read(Act::SeeAreas, move |tx| {
        let wanted = on.read()?;
        let (reach, area) = service::reach_area(tx, &id)?;
        Ok(Answer::ok(ReachAreaOut::load(tx, reach, &area, &wanted)?))
    })
    .await
}

/// Set a centre's reach area
///
/// Replaces the whole reach area; the old one is kept for reports about that time. LSOAs missing
/// from imported files are accepted, but have no figures until a file includes them.
#[utoipa::path(tag = "areas", request_body = ReachAreaIn,
    params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = ReachAreaOut)))]
#[put("/centres/{id}/reach-area")]
async fn set_reach_area(api: Api, id: Path<CentreId>, body: Body<ReachAreaIn>) -> ApiResult {
    api.write(Act::ManageAreas, body, move |tx, input| {
        let (reach, area) = service::set_reach_area(tx, &id, &input.area()?, How::Replace)?;
        Ok(Answer::ok(ReachAreaOut::load(tx, reach, &area, &WantedBasis::default())?))
    })
    .await
}
