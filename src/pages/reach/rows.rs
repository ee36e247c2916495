//! The children behind a figure, as a page: the API's list, for those who may see it.

use super::blocks::boxed;
use super::desk::Desk;
use super::filled::REACH;
use crate::centres::Centre;
use crate::reports::reach::document::chapters::title;
use crate::reports::reach::document::texts::grouped;
use crate::reports::reach::measures::{self, MEASURES};
use crate::reports::reach::quality::Missing;
use crate::reports::reach::report::ReachBy;
use crate::reports::reach::service::rows::BehindRow;
use maud::{Markup, html};

pub(crate) fn main(desk: &Desk, cell: &str, rows: &[BehindRow]) -> Markup {
    let back = desk.filled.without("cell").link(REACH);
    let line = cell.rsplit_once('.').map_or(cell, |(line, _)| line);
    html! {
        p { a href={ (back) "#" (line) } { "Back to the report" } }
        p { strong { (named(cell, &desk.centres)) ": " (grouped(rows.len() as u64)) } }
        p {
            "Children of restricted families are in the figure but not in this list, nor are those "
            "who are in a group only because an agency stated it. Reading this list is logged."
        }
        @if !rows.is_empty() { (boxed("children", "The children, and what each counts as", table(rows))) }
    }
}

/// A figure's description: "Seen. By area (LSOA): E01006074".
fn named(cell: &str, centres: &[Centre]) -> String {
    let (line, measure) = cell.rsplit_once('.').unwrap_or((cell, ""));
    let (table, key) = line.split_once('.').unwrap_or((line, ""));
    let measure = MEASURES.iter().find(|known| known.code == measure);
    let measure = measure.map_or("Children", |known| known.label);
    if let Some(missing) = cell.strip_prefix("quality.").and_then(Missing::parse) {
        return missing.label().to_owned();
    }
    match ReachBy::parse(table) {
        Some(by @ ReachBy::Centre) => {
            let centre = centres.iter().find(|centre| centre.id.as_str() == key);
            format!("{measure}. {}: {}", title(by), centre.map_or("", |centre| &centre.name))
        }
        // A figure's name has the id, not the title.
        Some(by @ ReachBy::Activity) => format!("{measure}. {}", title(by)),
        Some(by) => format!("{measure}. {}: {}", title(by), key.replace('_', " ")),
        None if table == "members" => format!("{measure}. Of the members"),
        None if key.is_empty() => format!("{measure}. The whole area"),
        None => format!("{measure}. Outside the area: {}", key.replace('_', " ")),
    }
}

fn table(rows: &[BehindRow]) -> Markup {
    html! {
        thead {
            tr {
                th scope="col" { "Child" }
                th.n scope="col" { "Age in months" }
                th scope="col" { "Home area" }
                th scope="col" { "Membership" }
                th.n scope="col" { "Days met" }
                th scope="col" { "First met on" }
                th scope="col" { "Sustained" }
            }
        }
        tbody { @for row in rows { (child(row)) } }
    }
}

fn child(row: &BehindRow) -> Markup {
    let membership = match (row.member, row.listed) {
        (_, true) => "listed only",
        (true, false) => "member",
        (false, false) => "none",
    };
    let sustained = match (row.sustained_direct, row.sustained_universal) {
        (true, true) => "directly and by a universal service",
        (true, false) => "directly",
        (false, true) => "by a universal service",
        (false, false) => "no",
    };
    html! {
        tr {
            th scope="row" { (row.name.as_deref().unwrap_or("A record that you may not open, or that was erased")) }
            td.n { (row.age_months) }
            td { (row.lsoa.as_deref().unwrap_or("not in the area")) }
            td { (membership) }
            td.n { (row.days) }
            td { @match row.first_seen_on { Some(day) => (measures::day(day)), None => "never" } }
            td { (sustained) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_called_by_its_measure_and_its_line() {
        for (cell, said) in [
            ("whole.seen", "Seen. The whole area"),
            ("area.E01006074.members", "Members. By area (LSOA): E01006074"),
            ("target_group.lone_parent.seen_new", "Of those, new. By target group: lone parent"),
            ("outside.unknown.seen", "Seen. Outside the area: unknown"),
            ("members.seen", "Seen. Of the members"),
            ("quality.no_postcode", "Members, including listed ones, without a postcode"),
        ] {
            assert_eq!(named(cell, &[]), said);
        }
    }
}
