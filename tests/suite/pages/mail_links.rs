//! The page of one booking, which the links in mails lead to: how it stands, and what is done there.

use chrono::TimeDelta;
use firstplace::mail::link::{Link, LinkKey};
use serde_json::{Value, json};
use ureq::http::Method;

use super::shows;
use crate::support::app::{TestApp, at, both, letterhead};
use crate::support::client::Answer;
use crate::support::mail::letters;
use crate::support::world::{Family, NEXT_MONDAY, World, id, merged};

/// Presses a button of a page. What was done is led on to the page, which can be loaded again.
fn press(app: &TestApp, page: &str, deed: &str) -> Answer {
    send(app, page, (deed, ""))
}

/// The same with what its form holds.
fn send(app: &TestApp, page: &str, (deed, form): (&str, &str)) -> Answer {
    let call = app.nobody.call(Method::POST, &format!("{page}/{deed}"));
    let call = call.header("content-type", "application/x-www-form-urlencoded".to_owned());
    let answer = call.raw(form.as_bytes().to_vec()).send();
    if answer.status != 303 {
        return answer;
    }
    assert_eq!(answer.header("location"), Some(page));
    app.nobody.get(page)
}

/// The page that the last letter of a kind leads to.
fn page(app: &TestApp, kind: &'static str) -> String {
    letters(app, kind).pop().expect("a letter").page()
}

/// A session of one place, the family that has it, and one that waits.
struct Full<'a> {
    world: World<'a>,
    session: String,
    holder: (Family, Value),
    next: (Family, Value),
}

impl<'a> Full<'a> {
    fn of(app: &'a TestApp) -> Self {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let books = |name: &str| {
            let family = world.family(name);
            let booking = family.books(&session).expect(201);
            (family, booking)
        };
        let holder = books("Holder");
        let next = books("Next");
        Self { session, holder, next, world }
    }

    fn status(&self, (family, booking): &(Family, Value)) -> String {
        family.status(booking)
    }

    /// The holder cancels on its page; the next in line is offered the place.
    fn frees(&self, app: &TestApp) {
        shows(&press(app, &page(app, "booked"), "cancel"), 200, &["Your place is cancelled"]);
    }
}

/// A place that its family has.
struct Booked<'a> {
    world: World<'a>,
    session: String,
    family: Family,
    booking: Value,
    page: String,
}

impl<'a> Booked<'a> {
    fn of(app: &'a TestApp) -> Self {
        Self::at(app, json!({}))
    }

    fn at(app: &'a TestApp, session: Value) -> Self {
        let world = World::new(app);
        let session = world.session(session);
        let family = world.family("Ida");
        let booking = family.books(&session).expect(201);
        let page = page(app, "booked");
        Self { world, session, family, booking, page }
    }

    fn status(&self) -> String {
        self.family.status(&self.booking)
    }

    fn cancels(&self, app: &TestApp) {
        shows(&press(app, &self.page, "cancel"), 200, &["Your place is cancelled"]);
        assert_eq!(self.status(), "cancelled");
    }

    /// The file for a calendar, unfolded.
    fn calendar(&self, app: &TestApp) -> String {
        let answer = app.nobody.get(&format!("{}.ics", self.page));
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.header("content-type"), Some("text/calendar; charset=utf-8"));
        answer.text.replace("\r\n ", "")
    }

    fn sequence(&self, app: &TestApp) -> i64 {
        let file = self.calendar(app);
        let line = file.lines().find_map(|line| line.strip_prefix("SEQUENCE:"));
        line.and_then(|number| number.parse().ok()).expect("a sequence")
    }

    /// Through the API, as the parent.
    fn undoes(&self) -> Answer {
        let path = format!("/api/v1/bookings/{}/undo-cancel", id(&self.booking));
        self.family.parent.post(&path, &json!({}))
    }
}

both! {
    fn a_booking_has_one_page_that_says_what_when_where_and_for_whom(app) {
        let activity = json!({ "bring": "a towel" });
        let world = World::new(app);
        let activity = world.activity(activity);
        let session = world.session(json!({ "activity_id": activity }));
        world.family("Ida").books(&session).expect(201);

        let answer = app.nobody.get(&page(app, "booked"));
        shows(&answer, 200, &[
            "<h1>You are booked</h1>", "Stay and Play", "Monday 23 November, 10am to 11:30am",
            "Partington", "Ida 0", "Please bring: a towel.", "Add to calendar",
            "Cancel my place", "tel:01619122122", "noindex",
        ]);
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("x-robots-tag"), Some("noindex"));
    }

    fn a_family_cancels_on_its_page_without_signing_in(app) {
        let full = Full::of(app);
        let page = page(app, "booked");

        shows(&app.nobody.get(&page), 200, &["You keep your place until you press."]);
        assert_eq!(app.nobody.get(&format!("{page}/cancel")).status, 303, "a button is no page");
        assert_eq!(full.status(&full.holder), "booked", "looking changes nothing");

        let words = ["Your place is cancelled", "Thank you: another family can come now."];
        shows(&press(app, &page, "cancel"), 200, &words);
        assert_eq!(full.status(&full.holder), "cancelled");
        assert_eq!(full.status(&full.next), "offered");
        shows(&press(app, &page, "cancel"), 200, &words);
        shows(&app.nobody.get(&page), 200, &words);
    }

    fn an_offer_is_accepted_on_its_page(app) {
        let full = Full::of(app);
        full.frees(app);
        let page = page(app, "offer");

        let asked = app.nobody.get(&page);
        let until = "We are keeping it for you until 10am on Tuesday 17 November.";
        shows(&asked, 200, &["There is a place for you", until, "Yes, I want it"]);
        assert_eq!(full.status(&full.next), "offered", "looking changes nothing");

        shows(&press(app, &page, "accept"), 200, &["You are booked"]);
        assert_eq!(full.status(&full.next), "booked");
        shows(&press(app, &page, "accept"), 200, &["You are booked"]);
    }

    fn an_offer_is_declined_and_then_cannot_be_accepted(app) {
        let full = Full::of(app);
        full.frees(app);
        let page = page(app, "offer");

        shows(&press(app, &page, "decline"), 200, &["We will offer it to another family."]);
        assert_eq!(full.status(&full.next), "declined");
        let said = "You said no at 10am on Monday 16 November.";
        shows(&press(app, &page, "accept"), 409, &[said, "Changed your mind? Phone"]);
        assert_eq!(full.status(&full.next), "declined");
        assert_eq!(full.world.shown(&full.session)["places_left"], 1);
    }

    fn an_offer_cannot_be_accepted_at_the_second_it_ends(app) {
        let full = Full::of(app);
        full.frees(app);
        let page = page(app, "offer");

        app.advance(TimeDelta::hours(24));
        shows(&app.nobody.get(&page), 200, &["We did not hear from you in time"]);
        shows(&press(app, &page, "accept"), 410, &["It is too late for that."]);
        app.sweep();
        assert_eq!(full.status(&full.next), "lapsed");
        shows(&press(app, &page, "accept"), 410, &["We did not hear from you in time"]);
    }

    fn a_waiting_family_reads_its_chance_and_stops_waiting(app) {
        let full = Full::of(app);
        let page = page(app, "waiting");

        shows(&app.nobody.get(&page), 200, &[
            "You are on the waiting list", "You do not have a place yet.", "places come free",
        ]);
        shows(&press(app, &page, "leave"), 200, &["You are not on the waiting list any more"]);
        assert_eq!(full.status(&full.next), "cancelled");
        let letter = letters(app, "booking_cancelled").remove(0);
        assert!(letter.says("You are not on the waiting list any more."));
        assert!(!letter.says("have a place"));
        shows(&press(app, &page, "undo"), 410, &["It is too late for that."]);
    }

    fn an_old_page_of_waiting_never_gives_up_a_place(app) {
        let full = Full::of(app);
        let page = page(app, "waiting");
        full.frees(app);
        press(app, &page, "accept");

        shows(&press(app, &page, "leave"), 409, &["You are booked"]);
        assert_eq!(full.status(&full.next), "booked");
    }

    fn in_the_last_hours_the_first_to_claim_has_the_place(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&session).expect(201);
        let waiting: Vec<_> = ["First", "Second"].map(|name| {
            let family = world.family(name);
            let entry = family.books(&session).expect(201);
            (family, entry)
        }).into();
        app.clock.set(at(NEXT_MONDAY[0]) - TimeDelta::minutes(90));
        holder.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&held)), &json!({})).expect(200);

        let calls = letters(app, "last_call");
        assert_eq!(calls.len(), 2);
        let pages: Vec<_> = calls.iter().map(|call| call.page()).collect();
        let asked = ["A place is free now", "Please do not come before you have said yes here."];
        shows(&app.nobody.get(&pages[0]), 200, &asked);
        shows(&press(app, &pages[1], "claim"), 200, &["You are booked"]);
        let gone = "Sorry, that place has just gone. You are still on the list.";
        shows(&press(app, &pages[0], "claim"), 409, &[gone]);
        let status: Vec<_> = waiting.iter().map(|(family, entry)| family.status(entry)).collect();
        assert_eq!(status, ["waiting", "booked"]);
    }

    fn a_made_up_link_does_nothing(app) {
        let full = Full::of(app);
        let page = page(app, "booked");
        let link = Link::booking(&id(&full.holder.1).into(), at(NEXT_MONDAY[1]));
        let forged = LinkKey::new([8; 32]).sign(&link);

        for path in [format!("{page}A"), format!("/b/{forged}"), "/b/x".to_owned()] {
            shows(&app.nobody.get(&path), 404, &["This link does not work"]);
            shows(&press(app, &path, "cancel"), 404, &["This link does not work"]);
        }
        shows(&press(app, &page, "destroy"), 404, &["This link does not work"]);
        shows(&press(app, &page, "stop"), 404, &["This link does not work"]);
        let nothing = Link::booking(&"nothing".into(), at(NEXT_MONDAY[1]));
        let nothing = format!("/b/{}", letterhead().links.sign(&nothing));
        shows(&app.nobody.get(&nothing), 404, &["This link does not work"]);
        assert_eq!(full.status(&full.holder), "booked");
    }

    fn older_addresses_lead_to_the_page(app) {
        let booked = Booked::of(app);
        let token = booked.page.trim_start_matches("/b/");

        for word in ["accept", "decline", "leave", "cancel", "claim", "stop-alert"] {
            let answer = app.nobody.get(&format!("/links/{word}/{token}"));
            assert_eq!((answer.status, answer.header("location")), (303, Some(&*booked.page)));
        }
    }

    fn the_page_is_dead_seven_days_after_the_session(app) {
        let booked = Booked::of(app);
        let ends = at(NEXT_MONDAY[1]);

        app.clock.set(ends);
        shows(&app.nobody.get(&booked.page), 200, &["This is over"]);
        app.clock.set(ends + TimeDelta::days(7) - TimeDelta::seconds(1));
        shows(&app.nobody.get(&booked.page), 200, &["This is over"]);
        app.clock.set(ends + TimeDelta::days(7));
        shows(&app.nobody.get(&booked.page), 410, &["This link has run out"]);
        shows(&press(app, &booked.page, "cancel"), 410, &["This link has run out"]);
        assert_eq!(app.nobody.get(&format!("{}.ics", booked.page)).status, 410);
    }

    fn a_session_that_is_called_off_says_so(app) {
        let booked = Booked::of(app);
        let path = format!("/api/v1/sessions/{}/cancel", booked.session);
        booked.world.staff.post(&path, &json!({ "reason": "The hall is flooded." })).expect(200);

        shows(&app.nobody.get(&booked.page), 200, &["This is cancelled", "Please do not come."]);
        shows(&press(app, &booked.page, "undo"), 410, &["This is cancelled"]);
        assert!(booked.calendar(app).contains("STATUS:CANCELLED"));
    }

    fn a_cancellation_is_undone_by_one_press(app) {
        let booked = Booked::of(app);
        booked.cancels(app);
        let until = "You can undo it until 10:10am on Monday 16 November.";
        shows(&app.nobody.get(&booked.page), 200, &[until]);
        assert!(letters(app, "booking_cancelled")[0].says(until));

        app.advance(TimeDelta::minutes(10) - TimeDelta::seconds(1));
        shows(&press(app, &booked.page, "undo"), 200, &["You are booked"]);
        assert_eq!(booked.status(), "booked");
        shows(&press(app, &booked.page, "undo"), 200, &["You are booked"]);
        assert_eq!(letters(app, "booked").len(), 2, "it is told again, once");

        booked.cancels(app);
        assert_eq!(letters(app, "booking_cancelled").len(), 2, "and so is the next change");
        assert_eq!(booked.undoes().expect(200)["status"], "booked");
        assert_eq!(booked.undoes().expect(200)["status"], "booked", "twice is once");
    }

    fn a_cancellation_stands_after_ten_minutes(app) {
        let booked = Booked::of(app);
        booked.cancels(app);
        app.advance(TimeDelta::minutes(10));

        assert!(!app.nobody.get(&booked.page).page(200).contains("undo"));
        shows(&press(app, &booked.page, "undo"), 410, &["It is too late for that."]);
        booked.undoes().refused(409, "no_longer_open");
        assert_eq!(booked.status(), "cancelled");
    }

    fn a_cancellation_stands_once_the_session_has_begun(app) {
        let booked = Booked::of(app);
        app.clock.set(at(NEXT_MONDAY[0]) - TimeDelta::minutes(5));
        booked.cancels(app);
        shows(&app.nobody.get(&booked.page), 200, &["until 10am on Monday 23 November"]);
        app.clock.set(at(NEXT_MONDAY[0]));

        booked.undoes().refused(409, "no_longer_open");
        assert_eq!(booked.status(), "cancelled");
    }

    fn a_cancellation_stands_once_another_was_offered_the_place(app) {
        let full = Full::of(app);
        let page = page(app, "booked");
        full.frees(app);

        assert!(!app.nobody.get(&page).page(200).contains("undo"), "nothing is promised");
        assert!(!letters(app, "booking_cancelled")[0].says("undo"));
        shows(&press(app, &page, "undo"), 409, &["Sorry, that place has just gone."]);
        let path = format!("/api/v1/bookings/{}/undo-cancel", id(&full.holder.1));
        full.holder.0.parent.post(&path, &json!({})).refused(409, "session_full");
        assert_eq!(full.status(&full.holder), "cancelled");
        assert_eq!(full.status(&full.next), "offered");
    }

    fn what_the_centre_cancelled_a_family_does_not_undo(app) {
        let booked = Booked::of(app);
        let path = format!("/api/v1/bookings/{}/cancel", id(&booked.booking));
        booked.world.staff.post(&path, &json!({ "reason": "asked at the desk" })).expect(200);

        shows(&press(app, &booked.page, "undo"), 410, &["Your place is cancelled"]);
        booked.undoes().refused(409, "no_longer_open");
    }

    fn what_is_undone_is_judged_again(app) {
        let booked = Booked::of(app);
        booked.cancels(app);
        let other = booked.world.activity(json!({ "title": "Baby Massage" }));
        let other = booked.world.session(json!({ "activity_id": other }));
        booked.family.books(&other).expect(201);

        booked.undoes().refused(409, "clashing_booking");
        let busy = "Your child has another place at that time. Cancel that one first.";
        shows(&press(app, &booked.page, "undo"), 409, &[busy]);
        assert_eq!(booked.status(), "cancelled");
    }

    fn who_booked_again_meanwhile_has_one_place(app) {
        let booked = Booked::of(app);
        booked.cancels(app);
        booked.family.books(&booked.session).expect(201);

        booked.undoes().refused(409, "already_booked");
        let held = booked.world.shown(&booked.session);
        assert_eq!(held["places_left"], 7, "{held}");
    }

    fn undoing_and_booking_at_once_never_give_one_place_twice(app) {
        let booked = Booked::at(app, json!({ "capacity": 1 }));
        let others = booked.world.families(3);
        booked.cancels(app);

        std::thread::scope(|scope| {
            scope.spawn(|| booked.undoes());
            for other in &others {
                let wanted = json!({ "if_full": "refuse" });
                let session = &booked.session;
                scope.spawn(move || other.asks(session, wanted));
            }
        });

        let held = booked.world.staff.get(&format!("/api/v1/sessions/{}/bookings", booked.session));
        let held = held.expect(200);
        let held = held["items"].as_array().expect("a list").iter();
        assert_eq!(held.filter(|one| one["status"] == "booked").count(), 1);
    }

    fn a_calendar_file_says_the_place_its_move_and_its_end(app) {
        let booked = Booked::of(app);
        let file = booked.calendar(app);
        let uid = format!("UID:{}\r\n", id(&booked.booking));
        for line in [
            uid.as_str(), "METHOD:PUBLISH\r\n", "DTSTART:20261123T100000Z\r\n",
            "DTEND:20261123T113000Z\r\n", "SUMMARY:Stay and Play\r\n", "STATUS:CONFIRMED\r\n",
        ] {
            assert!(file.contains(line), "no {line}: {file}");
        }
        let first = booked.sequence(app);

        app.advance(TimeDelta::minutes(1));
        let later = json!({ "starts_at": "2026-11-23T13:00:00Z" });
        let path = format!("/api/v1/sessions/{}", booked.session);
        let change = booked.world.staff.call(Method::PATCH, &path).json(&later).if_match("*");
        change.send().expect(200);
        let moved = booked.calendar(app);
        assert!(moved.contains(&uid) && moved.contains("DTSTART:20261123T130000Z\r\n"), "{moved}");
        assert!(booked.sequence(app) > first);
        shows(&app.nobody.get(&booked.page), 200, &["1pm to 2:30pm"]);

        app.advance(TimeDelta::minutes(1));
        booked.cancels(app);
        let gone = booked.calendar(app);
        for line in [uid.as_str(), "METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n"] {
            assert!(gone.contains(line), "no {line}: {gone}");
        }
        assert!(!gone.contains("/b/"), "{gone}");
    }

    fn who_never_had_a_place_has_no_calendar_file(app) {
        let full = Full::of(app);
        let file = format!("{}.ics", page(app, "waiting"));

        shows(&app.nobody.get(&file), 404, &["This link does not work"]);
        assert_eq!(full.status(&full.next), "waiting");
    }

    fn a_sensitive_session_is_named_nowhere_on_its_page_or_in_the_calendar(app) {
        let world = World::new(app);
        let hidden = json!({ "title": "Freedom", "sensitive": true, "bring": "a towel" });
        let activity = world.activity(hidden);
        let session = world.session(json!({ "activity_id": activity }));
        let family = world.family("Ann");
        let carer = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let party = merged(family.party(), json!({ "carer_id": carer["carers"][0]["id"] }));
        world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &party).expect(201);
        let page = page(app, "booked");

        let shown = app.nobody.get(&page).page(200);
        let file = app.nobody.get(&format!("{page}.ics")).text;
        for text in [&shown, &file] {
            for word in ["Freedom", "towel", "Ann 0"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
        assert!(shown.contains("You have an appointment") && shown.contains("Exit this page"));
        assert!(file.contains("SUMMARY:Appointment\r\n"), "{file}");
    }

    fn a_place_is_moved_to_another_day_that_has_room(app) {
        let booked = Booked::of(app);
        let on = |day: &str, capacity: u32| {
            booked.world.session(json!({
                "starts_at": format!("{day}T10:00:00Z"), "ends_at": format!("{day}T11:00:00Z"),
                "capacity": capacity,
            }))
        };
        let (roomy, full) = (on("2026-11-24", 8), on("2026-11-25", 1));
        booked.world.family("Other").books(&full).expect(201);

        let asked = app.nobody.get(&booked.page).page(200);
        assert!(asked.contains(&format!("name=\"session\" value=\"{roomy}\"")), "{asked}");
        assert!(!asked.contains(&full), "a full day is not offered: {asked}");
        let to = |session: &str| format!("session={session}");
        let gone = ["Sorry, that place has just gone.", "Monday 23 November"];
        shows(&send(app, &booked.page, ("move", &to(&full))), 409, &gone);
        let nothing = ["You cannot have that day."];
        shows(&send(app, &booked.page, ("move", &to("nowhere"))), 409, &nothing);
        shows(&send(app, &booked.page, ("move", "")), 409, &nothing);
        let moved = ["<h1>You are booked</h1>", "Tuesday 24 November"];
        shows(&send(app, &booked.page, ("move", &to(&roomy))), 200, &moved);
        shows(&send(app, &booked.page, ("move", &to(&roomy))), 200, &moved);

        // Back to the first day it is told again.
        let told = letters(app, "booked").len();
        let first = to(&booked.session);
        shows(&send(app, &booked.page, ("move", &first)), 200, &["Monday 23 November"]);
        assert_eq!(letters(app, "booked").len(), told + 1);
    }

    fn fewer_may_come_and_nobody_is_added(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family_of("Ida", &["2025-11-01", "2024-05-01", "2023-05-01"]);
        let two = json!({
            "family_id": family.id, "child_ids": family.children[..2], "adults": 2,
        });
        let path = format!("/api/v1/sessions/{session}/bookings");
        let booking = family.parent.post(&path, &two).expect(201);
        let page = page(app, "booked");
        let [first, second, third] = [0, 1, 2].map(|at| family.children[at].clone());
        let asked = app.nobody.get(&page).page(200);
        assert!(asked.contains(&first) && asked.contains(&second), "{asked}");
        assert!(!asked.contains(&third), "{asked}");

        let come = |form: String| send(app, &page, ("party", &form));
        shows(&come("adults=0".to_owned()), 409, &["Tick who comes."]);
        shows(&come("adults=2".to_owned()), 409, &["A child of the right age must come."]);
        come(format!("child={first}&child={third}&adults=9")).page(200);
        let now = family.parent.get(&format!("/api/v1/bookings/{}", id(&booking))).expect(200);
        assert_eq!((&now["child_ids"], &now["adults"]), (&json!([first]), &json!(2)));
        come(format!("child={first}&child={second}&adults=1")).page(200);
        let now = family.parent.get(&format!("/api/v1/bookings/{}", id(&booking))).expect(200);
        assert_eq!((&now["child_ids"], &now["adults"]), (&json!([first]), &json!(1)));
    }

    fn a_page_that_is_loaded_again_does_nothing_again(app) {
        let booked = Booked::of(app);
        let pressed = app.nobody.press(&format!("{}/cancel", booked.page));
        assert_eq!((pressed.status, pressed.header("location")), (303, Some(booked.page.as_str())));
        booked.undoes().expect(200);
        app.nobody.get(&booked.page).page(200);
        assert_eq!(booked.status(), "booked");
    }
}
