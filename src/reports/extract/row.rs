//! A row of an extract. Pure: a counted child in, text cells out.

use crate::base::id::words;
use crate::reach::settings::AgeBands;

words! {
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

pub const HEADINGS: &[&str] = &[
    "pseudonym",
    "age_band",
    "lsoa",
    "decile",
    "membership",
    "seen",
    "contact_days",
    "sustained_direct",
    "sustained_universal",
    "target_groups",
];

/// A child in the extract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
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

impl Row {
    pub fn cells(&self, bands: AgeBands) -> Vec<String> {
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
        let row = Row {
            pseudonym: "p".to_owned(),
            age_months: 23,
            days: 7,
            membership: "member",
            groups: vec!["lone_parent".to_owned(), "eal".to_owned()],
            ..Row::default()
        };
        let cells = row.cells(AgeBands::Months);
        assert_eq!(cells.len(), HEADINGS.len());
        assert_eq!((cells[1].as_str(), cells[6].as_str()), ("12-23 months", "6 to 11"));
        assert_eq!(cells[9], "lone_parent eal");
        assert_eq!(Row { age_months: 24, ..row }.cells(AgeBands::Years)[1], "2-3");
    }
}
