//! Many rows in few statements: one for each chunk on PostgreSQL, where every statement is a round
//! trip; one for each row on SQLite, where it is prepared once and costs nothing to repeat.

/// Rows in one statement; PostgreSQL takes at most 65,535 values at once.
pub(crate) const TOGETHER: usize = 1_500;

/// Inserts a `Vec` of rows into a table, on whichever database.
macro_rules! insert_all {
    ($tx:expr, $table:expr, $rows:expr) => {{
        let rows = $rows;
        let inserted: Result<(), $crate::base::fault::Fault> = match $tx.conn() {
            $crate::db::Conn::Sqlite(conn) => {
                for row in &rows {
                    $crate::db::Prepared(diesel::insert_into($table).values(row)).execute(conn)?;
                }
                Ok(())
            }
            $crate::db::Conn::Postgres(conn) => {
                for chunk in rows.chunks($crate::db::bulk::TOGETHER) {
                    diesel::insert_into($table).values(chunk).execute(conn)?;
                }
                Ok(())
            }
        };
        inserted
    }};
}

pub(crate) use insert_all;
