//! Direct support by a centre to a setting: case meetings, training, clinics for parents. It is the
//! evidence for counting the setting's children as in contact.

use crate::base::id::{AccountId, CentreId, PartnerId, SettingSupportId, words};
use crate::base::moment::Moment;
use crate::db::schema::setting_supports;
use chrono::NaiveDate;
use diesel::prelude::*;

words! {
    /// What a centre did for a setting.
    SupportKind {
        /// About children of the setting.
        CaseMeeting = "case_meeting",
        /// Of its staff.
        Training = "training",
        /// For its parents.
        Clinic = "clinic",
        Visit = "visit",
        Other = "other",
    }
}

/// Direct support on a day. Never changed, only withdrawn if recorded by mistake.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = setting_supports)]
pub struct Support {
    pub id: SettingSupportId,
    /// The setting.
    pub partner_id: PartnerId,
    pub centre_id: CentreId,
    pub kind: SupportKind,
    pub on_day: NaiveDate,
    pub said_by: Option<AccountId>,
    pub recorded_at: Moment,
    pub withdrawn_at: Option<Moment>,
}

pub(crate) mod service {
    //! Recording and withdrawing what a centre did for a setting.

    use super::store::{self, SupportFilter};
    use super::{Support, SupportKind};
    use crate::access::{Act, Scope};
    use crate::audit::Event;
    use crate::base::fault::{Code, Fault};
    use crate::base::id::{CentreId, PartnerId, SettingSupportId};
    use crate::centres;
    use crate::db::Tx;
    use crate::partners::{self, PartnerKind};
    use chrono::{Days, NaiveDate};
    use serde_json::json;

    /// How many days back support may be recorded.
    const LONGEST_AGO: u64 = 5 * 366;

    /// Support to record.
    #[derive(Clone, Debug)]
    pub struct Give {
        pub partner: PartnerId,
        /// If left out, the caller's own centre.
        pub centre: Option<CentreId>,
        pub kind: SupportKind,
        pub on_day: NaiveDate,
    }

    pub fn record(tx: &mut Tx, give: &Give) -> Result<Support, Fault> {
        let own = tx.actor().roles.iter().find_map(|held| held.centre.clone());
        let centre = give.centre.clone().or(own);
        let centre = centre.ok_or_else(|| {
            Fault::invalid("/centre_id", "Name the centre that gave the support.")
        })?;
        tx.allow(Act::RecordContact, &Scope::centre(&centre), "centre")?;
        centres::store::centre(tx, &centre)?;
        let partner = partners::store::partner(tx, &give.partner)?;
        if partner.kind != PartnerKind::EarlyYears {
            let detail = "Name a setting: a partner that is a nursery, a childminder or a school.";
            return Err(Fault::invalid("/partner_id", detail));
        }
        let today = tx.today();
        let first = today.checked_sub_days(Days::new(LONGEST_AGO)).unwrap_or(NaiveDate::MIN);
        if !(first..=today).contains(&give.on_day) {
            return Err(Fault::invalid(
                "/on_day",
                "Use a day within the last five years, up to today.",
            ));
        }

        let support = Support {
            id: SettingSupportId::new(),
            partner_id: partner.id,
            centre_id: centre,
            kind: give.kind,
            on_day: give.on_day,
            said_by: tx.actor().account_id.clone(),
            recorded_at: tx.now(),
            withdrawn_at: None,
        };
        store::add(tx, &support)?;
        let detail = json!({ "partner": support.partner_id, "kind": support.kind });
        tx.audit(Event::RecordSupport, support.id.as_str(), detail)?;
        Ok(support)
    }

    /// Fault: `no_longer_open` if it is already withdrawn.
    pub fn withdraw(tx: &mut Tx, id: &SettingSupportId) -> Result<Support, Fault> {
        let support = store::support(tx, id)?;
        tx.allow(Act::RecordContact, &Scope::centre(&support.centre_id), "support")?;

        let now = tx.now();
        if store::withdraw(tx, id, now)? == 0 {
            return Err(Fault::new(Code::NoLongerOpen, "This support is already withdrawn."));
        }
        tx.audit(Event::WithdrawSupport, id.as_str(), json!({}))?;
        Ok(Support { withdrawn_at: Some(now), ..support })
    }

    /// Support given by the caller's centres; `named`: by one of them.
    pub fn list(
        tx: &mut Tx,
        named: Option<&CentreId>,
        filter: SupportFilter,
    ) -> Result<Vec<Support>, Fault> {
        let centres = match named {
            None => tx.actor().reach(Act::SeeContacts).centres(),
            Some(centre) => {
                tx.allow(Act::SeeContacts, &Scope::centre(centre), "centre")?;
                Some(vec![centre.clone()])
            }
        };
        store::list(tx, &SupportFilter { centres, ..filter })
    }
}

pub(crate) mod store {
    //! Queries about direct support to settings.

    use super::Support;
    use crate::base::fault::Fault;
    use crate::base::id::{CentreId, PartnerId, SettingSupportId};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::setting_supports;
    use chrono::NaiveDate;
    use diesel::prelude::*;

    pub fn add(tx: &mut Tx, support: &Support) -> Result<(), Fault> {
        diesel::insert_into(setting_supports::table).values(support).execute(tx.conn())?;
        Ok(())
    }

    pub fn support(tx: &mut Tx, id: &SettingSupportId) -> Result<Support, Fault> {
        setting_supports::table
            .find(id.as_str())
            .select(Support::as_select())
            .first(tx.conn())
            .optional()?
            .ok_or_else(|| Fault::not_found("support"))
    }

    /// Returns how many were withdrawn.
    pub fn withdraw(tx: &mut Tx, id: &SettingSupportId, at: Moment) -> Result<usize, Fault> {
        Ok(diesel::update(
            setting_supports::table
                .find(id.as_str())
                .filter(setting_supports::withdrawn_at.is_null()),
        )
        .set(setting_supports::withdrawn_at.eq(at))
        .execute(tx.conn())?)
    }

    /// Which support.
    #[derive(Clone, Debug, Default)]
    pub struct SupportFilter {
        pub partner: Option<PartnerId>,
        /// `None`: every centre.
        pub centres: Option<Vec<CentreId>>,
        pub from: Option<NaiveDate>,
        pub to: Option<NaiveDate>,
        pub after: String,
        pub rows: i64,
    }

    /// Current support, in the order it was recorded.
    pub fn list(tx: &mut Tx, filter: &SupportFilter) -> Result<Vec<Support>, Fault> {
        let mut query = setting_supports::table
            .filter(setting_supports::withdrawn_at.is_null())
            .filter(setting_supports::id.gt(filter.after.clone()))
            .into_boxed();
        if let Some(partner) = &filter.partner {
            query = query.filter(setting_supports::partner_id.eq(partner.to_string()));
        }
        if let Some(centres) = &filter.centres {
            let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
            query = query.filter(setting_supports::centre_id.eq_any(ids));
        }
        if let Some(from) = filter.from {
            query = query.filter(setting_supports::on_day.ge(from));
        }
        if let Some(to) = filter.to {
            query = query.filter(setting_supports::on_day.le(to));
        }
        Ok(query
            .order(setting_supports::id)
            .limit(filter.rows)
            .select(Support::as_select())
            .load(tx.conn())?)
    }
}
