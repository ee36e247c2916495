//! SQLite's floor: the rows of a rush, taken out and written again by a bare loop
//! over one connection, with the service's durability and a commit for each booking.

use std::time::Instant;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use firstplace::base::moment::Moment;
use firstplace::bookings::Booking;
use firstplace::db::schema::{audit, booking_children, booking_sessions, bookings, families};
use firstplace::db::schema::{outbox, sessions};

#[derive(Queryable, Insertable)]
#[diesel(table_name = booking_sessions)]
struct Held {
    booking_id: String,
    session_id: String,
    family_id: String,
    holds: String,
    saved: bool,
    last_call_at: Option<Moment>,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = booking_children)]
struct Comes {
    booking_id: String,
    child_id: String,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = audit)]
struct Done {
    id: String,
    at: Moment,
    actor_id: Option<String>,
    act: String,
    subject_kind: String,
    subject_id: String,
    detail: String,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = outbox)]
struct Letter {
    id: String,
    dedupe: String,
    kind: String,
    channel: String,
    recipient: String,
    payload: String,
    family_id: Option<String>,
    session_id: Option<String>,
    booking_id: Option<String>,
    state: String,
    attempts: i32,
    due_at: Moment,
    leased_until: Option<Moment>,
    made_at: Moment,
    ended_at: Option<Moment>,
    last_error: Option<String>,
    tried_since: Option<Moment>,
}

/// Everything one booking wrote.
struct Written {
    booking: Booking,
    held: Vec<Held>,
    comes: Vec<Comes>,
    done: Vec<Done>,
    letters: Vec<Letter>,
}

/// How many bookings a second the loop writes, of those on these sessions.
pub fn per_second(file: &str, of: &[String]) -> f64 {
    let mut conn = SqliteConnection::establish(file).expect("the database opens");
    conn.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
    )
    .expect("it is set as the service has it");
    let rows = conn.immediate_transaction(|conn| take_out(conn, of)).expect("rows are taken out");

    let began = Instant::now();
    for row in &rows {
        conn.immediate_transaction(|conn| write(conn, row)).expect("rows are written");
    }
    rows.len() as f64 / began.elapsed().as_secs_f64()
}

fn take_out(conn: &mut SqliteConnection, of: &[String]) -> QueryResult<Vec<Written>> {
    let booked: Vec<Booking> =
        bookings::table.filter(bookings::session_id.eq_any(of)).load(conn)?;
    let mut rows = Vec::new();
    for booking in booked {
        let id = booking.id.as_str();
        let held = booking_sessions::table.filter(booking_sessions::booking_id.eq(id));
        let comes = booking_children::table.filter(booking_children::booking_id.eq(id));
        let done = audit::table.filter(audit::subject_id.eq(id));
        let letters = outbox::table.filter(outbox::booking_id.eq(id));
        let written = Written {
            held: held.load(conn)?,
            comes: comes.load(conn)?,
            done: done.load(conn)?,
            letters: letters.load(conn)?,
            booking: booking.clone(),
        };
        diesel::delete(held).execute(conn)?;
        diesel::delete(comes).execute(conn)?;
        diesel::delete(done).execute(conn)?;
        diesel::delete(letters).execute(conn)?;
        diesel::delete(bookings::table.find(id)).execute(conn)?;
        rows.push(written);
    }
    Ok(rows)
}

fn write(conn: &mut SqliteConnection, row: &Written) -> QueryResult<()> {
    let booking = &row.booking;
    diesel::update(sessions::table.find(booking.session_id.as_str()))
        .set(sessions::touched.eq(sessions::touched + 1))
        .execute(conn)?;
    diesel::update(families::table.find(booking.family_id.as_str()))
        .set(families::touched.eq(families::touched + 1))
        .execute(conn)?;
    diesel::insert_into(bookings::table).values(booking).execute(conn)?;
    for held in &row.held {
        diesel::insert_into(booking_sessions::table).values(held).execute(conn)?;
    }
    for comes in &row.comes {
        diesel::insert_into(booking_children::table).values(comes).execute(conn)?;
    }
    for done in &row.done {
        diesel::insert_into(audit::table).values(done).execute(conn)?;
    }
    for letter in &row.letters {
        diesel::insert_into(outbox::table).values(letter).execute(conn)?;
    }
    Ok(())
}
