//! Writing what a centre changed.

use super::{YouSaid, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Expected, Fault, Result};
use crate::base::id::{CentreId, YouSaidId};
use crate::base::text;
use crate::centres;
use crate::db::Tx;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

/// A centre shows no more than these: the newest.
pub(crate) const SHOWN: i64 = 100;

/// What families said and what the centre did, in its own words.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = YouSaidChangeIn, example = json!({
    "said": "The room is too cold in winter.", "did": "We have two new heaters.",
    "dated_on": "2026-11-16"
}))]
pub(crate) struct WriteYouSaid {
    /// What families said. Never a family's own words, and no names.
    #[schema(min_length = 1, max_length = 200)]
    pub said: String,
    /// What the centre did.
    #[schema(min_length = 1, max_length = 300)]
    pub did: String,
    /// Since when; not after today.
    pub dated_on: NaiveDate,
}

impl WriteYouSaid {
    fn checked(&self, today: NaiveDate) -> Result<WriteYouSaid> {
        if self.dated_on > today {
            return Err(Fault::invalid("/dated_on", "Use today, or a day before."));
        }
        Ok(WriteYouSaid {
            said: text::lines("/said", &self.said, 200)?,
            did: text::lines("/did", &self.did, 300)?,
            dated_on: self.dated_on,
        })
    }
}

pub(crate) fn add(tx: &mut Tx, centre: &CentreId, write: &WriteYouSaid) -> Result<YouSaid> {
    tx.allow(Act::KeepYouSaid, &Scope::centre(centre), "centre")?;
    centres::store::centre(tx, centre)?;
    let write = write.checked(tx.today())?;

    let entry = YouSaid {
        id: YouSaidId::new(),
        centre_id: centre.clone(),
        said: write.said,
        did: write.did,
        dated_on: write.dated_on,
        made_by: tx.actor().account_id.clone(),
        made_at: tx.now(),
        version: 1,
    };
    store::add(tx, &entry)?;
    tx.audit(Event::AddYouSaid, entry.id.as_str(), json!({}))?;
    Ok(entry)
}

pub(crate) fn change(
    tx: &mut Tx,
    id: &YouSaidId,
    write: &WriteYouSaid,
    expected: &Expected,
) -> Result<YouSaid> {
    let before = opened(tx, id)?;
    expected.must_be(before.version)?;
    let write = write.checked(tx.today())?;

    let entry = YouSaid {
        said: write.said,
        did: write.did,
        dated_on: write.dated_on,
        version: before.version + 1,
        ..before
    };
    store::save(tx, &entry)?;
    tx.audit(Event::ChangeYouSaid, id.as_str(), json!({}))?;
    Ok(entry)
}

pub(crate) fn remove(tx: &mut Tx, id: &YouSaidId) -> Result<YouSaid> {
    let entry = opened(tx, id)?;
    store::remove(tx, id)?;
    tx.audit(Event::RemoveYouSaid, id.as_str(), json!({}))?;
    Ok(entry)
}

fn opened(tx: &mut Tx, id: &YouSaidId) -> Result<YouSaid> {
    let entry = store::lock(tx, id)?;
    tx.allow(Act::KeepYouSaid, &Scope::centre(&entry.centre_id), "entry")?;
    Ok(entry)
}
