//! What a professional's pages share: their addresses, and a family in the words of the team that stated it: nothing
//! here is read from a record.

use crate::base::fault::Fault;
use crate::families::statements::{SaidChild, StatementSaid};
use crate::pages::whats_on::ages::ages;
use crate::pages::whats_on::listing::when;
use crate::sessions::Planned;
use crate::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(crate) const REFERRALS: &str = "/referrals";
pub(crate) const REFER: &str = "/refer";

pub(crate) fn status_of(fault: &Fault) -> StatusCode {
    StatusCode::from_u16(fault.code().status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY)
}

/// An id as an address carries it: anything else names nothing.
pub(crate) fn as_id(text: &str) -> &str {
    let is_id = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_id { text } else { "" }
}

/// "Yusuf Khan and Ida Khan, with Amina Khan"; where only a card was shown, the birth date.
pub(crate) fn named(said: &StatementSaid) -> String {
    let words = Words::english();
    let child = |child: &SaidChild| {
        child.name.clone().unwrap_or_else(|| format!("A child {}", born(child)))
    };
    let children: Vec<String> = said.children.iter().map(child).collect();
    let carers: Vec<String> = said.carers.iter().map(|carer| carer.name.clone()).collect();
    match (children.is_empty(), carers.is_empty()) {
        (false, false) => format!("{}, with {}", words.list(&children), words.list(&carers)),
        (false, true) => words.list(&children),
        (true, _) => words.list(&carers),
    }
}

/// "born 14 May 2024", "due 1 February 2027".
pub(crate) fn born(child: &SaidChild) -> String {
    let words = Words::english();
    match (child.born_on, child.due_on) {
        (Some(day), _) if child.month_only => format!("born in {}", words.month(day)),
        (Some(day), _) => format!("born {}", words.date(day)),
        (None, Some(day)) => format!("due {}", words.date(day)),
        (None, None) => String::new(),
    }
}

/// The family on top of what is done for it.
pub(crate) fn family_box(said: &StatementSaid, reference: Option<&str>) -> Markup {
    html! {
        div.box.stated {
            p { strong { (named(said)) } }
            p.quiet {
                @for child in said.children.iter().filter(|child| child.name.is_some()) {
                    (child.name.as_deref().unwrap_or_default()) ", " (born(child)) ". "
                }
                @if let Some(postcode) = &said.postcode { (postcode) ". " }
                @if let Some(reference) = reference { "Your reference: " (reference) }
            }
        }
    }
}

/// What, when, where and for whom.
pub(crate) fn session_top(planned: &Planned, places: Option<&Markup>) -> Markup {
    let words = Words::english();
    let place = match &planned.venue {
        Some(venue) if venue.name != planned.centre.name => {
            format!("{}, {}", venue.name, planned.centre.name)
        }
        _ => planned.centre.name.clone(),
    };
    html! {
        div.session-top {
            p.title { (planned.activity.title) }
            p { (when(planned).whole(words)) }
            p { (place) @if let Some(ages) = ages(words, &planned.activity) { ". " (ages) } }
            @if let Some(places) = places { p { (places) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::families::statements::SaidCarer;

    fn child(name: Option<&str>) -> SaidChild {
        SaidChild {
            name: name.map(str::to_owned),
            born_on: "2024-05-14".parse().ok(),
            month_only: false,
            due_on: None,
        }
    }

    #[test]
    fn a_family_is_named_as_it_was_stated() {
        let amina = SaidCarer { name: "Amina Khan".to_owned(), email: None, phone: None };
        let said = |children: Vec<SaidChild>, carers: Vec<SaidCarer>| {
            named(&StatementSaid { children, carers, ..StatementSaid::default() })
        };
        let two = vec![child(Some("Yusuf")), child(Some("Ida"))];
        assert_eq!(said(two, vec![amina.clone()]), "Yusuf and Ida, with Amina Khan");
        assert_eq!(said(vec![child(None)], Vec::new()), "A child born 14 May 2024");
        assert_eq!(said(Vec::new(), vec![amina]), "Amina Khan");
    }
}
