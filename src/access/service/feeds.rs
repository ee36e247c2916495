//! A carer's calendar feed: an address that shows her places to whatever calendar asks, without
//! signing in. There is none until she asks for one; a new one ends the one before. The address is
//! shown once, and kept as a hash.

use crate::access::secret::Secret;
use crate::access::service::sessions::shown_lately;
use crate::access::store::{self, sessions};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{AuthSessionId, CarerId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use chrono::TimeDelta;
use serde_json::json;

/// An address that nobody thinks of any more ends by itself.
const LASTS: TimeDelta = TimeDelta::days(365);

/// A feed that was just asked for.
pub(crate) struct NewFeed {
    pub id: AuthSessionId,
    /// In its address; nobody is shown it again.
    pub secret: Secret,
    pub ends_at: Moment,
}

pub(crate) fn ask(tx: &mut Tx) -> Result<NewFeed> {
    let family = tx.actor().family_id.clone().ok_or_else(|| Fault::not_found("family"))?;
    let carer = tx.actor().carer_id.clone().ok_or_else(|| Fault::not_found("carer"))?;
    tx.allow(Act::AskOwnFeed, &Scope::organisation().family(&family), "family")?;
    shown_lately(tx, &family)?;

    let secret = Secret::random();
    let feed = NewFeed { id: id_of(&secret), ends_at: tx.now() + LASTS, secret };
    sessions::end_feed_of(tx, &carer)?;
    sessions::add_feed(tx, &feed.id, &carer, feed.ends_at)?;
    tx.audit(Event::AskOwnFeed, family.as_str(), json!({ "carer": carer }))?;
    Ok(feed)
}

/// Whose places an address shows; `None` where there is no such feed any more.
pub(crate) fn holder(tx: &mut Tx, secret: &Secret) -> Result<Option<(FamilyId, CarerId)>> {
    store::carer_of_feed(tx, &id_of(secret))
}

/// Her address may be known to others: what she is protected from ends it.
pub(crate) fn end_of(tx: &mut Tx, carer: &CarerId) -> Result<()> {
    sessions::end_feed_of(tx, carer)
}

/// Made of the secret without giving it away.
fn id_of(secret: &Secret) -> AuthSessionId {
    AuthSessionId::from(secret.id())
}
