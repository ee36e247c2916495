//! The page with the registers of a day.

use crate::attendance::service::today::OfDay;
use crate::mail::words::Letterhead;
use crate::web::layout::{self, Audience, Extras, Menu, Page};
use chrono::{Days, NaiveDate};
use chrono_tz::Europe::London;
use maud::{Markup, html};

pub(crate) fn page(head: &Letterhead, menu: Menu, day: NaiveDate, registers: &[OfDay]) -> Markup {
    let main = html! {
        p { (day.format("%A %-d %B %Y").to_string()) }
        p {
            @for (other, label) in [
                (day.checked_sub_days(Days::new(1)), "The day before"),
                (day.checked_add_days(Days::new(1)), "The next day"),
            ] {
                @if let Some(other) = other {
                    a href={ "/registers?day=" (other.to_string()) } { (label) } " "
                }
            }
        }
        @if registers.is_empty() { p { "You have no registers on this day." } }
        ul.listing {
            @for of in registers { (line(of)) }
        }
    };
    let organisation = &head.organisation;
    let page = Page { organisation, title: "Registers", audience: Audience::Team(menu), main };
    layout::page_with(&page, &Extras { here: "/registers", ..Extras::default() })
}

fn line(of: &OfDay) -> Markup {
    let (session, activity) = (&of.planned.session, &of.planned.activity);
    let local = |moment: crate::base::moment::Moment| {
        moment.utc().with_timezone(&London).format("%H:%M").to_string()
    };
    html! {
        li {
            h2 { a href={ "/registers/" (session.id) } { (activity.title) } }
            p { (local(session.starts_at)) " to " (local(session.ends_at)) ", " (of.planned.centre.name) }
            p.quiet { @if of.complete { "Complete" } @else { "Open" } }
        }
    }
}
