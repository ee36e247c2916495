//! The balance of attendance: who came during a period, in total and split, as known at a given
//! moment.

use super::store::{self, BalanceScope, HeldSession, Stretch};
use super::{BalanceBy, BalanceCounts, BalancePlace, Came, NONE};
use crate::attendance::{HeadCount, merging};
use crate::base::fault::Fault;
use crate::base::id::{CentreId, SessionId};
use crate::base::moment::Moment;
use crate::centres;
use crate::db::Tx;
use crate::reach::balance::Balance;
use crate::reach::histories;
use crate::reach::histories::Histories;
use crate::reach::histories::service::Of;
use crate::reach::proportion::Words;
use crate::reach::settings::ReachSettings;
use crate::reports;
use crate::reports::balance;
use crate::reports::reach::records::Records;
use crate::reports::reach::report::{BalanceLine, BalanceTable};
use crate::settings;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// What to report on; `None` is the organisation's default.
#[derive(Clone, Debug, Default)]
pub struct BalanceOf {
    pub centre: Option<CentreId>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub known_at: Option<Moment>,
    pub by: Vec<BalanceBy>,
}

pub struct BalanceReport {
    pub centre: Option<CentreId>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub known_at: Moment,
    pub counted_at: Moment,
    pub words: String,
    pub balance: BalanceTable,
    pub tables: Vec<(BalanceBy, Vec<BalanceLine>)>,
}

pub fn report(tx: &mut Tx, of: &BalanceOf) -> Result<BalanceReport, Fault> {
    let stretch = stretch(tx, of)?;
    let settings: ReachSettings = settings::store::read_at(tx, stretch.known_at)?;
    let words = settings.words().map_err(Fault::internal)?;

    let (counted, known) = counted(tx, &stretch, &of.by)?;

    let held = match of.by.contains(&BalanceBy::Session) {
        true => store::held(tx, &stretch)?,
        false => HashMap::new(),
    };
    let names = names(tx, &of.by)?;
    let label = |by: BalanceBy, key: &str| label(by, key, &held, &names);
    let table = |(by, lines): &(BalanceBy, _)| (*by, lines_of(*by, lines, &label, &words));
    Ok(BalanceReport {
        centre: of.centre.clone(),
        from: stretch.from,
        to: stretch.to,
        known_at: stretch.known_at,
        counted_at: tx.now(),
        balance: balance::table(&counted, &known.groups, &words),
        tables: counted.split.iter().map(table).collect(),
        words: words.label,
    })
}

/// Adults who came without a child.
pub fn adults(tx: &mut Tx, stretch: &Stretch) -> Result<Vec<Came>, Fault> {
    store::came(tx, stretch, BalanceScope::Adults)
}

/// The balance of a period, from records already read: only children with possibly duplicate
/// attendances are checked one by one.
pub fn of_records(
    tx: &mut Tx,
    stretch: &Stretch,
    records: &Records,
    adults: Vec<Came>,
) -> Result<BalanceCounts, Fault> {
    let (clear, unclear) = records.balance((stretch.from, stretch.to));
    let mut came = store::came(tx, stretch, BalanceScope::Children(&unclear))?;
    came.extend(adults);
    let heads = heads(tx, stretch)?;
    Ok(clear.and(&balance::count(&came, &heads, &[], &records.histories)))
}

fn stretch(tx: &mut Tx, of: &BalanceOf) -> Result<Stretch, Fault> {
    let centres = reports::service::centres(tx, of.centre.as_ref())?;
    let now = tx.now();
    let known_at = of.known_at.unwrap_or(now);
    if known_at > now {
        return Err(Fault::invalid(
            "/known_at",
            "This moment is in the future. Use now or earlier.",
        ));
    }
    let to = of.to.unwrap_or_else(|| now.civil_day());
    let measure = settings::store::read_at::<ReachSettings>(tx, known_at)?.measure;
    let from = of.from.unwrap_or_else(|| measure.first_day(to));
    if from > to {
        return Err(Fault::invalid("/from", "The first day is after the last."));
    }
    Ok(Stretch { centres, from, to, known_at })
}

/// Also returns the histories used for counting.
fn counted(
    tx: &mut Tx,
    stretch: &Stretch,
    by: &[BalanceBy],
) -> Result<(BalanceCounts, Histories), Fault> {
    let came = store::came(tx, stretch, BalanceScope::All)?;
    let (vintage, index) =
        histories::service::basis(tx, stretch.centres.as_deref(), stretch.known_at)?;
    let known = histories::service::histories(
        tx,
        Of {
            children: Some(came.iter().filter_map(|one| one.who.child().cloned()).collect()),
            families: came.iter().filter_map(|one| one.who.family().cloned()).collect(),
            known_at: stretch.known_at,
            since: stretch.from,
            vintage,
            index,
        },
    )?;
    let heads = heads(tx, stretch)?;
    Ok((balance::count(&came, &heads, by, &known), known))
}

/// Current head-counts, of sessions and of events before registers were kept here.
fn heads(tx: &mut Tx, stretch: &Stretch) -> Result<Vec<(BalancePlace, u64)>, Fault> {
    let mut heads = standing(store::heads(tx, stretch)?);
    heads.extend(store::past_heads(tx, stretch)?);
    Ok(heads)
}

/// The current head-count of each session: children, or adults in sessions for adults.
fn standing(counted: Vec<(BalancePlace, bool, HeadCount)>) -> Vec<(BalancePlace, u64)> {
    let mut by_place: BTreeMap<(BalancePlace, bool), Vec<HeadCount>> = BTreeMap::new();
    for (at, adults_only, row) in counted {
        by_place.entry((at, adults_only)).or_default().push(row);
    }
    let heads = by_place.into_iter().map(|((at, adults_only), mut rows)| {
        merging::settle_counts(&mut rows);
        let standing = rows.iter().filter(|row| row.stands);
        let number = standing.map(|row| if adults_only { row.adults } else { row.children });
        (at, number.filter_map(|number| u64::try_from(number).ok()).sum())
    });
    heads.collect()
}

fn lines_of(
    by: BalanceBy,
    lines: &BTreeMap<String, Balance>,
    label: &impl Fn(BalanceBy, &str) -> String,
    words: &Words,
) -> Vec<BalanceLine> {
    let line = |(key, counts): (&String, &_)| balance::line(key, &label(by, key), *counts, words);
    lines.iter().map(line).collect()
}

/// The names of centres and activities that a split needs.
fn names(tx: &mut Tx, by: &[BalanceBy]) -> Result<HashMap<String, String>, Fault> {
    let mut names = HashMap::new();
    if by.contains(&BalanceBy::Activity) {
        names.extend(store::titles(tx)?);
    }
    if by.contains(&BalanceBy::Centre) {
        names.extend(centres::service::names(tx)?);
    }
    Ok(names)
}

fn label(
    by: BalanceBy,
    key: &str,
    held: &HashMap<SessionId, HeldSession>,
    names: &HashMap<String, String>,
) -> String {
    if key == NONE {
        return "From earlier records, without a session".to_owned();
    }
    let session = held.get(&SessionId::from(key)).filter(|_| by == BalanceBy::Session);
    let named = session.map(|held| {
        let day = held.starts_at.civil_day();
        format!("{}, {}", held.title, day.format("%-d %B %Y"))
    });
    named.or_else(|| names.get(key).cloned()).unwrap_or_default()
}
