//! Areas over REST: a centre's reach area, and postcode look-up. Published files are imported on
//! the command line.

use crate::access::Act;
use crate::areas::place::Bucket;
use crate::areas::view::{KnownPostcode, postcode};
use crate::areas::{ATTRIBUTION, Vintage};
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::text;
use crate::web::{Answer, Api};
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(get_postcode);
}

/// Where a postcode lies.
#[derive(Serialize, ToSchema)]
pub struct PostcodeOut {
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
    pub lsoas: Vec<PostcodeLsoaOut>,
    /// The attribution to show with this data.
    pub attribution: String,
}

/// The LSOA of a postcode, in one vintage.
#[derive(Serialize, ToSchema)]
pub struct PostcodeLsoaOut {
    /// The census whose boundaries it uses.
    pub vintage: Vintage,
    /// Its code.
    #[schema(example = "E01006074")]
    pub code: String,
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

impl From<KnownPostcode> for PostcodeOut {
    fn from(known: KnownPostcode) -> PostcodeOut {
        let lsoa = |on: crate::areas::view::OnVintage| PostcodeLsoaOut {
            vintage: on.vintage,
            code: on.figure.code.to_string(),
            name: on.figure.name,
            decile: on.figure.decile,
            index_year: on.index_year,
        };
        PostcodeOut {
            postcode: known.postcode,
            place: known.place,
            terminated_on: known.terminated_on,
            centre_id: known.centre_id,
            lsoas: known.lsoas.into_iter().map(lsoa).collect(),
            attribution: ATTRIBUTION.to_owned(),
        }
    }
}

/// Look up a postcode
///
/// Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail
/// copyright and database right. Source: Office for National Statistics licensed under the Open
/// Government Licence v.3.0.
#[utoipa::path(tag = "areas",
    params(("postcode" = String, Path, description = "A UK postcode, with or without its space.")),
    responses((status = 200, body = PostcodeOut)))]
#[get("/areas/postcodes/{postcode}")]
async fn get_postcode(api: Api, sent: Path<String>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeAreas, move |tx| {
        let normal = text::postcode("/postcode", &sent)?;
        Ok(Answer::ok(PostcodeOut::from(postcode(tx, &normal)?)))
    })
    .await
}
