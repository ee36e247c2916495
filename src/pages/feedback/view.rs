//! The page as markup. Above the box stands what to do where somebody is in danger.

use crate::base::free_text::LONGEST;
use crate::feedback::FeedbackShown;
use crate::mail::SessionFacts;
use crate::mail::link::Refused;
use crate::mail::words::Letterhead;
use crate::web::form::{Wrong, error_summary};
use crate::web::layout::{self, Audience, Extras, Heading, Page};
use crate::words::{Words, say};
use maud::{Markup, html};

pub(super) struct FeedbackView<'a> {
    pub head: &'a Letterhead,
    pub words: Words,
    pub token: &'a str,
    /// What was typed and is too long.
    pub wrong: Option<&'a str>,
}

impl FeedbackView<'_> {
    pub(super) fn page(&self, shown: &FeedbackShown) -> Markup {
        match shown.good {
            None => self.framed("feedback-title", self.question(&shown.session)),
            Some(good) => self.framed("feedback-thanks", self.thanks(shown, good)),
        }
    }

    pub(super) fn dead(&self, refused: Refused) -> Markup {
        let (title, line) = match refused {
            Refused::NotOurs => ("booking-unknown", "booking-unknown-say"),
            Refused::Expired => ("booking-expired", "booking-expired-say"),
        };
        self.framed(title, html! { p { (self.say(line)) } })
    }

    /// The first tap.
    fn question(&self, session: &SessionFacts) -> Markup {
        let what = session.facts(self.words, &[]).into_iter().take(2);
        let what: Vec<(String, String)> = what.collect();
        let facts: Vec<(&str, String)> =
            what.iter().map(|(label, fact)| (label.as_str(), fact.clone())).collect();
        html! {
            (layout::facts(&facts))
            form method="post" action=(self.address()) {
                button.full type="submit" name="good" value="yes" { (self.say("feedback-good")) }
                button.full.second type="submit" name="good" value="no" {
                    (self.say("feedback-not-good"))
                }
            }
            p { (self.say("feedback-once")) }
        }
    }

    /// The second: a box that may stay empty.
    fn thanks(&self, shown: &FeedbackShown, good: bool) -> Markup {
        let (said, change, other) = match good {
            true => ("feedback-said-good", "feedback-change-to-not-good", "no"),
            false => ("feedback-said-not-good", "feedback-change-to-good", "yes"),
        };
        let centre = shown.session.centre.as_str();
        let label = if shown.is_written { "feedback-write-again" } else { "feedback-box" };
        html! {
            (self.problem())
            p { (self.say(said)) }
            form method="post" action=(self.address()) {
                button.second type="submit" name="good" value=(other) { (self.say(change)) }
            }
            @if shown.is_written {
                p role="status" { (say!(self.words, "feedback-written", centre = centre)) }
            }
            div.notice {
                p { strong { (layout::said(self.words, "feedback-danger")) } }
                p { (self.for_anything_else(&shown.session)) }
            }
            form method="post" action=(self.address()) {
                (self.text_box(label))
                button type="submit" { (self.say("feedback-send")) }
            }
        }
    }

    fn text_box(&self, label: &str) -> Markup {
        let hint = say!(self.words, "feedback-box-say", longest = LONGEST);
        let described = if self.wrong.is_some() { "text-hint text-error" } else { "text-hint" };
        html! {
            div.wrong[self.wrong.is_some()] {
                label for="text" { (self.say(label)) }
                p.hint id="text-hint" { (hint) }
                @if self.wrong.is_some() {
                    p.error id="text-error" {
                        span.hidden { (self.say("error")) " " } (self.too_long())
                    }
                }
                textarea id="text" name="text" rows="5" autocomplete="off"
                    aria-describedby=(described)
                    aria-invalid=[self.wrong.map(|_| "true")] {
                    (self.wrong.unwrap_or_default())
                }
            }
        }
    }

    fn problem(&self) -> Markup {
        let wrong: Vec<Wrong> =
            self.wrong.iter().map(|_| Wrong::new("text", self.too_long())).collect();
        error_summary(self.words, &wrong)
    }

    fn too_long(&self) -> String {
        say!(self.words, "feedback-too-long", longest = LONGEST)
    }

    fn for_anything_else(&self, session: &SessionFacts) -> Markup {
        let centre = session.centre.as_str();
        match session.phone.as_deref() {
            Some(phone) => layout::said_with(self.words, "feedback-else-phone", |words| {
                say!(words, "feedback-else-phone", centre = centre, phone = phone)
            }),
            None => layout::said_with(self.words, "feedback-else-ask", |words| {
                say!(words, "feedback-else-ask", centre = centre)
            }),
        }
    }

    fn framed(&self, title: &str, main: Markup) -> Markup {
        let (words, heading) = (self.words, self.words.say(title));
        let title = match self.wrong {
            Some(_) => format!("{} {heading}", self.say("error")),
            None => heading.clone(),
        };
        let organisation = &self.head.organisation;
        let page = Page { organisation, title: &title, audience: Audience::LinkHolder, main };
        let heading = Heading::Text(&heading);
        layout::page_with(&page, &Extras { words, heading, ..Extras::default() })
    }

    fn address(&self) -> String {
        format!("/feedback/{}", self.token)
    }

    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::moment::Moment;
    use crate::mail::link::LinkKey;
    use crate::mail::spoken::When;

    fn shown(good: Option<bool>, is_written: bool, wrong: Option<&str>) -> String {
        let at = |text: &str| text.parse().expect("a date and time");
        let session = SessionFacts {
            title: "Stay & Play".to_owned(),
            when: When { starts: at("2025-06-03T10:00:00"), ends: at("2025-06-03T11:30:00") },
            centre: "Partington".to_owned(),
            phone: Some("0161 496 0122".to_owned()),
            venue: "Partington".to_owned(),
            address: String::new(),
            sensitive: false,
        };
        let until = Moment::parse("2025-06-17T10:30:00Z").expect("an instant");
        let shown = FeedbackShown { session, good, answered_at: None, is_written, until };
        let head = Letterhead {
            organisation: "Hubs".to_owned(),
            public_url: "https://hubs.example.org".to_owned(),
            links: LinkKey::new([1; 32]),
        };
        let words = Words::english();
        FeedbackView { head: &head, words, token: "abc", wrong }.page(&shown).into_string()
    }

    #[test]
    fn before_anything_can_be_typed_the_page_says_whom_to_phone() {
        for good in [true, false] {
            let page = shown(Some(good), false, None);
            let danger = page.find("Phone 999").expect("what to do in danger");
            let centre = page.find("Partington on 0161 496 0122").expect("the centre's number");
            let textarea = page.find("<textarea").expect("a box");
            assert!(danger < centre && centre < textarea, "{page}");
        }
        assert!(!shown(None, false, None).contains("<textarea"), "nothing to type yet");
    }

    #[test]
    fn the_first_tap_is_one_of_two_buttons_and_can_be_changed() {
        let first = shown(None, false, None);
        assert_eq!(first.matches("<button").count(), 2, "{first}");
        assert!(first.contains("Stay &amp; Play") && first.contains("Tuesday 3 June"));
        assert!(shown(Some(true), false, None).contains("Change it to “Not so good”"));
        assert!(shown(Some(false), false, None).contains("Change it to “Good”"));
    }

    #[test]
    fn what_is_too_long_is_said_at_the_box() {
        let page = shown(Some(true), false, Some("so long"));
        for part in [
            "href=\"#text\"",
            "aria-describedby=\"text-hint text-error\"",
            ">so long</textarea>",
            "aria-invalid=\"true\"",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }
}
