//! When and how partner and public reports are made: the same for everybody, so that no two of them
//! can be compared. Because they use a fixed moment, they give the same figures whenever they are
//! made.

use super::asked::ReachRequest;
use super::quarterly::Quarter;
use super::report::{Profile, ReachBy};
use crate::base::calendar::at_local;
use crate::base::fault::{Fault, Result};
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

/// The day and moment of the report: of the requested quarter, or of the last settled one. Any
/// parameter that would change the set of children is refused.
pub fn fixed_moment(asked: &ReachRequest, today: NaiveDate) -> Result<(NaiveDate, Moment)> {
    let (report, by): (&str, &[ReachBy]) = match asked.profile {
        Profile::Public => ("public report", &PUBLIC_BY),
        Profile::Exact | Profile::Partner => ("report for partners", &PARTNER_BY),
    };
    let is_other =
        |named: &Vec<ReachBy>| named.len() != by.len() || by.iter().any(|one| !named.contains(one));
    let measured =
        asked.window_months.is_some() || asked.threshold.is_some() || asked.age_bands.is_some();
    let words: Vec<&str> = by.iter().map(ReachBy::as_str).collect();
    let wrong = [
        (
            asked.centre.is_some(),
            "/centre_id",
            format!(
                "The {report} covers the whole organisation; its table by centre has a line for \
                 each."
            ),
        ),
        (
            asked.known_at.is_some(),
            "/known_at",
            format!("The {report} is always as known two weeks after the quarter."),
        ),
        (
            measured,
            "/window_months",
            format!("The {report} always uses the organisation's window and threshold."),
        ),
        (
            asked.by.as_ref().is_some_and(is_other),
            "/by",
            format!("The {report} is always split by {}: leave this out.", words.join(", ")),
        ),
        (asked.trend.is_some(), "/trend", format!("The {report} has no trend.")),
    ];
    if let Some((_, pointer, sentence)) = wrong.into_iter().find(|(is_wrong, ..)| *is_wrong) {
        return Err(Fault::invalid(pointer, sentence));
    }
    let last = last_settled(today);
    let day = asked.as_at.unwrap_or(last);
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
    use crate::base::id::CentreId;
    use crate::reach::settings::AgeBands;
    use crate::reports::reach::asked::TrendPeriod;
    use crate::reports::reach::sample::day;

    #[test]
    fn it_is_as_at_the_last_quarter_that_has_settled() {
        for (today, as_at, known_at) in [
            ("2026-11-22", "2026-09-30", "2026-10-13T23:00:00Z"),
            ("2026-10-14", "2026-09-30", "2026-10-13T23:00:00Z"),
            ("2026-10-13", "2026-06-30", "2026-07-13T23:00:00Z"),
            ("2027-01-14", "2026-12-31", "2027-01-14T00:00:00Z"),
            ("2028-03-01", "2027-12-31", "2028-01-14T00:00:00Z"),
        ] {
            let asked = ReachRequest { profile: Profile::Public, ..ReachRequest::default() };
            let found = fixed_moment(&asked, day(today)).expect("a day");
            assert_eq!(found.0, day(as_at), "{today}");
            assert_eq!(found.1.to_string(), known_at, "{today}");
        }
    }

    #[test]
    fn another_day_and_every_filter_is_refused() {
        let today = day("2026-11-22");
        let of = |profile, asked: &ReachRequest| {
            fixed_moment(&ReachRequest { profile, ..asked.clone() }, today)
        };
        let none = ReachRequest::default();
        let on = |as_at| ReachRequest { as_at: Some(day(as_at)), ..none.clone() };
        let by = |by: &[ReachBy]| ReachRequest { by: Some(by.to_vec()), ..on("2025-03-31") };
        for asked in [
            on("2026-11-22"),
            on("2026-10-31"),
            on("2026-12-31"),
            on("2027-03-31"),
            ReachRequest { centre: Some(CentreId::from("c")), ..none.clone() },
            ReachRequest { known_at: Moment::parse("2026-11-01T00:00:00Z"), ..none.clone() },
            ReachRequest { threshold: Some(2), ..none.clone() },
            ReachRequest { window_months: Some(6), ..none.clone() },
            ReachRequest { age_bands: Some(AgeBands::Years), ..none.clone() },
            ReachRequest { trend: Some(TrendPeriod::Term), ..none.clone() },
            by(&[ReachBy::Area]),
            by(&PUBLIC_BY[..2]),
        ] {
            for profile in [Profile::Public, Profile::Partner] {
                let fault = of(profile, &asked).expect_err("refused");
                assert_eq!(fault.code(), Code::InvalidRequest, "{asked:?}");
            }
        }
        assert!(of(Profile::Public, &by(&PUBLIC_BY)).is_ok(), "an earlier one");
        assert!(of(Profile::Partner, &by(&PARTNER_BY)).is_ok());
        assert!(of(Profile::Public, &by(&PARTNER_BY)).is_err());
    }
}
