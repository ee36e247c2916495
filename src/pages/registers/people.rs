//! The page of one register: how many are marked and inside, who is looked for, a line for each
//! family, those nobody expected, and the end.

use super::device;
use super::party::{Line, Marking, card};
use super::sent::RegisterForm;
use super::walk_in::{self, WalkIns};
use crate::api::sessions::register::wire::RegisterOut;
use crate::attendance::RegisterState;
use crate::base::moment::Moment;
use crate::mail::words::Letterhead;
use crate::sessions::Planned;
use crate::web::form::{Wrong, error_summary, wrong_with};
use crate::web::layout::{self, Audience, Extras, Heading, Menu, Page};
use crate::web::visit::form_urlencoded;
use crate::words::Words;
use chrono::TimeDelta;
use chrono_tz::Europe::London;
use maud::{Markup, html};
use serde::Deserialize;

/// How long after a session its names may stay on an enrolled device.
const NAMES_KEPT: TimeDelta = TimeDelta::hours(2);

/// Which lines are shown; what is not asked for is empty.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// `unmarked`, or all.
    pub show: String,
    /// Names, or the beginnings of them.
    pub q: String,
    /// The line that was just marked.
    pub said: String,
}

impl Asked {
    fn is_unmarked_only(&self) -> bool {
        self.show == "unmarked"
    }

    /// The address of the register with what was asked for.
    pub(crate) fn address(&self, path: &str, said: &str) -> String {
        let parts = [("show", self.show.as_str()), ("q", &self.q), ("said", said)];
        let parts = parts.into_iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<String> =
            parts.map(|(name, value)| format!("{name}={}", form_urlencoded(value))).collect();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
    }
}

pub(crate) struct PeoplePage<'a> {
    pub head: &'a Letterhead,
    pub menu: Menu,
    pub planned: &'a Planned,
    pub out: RegisterOut,
    pub now: Moment,
    /// With what a device may send marks later; none where nothing can be marked.
    pub permit: Option<String>,
    /// May complete it and put it right.
    pub keeps: bool,
    /// May make a family a member.
    pub makes: bool,
    /// May see who is in the building.
    pub looks: bool,
    pub asked: &'a Asked,
    pub wrong: &'a [Wrong],
    /// What stood in the form that was refused.
    pub typed: &'a RegisterForm,
}

impl PeoplePage<'_> {
    fn path(&self) -> String {
        format!("/registers/{}", self.out.session_id.as_str())
    }

    fn is_on_the_day(&self) -> bool {
        self.now.civil_day() == self.planned.session.local_day
    }

    /// How long an enrolled device may keep these names: today's, until two hours after the end.
    fn kept_until(&self) -> Option<String> {
        let until = self.planned.session.ends_at + NAMES_KEPT;
        self.is_on_the_day().then(|| until.to_string())
    }

    fn marking(&self) -> Marking {
        let is_open = self.out.state == RegisterState::Open;
        if self.out.cancelled || !(is_open || self.keeps) {
            Marking::Closed
        } else if self.now.civil_day() < self.planned.session.local_day {
            Marking::Before
        } else {
            Marking::Day
        }
    }
}

pub(crate) fn page(people: &PeoplePage) -> Markup {
    let words = Words::english();
    let (out, marking) = (&people.out, people.marking());
    let lines: Vec<Line> = out.parties.iter().map(Line::of).collect();
    let action = people.asked.address(&people.path(), "");
    let main = html! {
        (error_summary(words, people.wrong))
        (when(people))
        div id="door" data-session=(out.session_id) data-permit=[people.permit.as_ref()]
            data-centre=(out.centre_id) data-until=[people.kept_until()] {
            (count(people, &lines))
            (notices(people))
            (finding(people, &lines))
            (list(people, &lines, &action, marking))
            @if marking != Marking::Closed {
                @if marking == Marking::Day {
                    p.fixed { a.button.second href="#walk-in" { "Somebody walked in" } }
                    (walk_in::section(&WalkIns {
                        action: &action,
                        makes: people.makes,
                        typed: people.typed,
                        wrong: people.wrong,
                    }))
                }
                @if people.keeps && out.state == RegisterState::Open { (end(people)) }
            }
        }
        p { a href="/registers" { "All registers of the day" } }
        @if people.looks {
            p { a href={ "/registers/building/" (out.centre_id) } { "Who is in the building" } }
        }
    };
    let title = match people.wrong {
        [] => out.title.clone(),
        _ => format!("Error: {}", out.title),
    };
    let page = Page {
        organisation: &people.head.organisation,
        title: &title,
        audience: Audience::Team(people.menu),
        main,
    };
    let (head, heading) = (device::head(), Heading::Text(&out.title));
    layout::page_with(&page, &Extras { heading, head: Some(&head), ..Extras::default() })
}

fn when(people: &PeoplePage) -> Markup {
    let (session, room) = (&people.planned.session, &people.out.room);
    let local = |moment: Moment, pattern: &str| {
        moment.utc().with_timezone(&London).format(pattern).to_string()
    };
    html! {
        p {
            (local(session.starts_at, "%A %-d %B, %H:%M")) " to " (local(session.ends_at, "%H:%M"))
            @if people.out.cancelled { ". " strong { "Cancelled" } }
            @if people.out.state == RegisterState::Complete { ". " strong { "Complete" } }
        }
        @if let (Some(limit), Some(left)) = (room.safety_limit, room.left) {
            p.quiet { "Room for " (left) " more walk-ins; at most " (limit) " people." }
        }
    }
}

/// Stays on top.
fn count(people: &PeoplePage, lines: &[Line]) -> Markup {
    let room = &people.out.room;
    let marked = lines.iter().filter(|line| line.is_marked()).count();
    let (here, one, more) = match people.planned.activity.adults_only {
        true => (room.inside.adults + room.head_count.adults, "adult", "adults"),
        false => (room.inside.children + room.head_count.children, "child", "children"),
    };
    let said = lines.iter().find(|line| line.anchor == people.asked.said);
    html! {
        div.count {
            p {
                span id="marked" data-marked=(marked) data-all=(lines.len()) {
                    (marked) " of " (lines.len()) " marked"
                }
                @if people.is_on_the_day() {
                    span id="inside" data-here=(here) data-one=(one) data-more=(more) {
                        (here) " " @if here == 1 { (one) } @else { (more) } " here now"
                    }
                }
            }
            p id="said" role="status" {
                @if let Some(line) = said { (line.said()) }
                @else if people.asked.said == "walk-in" { "They are on the register." }
            }
            (device::waiting())
        }
    }
}

fn notices(people: &PeoplePage) -> Markup {
    let out = &people.out;
    html! {
        @if out.conflicts > 0 {
            p.notice { strong {
                "Two devices disagree about " (out.conflicts) ". It says so at their names: press what is right."
            } }
        }
        @if people.keeps && out.late > 0 {
            p.notice {
                (out.late) @if out.late == 1 { " mark" } @else { " marks" }
                " came in after the register was completed. It says so at their names: press what is \
                 right if it is not."
            }
        }
    }
}

fn finding(people: &PeoplePage, lines: &[Line]) -> Markup {
    let path = people.path();
    let only = people.asked.is_unmarked_only();
    let unmarked = lines.iter().filter(|line| !line.is_marked()).count();
    let show =
        |show: &str| Asked { show: show.to_owned(), ..people.asked.clone() }.address(&path, "");
    let current = |is: bool| is.then_some("true");
    html! {
        @if !lines.is_empty() {
            ul.chips {
                li { a href=(show("")) data-show="" aria-current=[current(!only)] { "All " (lines.len()) } }
                li { a href=(show("unmarked")) data-show="unmarked" aria-current=[current(only)] {
                    "Not marked " span id="unmarked-count" { (unmarked) }
                } }
            }
            form.find method="get" action=(path) role="search" {
                @if only { input type="hidden" name="show" value="unmarked"; }
                label for="q" { "Find a name" }
                input id="q" name="q" type="search" autocomplete="off" value=(people.asked.q);
                button.second type="submit" { "Find" }
            }
        }
    }
}

fn list(people: &PeoplePage, lines: &[Line], action: &str, marking: Marking) -> Markup {
    let is_shown = |line: &&Line| {
        let wanted = !people.asked.is_unmarked_only() || !line.is_marked();
        wanted && line.is_found_by(&people.asked.q)
    };
    let shown: Vec<&Line> = lines.iter().filter(is_shown).collect();
    html! {
        @if lines.is_empty() { p { "Nobody has booked." } }
        @else if shown.is_empty() {
            p { @if people.asked.q.is_empty() { "Everybody is marked." } @else { "Nobody of that name." } }
        }
        ul.parties { @for line in shown { (card(line, action, marking)) } }
    }
}

fn end(people: &PeoplePage) -> Markup {
    let begun = people.now >= people.planned.session.starts_at;
    let wrong = wrong_with(people.wrong, "unmarked");
    html! {
        h2 id="complete" { "When everybody is marked" }
        @if begun {
            form method="post" action={ (people.path()) "/complete" } {
                div.wrong[wrong.is_some()] {
                    @if let Some(wrong) = wrong { p.error id="unmarked-error" { span.hidden { "Error: " } (wrong) } }
                    label {
                        input id="unmarked" type="checkbox" name="unmarked" value="did_not_come"
                            aria-describedby=[wrong.map(|_| "unmarked-error")]
                            aria-invalid=[wrong.map(|_| "true")];
                        " Those not marked did not come"
                    }
                }
                p.actions { button type="submit" { "Complete the register" } }
            }
        } @else {
            p { "You can complete the register once the session has begun." }
        }
    }
}
