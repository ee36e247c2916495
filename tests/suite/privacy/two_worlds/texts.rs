//! What Dad is texted while he books, waits and answers, and what his own texts are answered with.

use serde_json::{Value, json};

use super::stage::DADS;
use super::{Heard, Stage};
use crate::mail::texts::{Post, receives};
use crate::support::carrier::Notify;
use crate::support::world::id;

pub fn play(heard: &mut Heard, stage: &Stage) {
    let (app, dad) = (stage.app, &stage.dad);
    let notify = Notify::new(app.clock.clone());
    let post = Post::notify(&notify);
    let mut read = 0;
    let mut reads = |heard: &mut Heard| {
        post.delivers(app);
        for text in notify.carried().into_iter().skip(read) {
            read += 1;
            if text.to == "447700900001" {
                heard.reads_text(app, &text.body);
            }
        }
    };
    let asks = |session: &str, child: usize| {
        let path = format!("/api/v1/sessions/{session}/bookings");
        dad.post(&path, &Stage::party(&stage.family, child))
    };

    let mut booked: Vec<Value> = Vec::new();
    for (session, child) in
        [(&stage.beside, 0), (&stage.theirs, 0), (&stage.later, 0), (&stage.sensitive, 1)]
    {
        booked.push(heard.hears("book_place", asks(session, child)));
        reads(heard);
    }
    let waits = heard.hears("book_place", asks(&stage.full, 0));
    reads(heard);
    let give_up = format!("/api/v1/bookings/{}/cancel", id(&stage.held));
    stage.holder.post(&give_up, &json!({})).expect(200);
    reads(heard);
    for text in ["hello?", "1", "2", "STOP"] {
        receives(app, DADS, text);
        reads(heard);
        let shown =
            dad.get(&format!("/api/v1/bookings/{}", waits["id"].as_str().unwrap_or("none")));
        heard.hears("get_booking", shown);
    }
    for one in booked {
        let path = format!("/api/v1/bookings/{}/cancel", one["id"].as_str().unwrap_or("none"));
        heard.hears("cancel_booking", dad.post(&path, &json!({})));
        reads(heard);
    }
    let body = json!({ "reason": "staff_ill" });
    let cancel = format!("/api/v1/sessions/{}/cancel", stage.full);
    stage.world.staff.post(&cancel, &body).expect(200);
    reads(heard);
}
