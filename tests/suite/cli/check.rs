//! `firstplace check`: a sound database passes, and each thing that must never be is seen in a
//! copy that was spoilt by hand.

use chrono::TimeDelta;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection, sql_query};
use firstplace::base::clock::Clock;
use firstplace::bookings::auditor;
use firstplace::db::{Options, Store};
use serde_json::json;

use crate::support::app::{Backend, TestApp, both};
use crate::support::postgres::Postgres;
use crate::support::program::{firstplace, said};
use crate::support::scratch::Scratch;
use crate::support::world::{World, id};

/// What is done to the copy, and the rule it breaks.
const SPOILT: &[(&str, &str)] = &[
    ("update sessions set capacity = 1", "never more taken than capacity"),
    ("update activities set adult_limit = 1", "never more adults than the limit"),
    (
        "update booking_sessions set holds = 'none' where holds = 'place'",
        "a booking holds what it says",
    ),
    (
        "update bookings set family_id = (select max(id) from families)",
        "a booking belongs to one family",
    ),
    ("delete from booking_children", "no party is split"),
    ("delete from family_children", "a party belongs to one family"),
    (
        "update offers set state = 'lapsed', ended_at = made_at where state = 'live'",
        "an offered booking has its offer",
    ),
    (
        "update bookings set status = 'booked', taken_at = made_at where status = 'offered'",
        "a live offer has its booking",
    ),
    ("delete from search_keys", "a family's search keys match it"),
    ("update sessions set cancelled_at = created_at", "a cancelled session holds nobody"),
    (
        "update sessions set capacity = capacity + 1",
        "no place is free while a party that fits waits",
    ),
    ("update sessions set settled_until = null", "a line is looked at in time"),
    (
        "update sessions set ends_at = (select max(ends_at) from sessions)",
        "a child is in one place at a time",
    ),
];

fn copy(app: &TestApp, folder: &Scratch, number: usize) -> String {
    match app.backend {
        Backend::Postgres => Postgres::shared().copy_of(&app.url),
        Backend::Sqlite => {
            let copy = folder.path().join(format!("{number}.sqlite")).display().to_string();
            let mut conn = SqliteConnection::establish(&app.url).expect("the file is there");
            sql_query(format!("vacuum into '{copy}'")).execute(&mut conn).expect("it is copied");
            copy
        }
    }
}

fn spoil(backend: Backend, url: &str, statement: &str) {
    let done = match backend {
        Backend::Sqlite => {
            SqliteConnection::establish(url).expect("a copy").batch_execute(statement)
        }
        Backend::Postgres => PgConnection::establish(url).expect("a copy").batch_execute(statement),
    };
    done.unwrap_or_else(|cause| panic!("{statement}: {cause}"));
}

fn broken(app: &TestApp, url: &str) -> Vec<&'static str> {
    let store = Store::look(&Options::new(url), Clock::fixed(app.now())).expect("it opens");
    let found = auditor::service::audit(&store).expect("it can be read");
    found.into_iter().map(|broken| broken.rule).collect()
}

/// Two sessions of two: one with places held and waited for, one with an offer that is live.
fn people(world: &World) {
    let tuesday = json!({ "capacity": 2, "starts_at": "2026-11-24T10:00:00Z",
        "ends_at": "2026-11-24T11:30:00Z" });
    let sessions = [world.session(json!({ "capacity": 2 })), world.session(tuesday)];
    let families = world.families(4);
    for family in &families {
        family.books(&sessions[0]).expect(201);
    }
    let mut booked = families.iter().map(|family| family.books(&sessions[1]).expect(201));
    let first = id(&booked.next().expect("one"));
    booked.for_each(drop);
    let cancel = format!("/api/v1/bookings/{first}/cancel");
    families[0].parent.post(&cancel, &json!({})).expect(200);
}

both! {
    fn what_was_spoilt_by_hand_is_found(app) {
        let world = World::new(app);
        people(&world);
        app.is_sound();

        let folder = Scratch::new("copies");
        for (number, (statement, rule)) in SPOILT.iter().enumerate() {
            let url = copy(app, &folder, number);
            spoil(app.backend, &url, statement);
            let found = broken(app, &url);
            assert!(found.contains(rule), "{statement}: {found:?}");
        }
    }

    fn the_command_exits_with_2_and_names_what_is_broken(app) {
        let world = World::new(app);
        people(&world);
        let folder = Scratch::new("copies");
        let check = |url: &str| {
            let output = firstplace(&["check", "--database-url", url]).output();
            let output = output.expect("the command runs");
            (output.status.code(), said(&output))
        };
        let sound = copy(app, &folder, 0);
        assert_eq!(check(&sound).0, Some(0), "{}", check(&sound).1);

        let url = copy(app, &folder, 1);
        spoil(app.backend, &url, SPOILT[0].0);
        let (code, said) = check(&url);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(SPOILT[0].1), "{said}");
    }

    fn what_only_the_passage_of_time_changed_is_not_reported(app) {
        let world = World::new(app);
        people(&world);
        // Offers have lapsed, priority is over, and nobody has swept yet.
        app.advance(TimeDelta::days(3));
        app.is_sound();
        app.sweep();
    }
}
