//! Every call of a parent, and of whoever has no token.

use firstplace::access::Actor;
use firstplace::base::id::MarkId;
use firstplace::bookings::telling::service::remind;
use serde_json::{Value, json};
use ureq::http::Method;

use super::{Heard, Stage};
use crate::api::families::join::code;
use crate::support::world::{id, merged};

pub fn play(heard: &mut Heard, stage: &Stage) {
    looks_around(heard, stage);
    books(heard, stage);
    waits(heard, stage);
    keeps_the_record(heard, stage);
    without_a_token(heard, stage);
    for moment in ["2026-11-22T15:59:59Z", "2026-11-22T16:00:00Z", "2026-11-24T16:00:00Z"] {
        stage.app.set_clock(moment);
        stage.app.store.write(Actor::service(), remind).expect("a round");
        stage.app.sweep();
    }
    says_how_it_was(heard, stage);
    reads_again(heard, stage);
    heard.hears("sign_out", stage.dad.post("/api/v1/auth/sign-out", &json!({})));
}

fn looks_around(heard: &mut Heard, stage: &Stage) {
    let dad = &stage.dad;
    let centre = format!("/api/v1/centres/{}", stage.world.centre);
    heard.hears("get_me", dad.get("/api/v1/auth/me"));
    heard.hears("list_sign_ins", dad.get("/api/v1/auth/sessions"));
    let none = format!("/api/v1/auth/sessions/{}", "0".repeat(32));
    heard.hears("end_sign_in", dad.call(Method::DELETE, &none).json(&json!({})).send());
    let guess = json!({ "current_password": "not the right one", "new_password": "violet otter kayak nine" });
    heard.hears("change_password", dad.post("/api/v1/auth/password", &guess));
    heard.hears("list_referral_reasons", dad.get("/api/v1/referral-reasons"));
    heard.hears("list_centres", dad.get("/api/v1/centres"));
    heard.hears("get_centre", dad.get(&centre));
    heard.hears("get_offer", dad.get(&format!("{centre}/offer")));
    reads_again(heard, stage);
}

/// What may be read at any time.
fn reads_again(heard: &mut Heard, stage: &Stage) {
    let dad = &stage.dad;
    heard.hears("list_sessions", dad.get("/api/v1/sessions?limit=500"));
    let sessions =
        [&stage.theirs, &stage.beside, &stage.full, &stage.later, &stage.sensitive, &stage.soon];
    for session in sessions {
        let path = format!("/api/v1/sessions/{session}");
        heard.hears("get_session", dad.get(&path));
        heard.hears("list_session_bookings", dad.get(&format!("{path}/bookings")));
    }
    heard.hears("list_families", dad.get("/api/v1/families"));
    heard.hears("list_families", dad.get("/api/v1/families?q=robin"));
    heard.hears("get_family", dad.get(&home(stage)));
    heard.hears("get_family", dad.get(&format!("/api/v1/families/{}", id(&stage.other))));
    heard.hears("list_bookings", dad.get("/api/v1/bookings"));
    heard.hears("list_bookings", dad.get("/api/v1/bookings?limit=1"));
    let number = stage.family["membership"]["number"].as_str().expect("a number");
    let membership = format!("/api/v1/memberships/{number}");
    heard.hears("get_membership", dad.get(&membership));
    heard.hears("draw_card", dad.get(&format!("{membership}/card.svg")));
    heard.hears("print_card", dad.get(&format!("{membership}/card.pdf")));
    heard.hears("get_told", dad.get(&format!("{}/told", home(stage))));
    heard.hears("list_bookings", dad.get("/api/v1/bookings?time=to_come"));
    heard.hears("list_bookings", dad.get("/api/v1/bookings?time=over"));
    for page in ["/my", "/my/family", "/my/told", "/my/told.json", "/my/family/me"] {
        heard.hears("a page", dad.open(page));
    }
    heard.hears("draw_card", dad.open("/my/card"));
    let made = dad.call(Method::PUT, "/api/v1/auth/feed").json(&json!({})).send();
    let feed = heard.hears("make_feed", made);
    if let Some((_, secret)) = feed["url"].as_str().and_then(|url| url.rsplit_once('/')) {
        heard.hears("a page", stage.app.nobody.get(&format!("/feeds/{secret}")));
    }
}

/// Everybody with a place came; Mum, or the stranger, says how it was before Dad does.
fn says_how_it_was(heard: &mut Heard, stage: &Stage) {
    let (dad, mum, staff) = (&stage.dad, &stage.mum, &stage.world.staff);
    let sessions = [&stage.theirs, &stage.beside, &stage.full, &stage.sensitive];
    for session in sessions {
        let path = format!("/api/v1/sessions/{session}");
        let register = staff.get(&format!("{path}/register")).expect(200);
        let parties = register["parties"].as_array().expect("parties");
        let mark = |party: &Value| {
            json!({ "client_id": MarkId::new().to_string(), "at": stage.app.now().to_string(),
                "booking_id": party["booking_id"], "mark": "came" })
        };
        let marks: Vec<Value> = parties.iter().map(mark).collect();
        if !marks.is_empty() {
            staff.post(&format!("{path}/register/marks"), &json!({ "marks": marks })).expect(200);
        }
        let said = json!({ "good": false, "text": "I know where you live." });
        mum.put(&format!("{path}/feedback"), &said);
        heard.hears("get_feedback", dad.get(&format!("{path}/feedback")));
        let said = json!({ "good": true, "text": "All well." });
        heard.hears("give_feedback", dad.put(&format!("{path}/feedback"), &said));
        heard.hears("get_feedback", dad.get(&format!("{path}/feedback")));
    }
}

fn home(stage: &Stage) -> String {
    format!("/api/v1/families/{}", id(&stage.family))
}

fn books(heard: &mut Heard, stage: &Stage) {
    let dad = &stage.dad;
    let asks = |session: &str, child: usize| {
        let path = format!("/api/v1/sessions/{session}/bookings");
        dad.post(&path, &Stage::party(&stage.family, child))
    };
    // Robin is elsewhere at that time, or in the same session; Dad may say who comes as he likes.
    let beside = heard.hears("book_place", asks(&stage.beside, 0));
    heard.hears("book_place", asks(&stage.beside, 0));
    heard.hears("book_place", asks(&stage.theirs, 0));
    heard.hears("book_place", asks(&stage.theirs, 1));
    heard.hears("book_place", asks(&stage.sensitive, 1));
    heard.hears("book_place", asks(&stage.soon, 1));
    let nan = json!({ "carer_id": stage.family["carers"][1]["id"] });
    let path = format!("/api/v1/sessions/{}/bookings", stage.later);
    let later = merged(Stage::party(&stage.family, 0), nan);
    let later = heard.hears("book_place", dad.post(&path, &later));

    let booking = |booking: &Value, deed: &str| format!("/api/v1/bookings/{}{deed}", id(booking));
    heard.hears("get_booking", dad.get(&booking(&beside, "")));
    let to = |session: &str| json!({ "session_id": session });
    heard.hears("cancel_booking", dad.post(&booking(&beside, "/cancel"), &json!({})));
    heard.hears("undo_cancel", dad.post(&booking(&beside, "/undo-cancel"), &json!({})));
    heard.hears("cancel_booking", dad.post(&booking(&beside, "/cancel"), &json!({})));
    let comes = |child: usize, adults: i32| json!({ "child_ids": [stage.family["children"][child]["id"]], "adults": adults });
    heard.hears("change_party", dad.post(&booking(&later, "/party"), &comes(1, 1)));
    heard.hears("change_party", dad.post(&booking(&later, "/party"), &comes(0, 2)));
    heard.hears("change_party", dad.post(&booking(&later, "/party"), &comes(0, 1)));
    heard.hears("move_booking", dad.post(&booking(&later, "/move"), &to(&stage.theirs)));
    heard.hears("move_booking", dad.post(&booking(&later, "/move"), &to(&stage.sensitive)));
    heard.hears("book_place", asks(&stage.beside, 0));
    heard.hears(
        "ask_alert",
        dad.post(&format!("/api/v1/sessions/{}/alerts", stage.soon), &json!({})),
    );
    heard.hears(
        "ask_alert",
        dad.post(&format!("/api/v1/sessions/{}/alerts", stage.sensitive), &json!({})),
    );
}

/// In line for the one place of somebody who gives it up, twice.
fn waits(heard: &mut Heard, stage: &Stage) {
    let dad = &stage.dad;
    let path = format!("/api/v1/sessions/{}/bookings", stage.full);
    let give_up = format!("/api/v1/bookings/{}/cancel", id(&stage.held));
    let mut waiting = heard.hears("book_place", dad.post(&path, &Stage::party(&stage.family, 0)));
    let claim = format!("/api/v1/bookings/{}/claim", id(&waiting));
    heard.hears("claim_place", dad.post(&claim, &json!({})));
    stage.holder.post(&give_up, &json!({})).expect(200);
    for answer in ["decline", "accept"] {
        if answer == "accept" {
            waiting = heard.hears("book_place", dad.post(&path, &Stage::party(&stage.family, 0)));
        }
        let shown =
            heard.hears("get_booking", dad.get(&format!("/api/v1/bookings/{}", id(&waiting))));
        let offer = shown["offer"]["id"].as_str().unwrap_or("none").to_owned();
        let answered = dad.post(&format!("/api/v1/offers/{offer}/{answer}"), &json!({}));
        let operation = if answer == "accept" { "accept_offer" } else { "decline_offer" };
        heard.hears(operation, answered);
    }
}

fn keeps_the_record(heard: &mut Heard, stage: &Stage) {
    let (dad, home) = (&stage.dad, home(stage));
    let child = |at: usize| id(&stage.family["children"][at]);
    let carer = |at: usize| id(&stage.family["carers"][at]);
    let answer = json!({ "subject_id": child(0), "question": "allergies", "value": "nuts" });
    heard.hears("answer_question", dad.put(&format!("{home}/answers"), &answer));
    let nana = json!({ "name": "Nana", "relationship": "grandparent", "child_ids": [child(0)] });
    let adult =
        heard.hears("add_trusted_adult", dad.post(&format!("{home}/trusted-adults"), &nana));
    let gone = dad.call(Method::DELETE, &format!("{home}/trusted-adults/{}", id(&adult))).send();
    heard.hears("remove_trusted_adult", gone);

    for change in [
        json!({ "children": [{ "id": child(0), "name": "Robyn", "born_on": "2025-10-01" }] }),
        json!({ "carers": [{ "id": carer(0), "name": "Dad", "email": "daddy@example.org" }] }),
        json!({ "carers": [{ "id": carer(1), "name": "Nan", "email": "dad@example.org" }] }),
    ] {
        let etag = dad.get(&home).header("etag").expect("an ETag").to_owned();
        let call = dad.call(Method::PATCH, &home).json(&change).if_match(&etag);
        heard.hears("change_family", call.send());
    }
    let baby = json!({ "babies": [{ "name": "Mia", "born_on": "2026-11-12" }] });
    let path = |at: usize, deed: &str| format!("{home}/children/{}/{deed}", child(at));
    heard.hears("child_was_born", dad.post(&path(2, "birth"), &baby));
    heard.hears("end_child", dad.post(&path(2, "end"), &json!({ "ended": "pregnancy_ended" })));
    heard.hears(
        "move_child",
        dad.post(&path(2, "move"), &json!({ "to_family_id": id(&stage.other) })),
    );
    heard.hears("move_child", dad.post(&path(2, "move"), &json!({})));
    heard.hears("get_family", dad.get(&home));
    heard.hears("ask_for_record", dad.post(&format!("{home}/record-requests"), &json!({})));
    heard.hears("opt_out", dad.post(&format!("{home}/opt-out"), &json!({})));
    heard.hears("join_again", dad.post(&format!("{home}/join-again"), &json!({})));
}

fn without_a_token(heard: &mut Heard, stage: &Stage) {
    let nobody = &stage.app.nobody;
    heard.hears("list_questions", nobody.get("/api/v1/questions"));
    heard.hears("get_current_notice", nobody.get("/api/v1/notices/current"));
    heard.hears("list_languages", nobody.get("/api/v1/languages"));
    let statement = nobody.get("/api/v1/accessibility-statement");
    heard.hears("get_accessibility_statement", statement);
    heard.hears("get_house_rules", nobody.get("/api/v1/house-rules"));
    heard.hears("list_whats_on", nobody.get("/api/v1/whats-on"));
    heard.hears("list_you_said", nobody.get("/api/v1/you-said"));
    let none = format!("/api/v1/you-said/{}", "0".repeat(32));
    heard.hears("get_you_said", nobody.get(&none));
    for page in ["/", "/whats-on", "/whats-on.ics", "/join", "/rules", "/sign-in", "/you-said"] {
        heard.hears("a page", nobody.get(page));
        heard.hears("a page", stage.dad.open(page));
    }
    for session in [&stage.theirs, &stage.full, &stage.sensitive] {
        heard.hears("get_whats_on", nobody.get(&format!("/api/v1/whats-on/{session}")));
        for page in ["", "/book", ".ics"] {
            heard.hears("a page", nobody.get(&format!("/sessions/{session}{page}")));
        }
        heard.hears("a page", stage.dad.open(&format!("/sessions/{session}")));
        heard.hears("a page", stage.dad.open(&format!("/sessions/{session}/book")));
    }
    let enrols = json!({ "code": "0000 0000 0000" });
    heard.hears("enrol_door_device", nobody.post("/api/v1/door-devices/enrol", &enrols));
    let secret = json!({ "secret": "none" });
    heard.hears("ask_door_device", nobody.post("/api/v1/door-devices/standing", &secret));
    let mark = json!({ "client_id": "a", "at": "2026-11-23T10:02:11Z", "mark": "came",
        "walk_in": { "guest": { "name": "Zed", "children": [{ "name": "Ruby", "born_on": "2025-03-03" }] } } });
    let late = json!({ "permit": "none", "device": "d", "marks": [mark] });
    let there = format!("/api/v1/sessions/{}/register/late-marks", stage.theirs);
    heard.hears("take_late_marks", nobody.post(&there, &late));
    let wrong = json!({ "email": "mum@example.org", "password": "not the right one" });
    heard.hears("create_token", nobody.post("/api/v1/auth/token", &wrong));
    heard.hears(
        "refresh_token",
        nobody.post("/api/v1/auth/refresh", &json!({ "refresh_token": "none" })),
    );
    let email = json!({ "email": "mum@example.org" });
    heard.hears("ask_password_reset", nobody.post("/api/v1/auth/password-reset", &email));
    let reset = json!({ "token": "none", "password": "a long enough new password" });
    heard.hears(
        "confirm_password_reset",
        nobody.post("/api/v1/auth/password-reset/confirm", &reset),
    );
    let asked = heard.hears("ask_sign_in_code", nobody.post("/api/v1/auth/code", &email));
    let typed = json!({ "request": asked["request"], "code": "12" });
    heard.hears("sign_in_by_code", nobody.post("/api/v1/auth/link", &typed));
    let joins = json!({ "carers": [{ "name": "Zed", "email": "zed@example.org" }],
        "children": [{ "name": "Ruby Hall", "born_on": "2025-03-03" }], "postcode": "M31 4FN" });
    let asked = heard.hears("join_by_itself", nobody.post("/api/v1/families/join", &joins));
    for code in ["0000 0000".to_owned(), code(stage.app, "zed@example.org")] {
        let typed = json!({ "request_id": asked["request_id"], "code": code });
        heard.hears("confirm_join", nobody.post("/api/v1/families/join/confirm", &typed));
    }
}
