//! By which channel a card goes, or why there is none: what a household said, what it is, and what
//! the organisation decided, in; a channel and its reason out.

use super::{CardChannel, CardKind, CardReason};
use crate::base::id::{CarerId, CentreId, FamilyId};
use crate::membership::Standing;
use chrono::NaiveDate;

/// A household of a child: what it is and said, as far as a card needs it.
#[derive(Clone, Debug)]
pub(crate) struct CardHome {
    pub family: FamilyId,
    /// Where the child's card goes.
    pub is_home: bool,
    pub centre: Option<CentreId>,
    /// The first day of its membership, where it has one.
    pub since: Option<NaiveDate>,
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

impl CardHome {
    pub(crate) fn is_live(&self) -> bool {
        matches!(self.standing, Some(Standing::Listed | Standing::Member))
    }
}

/// A carer as a reader of cards.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
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
pub(crate) struct Service {
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
}

/// Where a card goes: a birthday card to a member, a farewell to a household whose membership has
/// just ended. A yes comes first, then what the organisation decided, then paper.
pub(crate) fn way(home: &CardHome, kind: CardKind, service: Service) -> Way {
    let every = Service { email: true, text: true };
    let agreed = |said: Option<bool>| said == Some(true);
    let did_not_refuse = |said: Option<bool>| said != Some(false);
    match standing_in_the_way(home, kind) {
        Some(why) => Way::none(why),
        None => by_message(home, every, CardReason::SaidYes, agreed)
            .or_else(|| by_message(home, service, CardReason::ServiceMessage, did_not_refuse))
            .unwrap_or_else(|| on_paper(home)),
    }
}

/// Why a card that was to be printed is held back after all.
pub(crate) fn held_back(home: &CardHome, kind: CardKind) -> Option<CardReason> {
    standing_in_the_way(home, kind).or_else(|| {
        let paper = on_paper(home);
        (paper.channel == CardChannel::None).then_some(paper.why)
    })
}

fn standing_in_the_way(home: &CardHome, kind: CardKind) -> Option<CardReason> {
    if home.guest {
        return Some(CardReason::Guest);
    }
    match home.standing {
        None => return Some(CardReason::NotAMember),
        Some(Standing::OptedOut) => return Some(CardReason::OptedOut),
        Some(Standing::Ended) if kind == CardKind::Birthday => return Some(CardReason::Ended),
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

/// To the first carer whose answer allows it, e-mail before text.
fn by_message(
    home: &CardHome,
    service: Service,
    why: CardReason,
    allows: fn(Option<bool>) -> bool,
) -> Option<Way> {
    let by_email = home.readers.iter().filter(|one| service.email && allows(one.by_email));
    let by_text = home.readers.iter().filter(|one| service.text && allows(one.by_text));
    let emails = by_email.filter_map(|one| Some((CardChannel::Email, one, one.email.clone()?)));
    let texts = by_text.filter_map(|one| Some((CardChannel::Text, one, one.phone.clone()?)));
    let (channel, reader, to) = emails.chain(texts).next()?;
    Some(Way { channel, why, to: Some((reader.carer.clone(), to)) })
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
pub(super) mod tests;
