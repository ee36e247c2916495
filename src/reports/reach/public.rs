//! When and how the public report is made: for everybody alike, so that no two of them can be held
//! against each other. As known at a fixed moment it gives the same figures whenever it is made.

use super::quarterly::Quarter;
use super::report::ReachBy;
use crate::calendar::at_local;
use crate::fault::Fault;
use crate::moment::Moment;
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Europe::London;

/// What the public report is split by: no LSOAs, for everybody knows which decile each is of.
pub const PUBLIC_BY: [ReachBy; 4] =
    [ReachBy::Centre, ReachBy::Decile, ReachBy::AgeBand, ReachBy::TargetGroup];
/// Marks that come later than this after a quarter are in the next.
const SETTLED_AFTER: Days = Days::new(14);
/// What somebody asked of the public report besides its day.
#[derive(Clone, Copy, Debug, Default)]
pub struct Besides<'a> {
    pub centre: bool,
    pub known_at: bool,
    /// Another window or threshold.
    pub measure: bool,
    pub by: Option<&'a [ReachBy]>,
    pub trend: bool,
}

/// The day and moment of the public report: those of the quarter asked for, or of the last one that
/// has settled. Anything that would cut another set is refused.
pub fn public_moment(
    as_at: Option<NaiveDate>,
    besides: &Besides,
    today: NaiveDate,
) -> Result<(NaiveDate, Moment), Fault> {
    let fixed = |by: &[ReachBy]| {
        by.len() == PUBLIC_BY.len() && PUBLIC_BY.iter().all(|one| by.contains(one))
    };
    let wrong = [
        (
            besides.centre,
            "/centre_id",
            "The public report is one for the whole organisation: its \
            table by centre has a line for each.",
        ),
        (
            besides.known_at,
            "/known_at",
            "The public report is as known two weeks after the quarter.",
        ),
        (
            besides.measure,
            "/window_months",
            "The public report has the organisation's own window \
            and threshold.",
        ),
        (
            !besides.by.is_none_or(fixed),
            "/by",
            "The public report is always split by centre, decile, \
            age_band and target_group: leave this out.",
        ),
        (besides.trend, "/trend", "The public report has no trend."),
    ];
    if let Some((_, pointer, sentence)) = wrong.iter().find(|(is_wrong, ..)| *is_wrong) {
        return Err(Fault::invalid(pointer, *sentence));
    }
    let last = last_settled(today);
    let day = as_at.unwrap_or(last);
    if Quarter::ending(day).is_none() || day > last {
        return Err(Fault::invalid(
            "/as_at",
            format!(
                "The public report is as at the end of a quarter, two weeks later: {last} is the last."
            ),
        ));
    }
    Ok((day, Moment::from(at_local(day + SETTLED_AFTER, NaiveTime::MIN, London))))
}

fn last_settled(today: NaiveDate) -> NaiveDate {
    let after = today - SETTLED_AFTER + Days::new(1);
    Quarter::before(after).last_day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Code;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn it_is_as_at_the_last_quarter_that_has_settled() {
        for (today, as_at, known_at) in [
            ("2026-11-22", "2026-09-30", "2026-10-13T23:00:00Z"),
            ("2026-10-14", "2026-09-30", "2026-10-13T23:00:00Z"),
            ("2026-10-13", "2026-06-30", "2026-07-13T23:00:00Z"),
            ("2027-01-14", "2026-12-31", "2027-01-14T00:00:00Z"),
            ("2028-03-01", "2027-12-31", "2028-01-14T00:00:00Z"),
        ] {
            let found = public_moment(None, &Besides::default(), day(today)).expect("a day");
            assert_eq!(found.0, day(as_at), "{today}");
            assert_eq!(found.1.to_string(), known_at, "{today}");
        }
    }

    #[test]
    fn another_day_and_every_filter_is_refused() {
        let today = day("2026-11-22");
        let refused = |as_at: Option<&str>, besides: Besides| {
            let fault = public_moment(as_at.map(day), &besides, today).expect_err("refused");
            fault.code() == Code::InvalidRequest
        };
        for as_at in ["2026-11-22", "2026-10-31", "2026-12-31", "2027-03-31"] {
            assert!(refused(Some(as_at), Besides::default()), "{as_at}");
        }
        assert!(refused(None, Besides { centre: true, ..Besides::default() }));
        assert!(refused(None, Besides { known_at: true, ..Besides::default() }));
        assert!(refused(None, Besides { measure: true, ..Besides::default() }));
        assert!(refused(None, Besides { trend: true, ..Besides::default() }));
        assert!(refused(None, Besides { by: Some(&[ReachBy::Area]), ..Besides::default() }));
        assert!(refused(None, Besides { by: Some(&PUBLIC_BY[..2]), ..Besides::default() }));
        let all = Besides { by: Some(&PUBLIC_BY), ..Besides::default() };
        assert!(public_moment(Some(day("2025-03-31")), &all, today).is_ok(), "an earlier one");
    }
}
