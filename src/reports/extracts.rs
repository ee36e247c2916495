//! A pseudonymised extract for the analyst: one row per child, without name, address, birth date or
//! special category data. Nobody can be identified from it, and two extracts cannot be joined. The
//! log records who took it and why.

pub(crate) mod row {
    //! A row of an extract. Pure: a counted child in, text cells out.

    use crate::base::text_enum::text_enum;
    use crate::reach::settings::AgeBands;

    text_enum! {
        /// The purposes an extract may have; there are no others.
        ExtractPurpose {
            /// Who lives here and what they need.
            NeedsAssessment = "needs_assessment",
            /// Whether something worked.
            Evaluation = "evaluation",
            /// Where and when sessions are held.
            ServicePlanning = "service_planning",
            /// Figures required by law.
            StatutoryReturn = "statutory_return",
        }
    }

    pub(crate) const HEADINGS: &str = "pseudonym,age_band,lsoa,decile,membership,seen,contact_days,\
         sustained_direct,sustained_universal,target_groups";

    /// A child in the extract.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub(crate) struct ExtractRow {
        /// Unique to this extract.
        pub pseudonym: String,
        pub age_months: u32,
        pub lsoa: Option<String>,
        pub decile: Option<i32>,
        pub membership: &'static str,
        pub seen: bool,
        pub days: usize,
        pub direct: bool,
        pub universal: bool,
        pub groups: Vec<String>,
    }

    impl ExtractRow {
        pub(crate) fn cells(&self, bands: AgeBands) -> Vec<String> {
            let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
            vec![
                self.pseudonym.clone(),
                band(self.age_months, bands).to_owned(),
                self.lsoa.clone().unwrap_or_default(),
                self.decile.map(|decile| decile.to_string()).unwrap_or_default(),
                self.membership.to_owned(),
                yes(self.seen),
                days(self.days).to_owned(),
                yes(self.direct),
                yes(self.universal),
                self.groups.join(" "),
            ]
        }
    }

    fn band(age_months: u32, bands: AgeBands) -> &'static str {
        let all = bands.months().iter().zip(bands.labels());
        let mut of_age = all.filter(|((from, until), _)| (*from..*until).contains(&age_months));
        of_age.next().map_or("", |(_, label)| label)
    }

    /// An exact number of days could be matched with a register.
    fn days(days: usize) -> &'static str {
        match days {
            0 => "0",
            1 => "1",
            2 => "2",
            3..=5 => "3 to 5",
            6..=11 => "6 to 11",
            _ => "12 or more",
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_row_has_bands_and_a_cell_for_every_heading() {
            let row = ExtractRow {
                pseudonym: "p".to_owned(),
                age_months: 23,
                days: 7,
                membership: "member",
                groups: vec!["lone_parent".to_owned(), "eal".to_owned()],
                ..ExtractRow::default()
            };
            let cells = row.cells(AgeBands::Months);
            assert_eq!(cells.len(), HEADINGS.split(',').count());
            assert_eq!((cells[1].as_str(), cells[6].as_str()), ("12-23 months", "6 to 11"));
            assert_eq!(cells[9], "lone_parent eal");
            assert_eq!(ExtractRow { age_months: 24, ..row }.cells(AgeBands::Years)[1], "2-3");
        }
    }
}

pub(crate) mod service {
    //! Taking an extract: the children of the reach report, each under a pseudonym unique to this
    //! extract.

    use super::row::{ExtractPurpose, ExtractRow};
    use crate::access::{Act, Scope};
    use crate::audit::Event;
    use crate::base::calendar::within_years;
    use crate::base::fault::Result;
    use crate::base::id::{CentreId, ChildId, ExtractId};
    use crate::db::Tx;
    use crate::reach::settings::AgeBands;
    use crate::reports::reach::asked::ReachRequest;
    use crate::reports::reach::count::ReachCounts;
    use crate::reports::reach::ground::Spot;
    use crate::reports::reach::plan::ReachPlan;
    use crate::reports::reach::service::made::ReachMade;
    use crate::reports::reach::service::plan;
    use crate::reports::reach::service::recipient::sensitive;
    use crate::reports::reach::service::rows::secret;
    use chrono::NaiveDate;
    use serde::Deserialize;
    use serde_json::json;
    use std::collections::{BTreeSet, HashSet};
    use utoipa::ToSchema;

    /// What an extract covers, and its purpose.
    #[derive(Clone, Debug, Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    #[schema(as = ExtractIn, example = json!({"purpose": "needs_assessment", "as_at": "2026-09-30"}))]
    pub(crate) struct Take {
        /// Its purpose, which is logged.
        pub purpose: ExtractPurpose,
        /// Only this centre's area. Default: all.
        pub centre_id: Option<CentreId>,
        /// As at this day. Default: today.
        pub as_at: Option<NaiveDate>,
    }

    pub(crate) struct Extract {
        pub as_at: NaiveDate,
        pub bands: AgeBands,
        /// Ordered by pseudonym, so the order reveals nothing.
        pub rows: Vec<ExtractRow>,
    }

    pub(crate) fn take(tx: &mut Tx, take: &Take) -> Result<Extract> {
        let scope = take.centre_id.as_ref().map_or_else(Scope::organisation, Scope::centre);
        tx.allow(Act::TakeExtract, &scope, "extract")?;
        take.as_at.map(|day| within_years("/as_at", day)).transpose()?;

        let by = Some(Vec::new());
        let asked = ReachRequest {
            centre: take.centre_id.clone(),
            as_at: take.as_at,
            by,
            ..ReachRequest::default()
        };
        let plan = plan(tx, &asked)?;
        let made = ReachMade::of(tx, &plan)?;
        let count = made.count(&plan);
        let all: Vec<&ReachCounts> = count.children.iter().collect();
        let secret = secret(tx, &all)?;
        let sensitive = sensitive(tx)?;
        let id = ExtractId::new();
        let mut rows = Vec::new();
        for child in all.into_iter().filter(|child| is_in(child, &secret)) {
            let hash =
                tx.keyed_hash(&format!("extract:{id}"), child.child.latest.child.as_str())?;
            // A spreadsheet takes text that starts with a minus for a formula.
            let pseudonym = format!("p{hash}");
            rows.push(ExtractRow { pseudonym, ..row(child, &made, &plan, &sensitive) });
        }
        rows.sort_by(|one, other| one.pseudonym.cmp(&other.pseudonym));

        let detail = json!({
            "purpose": take.purpose,
            "centre_id": take.centre_id,
            "as_at": plan.as_at,
            "rows": rows.len(),
        });
        tx.audit(Event::TakeExtract, id.as_str(), detail)?;
        Ok(Extract { as_at: plan.as_at, bands: plan.age_bands, rows })
    }

    fn is_in(child: &ReachCounts, secret: &HashSet<ChildId>) -> bool {
        let is_known = child.judged.member || child.judged.listed || child.judged.seen;
        is_known && !secret.contains(&child.child.latest.child)
    }

    fn row(
        child: &ReachCounts,
        made: &ReachMade,
        plan: &ReachPlan,
        sensitive: &BTreeSet<String>,
    ) -> ExtractRow {
        let lsoa = match child.spot {
            Spot::Lsoa(at) => made.ground.lsoas.get(at).map(|figure| figure.code.to_string()),
            Spot::Home | Spot::Outside(_) => None,
        };
        let groups = child
            .groups
            .iter()
            .filter_map(|at| made.records.histories.groups.list.get(usize::from(*at)));
        let groups = groups.map(|group| group.code.clone());
        let is_covered = plan.is_covered(made.ground.begins());
        ExtractRow {
            pseudonym: String::new(),
            age_months: child.age_months,
            lsoa,
            decile: made.ground.decile(child.spot),
            membership: match (child.judged.member, child.judged.listed) {
                (_, true) => "listed",
                (true, false) => "member",
                (false, false) => "none",
            },
            seen: child.judged.seen,
            days: child.met.days,
            direct: is_covered && child.judged.contact.direct,
            universal: is_covered && child.judged.contact.universal.is_some(),
            groups: groups.filter(|code| !sensitive.contains(code)).collect(),
        }
    }
}
