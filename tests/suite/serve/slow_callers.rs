//! Callers who dawdle: a body that comes byte by byte is cut off, whatever door it is sent to, and
//! one that comes at a fair pace is not.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::program::{Server, add_administrator, firstplace, sign_in};
use crate::support::scratch::Scratch;

/// Long after the second of grace, and long before anybody would call it seconds.
const SOON: Duration = Duration::from_secs(30);

fn serve(data: &Scratch) -> Server {
    let mut serve = firstplace(&[]);
    serve.env("FIRSTPLACE_DATA", data.path()).env("FIRSTPLACE_BODY_SECONDS", "1");
    Server::start(serve)
}

/// Sends a head that promises a thousand bytes.
fn begins(server: &Server, head: &str) -> TcpStream {
    let address = server.url.trim_start_matches("http://").to_owned();
    let mut stream = TcpStream::connect(&address).expect("it listens");
    let head = format!("{head}\r\nHost: {address}\r\nContent-Length: 1000\r\n\r\n");
    stream.write_all(head.as_bytes()).expect("it hears");
    stream.set_read_timeout(Some(Duration::from_millis(100))).expect("a timeout");
    stream
}

/// Adds a byte whenever nothing comes back; gives what came back by the time it was closed.
fn trickles(mut stream: TcpStream) -> String {
    let (started, mut heard) = (Instant::now(), Vec::new());
    let mut buffer = [0; 4096];
    loop {
        assert!(started.elapsed() < SOON, "still open: {}", String::from_utf8_lossy(&heard));
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => heard.extend_from_slice(&buffer[..read]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                if stream.write_all(b"x").is_err() {
                    break;
                }
            }
            Err(_) => break,
        }
    }
    String::from_utf8_lossy(&heard).into_owned()
}

#[test]
fn a_body_that_trickles_is_cut_off_at_every_door() {
    let data = Scratch::new("slow");
    let place = data.path().display().to_string();
    add_administrator(&["--data", &place]);
    let server = serve(&data);
    let admin = sign_in(&server.client());
    let staff = json!({
        "email": "staff@hubs.example", "name": "Sam Staff", "password": "mauve kettle on a hill",
        "roles": [{ "role": "staff" }],
    });
    admin.post("/api/v1/accounts", &staff).expect(201);
    let body = json!({ "email": staff["email"], "password": staff["password"] });
    let tokens = server.client().post("/api/v1/auth/token", &body).expect(200);
    let token = tokens["access_token"].as_str().expect("a token");
    let with_token = |path: &str, kind: &str| {
        format!("POST {path} HTTP/1.1\r\nContent-Type: {kind}\r\nAuthorization: Bearer {token}")
    };
    let doors = [
        ("POST /api/v1/auth/token HTTP/1.1\r\nContent-Type: application/json".to_owned(), "408"),
        (with_token("/api/v1/activities", "application/json"), "408"),
        (with_token("/api/v1/feeds/families", "text/csv"), "408"),
        (
            with_token(
                "/api/v1/feeds/families?partner_id=0198c5d27f3a7d0e9d1c2b3a4f5e6d7c",
                "text/csv",
            ),
            "404",
        ),
        (
            "POST /sign-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded".to_owned(),
            "400",
        ),
        (
            "POST /join HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded".to_owned(),
            "400",
        ),
        ("POST /nowhere HTTP/1.1".to_owned(), "404"),
    ];
    std::thread::scope(|scope| {
        let callers: Vec<_> = doors
            .iter()
            .map(|(head, status)| (head, status, begins(&server, head)))
            .map(|(head, status, stream)| (head, status, scope.spawn(move || trickles(stream))))
            .collect();
        for (head, status, caller) in callers {
            let answer = caller.join().expect("it was closed");
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{head}: {answer}");
        }
    });
    server.stop();
}

#[test]
fn a_body_that_comes_in_pieces_at_a_fair_pace_is_taken() {
    let data = Scratch::new("slow");
    let server = serve(&data);
    let head = "POST /api/v1/auth/token HTTP/1.1\r\nConnection: close";
    let mut stream = begins(&server, head);
    for _ in 0..10 {
        stream.write_all(&[b' '; 100]).expect("it hears");
    }
    stream.set_read_timeout(Some(SOON)).expect("a timeout");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    server.stop();
}
