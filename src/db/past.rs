//! Settings as they were. What reports go by is changed in place; the old value is kept here, with
//! the time until which it held, so that a report as known earlier goes by what held then.

use super::Tx;
use super::schema::past_settings;
use crate::base::fault::{Fault, is_duplicate};
use crate::base::moment::Moment;
use diesel::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Tx<'_> {
    /// Keeps what holds until now, before it is changed. One such change at a time.
    pub fn keep_past(&mut self, what: &str, before: &impl Serialize) -> Result<(), Fault> {
        let value = serde_json::to_string(before).map_err(Fault::internal)?;
        let row = (
            past_settings::what.eq(what),
            past_settings::held_until.eq(self.now()),
            past_settings::value.eq(value),
        );
        let kept = self
            .attempt(|conn| diesel::insert_into(past_settings::table).values(row).execute(conn));
        match kept {
            // Changed twice in one moment: what held before the first held until then.
            Err(error) if !is_duplicate(&error) => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// What held at a moment; `None`: what holds now.
    pub fn past<T: DeserializeOwned>(
        &mut self,
        what: &str,
        known_at: Moment,
    ) -> Result<Option<T>, Fault> {
        let value: Option<String> = past_settings::table
            .filter(past_settings::what.eq(what))
            .filter(past_settings::held_until.gt(known_at))
            .order(past_settings::held_until)
            .select(past_settings::value)
            .first(self.conn())
            .optional()?;
        value.map(|value| serde_json::from_str(&value)).transpose().map_err(Fault::internal)
    }
}
