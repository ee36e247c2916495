//! `firstplace digests`, as whoever runs the service types it.

use chrono::{Days, TimeDelta};
use serde_json::{Value, json};

use crate::support::app::{Backend, TestApp};
use crate::support::mail::letters;
use crate::support::program::firstplace;
use crate::support::world::World;

#[test]
fn the_week_is_looked_at_and_then_written_once() {
    let app = TestApp::on(Backend::Sqlite);
    // The command lives by the wall clock.
    let now = firstplace::base::clock::Clock::system().now();
    app.clock.set(now);
    let world = World::new(&app);
    let day = now.civil_day() + Days::new(20);
    world.session(json!({
        "starts_at": format!("{day}T10:00:00Z"), "ends_at": format!("{day}T11:00:00Z"),
        "referrals_open_at": (now + TimeDelta::days(2)).to_string(),
        "public_release_at": (now + TimeDelta::days(9)).to_string(),
    }));
    world.professional("health");
    let runs = |arguments: &[&str]| -> String {
        let place = ["digests", "--database-url", &app.url];
        let output = firstplace(&[&place[..], arguments].concat()).output().expect("it runs");
        let failed = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{failed}");
        String::from_utf8(output.stdout).expect("text")
    };
    let line =
        |text: &str| -> Value { serde_json::from_str(text.trim()).expect("one line of JSON") };

    let dry = line(&runs(&["--dry-run", "--json"]));
    assert_eq!((&dry["windows"], &dry["written"]), (&json!(1), &json!(true)));
    assert_eq!(letters(&app, "windows_digest").len(), 0, "a dry run writes nothing");
    assert!(runs(&[]).contains("1 of 1 written."));
    assert_eq!(letters(&app, "windows_digest").len(), 1);
    assert_eq!(line(&runs(&["--json"]))["written"], false);
    assert!(runs(&["--dry-run"]).contains("1 of 1 would be written."));
}
