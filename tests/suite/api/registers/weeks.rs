//! Sessions week by week: held, marked, completed, and what staff are asked to do.

use firstplace::access::Actor;
use firstplace::base::fault::Fault;
use firstplace::base::id::MarkId;
use firstplace::db::Tx;
use serde_json::{Value, json};

use super::{completes, takes};
use crate::support::app::TestApp;
use crate::support::world::World;

/// A step of the service's own.
pub fn run(app: &TestApp, step: fn(&mut Tx) -> Result<usize, Fault>) -> usize {
    app.store.write(Actor::service(), step).expect("a round")
}

/// Monday at ten, so many weeks after the first of these sessions.
pub fn monday(week: i64, time: &str) -> String {
    let first: chrono::NaiveDate = "2026-11-23".parse().expect("a day");
    format!("{}T{time}Z", first + chrono::TimeDelta::weeks(week))
}

/// A session on that Monday.
pub fn weekly(world: &World, week: i64, changed: Value) -> String {
    let times = json!({
        "starts_at": monday(week, "10:00:00"), "ends_at": monday(week, "11:30:00"),
    });
    world.session(crate::support::world::merged(times, changed))
}

/// Staff mark a booking's whole party now.
pub fn marks(world: &World, session: &str, booking: &Value, mark: &str) {
    let one = json!({
        "client_id": MarkId::new().to_string(), "at": world.app.now().to_string(),
        "booking_id": booking["id"], "mark": mark,
    });
    takes(&world.staff, session, json!([one]));
}

/// Whoever is not marked did not come.
pub fn completed(world: &World, session: &str) {
    completes(&world.staff, session, json!({ "unmarked": "did_not_come" })).expect(200);
}

/// Open tasks of a kind, as staff see them.
pub fn tasks(world: &World, kind: &str) -> Vec<Value> {
    let listed = world.staff.get(&format!("/api/v1/tasks?kind={kind}")).expect(200);
    let items = listed["items"].as_array().expect("a list").clone();
    assert!(items.iter().all(|task| task["kind"] == kind), "{listed}");
    items
}
