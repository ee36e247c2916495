use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

use super::{Parcel, Sender, Transport, Undelivered};
use crate::mail::attached::CalendarFile;
use crate::mail::render::Rendered;
use crate::mail::smtp::{SmtpSettings, SmtpTls};

fn parcel(to: &str) -> Parcel<'_> {
    Parcel {
        id: "0198c0de-1",
        kind: "waiting",
        to,
        sent_at: SystemTime::UNIX_EPOCH + Duration::from_secs(1_750_000_000),
        rendered: Rendered {
            subject: "You are waiting – café".to_owned(),
            text: "Hello".to_owned(),
            html: "<p>Hello</p>".to_owned(),
            calendar: None,
            stop: None,
        },
    }
}

fn sender(transport: Transport) -> Sender {
    Sender {
        from: "Family Hubs <hubs@example.org>".parse().expect("a mailbox"),
        host: "hubs.example.org".to_owned(),
        transport,
    }
}

fn empty_folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("firstplace-{}-{name}", std::process::id()));
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("a folder of our own");
    }
    folder
}

#[test]
fn the_folder_has_one_whole_file_a_message_however_often_it_is_sent() {
    let folder = empty_folder("folder");
    let sender = sender(Transport::Folder(folder.clone()));

    for _ in 0..2 {
        assert_eq!(sender.send(parcel("amina@example.org")), Ok(()));
    }

    let files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder was made")
        .map(|entry| entry.expect("readable").file_name())
        .collect();
    assert_eq!(files, ["0198c0de-1-waiting.eml"]);
    let eml = std::fs::read_to_string(folder.join(&files[0])).expect("text");
    assert!(eml.contains("Message-ID: <0198c0de-1@hubs.example.org>\r\n"), "{eml}");
    assert!(eml.contains("To: amina@example.org\r\n"), "{eml}");
    assert!(eml.contains("Auto-Submitted: auto-generated\r\n"), "{eml}");
    assert!(eml.contains("Date: Sun, 15 Jun 2025 15:06:40 +0000\r\n"), "{eml}");
    std::fs::remove_dir_all(folder).expect("a folder of our own");
}

#[test]
fn a_bad_address_is_never_tried_again() {
    let sender = sender(Transport::Folder(empty_folder("never-made")));

    for address in ["", "amina", "amina@", "a@b\r\nBcc: c@d.org"] {
        let failed = sender.send(parcel(address)).expect_err(address);
        assert_eq!(failed, Undelivered::BadAddress);
        assert!(failed.is_permanent());
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_tried_again() {
    let file = empty_folder("a-file");
    std::fs::write(&file, "not a folder").expect("a file of our own");
    let sender = sender(Transport::Folder(file.clone()));

    let failed = sender.send(parcel("amina@example.org")).expect_err("a file is in the way");

    assert_eq!((failed, failed.is_permanent()), (Undelivered::Disk, false));
    std::fs::remove_file(file).expect("a file of our own");
}

#[test]
fn what_the_relay_says_decides_whether_it_is_tried_again() {
    for (answer, expected, permanent) in [
        ("250 ok", Ok(()), false),
        ("550 no such user", Err(Undelivered::Refused(550)), true),
        ("451 later please", Err(Undelivered::TryLater(451)), false),
        ("530 sign in first", Err(Undelivered::SignInRefused), false),
        ("552 the mailbox is full", Err(Undelivered::Refused(552)), true),
    ] {
        let (port, relay) = relay_that_answers(answer, "250-AUTH PLAIN\r\n250 8BITMIME");
        let sent = smtp(port, SmtpTls::None).send(parcel("amina@example.org"));

        assert_eq!(sent, expected, "{answer}");
        assert_eq!(sent.is_err_and(Undelivered::is_permanent), permanent, "{answer}");
        relay.join().expect("the relay ended");
    }
}

#[test]
fn an_address_that_the_relay_cannot_take_is_never_tried_again() {
    let (port, relay) = relay_that_answers("250 ok", "250 8BITMIME");

    let failed = smtp(port, SmtpTls::None).send(parcel("zoë@example.org"));

    assert_eq!(failed, Err(Undelivered::BadAddress));
    relay.join().expect("the relay ended");
}

#[test]
fn a_relay_that_offers_no_encryption_gets_no_message() {
    let (port, relay) = relay_that_answers("250 ok", "250 8BITMIME");

    let failed = smtp(port, SmtpTls::Starttls).send(parcel("amina@example.org"));

    assert!(matches!(failed, Err(error) if !error.is_permanent()), "{failed:?}");
    let heard = relay.join().expect("the relay ended");
    assert!(!heard.iter().any(|line| line.starts_with("MAIL")), "{heard:?}");
}

#[test]
fn nobody_at_home_is_tried_again() {
    let closed = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = closed.local_addr().expect("an address").port();
    drop(closed);

    let failed = smtp(port, SmtpTls::None).send(parcel("amina@example.org"));

    assert_eq!(failed, Err(Undelivered::Unreachable));
}

fn smtp(port: u16, tls: SmtpTls) -> Sender {
    let settings = SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: Some(port),
        tls,
        username: None,
        password: None,
    };
    sender(Transport::Smtp(settings.transport().expect("a loopback relay")))
}

/// A relay for one caller, which gives this answer to RCPT. Returns what it heard.
fn relay_that_answers(rcpt: &str, hello: &str) -> (u16, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let (rcpt, hello) = (rcpt.to_owned(), format!("250-relay\r\n{hello}"));
    let relay = std::thread::spawn(move || {
        let (stream, _) = listener.accept().expect("a caller");
        converse(stream, &rcpt, &hello)
    });
    (port, relay)
}

fn converse(mut stream: TcpStream, rcpt: &str, hello: &str) -> Vec<String> {
    let mut lines = BufReader::new(stream.try_clone().expect("two handles")).lines();
    let mut heard = Vec::new();
    let mut reply = |text: &str| write!(stream, "{text}\r\n").is_ok();
    reply("220 relay");
    while let Some(Ok(line)) = lines.next() {
        let verb = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
        heard.push(line);
        let answered = match verb.as_str() {
            "EHLO" => reply(hello),
            "RCPT" => reply(rcpt),
            "DATA" => {
                reply("354 go on");
                while lines.next().is_some_and(|line| line.is_ok_and(|line| line != ".")) {}
                reply("250 kept")
            }
            "QUIT" => break,
            _ => reply("250 ok"),
        };
        if !answered {
            break;
        }
    }
    heard
}

#[test]
fn a_calendar_goes_as_a_file_beside_what_is_said() {
    let folder = empty_folder("calendar");
    let sender = sender(Transport::Folder(folder.clone()));
    let mut with_file = parcel("amina@example.org");
    with_file.rendered.calendar = Some(CalendarFile {
        text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned(),
        is_off: true,
    });

    assert_eq!(sender.send(with_file), Ok(()));

    let eml = std::fs::read_to_string(folder.join("0198c0de-1-waiting.eml")).expect("text");
    for part in ["multipart/mixed", "multipart/alternative", "text/calendar", "method=CANCEL"] {
        assert!(eml.contains(part), "no {part}: {eml}");
    }
    std::fs::remove_dir_all(folder).expect("a folder of our own");
}
