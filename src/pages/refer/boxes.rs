//! The boxes of a referral's form.

use super::described::Sent;
use super::desk::Desk;
use crate::api::sessions::referrals::wire::REASONS;
use crate::families::groups::StatedOf;
use crate::pages::referrals::frame::born;
use crate::web::form::{Field, Wrong, field, wrong_with};
use crate::words::Words;
use maud::{Markup, html};

/// How a family agreed, as it is kept.
pub(super) const HOW: [&str; 4] = ["in person", "by phone", "by video call", "in writing"];

fn says(name: &str, wrong: Option<&str>) -> Markup {
    html! {
        @if let Some(wrong) = wrong {
            p.error id={ (name) "-error" } { span.hidden { "Error: " } (wrong) }
        }
    }
}

pub(super) fn who(desk: &Desk, sent: &Sent, wrong: &[Wrong]) -> Markup {
    let wrong = wrong_with(wrong, "child_0");
    html! {
        fieldset.wrong[wrong.is_some()] aria-describedby=[wrong.map(|_| "child_0-error")] {
            legend { "Who comes?" }
            (says("child_0", wrong))
            input type="hidden" name="asks_who" value="yes";
            @for (at, (child, said)) in desk.children.iter().zip(&desk.said.children).enumerate() {
                label.tick {
                    input type="checkbox" id={ "child_" (at) } name="child" value=(child.id)
                        aria-invalid=[wrong.map(|_| "true")] checked[sent.has("child", child.id.as_str())];
                    span { (said.name.as_deref().unwrap_or("A child")) ", " (born(said)) }
                }
            }
        }
    }
}

pub(super) fn number(name: &str, label: &str, sent: &Sent, wrong: &[Wrong]) -> Markup {
    let (value, wrong) = (sent.one(name), wrong_with(wrong, name));
    let keys = "numeric";
    field(Words::english(), &Field { name, label, value, keys, wrong, ..Field::default() })
}

pub(super) fn how(sent: &Sent, wrong: &[Wrong]) -> Markup {
    let wrong = wrong_with(wrong, "agreed_how_0");
    html! {
        fieldset.wrong[wrong.is_some()] aria-describedby=[wrong.map(|_| "agreed_how_0-error")] {
            legend { "How did it agree?" }
            (says("agreed_how_0", wrong))
            div.ticks {
                @for (at, how) in HOW.into_iter().enumerate() {
                    label.tick {
                        input type="radio" id={ "agreed_how_" (at) } name="agreed_how" value=(how)
                            aria-invalid=[wrong.map(|_| "true")] checked[sent.has("agreed_how", how)];
                        span { (how[..1].to_uppercase()) (how[1..]) }
                    }
                }
            }
        }
    }
}

pub(super) fn reason(sent: &Sent, wrong: &[Wrong]) -> Markup {
    let wrong = wrong_with(wrong, "reason");
    html! {
        div.wrong[wrong.is_some()] {
            label for="reason" { "Reason" }
            (says("reason", wrong))
            select id="reason" name="reason" aria-invalid=[wrong.map(|_| "true")]
                aria-describedby=[wrong.map(|_| "reason-error")] {
                option value="" { "Choose one" }
                @for (code, label) in REASONS {
                    option value=(code) selected[sent.one("reason") == *code] { (label) }
                }
            }
        }
    }
}

pub(super) fn which_groups(desk: &Desk, sent: &Sent, wrong: &[Wrong]) -> Markup {
    let wrong = wrong_with(wrong, "group_0");
    let ticked = desk.groups.iter().any(|group| sent.has("group", &group.code));
    html! {
        details open[wrong.is_some() || ticked] {
            summary { "Groups the family is in (if it agrees that you say so)" }
            fieldset.wrong[wrong.is_some()] aria-describedby=[wrong.map(|_| "group_0-error")] {
                legend.hidden { "Groups" }
                (says("group_0", wrong))
                @for (at, group) in desk.groups.iter().enumerate() {
                    label.tick {
                        input type="checkbox" id={ "group_" (at) } name="group" value=(group.code)
                            aria-invalid=[wrong.map(|_| "true")] checked[sent.has("group", &group.code)];
                        span {
                            (group.label)
                            @if group.stated_of == StatedOf::Child { " (of one child, referred alone)" }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn if_full(sent: &Sent, wrong: &[Wrong]) -> Markup {
    let wrong = wrong_with(wrong, "if_full_wait");
    html! {
        fieldset.wrong[wrong.is_some()] aria-describedby=[wrong.map(|_| "if_full_wait-error")] {
            legend { "If it is full" }
            (says("if_full_wait", wrong))
            div.ticks {
                @for (value, label) in [("wait", "Join the waiting list"), ("refuse", "Do not refer")] {
                    label.tick {
                        input type="radio" id={ "if_full_" (value) } name="if_full" value=(value)
                            aria-invalid=[wrong.map(|_| "true")] checked[sent.has("if_full", value)];
                        span { (label) }
                    }
                }
            }
        }
    }
}
