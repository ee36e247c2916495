//! The two questions of the report that read many rows, as SQL by hand: whom a report of a few
//! centres is about, and what each child was met for. The same text runs on both databases, and
//! the database does the counting, so that a child comes back as a row or two.

use crate::areas::Vintage;
use crate::contacts::{Counts, Kind};
use crate::db::{Conn, Kind as Database, Tx};
use crate::fault::Fault;
use crate::id::{CentreId, ChildId, ReachAreaId};
use crate::moment::Moment;
use chrono::NaiveDate;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Integer, Nullable, Text, Timestamp};

/// The window as at a day, as known at a moment, and what each kind of contact counts for.
#[derive(Clone, Debug)]
pub struct Window {
    pub from: NaiveDate,
    pub as_at: NaiveDate,
    pub known_at: Moment,
    pub kinds: Vec<(Kind, Counts)>,
}

impl Window {
    pub fn counting_as(&self, counts: Counts) -> Vec<&'static str> {
        let of = self.kinds.iter().filter(|(_, of)| *of == counts);
        of.map(|(kind, _)| kind.as_str()).collect()
    }
}

#[derive(QueryableByName)]
pub struct ContactRow {
    #[diesel(sql_type = Text)]
    pub child_id: String,
    #[diesel(sql_type = Nullable<Text>)]
    pub centre_id: Option<String>,
    #[diesel(sql_type = BigInt)]
    pub days: i64,
    #[diesel(sql_type = Nullable<Date>)]
    pub first_day: Option<NaiveDate>,
    #[diesel(sql_type = Integer)]
    pub health: i32,
}

/// So many children are named in one statement.
pub const TOGETHER: usize = 4_000;

/// A report over everything may take longer than a statement otherwise may.
pub fn be_patient(tx: &mut Tx) -> Result<(), Fault> {
    match tx.kind() {
        Database::Sqlite => Ok(()),
        Database::Postgres => {
            tx.conn().batch_execute("SET LOCAL statement_timeout = '300s'")?;
            Ok(())
        }
    }
}

/// What is known of each child's meetings, by centre: distinct days in the window, the first day
/// ever, a health contact. `None`: of every child.
pub fn contacts(
    tx: &mut Tx,
    window: &Window,
    children: Option<&[ChildId]>,
    mut each: impl FnMut(ContactRow),
) -> Result<(), Fault> {
    let direct = words(&window.counting_as(Counts::Direct));
    let health = words(&window.counting_as(Counts::Health));
    let sql = |only: &str| {
        format!(
            "SELECT child_id, centre_id, CAST(SUM(direct) AS BIGINT) AS days, \
             MIN(first_day) AS first_day, MAX(health) AS health \
             FROM (SELECT k.child_id, k.centre_id, k.on_day, \
             MAX(CASE WHEN k.kind IN ({direct}) AND k.on_day >= ?1 THEN 1 ELSE 0 END) AS direct, \
             MIN(CASE WHEN k.kind IN ({direct}) THEN k.on_day END) AS first_day, \
             MAX(CASE WHEN k.kind IN ({health}) AND k.on_day >= ?1 THEN 1 ELSE 0 END) AS health \
             FROM contacts k WHERE k.child_id IS NOT NULL AND k.on_day <= ?2 \
             AND k.recorded_at <= ?3 AND (k.withdrawn_at IS NULL OR k.withdrawn_at > ?3){only} \
             GROUP BY k.child_id, k.centre_id, k.on_day) d GROUP BY child_id, centre_id"
        )
    };
    let mut ask = |only: &str| -> Result<(), Fault> {
        let query = diesel::sql_query(for_database(tx.kind(), &sql(only)))
            .into_boxed::<<Conn as Connection>::Backend>()
            .bind::<Date, _>(window.from)
            .bind::<Date, _>(window.as_at)
            .bind::<Timestamp, _>(window.known_at);
        for row in query.load::<ContactRow>(tx.conn())? {
            each(row);
        }
        Ok(())
    };
    match children {
        None => ask(""),
        Some(children) => {
            for some in children.chunks(TOGETHER) {
                let ids: Vec<&str> = some.iter().map(ChildId::as_str).collect();
                ask(&format!(" AND k.child_id IN ({})", words(&ids)))?;
            }
            Ok(())
        }
    }
}

/// Whom a report of some centres is about.
pub struct About<'a> {
    pub centres: &'a [CentreId],
    pub areas: &'a [ReachAreaId],
    pub vintage: Option<Vintage>,
    pub window: &'a Window,
}

#[derive(QueryableByName)]
struct ChildRow {
    #[diesel(sql_type = Text)]
    child_id: String,
}

/// Children who were ever known to be of these centres or to live in these areas, or who were met
/// there in the window; and all whose records were joined with theirs.
pub fn children(tx: &mut Tx, about: &About) -> Result<Vec<ChildId>, Fault> {
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
    Ok(rows.into_iter().map(|row| ChildId::from(row.child_id)).collect())
}

#[derive(QueryableByName)]
struct BeginsRow {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Nullable<Date>)]
    begins: Option<NaiveDate>,
}

/// The first day a contact with each centre is recorded of, as known at a moment.
pub fn begins(tx: &mut Tx, known_at: Moment) -> Result<Vec<(CentreId, Option<NaiveDate>)>, Fault> {
    let sql = "SELECT c.id, (SELECT k.on_day FROM contacts k WHERE k.centre_id = c.id \
         AND k.recorded_at <= ?1 AND (k.withdrawn_at IS NULL OR k.withdrawn_at > ?1) \
         ORDER BY k.on_day LIMIT 1) AS begins FROM centres c";
    let query = diesel::sql_query(for_database(tx.kind(), sql))
        .into_boxed::<<Conn as Connection>::Backend>()
        .bind::<Timestamp, _>(known_at);
    let rows: Vec<BeginsRow> = query.load(tx.conn())?;
    Ok(rows.into_iter().map(|row| (CentreId::from(row.id), row.begins)).collect())
}

/// Words as a list of SQL; a list of none holds nothing.
fn words(words: &[&str]) -> String {
    if words.is_empty() {
        return "NULL".to_owned();
    }
    let quoted: Vec<String> =
        words.iter().map(|word| format!("'{}'", word.replace('\'', "''"))).collect();
    quoted.join(", ")
}

/// Values are written `?1` here; PostgreSQL calls them `$1`.
fn for_database(database: Database, sql: &str) -> String {
    match database {
        Database::Sqlite => sql.to_owned(),
        Database::Postgres => sql.replace('?', "$"),
    }
}
