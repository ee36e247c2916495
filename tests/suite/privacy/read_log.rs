//! Whoever reads what names a family leaves a line in its log: every list, page, print and file, one
//! row a call. And whoever is refused leaves who it was, and from where, for 90 days.

use crate::support::contract::described;
use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::Tx;
use firstplace::db::schema::{audit, audit_families, outbox, refusals};
use firstplace::membership::birthdays::service::run::round;
use firstplace::serve::upkeep::{forget, note_lost};
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::registers::{mark, takes};
use crate::serve::openapi::lint::operations;
use crate::serve::openapi::people::names_somebody;
use crate::support::app::{TestApp, both};
use crate::support::client::Answer;
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{World, id};

/// Files that name families, which no schema tells of.
const FILES: [&str; 8] = [
    "draw_card",
    "get_course_attendance",
    "list_children_not_met",
    "print_birthday_cards",
    "print_birthday_labels",
    "print_card",
    "print_letters",
    "print_register",
];

/// Accounts, no family's file: who may manage them sees which family a parent's is of.
const ACCOUNTS: [&str; 3] = ["get_account", "get_me", "list_accounts"];

/// How many lines there are, and how many of them in this family's log.
fn lines(app: &TestApp, family: &str) -> (i64, i64) {
    let family = family.to_owned();
    let count = app.store.read(Actor::service(), move |tx| {
        let all = audit::table.count().get_result(tx.conn())?;
        let own = audit_families::table.filter(audit_families::family_id.eq(family));
        Ok((all, own.count().get_result(tx.conn())?))
    });
    count.expect("the log is counted")
}

/// One call, one line, in this family's log.
#[track_caller]
fn leaves_a_line(app: &TestApp, family: &str, what: &str, call: impl Fn() -> Answer) {
    let (all, own) = lines(app, family);
    let answer = call();
    assert_eq!(answer.status, 200, "{what}: {}", answer.text);
    let is_json = answer.header("content-type").is_some_and(|kind| kind.ends_with("json"));
    let named = answer.text.contains(family) || what.contains(family);
    assert!(!is_json || named, "{what} does not name it: {}", answer.text);
    assert_eq!(lines(app, family), (all + 1, own + 1), "{what}");
}

/// A family with something of everything, and those known only from a feed or out of touch.
struct Known {
    family: String,
    booking: String,
    waits: String,
    number: String,
    session: String,
    full: String,
    course: String,
    listed: String,
    lost: String,
    /// With a child of one year whom nobody met.
    young: String,
}

fn csv(world: &World, path: &str, rows: &str) {
    let call = world.staff.call(Method::POST, path).header("content-type", "text/csv");
    call.raw(rows.to_owned()).send().expect(200);
}

fn known(world: &World) -> Known {
    let app = world.app;
    let body = json!({ "carers": [{ "name": "Byrne", "phone": "07700 900123" }],
        "children": [{ "name": "Leo Byrne", "born_on": "2024-11-16" }],
        "postcode": "M31 4FL", "address": "1 High St", "centre_id": world.centre });
    let made = world.staff.post("/api/v1/families", &body).expect(201);
    let (family, child) = (id(&made), id(&made["children"][0]));
    let group = json!({ "code": "eligible_two", "child_id": child });
    world.staff.post(&format!("/api/v1/families/{family}/groups"), &group).expect(201);
    let lost = json!({ "carers": [{ "name": "Khan", "email": "khan@example.org",
            "phone": "07700 900124", "answers": { "birthday_by_email": "yes" } }],
        "children": [{ "name": "Zoe Khan", "born_on": "2024-11-16" }],
        "postcode": "M31 4FL", "centre_id": world.centre });
    let lost = id(&world.staff.post("/api/v1/families", &lost).expect(201));
    round(&app.store).expect("birthdays are done");
    let dead = |tx: &mut Tx| {
        let now = tx.now();
        diesel::update(outbox::table.filter(outbox::kind.eq("birthday_card")))
            .set((
                outbox::state.eq("dead"),
                outbox::ended_at.eq(now),
                outbox::last_error.eq("mailbox_unavailable"),
            ))
            .execute(tx.conn())?;
        Ok(())
    };
    app.store.write(Actor::service(), dead).expect("a letter is dead");
    note_lost(&app.store).expect("it is noted");

    csv(
        world,
        "/api/v1/feeds/families?",
        "NHS number,Forename,Surname,DOB,Mother's name,Address 1,\
        Postcode,Phone,Email\n943 476 5870,Ada,Listed,14/02/2026,Mary Listed,1 High St,M33 1AA,,\n",
    );
    let all = world.staff.get("/api/v1/memberships/to-tell").expect(200);
    let listed = all["items"][0]["family_id"].as_str().expect("a family").to_owned();
    csv(
        world,
        "/api/v1/feeds/contacts?",
        "Name,DOB,Postcode,Session,Date\n\
        Leo Burne,16/11/2024,M31 4FL,Stay and Play,02/11/2026\n",
    );

    let likely = json!({ "carers": [{ "name": "Byrne", "phone": "07700 900125" }],
        "children": [{ "name": "Leo Byrnes", "born_on": "2024-11-16" }],
        "postcode": "M31 4FL", "centre_id": world.centre });
    world.staff.post("/api/v1/families", &likely).expect(201);

    let activity = world.activity(json!({ "capacity": 1, "title": "Baby Massage" }));
    let session = world.session(json!({}));
    let full = world.session(json!({ "activity_id": activity }));
    let book = |session: &str, family: &str, child: &str| {
        let body =
            json!({ "family_id": family, "child_ids": [child], "adults": 1, "reason": "Rang." });
        id(&world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &body).expect(201))
    };
    let other = world.family("Zed");
    book(&full, &other.id, &other.children[0]);
    let record = format!("/api/v1/families/{}", other.id);
    let read = other.parent.get(&record);
    let etag = read.header("etag").expect("an ETag").to_owned();
    let born_on = &read.json()["children"][0]["born_on"];
    let corrected = json!({
        "children": [{ "id": other.children[0], "name": "Zeda", "born_on": born_on }],
    });
    let call = other.parent.call(Method::PATCH, &record).json(&corrected);
    call.if_match(&etag).send().expect(202);
    let waits = book(&full, &family, &child);
    let cancelled = world.session(json!({ "starts_at": "2026-11-25T10:00:00Z",
        "ends_at": "2026-11-25T11:00:00Z" }));
    book(&cancelled, &family, &child);
    let reason = json!({ "reason": "The leader is ill" });
    world.staff.post(&format!("/api/v1/sessions/{cancelled}/cancel"), &reason).expect(200);
    let course = json!({ "activity_id": world.activity, "centre_id": world.centre,
        "name": "The Puzzle", "dates": 2, "rule": { "every": "week", "weekday": "thursday" },
        "first_day": "2026-11-26", "starts": "10:00", "ends": "11:30" });
    let course = world.staff.post("/api/v1/courses", &course).expect(201);
    let announce = format!("/api/v1/courses/{}/announce", id(&course));
    world.staff.post(&announce, &json!({})).expect(200);
    app.set_clock("2026-11-19T10:00:00Z");
    let first = course["days"][0]["session_ids"][0].as_str().expect("an id");
    book(first, &family, &child);
    let later = world.session(json!({ "starts_at": "2026-11-23T13:00:00Z",
        "ends_at": "2026-11-23T14:00:00Z" }));
    let booking = book(&later, &family, &child);
    drop(session);
    Known {
        number: made["membership"]["number"].as_str().expect("a number").to_owned(),
        course: id(&course),
        session: later,
        young: other.id.clone(),
        family,
        booking,
        waits,
        full,
        listed,
        lost,
    }
}

/// Every operation that names a family, as somebody who may read it, and whose family.
fn calls<'a>(world: &World, of: &'a Known) -> Vec<(&'static str, String, &'a str)> {
    let family = of.family.as_str();
    let list = format!("centre_id={}&from=2026-11-01&to=2026-11-30", world.centre);
    let mut calls = vec![
        ("draw_card", format!("/memberships/{}/card.svg", of.number), family),
        ("print_card", format!("/memberships/{}/card.pdf", of.number), family),
        ("get_membership", format!("/memberships/{}", of.number), family),
        ("list_to_tell", "/memberships/to-tell".to_owned(), of.listed.as_str()),
        ("print_letters", "/memberships/to-tell/letters.pdf".to_owned(), of.listed.as_str()),
        ("list_lost_touch", "/memberships/lost-touch".to_owned(), of.lost.as_str()),
        ("list_to_print", format!("/birthdays/print-list?{list}"), family),
        ("print_birthday_cards", format!("/birthdays/print-list/cards.pdf?{list}"), family),
        ("print_birthday_labels", format!("/birthdays/print-list/labels.pdf?{list}"), family),
        ("list_bookings", format!("/bookings?family_id={family}"), family),
        ("get_booking", format!("/bookings/{}", of.booking), family),
        ("get_booking", format!("/bookings/{}", of.waits), family),
        ("list_session_bookings", format!("/sessions/{}/bookings", of.full), family),
        ("list_waiting", format!("/sessions/{}/waitlist", of.full), family),
        ("open_register", format!("/sessions/{}/register", of.session), family),
        ("list_marks", format!("/sessions/{}/register/marks", of.session), family),
        ("print_register", format!("/sessions/{}/register/sheet.pdf", of.session), family),
        ("look_into_building", format!("/centres/{}/building", world.centre), family),
        ("get_course_attendance", format!("/courses/{}/attendance", of.course), family),
        ("get_course_attendance", format!("/courses/{}/attendance?format=csv", of.course), family),
        ("list_proposals", "/contact-proposals".to_owned(), family),
        ("list_contacts", format!("/contacts?family_id={family}"), family),
        ("list_families", "/families".to_owned(), family),
        ("list_families", "/families?q=byrne".to_owned(), family),
        ("get_family", format!("/families/{family}"), family),
        ("list_statements", format!("/families/{family}/groups"), family),
        ("list_possible_duplicates", "/possible-duplicates".to_owned(), family),
        ("list_child_requests", "/child-requests".to_owned(), of.young.as_str()),
        ("list_tasks", "/tasks".to_owned(), family),
        ("list_children_not_met", "/reports/children-not-met".to_owned(), of.young.as_str()),
        (
            "list_children_not_met",
            "/reports/children-not-met?format=csv".to_owned(),
            of.young.as_str(),
        ),
        ("report_two_year_olds", "/reports/two-year-olds".to_owned(), family),
        ("list_no_contact", "/reports/no-contact/families".to_owned(), of.listed.as_str()),
    ];
    for (_, path, _) in &mut calls {
        path.insert_str(0, "/api/v1");
    }
    calls
}

#[test]
fn no_operation_that_names_a_family_is_left_out() {
    let document: Value = described();
    let source = include_str!("read_log.rs");
    for operation in operations(&document).iter().filter(|one| one.method == "get") {
        let named = names_somebody(&document, operation) || FILES.contains(&operation.id());
        if named && !ACCOUNTS.contains(&operation.id()) && !ELSEWHERE.contains(&operation.id()) {
            let call = format!("(\"{}\", ", operation.id());
            assert!(source.contains(&call), "{} is read and no line looked for", operation.id());
        }
    }
}

/// `list_reach_rows` needs areas and their children, `list_feedback_texts` a family that wrote after a
/// session: `tests/suite/pages/reach.rs` and `tests/suite/api/feedback/read.rs` look for their lines.
const ELSEWHERE: [&str; 2] = ["list_reach_rows", "list_feedback_texts"];

both! {
    fn whoever_reads_what_names_a_family_leaves_one_line_in_its_log(app) {
        let world = World::new(app);
        let of = known(&world);
        app.set_clock("2026-11-23T13:05:00Z");
        let came = mark("a", json!({ "booking_id": of.booking, "at": "2026-11-23T13:01:00Z" }));
        takes(&world.staff, &of.session, json!([came]));
        for (operation, path, family) in calls(&world, &of) {
            leaves_a_line(app, family, &format!("{operation} {path}"), || world.staff.get(&path));
        }
        let here = Person { centre: Some(&world.centre), ..Person::default() };
        let desk = app.sign_in(Role::FrontDesk, &here);
        let page = format!("/registers/{}", of.session);
        leaves_a_line(app, &of.family, "the page of a register", || desk.open(&page));
        let record = world.staff.get(&format!("/api/v1/families/{}", of.family)).expect(200);
        let carer = id(&record["carers"][0]);
        let person =
            Person { family: Some(&of.family), carer: Some(&carer), ..Person::default() };
        let parent = app.sign_in(Role::Parent, &person);
        let (what, told) = ("get_told", format!("/api/v1/families/{}/told", of.family));
        leaves_a_line(app, &of.family, what, || parent.get(&told));
        let cancel = format!("/my/bookings/{}/cancel", of.booking);
        for page in ["/my", "/my/card", "/my/family", "/my/told", &cancel] {
            leaves_a_line(app, &of.family, page, || parent.open(page));
        }
        let professional = world.professional("health");
        let described = json!({ "carers": [{ "name": "Byrne", "phone": "07700 900123" }],
            "children": [{ "name": "Leo Byrne", "born_on": "2024-11-16" }], "postcode": "M31 4FL" });
        let refers = json!({ "family": described, "adults": 1, "reason": "isolation",
            "target_groups": [], "agreed_on": "2026-11-15", "agreed_how": "spoken" });
        let session = world.session(json!({ "starts_at": "2026-11-27T10:00:00Z", "ends_at": "2026-11-27T11:00:00Z" }));
        professional.post(&format!("/api/v1/sessions/{session}/referrals"), &refers).expect(201);
        let list = professional.get("/api/v1/referrals").expect(200);
        // Their answers name it as the team did, and by no id of ours.
        for (what, path) in [
            ("list_referrals", "/api/v1/referrals".to_owned()),
            ("get_referral", format!("/api/v1/referrals/{}", id(&list["items"][0]))),
            ("the page of referrals", "/referrals".to_owned()),
        ] {
            let (all, own) = lines(app, &of.family);
            let page = path.starts_with("/referrals");
            let read = if page { professional.open(&path) } else { professional.get(&path) };
            assert_eq!(read.status, 200, "{what}: {}", read.text);
            assert!(read.text.contains("Byrne") && !read.text.contains(&of.family), "{}", read.text);
            assert_eq!(lines(app, &of.family), (all + 1, own + 1), "{what}");
        }
        let numbers = json!({ "numbers": [of.number] });
        leaves_a_line(app, &of.family, "sheets of cards", || {
            world.staff.post("/api/v1/cards/sheet", &numbers)
        });
        let path = format!("/api/v1/families/{}/join-records", of.family);
        let body = json!({ "family_id": of.lost, "preview": true });
        let (_, own) = lines(app, &of.lost);
        world.staff.post(&path, &body).expect(200);
        assert_eq!(lines(app, &of.lost).1, own + 1, "a trial of joining records");

        // What names nobody leaves none.
        let before = lines(app, &of.family);
        for path in ["/api/v1/activities", "/api/v1/sessions", "/api/v1/auth/me"] {
            world.staff.get(path).expect(200);
        }
        assert_eq!(lines(app, &of.family), before);
    }

    fn a_link_in_a_mail_names_the_carer_it_was_sent_to(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        family.books(&session).expect(201);
        let carer = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let carer = id(&carer["carers"][0]);
        let link = format!("{}/cancel", letters(app, "booked")[0].page());
        assert_eq!(app.nobody.post(&link, &json!({})).status, 303);
        let read = app.store.read(Actor::service(), |tx| {
            Ok(audit::table
                .filter(audit::act.eq("cancel_booking"))
                .select((audit::actor_id, audit::detail))
                .load::<(Option<String>, String)>(tx.conn())?)
        });
        let lines = read.expect("the log is read");
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].0, None);
        assert!(lines[0].1.contains(&carer), "{}", lines[0].1);
    }

    fn whoever_is_refused_leaves_who_and_from_where_for_90_days(app) {
        let admin = app.as_role(Role::Administrator);
        let account = json!({ "email": "sam@hubs.example", "name": "Sam",
            "password": "correct horse battery", "roles": [{ "role": "staff", "centre_id": null }] });
        let account = id(&admin.post("/api/v1/accounts", &account).expect(201));
        let tries = |email: &str| {
            let body = json!({ "email": email, "password": "wrong wrong wrong" });
            let call = app.nobody.call(Method::POST, "/api/v1/auth/token").json(&body);
            call.header("x-forwarded-for", "203.0.113.9").send().refused(401, "wrong_credentials");
        };
        tries("sam@hubs.example");
        tries("nobody@hubs.example");
        let staff = app.as_role(Role::Staff);
        let me = id(&staff.get("/api/v1/auth/me").expect(200));
        staff.get("/api/v1/accounts").refused(403, "not_allowed");
        staff.get("/api/v1/families/0198fa").refused(404, "not_found");

        let rows = refused(app);
        let [known, unknown, role, scope] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!((known.account.as_deref(), known.typed.as_deref()), (Some(account.as_str()), None));
        assert_eq!((known.address.as_str(), known.code.as_str()), ("203.0.113.9", "wrong_credentials"));
        assert_eq!(unknown.account, None);
        let typed = unknown.typed.as_deref().expect("what was typed, hashed");
        assert!(!typed.contains("nobody") && typed.len() > 30, "{typed}");
        assert_eq!((role.account.as_deref(), role.code.as_str()), (Some(me.as_str()), "not_allowed"));
        assert_eq!(role.operation, "GET /api/v1/accounts");
        assert_eq!(scope.operation, "GET /api/v1/families/{id}", "no id in it");

        app.advance(TimeDelta::days(89));
        app.store.write(Actor::service(), forget).expect("it is tidied");
        assert_eq!(refused(app).len(), 4);
        app.advance(TimeDelta::days(2));
        app.store.write(Actor::service(), forget).expect("it is tidied");
        assert_eq!(refused(app).len(), 0);
    }
}

#[derive(Debug, Queryable)]
struct Refused {
    account: Option<String>,
    typed: Option<String>,
    address: String,
    operation: String,
    code: String,
}

fn refused(app: &TestApp) -> Vec<Refused> {
    let read = app.store.read(Actor::service(), |tx| {
        Ok(refusals::table
            .order(refusals::id)
            .select((
                refusals::account_id,
                refusals::typed,
                refusals::address,
                refusals::operation,
                refusals::code,
            ))
            .load::<Refused>(tx.conn())?)
    });
    read.expect("refusals are read")
}
