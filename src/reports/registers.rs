//! How soon registers are complete, on which everything counted from them depends.

use crate::base::id::CentreId;
use crate::reach::proportion::Share;
use crate::reports::ByCentre;
use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;
use store::EndedSession;
use utoipa::ToSchema;

/// How soon registers were complete.
#[derive(Serialize, ToSchema)]
#[schema(as = RegistersReportOut)]
pub(crate) struct RegistersReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Complete within this many days counts as in time.
    pub days: i32,
    /// By centre.
    pub centres: Vec<CentreRegisters>,
    /// Together.
    pub total: RegistersDone,
}

/// The registers of one centre.
#[derive(Serialize, ToSchema)]
#[schema(as = CentreRegistersOut)]
pub(crate) struct CentreRegisters {
    /// The centre.
    pub centre_id: CentreId,
    /// Its name.
    pub centre: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: RegistersDone,
}

/// How many registers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = RegistersDoneOut)]
pub(crate) struct RegistersDone {
    /// Sessions that took place and have ended.
    pub held: u64,
    /// Complete in time.
    pub in_time: u64,
    /// Complete, but later.
    pub later: u64,
    /// Still open.
    pub open: u64,
    /// The share complete in time, in percent; `null` if there was no session.
    #[schema(example = "92.3")]
    pub percent: Option<String>,
}

impl RegistersDone {
    fn count(&mut self, held: &EndedSession, days: i64) {
        self.held += 1;
        match held.completed_at {
            None => self.open += 1,
            Some(at) if at <= held.ended_at + TimeDelta::days(days) => self.in_time += 1,
            Some(_) => self.later += 1,
        }
        // One decimal.
        self.percent = match Share::of(self.in_time, self.held) {
            Share::Of { permille, .. } => Some(format!("{}.{}", permille / 10, permille % 10)),
            Share::NotApplicable | Share::MoreThanAll => None,
        };
    }
}

/// By centre, and in total.
pub(crate) fn tally(held: &[EndedSession], days: i64) -> ByCentre<RegistersDone> {
    let mut counted = ByCentre::<RegistersDone>::default();
    for one in held {
        counted.count(Some(&one.centre), |done| done.count(one, days));
    }
    counted
}

pub(crate) mod service {
    //! The report on registers.

    use super::{CentreRegisters, RegistersReport, store, tally};
    use crate::attendance::settings::AttendanceSettings;
    use crate::base::calendar::day_begins;
    use crate::base::fault::{Fault, Result};
    use crate::base::id::CentreId;
    use crate::db::Tx;
    use crate::{reports, settings};
    use chrono::{Days, Months, NaiveDate};
    use serde::Deserialize;
    use utoipa::IntoParams;

    #[derive(Clone, Deserialize, IntoParams)]
    #[into_params(parameter_in = Query)]
    pub(crate) struct RegistersOf {
        /// Only this centre. Default: all your centres.
        pub centre_id: Option<CentreId>,
        /// Sessions that ended on this day or later. Default: three months ago.
        pub from: Option<NaiveDate>,
        /// Up to this day. Default: today.
        pub to: Option<NaiveDate>,
        /// Complete within this many days counts as in time, 0 to 60. Default: the organisation's
        /// setting.
        #[param(minimum = 0, maximum = 60, example = 2)]
        pub days: Option<i32>,
    }

    pub(crate) fn report(tx: &mut Tx, of: &RegistersOf) -> Result<RegistersReport> {
        let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
        let quarter_ago = |to: NaiveDate| to.checked_sub_months(Months::new(3)).unwrap_or(to);
        let (from, to) =
            reports::service::period("/to", (of.from, of.to), tx.today(), quarter_ago)?;
        let days = match of.days {
            Some(days) if !(0..=60).contains(&days) => {
                return Err(Fault::invalid("/days", "Use 0 to 60."));
            }
            Some(days) => days,
            None => settings::store::read::<AttendanceSettings>(tx)?.incomplete_days,
        };

        let until = tx.now().min(day_begins(to + Days::new(1)).into());
        let held = store::held(tx, centres.as_deref(), day_begins(from).into(), until)?;
        let counted = tally(&held, i64::from(days));
        let lines = reports::service::named(tx, counted.centres)?;
        let line = |(id, centre, figures): (Option<_>, _, _)| {
            Some(CentreRegisters { centre_id: id?, centre, figures })
        };
        let mut centres: Vec<CentreRegisters> = lines.into_iter().filter_map(line).collect();
        centres.sort_by(|a, b| (&a.centre, &a.centre_id).cmp(&(&b.centre, &b.centre_id)));
        Ok(RegistersReport { from, to, days, centres, total: counted.total })
    }
}

pub(crate) mod store {
    //! Queries for the report on registers.

    use crate::base::fault::Result;
    use crate::base::id::CentreId;
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::{registers, sessions};
    use diesel::prelude::*;

    /// A session that took place.
    #[derive(Clone, Debug, Queryable)]
    pub(crate) struct EndedSession {
        pub centre: CentreId,
        pub ended_at: Moment,
        pub completed_at: Option<Moment>,
    }

    /// Sessions of some centres (`None`: all) that took place and ended in a period.
    pub(crate) fn held(
        tx: &mut Tx,
        centres: Option<&[CentreId]>,
        from: Moment,
        until: Moment,
    ) -> Result<Vec<EndedSession>> {
        let mut query = sessions::table
            .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
            .filter(sessions::cancelled_at.is_null())
            .filter(sessions::announced_at.is_not_null())
            .filter(sessions::ends_at.ge(from))
            .filter(sessions::ends_at.lt(until))
            .into_boxed();
        if let Some(centres) = centres {
            query = query.filter(sessions::centre_id.eq_any(centres));
        }
        Ok(query
            .select((sessions::centre_id, sessions::ends_at, registers::completed_at.nullable()))
            .load(tx.conn())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::moment::Moment;

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
        let counted = tally(&all, 2);
        let percent = Some("50.0".to_owned());
        let expected = RegistersDone { held: 4, in_time: 2, later: 1, open: 1, percent };
        assert_eq!(counted.total, expected);
        assert_eq!(counted.centres.get(&Some(CentreId::from("a"))), Some(&expected));
        assert_eq!(tally(&[], 2).total.percent, None);
    }
}
