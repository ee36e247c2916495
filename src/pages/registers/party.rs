//! One family of a register: its children first, with the adult; one button for all of them, the
//! rest behind "More". A button that was pressed is filled and says so.

use crate::api::sessions::register::wire::{ChildAtDoorOut, MarkOut, NeedOut, PartyOut};
use crate::attendance::Mark;
use crate::families::answers::Question;
use maud::{Markup, html};

/// A family as its line shows it.
pub(crate) struct Line<'a> {
    party: &'a PartyOut,
    pub anchor: String,
    /// The children, or the adult who comes alone.
    pub who: String,
    /// The adult with them, by the first name.
    with: Option<&'a str>,
    /// Of all of them, where they have the same.
    standing: Option<Mark>,
}

impl<'a> Line<'a> {
    pub(crate) fn of(party: &'a PartyOut) -> Line<'a> {
        let anchor = match (&party.family_id, &party.booking_id) {
            (Some(family), _) => format!("f-{family}"),
            (None, booking) => format!("b-{}", booking.as_ref().map_or("", |id| id.as_str())),
        };
        let first = party.adult.as_deref();
        let full = party.adult_full_name.as_deref().or(first);
        let children: Vec<&str> = party.children.iter().map(name).collect();
        let (who, with) = match children.split_last() {
            _ if party.unnamed => ("A family. Ask the safeguarding lead".to_owned(), None),
            None => (full.unwrap_or("A family").to_owned(), None),
            Some((only, [])) => ((*only).to_owned(), first),
            Some((last, others)) => (format!("{} and {last}", others.join(", ")), first),
        };
        Line { party, anchor, who, with, standing: standing(party) }
    }

    /// Who it is, as a button and a message name them.
    pub(crate) fn called(&self) -> String {
        match self.with {
            Some(with) => format!("{}, with {with}", self.who),
            None => self.who.clone(),
        }
    }

    /// All they are found by.
    fn names(&self) -> String {
        match (self.with, &self.party.adult_full_name) {
            (Some(_), Some(full)) => format!("{}, with {full}", self.who),
            _ => self.called(),
        }
    }

    pub(crate) fn is_marked(&self) -> bool {
        match self.party.children.as_slice() {
            [] => self.party.mark.is_some(),
            children => children.iter().all(|child| child.mark.is_some()),
        }
    }

    /// Whether every word that was typed begins a word of theirs.
    pub(crate) fn is_found_by(&self, typed: &str) -> bool {
        let own = self.names().to_lowercase();
        let is_there = |word: &str| own.split([' ', ',']).any(|own| own.starts_with(word));
        typed.to_lowercase().split_whitespace().all(is_there)
    }

    /// What was marked, in a sentence.
    pub(crate) fn said(&self) -> String {
        let said = match self.standing {
            Some(mark) => label(mark).to_lowercase(),
            None => self.each().to_lowercase(),
        };
        format!("{}: {said}.", self.called())
    }

    /// Child by child, where they differ.
    fn each(&self) -> String {
        let one = |child: &ChildAtDoorOut| {
            let said = child.mark.as_ref().map_or("not marked", |mark| label(mark.mark));
            format!("{} {}", name(child), said.to_lowercase())
        };
        self.party.children.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// Whether anybody of them may be inside.
    fn is_here(&self) -> bool {
        self.marks().any(|mark| mark.mark.is_here())
    }

    /// How many the count on top gains where all of them are here.
    fn people(&self) -> usize {
        match self.party.children.len() {
            0 => usize::try_from(self.party.adults).unwrap_or_default(),
            children => children,
        }
    }

    fn marks(&self) -> impl Iterator<Item = &'a MarkOut> {
        let children = self.party.children.iter();
        let of_children = children.flat_map(|child| child.mark.iter().chain(&child.conflicts));
        self.party.mark.iter().chain(&self.party.conflicts).chain(of_children)
    }

    /// What a mark for all of them corrects.
    fn corrects(&self) -> &'a str {
        let first = self.party.children.first();
        let mark = first.map_or(self.party.mark.as_ref(), |child| child.mark.as_ref());
        mark.map_or("", |mark| mark.client_id.as_str())
    }
}

/// The mark of all children, or of the adults who come alone; `None` where they differ.
fn standing(party: &PartyOut) -> Option<Mark> {
    let mut marks = party.children.iter().map(|child| child.mark.as_ref().map(|mark| mark.mark));
    match marks.next() {
        None => party.mark.as_ref().map(|mark| mark.mark),
        Some(first) => first.filter(|_| marks.all(|mark| mark == first)),
    }
}

fn name(child: &ChildAtDoorOut) -> &str {
    child.full_name.as_ref().or(child.name.as_ref()).map_or("A child", String::as_str)
}

/// What may be done with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marking {
    /// Any mark.
    Day,
    /// Before the day: only that somebody has said they do not come.
    Before,
    /// None: it is complete, or cancelled.
    Closed,
}

pub(crate) fn card(line: &Line, action: &str, marking: Marking) -> Markup {
    let party = line.party;
    // A walk-in who must not be named has nothing by which a button could mark them.
    let is_markable = party.family_id.is_some() || party.booking_id.is_some();
    let marking = if is_markable { marking } else { Marking::Closed };
    html! {
        li {
            form.party.here[line.is_here()] id=(line.anchor) method="post" action=(action)
                data-name=(line.names()) data-here=(line.people()) {
                div.who {
                    h2 {
                        (line.who)
                        @if let [child] = party.children.as_slice() { (age(child)) }
                    }
                    p {
                        @if let Some(with) = line.with { "with " (with) }
                        @else if !party.unnamed { (adults(party)) }
                        @if party.walk_in { " · walked in" }
                        @if party.guest { " · guest" }
                        (needs(&party.needs))
                        @for child in &party.children { (needs(&child.needs)) }
                    }
                    p.state { (state(line)) }
                }
                @if marking != Marking::Closed { (buttons(line, marking)) }
            }
        }
    }
}

/// What the buttons do not show.
fn state(line: &Line) -> Markup {
    let shown = line.standing.filter(|mark| !mark.is_here());
    let is_mixed = line.standing.is_none() && line.marks().next().is_some();
    let children = line.party.children.iter().flat_map(|child| &child.conflicts);
    let alone = line.party.conflicts.iter().filter(|_| line.party.children.is_empty());
    let other = children.chain(alone).next();
    html! {
        @if let Some(mark) = shown { (label(mark)) }
        @if is_mixed { (line.each()) }
        @if let Some(other) = other {
            strong { " Another device said: " (label(other.mark).to_lowercase()) }
        }
        @if line.marks().any(|mark| mark.late) { " Came in after the register was completed" }
    }
}

fn buttons(line: &Line, marking: Marking) -> Markup {
    let (party, called) = (line.party, line.called());
    let main = match (marking, line.standing) {
        (Marking::Before, _) => Mark::ToldUs,
        (_, Some(Mark::Late)) => Mark::Late,
        _ => Mark::Came,
    };
    let all = |mark: Mark| button(mark, line.standing, "", line.corrects(), &called);
    let several = party.children.iter().filter(|child| child.child_id.is_some()).count() > 1;
    html! {
        input type="hidden" name="form" value=(new_name());
        input type="hidden" name="at" value=(line.anchor);
        @match (&party.family_id, &party.booking_id) {
            (Some(family), _) => { input type="hidden" name="family" value=(family); }
            (None, Some(booking)) => { input type="hidden" name="booking" value=(booking); }
            (None, None) => {}
        }
        div.main { (all(main)) }
        @if marking == Marking::Day {
            details.more {
                summary { "More" span.hidden { " for " (called) } }
                div.marks {
                    @for mark in Mark::ALL.iter().filter(|mark| **mark != main) { (all(*mark)) }
                }
                @if several {
                    @for child in &party.children { (child_row(child)) }
                }
            }
        }
    }
}

fn child_row(child: &ChildAtDoorOut) -> Markup {
    let id = child.child_id.as_ref().map_or("", |id| id.as_str());
    let corrects = child.mark.as_ref().map_or("", |mark| mark.client_id.as_str());
    let standing = child.mark.as_ref().map(|mark| mark.mark);
    html! {
        p.one { (name(child)) (age(child)) " alone" }
        div.marks {
            @for mark in Mark::ALL { (button(*mark, standing, id, corrects, name(child))) }
        }
    }
}

fn button(mark: Mark, standing: Option<Mark>, child: &str, corrects: &str, called: &str) -> Markup {
    let is_pressed = standing == Some(mark);
    let pressed = if is_pressed { "true" } else { "false" };
    let value = match (child, corrects) {
        ("", "") => mark.as_str().to_owned(),
        _ => format!("{}|{child}|{corrects}", mark.as_str()),
    };
    html! {
        button type="submit" name="mark" value=(value) aria-pressed=(pressed) {
            (label(mark)) span.hidden { " " (called) }
        }
    }
}

fn age(child: &ChildAtDoorOut) -> Markup {
    html! {
        @if let Some(months) = child.age_months {
            span.age {
                @if months < 24 { ", " (months) @if months == 1 { " month" } @else { " months" } }
                @else { ", " (months / 12) }
            }
        }
    }
}

fn adults(party: &PartyOut) -> String {
    let adults = party.mark.as_ref().map_or(party.adults, |mark| mark.adults.max(party.adults));
    if adults == 1 { "1 adult".to_owned() } else { format!("{adults} adults") }
}

fn needs(needs: &[NeedOut]) -> Markup {
    let word = |kind: Question| match kind {
        Question::Allergies => "Allergy",
        Question::Interpreter => "Interpreter",
        _ => "Access",
    };
    html! {
        @for need in needs {
            " " span.need { (word(need.kind)) @if let Some(words) = &need.words { ": " (words) } }
        }
    }
}

fn label(mark: Mark) -> &'static str {
    match mark {
        Mark::Came => "Came",
        Mark::Late => "Late",
        Mark::DidNotCome => "Did not come",
        Mark::ToldUs => "Told us",
    }
}

/// A name for the mark that a form would make.
pub(crate) fn new_name() -> String {
    crate::base::id::MarkId::new().to_string()
}
