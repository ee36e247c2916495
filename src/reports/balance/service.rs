//! The balance of attendance: who came during a period, in total and split, as known at a given
//! moment.

use super::store::{self, BalanceScope, Stretch};
use super::{
    BalanceBy, BalanceCounts, BalancePlace, BalanceReport, BalanceSplit, Came, NONE, NOTES,
    position,
};
use crate::attendance::{HeadCount, merging};
use crate::base::fault::{Fault, Result};
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::reach::balance::Balance;
use crate::reach::histories;
use crate::reach::histories::Histories;
use crate::reach::histories::service::Of;
use crate::reach::settings::ReachSettings;
use crate::reports::balance;
use crate::reports::reach::records::Records;
use crate::reports::reach::report::BalanceTable;
use crate::{centres, reports, settings};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use utoipa::IntoParams;

/// What to report on.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct BalanceOf {
    /// Only sessions of this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// The first day. Default: the window in the reach settings, up to `to`.
    pub from: Option<NaiveDate>,
    /// The last day. Default: today.
    pub to: Option<NaiveDate>,
    /// As known at this moment. Default: now.
    pub known_at: Option<Moment>,
    /// What to split by, separated by commas: `session`, `activity`, `centre`. Default: `activity`.
    #[param(example = "activity,centre")]
    pub by: Option<String>,
}

pub fn report(tx: &mut Tx, of: &BalanceOf) -> Result<BalanceReport> {
    let asked = of.by.as_deref().unwrap_or("activity");
    let by = reports::service::split(asked, BalanceBy::ALL, BalanceBy::as_str)?;
    let stretch = stretch(tx, of)?;
    let settings: ReachSettings = settings::store::read_at(tx, stretch.known_at)?;
    let words = settings.words().map_err(Fault::internal)?;

    let (counted, known) = counted(tx, &stretch, &by)?;
    let names = names(tx, &by, &stretch)?;

    let BalanceTable { whole, without_area, groups } =
        balance::table(&counted, &known.groups, &words);
    let table = |(by, lines): (BalanceBy, BTreeMap<String, Balance>)| {
        let line = |(key, counts): (&String, &Balance)| {
            balance::line(key, names.get(key).map_or("", String::as_str), *counts, &words)
        };
        BalanceSplit { by, lines: lines.iter().map(line).collect() }
    };
    Ok(BalanceReport {
        centre_id: of.centre_id.clone(),
        from: stretch.from,
        to: stretch.to,
        known_at: stretch.known_at,
        counted_at: tx.now(),
        whole,
        without_area,
        groups,
        tables: counted.split.into_iter().map(table).collect(),
        notes: NOTES.to_vec(),
        words: words.label.clone(),
    })
}

/// Adults who came without a child.
pub fn adults(tx: &mut Tx, stretch: &Stretch) -> Result<Vec<Came>> {
    store::came(tx, stretch, BalanceScope::Adults)
}

/// The balance of a period, from records already read: only children with possibly duplicate
/// attendances are checked one by one.
pub fn of_records(
    tx: &mut Tx,
    stretch: &Stretch,
    records: &Records,
    adults: Vec<Came>,
) -> Result<BalanceCounts> {
    let (clear, unclear) = records.balance((stretch.from, stretch.to));
    let mut came = store::came(tx, stretch, BalanceScope::Children(&unclear))?;
    came.extend(adults);
    let heads = heads(tx, stretch)?;
    Ok(clear.and(&balance::count(&came, &heads, &[], |one| position(&records.histories, one))))
}

fn stretch(tx: &mut Tx, of: &BalanceOf) -> Result<Stretch> {
    let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
    let now = tx.now();
    let known_at = of.known_at.unwrap_or(now);
    if known_at > now {
        return Err(Fault::invalid(
            "/known_at",
            "This moment is in the future. Use now or earlier.",
        ));
    }
    let measure = settings::store::read_at::<ReachSettings>(tx, known_at)?.measure;
    let first_day = |to| measure.first_day(to);
    let (from, to) =
        reports::service::period("/from", (of.from, of.to), now.civil_day(), first_day)?;
    Ok(Stretch { centres, from, to, known_at })
}

/// Also returns the histories used for counting.
fn counted(tx: &mut Tx, stretch: &Stretch, by: &[BalanceBy]) -> Result<(BalanceCounts, Histories)> {
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
    Ok((balance::count(&came, &heads, by, |one| position(&known, one)), known))
}

/// Current head-counts, of sessions and of events before registers were kept here.
fn heads(tx: &mut Tx, stretch: &Stretch) -> Result<Vec<(BalancePlace, u64)>> {
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

/// The names of the sessions, activities and centres that a split needs, by id.
fn names(tx: &mut Tx, by: &[BalanceBy], stretch: &Stretch) -> Result<HashMap<String, String>> {
    let mut names = HashMap::new();
    names.insert(NONE.to_owned(), "From earlier records, without a session".to_owned());
    for by in by {
        names.extend(match by {
            BalanceBy::Session => store::held(tx, stretch)?.into_iter().map(dated).collect(),
            BalanceBy::Activity => store::titles(tx)?,
            BalanceBy::Centre => centres::service::names(tx)?,
        });
    }
    Ok(names)
}

fn dated((session, title, starts_at): (String, String, Moment)) -> (String, String) {
    (session, format!("{title}, {}", starts_at.civil_day().format("%-d %B %Y")))
}
