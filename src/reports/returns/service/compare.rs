//! A return made again, compared with what was sent.

use crate::base::fault::Fault;
use crate::base::id::ReturnId;
use crate::db::Tx;
use crate::reports::reach::asked::ReachRequest;
use crate::reports::reach::report::Profile;
use crate::reports::returns::compare::{self, ComparedSetting, FigureChange};
use crate::reports::returns::store::{self, Since};
use crate::reports::returns::{Return, service};

/// What has changed since a return was frozen, and what was recorded since.
pub struct Comparison {
    pub frozen: Return,
    pub changes: Vec<FigureChange>,
    pub settings: Vec<ComparedSetting>,
    /// Contacts in the window recorded since, and withdrawn since.
    pub contacts_recorded: i64,
    pub contacts_withdrawn: i64,
    /// New versions of facts about children; those of merged records; those of erased ones.
    pub facts_changed: i64,
    pub records_joined: i64,
    pub records_erased: i64,
}

pub fn compare(tx: &mut Tx, id: &ReturnId) -> Result<Comparison, Fault> {
    let (frozen, sent, _) = service::open(tx, id)?;
    let asked: ReachRequest = serde_json::from_str(&frozen.asked).map_err(Fault::internal)?;
    let settings = sent.report.settings.clone();
    let latest = ReachRequest { known_at: None, ..asked };

    let now = service::make(tx, frozen.preset, &latest)?;
    let then = match latest.profile {
        // These are always as known at one fixed moment.
        Profile::Partner | Profile::Public => now.clone(),
        Profile::Exact => {
            let known = ReachRequest { known_at: Some(settings.known_at), ..latest };
            service::make(tx, frozen.preset, &known)?
        }
    };

    let since =
        Since { known_at: settings.known_at, from: settings.window_from, to: settings.as_at };
    let [facts_changed, records_joined, records_erased] = store::facts(tx, since)?;
    Ok(Comparison {
        changes: compare::changes(&sent, &then, &now),
        settings: compare::settings(&sent, &now),
        contacts_recorded: store::recorded(tx, since)?,
        contacts_withdrawn: store::withdrawn(tx, since)?,
        facts_changed,
        records_joined,
        records_erased,
        frozen,
    })
}
