//! What was done stays as it was written, or it shows.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::audit::Event;
use firstplace::audit::service::{seal, verify};
use firstplace::db::schema::audit;
use serde_json::json;

use std::collections::BTreeSet;

use crate::support::app::{TestApp, both};
use crate::support::snapshot::agreed;

fn add_centre(app: &TestApp, name: &str) {
    let admin = app.as_role(Role::Administrator);
    admin.post("/api/v1/centres", &json!({ "name": name })).expect(201);
}

fn sealed(app: &TestApp) -> usize {
    app.store.write(Actor::service(), seal).expect("it is sealed")
}

fn broken(app: &TestApp) -> Vec<String> {
    verify(&app.store).expect("it is checked")
}

#[test]
fn the_log_says_what_was_agreed_and_nothing_twice() {
    let line = |event: &Event| {
        let effect = format!("{:?}", event.effect()).to_lowercase();
        format!("{effect:8}{:28}{}\n", event.as_str(), event.subject())
    };
    let lines: Vec<String> = Event::ALL.iter().map(line).collect();
    agreed("audit/events.txt", &lines.concat());
    let words: BTreeSet<&str> = Event::ALL.iter().map(|event| event.as_str()).collect();
    assert_eq!(words.len(), Event::ALL.len(), "two events of one word");
}

both! {
    fn what_was_done_is_sealed_once_it_has_settled(app) {
        add_centre(app, "Partington");
        assert_eq!(sealed(app), 0, "a transaction that began before may still commit");
        app.advance(TimeDelta::minutes(3));
        add_centre(app, "Stretford");
        assert_eq!(sealed(app), 1);
        assert_eq!(sealed(app), 0);
        app.advance(TimeDelta::minutes(3));
        assert_eq!(sealed(app), 1);
        assert_eq!(broken(app), Vec::<String>::new());
    }

    fn a_row_that_was_changed_or_removed_shows(app) {
        add_centre(app, "Partington");
        add_centre(app, "Stretford");
        app.advance(TimeDelta::minutes(3));
        assert_eq!(sealed(app), 2);

        let rewrite = |act: &'static str| {
            app.store.write(Actor::service(), move |tx| {
                Ok(diesel::update(audit::table).set(audit::act.eq(act)).execute(tx.conn())?)
            })
        };
        rewrite("nothing_at_all").expect("the row is changed");
        assert!(broken(app)[0].contains("audit seal 1 does not hold"));
        rewrite("add_centre").expect("the row is changed back");
        assert_eq!(broken(app), Vec::<String>::new());

        let remove = app.store.write(Actor::service(), |tx| {
            let last = audit::table.select(audit::id).order(audit::id.desc());
            let last: String = last.first(tx.conn())?;
            Ok(diesel::delete(audit::table.find(last)).execute(tx.conn())?)
        });
        remove.expect("the row is removed");
        assert!(broken(app)[0].contains("(1 are there now)"), "{:?}", broken(app));
        app.expect_broken(&["audit seal 1 does not hold"]);
    }
}
