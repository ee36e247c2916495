//! Birthdays: each renews a membership and brings one card, by the channel the family said yes to,
//! on paper else, or none for a reason; whatever is restarted, late, or done twice.

mod channels;
mod print_list;
mod round;
mod ten_years;

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::base::id::ChildId;
use firstplace::db::Tx;
use firstplace::db::schema::{birthday_cards, children, families, memberships, renewals};
use firstplace::membership::birthdays::service::PrintLine;
use firstplace::membership::birthdays::service::run::{dry, round};
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::TestApp;
use crate::support::mail::letters;
use crate::support::world::{World, id, merged};

/// Two years old on the first day of the tests.
pub const TWO_TODAY: &str = "2024-11-16";

/// A family made by staff with one child, born on this day, and a postcode.
pub fn born(world: &World, name: &str, born_on: &str, changed: Value) -> Value {
    let body = json!({
        "carers": [{ "name": name, "email": format!("{}@example.org", name.to_lowercase()) }],
        "children": [{ "name": format!("Leo {name}"), "born_on": born_on }],
        "postcode": "M31 4FL",
        "centre_id": world.centre,
    });
    made_anew(world, merged(body, changed))
}

/// A record made on its own, whatever is on record already: its children get their names afterwards.
pub fn made_anew(world: &World, right: Value) -> Value {
    let mut other = right.clone();
    let names = other["children"].as_array_mut().expect("children");
    for child in names.iter_mut().filter(|child| child["id"].is_null()) {
        let random = ChildId::new().to_string().chars().rev().take(12).collect::<String>();
        child["name"] = json!(random);
    }
    let made = world.staff.post("/api/v1/families", &other).expect(201);
    let path = format!("/api/v1/families/{}", id(&made));
    let children: Vec<Value> = right["children"]
        .as_array()
        .expect("children")
        .iter()
        .zip(made["children"].as_array().expect("children"))
        .filter(|(child, _)| child["id"].is_null())
        .map(|(child, made)| merged(child.clone(), json!({ "id": made["id"] })))
        .collect();
    if children.is_empty() {
        return made;
    }
    let version = format!("\"{}\"", made["version"]);
    let patch = world.staff.call(Method::PATCH, &path).json(&json!({ "children": children }));
    patch.if_match(&version).send().expect(200)
}

/// Its carer said yes to cards by e-mail.
pub fn said_yes(name: &str) -> Value {
    let email = format!("{}@example.org", name.to_lowercase());
    json!({ "carers": [{
        "name": name, "email": email, "phone": "07700 900123",
        "answers": { "birthday_by_email": "yes" },
    }] })
}

pub fn run_round(app: &TestApp) {
    round(&app.store).expect("a round is done");
}

/// Who would get what on a day.
pub fn would(app: &TestApp, on: &str) -> Vec<PrintLine> {
    let on = on.parse().expect("a day");
    dry(&app.store, on, &mut |_, _| {}).expect("a dry run").lines
}

/// `(channel, why)` of the one line of this family.
#[track_caller]
pub fn would_get(app: &TestApp, on: &str, family: &Value) -> (&'static str, &'static str) {
    let family = id(family);
    let own: Vec<PrintLine> =
        would(app, on).into_iter().filter(|line| line.family_id.as_str() == family).collect();
    assert_eq!(own.len(), 1, "{own:?}");
    (own[0].channel.as_str(), own[0].why.as_str())
}

/// Every card there is: `(child, age, channel)`.
pub fn cards(app: &TestApp) -> Vec<(String, i32, String)> {
    let read = app.store.read(Actor::service(), |tx| {
        Ok(birthday_cards::table
            .order(birthday_cards::id)
            .select((birthday_cards::child_id, birthday_cards::age, birthday_cards::channel))
            .load(tx.conn())?)
    });
    read.expect("the cards are read")
}

/// Every renewal there is: `(family, child, age)`.
pub fn renewed(app: &TestApp) -> Vec<(String, String, i32)> {
    let read = app.store.read(Actor::service(), |tx| {
        Ok(renewals::table
            .order((renewals::family_id, renewals::child_id, renewals::age))
            .select((renewals::family_id, renewals::child_id, renewals::age))
            .load(tx.conn())?)
    });
    read.expect("the renewals are read")
}

/// What other parts of the service find out about a family.
pub fn mark(app: &TestApp, family: &Value, how: Mark) {
    let family = id(family);
    let write = move |tx: &mut Tx| {
        tx.note_family(&family.as_str().into());
        let row = families::table.find(family.as_str());
        match how {
            Mark::Restricted => {
                diesel::update(row).set(families::restricted.eq(true)).execute(tx.conn())?
            }
            Mark::UnsafeAddress => {
                diesel::update(row).set(families::unsafe_address.eq(true)).execute(tx.conn())?
            }
            Mark::MovedAway => {
                let day = tx.now().utc().date_naive();
                diesel::update(row).set(families::moved_away_on.eq(day)).execute(tx.conn())?
            }
        };
        Ok(())
    };
    app.store.write(Actor::service(), write).expect("a family is marked");
}

#[derive(Clone, Copy)]
pub enum Mark {
    Restricted,
    UnsafeAddress,
    MovedAway,
}

/// A child died, or a pregnancy ended.
pub fn silence(app: &TestApp, child: &Value, how: &'static str) {
    let child = id(child);
    let write = move |tx: &mut Tx| {
        let now = tx.now();
        tx.note_child(&child.as_str().into());
        diesel::update(children::table.find(child.as_str()))
            .set((children::ended.eq(how), children::ended_at.eq(now)))
            .execute(tx.conn())?;
        Ok(())
    };
    app.store.write(Actor::service(), write).expect("a child is marked");
}

/// How a family's membership stands.
pub fn standing(app: &TestApp, family: &Value) -> (String, Option<String>) {
    let family = id(family);
    let read = app.store.read(Actor::service(), |tx| {
        Ok(memberships::table
            .filter(memberships::family_id.eq(family.as_str()))
            .select((memberships::status, memberships::ended_why))
            .first(tx.conn())?)
    });
    read.expect("a membership")
}
