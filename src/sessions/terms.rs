//! Terms and closures as data: of one centre, or of the whole organisation. They say on which
//! days a series is held; sessions that are already planned do not follow them.

use crate::base::calendar::{Closure, Term};
use crate::base::id::{CentreId, ClosureId, TermId};
use crate::db::schema::{closures, terms};
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

/// A term: series in term time are held only in terms.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = terms)]
#[schema(as = TermOut)]
pub struct TermRow {
    /// Opaque.
    pub id: TermId,
    /// Its centre; `null` for every centre.
    pub centre_id: Option<CentreId>,
    /// Two periods with the same name are one term with a break.
    #[schema(example = "Spring 2027")]
    pub name: String,
    /// The first day belongs to it.
    pub first_day: NaiveDate,
    /// The last day belongs to it.
    pub last_day: NaiveDate,
}

impl From<TermRow> for Term {
    fn from(row: TermRow) -> Term {
        Term { name: row.name, first_day: row.first_day, last_day: row.last_day }
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = closures)]
pub struct ClosureRow {
    pub id: ClosureId,
    /// `None` closes every centre.
    pub centre_id: Option<CentreId>,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub reason: String,
}

impl From<ClosureRow> for Closure {
    fn from(row: ClosureRow) -> Closure {
        Closure { reason: row.reason, first_day: row.first_day, last_day: row.last_day }
    }
}

pub(crate) mod service {
    //! What can be done with terms and closures. Only people who may do so everywhere may change
    //! those of the whole organisation.

    use super::{ClosureRow, TermRow, store};
    use crate::access::{Act, Scope};
    use crate::audit::Event;
    use crate::base::calendar::within_years;
    use crate::base::fault::{Fault, Result};
    use crate::base::id::{CentreId, ClosureId, TermId};
    use crate::base::text;
    use crate::centres;
    use crate::db::Tx;
    use chrono::NaiveDate;
    use serde::Deserialize;
    use serde_json::json;
    use utoipa::ToSchema;

    /// A new term or closure.
    #[derive(Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    #[schema(as = DaysIn)]
    #[schema(example = json!({
        "name": "Spring 2027", "first_day": "2027-01-04", "last_day": "2027-03-25"
    }))]
    pub(crate) struct AddDays {
        /// The term's name, or why the centre is closed.
        #[schema(min_length = 1, max_length = 120)]
        pub name: String,
        /// The first day belongs to it.
        pub first_day: NaiveDate,
        /// The last day belongs to it.
        pub last_day: NaiveDate,
        /// Left out: every centre, which only an administrator may set.
        pub centre_id: Option<CentreId>,
    }

    impl AddDays {
        /// What somebody sent, once it makes sense.
        pub(crate) fn checked(&self) -> Result<AddDays> {
            within_years("/first_day", self.first_day)?;
            within_years("/last_day", self.last_day)?;
            let days = (self.last_day - self.first_day).num_days();
            if days < 0 {
                return Err(Fault::invalid("/last_day", "It must not come before the first day."));
            }
            if days > 366 {
                return Err(Fault::invalid(
                    "/last_day",
                    "It must lie within a year of the first day.",
                ));
            }
            Ok(AddDays {
                centre_id: self.centre_id.clone(),
                name: text::name("/name", &self.name)?,
                first_day: self.first_day,
                last_day: self.last_day,
            })
        }
    }

    pub(crate) fn add_term(tx: &mut Tx, add: &AddDays) -> Result<TermRow> {
        allow(tx, add.centre_id.as_ref())?;

        let term = TermRow {
            id: TermId::new(),
            centre_id: add.centre_id.clone(),
            name: add.name.clone(),
            first_day: add.first_day,
            last_day: add.last_day,
        };
        store::add_term(tx, &term)?;
        tx.audit(Event::AddTerm, term.id.as_str(), json!({}))?;
        Ok(term)
    }

    /// The closure, and how many sessions were already planned on its days.
    pub(crate) fn add_closure(tx: &mut Tx, add: &AddDays) -> Result<(ClosureRow, i64)> {
        allow(tx, add.centre_id.as_ref())?;

        let closure = ClosureRow {
            id: ClosureId::new(),
            centre_id: add.centre_id.clone(),
            first_day: add.first_day,
            last_day: add.last_day,
            reason: add.name.clone(),
        };
        store::add_closure(tx, &closure)?;
        tx.audit(Event::AddClosure, closure.id.as_str(), json!({}))?;
        let planned = store::sessions_on(tx, add.centre_id.as_ref(), add.first_day, add.last_day)?;
        Ok((closure, planned))
    }

    pub(crate) fn remove_term(tx: &mut Tx, id: &TermId) -> Result<TermRow> {
        let term = store::term(tx, id)?;
        allow(tx, term.centre_id.as_ref())?;

        store::remove_term(tx, id)?;
        tx.audit(Event::RemoveTerm, id.as_str(), json!({}))?;
        Ok(term)
    }

    pub(crate) fn remove_closure(tx: &mut Tx, id: &ClosureId) -> Result<ClosureRow> {
        let closure = store::closure(tx, id)?;
        allow(tx, closure.centre_id.as_ref())?;

        store::remove_closure(tx, id)?;
        tx.audit(Event::RemoveClosure, id.as_str(), json!({}))?;
        Ok(closure)
    }

    fn allow(tx: &mut Tx, centre: Option<&CentreId>) -> Result<()> {
        let Some(centre) = centre else {
            if tx.actor().may(Act::KeepCalendar, &Scope::organisation()) {
                return Ok(());
            }
            let detail = "Say which of your centres this is for. Only an administrator may leave it \
                      out.";
            return Err(Fault::invalid("/centre_id", detail));
        };
        tx.allow(Act::KeepCalendar, &Scope::centre(centre), "centre")?;
        centres::store::centre(tx, centre)?;
        Ok(())
    }
}

pub(crate) mod store {
    //! Queries about terms and closures.

    use super::{ClosureRow, TermRow};
    use crate::base::fault::{Code, Fault, Result, is_duplicate};
    use crate::base::id::{CentreId, ClosureId, TermId};
    use crate::db::schema::{closures, sessions, terms};
    use crate::db::{Run, Tx, found};
    use chrono::NaiveDate;
    use diesel::prelude::*;

    /// Terms in order of their first day: all, or those that apply to one centre.
    pub(crate) fn terms(tx: &mut Tx, centre: Option<&CentreId>) -> Result<Vec<TermRow>> {
        let query = terms::table.order((terms::first_day, terms::id)).select(TermRow::as_select());
        Ok(match centre {
            None => query.load(tx.conn())?,
            Some(centre) => query
                .filter(terms::centre_id.is_null().or(terms::centre_id.eq(centre.as_str())))
                .load(tx.conn())?,
        })
    }

    /// Closures in order of their first day: all, or those that apply to one centre.
    pub(crate) fn closures(tx: &mut Tx, centre: Option<&CentreId>) -> Result<Vec<ClosureRow>> {
        let query = closures::table
            .order((closures::first_day, closures::id))
            .select(ClosureRow::as_select());
        Ok(match centre {
            None => query.load(tx.conn())?,
            Some(centre) => query
                .filter(closures::centre_id.is_null().or(closures::centre_id.eq(centre.as_str())))
                .load(tx.conn())?,
        })
    }

    pub(crate) fn term(tx: &mut Tx, id: &TermId) -> Result<TermRow> {
        found(terms::table.find(id.as_str()).select(TermRow::as_select()).first(tx.conn()), "term")
    }

    pub(crate) fn closure(tx: &mut Tx, id: &ClosureId) -> Result<ClosureRow> {
        found(
            closures::table.find(id.as_str()).select(ClosureRow::as_select()).first(tx.conn()),
            "closure",
        )
    }

    pub(crate) fn add_term(tx: &mut Tx, term: &TermRow) -> Result<()> {
        diesel::insert_into(terms::table)
            .values(term)
            .execute(tx.conn())
            .map_err(|error| exists(error, "A term with this name already begins on this day."))?;
        Ok(())
    }

    pub(crate) fn add_closure(tx: &mut Tx, closure: &ClosureRow) -> Result<()> {
        tx.move_generation();
        diesel::insert_into(closures::table)
            .values(closure)
            .execute(tx.conn())
            .map_err(|error| exists(error, "A closure on exactly these days already exists."))?;
        Ok(())
    }

    pub(crate) fn remove_term(tx: &mut Tx, id: &TermId) -> Result<()> {
        diesel::delete(terms::table.find(id.as_str())).run(tx)
    }

    pub(crate) fn remove_closure(tx: &mut Tx, id: &ClosureId) -> Result<()> {
        tx.move_generation();
        diesel::delete(closures::table.find(id.as_str())).run(tx)
    }

    /// How many sessions are planned on these days, at one centre or at all.
    pub(crate) fn sessions_on(
        tx: &mut Tx,
        centre: Option<&CentreId>,
        first_day: NaiveDate,
        last_day: NaiveDate,
    ) -> Result<i64> {
        let planned = sessions::table
            .filter(sessions::local_day.between(first_day, last_day))
            .filter(sessions::cancelled_at.is_null())
            .count();
        Ok(match centre {
            None => planned.get_result(tx.conn())?,
            Some(centre) => {
                planned.filter(sessions::centre_id.eq(centre.as_str())).get_result(tx.conn())?
            }
        })
    }

    fn exists(error: diesel::result::Error, detail: &str) -> Fault {
        if is_duplicate(&error) { Fault::new(Code::AlreadyExists, detail) } else { error.into() }
    }
}
