//! The measures of a line in reading order, each with its definition, and the explanations that go
//! with figures: why one is missing, how they are counted, and the sources.

use super::report::{BalanceLine, Cell, Line, Profile, Settings, WhyNot};
use crate::base::moment::Moment;
use crate::reach::balance::Claim;
use crate::reach::figure::{Figure, FigureSet};
use chrono::NaiveDate;
use chrono_tz::Europe::London;

/// One measure of a line.
pub(crate) struct Measure {
    pub code: &'static str,
    pub label: &'static str,
    pub definition: &'static str,
    pub of: fn(&Line) -> &Cell,
    pub of_mut: fn(&mut Line) -> &mut Cell,
}

impl Measure {
    /// The figure it shows; `None`: an external estimate, or derived from one.
    pub(crate) fn figure(&self) -> Option<Figure> {
        Figure::parse(self.code)
    }
}

macro_rules! measures {
    ($($name:ident $label:literal ($($figure:ident)?), $definition:literal;)+) => {
        pub(crate) const MEASURES: &[Measure] = &[$(Measure {
            code: stringify!($name),
            label: $label,
            definition: $definition,
            of: |line| &line.$name,
            of_mut: |line| &mut line.$name,
        }),+];

        impl Line {
            pub fn figure(&self, figure: Figure) -> &Cell {
                match figure { $($(Figure::$figure => &self.$name,)?)+ }
            }

            pub fn figure_mut(&mut self, figure: Figure) -> &mut Cell {
                match figure { $($(Figure::$figure => &mut self.$name,)?)+ }
            }
        }
    };
}

measures! {
    resident "Resident" (),
        "Children under five who live there, from the table of residents named on the report. An \
         outside estimate, not our own count.";
    members "Members" (Members),
        "Children under five in families with a card on the report's date. Share of the residents.";
    listed "Listed only" (Listed),
        "Children in families known from a partner's list and not told yet; in addition to the \
         members. Share of the residents.";
    seen_here "Seen here" (SeenHere),
        "Children with at least one contact at the report's centre in the window. Share of the \
         residents.";
    seen "Seen" (Seen),
        "Children with at least one contact at any centre in the window. Share of the residents.";
    seen_new "Of those, new" (SeenNew),
        "Children seen for the first time ever in the window. Share of those seen.";
    sustained_direct "Sustained directly" (SustainedDirect),
        "Children in contact with a centre on at least the stated number of distinct days in the \
         window. Share of the residents.";
    sustained_universal "Sustained via universal services" (SustainedUniversal),
        "Under one: a health contact on record. Eligible two-year-olds: their funded place. Three \
         and four: early learning or school. A place counts if direct support to that setting is \
         recorded in the window. From 12 to 23 months only the centre's own contact counts. Share \
         of the residents.";
    not_yet_evidenced "Not yet evidenced" (NotYetEvidenced),
        "Children with a place in a setting without recorded direct support in the window. They \
         are in no other figure of sustained contact.";
    sustained "Sustained together" (Sustained),
        "Children in sustained contact either way, each counted once: not the sum of the two. \
         Share of the residents.";
    gap "Gap to the target" (),
        "The number of further children in sustained contact needed to reach the target share of \
         the residents.";
}

impl Line {
    /// The figures that are present.
    pub fn printed(&self) -> FigureSet {
        let there = Figure::ALL.iter().copied().filter(|one| self.figure(*one).n.is_some());
        FigureSet::of(&there.collect::<Vec<_>>())
    }
}

impl BalanceLine {
    /// Its figures: code, label, cell.
    pub fn cells(&self) -> [(&'static str, &'static str, &Cell); 5] {
        [
            ("target", "In a target group", &self.target),
            ("not_target", "In none", &self.not_target),
            ("unknown", "Not known", &self.unknown),
            ("percent_of_known", "In a target group, of those known", &self.percent_of_known),
            ("percent_of_all", "In a target group, of all", &self.percent_of_all),
        ]
    }

    pub fn cells_mut(&mut self) -> [&mut Cell; 5] {
        [
            &mut self.target,
            &mut self.not_target,
            &mut self.unknown,
            &mut self.percent_of_known,
            &mut self.percent_of_all,
        ]
    }
}

/// The counting rules, besides the measures.
pub(crate) const PRINCIPLES: &[(&str, &str)] = &[
    (
        "Counting",
        "Every child counts once in every figure, however many contacts, centres or groups.",
    ),
    ("Days", "Two sessions on one day are one day of contact."),
    ("Age", "Completed months on the report's date; five years old is out of the count."),
    (
        "Words",
        "Based on whole percents, halves rounded up, from the exact counts. They accompany the \
         figures and never replace them.",
    ),
    (
        "Balance",
        "Attendances in the window by whether the child is in a target group. Head-counts are \
         unknown. A majority is more than half of all, including the unknown. Without the area: \
         around a centre in a deprived area everybody is in that group, which proves nothing.",
    ),
    ("Not covered", "Sustained contact is not claimed until the records cover the whole window."),
];

/// The letter shown in place of a missing figure, as in national statistics.
pub(crate) fn mark(why: WhyNot) -> &'static str {
    match why {
        WhyNot::NotAvailable => "x",
        WhyNot::NotApplicable => "z",
        WhyNot::CheckPopulation => "!",
        WhyNot::WindowNotCovered => "w",
        WhyNot::Suppressed => "c",
    }
}

pub(crate) fn reason(why: WhyNot) -> &'static str {
    match why {
        WhyNot::NotAvailable => "not available: the number of residents is unknown",
        WhyNot::NotApplicable => "not applicable: zero of zero",
        WhyNot::CheckPopulation => "more than the residents: check the population year",
        WhyNot::WindowNotCovered => "not claimed: the records do not cover the window yet",
        WhyNot::Suppressed => "left out so that nobody can be recognised",
    }
}

/// Who a report is for, and what that leaves out.
pub(crate) fn recipient(profile: Profile) -> &'static str {
    match profile {
        Profile::Exact => "Exact figures.",
        Profile::Partner => {
            "For a partner under an agreement: counts of 1 to 4, others that would reveal them, \
             and special category groups are left out."
        }
        Profile::Public => {
            "For the public: counts of 1 to 4 are left out, and others with them, so that nobody can \
             be recognised."
        }
    }
}

/// The claim about the balance.
pub(crate) fn claim(claim: Claim) -> &'static str {
    match claim {
        Claim::Majority => "A majority of all attendances are by children in a target group.",
        Claim::Half => "Exactly half of all attendances: not a majority.",
        Claim::NotMajority => "No majority can be claimed, counting the unknown.",
        Claim::NotApplicable => "Nothing can be said about the balance.",
    }
}

pub(crate) fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A moment in local time.
pub(crate) fn moment(at: Moment) -> String {
    at.utc().with_timezone(&London).format("%-d %B %Y, %H:%M").to_string()
}

/// The basis of the figures: code, label, value.
pub(crate) fn settings(settings: &Settings) -> Vec<(&'static str, &'static str, String)> {
    let missing = || "not known".to_owned();
    let text = |value: &Option<String>| value.clone().unwrap_or_else(missing);
    vec![
        ("place", "Place", settings.place.clone()),
        ("as_at", "As at", day(settings.as_at)),
        ("known_at", "As known at", moment(settings.known_at)),
        ("counted_at", "Counted at", moment(settings.counted_at)),
        (
            "window",
            "Window",
            format!(
                "{} months: {} to {}",
                settings.window_months,
                day(settings.window_from),
                day(settings.as_at)
            ),
        ),
        ("threshold", "Sustained from", format!("{} distinct days", settings.threshold)),
        ("target_percent", "Target", format!("{}% of residents", settings.target_percent)),
        ("data_begins", "Records begin", settings.data_begins.map_or_else(missing, day)),
        ("covered", "Window covered", if settings.covered { "yes" } else { "no" }.to_owned()),
        ("vintage", "LSOAs of", text(&settings.vintage)),
        (
            "index_year",
            "Indices of deprivation",
            settings.index_year.map_or_else(missing, |year| year.to_string()),
        ),
        ("population", "Residents by", text(&settings.population)),
        ("words", "Words", settings.words.clone()),
        ("profile", "Profile", settings.profile.as_str().to_owned()),
        ("kinds", "Contacts that count", settings.kinds.join("; ")),
    ]
}

/// External sources and their licences.
pub(crate) fn sources(settings: &Settings) -> Vec<String> {
    let mut sources = Vec::new();
    if let Some(population) = &settings.population {
        sources.push(format!("Residents: {population}; Office for National Statistics."));
    }
    if let Some(year) = settings.index_year {
        sources.push(format!(
            "Deprivation: English Indices of Deprivation {year}; Ministry of Housing, Communities \
             and Local Government."
        ));
    }
    if let Some(vintage) = &settings.vintage {
        sources.push(format!(
            "Postcodes to LSOAs ({vintage}): ONS Postcode Directory; contains OS data © Crown \
             copyright and database right, and Royal Mail data © Royal Mail copyright and database \
             right."
        ));
    }
    sources.push(
        "Contains public sector information licensed under the Open Government Licence v3.0. \
         Members and contacts: the organisation's own records."
            .to_owned(),
    );
    sources
}
