//! Children in workless households, by month and area: what the reach of Jobcentre Plus is measured
//! by.

pub(crate) mod service {
    //! Receiving a baseline of workless households: a partner's counts without names, under its
    //! agreement for them.

    use super::store::{self, Baseline};
    use crate::access::Act;
    use crate::audit::Event;
    use crate::base::fault::Fault;
    use crate::base::id::{PartnerId, WorklessBaselineId};
    use crate::db::Tx;
    use crate::feeds::service::sender::{allowed_sender, must_be_agreed};
    use crate::partners::agreements::AgreementPurpose;
    use chrono::NaiveDate;
    use serde_json::json;

    /// Workless households of one month in one LSOA.
    #[derive(Clone, Debug)]
    pub struct Households {
        pub month: NaiveDate,
        pub lsoa: String,
        pub households: i32,
    }

    pub fn take(
        tx: &mut Tx,
        partner: Option<&PartnerId>,
        rows: &[Households],
    ) -> Result<usize, Fault> {
        let sender = allowed_sender(tx, partner)?;
        if let Some(sender) = &sender {
            must_be_agreed(tx, sender, &[AgreementPurpose::WorklessBaseline])?;
        }

        tx.alone("feeds")?;
        for row in rows {
            let baseline = Baseline {
                id: WorklessBaselineId::new(),
                month: row.month,
                lsoa: row.lsoa.clone(),
                households: row.households,
                partner_id: sender.clone(),
                sent_at: tx.now(),
            };
            store::replace(tx, &baseline)?;
        }
        let detail = json!({ "partner": sender, "rows": rows.len() });
        tx.audit(Event::TakeWorklessBaseline, "", detail)?;
        Ok(rows.len())
    }

    pub fn list(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Baseline>, Fault> {
        tx.actor().allow_ever(Act::SeeFeeds)?;
        store::list(tx, after, rows)
    }
}

pub(crate) mod store {
    //! Queries about workless households by month and area, as counted by a partner.

    use crate::base::fault::Fault;
    use crate::base::id::{PartnerId, WorklessBaselineId};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::workless_baselines;
    use chrono::NaiveDate;
    use diesel::prelude::*;

    /// Workless households with a child under five in one LSOA, in one month.
    #[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
    #[diesel(table_name = workless_baselines)]
    pub struct Baseline {
        pub id: WorklessBaselineId,
        /// Its first day.
        pub month: NaiveDate,
        pub lsoa: String,
        pub households: i32,
        /// The partner that counted.
        pub partner_id: Option<PartnerId>,
        pub sent_at: Moment,
    }

    /// Replaces the same sender's count for the same month and LSOA.
    pub fn replace(tx: &mut Tx, baseline: &Baseline) -> Result<(), Fault> {
        let mut old = diesel::delete(workless_baselines::table)
            .filter(workless_baselines::month.eq(baseline.month))
            .filter(workless_baselines::lsoa.eq(baseline.lsoa.clone()))
            .into_boxed();
        old = match &baseline.partner_id {
            Some(partner) => old.filter(workless_baselines::partner_id.eq(partner.to_string())),
            None => old.filter(workless_baselines::partner_id.is_null()),
        };
        old.execute(tx.conn())?;
        diesel::insert_into(workless_baselines::table).values(baseline).execute(tx.conn())?;
        Ok(())
    }

    /// In the order in which they were sent.
    pub fn list(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Baseline>, Fault> {
        Ok(workless_baselines::table
            .filter(workless_baselines::id.gt(after))
            .order(workless_baselines::id)
            .limit(rows)
            .select(Baseline::as_select())
            .load(tx.conn())?)
    }

    /// Every count in a range of months, most recently sent last.
    pub fn of_months(
        tx: &mut Tx,
        from: NaiveDate,
        to: NaiveDate,
        known_at: Moment,
    ) -> Result<Vec<Baseline>, Fault> {
        Ok(workless_baselines::table
            .filter(workless_baselines::month.between(from, to))
            .filter(workless_baselines::sent_at.le(known_at))
            .order((workless_baselines::sent_at, workless_baselines::id))
            .select(Baseline::as_select())
            .load(tx.conn())?)
    }
}
