//! PostgreSQL over TLS from the same binary: the host's name and who vouches for it are
//! checked, with a certificate authority that lives as long as the test.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process;

use firstplace::base::clock::Clock;
use firstplace::db::{Options, Store};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};

use crate::support::postgres::Postgres;

const HOST: &str = "db.firstplace.test";

fn authority() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new(Vec::new()).expect("no names are fine");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    // Issuer and subject of a certificate must differ, or it is taken for a self-signed one.
    params.distinguished_name.push(DnType::CommonName, "Throw-away authority");
    let key = KeyPair::generate().expect("a key");
    CertifiedIssuer::self_signed(params, key).expect("an authority")
}

/// Puts an authority, a stranger's, and a certificate for `HOST` into the server's folder.
fn furnish(folder: &Path) {
    let ours = authority();
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new([HOST.to_owned()]).expect("a name");
    let certificate = params.signed_by(&key, &ours).expect("a certificate");

    let files = [
        ("authority.pem", ours.pem()),
        ("stranger.pem", authority().pem()),
        ("server.pem", certificate.pem()),
        ("server.key", key.serialize_pem()),
    ];
    for (name, text) in files {
        let path = folder.join(name);
        fs::write(&path, text).expect("the folder is ours");
        // PostgreSQL refuses a key that others may read.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("the file is ours");
    }
}

/// Below the range the system hands out by itself, so that no other test is given it.
fn free_port() -> u16 {
    let first = 20_000 + u16::try_from(process::id() % 10_000).expect("it is small");
    let free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    (first..32_000).find(free).expect("a port is free")
}

#[test]
fn the_host_and_its_authority_are_checked() {
    let port = free_port();
    let server = Postgres::start(
        &[
            "listen_addresses=127.0.0.1",
            &format!("port={port}"),
            "ssl=on",
            "ssl_cert_file=../server.pem",
            "ssl_key_file=../server.key",
        ],
        furnish,
    );
    let open = |host: &str, authority: &str, mode: &str| {
        let root = server.folder().join(authority);
        let url = format!(
            "postgres://postgres@{host}:{port}/postgres?hostaddr=127.0.0.1&sslmode={mode}\
             &sslrootcert={}",
            root.display()
        );
        Store::open(&Options::new(url), Clock::system()).map(|_| ())
    };

    assert_eq!(open(HOST, "authority.pem", "verify-full"), Ok(()));

    let wrong_host = open("elsewhere.firstplace.test", "authority.pem", "verify-full");
    let said = wrong_host.expect_err("a certificate for another host is refused");
    assert!(said.contains("does not match host name"), "{said}");

    // It bears the same name as ours; only its key differs.
    let stranger = open(HOST, "stranger.pem", "verify-full");
    let said = stranger.expect_err("an authority we were not told of is refused");
    assert!(said.contains("SSL error"), "{said}");

    // The control: without the name being checked the same wrong host would have been taken.
    assert_eq!(open("elsewhere.firstplace.test", "authority.pem", "verify-ca"), Ok(()));
}
