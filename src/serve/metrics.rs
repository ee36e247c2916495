//! `/metrics`, in Prometheus's text format. Gauges are counted in the database when asked, at most
//! every few seconds. No label holds anything of a person.

use crate::access::Actor;
use crate::base::fault::{Fault, Result};
use crate::db::schema::{bookings, outbox};
use crate::db::{Statements, Tx};
use crate::web::App;
use actix_web::{HttpResponse, web};
use diesel::dsl::count_star;
use diesel::prelude::*;
use prometheus::core::Collector;
use prometheus::{
    HistogramOpts, HistogramVec, IntCounter, IntGauge, IntGaugeVec, Opts, Registry, TextEncoder,
};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Upper bounds in seconds; beyond the last is `+Inf`.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5];

/// Gauges are counted at most this often, however many ask.
const FRESH: Duration = Duration::from_secs(5);

pub struct Metrics {
    all: Registry,
    requests: HistogramVec,
    bookings: IntGaugeVec,
    mail: IntGaugeVec,
    statements: IntCounter,
    of_transactions: IntCounter,
    waiting: IntGauge,
    counted: Mutex<Option<Instant>>,
}

type ByStatus = Vec<(String, i64)>;

impl Metrics {
    pub fn new() -> prometheus::Result<Metrics> {
        let timing = HistogramOpts::new(
            "firstplace_request_duration_seconds",
            "How long requests took, by route and status.",
        );
        let timing = timing.buckets(BUCKETS.to_vec());
        let gauge = |name, help| IntGaugeVec::new(Opts::new(name, help), &["status"]);
        let metrics = Metrics {
            all: Registry::new(),
            requests: HistogramVec::new(timing, &["method", "route", "status"])?,
            bookings: gauge("firstplace_bookings", "Bookings by status.")?,
            mail: gauge("firstplace_mail", "Messages by state.")?,
            statements: IntCounter::new(
                "firstplace_statements_total",
                "Statements sent to the database, without those of transactions.",
            )?,
            of_transactions: IntCounter::new(
                "firstplace_transaction_statements_total",
                "Statements that begin, mark or end a transaction.",
            )?,
            waiting: IntGauge::new(
                "firstplace_waiting_writes",
                "Requests that wait for their turn to write.",
            )?,
            counted: Mutex::default(),
        };
        let each: [Box<dyn Collector>; 6] = [
            Box::new(metrics.requests.clone()),
            Box::new(metrics.bookings.clone()),
            Box::new(metrics.mail.clone()),
            Box::new(metrics.statements.clone()),
            Box::new(metrics.of_transactions.clone()),
            Box::new(metrics.waiting.clone()),
        ];
        each.into_iter().try_for_each(|one| metrics.all.register(one))?;
        Ok(metrics)
    }

    pub fn request(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        let labels = [method, route, &status.to_string()];
        self.requests.with_label_values(&labels).observe(took.as_secs_f64());
    }

    fn count(&self, app: &App) -> Result<()> {
        self.waiting.set(i64::try_from(app.store.waiting()).unwrap_or(i64::MAX));
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        self.take_over(app.store.statements());
        if counted.is_some_and(|at| at.elapsed() < FRESH) {
            return Ok(());
        }
        let (bookings, mail) = app.store.read(Actor::service(), by_status)?;
        for (gauge, rows) in [(&self.bookings, bookings), (&self.mail, mail)] {
            gauge.reset();
            for (status, count) in rows {
                gauge.with_label_values(&[status]).set(count);
            }
        }
        *counted = Some(Instant::now());
        Ok(())
    }

    /// Brings the counters up to the store's; they only grow.
    fn take_over(&self, statements: &Statements) {
        self.statements.inc_by(statements.sent() - self.statements.get());
        self.of_transactions.inc_by(statements.of_transactions() - self.of_transactions.get());
    }

    fn text(&self) -> Result<String> {
        TextEncoder::new().encode_to_string(&self.all.gather()).map_err(Fault::internal)
    }
}

/// What the database holds: bookings, and messages.
fn by_status(tx: &mut Tx) -> Result<(ByStatus, ByStatus)> {
    let bookings = bookings::table
        .group_by(bookings::status)
        .select((bookings::status, count_star()))
        .load(tx.conn())?;
    let mail = outbox::table
        .group_by(outbox::state)
        .select((outbox::state, count_star()))
        .load(tx.conn())?;
    Ok((bookings, mail))
}

/// Answers `/metrics`.
pub async fn show(app: web::Data<App>, metrics: web::Data<Metrics>) -> Result<HttpResponse> {
    let text = web::block(move || metrics.count(&app).and_then(|()| metrics.text()))
        .await
        .map_err(Fault::internal)??;
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_told_by_route_and_status_with_buckets_that_add_up() {
        let metrics = Metrics::new().unwrap();
        for milliseconds in [2, 4, 30, 9_000] {
            let took = Duration::from_millis(milliseconds);
            metrics.request("POST", "/api/v1/sessions/{id}/bookings", 201, took);
        }
        metrics.request("GET", "/odd\"\\", 404, Duration::from_millis(1));
        metrics.bookings.with_label_values(&["waiting"]).set(7);
        let text = metrics.text().unwrap();

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
