//! By which channel a card goes, or why there is none: what a household said, what it is, and what
//! the organisation decided, in; a channel and its reason out.

use super::{CardChannel, CardKind, CardReason};
use crate::base::id::CarerId;
use crate::membership::Standing;

/// What a household is, as far as a card needs it.
#[derive(Clone, Debug)]
pub struct CardHome {
    /// `None` where it never had a membership.
    pub standing: Option<Standing>,
    pub guest: bool,
    /// A family known from a feed has been told of it.
    pub told: bool,
    pub moved_away: bool,
    pub restricted: bool,
    pub unsafe_address: bool,
    /// Something to write on an envelope: at least a postcode.
    pub has_address: bool,
    /// It said that it wants no cards.
    pub said_no: bool,
    /// In the family's order.
    pub readers: Vec<Reader>,
}

/// A carer as a reader of cards.
#[derive(Clone, Debug)]
pub struct Reader {
    pub carer: CarerId,
    /// An address that mail may go to, and that is known to be the carer's.
    pub email: Option<String>,
    /// A number that texts may go to, likewise.
    pub phone: Option<String>,
    pub no_post: bool,
    /// The answer to "may the card come by e-mail"; `None` where there is none.
    pub by_email: Option<bool>,
    pub by_text: Option<bool>,
}

/// The channels that the organisation made part of its service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Service {
    pub email: bool,
    pub text: bool,
}

/// Where a card goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub channel: CardChannel,
    pub why: CardReason,
    /// For a message: the carer and the address.
    pub to: Option<(CarerId, String)>,
}

impl Way {
    pub fn none(why: CardReason) -> Way {
        Way { channel: CardChannel::None, why, to: None }
    }

    fn message(channel: CardChannel, why: CardReason, reader: &Reader, to: &str) -> Way {
        Way { channel, why, to: Some((reader.carer.clone(), to.to_owned())) }
    }
}

/// Where a birthday card to this household goes.
pub fn way(home: &CardHome, service: Service) -> Way {
    match standing_in_the_way(home, true) {
        Some(why) => Way::none(why),
        None => open_way(home, service),
    }
}

/// Where a farewell goes: to a household whose membership has just ended.
pub fn farewell_way(home: &CardHome, service: Service) -> Way {
    match standing_in_the_way(home, false) {
        Some(why) => Way::none(why),
        None => open_way(home, service),
    }
}

/// Why a card that was to be printed is held back after all.
pub fn held_back(home: &CardHome, kind: CardKind) -> Option<CardReason> {
    let needs_membership = match kind {
        CardKind::Birthday => true,
        CardKind::Farewell => false,
    };
    standing_in_the_way(home, needs_membership).or_else(|| {
        let paper = on_paper(home);
        (paper.channel == CardChannel::None).then_some(paper.why)
    })
}

fn standing_in_the_way(home: &CardHome, needs_membership: bool) -> Option<CardReason> {
    if home.guest {
        return Some(CardReason::Guest);
    }
    match home.standing {
        None => return Some(CardReason::NotAMember),
        Some(Standing::OptedOut) => return Some(CardReason::OptedOut),
        Some(Standing::Ended) if needs_membership => return Some(CardReason::Ended),
        Some(Standing::Ended | Standing::Listed | Standing::Member) => {}
    }
    let kept_back = [
        (home.restricted, CardReason::Restricted),
        (home.unsafe_address, CardReason::UnsafeAddress),
        (home.moved_away, CardReason::MovedAway),
        (!home.told, CardReason::NotTold),
        (home.said_no, CardReason::SaidNo),
    ];
    kept_back.into_iter().find_map(|(holds, why)| holds.then_some(why))
}

/// A yes first, e-mail before text; then what the organisation decided; then paper.
fn open_way(home: &CardHome, service: Service) -> Way {
    said_yes(home).or_else(|| part_of_the_service(home, service)).unwrap_or_else(|| on_paper(home))
}

fn said_yes(home: &CardHome) -> Option<Way> {
    let email = home.readers.iter().find_map(|reader| {
        let address = reader.email.as_deref().filter(|_| reader.by_email == Some(true))?;
        Some(Way::message(CardChannel::Email, CardReason::SaidYes, reader, address))
    });
    email.or_else(|| {
        home.readers.iter().find_map(|reader| {
            let number = reader.phone.as_deref().filter(|_| reader.by_text == Some(true))?;
            Some(Way::message(CardChannel::Text, CardReason::SaidYes, reader, number))
        })
    })
}

fn part_of_the_service(home: &CardHome, service: Service) -> Option<Way> {
    let email = home.readers.iter().filter(|_| service.email).find_map(|reader| {
        let address = reader.email.as_deref().filter(|_| reader.by_email != Some(false))?;
        Some(Way::message(CardChannel::Email, CardReason::ServiceMessage, reader, address))
    });
    email.or_else(|| {
        home.readers.iter().filter(|_| service.text).find_map(|reader| {
            let number = reader.phone.as_deref().filter(|_| reader.by_text != Some(false))?;
            Some(Way::message(CardChannel::Text, CardReason::ServiceMessage, reader, number))
        })
    })
}

/// Anyone in the household may open post: one carer's "no post" holds for all of it.
fn on_paper(home: &CardHome) -> Way {
    if !home.has_address {
        return Way::none(CardReason::NoAddress);
    }
    if home.readers.iter().any(|reader| reader.no_post) {
        return Way::none(CardReason::NoPost);
    }
    Way { channel: CardChannel::Print, why: CardReason::NobodySaidYes, to: None }
}

#[cfg(test)]
mod tests;
