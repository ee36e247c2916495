//! The page of today.

use super::facts::TodayFacts;
use crate::attendance::incomplete::RegisterListed;
use crate::attendance::service::today::{Counted, OfDay};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::pages::task_lines::TaskLine;
use crate::pages::team::{
    TODAY, TeamPage, clock, count, done_box, number, page as frame, press, when, when_seen,
};
use crate::web::form::Wrong;
use chrono::NaiveDate;
use maud::{Markup, html};

pub(super) fn page(
    tx: &mut Tx,
    head: &Letterhead,
    facts: &TodayFacts,
    done: Option<&str>,
    wrong: &[Wrong],
) -> Markup {
    let (today, now) = (tx.today(), tx.now());
    let main = html! {
        (done_box(done))
        p.quiet { (today.format("%A %-d %B %Y").to_string()) }
        @if facts.is_all_done() { (all_done(facts, today)) }
        @if !facts.to_ring.is_empty() {
            section aria-labelledby="ring" {
                h2 id="ring" { "Ring these families" }
                @for task in &facts.to_ring { (task_box(task, TODAY, today)) }
                @if facts.more_to_ring { p { a href="/lists/to-ring" { "All families to ring" } } }
            }
        }
        @if !facts.for_lead { (registers(facts, now)) }
        @if !facts.left_open.is_empty() { (left_open(&facts.left_open)) }
        @if !facts.others.is_empty() {
            section aria-labelledby="others" {
                h2 id="others" { @if facts.for_lead { "For you" } @else { "Other tasks" } }
                @for task in &facts.others { (task_box(task, TODAY, today)) }
                @if facts.more_others { p { a href="/lists/tasks" { "All tasks" } } }
            }
        }
        p { a.button.second href="/lists" { "Lists to work through" } }
        @if !facts.opens.is_empty() {
            section aria-labelledby="opens" {
                h2 id="opens" { "Opens soon" }
                ul.plain {
                    @for planned in &facts.opens {
                        li {
                            @if let Some(opens) = planned.session.public_release_at {
                                b { (when_seen(opens, today)) } " "
                            }
                            a href={ "/sessions/" (planned.session.id) "/desk" } {
                                (planned.activity.title) ", " (when(planned.session.starts_at))
                            }
                            " " span.quiet { (planned.centre.name) }
                        }
                    }
                }
            }
        }
        @if !facts.thin.is_empty() {
            section aria-labelledby="thin" {
                h2 id="thin" { "Few families yet" }
                ul.plain {
                    @for session in &facts.thin {
                        li {
                            a href={ "/sessions/" (session.id) "/desk" } {
                                (session.title) ", " (when(session.starts_at))
                            }
                            @if let (Some(left), Some(all)) = (session.places_left, session.capacity) {
                                " " span.chip.soon { (left) " of " (all) " places free" }
                            }
                            " " span.quiet { (session.centre) }
                        }
                    }
                }
            }
        }
    };
    frame(tx, head, TeamPage { here: TODAY, heading: "Today", wrong, main })
}

fn all_done(facts: &TodayFacts, today: NaiveDate) -> Markup {
    html! {
        p.notice role="status" {
            "All done."
            @if let Some(next) = &facts.next {
                " Next: "
                a href={ "/sessions/" (next.session.id) "/desk" } {
                    (next.activity.title) ", " (when_seen(next.session.starts_at, today))
                }
            }
        }
    }
}

/// A task with its numbers and a button for each outcome.
pub(crate) fn task_box(task: &TaskLine, back: &str, today: NaiveDate) -> Markup {
    let action = format!("/today/tasks/{}", task.id);
    let heading = if task.who.is_empty() { task.what.as_str() } else { task.who.as_str() };
    html! {
        div.box.task id={ "t-" (task.id) } {
            h3 {
                @match &task.family {
                    Some(family) => a href={ "/families/" (family) } { (heading) },
                    None => (heading),
                }
            }
            @if !task.who.is_empty() {
                p {
                    @match task.planned.as_ref().filter(|_| task.opens_desk) {
                        Some(planned) => a href={ "/sessions/" (planned.session.id) "/desk" } { (task.what) },
                        None => (task.what),
                    }
                }
            }
            @if let Some(until) = task.until {
                p { span.chip.soon { "Until " (when_seen(until, today)) } }
            }
            @for one in &task.to_dial { p { (number(&one.name, &one.phone, one.no_voicemail)) } }
            p.quiet {
                "Since " (when(task.made_at))
                @if let Some(tried) = task.tried_at { ". Last tried " (when_seen(tried, today)) }
            }
            div.actions {
                @for (outcome, label) in task.buttons() {
                    (press(&action, &[("outcome", outcome), ("back", back)], &html! {
                        (label) span.hidden { ": " (heading) }
                    }))
                }
            }
        }
    }
}

fn registers(facts: &TodayFacts, now: Moment) -> Markup {
    html! {
        section aria-labelledby="registers" {
            h2 id="registers" { "Today’s registers" }
            @if facts.registers.is_empty() { p { "No sessions today." } }
            ul.cards {
                @for (of, counted) in &facts.registers { (register(of, *counted, now)) }
            }
            @if facts.more_registers { p { a href="/registers" { "All of today’s registers" } } }
        }
    }
}

fn register(of: &OfDay, counted: Counted, now: Moment) -> Markup {
    let (session, activity) = (&of.planned.session, &of.planned.activity);
    let expected = count(counted.expected, "family", "families");
    html! {
        li.card {
            span.time { (clock(session.starts_at)) small { "–" (clock(session.ends_at)) } }
            h3 { a href={ "/registers/" (session.id) } { (activity.title) } }
            p {
                (expected) " expected, " (counted.marked) " marked. " (of.planned.centre.name) " "
                @if of.complete { span.chip { "Complete" } }
                @else if session.ends_at <= now { span.chip.full { "Over, still open" } }
            }
            p { a href={ "/sessions/" (session.id) "/desk" } {
                "Desk" span.hidden { ": " (activity.title) ", " (clock(session.starts_at)) }
            } }
        }
    }
}

fn left_open(registers: &[RegisterListed]) -> Markup {
    html! {
        section aria-labelledby="left-open" {
            h2 id="left-open" { "Registers left open" }
            ul.plain {
                @for one in registers {
                    li {
                        a href={ "/registers/" (one.session_id) } { (one.title) ", " (when(one.starts_at)) }
                        @if let Some(leader) = &one.leader { " " span.quiet { "led by " (leader) } }
                    }
                }
            }
        }
    }
}
