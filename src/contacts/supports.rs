//! Direct support by a centre to a setting: case meetings, training, clinics for parents. It is the
//! evidence for counting the setting's children as in contact. It is never changed, only withdrawn
//! if recorded by mistake.

use crate::base::id::{AccountId, CentreId, PartnerId, SettingSupportId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::setting_supports;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

text_enum! {
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

/// Direct support by a centre to a setting.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = setting_supports)]
#[schema(as = SupportOut)]
pub struct Support {
    /// Opaque.
    pub id: SettingSupportId,
    /// The setting.
    pub partner_id: PartnerId,
    /// The centre that gave it.
    pub centre_id: CentreId,
    /// What kind it was.
    pub kind: SupportKind,
    /// When it was.
    pub on_day: NaiveDate,
    #[serde(skip)]
    pub said_by: Option<AccountId>,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
}

/// Support to record.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SupportIn, example = json!({
    "partner_id": "0198c0de00007000800000000000000a", "kind": "case_meeting",
    "on_day": "2026-11-16"
}))]
pub(crate) struct GivenSupport {
    /// The setting: a partner that is a nursery, a childminder or a school.
    pub partner_id: PartnerId,
    /// The centre that gave it; left out, your own.
    pub centre_id: Option<CentreId>,
    /// What kind it was.
    pub kind: SupportKind,
    /// When it was; not in the future.
    pub on_day: NaiveDate,
}

/// Which support to list.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SupportsQuery {
    /// Only to this setting.
    pub partner_id: Option<PartnerId>,
    /// Only by this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// On this day or later.
    pub from: Option<NaiveDate>,
    /// On this day or earlier.
    pub to: Option<NaiveDate>,
    /// The page size, 1 to 500. Default: 100.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the previous page.
    pub after: Option<String>,
}

pub(crate) mod service {
    //! Recording and withdrawing what a centre did for a setting.

    use super::{GivenSupport, Support, SupportsQuery, store};
    use crate::access::{Act, Scope};
    use crate::audit::Event;
    use crate::base::fault::{Code, Fault, Result};
    use crate::base::id::SettingSupportId;
    use crate::centres;
    use crate::db::Tx;
    use crate::partners::{self, PartnerKind};
    use chrono::{Days, NaiveDate};
    use serde_json::json;

    /// How many days back support may be recorded.
    const LONGEST_AGO: u64 = 5 * 366;

    pub(crate) fn record(tx: &mut Tx, given: &GivenSupport) -> Result<Support> {
        let own = tx.actor().roles.iter().find_map(|held| held.centre.clone());
        let centre = given.centre_id.clone().or(own);
        let centre = centre.ok_or_else(|| {
            Fault::invalid("/centre_id", "Name the centre that gave the support.")
        })?;
        tx.allow(Act::RecordContact, &Scope::centre(&centre), "centre")?;
        centres::store::centre(tx, &centre)?;
        let partner = partners::store::partner(tx, &given.partner_id)?;
        if partner.kind != PartnerKind::EarlyYears {
            let detail = "Name a setting: a partner that is a nursery, a childminder or a school.";
            return Err(Fault::invalid("/partner_id", detail));
        }
        let today = tx.today();
        let first = today.checked_sub_days(Days::new(LONGEST_AGO)).unwrap_or(NaiveDate::MIN);
        if !(first..=today).contains(&given.on_day) {
            return Err(Fault::invalid(
                "/on_day",
                "Use a day within the last five years, up to today.",
            ));
        }

        let support = Support {
            id: SettingSupportId::new(),
            partner_id: partner.id,
            centre_id: centre,
            kind: given.kind,
            on_day: given.on_day,
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
    pub(crate) fn withdraw(tx: &mut Tx, id: &SettingSupportId) -> Result<Support> {
        let support = store::support(tx, id)?;
        tx.allow(Act::RecordContact, &Scope::centre(&support.centre_id), "support")?;

        let now = tx.now();
        if store::withdraw(tx, id, now)? == 0 {
            return Err(Fault::new(Code::NoLongerOpen, "This support is already withdrawn."));
        }
        tx.audit(Event::WithdrawSupport, id.as_str(), json!({}))?;
        Ok(Support { withdrawn_at: Some(now), ..support })
    }

    /// Current support, in the order it was recorded, by the caller's centres or by the one asked
    /// for.
    pub(crate) fn list(tx: &mut Tx, wanted: &SupportsQuery, rows: i64) -> Result<Vec<Support>> {
        let centres = match &wanted.centre_id {
            None => tx.actor().reach(Act::SeeContacts).centres(),
            Some(centre) => {
                tx.allow(Act::SeeContacts, &Scope::centre(centre), "centre")?;
                Some(vec![centre.clone()])
            }
        };
        store::list(tx, wanted, centres.as_deref(), rows)
    }
}

pub(crate) mod store {
    //! Queries about direct support to settings.

    use super::{Support, SupportsQuery};
    use crate::base::fault::Result;
    use crate::base::id::{CentreId, SettingSupportId};
    use crate::base::moment::Moment;
    use crate::db::schema::setting_supports;
    use crate::db::{Run, Tx, found};
    use diesel::prelude::*;

    pub(crate) fn add(tx: &mut Tx, support: &Support) -> Result<()> {
        diesel::insert_into(setting_supports::table).values(support).run(tx)
    }

    pub(crate) fn support(tx: &mut Tx, id: &SettingSupportId) -> Result<Support> {
        found(
            setting_supports::table.find(id.as_str()).select(Support::as_select()).first(tx.conn()),
            "support",
        )
    }

    /// Returns how many were withdrawn.
    pub(crate) fn withdraw(tx: &mut Tx, id: &SettingSupportId, at: Moment) -> Result<usize> {
        Ok(diesel::update(
            setting_supports::table
                .find(id.as_str())
                .filter(setting_supports::withdrawn_at.is_null()),
        )
        .set(setting_supports::withdrawn_at.eq(at))
        .execute(tx.conn())?)
    }

    /// Current support of these centres (`None`: every centre), in the order it was recorded.
    pub(crate) fn list(
        tx: &mut Tx,
        wanted: &SupportsQuery,
        centres: Option<&[CentreId]>,
        rows: i64,
    ) -> Result<Vec<Support>> {
        let mut query = setting_supports::table
            .filter(setting_supports::withdrawn_at.is_null())
            .filter(setting_supports::id.gt(wanted.after.as_deref().unwrap_or_default()))
            .into_boxed();
        if let Some(partner) = &wanted.partner_id {
            query = query.filter(setting_supports::partner_id.eq(partner));
        }
        if let Some(centres) = centres {
            query = query.filter(setting_supports::centre_id.eq_any(centres));
        }
        if let Some(from) = wanted.from {
            query = query.filter(setting_supports::on_day.ge(from));
        }
        if let Some(to) = wanted.to {
            query = query.filter(setting_supports::on_day.le(to));
        }
        Ok(query
            .order(setting_supports::id)
            .limit(rows)
            .select(Support::as_select())
            .load(tx.conn())?)
    }
}
