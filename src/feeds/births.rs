//! Births by month and area, without names: a trust that gives no list may give these, so that a
//! centre sees how many families it does not know yet. A new count replaces the old one.

use crate::base::id::{BirthCountId, CentreId, PartnerId};
use crate::base::moment::Moment;
use crate::db::schema::birth_counts;
use chrono::NaiveDate;
use diesel::prelude::*;

/// Births of one month in one LSOA, or in one centre's area.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = birth_counts)]
pub struct BirthCount {
    pub id: BirthCountId,
    /// Its first day.
    pub month: NaiveDate,
    pub lsoa: Option<String>,
    pub centre_id: Option<CentreId>,
    pub births: i32,
    /// The partner that counted.
    pub partner_id: Option<PartnerId>,
    pub sent_at: Moment,
}

pub(crate) mod service {
    //! Receiving births by month and area; a partner needs an agreement for them.

    use super::BirthCount;
    use super::store::{self, BirthsFilter};
    use crate::access::Act;
    use crate::audit::Event;
    use crate::base::fault::Fault;
    use crate::base::id::{BirthCountId, CentreId, PartnerId};
    use crate::centres;
    use crate::db::Tx;
    use crate::feeds::service::sender::{allowed_sender, must_be_agreed};
    use crate::partners::agreements::AgreementPurpose;
    use chrono::NaiveDate;
    use serde_json::json;

    /// Births of one month in an LSOA, or in a centre's area.
    #[derive(Clone, Debug)]
    pub struct Births {
        pub month: NaiveDate,
        pub lsoa: Option<String>,
        pub centre: Option<CentreId>,
        pub births: i32,
    }

    pub fn take(tx: &mut Tx, partner: Option<&PartnerId>, rows: &[Births]) -> Result<usize, Fault> {
        let sender = allowed_sender(tx, partner)?;
        if let Some(sender) = &sender {
            // An agreement for lists also covers counts.
            must_be_agreed(
                tx,
                sender,
                &[AgreementPurpose::BirthCounts, AgreementPurpose::Membership],
            )?;
        }
        for centre in rows.iter().filter_map(|row| row.centre.as_ref()) {
            centres::store::centre(tx, centre)?;
        }

        tx.alone("feeds")?;
        for row in rows {
            let count = BirthCount {
                id: BirthCountId::new(),
                month: row.month,
                lsoa: row.lsoa.clone(),
                centre_id: row.centre.clone(),
                births: row.births,
                partner_id: sender.clone(),
                sent_at: tx.now(),
            };
            store::replace(tx, &count)?;
        }
        let detail = json!({ "partner": sender, "rows": rows.len() });
        tx.audit(Event::TakeBirths, "", detail)?;
        Ok(rows.len())
    }

    pub fn list(tx: &mut Tx, filter: &BirthsFilter) -> Result<Vec<BirthCount>, Fault> {
        tx.actor().allow_ever(Act::SeeFeeds)?;
        store::list(tx, filter)
    }
}

pub(crate) mod store {
    //! Queries about births by month and area.

    use super::BirthCount;
    use crate::base::fault::Fault;
    use crate::base::id::CentreId;
    use crate::db::Tx;
    use crate::db::schema::birth_counts;
    use chrono::NaiveDate;
    use diesel::prelude::*;

    /// Replaces the same sender's count for the same month and area.
    pub fn replace(tx: &mut Tx, count: &BirthCount) -> Result<(), Fault> {
        let mut old = diesel::delete(birth_counts::table)
            .filter(birth_counts::month.eq(count.month))
            .into_boxed();
        old = match &count.lsoa {
            Some(lsoa) => old.filter(birth_counts::lsoa.eq(lsoa.clone())),
            None => old.filter(birth_counts::lsoa.is_null()),
        };
        old = match &count.centre_id {
            Some(centre) => old.filter(birth_counts::centre_id.eq(centre.clone())),
            None => old.filter(birth_counts::centre_id.is_null()),
        };
        old = match &count.partner_id {
            Some(partner) => old.filter(birth_counts::partner_id.eq(partner.clone())),
            None => old.filter(birth_counts::partner_id.is_null()),
        };
        old.execute(tx.conn())?;
        diesel::insert_into(birth_counts::table).values(count).execute(tx.conn())?;
        Ok(())
    }

    /// Which counts.
    #[derive(Clone, Debug, Default)]
    pub struct BirthsFilter {
        pub from: Option<NaiveDate>,
        pub to: Option<NaiveDate>,
        pub centre: Option<CentreId>,
        pub lsoa: Option<String>,
        pub after: String,
        pub rows: i64,
    }

    pub fn list(tx: &mut Tx, filter: &BirthsFilter) -> Result<Vec<BirthCount>, Fault> {
        let mut query = birth_counts::table
            .filter(birth_counts::id.gt(filter.after.clone()))
            .select(BirthCount::as_select())
            .into_boxed();
        if let Some(from) = filter.from {
            query = query.filter(birth_counts::month.ge(from));
        }
        if let Some(to) = filter.to {
            query = query.filter(birth_counts::month.le(to));
        }
        if let Some(centre) = &filter.centre {
            query = query.filter(birth_counts::centre_id.eq(centre.clone()));
        }
        if let Some(lsoa) = &filter.lsoa {
            query = query.filter(birth_counts::lsoa.eq(lsoa.clone()));
        }
        Ok(query.order(birth_counts::id).limit(filter.rows).load(tx.conn())?)
    }
}
