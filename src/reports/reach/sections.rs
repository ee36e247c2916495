//! The sections of the pack besides reach. Facts in, sections out; each section's notes say how it
//! is counted.

use super::cells::{Figures, only, why};
use super::count::ReachCounts;
use super::report::{Cell, FigureRow, Section, WhyNot};
use crate::base::id::PartnerId;
use crate::contacts::supports::SupportKind;
use crate::reach::sustained::{EarlyLearning, SustainedFacts, wants_two_year_follow_up};
use crate::reports::registers::RegistersDone;
use crate::reports::workless::Households;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

fn section(key: &str, heading: &str, rows: Vec<FigureRow>, notes: &[&str]) -> Section {
    Section {
        key: key.to_owned(),
        heading: heading.to_owned(),
        rows,
        notes: notes.iter().map(|note| (*note).to_owned()).collect(),
    }
}

fn row(key: &str, label: &str, cell: Cell) -> FigureRow {
    FigureRow { key: key.to_owned(), label: label.to_owned(), cell }
}

fn count<T>(list: impl Iterator<Item = T>) -> u64 {
    u64::try_from(list.count()).unwrap_or(u64::MAX)
}

/// Counts the children who live in the area.
pub(crate) fn two_year_olds<'a>(
    inside: impl Iterator<Item = &'a ReachCounts<'a>>,
    figures: &Figures,
) -> Section {
    let is_two = |one: &&ReachCounts| one.eligible_two && (24..36).contains(&one.age_months);
    let eligible: Vec<&ReachCounts> = inside.filter(is_two).collect();
    let facts = |one: &&ReachCounts| SustainedFacts {
        age_months: Some(one.age_months),
        direct_days: one.met.days,
        health_contact: one.met.health,
        eligible_two: true,
        early_learning: one.met.learns(),
        supported: one.met.learns_supported(),
    };
    let all = count(eligible.iter());
    let to_follow_up = count(eligible.iter().filter(|one| wants_two_year_follow_up(&facts(one))));
    let paid = count(eligible.iter().filter(|one| one.met.learns() == EarlyLearning::Paid));
    let of = |n| figures.share(n, Some(all));
    let rows = vec![
        row("eligible", "Eligible two-year-olds", only(all)),
        row("in_a_place", "In a funded place", of(all - to_follow_up)),
        row("to_follow_up", "To follow up: not in a funded place", of(to_follow_up)),
        row("paid", "To follow up: in a place their parents pay for", of(paid)),
    ];
    section(
        "two_year_olds",
        "Two-year-old offer",
        rows,
        &["Two-year-olds who live in the area and are stated to be eligible for the offer on the \
           report's date. A place for working families counts as funded."],
    )
}

/// `month`: the month of the baseline count.
pub(crate) fn workless(
    whole: &Households,
    month: Option<NaiveDate>,
    (figures, covered): (&Figures, bool),
) -> Section {
    let of = |some: &BTreeSet<_>| whole.cell(some, figures.words);
    let sustained = match covered {
        true => of(&whole.sustained),
        false => why(WhyNot::WindowNotCovered),
    };
    let rows = vec![
        row(
            "baseline",
            "Workless households with a child under five, as counted by the jobcentre",
            whole.baseline.map_or(why(WhyNot::NotAvailable), only),
        ),
        row("known", "Known here to be workless", of(&whole.known)),
        row("seen", "With a child met directly", of(&whole.seen)),
        row("sustained", "In sustained contact directly", sustained),
    ];
    let counted = match month {
        Some(month) => format!("The jobcentre's count is of {}.", month.format("%B %Y")),
        None => "No jobcentre count was sent.".to_owned(),
    };
    section(
        "workless",
        "Workless baseline",
        rows,
        &[
            &counted,
            "Each household counts once, in the area it lives in, if the jobcentre's count covers \
             that area. That count has no names.",
        ],
    )
}

/// Early years settings, and the direct support they had from centres in the window.
pub(crate) struct Supports {
    pub settings: u64,
    pub given: Vec<(PartnerId, SupportKind)>,
}

pub(crate) fn supports(given: &Supports, figures: &Figures) -> Section {
    let supported: BTreeSet<&PartnerId> = given.given.iter().map(|(partner, _)| partner).collect();
    let mut rows = vec![
        row("settings", "Nurseries, childminders and schools", only(given.settings)),
        row(
            "supported",
            "Of them with direct support in the window",
            figures.share(count(supported.iter()), Some(given.settings)),
        ),
    ];
    for kind in SupportKind::ALL {
        let times = count(given.given.iter().filter(|(_, of)| of == kind));
        rows.push(row(kind.as_str(), in_words(*kind), only(times)));
    }
    section(
        "supports",
        "Support given",
        rows,
        &["The rows by kind count the number of times. Children of a setting without support in \
           the window are \"not yet evidenced\"."],
    )
}

fn in_words(kind: SupportKind) -> &'static str {
    match kind {
        SupportKind::CaseMeeting => "Case meetings",
        SupportKind::Training => "Training of its staff",
        SupportKind::Clinic => "Clinics for its parents",
        SupportKind::Visit => "Visits",
        SupportKind::Other => "Other support",
    }
}

/// A partner, the families it registered in the window, and the cards it agreed to hand out.
pub(crate) struct Brought {
    pub partner: PartnerId,
    pub name: String,
    pub families: u64,
    pub agreed: Option<u64>,
}

pub(crate) fn partners(brought: &[Brought], figures: &Figures) -> Section {
    let cell = |one: &Brought| match one.agreed {
        // More than agreed has no share.
        Some(agreed) if one.families > agreed => {
            Cell { n: Some(one.families), of: Some(agreed), ..Cell::default() }
        }
        Some(agreed) => Cell { words: None, ..figures.share(one.families, Some(agreed)) },
        None => only(one.families),
    };
    let rows = brought.iter().map(|one| row(one.partner.as_str(), &one.name, cell(one))).collect();
    section(
        "partners",
        "Partners' cards",
        rows,
        &[
            "Families that each partner brought in the window, of the cards it agreed to hand out in \
           those months; without a share if none were agreed.",
        ],
    )
}

pub(crate) fn registers(done: &RegistersDone, days: i32, figures: &Figures) -> Section {
    let of = |n| figures.share(n, Some(done.held));
    let by = match days {
        1 => "a day".to_owned(),
        many => format!("{many} days"),
    };
    let rows = vec![
        row("held", "Sessions that took place in the window", only(done.held)),
        row("in_time", &format!("Register complete within {by} of the end"), of(done.in_time)),
        row("later", "Complete later", of(done.later)),
        row("open", "Not complete", of(done.open)),
    ];
    section(
        "registers",
        "Registers completed in time",
        rows,
        &["Everything counted from registers depends on this."],
    )
}

/// Cards agreed for the months of a window, each month by the agreement then in force.
pub(crate) fn agreed(
    (from, to): (NaiveDate, NaiveDate),
    cards_in: impl Fn(NaiveDate) -> Option<i32>,
) -> Option<u64> {
    let months: BTreeMap<(i32, u32), NaiveDate> = from
        .iter_days()
        .take_while(|day| *day <= to)
        .map(|day| ((chrono::Datelike::year(&day), chrono::Datelike::month(&day)), day))
        .collect();
    let agreed = months.into_values().filter_map(cards_in);
    agreed.map(|cards| u64::try_from(cards).unwrap_or_default()).reduce(|all, more| all + more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reach::proportion::{OFSTED, OFSTED_LABEL, Words};
    use crate::reports::reach::sample::day;

    #[test]
    fn cards_are_held_against_what_was_agreed_for_the_months() {
        let window = (day("2026-09-15"), day("2026-11-16"));
        let agreed = |since: &str| {
            let since = day(since);
            agreed(window, |on| (on >= since).then_some(20))
        };
        assert_eq!(agreed("2026-01-01"), Some(60), "September, October, November");
        assert_eq!(agreed("2026-10-01"), Some(40));
        assert_eq!(agreed("2027-01-01"), None);

        let words = Words::new(OFSTED_LABEL, OFSTED, Some("half")).expect("words");
        let figures = Figures { words: &words, target_percent: 65 };
        let brought = |families, agreed| Brought {
            partner: PartnerId::from("p"),
            name: "Health visitors".to_owned(),
            families,
            agreed,
        };
        let all = [brought(30, Some(60)), brought(70, Some(60)), brought(3, None)];
        let section = partners(&all, &figures);
        assert_eq!(section.heading, "Partners' cards");
        let told: Vec<_> = section
            .rows
            .iter()
            .map(|row| (row.cell.n, row.cell.of, row.cell.percent.as_deref(), row.cell.why_not))
            .collect();
        assert_eq!(
            told,
            [
                (Some(30), Some(60), Some("50.0"), None),
                (Some(70), Some(60), None, None),
                (Some(3), None, None, None),
            ]
        );
    }
}
