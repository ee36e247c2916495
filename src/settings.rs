//! What the organisation has set, by name, as JSON: one row for each version. A row's value is never
//! written over: it ends when the next begins, so that a report as known earlier goes by what held
//! then. What was never changed has no row: its default holds, as version 1.

pub(crate) mod accessibility;
pub(crate) mod translations;

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Result;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Settings that are read and changed together.
pub(crate) trait Settings: Clone + Default + Serialize + DeserializeOwned {
    /// Constraints on the table know them by this name.
    const NAME: &'static str;
    /// What somebody who changes them must be allowed, and what the log calls it.
    const CHANGE: (Act, Event);

    /// Refuses what is out of range, with a pointer to it.
    fn check(&self) -> Result<()>;

    /// What the log says of them after a change.
    fn logged(&self) -> Value;
}

pub(crate) mod service {
    //! Changing settings. Reports made before keep the settings they were made with.

    use super::{Settings, store};
    use crate::access::Scope;
    use crate::base::fault::{Expected, Result};
    use crate::db::Tx;

    /// Changes the settings if they still have this version; returns them with their new one.
    pub(crate) fn change<S: Settings>(
        tx: &mut Tx,
        expected: &Expected,
        change: impl FnOnce(&mut S),
    ) -> Result<(S, i64)> {
        let (act, event) = S::CHANGE;
        tx.allow(act, &Scope::organisation(), "settings")?;
        tx.alone(S::NAME)?;
        let (before, version) = store::with_version::<S>(tx)?;
        expected.must_be(version)?;

        let mut settings = before.clone();
        change(&mut settings);
        settings.check()?;

        store::keep(tx, S::NAME, &before)?;
        let version = store::begin(tx, &settings)?;
        tx.audit(event, "organisation", settings.logged())?;
        Ok((settings, version))
    }
}

pub(crate) mod store {
    //! Queries about settings; other lists that reports go by keep what held before in the same way.

    use super::Settings;
    use crate::base::fault::{Fault, Result};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::settings;
    use diesel::dsl::max;
    use diesel::prelude::*;
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    pub(crate) fn read<S: Settings>(tx: &mut Tx) -> Result<S> {
        Ok(with_version(tx)?.0)
    }

    pub(crate) fn with_version<S: Settings>(tx: &mut Tx) -> Result<(S, i64)> {
        let current: Option<(String, i64)> = settings::table
            .filter(settings::name.eq(S::NAME))
            .filter(settings::held_until.is_null())
            .select((settings::value, settings::version))
            .first(tx.conn())
            .optional()?;
        match current {
            Some((value, version)) => Ok((parsed(&value)?, version)),
            None => Ok((S::default(), 1)),
        }
    }

    /// The settings at a given moment.
    pub(crate) fn read_at<S: Settings>(tx: &mut Tx, known_at: Moment) -> Result<S> {
        at(tx, S::NAME, known_at, read)
    }

    /// What held at a given moment; `now` reads what holds now.
    pub(crate) fn at<T: DeserializeOwned>(
        tx: &mut Tx,
        name: &str,
        known_at: Moment,
        now: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<T> {
        // Of two that ended in one moment, the first held until then.
        let past: Option<String> = settings::table
            .filter(settings::name.eq(name))
            .filter(settings::held_until.gt(known_at))
            .order(settings::version)
            .select(settings::value)
            .first(tx.conn())
            .optional()?;
        past.map_or_else(|| now(tx), |value| parsed(&value))
    }

    /// Keeps what holds until now, before it is changed. One such change of a name at a time.
    pub(crate) fn keep(tx: &mut Tx, name: &str, before: &impl Serialize) -> Result<()> {
        let now = tx.now();
        let current =
            settings::table.filter(settings::name.eq(name)).filter(settings::held_until.is_null());
        let ended = diesel::update(current).set(settings::held_until.eq(now)).execute(tx.conn())?;
        if ended == 0 {
            add(tx, name, before, Some(now))?;
        }
        Ok(())
    }

    /// Adds what holds from now on, after what held before was kept; returns its version.
    pub(crate) fn begin<S: Settings>(tx: &mut Tx, new: &S) -> Result<i64> {
        add(tx, S::NAME, new, None)
    }

    /// What holds now under each of these names, with its version; nothing for a name that was never
    /// set.
    pub(crate) fn of_names<T: DeserializeOwned>(
        tx: &mut Tx,
        names: &[String],
    ) -> Result<Vec<(String, i64, T)>> {
        let rows: Vec<(String, i64, String)> = settings::table
            .filter(settings::name.eq_any(names))
            .filter(settings::held_until.is_null())
            .select((settings::name, settings::version, settings::value))
            .load(tx.conn())?;
        rows.into_iter()
            .map(|(name, version, value)| Ok((name, version, parsed(&value)?)))
            .collect()
    }

    /// Ends what holds under a name, if anything does, and begins what holds from now on; returns its
    /// version. One such change of a name at a time.
    pub(crate) fn replace(tx: &mut Tx, name: &str, new: &impl Serialize) -> Result<i64> {
        let current =
            settings::table.filter(settings::name.eq(name)).filter(settings::held_until.is_null());
        let now = tx.now();
        diesel::update(current).set(settings::held_until.eq(now)).execute(tx.conn())?;
        add(tx, name, new, None)
    }

    /// `held_until`: none for what holds now, set by the caller. Who set a default or a list is not
    /// known here.
    fn add(
        tx: &mut Tx,
        name: &str,
        value: &impl Serialize,
        held_until: Option<Moment>,
    ) -> Result<i64> {
        let last: Option<i64> = settings::table
            .filter(settings::name.eq(name))
            .select(max(settings::version))
            .first(tx.conn())?;
        let version = last.unwrap_or(0) + 1;
        let set_by = tx.actor().account_id.clone().filter(|_| held_until.is_none());
        diesel::insert_into(settings::table)
            .values((
                settings::name.eq(name),
                settings::version.eq(version),
                settings::value.eq(serde_json::to_string(value).map_err(Fault::internal)?),
                settings::set_by.eq(set_by),
                settings::held_until.eq(held_until),
            ))
            .execute(tx.conn())?;
        Ok(version)
    }

    fn parsed<T: DeserializeOwned>(value: &str) -> Result<T> {
        serde_json::from_str(value).map_err(Fault::internal)
    }
}
