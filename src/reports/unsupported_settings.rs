//! Nurseries and childminders that no support visit has reached.

use crate::base::id::PartnerId;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

/// Settings without recent direct support.
#[derive(Serialize, ToSchema)]
#[schema(as = UnsupportedOut)]
pub(crate) struct UnsupportedReport {
    /// As at this day.
    pub as_at: NaiveDate,
    /// The length of the period, in months.
    pub months: u32,
    /// No support on or after this day.
    pub since: NaiveDate,
    /// The total number of settings.
    pub settings: usize,
    /// Those without support, by name.
    pub without_support: Vec<UnsupportedSetting>,
}

/// A setting without direct support.
#[derive(Serialize, ToSchema)]
#[schema(as = UnsupportedSettingOut)]
pub(crate) struct UnsupportedSetting {
    /// The setting.
    pub partner_id: PartnerId,
    /// Its name.
    pub setting: String,
    /// When it last had support; `null`: never, as far as known.
    pub last_support_on: Option<NaiveDate>,
    /// Children known to have a place in it: in reach they are "not yet evidenced".
    pub children: usize,
}

pub(crate) mod service {
    //! The report on settings without recent direct support, whose children are "not yet evidenced"
    //! in reach.

    use super::{UnsupportedReport, UnsupportedSetting, store};
    use crate::base::fault::Result;
    use crate::base::id::CentreId;
    use crate::db::Tx;
    use crate::partners::Partner;
    use crate::reports;
    use chrono::Months;
    use serde::Deserialize;
    use utoipa::IntoParams;

    /// What to report on.
    #[derive(Clone, Deserialize, IntoParams)]
    #[into_params(parameter_in = Query)]
    pub(crate) struct UnsupportedOf {
        /// Support by this centre only. Default: all your centres.
        pub centre_id: Option<CentreId>,
        /// Without support for this many months, 1 to 60. Default: 12.
        #[param(minimum = 1, maximum = 60, example = 12)]
        pub months: Option<u32>,
    }

    pub(crate) fn report(tx: &mut Tx, of: &UnsupportedOf) -> Result<UnsupportedReport> {
        let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
        let months = reports::service::months(of.months)?;
        let as_at = tx.today();
        let before = as_at.checked_sub_months(Months::new(months));
        let since = before.and_then(|day| day.succ_opt()).unwrap_or(as_at);

        let all = store::settings(tx)?;
        let last = store::last_supports(tx, centres.as_deref(), as_at)?;
        let placed = store::children_placed(tx, as_at)?;
        let settings = all.len();
        let setting = |Partner { id, name: setting, .. }| UnsupportedSetting {
            last_support_on: last.get(&id).copied(),
            children: placed.get(&id).map_or(0, |children| children.len()),
            partner_id: id,
            setting,
        };
        let quiet =
            |setting: &UnsupportedSetting| setting.last_support_on.is_none_or(|day| day < since);
        let without_support = all.into_iter().map(setting).filter(quiet).collect();
        Ok(UnsupportedReport { as_at, months, since, settings, without_support })
    }
}

pub(crate) mod store {
    //! Queries for the report on settings and the support they had.

    use crate::base::fault::Result;
    use crate::base::id::{CentreId, ChildId, PartnerId};
    use crate::contacts::Kind;
    use crate::db::Tx;
    use crate::db::schema::{contacts, partners, setting_supports};
    use crate::partners::{Partner, PartnerKind};
    use chrono::NaiveDate;
    use diesel::dsl::max;
    use diesel::prelude::*;
    use std::collections::{BTreeSet, HashMap};

    /// Nurseries, childminders and schools, by name.
    pub(crate) fn settings(tx: &mut Tx) -> Result<Vec<Partner>> {
        Ok(partners::table
            .filter(partners::kind.eq(PartnerKind::EarlyYears))
            .order((partners::name, partners::id))
            .select(Partner::as_select())
            .load(tx.conn())?)
    }

    /// The last day of support to each setting up to a day, by some centres (`None`: all).
    pub(crate) fn last_supports(
        tx: &mut Tx,
        centres: Option<&[CentreId]>,
        to: NaiveDate,
    ) -> Result<HashMap<PartnerId, NaiveDate>> {
        let standing = setting_supports::table
            .filter(setting_supports::withdrawn_at.is_null())
            .filter(setting_supports::on_day.le(to))
            .group_by(setting_supports::partner_id)
            .select((setting_supports::partner_id, max(setting_supports::on_day)));
        let rows: Vec<(PartnerId, Option<NaiveDate>)> = match centres {
            None => standing.load(tx.conn())?,
            Some(some) => {
                standing.filter(setting_supports::centre_id.eq_any(some)).load(tx.conn())?
            }
        };
        Ok(rows.into_iter().filter_map(|(partner, day)| Some((partner, day?))).collect())
    }

    /// The number of children with a place in each setting on a day.
    pub(crate) fn children_placed(
        tx: &mut Tx,
        on: NaiveDate,
    ) -> Result<HashMap<PartnerId, BTreeSet<ChildId>>> {
        let rows: Vec<(PartnerId, ChildId)> = contacts::table
            .filter(contacts::kind.eq_any([Kind::EarlyLearning, Kind::SchoolPlace]))
            .filter(contacts::withdrawn_at.is_null())
            .filter(contacts::on_day.le(on))
            .filter(contacts::until_day.is_null().or(contacts::until_day.ge(on)))
            .filter(contacts::partner_id.is_not_null())
            .filter(contacts::child_id.is_not_null())
            .select((contacts::partner_id.assume_not_null(), contacts::child_id.assume_not_null()))
            .distinct()
            .load(tx.conn())?;
        let mut placed: HashMap<PartnerId, BTreeSet<ChildId>> = HashMap::new();
        for (partner, child) in rows {
            placed.entry(partner).or_default().insert(child);
        }
        Ok(placed)
    }
}
