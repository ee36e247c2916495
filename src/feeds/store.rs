//! Queries about feeds: runs and their lines, references that recognise a family sent again, saved
//! mappings.

use super::{DoneLine, FeedRun};
use crate::base::fault::Result;
use crate::base::id::{CentreId, ChildId, FamilyId, FeedRunId, PartnerId};
use crate::base::moment::Moment;
use crate::db::schema::{children, feed_lines, feed_mappings, feed_references, feed_runs};
use crate::db::{Run, Tx, found};
use diesel::prelude::*;

/// The run of this file, by this sender, for this centre.
pub(crate) fn run_of(
    tx: &mut Tx,
    file_hash: &str,
    partner: Option<&PartnerId>,
    centre: Option<&CentreId>,
) -> Result<Option<FeedRun>> {
    let mut query = feed_runs::table
        .filter(feed_runs::file_hash.eq(file_hash.to_owned()))
        .select(FeedRun::as_select())
        .into_boxed();
    query = match partner {
        Some(partner) => query.filter(feed_runs::partner_id.eq(partner.clone())),
        None => query.filter(feed_runs::partner_id.is_null()),
    };
    query = match centre {
        Some(centre) => query.filter(feed_runs::centre_id.eq(centre.clone())),
        None => query.filter(feed_runs::centre_id.is_null()),
    };
    Ok(query.first(tx.conn()).optional()?)
}

/// Runs for some or all centres, newest first.
pub(crate) fn runs(
    tx: &mut Tx,
    centres: Option<&[CentreId]>,
    after: &str,
    rows: i64,
) -> Result<Vec<FeedRun>> {
    let mut query = feed_runs::table.select(FeedRun::as_select()).into_boxed();
    if let Some(centres) = centres {
        query = query.filter(feed_runs::centre_id.eq_any(centres.to_vec()));
    }
    if !after.is_empty() {
        query = query.filter(feed_runs::id.lt(after.to_owned()));
    }
    Ok(query.order(feed_runs::id.desc()).limit(rows).load(tx.conn())?)
}

pub(crate) fn run(tx: &mut Tx, id: &FeedRunId) -> Result<FeedRun> {
    found(feed_runs::table.find(id.as_str()).select(FeedRun::as_select()).first(tx.conn()), "feed")
}

pub(crate) fn add_run(tx: &mut Tx, run: &FeedRun) -> Result<()> {
    diesel::insert_into(feed_runs::table).values(run).run(tx)
}

/// Ends a run; references between its lines are deleted.
pub(crate) fn end_run(tx: &mut Tx, id: &FeedRunId, at: Moment) -> Result<()> {
    diesel::update(feed_runs::table.find(id.as_str()))
        .filter(feed_runs::ended_at.is_null())
        .set(feed_runs::ended_at.eq(at))
        .execute(tx.conn())?;
    diesel::delete(feed_references::table.filter(feed_references::source.eq(id.as_str()))).run(tx)
}

/// The processed lines, in order.
pub(crate) fn lines(tx: &mut Tx, run: &FeedRunId) -> Result<Vec<DoneLine>> {
    Ok(feed_lines::table
        .filter(feed_lines::run_id.eq(run.as_str()))
        .order(feed_lines::line)
        .select(DoneLine::as_select())
        .load(tx.conn())?)
}

pub(crate) fn line(tx: &mut Tx, run: &FeedRunId, line: i32) -> Result<Option<DoneLine>> {
    Ok(feed_lines::table
        .find((run.as_str(), line))
        .select(DoneLine::as_select())
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn add_line(tx: &mut Tx, line: &DoneLine) -> Result<()> {
    diesel::insert_into(feed_lines::table).values(line).run(tx)
}

/// The family that a sender's reference stands for.
pub(crate) fn family_of(tx: &mut Tx, source: &str, reference: &str) -> Result<Option<FamilyId>> {
    Ok(feed_references::table
        .find((source, reference))
        .select(feed_references::family_id)
        .first(tx.conn())
        .optional()?)
}

/// Saves a reference to a family; an existing one is kept.
pub(crate) fn add_reference(
    tx: &mut Tx,
    source: &str,
    reference: &str,
    family: &FamilyId,
) -> Result<()> {
    if family_of(tx, source, reference)?.is_some() {
        return Ok(());
    }
    diesel::insert_into(feed_references::table)
        .values((
            feed_references::source.eq(source),
            feed_references::reference.eq(reference),
            feed_references::family_id.eq(family.as_str()),
        ))
        .run(tx)
}

/// Saves a child's NHS number if none is known.
pub(crate) fn fill_nhs_number(tx: &mut Tx, child: &ChildId, number: &str) -> Result<()> {
    diesel::update(children::table.find(child.as_str()))
        .filter(children::nhs_number.is_null())
        .set(children::nhs_number.eq(number))
        .run(tx)
}

/// A saved mapping, as its text.
pub(crate) fn mapping(tx: &mut Tx, owner: &str, name: &str) -> Result<Option<String>> {
    Ok(feed_mappings::table
        .find((owner, name))
        .select(feed_mappings::mapping)
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn save_mapping(tx: &mut Tx, owner: &str, name: &str, text: &str) -> Result<()> {
    let now = tx.now();
    let changed = diesel::update(feed_mappings::table.find((owner, name)))
        .set((feed_mappings::mapping.eq(text), feed_mappings::saved_at.eq(now)))
        .execute(tx.conn())?;
    if changed == 0 {
        diesel::insert_into(feed_mappings::table)
            .values((
                feed_mappings::owner.eq(owner),
                feed_mappings::name.eq(name),
                feed_mappings::mapping.eq(text),
                feed_mappings::saved_at.eq(now),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// The saved mappings of an owner, by name.
pub(crate) fn mappings(tx: &mut Tx, owner: &str) -> Result<Vec<(String, String)>> {
    Ok(feed_mappings::table
        .filter(feed_mappings::owner.eq(owner))
        .order(feed_mappings::name)
        .select((feed_mappings::name, feed_mappings::mapping))
        .load(tx.conn())?)
}
