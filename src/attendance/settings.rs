//! What the organisation does about places that are not taken up and registers that stay open, and
//! what an activity does differently.

use crate::db::schema::activity_attendance;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How many places missed without a word, in how many weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Often {
    pub missed: i32,
    pub weeks: i32,
}

/// What is done about places not taken up, and about registers left open.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[schema(as = AttendanceSettingsOut)]
pub(crate) struct AttendanceSettings {
    /// When a family is asked why it does not come.
    pub not_coming: NotComing,
    /// Days after its session until an open register is on its centre's list.
    #[schema(example = 2)]
    pub incomplete_days: i32,
}

/// When a family is asked why it does not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[schema(as = NotComingOut)]
pub(crate) struct NotComing {
    /// Whether families are asked at all.
    pub on: bool,
    /// How many places missed without a word …
    #[schema(example = 3)]
    pub missed: i32,
    /// … in how many weeks.
    #[schema(example = 8)]
    pub weeks: i32,
}

impl Default for AttendanceSettings {
    fn default() -> AttendanceSettings {
        AttendanceSettings {
            not_coming: NotComing { on: false, missed: 3, weeks: 8 },
            incomplete_days: 2,
        }
    }
}

/// The settings of one activity; `None` is as the organisation has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = activity_attendance, treat_none_as_null = true)]
pub struct OfActivity {
    pub not_coming: Option<bool>,
    pub missed: Option<i32>,
    pub weeks: Option<i32>,
    /// Minutes after the start until a place not taken up may go to a walk-in; `None`: never.
    pub give_after_minutes: Option<i32>,
}

/// How an activity's missed places are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counting {
    /// They are not.
    Not,
    /// With those of every other activity that has no rule of its own.
    Together(Often),
    /// Separately.
    Alone(Often),
}

impl AttendanceSettings {
    pub(crate) fn often(&self) -> Often {
        Often { missed: self.not_coming.missed, weeks: self.not_coming.weeks }
    }

    pub(crate) fn counting(&self, of: &OfActivity) -> Counting {
        if !of.not_coming.unwrap_or(self.not_coming.on) {
            return Counting::Not;
        }
        match (of.missed, of.weeks) {
            (Some(missed), Some(weeks)) => Counting::Alone(Often { missed, weeks }),
            _ => Counting::Together(self.often()),
        }
    }
}

pub(crate) mod service {
    //! Who changes what is done about places not taken up and registers left open, and within which
    //! bounds; the tables have the same bounds.

    use super::{AttendanceSettings, OfActivity, store};
    use crate::access::{Act, Scope};
    use crate::audit::Event;
    use crate::base::fault::{Fault, Result};
    use crate::base::id::ActivityId;
    use crate::db::Tx;
    use crate::sessions::{self, Activity};
    use crate::settings::Settings;
    use serde_json::{Value, json};

    impl Settings for AttendanceSettings {
        const NAME: &'static str = "attendance";
        const CHANGE: (Act, Event) = (Act::KeepAttendance, Event::ChangeAttendanceSettings);

        fn check(&self) -> Result<()> {
            between("/not_coming/missed", self.not_coming.missed, 2, 20)?;
            between("/not_coming/weeks", self.not_coming.weeks, 1, 52)?;
            between("/incomplete_days", self.incomplete_days, 1, 30)
        }

        fn logged(&self) -> Value {
            json!({
                "not_coming": self.not_coming.on, "missed": self.not_coming.missed,
                "weeks": self.not_coming.weeks, "incomplete_days": self.incomplete_days,
            })
        }
    }

    /// Sets what an activity does differently; its earlier settings are replaced.
    pub(crate) fn set_of_activity(tx: &mut Tx, id: &ActivityId, of: &OfActivity) -> Result<()> {
        let activity = sessions::store::activity(tx, id)?;
        tx.allow(Act::Plan, &scope_of(&activity), "activity")?;
        check(of)?;

        tx.alone("activity_attendance")?;
        store::save_of_activity(tx, id, of)?;
        let detail = json!({
            "not_coming": of.not_coming, "missed": of.missed, "weeks": of.weeks,
            "give_after_minutes": of.give_after_minutes,
        });
        tx.audit(Event::SetActivityAttendance, id.as_str(), detail)
    }

    fn check(of: &OfActivity) -> Result<()> {
        if let Some(missed) = of.missed {
            between("/not_coming/missed", missed, 2, 20)?;
        }
        if let Some(weeks) = of.weeks {
            between("/not_coming/weeks", weeks, 1, 52)?;
        }
        if let Some(minutes) = of.give_after_minutes {
            between("/give_after_minutes", minutes, 0, 240)?;
        }
        if of.missed.is_some() != of.weeks.is_some() {
            let detail = "Give both numbers, or neither for the organisation's.";
            return Err(Fault::invalid("/not_coming", detail));
        }
        Ok(())
    }

    fn between(pointer: &str, value: i32, least: i32, most: i32) -> Result<()> {
        if (least..=most).contains(&value) {
            return Ok(());
        }
        Err(Fault::invalid(pointer, format!("Use {least} to {most}.")))
    }

    fn scope_of(activity: &Activity) -> Scope {
        activity.centre_id.as_ref().map_or_else(Scope::organisation, Scope::centre)
    }
}

pub(crate) mod store {
    //! Queries about the settings of attendance of single activities.

    use super::OfActivity;
    use crate::base::fault::Result;
    use crate::base::id::ActivityId;
    use crate::db::Tx;
    use crate::db::schema::activity_attendance;
    use diesel::prelude::*;
    use std::collections::HashMap;

    /// An activity's own settings; none where it never had any.
    pub(crate) fn of_activity(tx: &mut Tx, id: &ActivityId) -> Result<OfActivity> {
        Ok(activity_attendance::table
            .find(id.as_str())
            .select(OfActivity::as_select())
            .first(tx.conn())
            .optional()?
            .unwrap_or_default())
    }

    /// Every activity with its own settings.
    pub(crate) fn of_activities(tx: &mut Tx) -> Result<HashMap<ActivityId, OfActivity>> {
        let rows: Vec<(ActivityId, OfActivity)> = activity_attendance::table
            .select((activity_attendance::activity_id, OfActivity::as_select()))
            .load(tx.conn())?;
        Ok(rows.into_iter().collect())
    }

    pub(crate) fn save_of_activity(tx: &mut Tx, id: &ActivityId, of: &OfActivity) -> Result<()> {
        let known = diesel::update(activity_attendance::table.find(id.as_str()))
            .set(of)
            .execute(tx.conn())?;
        if known == 0 {
            diesel::insert_into(activity_attendance::table)
                .values((activity_attendance::activity_id.eq(id.as_str()), of))
                .execute(tx.conn())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_is_counted_as_it_says_and_else_as_the_organisation_does() {
        let settings = |on| AttendanceSettings {
            not_coming: NotComing { on, missed: 3, weeks: 8 },
            ..AttendanceSettings::default()
        };
        let (all, own) = (Often { missed: 3, weeks: 8 }, Often { missed: 2, weeks: 4 });
        for (organisation, activity, numbers, counted) in [
            (false, None, None, Counting::Not),
            (false, Some(true), None, Counting::Together(all)),
            (false, Some(true), Some(own), Counting::Alone(own)),
            (true, None, None, Counting::Together(all)),
            (true, Some(false), None, Counting::Not),
            (true, Some(false), Some(own), Counting::Not),
            (true, Some(true), Some(own), Counting::Alone(own)),
        ] {
            let of = OfActivity {
                not_coming: activity,
                missed: numbers.map(|own| own.missed),
                weeks: numbers.map(|own| own.weeks),
                give_after_minutes: None,
            };
            assert_eq!(settings(organisation).counting(&of), counted, "{organisation} {of:?}");
        }
    }
}
