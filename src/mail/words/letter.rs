//! What a message is made of.

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
        let (base, word) = (&self.public_url, link.purpose.as_str());
        format!("{base}/links/{word}/{}", self.links.sign(link))
    }

    /// Where a link about a membership leads.
    pub fn family_url(&self, link: &FamilyLink) -> String {
        let (base, word) = (&self.public_url, link.purpose.as_str());
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

/// A message is written block by block, in the order in which it is read.
impl Written {
    pub fn new(subject: impl Into<String>) -> Written {
        Written { subject: subject.into(), blocks: Vec::new() }
    }

    pub fn say(self, text: impl Into<String>) -> Written {
        self.with(Block::Say(text.into()))
    }

    pub fn facts(self, facts: Vec<(&'static str, String)>) -> Written {
        self.with(Block::Facts(facts))
    }

    pub fn list(self, items: impl Iterator<Item = String>) -> Written {
        self.with(Block::List(items.collect()))
    }

    pub fn go(self, label: &'static str, url: String) -> Written {
        self.with(Block::Go(label, url))
    }

    fn with(mut self, block: Block) -> Written {
        self.blocks.push(block);
        self
    }
}
