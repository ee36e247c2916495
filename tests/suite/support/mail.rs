//! What waits in the outbox, as the person it is for would read it.

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::Tx;
use firstplace::db::schema::outbox;
use firstplace::mail::words::{Block, Letterhead, Written, write};
use firstplace::mail::{Message, State};
use firstplace::words::Words;
use serde_json::Value;

use super::app::{TestApp, letterhead};

/// A letter that waits to be sent, in words.
pub struct Read {
    pub to: String,
    pub written: Written,
}

impl Read {
    /// The path behind the button or link with this label.
    #[track_caller]
    pub fn button(&self, label: &str) -> String {
        let found = self.written.blocks.iter().find_map(|block| match block {
            Block::Go(said, url) | Block::Link(said, url) if *said == label => Some(url.clone()),
            Block::Go(..) | Block::Link(..) | Block::Say(_) | Block::Facts(_) | Block::List(_) => {
                None
            }
        });
        let url = found.unwrap_or_else(|| panic!("no button {label}: {:?}", self.written));
        let host = letterhead().public_url;
        url.strip_prefix(&host).expect("a link to this service").to_owned()
    }

    /// The page of the booking that it is about.
    #[track_caller]
    pub fn page(&self) -> String {
        let path = self.paths().into_iter().find(|path| path.starts_with("/b/"));
        let path = path.unwrap_or_else(|| panic!("no page: {:?}", self.written));
        path.trim_end_matches(".ics").split('#').next().unwrap_or_default().to_owned()
    }

    /// The paths behind all its buttons and links.
    pub fn paths(&self) -> Vec<String> {
        let host = letterhead().public_url;
        let of = |block: &Block| match block {
            Block::Go(_, url) | Block::Link(_, url) => url.strip_prefix(&host).map(str::to_owned),
            Block::Say(_) | Block::Facts(_) | Block::List(_) => None,
        };
        self.written.blocks.iter().filter_map(of).collect()
    }

    pub fn says(&self, words: &str) -> bool {
        format!("{:?}", self.written).contains(words)
    }
}

/// Every letter of a kind that was ever written and not yet sent, oldest first, as if it left now.
pub fn letters(app: &TestApp, kind: &'static str) -> Vec<Read> {
    let rows: Vec<(String, String)> = app
        .store
        .read(Actor::service(), |tx| {
            Ok(outbox::table
                .filter(outbox::kind.eq(kind))
                .order(outbox::id)
                .select((outbox::recipient, outbox::payload))
                .load(tx.conn())?)
        })
        .expect("the outbox is read");
    let head = letterhead().at(app.now());
    rows.into_iter().map(|(to, payload)| leaving(to, &payload, &head)).collect()
}

/// A letter as the outbox holds it.
pub fn read(to: String, payload: &str) -> Read {
    leaving(to, payload, &letterhead())
}

fn leaving(to: String, payload: &str, head: &Letterhead) -> Read {
    let message: Message = serde_json::from_str(payload).expect("a letter is JSON");
    Read { to, written: write(&message, head, Words::english()) }
}

/// The secrets of links for a new password, oldest first.
pub fn links(app: &TestApp) -> Vec<String> {
    let read = app.store.read(Actor::service(), |tx| {
        let payloads: Vec<String> = outbox::table
            .filter(outbox::kind.eq("password_reset"))
            .order(outbox::id)
            .select(outbox::payload)
            .load(tx.conn())?;
        Ok(payloads)
    });
    let token = |payload: &String| {
        let letter: Value = serde_json::from_str(payload).expect("a letter is JSON");
        letter["token"].as_str().expect("a token").to_owned()
    };
    read.expect("the outbox is read").iter().map(token).collect()
}

/// A letter with a code to sign in.
pub struct CodeSent {
    pub to: String,
    pub code: String,
    /// The secret of its link.
    pub token: String,
}

/// Every letter with a code to sign in, oldest first.
pub fn codes(app: &TestApp) -> Vec<CodeSent> {
    let read = app.store.read(Actor::service(), |tx| {
        let rows: Vec<(String, String)> = outbox::table
            .filter(outbox::kind.eq("sign_in_code"))
            .order(outbox::id)
            .select((outbox::recipient, outbox::payload))
            .load(tx.conn())?;
        Ok(rows)
    });
    let sent = |(to, payload): (String, String)| {
        let letter: Value = serde_json::from_str(&payload).expect("a letter is JSON");
        let said = |name: &str| letter[name].as_str().expect("a text").to_owned();
        CodeSent { to, code: said("code"), token: said("token") }
    };
    read.expect("the outbox is read").into_iter().map(sent).collect()
}

/// As if every letter of a kind that waits had left.
pub fn sent(app: &TestApp, kind: &'static str) {
    let now = app.now();
    let leave = move |tx: &mut Tx| {
        diesel::update(outbox::table.filter(outbox::kind.eq(kind)))
            .set((outbox::state.eq(State::Sent), outbox::ended_at.eq(now)))
            .execute(tx.conn())?;
        Ok(())
    };
    app.store.write(Actor::service(), leave).expect("the outbox is written");
}
