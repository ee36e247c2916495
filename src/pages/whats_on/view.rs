//! What's on, as a page: the sessions families may know of, by day, as cards. It shows when booking
//! opens for everyone and how many places are left for everyone, and no other moment or number.

use super::asked::Asked;
use super::cards::{Listing, cards};
use super::filters::{self, Filters};
use crate::pages::you_said;
use crate::web::layout::{self, Audience, Extras, Heading, Page};
use maud::{Markup, html};

/// The page's facts, already filtered.
pub(crate) struct WhatsOn<'a> {
    pub organisation: &'a str,
    pub filters: Filters<'a>,
    /// In order of start.
    pub listings: &'a [Listing],
    /// Whether there are more after them.
    pub has_more: bool,
    /// When centres are closed soon, in words.
    pub closed: &'a [String],
}

pub(crate) fn page(whats_on: &WhatsOn<'_>) -> Markup {
    let words = whats_on.filters.words;
    let main = html! {
        (filters::chips(&whats_on.filters))
        (filters::form(&whats_on.filters))
        @for said in whats_on.closed { p.notice { (said) } }
        @if whats_on.listings.is_empty() { (nothing(whats_on)) }
        div.days {
            @for day in by_day(whats_on.listings) {
                section.day {
                    h2 { (words.day(day[0].when.starts.date())) }
                    (cards(words, day))
                }
            }
        }
        (pages(whats_on))
        @if !whats_on.listings.is_empty() {
            @let file = |ending: &str| whats_on.filters.asked.file_address(ending);
            p.screen {
                a href=(file(".ics")) { (words.say("whats-on-feed")) } br;
                a href=(file(".pdf")) { (words.say("whats-on-paper")) } br;
                a href=(whats_on.filters.asked.small_sheet()) { (words.say("whats-on-paper-small")) }
            }
        }
        @let you_said = match &whats_on.filters.asked.centre {
            Some(centre) => you_said::address(centre.as_str()),
            None => you_said::YOU_SAID.to_owned(),
        };
        p.screen { a href=(you_said) { (words.say("you-said")) } }
    };
    let title = words.say("whats-on-title");
    let heading = words.say("whats-on-heading");
    let query = whats_on.filters.asked.query();
    let page = Page {
        organisation: whats_on.organisation,
        title: &title,
        audience: Audience::Everyone,
        main,
    };
    let extras = Extras {
        words,
        heading: Heading::Text(&heading),
        here: "/whats-on",
        query: &query,
        ..Extras::default()
    };
    layout::page_with(&page, &extras)
}

fn nothing(whats_on: &WhatsOn<'_>) -> Markup {
    let Filters { words, asked, .. } = whats_on.filters;
    html! {
        @if *asked == Asked::default() {
            p { (words.say("whats-on-none-at-all")) }
        } @else {
            p { (words.say("whats-on-none")) }
            p { (layout::link_button("/whats-on", &words.say("whats-on-show-all"))) }
        }
    }
}

fn pages(whats_on: &WhatsOn<'_>) -> Markup {
    let Filters { words, asked, .. } = whats_on.filters;
    let to = |page: i64, key: &str, rel: &str| {
        let address = Asked { page, ..asked.clone() }.address();
        html! { a.button.second href=(address) rel=(rel) { (words.say(key)) } }
    };
    html! {
        @if asked.page > 1 || whats_on.has_more {
            nav.pages aria-label=(words.say("whats-on-pages")) {
                @if asked.page > 1 { (to(asked.page - 1, "whats-on-previous", "prev")) }
                @if whats_on.has_more { (to(asked.page + 1, "whats-on-next", "next")) }
            }
        }
    }
}

fn by_day(listings: &[Listing]) -> impl Iterator<Item = &[Listing]> {
    listings.chunk_by(|one, next| one.when.starts.date() == next.when.starts.date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::whats_on::cards::Places;
    use crate::pages::whats_on::samples::listing;
    use crate::words::Words;

    fn shown(listings: &[Listing], query: &str, has_more: bool) -> String {
        page(&WhatsOn {
            organisation: "Hubs",
            filters: Filters {
                words: Words::english(),
                centres: &[("c1".to_owned(), "Partington".to_owned())],
                asked: &Asked::read(query),
            },
            listings,
            has_more,
            closed: &["Partington is closed on Friday 6 June.".to_owned()],
        })
        .into_string()
    }

    #[test]
    fn sessions_stand_under_their_day() {
        let listings =
            [listing(3, Places::Left(2)), listing(3, Places::Full), listing(4, Places::JustTurnUp)];
        let page = shown(&listings, "", false);

        assert_eq!(page.matches("<h2>").count(), 2);
        let cards = page.matches("<li class=\"card\">").count();
        assert_eq!(cards, 2, "the same at two times of a day is one card: {page}");
        assert!(page.contains("<h2>Tuesday 3 June</h2>") && page.contains("Stay &amp; Play"));
        assert!(!page.contains("class=\"pages\""), "{page}");
    }

    #[test]
    fn the_form_keeps_what_was_chosen_and_each_choice_can_be_taken_back() {
        let page = shown(&[], "centre=c1&age=0&age=24&day=friday&half=morning&free=yes", false);

        for kept in [
            "<option value=\"c1\" selected>",
            "<option value=\"friday\" selected>",
            "<option value=\"morning\" selected>",
            "name=\"age\" value=\"24\" checked>",
            "name=\"free\" value=\"yes\" checked>",
            "href=\"/whats-on?age=0&amp;age=24&amp;day=friday&amp;half=morning&amp;free=yes\"",
            "href=\"/whats-on?centre=c1&amp;age=24&amp;day=friday&amp;half=morning&amp;free=yes\"",
            "Nothing on for that choice.",
        ] {
            assert!(page.contains(kept), "{kept} in {page}");
        }
        assert_eq!(page.matches(" selected").count(), 3);
        assert_eq!(page.matches(" checked").count(), 3);
    }

    #[test]
    fn earlier_and_later_keep_what_was_chosen() {
        let first = shown(&[listing(3, Places::Full)], "centre=c1", true);
        let second = shown(&[listing(3, Places::Full)], "centre=c1&page=2", false);

        assert!(first.contains("href=\"/whats-on?centre=c1&amp;page=2\" rel=\"next\""), "{first}");
        assert!(!first.contains("rel=\"prev\""));
        assert!(second.contains("href=\"/whats-on?centre=c1\" rel=\"prev\""), "{second}");
        assert!(!second.contains("rel=\"next\""));
    }

    #[test]
    fn a_postcode_that_no_centre_serves_is_said_at_its_box() {
        let page = shown(&[], "unknown=postcode", false);
        assert!(page.contains("role=\"alert\""), "{page}");
        assert!(page.contains("href=\"#postcode\""), "{page}");
        assert!(page.contains("aria-describedby=\"postcode-hint postcode-error\""), "{page}");
    }
}
