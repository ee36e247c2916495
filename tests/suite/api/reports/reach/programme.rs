//! The activities of the small borough, and their sessions.

use chrono::NaiveDate;
use diesel::prelude::*;
use firstplace::base::fault::Fault;
use firstplace::base::moment::Moment;
use firstplace::db::Tx;
use firstplace::db::schema::sessions;

/// What each centre does.
pub const ACTIVITIES: [&str; 2] = ["play", "songs"];

/// The id of a centre's activity.
pub fn activity(centre: &str, what: &str) -> String {
    format!("{what}-{centre}")
}

/// They, as SQL.
pub fn activities(centre: &str) -> String {
    let row = |what: &&str| {
        format!(
            "INSERT INTO activities (id, title, centre_id, access, unit, capacity, age_unit, \
             age_min, siblings_welcome, expectant_welcome, adults_only, sensitive, \
             priority_places, priority_hours, referrals_days_before, referrals_time, public_time, \
             closes_minutes_before, cancel_hours, waitlist_order, saving, limit_a_day, \
             limit_in_seven_days, created_at) VALUES ('{}', '{what}', '{centre}', 'book', \
             'families', 10, 'months', 0, TRUE, TRUE, FALSE, FALSE, 0, 0, 28, '09:00:00', \
             '09:00:00', 0, 0, 'tier', TRUE, 1, 7, '2020-01-01 00:00:00');",
            activity(centre, what)
        )
    };
    ACTIVITIES.iter().map(row).collect()
}

/// The one session of an activity on a day, made where it is not there yet.
pub fn session(tx: &mut Tx, centre: &str, what: &str, day: NaiveDate) -> Result<String, Fault> {
    let id = format!("{what}-{centre}-{day}");
    let is_there: i64 =
        sessions::table.filter(sessions::id.eq(&id)).count().get_result(tx.conn())?;
    if is_there == 0 {
        let hour = |hour| Moment::from(day.and_hms_opt(hour, 0, 0).expect("an hour").and_utc());
        diesel::insert_into(sessions::table)
            .values((
                sessions::id.eq(&id),
                sessions::activity_id.eq(activity(centre, what)),
                sessions::centre_id.eq(centre),
                sessions::starts_at.eq(hour(10)),
                sessions::ends_at.eq(hour(11)),
                sessions::local_day.eq(day),
                sessions::capacity.eq(10),
                sessions::referrals_open_at.eq(hour(8)),
                sessions::bookings_close_at.eq(hour(9)),
                sessions::cancel_by.eq(hour(9)),
                sessions::priority_places.eq(0),
                sessions::priority_until.eq(hour(8)),
                sessions::created_at.eq(hour(8)),
            ))
            .execute(tx.conn())?;
    }
    Ok(id)
}
