//! How each database plans the statements of the hot calls: none may read through a table that
//! grows. Each is asked for the plan it would use whatever the values, PostgreSQL also to take an index
//! wherever there is one.

use std::collections::{BTreeMap, BTreeSet};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;
use serde_json::Value;

use super::each_with_pages_of_staff;
use crate::support::app::{Backend, TestApp, both};

/// Tables with as many rows as the organisation has centres, areas, kinds or settings, however many
/// families come.
const SMALL: &[&str] = &[
    "account_roles",
    "activities",
    "activity_attendance",
    "agreements",
    "centre_offers",
    "centres",
    "closures",
    "contact_kinds",
    "deprivation",
    "feed_mappings",
    "locks",
    "notices",
    "partners",
    "population_tables",
    "reach_areas",
    "rooms",
    "settings",
    "signing_keys",
    "target_groups",
    "terms",
    "venues",
];

/// Indexes of what seldom happens or is soon over, which may be read from end to end: records that
/// were merged, places that are kept at this moment, families still to be told, tasks still to be done.
const OF_FEW: &[&str] = &[
    "children_joined",
    "families_joined",
    "memberships_to_tell",
    "offers_due",
    "offers_one_live",
    "offers_session",
    "tasks_to_do",
];

/// The statements of each hot call, each once.
fn sent(app: &TestApp) -> BTreeMap<String, &'static str> {
    let mut sent = BTreeMap::new();
    each_with_pages_of_staff(app, &mut |name, call| {
        app.store.statements().record();
        call();
        for statement in app.store.statements().recorded() {
            sent.entry(statement).or_insert(name);
        }
    });
    if app.backend == Backend::Postgres {
        grow(&app.url);
    }
    // Among none there is nothing to read through.
    sent.retain(|statement, _| !statement.contains("(1=0)"));
    sent
}

/// Has PostgreSQL plan as if each page held a million of its rows: those there are, many times. Where
/// there is none it knows nothing, and takes a table to be of some size.
fn grow(url: &str) {
    let mut conn = PgConnection::establish(url).expect("it answers");
    conn.batch_execute(
        "ANALYZE; \
         UPDATE pg_class SET reltuples = CASE relpages WHEN 0 THEN -1 ELSE relpages * 1e6 END \
         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')",
    )
    .expect("the superuser may");
}

/// The growing tables that a statement reads through.
fn read_through(app: &TestApp, statement: &str) -> BTreeSet<String> {
    let scanned = match app.backend {
        Backend::Sqlite => sqlite(&app.url, statement),
        Backend::Postgres => postgres(&app.url, statement),
    };
    let is_small = |table: &str| SMALL.contains(&table);
    scanned.into_iter().filter(|table| !is_small(table)).collect()
}

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

fn sqlite(file: &str, statement: &str) -> Vec<String> {
    let mut conn = SqliteConnection::establish(file).expect("the file is a database");
    let plan = sql_query(format!("EXPLAIN QUERY PLAN {statement}"));
    let steps: Vec<Step> = plan.load(&mut conn).unwrap_or_else(|e| panic!("{e}: {statement}"));
    let scanned = steps.iter().filter_map(|step| {
        // An index that is made for this statement alone reads all rows too.
        let made = step.detail.contains(" AUTOMATIC ").then_some("SEARCH ");
        step.detail.strip_prefix(made.unwrap_or("SCAN "))
    });
    let names = scanned.filter_map(|rest| rest.split(' ').next());
    // A row of constants, and what the statement made itself from tables that have steps of theirs.
    let names = names.filter(|name| *name != "CONSTANT" && !name.starts_with('('));
    names.map(|name| table_of(statement, name)).collect()
}

/// The plan calls a table as the statement does.
fn table_of(statement: &str, name: &str) -> String {
    let quoted = |alias: String| {
        let (before, _) = statement.split_once(&alias)?;
        Some(before.rsplit([' ', '(']).next()?.trim_matches(['`', '"']).to_owned())
    };
    let aliases = [format!(" AS `{name}`"), format!(" AS \"{name}\""), format!(" AS {name} ")];
    aliases.into_iter().find_map(quoted).unwrap_or_else(|| name.to_owned())
}

#[derive(QueryableByName)]
struct Plan {
    #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
    json: String,
}

fn postgres(url: &str, statement: &str) -> Vec<String> {
    let mut conn = PgConnection::establish(url).expect("it answers");
    conn.batch_execute(&format!(
        "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; \
         SET enable_hashjoin = off; SET enable_mergejoin = off; PREPARE hot AS {statement}"
    ))
    .unwrap_or_else(|e| panic!("{e}: {statement}"));
    let values = (1..).take_while(|number| statement.contains(&format!("${number}")));
    let values = values.map(|_| "NULL").collect::<Vec<_>>().join(", ");
    let values = if values.is_empty() { values } else { format!("({values})") };
    let plan = sql_query(format!("EXPLAIN (FORMAT JSON) EXECUTE hot{values}"));
    let plan: Plan = plan.get_result(&mut conn).unwrap_or_else(|e| panic!("{e}: {statement}"));
    let plan: Value = serde_json::from_str(&plan.json).expect("JSON");
    let mut scanned = Vec::new();
    walk(&plan[0]["Plan"], &mut scanned);
    scanned
}

/// Collects the tables of the steps that read one without narrowing it by an index.
fn walk(step: &Value, scanned: &mut Vec<String>) {
    let kind = step["Node Type"].as_str().unwrap_or_default();
    let reads_all = match kind {
        "Seq Scan" => true,
        "Index Scan" | "Index Only Scan" => {
            let index = step["Index Name"].as_str().unwrap_or_default();
            step["Index Cond"].is_null() && !OF_FEW.contains(&index)
        }
        _ => false,
    };
    if let Some(table) = step["Relation Name"].as_str().filter(|_| reads_all) {
        scanned.push(table.to_owned());
    }
    step["Plans"].as_array().into_iter().flatten().for_each(|step| walk(step, scanned));
}

both! {
    fn no_hot_call_reads_through_a_table_that_grows(app) {
        let sent = sent(app);
        assert!(sent.len() > 30, "the statements were recorded: {sent:#?}");

        let mut found = Vec::new();
        for (statement, name) in &sent {
            for table in read_through(app, statement) {
                found.push(format!("{name} reads through {table}: {statement}"));
            }
        }
        assert!(found.is_empty(), "{found:#?}");
    }

    /// The control: no index has these columns, and one is read from end to end.
    fn a_statement_without_an_index_is_noticed(app) {
        let statements = [
            "SELECT id FROM bookings WHERE adults = 3",
            "SELECT b.id FROM bookings AS b WHERE b.adults = 3",
            "SELECT id FROM bookings ORDER BY id",
            "SELECT c.id FROM carers AS c JOIN bookings ON bookings.adults = c.position",
        ];
        for statement in statements {
            assert!(read_through(app, statement).contains("bookings"), "{statement}");
        }
        let by_key = match app.backend {
            Backend::Sqlite => "SELECT id FROM bookings WHERE id = ?",
            Backend::Postgres => "SELECT id FROM bookings WHERE id = $1",
        };
        assert_eq!(read_through(app, by_key), BTreeSet::new());
    }
}
