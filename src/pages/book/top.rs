//! The session that a form is about: it stands on top of every screen.

use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::bookings::view;
use crate::db::Tx;
use crate::mail::spoken;
use crate::pages::whats_on::cards::{Listing, Places};
use crate::pages::whats_on::listing;
use crate::sessions::Planned;
use crate::words::{Words, say};
use maud::{Markup, html};

/// A session as anybody may see it, or its own family.
pub(super) struct Top {
    pub planned: Planned,
    pub listing: Listing,
}

/// 404 for what the caller may not know of.
pub(super) fn load(tx: &mut Tx, words: Words, id: &SessionId) -> Result<Top> {
    let standing = view::see(tx, id)?;
    let planned = standing.planned().clone();
    let listing = listing::listing(words, &standing, tx.now());
    Ok(Top { planned, listing })
}

/// What the form is for, by how the session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Book,
    /// All is taken.
    Wait,
    /// To be told when booking opens.
    Remind,
    /// There is nothing to ask for.
    Closed,
    TurnUp,
}

impl Top {
    pub(super) fn way(&self) -> Way {
        match self.listing.places {
            Places::Left(_) => Way::Book,
            Places::Full => Way::Wait,
            Places::OpensAt(_) => Way::Remind,
            Places::Closed | Places::Cancelled | Places::Over => Way::Closed,
            Places::JustTurnUp => Way::TurnUp,
        }
    }

    /// What, which day, at what time and where, for a title.
    pub(super) fn named(&self, words: Words) -> String {
        let starts = self.listing.when.starts;
        say!(
            words,
            "book-session-named",
            title = self.listing.title.as_str(),
            day = words.day(starts.date()),
            time = spoken::time(words, starts.time()),
            place = self.listing.venue.as_str()
        )
    }

    /// The facts, as they stand above a form and on a panel.
    pub(super) fn facts(&self, words: Words) -> Markup {
        let Listing { session, title, when, venue, centre, .. } = &self.listing;
        html! {
            div.session-top {
                p.title { a href={ "/sessions/" (session.as_str()) } { (title) } }
                p { (when.whole(words)) }
                p { (venue) @if venue != centre { ", " (centre) } }
                @if let Places::OpensAt(at) = self.listing.places {
                    p { (say!(words, "book-opens", at = spoken::moment(words, at))) }
                }
            }
        }
    }
}
