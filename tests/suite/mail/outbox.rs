//! The outbox as its sender and its administrator meet it. What letters say is tested beside the
//! words; here it is whether they leave, once, and what is left of them.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::base::moment::Moment;
use firstplace::db::schema::outbox;
use firstplace::mail::service::{About, Letter, PostOffice, deliver_due, enqueue, withdraw};
use firstplace::mail::transport::{Sender, Transport};
use firstplace::mail::{MailChannel, Message};
use firstplace::serve::upkeep;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use crate::support::app::{TestApp, both, letterhead};
use crate::support::mail::letters;
use crate::support::scratch::Scratch;

/// A post office that writes into a folder, which can be taken away and given back.
struct Post {
    office: PostOffice,
    folder: Scratch,
}

impl Post {
    fn new() -> Self {
        let folder = Scratch::new("mail");
        let sender = Sender {
            from: "Hubs <hubs@example.org>".parse().expect("a mailbox"),
            host: "hubs.example.org".to_owned(),
            transport: Transport::Folder(folder.path().join("out")),
        };
        Self { office: PostOffice { sender, head: Arc::new(letterhead()), texts: None }, folder }
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// As many rounds as there is something to do.
    fn delivers(&self, app: &TestApp) -> usize {
        let mut tried = 0;
        while let round @ 1.. = deliver_due(&app.store, &self.office).expect("a round") {
            tried += round;
        }
        tried
    }

    /// A file stands where the folder would be: nothing can be written.
    fn breaks(&self) {
        fs::write(self.out(), "in the way").expect("the scratch folder can be written");
    }

    fn is_mended(&self) {
        fs::remove_file(self.out()).expect("what is in the way goes away");
    }

    fn letters(&self) -> Vec<String> {
        let Ok(files) = fs::read_dir(self.out()) else { return Vec::new() };
        files
            .map(|file| file.expect("readable").path())
            .map(|path| fs::read_to_string(path).expect("text"))
            .collect()
    }
}

fn letter(dedupe: &str) -> Letter {
    Letter {
        dedupe: dedupe.to_owned(),
        channel: MailChannel::Email,
        recipient: "amina@example.org".to_owned(),
        message: Message::Test,
        about: About::default(),
        not_before: None,
    }
}

fn queue(app: &TestApp, make: impl Fn() -> Letter + Send + 'static) -> bool {
    app.store.write(Actor::service(), move |tx| enqueue(tx, &make())).expect("a letter is written")
}

fn log(app: &TestApp) -> Vec<Value> {
    let admin = app.as_role(Role::Administrator);
    let page = admin.get("/api/v1/mail").expect(200);
    page["items"].as_array().expect("a list").clone()
}

/// What the database still holds of address and text.
fn kept(app: &TestApp) -> Vec<(String, String)> {
    app.store
        .read(Actor::service(), |tx| {
            Ok(outbox::table.select((outbox::recipient, outbox::payload)).load(tx.conn())?)
        })
        .expect("the outbox is read")
}

both! {
    fn a_letter_leaves_once_and_nothing_of_it_is_kept(app) {
        let post = Post::new();
        assert!(queue(app, || letter("one")));
        assert!(!queue(app, || letter("one")), "the same event again");

        assert_eq!(post.delivers(app), 1);
        assert_eq!(post.delivers(app), 0);

        let letters = post.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("To: amina@example.org"));
        let log = log(app);
        assert_eq!((&log[0]["state"], &log[0]["attempts"]), (&json!("sent"), &json!(1)));
        assert_eq!(log[0]["kind"], "test");
        assert_eq!(kept(app), [(String::new(), String::new())]);
    }

    fn the_same_event_twice_in_one_transaction_is_told_once(app) {
        let both = |tx: &mut firstplace::db::Tx| {
            Ok([enqueue(tx, &letter("one"))?, enqueue(tx, &letter("one"))?])
        };
        let written = app.store.write(Actor::service(), both).expect("the transaction stands");

        assert_eq!(written, [true, false]);
    }

    fn a_letter_goes_with_its_transaction(app) {
        let refused = app.store.write(Actor::service(), |tx| {
            enqueue(tx, &letter("one"))?;
            Err::<(), _>(firstplace::base::fault::Fault::not_found("thing"))
        });

        assert!(refused.is_err());
        assert_eq!(Post::new().delivers(app), 0);
    }

    fn what_is_told_later_waits_and_can_be_taken_back(app) {
        let post = Post::new();
        let morning = app.now() + TimeDelta::hours(8);
        queue(app, move || Letter { not_before: Some(morning), ..letter("later") });
        queue(app, move || Letter { not_before: Some(morning), ..letter("no longer so") });

        assert_eq!(post.delivers(app), 0);
        app.store.write(Actor::service(), |tx| withdraw(tx, "no longer so")).expect("taken back");
        app.clock.set(morning);
        assert_eq!(post.delivers(app), 1);
    }

    fn what_no_server_takes_is_tried_ever_later_for_two_days_then_given_up_and_told(app) {
        let admin = app.as_role(Role::Administrator);
        let post = Post::new();
        post.breaks();
        queue(app, || letter("one"));
        queue(app, || letter("two"));
        let started = app.now();

        let list = |state: &str| {
            let page = admin.get(&format!("/api/v1/mail?state={state}")).expect(200);
            page["items"].as_array().expect("a list").clone()
        };
        let mut minutes = Vec::new();
        loop {
            let tried = post.delivers(app);
            assert_eq!(post.delivers(app), 0, "not before its time");
            if !list("dead").is_empty() {
                break;
            }
            assert_eq!(tried, 2);
            let item = list("queued").remove(0);
            assert_eq!(item["last_error"], "disk");
            let due = Moment::parse(item["due_at"].as_str().expect("a moment")).expect("RFC 3339");
            minutes.push((due - app.now()).num_minutes());
            app.clock.set(due);
        }

        assert_eq!(minutes[..8], [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(app.now() - started, TimeDelta::hours(48));
        let told = letters(app, "mail_given_up");
        assert_eq!(told.len(), 1, "once a day, however many were given up");
        assert!(told[0].says("10am on Monday 16 November"), "{:?}", told[0].written);
        app.advance(TimeDelta::hours(3));
        let dead = list("dead");
        assert_eq!(dead.len(), 2, "the dead stay dead: {dead:?}");

        let again = format!("/api/v1/mail/{}/retry", dead[0]["id"].as_str().expect("an id"));
        admin.post(&again, &json!({})).expect(200);
        post.delivers(app);
        let queued = list("queued");
        assert!(queued.iter().any(|item| item["kind"] == "test"), "two days more: {queued:?}");
    }

    fn a_server_that_is_down_for_a_day_loses_nothing(app) {
        let post = Post::new();
        post.breaks();
        for number in 0..20 {
            queue(app, move || letter(&format!("letter {number}")));
        }
        for _ in 0..24 {
            post.delivers(app);
            app.advance(TimeDelta::hours(1));
        }
        post.is_mended();
        post.delivers(app);
        app.advance(TimeDelta::hours(1));
        post.delivers(app);
        assert_eq!(post.letters().len(), 20);
        assert!(log(app).iter().all(|item| item["state"] == "sent"), "{:?}", log(app));
    }

    fn an_administrator_may_send_a_dead_letter_again_and_never_reads_it(app) {
        let post = Post::new();
        queue(app, || Letter { recipient: "not an address".to_owned(), ..letter("one") });
        assert_eq!(post.delivers(app), 1);

        let admin = app.as_role(Role::Administrator);
        let item = log(app).remove(0);
        assert_eq!((&item["state"], &item["last_error"]), (&json!("dead"), &json!("bad_address")));
        assert!(!item.to_string().contains("not an address"), "{item}");

        let path = format!("/api/v1/mail/{}/retry", item["id"].as_str().expect("an id"));
        let again = admin.post(&path, &json!({})).expect(200);
        assert_eq!(again["state"], "queued");
        assert_eq!(admin.post(&path, &json!({})).expect(200), again, "twice is once");
        assert_eq!(post.delivers(app), 1);
    }

    fn what_was_sent_cannot_be_sent_again(app) {
        queue(app, || letter("one"));
        Post::new().delivers(app);

        let admin = app.as_role(Role::Administrator);
        let id = log(app).remove(0)["id"].as_str().expect("an id").to_owned();
        admin.post(&format!("/api/v1/mail/{id}/retry"), &json!({})).refused(409, "no_longer_open");
        admin.post("/api/v1/mail/nothing/retry", &json!({})).refused(404, "not_found");
    }

    fn a_text_message_fails_because_nothing_sends_texts(app) {
        queue(app, || Letter {
            channel: MailChannel::Text,
            recipient: "07700 900123".to_owned(),
            ..letter("one")
        });

        assert_eq!(Post::new().delivers(app), 1);
        let item = log(app).remove(0);
        assert_eq!((&item["state"], &item["last_error"]), (&json!("dead"), &json!("no_sender_for_text")));
    }

    fn a_letter_whose_sender_died_goes_out_after_its_lease(app) {
        queue(app, || letter("one"));
        let lease = app.now() + TimeDelta::minutes(10);
        app.store
            .write(Actor::service(), move |tx| {
                diesel::update(outbox::table)
                    .set((
                        outbox::state.eq("sending"),
                        outbox::attempts.eq(1),
                        outbox::leased_until.eq(lease),
                    ))
                    .execute(tx.conn())?;
                Ok(())
            })
            .expect("somebody claimed it");
        let post = Post::new();

        assert_eq!(post.delivers(app), 0, "it is somebody else's");
        app.clock.set(lease);
        assert_eq!(post.delivers(app), 1);
        assert_eq!(post.letters().len(), 1);
    }

    fn two_senders_at_once_send_each_letter_once(app) {
        for number in 0..30 {
            queue(app, move || letter(&format!("letter {number}")));
        }
        let posts = [Post::new(), Post::new()];

        let sent: Vec<usize> = std::thread::scope(|scope| {
            let runs = posts.each_ref().map(|post| scope.spawn(|| post.delivers(app)));
            runs.map(|run| run.join().expect("a sender ends")).to_vec()
        });

        assert_eq!(sent.iter().sum::<usize>(), 30);
        assert_eq!(posts.iter().map(|post| post.letters().len()).sum::<usize>(), 30);
    }

    fn a_repaired_transport_sends_what_waited(app) {
        let post = Post::new();
        post.breaks();
        queue(app, || letter("one"));
        post.delivers(app);

        post.is_mended();
        app.advance(TimeDelta::minutes(1));
        assert_eq!(post.delivers(app), 1);
        assert_eq!(post.letters().len(), 1);
    }

    fn a_dead_letter_is_forgotten_after_thirty_days(app) {
        queue(app, || Letter { recipient: "not an address".to_owned(), ..letter("one") });
        Post::new().delivers(app);

        let forget = || app.store.write(Actor::service(), upkeep::forget).expect("a round");
        app.advance(TimeDelta::days(30));
        assert_eq!(forget(), 0);
        app.advance(TimeDelta::seconds(1));
        assert_eq!(forget(), 1);
        assert_eq!(kept(app), [(String::new(), String::new())]);

        let admin = app.as_role(Role::Administrator);
        let id = log(app).remove(0)["id"].as_str().expect("an id").to_owned();
        admin.post(&format!("/api/v1/mail/{id}/retry"), &json!({})).refused(409, "no_longer_open");
    }
}
