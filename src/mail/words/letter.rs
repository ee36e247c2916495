//! What a message is made of.

use crate::mail::link::Does;
use crate::mail::link::{FamilyLink, JoinLink, Link, LinkKey};

/// What every message of one installation shares.
pub struct Letterhead {
    pub organisation: String,
    /// Where families reach the service, without a slash at the end.
    pub public_url: String,
    pub links: LinkKey,
}

impl Letterhead {
    pub fn url(&self, link: &Link) -> String {
        let (base, word) = (&self.public_url, link.purpose.word());
        format!("{base}/links/{word}/{}", self.links.sign(link))
    }

    /// Where a link about a membership leads.
    pub fn family_url(&self, link: &FamilyLink) -> String {
        let (base, word) = (&self.public_url, link.purpose.word());
        format!("{base}/membership/{word}/{}", self.links.sign(link))
    }

    /// Where a request from somebody who had not signed in is confirmed.
    pub fn join_url(&self, link: &JoinLink) -> String {
        format!("{}/join/{}", self.public_url, self.links.sign(link))
    }

    pub fn whats_on(&self) -> String {
        format!("{}/whats-on", self.public_url)
    }
}

/// A message in words, before it has a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Say(String),
    /// A label and what it is.
    Facts(Vec<(&'static str, String)>),
    List(Vec<String>),
    /// Something to do, and where.
    Go(&'static str, String),
}

pub fn say(text: impl Into<String>) -> Block {
    Block::Say(text.into())
}
