//! When and how partner and public reports are made: the same for everybody, so that no two of them
//! can be compared. Because they use a fixed moment, they give the same figures whenever they are
//! made.

use super::quarterly::Quarter;
use super::report::{Profile, ReachBy};
use crate::base::calendar::at_local;
use crate::base::fault::Fault;
use crate::base::moment::Moment;
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Europe::London;

/// The splits of the public report: no LSOAs.
pub const PUBLIC_BY: [ReachBy; 4] =
    [ReachBy::Centre, ReachBy::Decile, ReachBy::AgeBand, ReachBy::TargetGroup];
/// The splits of a partner report: the same and LSOAs. Both are protected with these splits.
pub const PARTNER_BY: [ReachBy; 5] =
    [ReachBy::Area, ReachBy::Centre, ReachBy::Decile, ReachBy::AgeBand, ReachBy::TargetGroup];
/// Register marks later than this after a quarter fall into the next.
const SETTLED_AFTER: Days = Days::new(14);

/// Other parameters requested for such a report.
#[derive(Clone, Copy, Debug, Default)]
pub struct Besides<'a> {
    pub centre: bool,
    pub known_at: bool,
    /// Another window or threshold.
    pub measure: bool,
    pub by: Option<&'a [ReachBy]>,
    pub trend: bool,
}

/// The day and moment of the report: of the requested quarter, or of the last settled one. Any
/// parameter that would change the set of children is refused.
pub fn fixed_moment(
    profile: Profile,
    as_at: Option<NaiveDate>,
    besides: &Besides,
    today: NaiveDate,
) -> Result<(NaiveDate, Moment), Fault> {
    let (report, by): (&str, &[ReachBy]) = match profile {
        Profile::Public => ("public report", &PUBLIC_BY),
        Profile::Exact | Profile::Partner => ("report for partners", &PARTNER_BY),
    };
    let fixed =
        |asked: &[ReachBy]| asked.len() == by.len() && by.iter().all(|one| asked.contains(one));
    let words: Vec<&str> = by.iter().map(ReachBy::as_str).collect();
    let wrong = [
        (
            besides.centre,
            "/centre_id",
            format!(
                "The {report} covers the whole organisation; its table by centre has a line for \
                 each."
            ),
        ),
        (
            besides.known_at,
            "/known_at",
            format!("The {report} is always as known two weeks after the quarter."),
        ),
        (
            besides.measure,
            "/window_months",
            format!("The {report} always uses the organisation's window and threshold."),
        ),
        (
            !besides.by.is_none_or(fixed),
            "/by",
            format!("The {report} is always split by {}: leave this out.", words.join(", ")),
        ),
        (besides.trend, "/trend", format!("The {report} has no trend.")),
    ];
    if let Some((_, pointer, sentence)) = wrong.into_iter().find(|(is_wrong, ..)| *is_wrong) {
        return Err(Fault::invalid(pointer, sentence));
    }
    let last = last_settled(today);
    let day = as_at.unwrap_or(last);
    if Quarter::ending(day).is_none() || day > last {
        return Err(Fault::invalid(
            "/as_at",
            format!(
                "The {report} is made for the end of a quarter, two weeks later. The last is \
                 {last}."
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
    use crate::base::fault::Code;

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
            let found = fixed_moment(Profile::Public, None, &Besides::default(), day(today))
                .expect("a day");
            assert_eq!(found.0, day(as_at), "{today}");
            assert_eq!(found.1.to_string(), known_at, "{today}");
        }
    }

    #[test]
    fn another_day_and_every_filter_is_refused() {
        let today = day("2026-11-22");
        let refused = |as_at: Option<&str>, besides: Besides| {
            [Profile::Public, Profile::Partner].into_iter().all(|profile| {
                let fault = fixed_moment(profile, as_at.map(day), &besides, today);
                fault.expect_err("refused").code() == Code::InvalidRequest
            })
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
        let earlier = Some(day("2025-03-31"));
        assert!(fixed_moment(Profile::Public, earlier, &all, today).is_ok(), "an earlier one");
        let areas = Besides { by: Some(&PARTNER_BY), ..Besides::default() };
        assert!(fixed_moment(Profile::Partner, earlier, &areas, today).is_ok());
        assert!(fixed_moment(Profile::Public, earlier, &areas, today).is_err());
    }
}
