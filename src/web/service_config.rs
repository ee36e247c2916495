//! How the API's calls are registered: each is served, and only for the document also described.
//! Describing all of them takes memory and time that a server at its start has no use for.

use actix_web::dev::HttpServiceFactory;
use actix_web::web;
use utoipa::openapi::path::Paths;
use utoipa::openapi::{OpenApi, RefOr, Schema};
use utoipa_actix_web::OpenApiFactory;

pub struct ServiceConfig<'a> {
    served: &'a mut web::ServiceConfig,
    described: Option<Described>,
}

#[derive(Default)]
struct Described {
    paths: Paths,
    schemas: Vec<(String, RefOr<Schema>)>,
}

impl<'a> ServiceConfig<'a> {
    pub(crate) fn serving(served: &'a mut web::ServiceConfig) -> ServiceConfig<'a> {
        ServiceConfig { served, described: None }
    }

    pub(crate) fn describing(served: &'a mut web::ServiceConfig) -> ServiceConfig<'a> {
        ServiceConfig { served, described: Some(Described::default()) }
    }

    pub fn service(
        &mut self,
        call: impl HttpServiceFactory + OpenApiFactory + 'static,
    ) -> &mut Self {
        if let Some(described) = &mut self.described {
            described.paths.merge(call.paths());
            call.schemas(&mut described.schemas);
        }
        self.served.service(call);
        self
    }

    /// Writes the calls into a document, below the address where they are mounted.
    pub(crate) fn write_into(self, document: &mut OpenApi, mount: &str) {
        let Described { paths, schemas } = self.described.unwrap_or_default();
        let mounted = paths.paths.into_iter().map(|(path, item)| (format!("{mount}{path}"), item));
        document.paths.paths.extend(mounted);
        document.components.get_or_insert_default().schemas.extend(schemas);
    }
}
