//! What the organisation does about places that are not taken up and registers that stay open, and
//! what an activity does differently.

pub(crate) mod service;
pub(crate) mod store;

use crate::db::schema::{activity_attendance, attendance_settings};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// How many places missed without a word, in how many weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Often {
    pub missed: i32,
    pub weeks: i32,
}

/// Of the whole organisation.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, AsChangeset, Serialize, Deserialize,
)]
#[diesel(table_name = attendance_settings)]
pub struct AttendanceSettings {
    /// Whether families that do not come are written to.
    pub not_coming: bool,
    pub missed: i32,
    pub weeks: i32,
    /// Days after its session until an open register is on the list of its centre.
    pub incomplete_days: i32,
    pub version: i64,
}

/// The settings of one activity; `None` is as the organisation has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, AsChangeset)]
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
pub enum Counting {
    /// They are not.
    Not,
    /// With those of every other activity that has no rule of its own.
    Together(Often),
    /// Separately.
    Alone(Often),
}

impl AttendanceSettings {
    pub fn often(&self) -> Often {
        Often { missed: self.missed, weeks: self.weeks }
    }

    pub fn counting(&self, of: &OfActivity) -> Counting {
        if !of.not_coming.unwrap_or(self.not_coming) {
            return Counting::Not;
        }
        match (of.missed, of.weeks) {
            (Some(missed), Some(weeks)) => Counting::Alone(Often { missed, weeks }),
            _ => Counting::Together(self.often()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_is_counted_as_it_says_and_else_as_the_organisation_does() {
        let settings = |not_coming| AttendanceSettings {
            not_coming,
            missed: 3,
            weeks: 8,
            incomplete_days: 2,
            version: 1,
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
