//! A relay that is slow with one message: the others go on.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use firstplace::access::Actor;
use firstplace::mail::service::{About, LANES, Letter, PostOffice, deliver_due, enqueue};
use firstplace::mail::smtp::{SmtpSettings, SmtpTls};
use firstplace::mail::transport::{Sender, Transport};
use firstplace::mail::{MailChannel, Message};

use super::became;
use crate::support::app::{TestApp, both, letterhead};

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
        PostOffice { sender, head: Arc::new(letterhead()), texts: None }
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
}
