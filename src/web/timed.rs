//! Answers at a fixed time after their request arrived, so that a delay reveals nothing about what
//! was found. The rest of the time is waited after the commit, outside any lock and off the worker
//! threads; work that took longer is answered at the next whole step.

use super::context::App;
use crate::base::moment::Moment;
use actix_web::http::Method;
use actix_web::{HttpMessage, HttpRequest};
use chrono::TimeDelta;

/// What the public form and partners send: the method and the pattern of the route.
const TIMED: &[&str] = &[
    "/api/v1/auth/code",
    "/api/v1/families/join",
    "/api/v1/families/join/confirm",
    "/api/v1/families",
    "/api/v1/families/{id}/opt-out",
    "/api/v1/sessions/{id}/referrals",
    "/api/v1/referrals/{id}/withdraw",
    "/api/v1/cards/{number}/give",
    "/api/v1/feeds/families",
    "/api/v1/feeds/contacts",
    "/refer",
    "/refer/{session}",
    "/refer/families/{id}/card",
    "/refer/families/{id}/no",
    "/referrals/{id}/withdraw",
    "/sessions/{id}/book",
    "/join",
    "/join/confirm",
    "/join/{token}",
    "/sign-in/code",
];

/// What a line of a feed adds to the time of its answer.
const PER_LINE: TimeDelta = TimeDelta::milliseconds(5);

/// How many lines a feed has, set by the code that read it.
#[derive(Clone, Copy)]
pub(crate) struct TimedLines(pub usize);

/// Whether a route is answered at a fixed time.
pub(crate) fn is_timed(method: &Method, route: &str) -> bool {
    method == Method::POST && TIMED.contains(&route)
}

/// Waits until the answer to a request is due.
pub(crate) async fn wait(request: &HttpRequest, app: &App, arrived: Moment) {
    let lines = request.extensions().get::<TimedLines>().map_or(0, |lines| lines.0);
    let step = step(app.http.answer_after, lines);
    let clock = app.store.clock();
    let now = clock.now();
    let rest = clock.wait(due(arrived, step, now) - now);
    if !rest.is_zero() {
        actix_web::rt::time::sleep(rest).await;
    }
}

/// How long after its arrival a request with this many lines is answered, if that is enough.
fn step(step: TimeDelta, lines: usize) -> TimeDelta {
    if step.is_zero() {
        return step;
    }
    step + PER_LINE * i32::try_from(lines).unwrap_or(i32::MAX)
}

/// The first whole step after the arrival that has not passed.
fn due(arrived: Moment, step: TimeDelta, now: Moment) -> Moment {
    let every = step.num_microseconds().unwrap_or(i64::MAX);
    let gone = (now - arrived).num_microseconds().unwrap_or(0).max(0);
    if every <= 0 {
        return now;
    }
    let steps = (gone / every + i64::from(gone % every > 0)).max(1);
    // A clock that was set back does not delay an answer.
    (arrived + TimeDelta::microseconds(every.saturating_mul(steps))).min(now + step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(milliseconds: i64) -> Moment {
        let start = Moment::parse("2026-11-16T10:00:00Z").expect("a moment");
        start + TimeDelta::milliseconds(milliseconds)
    }

    #[test]
    fn an_answer_is_given_at_the_first_whole_step_that_has_not_passed() {
        let every = TimeDelta::milliseconds(300);
        for (took, given) in [(0, 300), (1, 300), (299, 300), (300, 300), (301, 600), (901, 1200)] {
            assert_eq!(due(after(0), every, after(took)), after(given), "{took}");
        }
        assert_eq!(due(after(5000), every, after(0)), after(300), "the clock was set back");
        assert_eq!(due(after(0), TimeDelta::zero(), after(7)), after(7), "switched off");
    }

    #[test]
    fn a_feed_is_timed_by_its_lines_and_by_nothing_that_became_of_them() {
        let base = TimeDelta::milliseconds(300);
        assert_eq!(step(base, 0), base);
        assert_eq!(step(base, 100), TimeDelta::milliseconds(800));
        assert_eq!(step(TimeDelta::zero(), 100), TimeDelta::zero());
    }
}
