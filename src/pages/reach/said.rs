//! The report in sentences, as a manager would say it: the count, the whole, the share, the word.
//! If a figure is missing, the sentence says why.

use crate::reports::reach::document::texts::grouped;
use crate::reports::reach::measures;
use crate::reports::reach::report::{Cell, ReachReport, WhyNot};

pub(crate) fn sentences(report: &ReachReport) -> Vec<String> {
    let (settings, whole) = (&report.settings, &report.whole);
    let months = match settings.window_months {
        1 => "month".to_owned(),
        many => format!("{many} months"),
    };
    let was_seen = format!("seen in the {months} to {}", measures::day(settings.as_at));
    let (was, were) = (format!("was {was_seen}"), format!("were {was_seen}"));
    vec![
        residents(&whole.resident, settings.population.as_deref()),
        members(&whole.members, &whole.listed),
        counted(&whole.seen, "The number seen", &was, &were),
        counted(
            &whole.sustained,
            "Sustained contact",
            "is in sustained contact",
            "are in sustained contact",
        ),
        gap(&whole.gap, settings.target_percent),
    ]
}

fn residents(cell: &Cell, population: Option<&str>) -> String {
    let by = population.map(|table| format!(", by {table}")).unwrap_or_default();
    match (cell.n, cell.why_not) {
        (Some(1), _) => format!("1 child under five lives in the area{by}."),
        (Some(n), _) => format!("{} children under five live in the area{by}.", grouped(n)),
        (None, Some(WhyNot::Suppressed)) => {
            format!("The number of residents is {}.", measures::reason(WhyNot::Suppressed))
        }
        (None, _) => {
            "The number of children who live in the area is not known, so there are no shares."
                .to_owned()
        }
    }
}

fn members(cell: &Cell, listed: &Cell) -> String {
    let said = counted(cell, "The number of members", "is a member", "are members");
    match listed.n {
        None | Some(0) => said,
        Some(n) => {
            format!(
                "{}; another {} known only from a list.",
                said.trim_end_matches('.'),
                grouped(n)
            )
        }
    }
}

fn counted(cell: &Cell, what: &str, one: &str, many: &str) -> String {
    let reason = cell.why_not.map_or("not known", measures::reason);
    let Some(n) = cell.n else { return format!("{what} is {reason}.") };
    let of = match cell.of {
        Some(of) => format!(" of {}", grouped(of)),
        None if n == 1 => " child".to_owned(),
        None => " children".to_owned(),
    };
    let share = match (&cell.percent, &cell.words, cell.why_not) {
        (Some(percent), Some(words), _) => format!(": {percent}%, {words}"),
        (Some(percent), None, _) => format!(": {percent}%"),
        // Already said for the residents.
        (None, _, None | Some(WhyNot::NotAvailable)) => String::new(),
        (None, _, Some(_)) => format!(" ({reason})"),
    };
    format!("{}{of} {}{share}.", grouped(n), if n == 1 { one } else { many })
}

fn gap(cell: &Cell, target: u64) -> String {
    match cell.n {
        Some(0) => format!("The target of {target}% is reached."),
        Some(1) => {
            format!("1 more child in sustained contact would reach the target of {target}%.")
        }
        Some(n) => format!(
            "{} more children in sustained contact would reach the target of {target}%.",
            grouped(n)
        ),
        None => {
            let reason = cell.why_not.map_or("not known", measures::reason);
            format!("The gap to the target of {target}% is {reason}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::reach::report::{Line, Profile};
    use crate::reports::reach::sample::{Parts, report};

    fn said(line: Line) -> Vec<String> {
        sentences(&report(Profile::Exact, line, Vec::new()))
    }

    fn line() -> Line {
        let parts = Parts {
            resident: 1_800,
            listed: 3,
            carded: 1_160,
            direct: 900,
            seldom: 1,
            ..Parts::default()
        };
        parts.line("", "All")
    }

    #[test]
    fn each_figure_is_said_with_what_it_is_of_its_share_and_its_word() {
        assert_eq!(
            said(line()),
            [
                "1,800 children under five live in the area, by ONS mid-year estimates, 2024.",
                "1,160 of 1,800 are members: 64.4%, majority; another 3 known only from a list.",
                "901 of 1,800 were seen in the 12 months to 30 September 2026: 50.1%, half.",
                "900 of 1,800 are in sustained contact: 50.0%, half.",
                "270 more children in sustained contact would reach the target of 65%.",
            ]
        );
    }

    #[test]
    fn a_figure_that_is_not_there_says_why() {
        let why = |why| Cell { why_not: Some(why), ..Cell::default() };
        let mut line = line();
        line.resident = why(WhyNot::NotAvailable);
        line.listed = Cell::default();
        line.members = Cell { n: Some(1), ..why(WhyNot::NotAvailable) };
        line.seen = why(WhyNot::Suppressed);
        line.sustained = why(WhyNot::WindowNotCovered);
        line.gap = Cell { n: Some(0), ..Cell::default() };
        assert_eq!(
            said(line)[1..],
            [
                "1 child is a member.",
                "The number seen is left out so that nobody can be recognised.",
                "Sustained contact is not claimed: the records do not cover the window yet.",
                "The target of 65% is reached.",
            ]
        );
    }
}
