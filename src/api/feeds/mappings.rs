//! Mappings of headings over REST.

use crate::access::Act;
use crate::base::id::{CentreId, PartnerId};
use crate::base::text;
use crate::feeds::fields::Field;
use crate::feeds::mapping::{Mapping, service};
use crate::web::{Answer, Api, ApiResult, Body, List, Query, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, put};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_mappings).service(save_mapping);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Of {
    /// The partner whose lists it is for. A professional leaves it out: it is their own agency.
    partner_id: Option<PartnerId>,
}

/// A saved mapping.
#[derive(Serialize, ToSchema)]
pub(crate) struct MappingOut {
    /// The name a feed refers to it by.
    pub name: String,
    /// The heading in the file, and what it means.
    pub headings: BTreeMap<String, Field>,
    /// The first two characters of family numbers, and the centre they stand for.
    #[schema(value_type = BTreeMap<String, String>)]
    pub centres: BTreeMap<String, CentreId>,
}

impl MappingOut {
    fn new(name: String, mapping: Mapping) -> MappingOut {
        MappingOut { name, headings: mapping.headings, centres: mapping.centres }
    }
}

/// List the mappings
///
/// The organisation's, or one partner's, by name.
#[utoipa::path(tag = "feeds", params(Of), responses((status = 200, body = List<MappingOut>)))]
#[get("/feeds/mappings")]
async fn list_mappings(api: Api, of: Query<Of>) -> ApiResult {
    api.read(Act::RunFeed, move |tx| {
        let saved = service::list(tx, of.read()?.partner_id.as_ref())?;
        let items = saved.into_iter().map(|(name, one)| MappingOut::new(name, one)).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Save a mapping
///
/// A mapping says what a sender's unusual headings mean. It replaces one of the same name.
#[utoipa::path(tag = "feeds", params(Of, ("name" = String, Path, description = "Its name.")),
    request_body = Mapping, responses((status = 200, body = MappingOut)))]
#[put("/feeds/mappings/{name}")]
async fn save_mapping(
    api: Api,
    name: Path<String>,
    of: Query<Of>,
    body: Body<Mapping>,
) -> ApiResult {
    api.write(Act::RunFeed, body, move |tx, mapping| {
        let name = text::line("/name", &name, 60)?;
        service::save(tx, of.read()?.partner_id.as_ref(), &name, mapping)?;
        Ok(Answer::ok(MappingOut::new(name, mapping.clone())))
    })
    .await
}
