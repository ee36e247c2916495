//! The form of what's on, closed until somebody opens it, and above it what was chosen, each choice
//! with a link that takes it back.

use super::access;
use super::asked::{AgeBand, Asked};
use crate::centres::AccessFeature;
use crate::sessions::choice::{Day, Half, Suits};
use crate::web::form::{self, Field, Wrong};
use crate::words::{Words, say};
use maud::{Markup, html};

/// What can be chosen, and what was.
pub(crate) struct Filters<'a> {
    pub words: Words,
    /// Id and name.
    pub centres: &'a [(String, String)],
    pub asked: &'a Asked,
}

pub(super) fn chips(filters: &Filters<'_>) -> Markup {
    let words = filters.words;
    let chosen = chosen(filters);
    html! {
        @if !chosen.is_empty() {
            ul.chips aria-label=(words.say("whats-on-chosen")) {
                @for (what, without) in &chosen {
                    li {
                        a href=(without.address()) {
                            span.hidden { (say!(words, "whats-on-remove", what = what.as_str())) }
                            span aria-hidden="true" { (what) " ✕" }
                        }
                    }
                }
            }
        }
    }
}

/// What was chosen, in words, and what would be asked for without it.
fn chosen(filters: &Filters<'_>) -> Vec<(String, Asked)> {
    let (words, first) = (filters.words, Asked { page: 1, ..filters.asked.clone() });
    let mut chosen = Vec::new();
    if let Some(centre) = &first.centre {
        let known = filters.centres.iter().find(|(id, _)| id == centre.as_str());
        let name = known.map_or_else(|| words.say("whats-on-centre"), |(_, name)| name.clone());
        chosen.push((name, Asked { centre: None, ..first.clone() }));
    }
    if let Some(near) = &first.near {
        let known = filters.centres.iter().find(|(id, _)| id == near.as_str());
        let said = match known {
            Some((_, name)) => say!(words, "whats-on-near", centre = name.clone()),
            None => words.say("whats-on-postcode"),
        };
        chosen.push((said, Asked { near: None, ..first.clone() }));
    }
    for age in &first.ages {
        let others = first.ages.iter().copied().filter(|other| other != age).collect();
        let without = Asked { ages: others, ..first.clone() };
        // What suits all of one child is what suits any.
        chosen.push((age_chip(words, *age), Asked::read(&without.query())));
    }
    if let Some(day) = first.day {
        let said = words.say(day_key(day));
        chosen.push((said, Asked { day: None, ..first.clone() }));
    }
    if let Some(half) = first.half {
        let said = words.say(half_key(half));
        chosen.push((said, Asked { half: None, ..first.clone() }));
    }
    if first.free {
        chosen.push((words.say("whats-on-free"), Asked { free: false, ..first.clone() }));
    }
    for feature in &first.access {
        let others = first.access.iter().copied().filter(|other| other != feature).collect();
        chosen.push((access::said(words, *feature), Asked { access: others, ..first.clone() }));
    }
    chosen
}

fn age_label(words: Words, age: AgeBand) -> String {
    words.say(match age {
        AgeBand::Expected => "whats-on-age-expected",
        AgeBand::UnderOne => "whats-on-age-0",
        AgeBand::One => "whats-on-age-12",
        AgeBand::Two => "whats-on-age-24",
        AgeBand::Three => "whats-on-age-36",
        AgeBand::Four => "whats-on-age-48",
    })
}

fn day_key(day: Day) -> &'static str {
    match day {
        Day::Monday => "whats-on-day-monday",
        Day::Tuesday => "whats-on-day-tuesday",
        Day::Wednesday => "whats-on-day-wednesday",
        Day::Thursday => "whats-on-day-thursday",
        Day::Friday => "whats-on-day-friday",
        Day::Saturday => "whats-on-day-saturday",
        Day::Sunday => "whats-on-day-sunday",
    }
}

fn half_key(half: Half) -> &'static str {
    match half {
        Half::Morning => "whats-on-half-morning",
        Half::Afternoon => "whats-on-half-afternoon",
    }
}

fn age_chip(words: Words, age: AgeBand) -> String {
    match age {
        AgeBand::Expected | AgeBand::UnderOne => age_label(words, age),
        AgeBand::One | AgeBand::Two | AgeBand::Three | AgeBand::Four => {
            say!(words, "whats-on-age-chip", age = age_label(words, age))
        }
    }
}

pub(super) fn form(filters: &Filters<'_>) -> Markup {
    let (words, asked) = (filters.words, filters.asked);
    let unknown = words.say("whats-on-postcode-unknown");
    let wrong = match asked.unknown_postcode {
        true => vec![Wrong::new("postcode", unknown)],
        false => Vec::new(),
    };
    html! {
        (form::error_summary(words, &wrong))
        details.choose open[asked.unknown_postcode] {
            summary { (words.say("whats-on-choose")) }
            form.filters method="get" action="/whats-on" {
                div.row {
                    (centres(filters))
                    (form::field(words, &Field {
                        name: "postcode",
                        label: &words.say("whats-on-postcode"),
                        hint: &words.say("whats-on-postcode-hint"),
                        fills: "postal-code",
                        wrong: form::wrong_with(&wrong, "postcode"),
                        ..Field::default()
                    }))
                }
                (ages(words, asked))
                div.row {
                    (days(words, asked))
                    (halves(words, asked))
                }
                (tick("free", "yes", &words.say("whats-on-free"), asked.free))
                (needs(words, asked))
                button type="submit" { (words.say("whats-on-show")) }
            }
        }
    }
}

fn centres(filters: &Filters<'_>) -> Markup {
    let (words, chosen) = (filters.words, filters.asked.centre.as_ref());
    html! {
        div {
            label for="centre" { (words.say("whats-on-centre")) }
            select id="centre" name="centre" {
                option value="" { (words.say("whats-on-all-centres")) }
                @for (id, name) in filters.centres {
                    option value=(id) selected[chosen.is_some_and(|chosen| chosen.as_str() == id)] {
                        (name)
                    }
                }
            }
        }
    }
}

fn ages(words: Words, asked: &Asked) -> Markup {
    html! {
        fieldset {
            legend { (words.say("whats-on-ages")) }
            div.ticks {
                @for age in AgeBand::ALL {
                    (tick("age", age.value(), &age_label(words, age), asked.ages.contains(&age)))
                }
            }
            (tick("suits", Suits::All.as_str(), &words.say("whats-on-suits"), asked.suits == Suits::All))
        }
    }
}

/// Folded until something of it is chosen: most families need none of it.
fn needs(words: Words, asked: &Asked) -> Markup {
    html! {
        details open[!asked.access.is_empty()] {
            summary { (words.say("access-title")) }
            fieldset {
                legend { (words.say("access-choose")) }
                div.ticks {
                    @for one in AccessFeature::all() {
                        (tick("access", one.as_str(), &access::said(words, one),
                            asked.access.contains(&one)))
                    }
                }
            }
        }
    }
}

fn days(words: Words, asked: &Asked) -> Markup {
    html! {
        div {
            label for="day" { (words.say("whats-on-day")) }
            select id="day" name="day" {
                option value="" { (words.say("whats-on-any-day")) }
                @for day in Day::ALL {
                    option value=(day.as_str()) selected[asked.day == Some(*day)] {
                        (words.say(day_key(*day)))
                    }
                }
            }
        }
    }
}

fn halves(words: Words, asked: &Asked) -> Markup {
    html! {
        div {
            label for="half" { (words.say("whats-on-half")) }
            select id="half" name="half" {
                option value="" { (words.say("whats-on-any-time")) }
                @for half in Half::ALL {
                    option value=(half.as_str()) selected[asked.half == Some(*half)] {
                        (words.say(half_key(*half)))
                    }
                }
            }
        }
    }
}

fn tick(name: &str, value: &str, label: &str, is_on: bool) -> Markup {
    html! {
        label.tick { input type="checkbox" name=(name) value=(value) checked[is_on]; span { (label) } }
    }
}
