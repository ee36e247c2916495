//! `/metrics`, in Prometheus's text format, written by hand: a counter, a
//! histogram and a few gauges do not need a library. Gauges are counted in the
//! database when asked, at most every few seconds. No label holds anything of a
//! person.

use crate::access::Actor;
use crate::base::fault::Fault;
use crate::db::Tx;
use crate::db::schema::{bookings, outbox};
use crate::web::App;
use actix_web::{HttpResponse, web};
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Upper bounds in seconds; beyond the last is `+Inf`.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5];

/// Gauges are counted at most this often, however many ask.
const FRESH: Duration = Duration::from_secs(5);

type Route = (&'static str, String, u16);

#[derive(Default)]
pub struct Metrics {
    requests: Mutex<BTreeMap<Route, Timing>>,
    counted: Mutex<Option<(Instant, Gauges)>>,
}

#[derive(Default)]
struct Timing {
    /// Each bucket's own, not yet added up.
    buckets: [u64; BUCKETS.len()],
    count: u64,
    seconds: f64,
}

/// What the database holds, by status.
#[derive(Clone, Default)]
struct Gauges {
    bookings: Vec<(String, i64)>,
    mail: Vec<(String, i64)>,
}

impl Metrics {
    pub fn request(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        let seconds = took.as_secs_f64();
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let timing = requests.entry((method, route.to_owned(), status)).or_default();
        timing.count += 1;
        timing.seconds += seconds;
        let bucket = BUCKETS.iter().position(|bound| seconds <= *bound);
        if let Some(bucket) = bucket.and_then(|place| timing.buckets.get_mut(place)) {
            *bucket += 1;
        }
    }

    fn text(&self, gauges: &Gauges) -> Result<String, std::fmt::Error> {
        let mut out = String::new();
        write_requests(&mut out, &self.requests.lock().unwrap_or_else(PoisonError::into_inner))?;
        write_gauge(&mut out, "firstplace_bookings", "Bookings by status.", &gauges.bookings)?;
        write_gauge(&mut out, "firstplace_mail", "Messages by state.", &gauges.mail)?;
        Ok(out)
    }

    fn gauges(&self, app: &App) -> Result<Gauges, Fault> {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, gauges)) = &*counted
            && at.elapsed() < FRESH
        {
            return Ok(gauges.clone());
        }
        let gauges = app.store.read(Actor::service(), count)?;
        *counted = Some((Instant::now(), gauges.clone()));
        Ok(gauges)
    }
}

fn count(tx: &mut Tx) -> Result<Gauges, Fault> {
    Ok(Gauges {
        bookings: bookings::table
            .group_by(bookings::status)
            .select((bookings::status, count_star()))
            .load(tx.conn())?,
        mail: outbox::table
            .group_by(outbox::state)
            .select((outbox::state, count_star()))
            .load(tx.conn())?,
    })
}

fn write_requests(out: &mut String, requests: &BTreeMap<Route, Timing>) -> std::fmt::Result {
    let name = "firstplace_request_duration_seconds";
    writeln!(out, "# HELP {name} How long requests took, by route and status.")?;
    writeln!(out, "# TYPE {name} histogram")?;
    for ((method, route, status), timing) in requests {
        let labels =
            format!("method=\"{method}\",route=\"{}\",status=\"{status}\"", escaped(route));
        let mut below = 0;
        for (bound, within) in BUCKETS.iter().zip(timing.buckets) {
            below += within;
            writeln!(out, "{name}_bucket{{{labels},le=\"{bound}\"}} {below}")?;
        }
        writeln!(out, "{name}_bucket{{{labels},le=\"+Inf\"}} {}", timing.count)?;
        writeln!(out, "{name}_sum{{{labels}}} {}", timing.seconds)?;
        writeln!(out, "{name}_count{{{labels}}} {}", timing.count)?;
    }
    Ok(())
}

fn write_gauge(out: &mut String, name: &str, help: &str, by: &[(String, i64)]) -> std::fmt::Result {
    writeln!(out, "# HELP {name} {help}")?;
    writeln!(out, "# TYPE {name} gauge")?;
    for (status, count) in by {
        writeln!(out, "{name}{{status=\"{}\"}} {count}", escaped(status))?;
    }
    Ok(())
}

fn escaped(label: &str) -> String {
    label.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

/// Answers `/metrics`.
pub async fn show(app: web::Data<App>, metrics: web::Data<Metrics>) -> Result<HttpResponse, Fault> {
    let text = web::block(move || {
        let gauges = metrics.gauges(&app)?;
        metrics.text(&gauges).map_err(Fault::internal)
    })
    .await
    .map_err(Fault::internal)??;
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_told_by_route_and_status_with_buckets_that_add_up() {
        let metrics = Metrics::default();
        for milliseconds in [2, 4, 30, 9_000] {
            let took = Duration::from_millis(milliseconds);
            metrics.request("POST", "/api/v1/sessions/{id}/bookings", 201, took);
        }
        metrics.request("GET", "/odd\"\\", 404, Duration::from_millis(1));
        let gauges = Gauges { bookings: vec![("waiting".to_owned(), 7)], mail: Vec::new() };
        let text = metrics.text(&gauges).unwrap();

        let labels = "method=\"POST\",route=\"/api/v1/sessions/{id}/bookings\",status=\"201\"";
        for (bound, count) in [("0.0025", 1), ("0.005", 2), ("0.05", 3), ("2.5", 3), ("+Inf", 4)] {
            let line = format!("_bucket{{{labels},le=\"{bound}\"}} {count}\n");
            assert!(text.contains(&line), "{line} in {text}");
        }
        assert!(text.contains(&format!("_count{{{labels}}} 4\n")));
        assert!(text.contains("route=\"/odd\\\"\\\\\""));
        assert!(text.contains("firstplace_bookings{status=\"waiting\"} 7\n"));
    }
}
