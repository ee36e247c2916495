//! The API's own description: OpenAPI 3.1, generated from the registered routes.

pub(crate) mod shared;
pub(crate) mod whole;

use crate::base::fault::Code;
use crate::web::{FieldFault, Problem, ServiceConfig, responses_for};
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, web};
use std::collections::BTreeMap;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi, PathItem, RefOr, Required, Response, Schema};

/// The committed document, which is also served: building it at each start takes time and memory.
/// A test compares it with the routes.
pub(crate) const COMMITTED: &str = include_str!("../../../openapi/firstplace.json");

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Firstplace",
        description = "Bookings and waiting lists for children's centres and family hubs. Instants \
                       are RFC 3339 in UTC, days are the centre's. Every fault is an RFC 9457 \
                       problem with a stable code. `Idempotency-Key` on a POST makes it safe to \
                       send again.",
        license(name = "Proprietary"),
    ),
    components(schemas(Problem, FieldFault, crate::base::moment::Moment)),
    security(("token" = []))
)]
struct Base;

/// The whole document, as committed in `openapi/firstplace.json`.
pub fn document() -> OpenApi {
    let mut document = <Base as utoipa::OpenApi>::openapi();
    // Registered with an application that serves nobody.
    actix_web::App::new().configure(|config| {
        let mut config = ServiceConfig::describing(config);
        crate::api::routes(&mut config);
        config.write_into(&mut document, "/api/v1");
    });
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("The `access_token` of POST /api/v1/auth/token."))
        .build();
    let components = document.components.get_or_insert_default();
    components.add_security_scheme("token", SecurityScheme::Http(token));
    whole::write_out(&mut components.schemas);
    let schemas = components.schemas.clone();
    for item in document.paths.paths.values_mut() {
        describe_common_faults(item);
        describe_bodies(item, &schemas);
        shared::share_faults(item, &mut components.responses);
    }
    shared::share_items(components);
    shared::drop_unused(&mut document);
    document
}

/// A body without required members may be left out.
fn describe_bodies(item: &mut PathItem, schemas: &BTreeMap<String, RefOr<Schema>>) {
    let writing = [&mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
    for operation in writing.into_iter().flatten() {
        let Some(RefOr::T(body)) = &mut operation.request_body else { continue };
        let json = match body.content.get("application/json") {
            Some(RefOr::T(content)) => content.schema.as_ref(),
            Some(RefOr::Ref(_)) | None => None,
        };
        if json.is_some_and(|schema| !needs_something(schema, schemas)) {
            body.required = Some(Required::False);
        }
    }
}

fn needs_something(schema: &RefOr<Schema>, schemas: &BTreeMap<String, RefOr<Schema>>) -> bool {
    match schema {
        RefOr::Ref(to) => {
            let name = to.ref_location.rsplit('/').next().unwrap_or_default();
            schemas.get(name).is_none_or(|schema| needs_something(schema, schemas))
        }
        RefOr::T(Schema::Object(object)) => !object.required.is_empty(),
        RefOr::T(_) => true,
    }
}

/// Committed form: pretty, with a last line end.
pub fn document_text() -> String {
    let text = serde_json::to_string_pretty(&document()).unwrap_or_default();
    format!("{text}\n")
}

/// Responses that any operation may give are listed once here rather than at each.
fn describe_common_faults(item: &mut PathItem) {
    let reading = [&mut item.get];
    for operation in reading.into_iter().flatten() {
        add(operation, &[Code::MalformedRequest, Code::InvalidRequest]);
    }
    let writing = [&mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
    for operation in writing.into_iter().flatten() {
        add(
            operation,
            &[
                Code::MalformedRequest,
                Code::InvalidRequest,
                Code::InvalidIdempotencyKey,
                Code::IdempotencyMismatch,
                Code::RequestInProgress,
                Code::UnsupportedMediaType,
                Code::TooSlow,
                Code::TooLarge,
            ],
        );
    }
}

/// OpenAPI requires a description for each response; every success uses the same ones.
fn describe_successes(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            let said = match status.as_str() {
                "201" => "Created.",
                "202" => "Accepted.",
                _ => "OK.",
            };
            said.clone_into(&mut response.description);
        }
    }
}

fn add(operation: &mut Operation, more: &[Code]) {
    describe_successes(operation);
    describe_files(operation);
    let public = operation.security.as_ref().is_some_and(|needs| {
        serde_json::to_value(needs).is_ok_and(|needs| needs == serde_json::json!([{}]))
    });
    let mut codes = more.to_vec();
    if !public {
        codes.extend([Code::NotSignedIn, Code::NotAllowed, Code::NotFound]);
    }
    codes.extend([Code::Internal, Code::Busy]);
    for (status, response) in responses_for(&codes) {
        match (operation.responses.responses.get_mut(&status), response) {
            (Some(RefOr::T(known)), RefOr::T(common)) => list_codes(known, &common.description),
            (_, response) => {
                operation.responses.responses.insert(status, response);
            }
        }
    }
}

/// For one status, the operation's own faults and then those that any may answer with.
fn list_codes(known: &mut Response, common: &str) {
    for code in common.split(", ") {
        if !known.description.split(", ").any(|word| word == code) {
            known.description.push_str(", ");
            known.description.push_str(code);
        }
    }
}

/// A file has no schema.
fn describe_files(operation: &mut Operation) {
    for answer in operation.responses.responses.values_mut() {
        let RefOr::T(answer) = answer else { continue };
        for (kind, content) in &mut answer.content {
            if let RefOr::T(content) = content
                && !kind.starts_with("text/")
                && !kind.ends_with("json")
            {
                content.schema = None;
            }
        }
    }
}

pub fn mount(config: &mut web::ServiceConfig) {
    let committed =
        || async { HttpResponse::Ok().content_type("application/json").body(COMMITTED) };
    config.route("/openapi.json", web::get().to(committed));
    let to_docs = || HttpResponse::PermanentRedirect().insert_header((LOCATION, "/docs/")).finish();
    config.route("/docs", web::get().to(move || async move { to_docs() }));
    config.service(
        utoipa_swagger_ui::SwaggerUi::new("/docs/{_:.*}")
            .config(utoipa_swagger_ui::Config::from("/openapi.json")),
    );
}
