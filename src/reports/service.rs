//! What reports are asked for in the same way: which centres, over which days, split by what; and
//! which centres the caller may choose.

use crate::access::{Act, Scope};
use crate::base::fault::{Fault, Result};
use crate::base::id::CentreId;
use crate::centres::Centre;
use crate::db::Tx;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// `None`: the whole organisation.
pub(crate) fn centres(tx: &mut Tx, named: Option<&CentreId>) -> Result<Option<Vec<CentreId>>> {
    if let Some(centre) = named {
        tx.allow(Act::SeeReports, &Scope::centre(centre), "centre")?;
        crate::centres::store::centre(tx, centre)?;
        return Ok(Some(vec![centre.clone()]));
    }
    tx.actor().allow_ever(Act::SeeReports)?;
    Ok(tx.actor().reach(Act::SeeReports).centres())
}

/// The centres that the caller may choose, by name.
pub(crate) fn choices(tx: &mut Tx) -> Result<Vec<Centre>> {
    let own = centres(tx, None)?;
    let mut all = crate::centres::store::centres(tx, "", i64::MAX)?;
    all.retain(|centre| own.as_ref().is_none_or(|own| own.contains(&centre.id)));
    Ok(all)
}

/// The first and the last day of a report; by default up to today. `pointer` leads to the day to
/// blame if it ends before it begins.
pub(crate) fn period(
    pointer: &str,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    today: NaiveDate,
    first_day: impl FnOnce(NaiveDate) -> NaiveDate,
) -> Result<(NaiveDate, NaiveDate)> {
    let to = to.unwrap_or(today);
    let from = from.unwrap_or_else(|| first_day(to));
    if from > to {
        return Err(Fault::invalid(pointer, "The first day is after the last."));
    }
    Ok((from, to))
}

/// How many months without contact or support are asked about; by default 12.
pub(crate) fn months(asked: Option<u32>) -> Result<u32> {
    let months = asked.unwrap_or(12);
    match months {
        1..=60 => Ok(months),
        _ => Err(Fault::invalid("/months", "Use 1 to 60 months.")),
    }
}

/// What a report is split by: words separated by commas, each at most once.
pub(crate) fn split<T: Copy + PartialEq>(
    asked: &str,
    all: &[T],
    word: fn(&T) -> &'static str,
) -> Result<Vec<T>> {
    let mut by = Vec::new();
    for asked in asked.split(',').map(str::trim) {
        let known = all.iter().find(|one| word(one) == asked && !by.contains(*one));
        by.push(*known.ok_or_else(|| {
            let words: Vec<&str> = all.iter().map(word).collect();
            Fault::invalid("/by", format!("Use each of {} at most once.", words.join(", ")))
        })?);
    }
    Ok(by)
}

/// Figures of centres with the centres' names; those without a centre have an empty one.
pub(crate) fn named<F>(
    tx: &mut Tx,
    figures: BTreeMap<Option<CentreId>, F>,
) -> Result<Vec<(Option<CentreId>, String, F)>> {
    let mut lines = Vec::new();
    for (id, figures) in figures {
        let centre = id.as_ref().map(|id| crate::centres::store::centre(tx, id)).transpose()?;
        lines.push((id, centre.map(|centre| centre.name).unwrap_or_default(), figures));
    }
    Ok(lines)
}
