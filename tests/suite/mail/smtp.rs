//! Mail by SMTP from the same binary: encrypted before anything is said, to a server whose name
//! and authority are checked, signed in only inside. The relay here and its certificate authority
//! live as long as the test.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::support::scratch::Scratch;

/// What the relay heard, in the clear and after STARTTLS.
#[derive(Debug, Default)]
struct Heard {
    plain: Vec<String>,
    inside: Vec<String>,
}

struct Relay {
    port: u16,
    folder: Scratch,
    heard: JoinHandle<Heard>,
}

impl Relay {
    /// A relay for one caller, with a certificate for this name.
    fn named(name: &str) -> Self {
        let folder = Scratch::new("smtp");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let config = certified(name, &folder);
        let heard = thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a caller");
            converse(stream, config)
        });
        Self { port, folder, heard }
    }

    /// Runs `mail test` towards this relay, believing its authority or a stranger's.
    fn is_sent_a_test(&self, authority: &str) -> Output {
        let data = self.folder.path().join("data");
        Command::new(env!("CARGO_BIN_EXE_firstplace"))
            .args(["mail", "test", "--to", "amina@example.org", "--data"])
            .arg(&data)
            .env_clear()
            .env("SSL_CERT_FILE", self.folder.path().join(authority))
            .env("FIRSTPLACE_ORGANISATION", "Trafford Family Hubs")
            .env("FIRSTPLACE_MAIL_FROM", "hubs@example.org")
            .env("FIRSTPLACE_MAIL_SMTP_HOST", "localhost")
            .env("FIRSTPLACE_MAIL_SMTP_PORT", self.port.to_string())
            .env("FIRSTPLACE_MAIL_SMTP_USER", "post")
            .env("FIRSTPLACE_MAIL_SMTP_PASSWORD", "hush")
            .output()
            .expect("the binary runs")
    }
}

fn authority() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new(Vec::new()).expect("no names are fine");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, "Throw-away authority");
    let key = KeyPair::generate().expect("a key");
    CertifiedIssuer::self_signed(params, key).expect("an authority")
}

fn certified(name: &str, folder: &Scratch) -> Arc<ServerConfig> {
    let ours = authority();
    fs::write(folder.path().join("authority.pem"), ours.pem()).expect("the folder is ours");
    fs::write(folder.path().join("stranger.pem"), authority().pem()).expect("the folder is ours");
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new([name.to_owned()]).expect("a name");
    let certificate = params.signed_by(&key, &ours).expect("a certificate");
    let chain = vec![CertificateDer::from(certificate.der().to_vec())];
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("usual versions")
        .with_no_client_auth()
        .with_single_cert(chain, key);
    Arc::new(config.expect("certificate and key fit"))
}

fn converse(mut stream: TcpStream, config: Arc<ServerConfig>) -> Heard {
    let mut heard = Heard::default();
    stream.write_all(b"220 relay\r\n").expect("the caller listens");
    let wants_tls = answer(&mut stream, "250-relay\r\n250 STARTTLS", &mut heard.plain);
    if wants_tls {
        let tls = ServerConnection::new(config).expect("a connection");
        let mut inside = StreamOwned::new(tls, stream);
        answer(&mut inside, "250-relay\r\n250 AUTH PLAIN", &mut heard.inside);
    }
    heard
}

/// Speaks until the caller asks for TLS (true), quits or goes away.
fn answer(stream: &mut (impl Read + Write), hello: &str, heard: &mut Vec<String>) -> bool {
    let mut in_letter = false;
    while let Some(line) = line_of(stream) {
        let verb = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
        let said = match verb.as_str() {
            _ if in_letter && line != "." => None,
            _ if in_letter => Some("250 kept"),
            "EHLO" => Some(hello),
            "STARTTLS" => Some("220 go on"),
            "AUTH" => Some("235 welcome"),
            "DATA" => Some("354 go on"),
            "QUIT" => Some("221 bye"),
            _ => Some("250 ok"),
        };
        in_letter = match said {
            None => true,
            Some(said) => {
                if stream.write_all(format!("{said}\r\n").as_bytes()).is_err() {
                    return false;
                }
                said.starts_with("354")
            }
        };
        heard.push(line);
        match verb.as_str() {
            "STARTTLS" => return true,
            "QUIT" => return false,
            _ => {}
        }
    }
    false
}

/// Byte by byte: what follows a line may already belong to TLS.
fn line_of(stream: &mut impl Read) -> Option<String> {
    let mut line = Vec::new();
    let mut bytes = BufReader::with_capacity(1, stream);
    bytes.read_until(b'\n', &mut line).ok().filter(|read| *read > 0)?;
    Some(String::from_utf8_lossy(&line).trim_end().to_owned())
}

#[test]
fn mail_is_signed_in_and_handed_over_inside_tls_only() {
    let relay = Relay::named("localhost");
    let sent = relay.is_sent_a_test("authority.pem");
    assert!(sent.status.success(), "{}", String::from_utf8_lossy(&sent.stderr));

    let heard = relay.heard.join().expect("the relay ended");
    let said: Vec<&str> = heard.plain.iter().map(|line| &line[..4.min(line.len())]).collect();
    assert_eq!(said, ["EHLO", "STAR"], "nothing else in the clear");
    let secret = format!("AUTH PLAIN {}", BASE64_STANDARD.encode("\0post\0hush"));
    assert!(heard.inside.contains(&secret), "{heard:?}");
    assert!(heard.inside.contains(&"RCPT TO:<amina@example.org>".to_owned()), "{heard:?}");
    assert!(heard.inside.iter().any(|line| line == "Subject: A test message"), "{heard:?}");
}

#[test]
fn a_relay_of_another_name_or_authority_hears_nothing() {
    for (name, authority) in [("elsewhere.example", "authority.pem"), ("localhost", "stranger.pem")]
    {
        let relay = Relay::named(name);
        let sent = relay.is_sent_a_test(authority);

        assert_eq!(sent.status.code(), Some(1), "{name} {authority}");
        let heard = relay.heard.join().expect("the relay ended");
        assert!(heard.inside.is_empty(), "{heard:?}");
    }
}
