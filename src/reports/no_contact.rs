//! Families without a recent contact. A contact is of a kind that counts as direct, with a child or
//! adults; the first is the day a family was met (a feed meets nobody).

use crate::base::id::{CentreId, FamilyId};
use crate::membership::number::Number;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// A live membership.
#[derive(Clone, Debug)]
pub struct QuietFacts {
    pub family: FamilyId,
    pub number: Number,
    pub centre: Option<CentreId>,
    /// When the family was met, if it was.
    pub met_on: Option<NaiveDate>,
    pub restricted: bool,
}

/// Members, and those without a contact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quiet {
    pub members: u64,
    pub without_contact: u64,
}

impl Quiet {
    fn count(&mut self, quiet: bool) {
        self.members += 1;
        self.without_contact += u64::from(quiet);
    }
}

/// The day of each family's last contact.
pub type Last = HashMap<FamilyId, NaiveDate>;

/// When a family was last met.
pub fn last_contact(known: &QuietFacts, last: &Last) -> Option<NaiveDate> {
    known.met_on.into_iter().chain(last.get(&known.family).copied()).max()
}

/// Whether the family had no contact since a day.
pub fn is_quiet(known: &QuietFacts, last: &Last, since: NaiveDate) -> bool {
    last_contact(known, last).is_none_or(|day| day < since)
}

/// Distinct families by home centre, by group, and in total. A family may be in several groups, so
/// the groups do not add up.
pub struct QuietCounts {
    pub centres: BTreeMap<Option<CentreId>, Quiet>,
    pub groups: BTreeMap<String, Quiet>,
    pub total: Quiet,
}

pub fn count(
    members: &[QuietFacts],
    last: &Last,
    groups: &HashMap<FamilyId, Vec<String>>,
    since: NaiveDate,
) -> QuietCounts {
    let mut counted =
        QuietCounts { centres: BTreeMap::new(), groups: BTreeMap::new(), total: Quiet::default() };
    for known in members {
        let quiet = is_quiet(known, last, since);
        counted.total.count(quiet);
        counted.centres.entry(known.centre.clone()).or_default().count(quiet);
        for group in groups.get(&known.family).into_iter().flatten() {
            counted.groups.entry(group.clone()).or_default().count(quiet);
        }
    }
    counted
}

pub(crate) mod service {
    //! The report on families without a contact: the counts, and the families.

    use super::store;
    use super::{Last, QuietCounts, QuietFacts, count, is_quiet, last_contact};
    use crate::base::fault::Fault;
    use crate::base::id::{CentreId, FamilyId};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::families::follow_up;
    use crate::families::follow_up::ToRing;
    use crate::reports;
    use chrono::{Months, NaiveDate};
    use std::collections::HashMap;

    /// The default number of months.
    const MONTHS: u32 = 12;

    /// What to report on.
    #[derive(Clone, Debug, Default)]
    pub struct NoContact {
        pub centre: Option<CentreId>,
        pub months: Option<u32>,
        /// Only families with this group stated.
        pub group: Option<String>,
    }

    /// The facts it is counted from.
    struct NoContactFacts {
        as_at: Moment,
        months: u32,
        since: NaiveDate,
        members: Vec<QuietFacts>,
        last: Last,
        groups: HashMap<FamilyId, Vec<String>>,
    }

    pub struct NoContactReport {
        pub as_at: Moment,
        pub months: u32,
        pub since: NaiveDate,
        pub counted: QuietCounts,
        pub labels: HashMap<String, String>,
        pub centre_names: HashMap<CentreId, String>,
    }

    /// A family without a contact.
    pub struct QuietFamily {
        pub known: QuietFacts,
        pub last_contact_on: Option<NaiveDate>,
        /// Only for callers who may open its file.
        pub to_ring: Option<ToRing>,
    }

    pub fn report(tx: &mut Tx, of: &NoContact) -> Result<NoContactReport, Fault> {
        let facts = facts(tx, of)?;
        let counted = count(&facts.members, &facts.last, &facts.groups, facts.since);
        let labels = store::labels(tx)?;
        let mut centre_names = HashMap::new();
        for id in counted.centres.keys().flatten() {
            let centre = crate::centres::store::centre(tx, id)?;
            centre_names.insert(id.clone(), centre.name);
        }
        let NoContactFacts { as_at, months, since, .. } = facts;
        Ok(NoContactReport { as_at, months, since, counted, labels, centre_names })
    }

    /// The families themselves, by id; restricted records are counted but not listed.
    pub fn families(
        tx: &mut Tx,
        of: &NoContact,
        after: &str,
        rows: usize,
    ) -> Result<Vec<QuietFamily>, Fault> {
        let facts = facts(tx, of)?;
        let quiet = facts.members.iter().filter(|known| {
            known.family.as_str() > after
                && !known.restricted
                && is_quiet(known, &facts.last, facts.since)
        });
        let quiet: Vec<&QuietFacts> = quiet.take(rows).collect();
        let ids: Vec<&FamilyId> = quiet.iter().map(|known| &known.family).collect();
        let mut to_ring = follow_up::service::to_ring(tx, &ids)?;
        let family = |known: &QuietFacts| QuietFamily {
            last_contact_on: last_contact(known, &facts.last),
            to_ring: to_ring.remove(&known.family),
            known: known.clone(),
        };
        Ok(quiet.into_iter().map(family).collect())
    }

    fn facts(tx: &mut Tx, of: &NoContact) -> Result<NoContactFacts, Fault> {
        let centres = reports::service::centres(tx, of.centre.as_ref())?;
        let as_at = tx.now();
        let today = as_at.civil_day();
        let months = of.months.unwrap_or(MONTHS);
        if !(1..=60).contains(&months) {
            return Err(Fault::invalid("/months", "Use 1 to 60 months."));
        }
        let since = today.checked_sub_months(Months::new(months)).unwrap_or(today);
        let groups = store::groups(tx)?;
        let mut members = store::members(tx, centres.as_deref())?;
        if let Some(group) = &of.group {
            crate::families::groups::service::known_group(tx, group)?;
            members.retain(|known| {
                groups.get(&known.family).is_some_and(|stated| stated.contains(group))
            });
        }
        let last = store::last_contacts(tx, since, today)?;
        Ok(NoContactFacts { as_at, months, since, members, last, groups })
    }
}

pub(crate) mod store {
    //! Queries for the report on families without a contact.

    use super::{Last, QuietFacts};
    use crate::base::fault::Fault;
    use crate::base::id::{CentreId, FamilyId};
    use crate::base::moment::Moment;
    use crate::contacts::Counts;
    use crate::db::Tx;
    use crate::db::schema::{
        contact_kinds, contacts, families, family_groups, memberships, target_groups,
    };
    use crate::families::FirstContact;
    use crate::families::joined::kept_among;
    use crate::families::store::joined;
    use crate::membership::Standing;
    use crate::membership::number::Number;
    use chrono::NaiveDate;
    use diesel::prelude::*;
    use std::collections::HashMap;

    /// Live memberships of some centres (`None`: all), by family.
    pub fn members(tx: &mut Tx, centres: Option<&[CentreId]>) -> Result<Vec<QuietFacts>, Fault> {
        let mut query = memberships::table
            .inner_join(families::table.on(families::id.eq(memberships::family_id)))
            .filter(memberships::status.eq_any(vec![Standing::Listed, Standing::Member]))
            .filter(families::joined_into.is_null())
            .into_boxed();
        if let Some(centres) = centres {
            let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
            query = query.filter(families::centre_id.eq_any(ids));
        }
        type Row = (FamilyId, Number, Option<CentreId>, FirstContact, Moment, bool);
        let rows: Vec<Row> = query
            .order(families::id)
            .select((
                families::id,
                memberships::number,
                families::centre_id,
                families::channel,
                families::created_at,
                families::restricted,
            ))
            .load(tx.conn())?;
        let known = |(family, number, centre, channel, made_at, restricted): Row| {
            let met_on = (channel != FirstContact::Feed).then(|| made_at.civil_day());
            QuietFacts { family, number, centre, met_on, restricted }
        };
        Ok(rows.into_iter().map(known).collect())
    }

    /// The day of each family's last direct contact within a period. Contacts of merged records
    /// count for the record they were merged into.
    pub fn last_contacts(tx: &mut Tx, since: NaiveDate, to: NaiveDate) -> Result<Last, Fault> {
        let rows: Vec<(FamilyId, Option<NaiveDate>)> = contacts::table
            .inner_join(contact_kinds::table.on(contact_kinds::kind.eq(contacts::kind)))
            .filter(contact_kinds::counts.eq(Counts::Direct))
            .filter(contacts::withdrawn_at.is_null())
            .filter(contacts::on_day.between(since, to))
            .group_by(contacts::family_id)
            .select((contacts::family_id, diesel::dsl::max(contacts::on_day)))
            .load(tx.conn())?;
        let joined = joined(tx)?;
        let mut last = Last::new();
        for (family, day) in rows {
            let Some(day) = day else { continue };
            let family = kept_among(&family, |record| joined.get(record).cloned());
            let known = last.entry(family).or_insert(day);
            *known = day.max(*known);
        }
        Ok(last)
    }

    /// Groups stated for current families, by family.
    pub fn groups(tx: &mut Tx) -> Result<HashMap<FamilyId, Vec<String>>, Fault> {
        let rows: Vec<(FamilyId, String)> = family_groups::table
            .filter(family_groups::ended_at.is_null())
            .select((family_groups::family_id, family_groups::group_code))
            .distinct()
            .load(tx.conn())?;
        let mut by_family: HashMap<FamilyId, Vec<String>> = HashMap::new();
        for (family, code) in rows {
            by_family.entry(family).or_default().push(code);
        }
        Ok(by_family)
    }

    /// The labels of groups.
    pub fn labels(tx: &mut Tx) -> Result<HashMap<String, String>, Fault> {
        let rows: Vec<(String, String)> = target_groups::table
            .select((target_groups::code, target_groups::label))
            .load(tx.conn())?;
        Ok(rows.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn known(family: &str, met_on: Option<&str>) -> QuietFacts {
        QuietFacts {
            family: family.into(),
            number: Number::of_serial(1),
            centre: Some("north".into()),
            met_on: met_on.map(day),
            restricted: false,
        }
    }

    #[test]
    fn a_family_is_quiet_when_its_last_contact_lies_before_the_window() {
        let members = [
            known("new", Some("2026-11-01")),
            known("old", Some("2024-01-01")),
            known("came", Some("2024-01-01")),
            known("came long ago", Some("2024-01-01")),
            known("fed", None),
        ];
        let last: Last =
            [("came".into(), day("2025-11-16")), ("came long ago".into(), day("2025-11-15"))]
                .into();
        let groups: HashMap<FamilyId, Vec<String>> =
            [("old".into(), vec!["workless".to_owned(), "lone_parent".to_owned()])].into();
        let counted = count(&members, &last, &groups, day("2025-11-16"));
        assert_eq!(counted.total, Quiet { members: 5, without_contact: 3 });
        assert_eq!(counted.groups.len(), 2);
        assert_eq!(counted.groups["workless"], Quiet { members: 1, without_contact: 1 });
    }
}
