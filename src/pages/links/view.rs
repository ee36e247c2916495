//! The pages behind the links in mails: one that asks, with one button, and
//! one that says what happened. They tell a family about its own place and
//! nothing of anyone else's.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use crate::bookings::link::End;
use crate::mail::link::Purpose;
use crate::mail::{SessionFacts, spoken};
use crate::web::layout::{self, Audience, Page};

/// What a link would do, before it does it.
pub(crate) struct Ask<'a> {
    pub organisation: &'a str,
    pub purpose: Purpose,
    pub session: &'a SessionFacts,
    pub children: &'a [String],
    /// When an offer ends, in the centre's civil time.
    pub until: Option<NaiveDateTime>,
    /// Where the button posts: the link's own address.
    pub action: &'a str,
}

pub(crate) fn ask(ask: &Ask<'_>) -> Markup {
    let (title, button) = match ask.purpose {
        Purpose::Accept | Purpose::Claim => ("Do you want this place?", "Yes, I want the place"),
        Purpose::Decline => ("Do you not want this place?", "No, I do not want it"),
        Purpose::Leave => ("Do you want to stop waiting?", "Stop waiting"),
        Purpose::Cancel => ("Do you want to cancel your place?", "Cancel my place"),
        Purpose::StopAlert => ("Do you want to stop these messages?", "Stop these messages"),
    };
    let main = html! {
        (layout::facts(&ask.session.facts(ask.children)))
        @if let Some(until) = ask.until {
            p { "We are keeping it for you until " (spoken::moment(until)) "." }
        }
        (layout::one_button(ask.action, button))
        p.quiet { "Nothing happens until you press the button." }
    };
    layout::page(&Page {
        organisation: ask.organisation,
        title,
        audience: Audience::LinkHolder,
        main,
    })
}

/// The outcome of a link, and the session it is about, if that may be told.
pub(crate) struct Told<'a> {
    pub organisation: &'a str,
    pub end: End,
    pub session: Option<&'a SessionFacts>,
}

pub(crate) fn told(told: &Told<'_>) -> Markup {
    let (title, line) = match told.end {
        End::HasPlace => ("You have a place", "It is yours. We look forward to seeing you."),
        End::Declined => ("Thank you", "You said no. We do not keep the place for you any more."),
        End::LeftLine => ("You are not waiting any more", "Thank you for telling us."),
        End::Cancelled => {
            ("You are not coming", "You do not have a place any more. Thank you for telling us.")
        }
        End::AlertStopped => ("No more messages", "We will not write to you about this again."),
        End::TooLate => ("This link is too old", "It does not work any more. Nothing has changed."),
        End::AnsweredBefore => {
            ("You have answered before", "This link does not work any more. Nothing has changed.")
        }
        End::PlaceGone => ("The place is gone", "We are sorry. Another family was quicker."),
        End::Unknown => ("This link does not work", "Please use the whole link from our message."),
    };
    let main = html! {
        p { (line) }
        @if let Some(session) = told.session {
            (layout::facts(&session.facts(&[])))
            @if let Some(number) = &session.phone {
                p { "Do you have a question? Phone " (layout::phone(number)) "." }
            }
        }
        p { a href="/whats-on" { "See what’s on" } }
    };
    layout::page(&Page {
        organisation: told.organisation,
        title,
        audience: Audience::LinkHolder,
        main,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::spoken::When;

    fn session(sensitive: bool) -> SessionFacts {
        let at = |text: &str| text.parse().expect("a date and time");
        SessionFacts {
            title: "Freedom Programme".to_owned(),
            when: When { starts: at("2025-06-03T10:00:00"), ends: at("2025-06-03T11:30:00") },
            centre: "Partington".to_owned(),
            phone: Some("0161 496 0122".to_owned()),
            venue: "Refuge Hall".to_owned(),
            address: "9 Hidden Lane".to_owned(),
            sensitive,
        }
    }

    fn asked(purpose: Purpose, sensitive: bool) -> String {
        ask(&Ask {
            organisation: "Hubs",
            purpose,
            session: &session(sensitive),
            children: &["Leo".to_owned()],
            until: None,
            action: "/links/accept/abc",
        })
        .into_string()
    }

    const ENDS: [End; 9] = [
        End::HasPlace,
        End::Declined,
        End::LeftLine,
        End::Cancelled,
        End::AlertStopped,
        End::TooLate,
        End::AnsweredBefore,
        End::PlaceGone,
        End::Unknown,
    ];

    #[test]
    fn each_purpose_has_one_button_that_posts_and_no_other_way_to_act() {
        for &purpose in Purpose::ALL {
            let page = asked(purpose, false);
            assert_eq!(page.matches("<button").count(), 1, "{purpose:?}");
            assert!(page.contains("<form method=\"post\" action=\"/links/accept/abc\">"));
            assert!(!page.contains("href=\"/links"), "{purpose:?} acts by a GET");
        }
    }

    #[test]
    fn a_sensitive_session_is_not_named() {
        let mut pages: Vec<String> =
            Purpose::ALL.iter().map(|purpose| asked(*purpose, true)).collect();
        for end in ENDS {
            let session = session(true);
            let page = told(&Told { organisation: "Hubs", end, session: Some(&session) });
            pages.push(page.into_string());
        }
        for page in pages {
            for word in ["Freedom", "Refuge", "Hidden", "Leo"] {
                assert!(!page.contains(word), "{word} in {page}");
            }
        }
    }

    #[test]
    fn only_a_taken_place_reads_as_one() {
        for end in ENDS {
            let page = told(&Told { organisation: "Hubs", end, session: None }).into_string();
            assert_eq!(page.contains("You have a place"), end == End::HasPlace, "{end:?}");
        }
    }
}
