//! How a team's referrals look: each with what became of it, and the page of one.

use super::frame::{REFER, REFERRALS, named, session_top};
use crate::api::referrals::ReferralQuery;
use crate::api::sessions::referrals::wire::REASONS;
use crate::attendance::referrals::{Became, ReferralState};
use crate::base::moment::Moment;
use crate::bookings::BookingTime;
use crate::mail::OutcomeResult;
use crate::mail::words::Letterhead;
use crate::pages::team::{WorkPage, framed};
use crate::pages::whats_on::listing::when;
use crate::web::List;
use crate::web::layout::{Menu, facts, link_button, panel};
use crate::words::Words;
use maud::{Markup, html};

pub(super) struct ListPage<'a> {
    pub menu: Menu,
    pub query: &'a ReferralQuery,
    pub page: &'a List<Became>,
    /// Not the first page.
    pub is_later: bool,
    pub now: Moment,
}

pub(super) fn list(head: &Letterhead, list: &ListPage) -> Markup {
    let query = list.query;
    let line = query.q.as_deref().unwrap_or_default();
    let is_filtered = !line.is_empty() || query.state.is_some() || query.time.is_some();
    let main = html! {
        (search("Refer a family"))
        p { a href="/digest" { "Your week: what opens, and what was agreed" } }
        p { a href="/cards" { "Blank cards to take with you" } }
        (filter(query))
        @if list.page.items.is_empty() {
            @if is_filtered { p { "Your team has made no referral like this. " a href=(REFERRALS) { "Show all" } } }
            @else if list.is_later { p { "There are no more." } }
            @else { p { "Your team has made no referral yet." } }
        }
        @for one in &list.page.items { (row(one, list.now)) }
        (pages(list))
    };
    let heading = "Your team’s referrals";
    framed(head, WorkPage { menu: list.menu, here: REFERRALS, heading, is_wrong: false, main })
}

/// Where a referral begins: with the family.
pub(crate) fn search(label: &str) -> Markup {
    html! {
        form.filters method="get" action=(REFER) {
            label for="find" { (label) }
            p.hint id="find-hint" { "A name your team has given us. For any other family, press the button." }
            input id="find" name="q" type="search" autocomplete="off" aria-describedby="find-hint" maxlength="200";
            button type="submit" { "Refer a family" }
        }
    }
}

fn filter(query: &ReferralQuery) -> Markup {
    let states = [
        (None, "All"),
        (Some(ReferralState::Booked), "Booked"),
        (Some(ReferralState::Waiting), "Waiting"),
        (Some(ReferralState::Withdrawn), "Withdrawn"),
    ];
    let times = [
        (None, "All"),
        (Some(BookingTime::ToCome), "Still to come"),
        (Some(BookingTime::Over), "Over"),
    ];
    html! {
        details.choose open[query.state.is_some() || query.time.is_some() || query.q.as_deref().is_some_and(|line| !line.is_empty())] {
            summary { "Find a referral" }
            form.filters method="get" action=(REFERRALS) {
                div.row {
                    div {
                        label for="q" { "Name or your reference" }
                        input id="q" name="q" type="search" autocomplete="off" maxlength="200"
                            value=(query.q.as_deref().unwrap_or_default());
                    }
                    div {
                        label for="state" { "Answer" }
                        select id="state" name="state" {
                            @for (state, label) in states {
                                option value=(state.map_or("", |state| state.as_str()))
                                    selected[state == query.state] { (label) }
                            }
                        }
                    }
                    div {
                        label for="time" { "Session" }
                        select id="time" name="time" {
                            @for (time, label) in times {
                                option value=(time.map_or("", |time| time.as_str()))
                                    selected[time == query.time] { (label) }
                            }
                        }
                    }
                }
                button type="submit" { "Show" }
            }
        }
    }
}

fn row(one: &Became, now: Moment) -> Markup {
    let words = Words::english();
    let planned = &one.planned;
    let made = words.date(planned.local(one.referral.made_at).date());
    html! {
        section.box {
            h2.who { a href={ (REFERRALS) "/" (one.referral.id) } { (who(one)) } }
            p { (chip(one, now)) " " strong { (planned.activity.title) } ", " (when(planned).whole(words)) ", " (planned.centre.name) }
            p.quiet {
                "Referred on " (made)
                @if let Some(reference) = &one.reference { ". Your reference: " (reference) }
            }
        }
    }
}

/// The family as the team named it; what was not named at all is "A family".
fn who(one: &Became) -> String {
    let name = one.said.as_ref().map(named).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| "A family".to_owned())
}

/// What became of it, as far as this partner may hear.
fn state(one: &Became, now: Moment) -> (&'static str, &'static str) {
    let over = one.planned.session.ends_at <= now;
    match (ReferralState::of(&one.referral), one.outcome, one.came) {
        (ReferralState::Withdrawn, _, _) => ("Withdrawn", "chip full"),
        (_, Some(OutcomeResult::PlaceGiven), Some(true)) => ("Came", "chip"),
        (_, Some(OutcomeResult::PlaceGiven), Some(false)) => ("Did not come", "chip full"),
        (_, Some(OutcomeResult::Came), _) => ("Came", "chip"),
        (_, Some(OutcomeResult::DidNotCome), _) => ("Did not come", "chip full"),
        (_, Some(OutcomeResult::PlaceGiven), None) => ("Given a place", "chip"),
        (_, Some(OutcomeResult::NoPlace), _) => ("No place in time", "chip full"),
        (_, Some(OutcomeResult::NotTaken), _) => ("Place not taken up", "chip full"),
        (_, None, _) if over && !one.referral.tell_outcome => ("Not to be told", "chip full"),
        (ReferralState::Booked, None, _) => ("Booked", "chip"),
        (ReferralState::Waiting, None, _) => ("Waiting", "chip soon"),
    }
}

fn chip(one: &Became, now: Moment) -> Markup {
    let (says, class) = state(one, now);
    html! { span class=(class) { (says) } }
}

fn pages(list: &ListPage) -> Markup {
    let query = list.query;
    let address = |after: Option<&str>| {
        let filled = [
            ("q", query.q.as_deref().unwrap_or_default()),
            ("state", query.state.map_or("", |state| state.as_str())),
            ("time", query.time.map_or("", |time| time.as_str())),
            ("after", after.unwrap_or_default()),
        ];
        let filled = filled.into_iter().filter(|(_, value)| !value.is_empty());
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(filled).finish();
        format!("{REFERRALS}?{query}")
    };
    html! {
        @if list.is_later || list.page.next.is_some() {
            nav.pages aria-label="Pages" {
                @if list.is_later { a.button.second href=(address(None)) { "First page" } }
                @if let Some(next) = &list.page.next {
                    a.button.second href=(address(Some(next))) { "Next page" }
                }
            }
        }
    }
}

pub(super) struct OnePage<'a> {
    pub menu: Menu,
    pub became: &'a Became,
    /// Whether the session takes referrals now.
    pub takes_more: bool,
    pub now: Moment,
}

pub(super) fn one(head: &Letterhead, one: &OnePage) -> Markup {
    let became = one.became;
    let (says, _) = state(became, one.now);
    let referral = &became.referral;
    let over = became.planned.session.ends_at <= one.now;
    let is_withdrawn = referral.withdrawn_at.is_some();
    let family = referral.statement_id.as_ref();
    let main = html! {
        (session_top(&became.planned, None))
        @if !over && !is_withdrawn { p { (meaning(became)) } }
        (facts(&lines(became)))
        div.actions {
            @if one.takes_more {
                (link_button(&format!("{REFER}?session={}&same={}", referral.session_id, referral.id), "Same session, next family"))
            }
            @if let Some(family) = family {
                a.button.second href={ (REFER) "?family=" (family) } { "Another session for this family" }
            }
        }
        @if !over && !is_withdrawn { (withdraw(became)) }
        p { a href=(REFERRALS) { "Your team’s referrals" } }
    };
    let heading = format!("{}: {says}", who(became));
    let shown = html! { (heading) };
    let main = html! { (panel(&shown, &html! {})) (main) };
    frame(head, one.menu, &heading, main)
}

fn frame(head: &Letterhead, menu: Menu, title: &str, main: Markup) -> Markup {
    use crate::web::layout::{Audience, Extras, Heading, Page, page_with};
    let extras = Extras { here: REFERRALS, heading: Heading::InMain, ..Extras::default() };
    let (organisation, audience) = (&head.organisation, Audience::Team(menu));
    page_with(&Page { organisation, title, audience, main }, &extras)
}

fn meaning(became: &Became) -> &'static str {
    match (ReferralState::of(&became.referral), became.referral.tell_outcome) {
        (ReferralState::Booked, true) => {
            "There was room when you asked. You will hear what came of it after the session."
        }
        (ReferralState::Booked, false) => "There was room when you asked.",
        (ReferralState::Waiting | ReferralState::Withdrawn, true) => {
            "The session was full when you asked. The family is on the waiting list and comes before \
             those who were not referred. You will hear what came of it after the session."
        }
        (ReferralState::Waiting | ReferralState::Withdrawn, false) => {
            "The session was full when you asked. The family is on the waiting list and comes before \
             those who were not referred."
        }
    }
}

fn lines(became: &Became) -> Vec<(&'static str, String)> {
    let (words, referral) = (Words::english(), &became.referral);
    let people = |count: i32, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {more}"),
    };
    let reason = REASONS.iter().find(|(code, _)| *code == referral.reason);
    let come = [
        people(referral.children, "child", "children"),
        people(referral.adults, "adult", "adults"),
    ];
    let mut lines = vec![
        ("Coming", words.list(&come)),
        ("Reason", reason.map_or("Another reason", |(_, label)| label).to_owned()),
        ("Agreed", format!("{}, {}", words.date(referral.agreed_on), referral.agreed_how)),
        ("Referred", words.date(became.planned.local(referral.made_at).date())),
    ];
    if let Some(at) = referral.withdrawn_at {
        lines.push(("Withdrawn", words.date(became.planned.local(at).date())));
    }
    if let Some(reference) = &became.reference {
        lines.push(("Your reference", reference.clone()));
    }
    lines
}

fn withdraw(became: &Became) -> Markup {
    html! {
        details {
            summary { "Withdraw this referral" }
            p { "A place that only this referral brought is given to another family." }
            form method="post" action={ (REFERRALS) "/" (became.referral.id) "/withdraw" } {
                button.second type="submit" { "Withdraw it" }
            }
        }
    }
}
