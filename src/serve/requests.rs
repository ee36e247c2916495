//! What happens around every request: its one line in the log, its place in the metrics, and the
//! headers every answer carries. Only the route's pattern is logged, never an id, a token, a query
//! or a body.

use super::methods;
use super::metrics::Metrics;
use crate::web::layout::{
    CARD_POLICY, CONTENT_SECURITY_POLICY, DOOR_POLICY, EMBEDDED, SCRIPT_POLICY, embedded_policy,
    is_at_work,
};
use crate::web::{App, pace, timed};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};
use std::time::Instant;

/// Swagger UI runs its own script, styles itself in place and carries its pictures inside.
const DOCS_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

/// Not a known route: one name for all of them, so that strangers cannot fill the metrics.
const UNMATCHED: &str = "(none)";

/// A year: a browser that once came over HTTPS must use it again.
const HTTPS_ONLY: (&str, &str) = ("strict-transport-security", "max-age=31536000");

pub(crate) async fn around(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let started = Instant::now();
    let id = uuid::Uuid::now_v7().simple().to_string();
    let method = request.method().clone();
    if method == Method::HEAD {
        // Answered as GET is; the server leaves the body out.
        request.head_mut().method = Method::GET;
    }
    let docs = request.path().starts_with("/docs");
    let metrics = request.app_data::<web::Data<Metrics>>().cloned();
    let app = request.app_data::<web::Data<App>>().cloned();
    let https = app.as_ref().is_some_and(|app| app.http.public_url.starts_with("https://"));
    let arrived = app.as_ref().map(|app| app.store.clock().now());
    if let Some(app) = &app {
        pace::keep(&mut request, app.http.body_grace);
    }

    let mut response = next.call(request).await?;

    let took = started.elapsed();
    let status = response.status().as_u16();
    let route = response.request().match_pattern().unwrap_or_else(|| UNMATCHED.to_owned());
    let milliseconds = took.as_secs_f64() * 1000.0;
    tracing::info!(
        method = method.as_str(),
        route,
        status,
        milliseconds = (milliseconds * 10.0).round() / 10.0,
        request_id = id,
        "request"
    );
    if let Some(metrics) = metrics {
        metrics.request(known(method.as_str()), &route, status, took);
    }

    if let (Some(app), Some(arrived)) = (&app, arrived)
        && timed::is_timed(&method, &route)
    {
        timed::wait(response.request(), app, arrived).await;
    }

    let headers = response.headers_mut();
    // A page's own `Allow` leaves out HEAD, which it takes; the API's is set where it refuses.
    if status == 405 && !route.starts_with("/api/") {
        set(headers, "allow", methods::of_page(&route));
    }
    if status >= 400 {
        set(headers, "cache-control", "no-store");
    }
    set(headers, "x-request-id", &id);
    set(headers, "x-content-type-options", "nosniff");
    if opens_by_its_address(&route) {
        set(headers, "referrer-policy", "no-referrer");
        set(headers, "x-robots-tag", "noindex");
    } else {
        // A form says where it comes from only to its own site.
        set(headers, "referrer-policy", "same-origin");
    }
    let embedded = app.filter(|_| route == EMBEDDED).map(|app| app.http.embed_origins.clone());
    let is_framed = embedded.as_ref().is_some_and(|origins| !origins.is_empty());
    if !is_framed {
        set(headers, "x-frame-options", "DENY");
    }
    let policy = match route.as_str() {
        _ if docs => DOCS_POLICY,
        route if route.starts_with("/my/card") => CARD_POLICY,
        route if is_at_the_door(route) => DOOR_POLICY,
        route if may_show_sensitive(route) || is_at_work(route) => SCRIPT_POLICY,
        _ => CONTENT_SECURITY_POLICY,
    };
    match embedded {
        Some(origins) => set(headers, "content-security-policy", &embedded_policy(&origins)),
        None => set(headers, "content-security-policy", policy),
    }
    if https {
        set(headers, HTTPS_ONLY.0, HTTPS_ONLY.1);
    }
    Ok(response)
}

/// Where "Exit this page" may stand.
fn may_show_sensitive(route: &str) -> bool {
    route.starts_with("/b/") || route == "/my" || route.starts_with("/my/bookings/")
}

/// Registers, and what a device needs to take them without a network.
fn is_at_the_door(route: &str) -> bool {
    ["/registers", "/door"].iter().any(|of| route.starts_with(of))
}

/// Whoever knows such an address may act or read there, so it is told to nobody.
fn opens_by_its_address(route: &str) -> bool {
    ["/b/", "/feedback/", "/feeds/"].iter().any(|of| route.starts_with(of))
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(HeaderName::from_static(name), value);
    }
}

/// Callers may make up methods; the metrics do not list them.
fn known(method: &str) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS"];
    KNOWN.into_iter().find(|known| *known == method).unwrap_or("OTHER")
}
