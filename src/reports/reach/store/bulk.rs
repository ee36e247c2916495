//! The report's queries that read many rows, as hand-written SQL: which children a report on some
//! centres covers, when each child was met, when the records begin. The same text runs on both
//! databases. Contacts are read once, in index order, and each child comes back with all its days.

use crate::areas::Vintage;
use crate::base::fault::Result;
use crate::base::id::{CentreId, ChildId, ReachAreaId};
use crate::base::moment::Moment;
use crate::contacts::{Counts, Kind, Source};
use crate::db::{Conn, DatabaseKind as Database, Tx};
use crate::reports::reach::met::{LETTERS, Window};
use chrono::NaiveDate;
use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::prelude::*;
use diesel::sql_types::{Date, Nullable, Text, Timestamp};

#[derive(QueryableByName)]
pub(crate) struct MetRow {
    #[diesel(sql_type = Text)]
    pub child_id: ChildId,
    /// The first direct contact ever.
    #[diesel(sql_type = Nullable<Date>)]
    pub first_day: Option<NaiveDate>,
    /// Each day in the window with a letter for the kind of contact: `2026-11-16R2026-11-17d`.
    #[diesel(sql_type = Nullable<Text>)]
    pub days: Option<String>,
    /// The centre and activity of each of those days, if requested: `c1 a1;c2 ;`.
    #[diesel(sql_type = Nullable<Text>)]
    pub places: Option<String>,
}

/// Which contacts to read, and which of their details.
pub(crate) struct BulkScope<'a> {
    pub window: &'a Window,
    /// The centres of the report; `None`: all.
    pub centres: Option<&'a [CentreId]>,
    /// Only these children; `None`: every child.
    pub children: Option<&'a [ChildId]>,
    pub with_places: bool,
}

/// Children per statement.
pub(crate) const TOGETHER: usize = 4_000;

/// A full report may take longer than the usual statement timeout. Days are read as text.
fn prepare(tx: &mut Tx) -> Result<()> {
    match tx.kind() {
        Database::Sqlite => Ok(()),
        Database::Postgres => {
            let sql = "SET LOCAL statement_timeout = '300s'; SET LOCAL datestyle = 'ISO, YMD'";
            tx.conn().batch_execute(sql)?;
            Ok(())
        }
    }
}

/// When each child was met, one row per child; merged records have separate rows.
pub(crate) fn meetings(tx: &mut Tx, of: &BulkScope, mut each: impl FnMut(MetRow)) -> Result<()> {
    prepare(tx)?;
    let mut ask = |only: &str| -> Result<()> {
        let query = diesel::sql_query(for_database(tx.kind(), &of.sql(only)))
            .into_boxed::<<Conn as Connection>::Backend>()
            .bind::<Date, _>(of.window.from)
            .bind::<Date, _>(of.window.as_at)
            .bind::<Timestamp, _>(of.window.known_at);
        for row in query.load_iter::<MetRow, DefaultLoadingMode>(tx.conn())? {
            each(row?);
        }
        Ok(())
    };
    let Some(children) = of.children else { return ask(" AND child_id IS NOT NULL") };
    for some in children.chunks(TOGETHER) {
        let ids: Vec<&str> = some.iter().map(ChildId::as_str).collect();
        ask(&format!(" AND child_id IN ({})", words(&ids)))?;
    }
    Ok(())
}

impl BulkScope<'_> {
    fn sql(&self, only: &str) -> String {
        let direct = words(&self.window.counting_as(Counts::Direct));
        let health = words(&self.window.counting_as(Counts::Health));
        let attendance = Kind::Attendance.as_str();
        let register = Source::Register.as_str();
        let letter = |[marked, attended, healthy, met]: [char; 4]| {
            format!(
                "CASE WHEN kind = '{attendance}' THEN CASE WHEN source = '{register}' THEN \
                 '{marked}' ELSE '{attended}' END WHEN kind IN ({health}) THEN '{healthy}' \
                 ELSE '{met}' END"
            )
        };
        let ours = match self.centres {
            None => "centre_id IS NOT NULL".to_owned(),
            Some(centres) => {
                let ids: Vec<&str> = centres.iter().map(CentreId::as_str).collect();
                format!("centre_id IN ({})", words(&ids))
            }
        };
        let [here, elsewhere] = LETTERS.map(letter);
        let places = match self.with_places {
            true => {
                "string_agg(CASE WHEN on_day >= ?1 THEN coalesce(centre_id, '') || ' ' || \
                 coalesce(activity_id, '') END, ';')"
            }
            false => "NULL",
        };
        format!(
            "SELECT child_id, MIN(CASE WHEN kind IN ({direct}) THEN on_day END) AS first_day, \
             string_agg(CASE WHEN on_day >= ?1 THEN CAST(on_day AS TEXT) || CASE WHEN {ours} THEN \
             {here} ELSE {elsewhere} END END, '') AS days, {places} AS places FROM contacts \
             WHERE on_day <= ?2 AND recorded_at <= ?3 \
             AND (withdrawn_at IS NULL OR withdrawn_at > ?3) \
             AND kind IN ({direct}, {health}, '{attendance}'){only} GROUP BY child_id"
        )
    }
}

/// Which children a report on some centres covers.
pub(crate) struct About<'a> {
    pub centres: &'a [CentreId],
    pub areas: &'a [ReachAreaId],
    pub vintage: Option<Vintage>,
    pub window: &'a Window,
}

#[derive(QueryableByName)]
struct ChildRow {
    #[diesel(sql_type = Text)]
    child_id: ChildId,
}

/// Children who ever belonged to these centres, lived in these areas, or were met there in the
/// window; and all records merged with theirs.
pub(crate) fn children(tx: &mut Tx, about: &About) -> Result<Vec<ChildId>> {
    let centres = words(&about.centres.iter().map(CentreId::as_str).collect::<Vec<_>>());
    let areas = words(&about.areas.iter().map(ReachAreaId::as_str).collect::<Vec<_>>());
    let lsoas = format!("SELECT lsoa FROM reach_area_lsoas WHERE area_id IN ({areas})");
    let erased = match about.vintage {
        Some(Vintage::Of2011) => "lsoa_2011",
        Some(Vintage::Of2021) | None => "lsoa_2021",
    };
    let sql = format!(
        "WITH RECURSIVE wanted(child_id) AS (SELECT child_id FROM (\
         SELECT child_id FROM child_facts WHERE centre_id IN ({centres}) \
         UNION SELECT f.child_id FROM reach_area_lsoas a \
         JOIN postcodes p ON p.vintage = a.vintage AND p.lsoa = a.lsoa \
         JOIN child_facts f ON f.postcode = p.postcode WHERE a.area_id IN ({areas}) \
         UNION SELECT child_id FROM child_facts WHERE place = 'lsoa' AND {erased} IN ({lsoas}) \
         UNION SELECT k.child_id FROM contacts k WHERE k.centre_id IN ({centres}) \
         AND k.on_day BETWEEN ?1 AND ?2 AND k.child_id IS NOT NULL) base \
         UNION SELECT e.other FROM wanted w JOIN (\
         SELECT child_id AS one, joined_into AS other FROM child_facts \
         WHERE joined_into IS NOT NULL \
         UNION ALL SELECT joined_into, child_id FROM child_facts WHERE joined_into IS NOT NULL\
         ) e ON e.one = w.child_id) SELECT child_id FROM wanted ORDER BY child_id"
    );
    let query = diesel::sql_query(for_database(tx.kind(), &sql))
        .into_boxed::<<Conn as Connection>::Backend>()
        .bind::<Date, _>(about.window.from)
        .bind::<Date, _>(about.window.as_at);
    let rows: Vec<ChildRow> = query.load(tx.conn())?;
    Ok(rows.into_iter().map(|row| row.child_id).collect())
}

#[derive(QueryableByName)]
struct BeginsRow {
    #[diesel(sql_type = Text)]
    id: CentreId,
    #[diesel(sql_type = Nullable<Date>)]
    begins: Option<NaiveDate>,
}

/// The first recorded contact day of each of these centres, as known at a given moment.
pub(crate) fn begins(
    tx: &mut Tx,
    centres: Option<&[CentreId]>,
    known_at: Moment,
) -> Result<Vec<(CentreId, Option<NaiveDate>)>> {
    let only = centres.map(|centres| {
        let ids: Vec<&str> = centres.iter().map(CentreId::as_str).collect();
        format!(" WHERE c.id IN ({})", words(&ids))
    });
    let sql = format!(
        "SELECT c.id, (SELECT k.on_day FROM contacts k WHERE k.centre_id = c.id \
         AND k.recorded_at <= ?1 AND (k.withdrawn_at IS NULL OR k.withdrawn_at > ?1) \
         ORDER BY k.on_day LIMIT 1) AS begins FROM centres c{}",
        only.unwrap_or_default()
    );
    let query = diesel::sql_query(for_database(tx.kind(), &sql))
        .into_boxed::<<Conn as Connection>::Backend>()
        .bind::<Timestamp, _>(known_at);
    let rows: Vec<BeginsRow> = query.load(tx.conn())?;
    Ok(rows.into_iter().map(|row| (row.id, row.begins)).collect())
}

/// Words as an SQL list; an empty list matches nothing.
fn words(words: &[&str]) -> String {
    if words.is_empty() {
        return "NULL".to_owned();
    }
    let quoted: Vec<String> =
        words.iter().map(|word| format!("'{}'", word.replace('\'', "''"))).collect();
    quoted.join(", ")
}

/// Turns `?1` into PostgreSQL's `$1`.
fn for_database(database: Database, sql: &str) -> String {
    match database {
        Database::Sqlite => sql.to_owned(),
        Database::Postgres => sql.replace('?', "$"),
    }
}
