//! Letters as they leave: whom they greet, whom they are from, and what goes with them.

use std::fs;
use std::sync::Arc;

use firstplace::access::Actor;
use firstplace::bookings::telling::service::tell_open;
use firstplace::config;
use firstplace::mail::service::{PostOffice, deliver_due};
use firstplace::mail::words::texts::Answers;
use mailparse::MailHeaderMap;
use serde_json::json;
use ureq::http::Method;

use crate::support::app::{TestApp, both, letterhead};
use crate::support::scratch::Scratch;
use crate::support::world::{World, id};

/// Everything that waits, as it is sent from an address without a name; by kind.
fn sent(app: &TestApp) -> Vec<(String, String)> {
    let folder = Scratch::new("as-sent");
    let mail = config::Mail {
        from: "hubs@example.org".parse().expect("a mailbox"),
        transport: config::Transport::Folder(folder.path().to_owned()),
    };
    let texts = config::Texts {
        carrier: None,
        answers: Answers::NotRead,
        callback_token: None,
        price: config::Price::default(),
    };
    let office = PostOffice::open(&mail, &texts, Arc::new(letterhead())).expect("a post office");
    while deliver_due(&app.store, &office).expect("a round") > 0 {}
    let files = fs::read_dir(folder.path()).expect("a folder");
    files
        .map(|file| file.expect("readable").path())
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let kind = name.rsplit('-').next().unwrap_or_default().to_owned();
            (kind, fs::read_to_string(path).expect("text"))
        })
        .collect()
}

#[track_caller]
fn of_kind<'a>(sent: &'a [(String, String)], kind: &str) -> &'a str {
    let found = sent.iter().find(|(of, _)| of == kind);
    &found.unwrap_or_else(|| panic!("no {kind}: {sent:?}")).1
}

/// A letter with its parts as they are read.
fn read(letter: &str) -> String {
    let mail = mailparse::parse_mail(letter.as_bytes()).expect("a letter");
    let subject = mail.headers.get_first_value("Subject").expect("a subject");
    let parts = mail.parts().filter(|part| part.subparts.is_empty());
    let parts = parts.map(|part| part.get_body().expect("a text"));
    [subject].into_iter().chain(parts).collect::<Vec<_>>().join("\n")
}

both! {
    fn a_letter_greets_its_reader_and_is_from_the_organisation(app) {
        let world = World::new(app);
        world.family("Priya Shah").books(&world.session(json!({}))).expect(201);

        let sent = sent(app);
        let booked = of_kind(&sent, "booked");

        assert!(booked.contains("Hello Priya,"), "{booked}");
        assert!(booked.contains("From: \"Trafford Family Hubs\" <hubs@example.org>\r\n"), "{booked}");
        assert!(!booked.contains("List-Unsubscribe"), "a booking is no such message");
    }

    fn a_letter_is_in_the_language_of_its_reader_with_the_english_below(app) {
        let world = World::new(app);
        let family = world.family("Amina Khan");
        let path = format!("/api/v1/families/{}", family.id);
        let shown = family.parent.get(&path);
        let carer = shown.json()["carers"][0].clone();
        let etag = shown.header("etag").expect("an ETag").to_owned();
        let body = json!({ "carers": [{
            "id": carer["id"], "name": carer["name"], "email": carer["email"], "language": "ur",
        }] });
        family.parent.call(Method::PATCH, &path).if_match(&etag).json(&body).send().expect(200);
        family.books(&world.session(json!({}))).expect(201);

        let booked = read(of_kind(&sent(app), "booked"));

        for said in ["lang=\"ur\" dir=\"rtl\"", "آپ", "lang=\"en-GB\" dir=\"ltr\"", "You have a place.",
            "23/11/2026, 10:00 to 11:30", "/ Booked"]
        {
            assert!(booked.contains(said), "{said}: {booked}");
        }
    }

    fn a_code_is_in_the_language_of_the_page_that_asked_for_it(app) {
        let world = World::new(app);
        world.family("Amina Khan");
        let asked = json!({ "email": "amina.khan@example.org", "language": "pl" });
        app.nobody.post("/api/v1/auth/code", &asked).expect(202);

        let code = read(of_kind(&sent(app), "sign_in_code"));
        assert!(code.contains("lang=\"pl\"") && code.contains("Twój kod") , "{code}");
        app.nobody.post("/api/v1/auth/code", &json!({ "email": "a@example.org", "language": "?" }))
            .refused(422, "invalid_request");
    }

    fn a_place_and_its_end_go_with_a_file_for_the_calendar(app) {
        let world = World::new(app);
        let family = world.family("Ida");
        let booking = family.books(&world.session(json!({}))).expect(201);
        let first = sent(app);
        family.parent.post(&format!("/api/v1/bookings/{}/cancel", id(&booking)), &json!({})).expect(200);
        let second = sent(app);

        for (sent, kind, method) in
            [(&first, "booked", "PUBLISH"), (&second, "booking_cancelled", "CANCEL")]
        {
            let letter = of_kind(sent, kind);
            let headers = letter.replace("\r\n ", " ");
            let typed = format!("Content-Type: text/calendar; charset=utf-8; method={method}");
            assert!(headers.contains(&typed), "{letter}");
            assert!(letter.contains("filename=\"calendar.ics\""), "{letter}");
        }
    }

    fn a_waiting_family_gets_no_file(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        world.family("Holder").books(&session).expect(201);
        world.family("Waits").books(&session).expect(201);

        assert!(!of_kind(&sent(app), "waiting").contains("text/calendar"));
    }

    fn an_alert_says_how_a_mail_program_stops_it_with_one_press(app) {
        let world = World::new(app);
        let session = world.session(json!({ "public_release_at": "2026-11-18T09:00:00Z" }));
        let family = world.family("Asks");
        family.parent.post(&format!("/api/v1/sessions/{session}/alerts"), &json!({})).expect(201);
        app.set_clock("2026-11-18T09:00:00Z");
        app.store.write(Actor::service(), tell_open).expect("a round");

        let sent = sent(app);
        let letter = of_kind(&sent, "booking_opens");

        assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{letter}");
        let url = letter.lines().find_map(|line| line.strip_prefix("List-Unsubscribe: <"));
        let url = url.and_then(|line| line.strip_suffix('>')).expect("where to press");
        let path = url.strip_prefix(&letterhead().public_url).expect("our own address");
        assert!(app.nobody.press(path).page(200).contains("No more messages"));
    }
}
