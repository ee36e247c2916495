//! A relay that is slow with one message: the others go on. And letters whose time has passed while
//! they waited: they are dropped, with the reason, and nobody is taken for told.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::mail::service::{About, LANES, Letter, PostOffice, deliver_due, enqueue};
use firstplace::mail::smtp::{SmtpSettings, SmtpTls};
use firstplace::mail::transport::{Sender, Transport};
use firstplace::mail::{MailChannel, Message};
use firstplace::schema::outbox;
use firstplace::upkeep;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both, letterhead};
use crate::support::scratch::Scratch;
use crate::support::world::{Family, World, id};

/// A relay that keeps one recipient waiting until so many others have had their letters.
struct Relay {
    port: u16,
    taken: Arc<(Mutex<usize>, Condvar)>,
}

impl Relay {
    fn holding(recipient: &'static str, until: usize) -> Relay {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let taken = Arc::new((Mutex::new(0), Condvar::new()));
        let counted = taken.clone();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let counted = counted.clone();
                thread::spawn(move || converse(stream, (recipient, until), &counted));
            }
        });
        Relay { port, taken }
    }

    fn office(&self) -> PostOffice {
        let settings = SmtpSettings {
            host: "127.0.0.1".to_owned(),
            port: Some(self.port),
            tls: SmtpTls::None,
            username: None,
            password: None,
        };
        let sender = Sender {
            from: "Hubs <hubs@example.org>".parse().expect("a mailbox"),
            host: "hubs.example.org".to_owned(),
            transport: Transport::Smtp(settings.transport().expect("a loopback relay")),
        };
        PostOffice { sender, head: Arc::new(letterhead()) }
    }
}

fn converse(
    mut stream: TcpStream,
    (held, until): (&str, usize),
    (taken, bell): &(Mutex<usize>, Condvar),
) {
    let mut lines = BufReader::new(stream.try_clone().expect("two handles")).lines();
    let mut reply = |text: &str| write!(stream, "{text}\r\n").is_ok();
    let mut is_held = false;
    reply("220 relay");
    while let Some(Ok(line)) = lines.next() {
        is_held |= line.contains(held);
        let answered = match line.get(..4).unwrap_or_default() {
            "EHLO" => reply("250-relay\r\n250 8BITMIME"),
            "RCPT" if is_held => {
                let taken = taken.lock().expect("nobody panics");
                drop(bell.wait_while(taken, |taken| *taken < until).expect("nobody panics"));
                reply("250 ok")
            }
            "DATA" => {
                reply("354 go on");
                while lines.next().is_some_and(|line| line.is_ok_and(|line| line != ".")) {}
                *taken.lock().expect("nobody panics") += 1;
                bell.notify_all();
                reply("250 kept")
            }
            "QUIT" => return,
            _ => reply("250 ok"),
        };
        if !answered {
            return;
        }
    }
}

fn queue(app: &TestApp, recipient: &str, message: Message) {
    let recipient = recipient.to_owned();
    let write = move |tx: &mut firstplace::db::Tx| {
        let letter = Letter {
            dedupe: recipient.clone(),
            channel: MailChannel::Email,
            recipient: recipient.clone(),
            message: message.clone(),
            about: About::default(),
            not_before: None,
        };
        enqueue(tx, &letter)
    };
    assert!(app.store.write(Actor::service(), write).expect("a letter is written"));
}

/// A post office that writes into a folder, with as many rounds as there is something to do.
fn delivers(app: &TestApp) {
    let folder = Scratch::new("relay");
    let sender = Sender {
        from: "Hubs <hubs@example.org>".parse().expect("a mailbox"),
        host: "hubs.example.org".to_owned(),
        transport: Transport::Folder(folder.path().to_owned()),
    };
    let office = PostOffice { sender, head: Arc::new(letterhead()) };
    while deliver_due(&app.store, &office).expect("a round") > 0 {}
}

/// What became of every letter of a kind.
fn became(app: &TestApp, kind: &'static str) -> Vec<(String, Option<String>)> {
    let read = app.store.read(Actor::service(), |tx| {
        let of_kind = outbox::table.filter(outbox::kind.eq(kind)).order(outbox::id);
        Ok(of_kind.select((outbox::state, outbox::last_error)).load(tx.conn())?)
    });
    read.expect("the outbox is read")
}

fn dropped(why: &str) -> Vec<(String, Option<String>)> {
    vec![("dead".to_owned(), Some(why.to_owned()))]
}

/// Whom to ring, by what they were not told.
fn not_reached(app: &TestApp, world: &World) -> Vec<Value> {
    upkeep::list_unreached(&app.store).expect("a round");
    let tasks = world.staff.get("/api/v1/tasks").expect(200);
    let tasks = tasks["items"].as_array().expect("a list").iter();
    tasks.filter(|task| task["kind"] == "not_reached").map(|task| task["detail"].clone()).collect()
}

/// A full session with its only place taken, and somebody who waits for it.
fn a_line(world: &World) -> (String, Family, Value, Family) {
    let session = world.session(json!({ "capacity": 1 }));
    let (holder, waiting) = (world.family("Holder"), world.family("Waiting"));
    let booked = holder.books(&session).expect(201);
    assert_eq!(waiting.books(&session).expect(201)["status"], "waiting");
    (session, holder, booked, waiting)
}

both! {
    fn one_answer_that_is_slow_in_coming_holds_up_nobody_else(app) {
        let relay = Relay::holding("slow@", 20);
        queue(app, "slow@example.org", Message::Test);
        for number in 0..20 {
            queue(app, &format!("quick{number}@example.org"), Message::Test);
        }
        let office = relay.office();
        thread::scope(|scope| {
            for _ in 0..LANES {
                scope.spawn(|| while deliver_due(&app.store, &office).expect("a round") > 0 {});
            }
        });
        assert_eq!(*relay.taken.0.lock().expect("nobody panics"), 21);
        let sent = ("sent".to_owned(), None);
        assert!(became(app, "test").iter().all(|one| *one == sent), "{:?}", became(app, "test"));
    }

    fn an_offer_that_is_over_is_not_sent_and_its_family_is_to_be_rung(app) {
        let world = World::new(app);
        let (_, holder, booked, _) = a_line(&world);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked));
        holder.parent.post(&cancel, &json!({})).expect(200);
        assert_eq!(became(app, "offer").len(), 1, "it waits");
        app.advance(TimeDelta::days(2));
        app.sweep();

        delivers(app);

        assert_eq!(became(app, "offer"), dropped("offer_over"));
        assert_eq!(not_reached(app, &world), [json!("offer")]);
    }

    fn an_offer_that_was_accepted_meanwhile_is_not_told_and_rings_nobody(app) {
        let world = World::new(app);
        let (session, holder, booked, waiting) = a_line(&world);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked));
        holder.parent.post(&cancel, &json!({})).expect(200);
        let own = waiting.parent.get("/api/v1/bookings").expect(200);
        let own = own["items"].as_array().expect("a list");
        let offered = own.iter().find(|one| one["status"] == "offered").expect("an offer");
        let offer = offered["offer"]["id"].as_str().expect("an offer's id");
        let accept = format!("/api/v1/offers/{offer}/accept");
        waiting.parent.post(&accept, &json!({})).expect(200);

        delivers(app);

        assert!(became(app, "offer").is_empty(), "it was taken back: {session}");
        assert!(not_reached(app, &world).is_empty());
    }

    fn a_booking_cancelled_before_its_letter_left_is_not_confirmed(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family("Ada");
        let booked = family.books(&session).expect(201);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked));
        family.parent.post(&cancel, &json!({})).expect(200);

        delivers(app);

        assert_eq!(became(app, "booked"), dropped("no_longer_so"));
        assert_eq!(became(app, "booking_cancelled")[0].0, "sent", "this is still so");
    }

    fn news_of_a_session_that_is_past_is_not_sent_and_staff_see_who_was_not_told(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        world.family("Ada").books(&session).expect(201);
        let cancel = format!("/api/v1/sessions/{session}/cancel");
        world.staff.post(&cancel, &json!({ "reason": "The hall is flooded." })).expect(200);
        app.advance(TimeDelta::days(14));

        delivers(app);

        assert_eq!(became(app, "session_cancelled"), dropped("session_past"));
        assert_eq!(became(app, "booked"), dropped("no_longer_so"));
        assert_eq!(not_reached(app, &world), [json!("session_cancelled")]);
    }

    fn a_letter_whose_link_has_ended_is_not_sent(app) {
        let body = json!({
            "email": "amina@hubs.example", "name": "Amina Khan",
            "password": "correct horse battery", "roles": [{ "role": "staff" }],
        });
        app.as_role(Role::Administrator).post("/api/v1/accounts", &body).expect(201);
        let ask = json!({ "email": "amina@hubs.example" });
        app.nobody.post("/api/v1/auth/password-reset", &ask).expect(202);
        app.advance(TimeDelta::hours(1));

        delivers(app);

        assert_eq!(became(app, "password_reset"), dropped("too_late"));
    }

    fn what_is_still_so_is_sent_after_a_day(app) {
        let world = World::new(app);
        world.family("Ada").books(&world.session(json!({}))).expect(201);
        app.advance(TimeDelta::days(1));

        delivers(app);

        assert_eq!(became(app, "booked"), [("sent".to_owned(), None)]);
    }
}
