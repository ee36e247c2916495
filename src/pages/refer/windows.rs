//! The windows that are open now and fit a child, nearest first: by the postcode that the team stated,
//! never by one on record.

use crate::areas;
use crate::base::fault::Result;
use crate::bookings::judge::who_fits;
use crate::bookings::view::{SessionStanding, open_to_referrals};
use crate::db::Tx;
use crate::families::Child;
use crate::families::statements::{Statement, StatementSaid, child_id};
use crate::pages::referrals::frame::{REFER, family_box};
use crate::pages::whats_on::ages::ages;
use crate::pages::whats_on::listing::when;
use crate::sessions::Planned;
use crate::sessions::store::SessionFilter;
use crate::web::form::{Field, Wrong, error_summary, field, wrong_with};
use crate::words::Words;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// A window, and how far it is.
pub(super) struct Window {
    pub standing: SessionStanding,
    pub metres: Option<u32>,
}

/// A page of the windows for a family.
pub(super) struct Windows {
    pub shown: Vec<Window>,
    pub page: usize,
    pub has_more: bool,
}

/// On a page.
const SHOWN: usize = 20;

/// No borough has more windows open at once.
const MOST: i64 = 400;

/// The children as they were described.
pub(super) fn children(tx: &mut Tx, statement: &Statement, said: &StatementSaid) -> Vec<Child> {
    let now = tx.now();
    let of = |(at, child): (usize, &crate::families::statements::SaidChild)| {
        child.as_described(child_id(&statement.id, at), now)
    };
    said.children.iter().enumerate().map(of).collect()
}

pub(super) fn for_family(
    tx: &mut Tx,
    children: &[Child],
    postcode: Option<&str>,
    page: usize,
) -> Result<Windows> {
    let fits = |one: &Planned| one.activity.adults_only || who_fits(one, children).contains(&true);
    let wanted = SessionFilter { rows: MOST, ..SessionFilter::default() };
    let open = open_to_referrals(tx, wanted, fits)?;
    let mut windows = placed(tx, open, postcode)?;
    // By start already, and that stays so where two are as near.
    windows.sort_by_key(|one| one.metres.unwrap_or(u32::MAX));
    let has_more = windows.len() > SHOWN * page;
    let shown = windows.into_iter().skip(SHOWN * (page - 1)).take(SHOWN).collect();
    Ok(Windows { shown, page, has_more })
}

fn placed(tx: &mut Tx, open: Vec<SessionStanding>, postcode: Option<&str>) -> Result<Vec<Window>> {
    let there: BTreeSet<&str> = open.iter().filter_map(|one| postcode_of(one.planned())).collect();
    let wanted: Vec<&str> = there.into_iter().chain(postcode).collect();
    let positions = match postcode {
        Some(_) => areas::service::positions(tx, &wanted)?,
        None => std::collections::HashMap::new(),
    };
    let from = postcode.and_then(|postcode| positions.get(postcode)).copied();
    let placed = |standing: SessionStanding| {
        let there = postcode_of(standing.planned()).and_then(|there| positions.get(there));
        let metres = from.zip(there).map(|(from, there)| from.metres_to(*there));
        Window { standing, metres }
    };
    Ok(open.into_iter().map(placed).collect())
}

/// Of the venue, or of the centre.
fn postcode_of(planned: &Planned) -> Option<&str> {
    let venue = planned.venue.as_ref().and_then(|venue| venue.postcode.as_deref());
    venue.or(planned.centre.postcode.as_deref())
}

/// How many places a referred family finds.
pub(super) fn places(standing: &SessionStanding) -> Markup {
    let waiting = standing.waiting();
    html! {
        @match standing.places_left() {
            ..=0 => {
                span.chip.full { "Full" }
                @if waiting > 0 { " " (waiting) " waiting" }
            },
            1 => span.chip { "1 place left" },
            left => span.chip { (left) " places left" },
        }
    }
}

/// "0.4 miles"; less than a tenth is no distance to speak of.
fn miles(metres: u32) -> String {
    match (metres * 10 + 804) / 1609 {
        0 => "close by".to_owned(),
        10 => "1 mile".to_owned(),
        tenths => format!("{}.{} miles", tenths / 10, tenths % 10),
    }
}

pub(super) struct WindowsPage<'a> {
    pub statement: &'a Statement,
    pub said: &'a StatementSaid,
    pub windows: &'a Windows,
    pub card: CardBox<'a>,
}

/// The box for the number of a blank card.
#[derive(Clone, Copy)]
pub(super) struct CardBox<'a> {
    pub typed: &'a str,
    pub wrong: &'a [Wrong],
    /// The number that was given just now.
    pub given: &'a str,
}

pub(super) fn main(page: &WindowsPage) -> Markup {
    let WindowsPage { statement, said, windows, card: card_box } = page;
    let address = |at: usize| format!("{REFER}?family={}&page={at}", statement.id.as_str());
    html! {
        (error_summary(Words::english(), card_box.wrong))
        @if !card_box.given.is_empty() {
            p.notice role="status" { "Card " (card_box.given) " is this family’s now." }
        }
        (family_box(said, statement.reference.as_deref()))
        @if windows.shown.is_empty() && windows.page == 1 {
            p { "No window that fits is open now." }
        }
        @else if windows.shown.is_empty() { p { "There are no more." } }
        @for near in windows.shown.chunk_by(|one, other| place(one) == place(other)) {
            h2 { (place(&near[0])) }
            ul.cards { @for window in near { (card(statement, window)) } }
        }
        @if windows.page > 1 || windows.has_more {
            nav.pages aria-label="Pages" {
                @if windows.page > 1 { a.button.second href=(address(windows.page - 1)) { "Page before" } }
                @if windows.has_more { a.button.second href=(address(windows.page + 1)) { "Next page" } }
            }
        }
        @if statement.said_no_at.is_some() {
            p.notice { "You recorded that this family does not want to be a member. It can still be referred, and books as a guest." }
        } @else {
            (give_card(statement, card_box))
            details {
                summary { "This family does not want to be a member" }
                p { "Record its no: no card and nothing by post. It can still be referred." }
                form method="post" action={ "/refer/families/" (statement.id) "/no" } {
                    button.second type="submit" { "Record its no" }
                }
            }
        }
        p { a href=(REFER) { "Another family" } }
    }
}

fn give_card(statement: &Statement, card: &CardBox) -> Markup {
    let number = Field {
        name: "number",
        label: "Number on the blank card",
        hint: "Eight digits, like 9000 0007",
        value: card.typed,
        keys: "numeric",
        wrong: wrong_with(card.wrong, "number"),
        ..Field::default()
    };
    html! {
        details open[!card.wrong.is_empty()] {
            summary { "Give this family a card" }
            form method="post" action={ "/refer/families/" (statement.id) "/card" } novalidate {
                (field(Words::english(), &number))
                button.second.full type="submit" { "Give this card" }
            }
            p { a href="/cards" { "Print blank cards" } }
        }
    }
}

/// The centre and how far it is: what stands above its windows.
fn place(window: &Window) -> String {
    let centre = &window.standing.planned().centre.name;
    match window.metres {
        Some(metres) => format!("{centre}, {}", miles(metres)),
        None => centre.clone(),
    }
}

fn card(statement: &Statement, window: &Window) -> Markup {
    let words = Words::english();
    let planned = window.standing.planned();
    let when = when(planned);
    let address = format!("{REFER}/{}?family={}", planned.session.id, statement.id);
    let venue = planned.venue.as_ref().map(|venue| venue.name.as_str());
    let facts =
        [venue.map(str::to_owned), ages(words, &planned.activity), planned.activity.price.clone()];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let label = format!("Refer to {}, {}", planned.activity.title, when.whole(words));
    html! {
        li.card {
            p.time { (when.starts.format("%-d %b")) " " small { (when.starts.format("%H:%M")) } }
            h3 { (planned.activity.title) }
            p { (places(&window.standing)) " " (when.whole(words)) @if !facts.is_empty() { " · " (facts.join(" · ")) } }
            a.button href=(address) aria-label=(label) { "Refer" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_said_in_miles() {
        for (metres, said) in
            [(0, "close by"), (1609, "1 mile"), (804, "0.5 miles"), (4000, "2.5 miles")]
        {
            assert_eq!(miles(metres), said);
        }
    }
}
