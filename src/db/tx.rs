//! What runs inside a transaction works with this: the connection, the moment, and who asks.

use super::conn::MAP;
use super::memory::Memory;
use super::schema::{audit, audit_families, generations, locks};
use super::{Conn, DatabaseKind, Discipline, insert_all};
use crate::access::{Act, Actor, Scope};
use crate::audit::Event;
use crate::base::clock::Clock;
use crate::base::fault::{Fault, Result, is_duplicate};
use crate::base::id::{AuditId, ChildId, FamilyId};
use crate::base::moment::Moment;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use chrono::NaiveDate;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use hmac::{Hmac, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a transaction is given besides its connection.
#[derive(Clone)]
pub(crate) struct Environment {
    pub clock: Clock,
    /// For what is kept only as a keyed hash.
    pub hash_key: Option<[u8; 32]>,
    pub closing: Option<Closing>,
    pub sends_texts: bool,
    pub memory: Memory,
}

/// The row of `generations` that vouches for what is shown of sessions.
pub(crate) const SESSIONS_SHOWN: &str = "sessions";

/// The families and children that a transaction wrote about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    pub families: BTreeSet<FamilyId>,
    pub children: BTreeSet<ChildId>,
}

/// What to do at the end of a transaction that touched somebody, before it commits.
pub type Closing = fn(&mut Tx, &Noted) -> Result<()>;

pub struct Tx<'a> {
    conn: &'a mut Conn,
    kind: DatabaseKind,
    given: &'a Environment,
    now: Option<Moment>,
    actor: Actor,
    discipline: Discipline,
    noted: Noted,
    /// Nothing is written, so that what it sees stands.
    reads: bool,
    moves_generation: bool,
    /// The families in whose log this transaction already has a line.
    logged: BTreeSet<FamilyId>,
    mapping: Mapping,
}

/// Whether SQLite's file is mapped into memory.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mapping {
    /// Nobody would take it back.
    Never,
    NotYet,
    Done,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(
        conn: &'a mut Conn,
        kind: DatabaseKind,
        given: &'a Environment,
        actor: Actor,
        discipline: Discipline,
    ) -> Tx<'a> {
        Tx {
            conn,
            kind,
            given,
            now: None,
            actor,
            discipline,
            noted: Noted::default(),
            reads: false,
            moves_generation: false,
            logged: BTreeSet::new(),
            mapping: Mapping::Never,
        }
    }

    /// That only reads: what it sees stands, and it may map the file.
    pub(super) fn reading(self) -> Tx<'a> {
        Tx { reads: true, mapping: Mapping::NotYet, ..self }
    }

    /// What this process remembers of a kind between transactions that read. `None` in one that
    /// writes: what it sees may be undone.
    pub(crate) fn memory<T: Default + Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.reads.then(|| self.given.memory.of())
    }

    /// Whether the file has to be unmapped when it ends.
    pub(super) fn is_mapped(&self) -> bool {
        self.mapping == Mapping::Done
    }

    /// What follows reads everything: on SQLite the file is mapped into memory until the read ends,
    /// because copying its pages takes a quarter of the time.
    pub fn reads_everything(&mut self) -> Result<()> {
        if let (Conn::Sqlite(conn), Mapping::NotYet) = (&mut *self.conn, self.mapping) {
            conn.batch_execute(MAP)?;
            self.mapping = Mapping::Done;
        }
        Ok(())
    }

    pub fn conn(&mut self) -> &mut Conn {
        self.conn
    }

    pub fn kind(&self) -> DatabaseKind {
        self.kind
    }

    /// The moment by which this request is judged: read once, after the last lock was taken.
    pub fn now(&mut self) -> Moment {
        *self.now.get_or_insert_with(|| self.given.clock.now())
    }

    /// The organisation's civil day at that moment: every rule about days goes by it.
    pub fn today(&mut self) -> NaiveDate {
        self.now().civil_day()
    }

    /// Whether a family can be reached by text: something is set that sends them.
    pub fn sends_texts(&self) -> bool {
        self.given.sends_texts
    }

    /// For text that must be recognised again without being kept: an HMAC-SHA256 under a key that
    /// is not in the database, the same for the same use and text.
    pub fn keyed_hash(&self, of: &str, text: &str) -> Result<String> {
        let key = self.given.hash_key.ok_or_else(|| Fault::internal("no key to hash with"))?;
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&key).map_err(Fault::internal)?;
        for part in [of, text] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        Ok(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }

    /// For text that is kept for a while and must not be readable in a copy of the database: sealed
    /// under a key that is not in it, for one use and one row.
    pub fn seal(&self, of: &str, row: &str, text: &str) -> Result<String> {
        let nonce: [u8; 12] = rand::random();
        let payload = Payload { msg: text.as_bytes(), aad: row.as_bytes() };
        let sealed = self.sealing(of)?.encrypt(Nonce::from_slice(&nonce), payload);
        let sealed = sealed.map_err(|_| Fault::internal("a text could not be sealed"))?;
        Ok(URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// What was sealed for this use and row.
    pub fn unseal(&self, of: &str, row: &str, sealed: &str) -> Result<String> {
        let foreign = || Fault::internal("what was sealed cannot be opened with this key");
        let bytes = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| foreign())?;
        let (nonce, sealed) = bytes.split_at_checked(12).ok_or_else(foreign)?;
        let payload = Payload { msg: sealed, aad: row.as_bytes() };
        let text = self.sealing(of)?.decrypt(Nonce::from_slice(nonce), payload);
        String::from_utf8(text.map_err(|_| foreign())?).map_err(Fault::internal)
    }

    fn sealing(&self, of: &str) -> Result<ChaCha20Poly1305> {
        let key = self.given.hash_key.ok_or_else(|| Fault::internal("no key to seal with"))?;
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&key).map_err(Fault::internal)?;
        mac.update(b"seal ");
        mac.update(of.as_bytes());
        Ok(ChaCha20Poly1305::new(&mac.finalize().into_bytes()))
    }

    /// Takes locks by touching rows; the moment is read after it. `touch` is left out only by the
    /// race tests' control.
    pub fn lock(
        &mut self,
        touch: impl FnOnce(&mut Conn) -> Result<(), diesel::result::Error>,
    ) -> Result<()> {
        if self.discipline != Discipline::NoLock {
            touch(self.conn)?;
        }
        self.now = None;
        Ok(())
    }

    /// Lets one transaction at a time, of all processes, past this for a name: for creating things
    /// where nothing exists yet that could be locked.
    pub fn alone(&mut self, name: &'static str) -> Result<()> {
        let touch = |conn: &mut Conn| {
            diesel::update(locks::table.find(name)).set(locks::name.eq(name)).execute(conn)
        };
        if touch(self.conn)? == 0 {
            let added = self.attempt(|conn| {
                diesel::insert_into(locks::table).values(locks::name.eq(name)).execute(conn)
            });
            match added {
                Err(error) if !is_duplicate(&error) => return Err(error.into()),
                _ => {}
            }
        }
        self.lock(|conn| touch(conn).map(drop))
    }

    /// Stands between a decision and writing it. It does nothing except in the race tests' control,
    /// which gives the transaction up and takes another.
    pub fn decided(&mut self) -> Result<()> {
        if self.discipline == Discipline::DecideThenWrite {
            self.conn.batch_execute("COMMIT")?;
            std::thread::sleep(std::time::Duration::from_millis(5));
            self.conn.batch_execute("BEGIN IMMEDIATE")?;
        }
        if self.discipline == Discipline::NoLock {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        Ok(())
    }

    /// Something was written about this family: what is known of its children is checked again
    /// before the commit.
    pub fn note_family(&mut self, id: &FamilyId) {
        self.noted.families.insert(id.clone());
    }

    /// The same of a child, whichever household it lives in.
    pub fn note_child(&mut self, id: &ChildId) {
        self.noted.children.insert(id.clone());
    }

    /// What is shown of sessions changed by more than decisions that touch each of them: what was
    /// kept of them is read again, in every process.
    pub fn move_generation(&mut self) {
        self.moves_generation = true;
    }

    /// The last step before the transaction is kept.
    pub(crate) fn close(&mut self) -> Result<()> {
        let noted = std::mem::take(&mut self.noted);
        match self.given.closing {
            Some(closing) if noted != Noted::default() => closing(self, &noted)?,
            _ => {}
        }
        // The last lock that is taken, so that nobody who waits for it holds up anybody else.
        if std::mem::take(&mut self.moves_generation) {
            diesel::update(generations::table.find(SESSIONS_SHOWN))
                .set(generations::number.eq(generations::number + 1))
                .execute(self.conn)?;
        }
        Ok(())
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    pub fn act_as(&mut self, actor: Actor) {
        self.actor = actor;
    }

    /// 403 or 404 (`what` is named in it) unless the policy allows it.
    pub fn allow(&self, act: Act, scope: &Scope, what: &str) -> Result<()> {
        self.actor.allow(act, scope, what)
    }

    /// Runs `work` so that a broken constraint inside it leaves the transaction usable.
    pub fn attempt<T>(
        &mut self,
        work: impl FnOnce(&mut Conn) -> Result<T, diesel::result::Error>,
    ) -> Result<T, diesel::result::Error> {
        self.apart(|tx| work(tx.conn), Result::is_ok)
    }

    /// Does one part of several: where it is refused, what it wrote is undone and the rest goes on.
    pub fn part<T>(&mut self, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
        self.apart(work, Result::is_ok)
    }

    /// Does something and undoes it again; returns what it would give.
    pub fn rehearse<T>(&mut self, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
        let actor = self.actor.clone();
        let answer = self.apart(work, |_| false);
        self.actor = actor;
        answer
    }

    /// What was written stays only where `keeps` says so of the answer.
    fn apart<T, E: From<diesel::result::Error>>(
        &mut self,
        work: impl FnOnce(&mut Tx) -> Result<T, E>,
        keeps: fn(&Result<T, E>) -> bool,
    ) -> Result<T, E> {
        self.conn.batch_execute("SAVEPOINT part")?;
        let answer = work(self);
        if !keeps(&answer) {
            self.conn.batch_execute("ROLLBACK TO SAVEPOINT part")?;
        }
        self.conn.batch_execute("RELEASE SAVEPOINT part")?;
        answer
    }

    /// Whether a line of this transaction stands in a family's log.
    pub fn has_logged(&self, family: &FamilyId) -> bool {
        self.logged.contains(family)
    }

    /// Appends to the log who did what to what. Never names or addresses in `detail`.
    pub fn audit(&mut self, event: Event, id: &str, detail: Value) -> Result<()> {
        let family = (event.subject() == "family" && !id.is_empty()).then(|| FamilyId::from(id));
        self.append(event, id, detail, family.as_slice())
    }

    /// The same for something about several families, or about one family through something it has:
    /// each finds the line in its log.
    pub fn audit_families(
        &mut self,
        event: Event,
        id: &str,
        families: &[FamilyId],
        detail: Value,
    ) -> Result<()> {
        let mut families = families.to_vec();
        families.sort();
        families.dedup();
        let mut detail = detail;
        if let Value::Object(members) = &mut detail {
            members.insert("families".to_owned(), json!(families));
        }
        self.append(event, id, detail, &families)
    }

    fn append(
        &mut self,
        event: Event,
        id: &str,
        detail: Value,
        families: &[FamilyId],
    ) -> Result<()> {
        let at = self.now();
        let row = AuditId::at(at);
        let mut detail = detail;
        // A link in a mail signs nobody in: the carer it was sent to stands in the line.
        if let (None, Some(carer), Value::Object(members)) =
            (&self.actor.account_id, &self.actor.carer_id, &mut detail)
        {
            members.insert("carer".to_owned(), json!(carer));
        }
        self.logged.extend(families.iter().cloned());
        diesel::insert_into(audit::table)
            .values((
                audit::id.eq(&row),
                audit::at.eq(at),
                audit::actor_id.eq(self.actor.account_id.clone()),
                audit::act.eq(event.as_str()),
                audit::subject_kind.eq(event.subject()),
                audit::subject_id.eq(id),
                audit::detail.eq(detail.to_string()),
            ))
            .execute(self.conn)?;
        let values = families.iter().map(|family| {
            (audit_families::family_id.eq(family.clone()), audit_families::audit_id.eq(row.clone()))
        });
        insert_all!(self, audit_families::table, values.collect::<Vec<_>>())?;
        Ok(())
    }
}
