//! What a message is made of.

use crate::access::secret::Secret;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::mail::link::{FamilyLink, FeedbackLink, JoinLink, Link, LinkKey};

/// What every message of one installation shares.
#[derive(Clone)]
pub struct Letterhead {
    pub organisation: String,
    /// Where families reach the service, without a slash at the end.
    pub public_url: String,
    pub links: LinkKey,
}

impl Letterhead {
    /// The same for links that are made at this moment.
    pub fn at(&self, now: Moment) -> Letterhead {
        Letterhead { links: self.links.at(now), ..self.clone() }
    }

    /// The page of a booking, or the one that stops an alert.
    pub fn url(&self, link: &Link) -> String {
        format!("{}/b/{}", self.public_url, self.links.sign(link))
    }

    /// The same as short as it can be: for texts.
    pub fn short_url(&self, link: &Link) -> String {
        match self.links.sign_short(link) {
            Some(token) => format!("{}/b/{token}", self.public_url),
            None => self.url(link),
        }
    }

    /// The page of a booking, where one of its questions stands open.
    pub fn url_at(&self, link: &Link, act: &str) -> String {
        format!("{}#{act}", self.url(link))
    }

    /// A place as a file for a calendar.
    pub fn calendar_url(&self, link: &Link) -> String {
        format!("{}.ics", self.url(link))
    }

    pub fn session_url(&self, id: &SessionId) -> String {
        format!("{}/sessions/{id}", self.public_url)
    }

    /// Where a link about a membership leads.
    pub fn family_url(&self, link: &FamilyLink) -> String {
        let (base, word) = (&self.public_url, link.purpose.as_str());
        format!("{base}/membership/{word}/{}", self.links.sign(link))
    }

    /// Where a family says how a session was.
    pub fn feedback_url(&self, link: &FeedbackLink) -> String {
        format!("{}{}", self.public_url, self.feedback_path(link))
    }

    pub fn feedback_path(&self, link: &FeedbackLink) -> String {
        format!("/feedback/{}", self.links.sign(link))
    }

    /// Where a request from somebody who had not signed in is confirmed.
    pub fn join_url(&self, link: &JoinLink) -> String {
        format!("{}/join/{}", self.public_url, self.links.sign(link))
    }

    /// A carer's calendar feed.
    pub fn feed_url(&self, secret: &Secret) -> String {
        format!("{}/feeds/{}.ics", self.public_url, secret.reveal())
    }

    pub fn whats_on(&self) -> String {
        format!("{}/whats-on", self.public_url)
    }
}

/// A message in words, before it has a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    /// What happened, in a word or two.
    pub brief: Option<String>,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Say(String),
    /// A label and what it is.
    Facts(Vec<(String, String)>),
    List(Vec<String>),
    /// What most readers want to do next, and where.
    Go(String, String),
    /// Something else that can be done, and where.
    Link(String, String),
}

/// A message is written block by block, in the order in which it is read.
impl Written {
    pub fn new(subject: impl Into<String>) -> Written {
        Written { subject: subject.into(), brief: None, blocks: Vec::new() }
    }

    pub fn say(self, text: impl Into<String>) -> Written {
        self.with(Block::Say(text.into()))
    }

    pub fn facts(self, facts: Vec<(String, String)>) -> Written {
        self.with(Block::Facts(facts))
    }

    pub fn list(self, items: impl Iterator<Item = String>) -> Written {
        self.with(Block::List(items.collect()))
    }

    pub fn go(self, label: impl Into<String>, url: String) -> Written {
        self.with(Block::Go(label.into(), url))
    }

    pub fn link(self, label: impl Into<String>, url: String) -> Written {
        self.with(Block::Link(label.into(), url))
    }

    fn with(mut self, block: Block) -> Written {
        self.blocks.push(block);
        self
    }
}
