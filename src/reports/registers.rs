//! How soon registers are complete, on which everything counted from them depends.

use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reach::proportion::Share;
use chrono::TimeDelta;
use std::collections::BTreeMap;

/// A session that took place.
#[derive(Clone, Debug)]
pub struct EndedSession {
    pub centre: CentreId,
    pub ended_at: Moment,
    pub completed_at: Option<Moment>,
}

/// The registers of some sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegistersDone {
    pub held: u64,
    /// Complete within the given number of days after the end.
    pub in_time: u64,
    pub later: u64,
    pub open: u64,
}

impl RegistersDone {
    fn count(&mut self, held: &EndedSession, days: i64) {
        self.held += 1;
        match held.completed_at {
            None => self.open += 1,
            Some(at) if at <= held.ended_at + TimeDelta::days(days) => self.in_time += 1,
            Some(_) => self.later += 1,
        }
    }

    /// In percent with one decimal; `None` for zero of zero.
    pub fn percent(&self) -> Option<String> {
        match Share::of(self.in_time, self.held) {
            Share::Of { permille, .. } => Some(format!("{}.{}", permille / 10, permille % 10)),
            Share::NotApplicable | Share::MoreThanAll => None,
        }
    }
}

/// By centre, and in total.
pub fn tally(
    held: &[EndedSession],
    days: i64,
) -> (BTreeMap<CentreId, RegistersDone>, RegistersDone) {
    let (mut centres, mut total) =
        (BTreeMap::<CentreId, RegistersDone>::new(), RegistersDone::default());
    for one in held {
        centres.entry(one.centre.clone()).or_default().count(one, days);
        total.count(one, days);
    }
    (centres, total)
}

pub(crate) mod service {
    //! The report on registers.

    use super::store;
    use super::{RegistersDone, tally};
    use crate::attendance::settings::AttendanceSettings;
    use crate::base::calendar::at_local;
    use crate::base::fault::Fault;
    use crate::base::id::CentreId;
    use crate::base::moment::Moment;
    use crate::centres;
    use crate::db::Tx;
    use crate::reports;
    use crate::settings;
    use chrono::{Days, Months, NaiveDate, NaiveTime};
    use chrono_tz::Europe::London;

    pub struct RegistersScope {
        pub centre: Option<CentreId>,
        /// `None`: three months before the last day.
        pub from: Option<NaiveDate>,
        /// `None`: today.
        pub to: Option<NaiveDate>,
        /// `None`: the organisation's setting.
        pub days: Option<i32>,
    }

    /// One centre's registers.
    pub struct AtCentre {
        pub id: CentreId,
        pub name: String,
        pub done: RegistersDone,
    }

    pub struct RegistersReport {
        pub from: NaiveDate,
        pub to: NaiveDate,
        pub days: i32,
        pub centres: Vec<AtCentre>,
        pub total: RegistersDone,
    }

    pub fn report(tx: &mut Tx, wanted: &RegistersScope) -> Result<RegistersReport, Fault> {
        let centres = reports::service::centres(tx, wanted.centre.as_ref())?;
        let to = wanted.to.unwrap_or(tx.today());
        let quarter = to.checked_sub_months(Months::new(3)).unwrap_or(to);
        let from = wanted.from.unwrap_or(quarter);
        if from > to {
            return Err(Fault::invalid("/to", "The first day is after the last."));
        }
        let days = match wanted.days {
            Some(days) if !(0..=60).contains(&days) => {
                return Err(Fault::invalid("/days", "Use 0 to 60."));
            }
            Some(days) => days,
            None => settings::store::read::<AttendanceSettings>(tx)?.incomplete_days,
        };

        let until = starts(to + Days::new(1)).min(tx.now());
        let held = store::held(tx, centres.as_deref(), starts(from), until)?;
        let (by_centre, total) = tally(&held, i64::from(days));
        let mut found = Vec::new();
        for (id, done) in by_centre {
            let name = centres::store::centre(tx, &id)?.name;
            found.push(AtCentre { id, name, done });
        }
        found.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(RegistersReport { from, to, days, centres: found, total })
    }

    fn starts(day: NaiveDate) -> Moment {
        at_local(day, NaiveTime::MIN, London).into()
    }
}

pub(crate) mod store {
    //! Queries for the report on registers.

    use super::EndedSession;
    use crate::base::fault::Fault;
    use crate::base::id::CentreId;
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::{registers, sessions};
    use diesel::prelude::*;

    /// Sessions of some centres (`None`: all) that took place and ended in a period.
    pub fn held(
        tx: &mut Tx,
        centres: Option<&[CentreId]>,
        from: Moment,
        until: Moment,
    ) -> Result<Vec<EndedSession>, Fault> {
        let mut query = sessions::table
            .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
            .filter(sessions::cancelled_at.is_null())
            .filter(sessions::announced_at.is_not_null())
            .filter(sessions::ends_at.ge(from))
            .filter(sessions::ends_at.lt(until))
            .into_boxed();
        if let Some(centres) = centres {
            let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
            query = query.filter(sessions::centre_id.eq_any(ids));
        }
        let rows: Vec<(CentreId, Moment, Option<Moment>)> = query
            .select((sessions::centre_id, sessions::ends_at, registers::completed_at.nullable()))
            .load(tx.conn())?;
        let held =
            |(centre, ended_at, completed_at)| EndedSession { centre, ended_at, completed_at };
        Ok(rows.into_iter().map(held).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_is_in_time_to_the_second() {
        let at = |text: &str| Moment::parse(text).expect("a moment");
        let held = |completed: Option<&str>| EndedSession {
            centre: CentreId::from("a"),
            ended_at: at("2026-11-23T11:30:00Z"),
            completed_at: completed.map(at),
        };
        let all = [
            held(Some("2026-11-23T11:00:00Z")),
            held(Some("2026-11-25T11:30:00Z")),
            held(Some("2026-11-25T11:30:01Z")),
            held(None),
        ];
        let (centres, total) = tally(&all, 2);
        assert_eq!(total, RegistersDone { held: 4, in_time: 2, later: 1, open: 1 });
        assert_eq!(total.percent().as_deref(), Some("50.0"));
        assert_eq!(centres.get(&CentreId::from("a")), Some(&total));
        assert_eq!(tally(&[], 2).1.percent(), None);
    }
}
