//! Areas over REST: a centre's reach area, and postcode look-up. Published files are imported on
//! the command line.

use crate::access::Act;
use crate::areas::view::{KnownPostcode, postcode};
use crate::base::text;
use crate::web::{Answer, Api, ApiResult, ServiceConfig};
use actix_web::get;
use actix_web::web::Path;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_postcode);
}

/// Look up a postcode
///
/// Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail
/// copyright and database right. Source: Office for National Statistics licensed under the Open
/// Government Licence v.3.0.
#[utoipa::path(tag = "areas",
    params(("postcode" = String, Path, description = "A UK postcode, with or without its space.")),
    responses((status = 200, body = KnownPostcode)))]
#[get("/areas/postcodes/{postcode}")]
async fn get_postcode(api: Api, sent: Path<String>) -> ApiResult {
    api.read(Act::SeeAreas, move |tx| {
        let normal = text::postcode("/postcode", &sent)?;
        Ok(Answer::ok(postcode(tx, &normal)?))
    })
    .await
}
