//! How a session was: who is asked, what a family says, who reads its words, and what is counted.

mod asked;
mod counted;
mod given;
mod read;

use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::registers::weeks::{completed, marks, monday};
use crate::support::app::TestApp;
use crate::support::client::Answer;
use crate::support::world::{Family, World, id};

/// The families that book a session of the first week come to it; its register is complete.
pub fn came(world: &World, session: &str, families: &[&Family]) {
    let bookings: Vec<Value> =
        families.iter().map(|family| family.books(session).expect(201)).collect();
    world.app.set_clock(&monday(0, "10:10:00"));
    for booking in &bookings {
        marks(world, session, booking, "came");
    }
    world.app.set_clock(&monday(0, "11:45:00"));
    completed(world, session);
}

/// Says yes, or no, to being asked by e-mail.
pub fn agrees(family: &Family, answer: &str) {
    let home = format!("/api/v1/families/{}", family.id);
    let carer = id(&family.parent.get(&home).expect(200)["carers"][0]);
    let said = json!({ "subject_id": carer, "question": "feedback_by_email", "value": answer });
    family.parent.put(&format!("{home}/answers"), &said).expect(200);
}

pub fn says(family: &Family, session: &str, body: &Value) -> Answer {
    family.parent.put(&format!("/api/v1/sessions/{session}/feedback"), body)
}

/// Sends the form of a page behind a link, and loads the page that it leads to.
pub fn send(app: &TestApp, page: &str, form: &str) -> Answer {
    let call = app.nobody.call(Method::POST, page);
    let call = call.header("content-type", "application/x-www-form-urlencoded");
    let answer = call.raw(form.as_bytes().to_vec()).send();
    if answer.status != 303 {
        return answer;
    }
    assert_eq!(answer.header("location"), Some(page));
    app.nobody.get(page)
}
