//! What's on, as a page: the sessions families may know of, by day, with two
//! filters in a plain form. It shows when booking opens for everyone and how
//! many places are left for everyone, and no other moment or number.

use chrono::{NaiveDate, NaiveDateTime};
use maud::{Markup, html};

use crate::base::id::SessionId;
use crate::mail::spoken::{self, When};
use crate::web::layout::{self, Audience, Page};

/// The page's facts, already filtered.
pub(crate) struct WhatsOn<'a> {
    pub organisation: &'a str,
    /// Id and name.
    pub centres: &'a [(String, String)],
    pub chosen: &'a Chosen,
    /// In order of start.
    pub listings: &'a [Listing],
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// What the form was sent with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub centre: Option<String>,
    pub age: Option<AgeBand>,
}

/// Ages as parents count them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AgeBand {
    UnderOne,
    One,
    Two,
    Three,
    Four,
}

impl AgeBand {
    pub(crate) const ALL: [AgeBand; 5] =
        [AgeBand::UnderOne, AgeBand::One, AgeBand::Two, AgeBand::Three, AgeBand::Four];

    /// The value in the form: the completed months it begins with.
    pub(crate) fn months(self) -> u32 {
        match self {
            AgeBand::UnderOne => 0,
            AgeBand::One => 12,
            AgeBand::Two => 24,
            AgeBand::Three => 36,
            AgeBand::Four => 48,
        }
    }

    pub(crate) fn from_months(months: &str) -> Option<AgeBand> {
        AgeBand::ALL.into_iter().find(|band| band.months().to_string() == months)
    }

    fn label(self) -> &'static str {
        match self {
            AgeBand::UnderOne => "Under 1",
            AgeBand::One => "1 year old",
            AgeBand::Two => "2 years old",
            AgeBand::Three => "3 years old",
            AgeBand::Four => "4 years old",
        }
    }
}

/// A session as anyone may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listing {
    pub session: SessionId,
    pub title: String,
    pub when: When,
    pub centre: String,
    pub venue: String,
    pub phone: Option<String>,
    /// "Birth to 5 years".
    pub ages: Option<String>,
    pub price: Option<String>,
    pub places: Places,
    pub for_members: bool,
}

/// How to come, and whether there is room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Places {
    JustTurnUp,
    /// Booking opens then, in the centre's civil time.
    OpensAt(NaiveDateTime),
    Left(u32),
    Full,
    /// Booking is over.
    Closed,
}

pub(crate) fn page(whats_on: &WhatsOn<'_>) -> Markup {
    let (from, to) = (spoken::day(whats_on.from), spoken::day(whats_on.to));
    let main = html! {
        (filters(whats_on))
        p { "From " (from) " to " (to) "." }
        @if whats_on.listings.is_empty() {
            p { "Nothing found. Try another centre, or all ages." }
        }
        @for day in by_day(whats_on.listings) {
            h2 { (spoken::day(day[0].when.starts.date())) }
            (list(day))
        }
    };
    layout::page(&Page {
        organisation: whats_on.organisation,
        title: "What’s on",
        audience: Audience::Everyone,
        main,
    })
}

/// Sessions, one under another; also on the home page.
pub(crate) fn list(listings: &[Listing]) -> Markup {
    html! {
        ul.listing {
            @for listing in listings {
                li {
                    h3 { (listing.title) }
                    p { (listing.when.whole()) }
                    p { (listing.venue) @if listing.venue != listing.centre { ", " (listing.centre) } }
                    @if let Some(ages) = &listing.ages { p { "Ages: " (ages) } }
                    @if let Some(price) = &listing.price { p { "Price: " (price) } }
                    @if listing.for_members {
                        p { "For members. " a href="/join" { "Become a member" } ". It is free." }
                    }
                    p.places { (places(&listing.places)) }
                    @if let (Some(number), true) = (&listing.phone, can_be_asked_for(&listing.places)) {
                        p { "To ask for a place, phone " (layout::phone(number)) "." }
                    }
                    @if let Places::Left(_) = listing.places { p { (join(listing)) } }
                }
            }
        }
    }
}

/// For a family that is no member yet.
fn join(listing: &Listing) -> Markup {
    let whole = format!("Become a member and book {}, {}", listing.title, listing.when.whole());
    html! {
        a href={ "/join?session=" (listing.session.as_str()) } aria-label=(whole) {
            "Become a member and book"
        }
    }
}

fn filters(whats_on: &WhatsOn<'_>) -> Markup {
    let Chosen { centre, age } = whats_on.chosen;
    html! {
        form.filters method="get" action="/whats-on" {
            label for="centre" { "Centre" }
            select id="centre" name="centre" {
                option value="" { "All centres" }
                @for (id, name) in whats_on.centres {
                    option value=(id) selected[centre.as_ref() == Some(id)] { (name) }
                }
            }
            label for="age" { "How old is your child?" }
            select id="age" name="age" {
                option value="" { "All ages" }
                @for band in AgeBand::ALL {
                    option value=(band.months()) selected[*age == Some(band)] { (band.label()) }
                }
            }
            button type="submit" { "Show" }
        }
    }
}

fn places(places: &Places) -> String {
    match places {
        Places::JustTurnUp => "No need to book. Just turn up.".to_owned(),
        Places::OpensAt(at) => format!("You can book from {}.", spoken::moment(*at)),
        Places::Left(1) => "1 place left".to_owned(),
        Places::Left(left) => format!("{left} places left"),
        Places::Full => "Full. You can ask to wait for a place.".to_owned(),
        Places::Closed => "Booking has ended.".to_owned(),
    }
}

fn can_be_asked_for(places: &Places) -> bool {
    match places {
        Places::Left(_) | Places::Full => true,
        Places::JustTurnUp | Places::OpensAt(_) | Places::Closed => false,
    }
}

fn by_day(listings: &[Listing]) -> impl Iterator<Item = &[Listing]> {
    listings.chunk_by(|one, next| one.when.starts.date() == next.when.starts.date())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a date and time")
    }

    fn listing(day: u32, places: Places) -> Listing {
        Listing {
            session: SessionId::from("s1"),
            title: "Stay & Play".to_owned(),
            when: When {
                starts: at(&format!("2025-06-0{day}T10:00:00")),
                ends: at(&format!("2025-06-0{day}T11:30:00")),
            },
            centre: "Partington".to_owned(),
            venue: "Partington".to_owned(),
            phone: Some("0161 496 0122".to_owned()),
            ages: Some("Birth to 5 years".to_owned()),
            price: None,
            places,
            for_members: false,
        }
    }

    fn shown(listings: &[Listing], chosen: Chosen) -> String {
        page(&WhatsOn {
            organisation: "Hubs",
            centres: &[("c1".to_owned(), "Partington".to_owned())],
            chosen: &chosen,
            listings,
            from: at("2025-06-01T00:00:00").date(),
            to: at("2025-06-14T00:00:00").date(),
        })
        .into_string()
    }

    #[test]
    fn sessions_stand_under_their_day() {
        let page = shown(
            &[
                listing(3, Places::Left(2)),
                listing(3, Places::Full),
                listing(4, Places::JustTurnUp),
            ],
            Chosen::default(),
        );

        assert_eq!(page.matches("<h2>").count(), 2);
        assert!(page.contains("<h2>Tuesday 3 June</h2>") && page.contains("Stay &amp; Play"));
    }

    #[test]
    fn each_way_to_come_has_its_own_words() {
        for (places, words) in [
            (Places::JustTurnUp, "Just turn up."),
            (Places::OpensAt(at("2025-06-01T09:00:00")), "You can book from 9am on Sunday 1 June."),
            (Places::Left(1), "1 place left"),
            (Places::Left(4), "4 places left"),
            (Places::Full, "You can ask to wait for a place."),
            (Places::Closed, "Booking has ended."),
        ] {
            assert!(shown(&[listing(3, places)], Chosen::default()).contains(words), "{words}");
        }
    }

    #[test]
    fn only_a_session_with_places_left_leads_to_joining_for_it() {
        for (places, leads) in [
            (Places::JustTurnUp, false),
            (Places::OpensAt(at("2025-06-01T09:00:00")), false),
            (Places::Left(1), true),
            (Places::Full, false),
            (Places::Closed, false),
        ] {
            let page = shown(&[listing(3, places)], Chosen::default());
            assert_eq!(page.contains("href=\"/join?session=s1\""), leads, "{page}");
        }
    }

    #[test]
    fn the_form_keeps_what_was_chosen() {
        let chosen = Chosen { centre: Some("c1".to_owned()), age: Some(AgeBand::Two) };
        let page = shown(&[], chosen);

        assert!(page.contains("<option value=\"c1\" selected>"));
        assert!(page.contains("<option value=\"24\" selected>"));
        assert_eq!(page.matches(" selected").count(), 2);
        assert!(page.contains("Nothing found."));
    }

    #[test]
    fn an_age_is_read_from_the_form_or_not_at_all() {
        assert_eq!(AgeBand::from_months("12"), Some(AgeBand::One));
        assert_eq!(AgeBand::from_months("13"), None);
        assert_eq!(AgeBand::from_months(""), None);
    }
}
