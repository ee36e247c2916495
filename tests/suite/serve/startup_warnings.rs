//! What the service says at start that somebody should look at.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use crate::support::program::{KEY, Server, firstplace, path};
use crate::support::scratch::Scratch;

/// The warnings of a start with these settings.
fn warned(settings: &[(&str, &str)], config: Option<&str>) -> Vec<String> {
    let data = Scratch::new("warnings");
    let mut serve = firstplace(&[]);
    serve.env("FIRSTPLACE_DATA", data.path()).envs(settings.iter().copied());
    if let Some(config) = config {
        serve.args(["--config", config]);
    }
    let server = Server::start(serve);
    let warnings = server.log.iter().filter(|line| line["level"] == "WARN");
    let warnings = warnings.map(|line| line["message"].as_str().expect("a message").to_owned());
    warnings.collect()
}

#[test]
fn behind_https_without_a_trusted_proxy_every_caller_is_one() {
    let https = ("FIRSTPLACE_PUBLIC_URL", "https://book.example.org");
    let found = warned(&[https], None);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("FIRSTPLACE_TRUSTED_PROXIES"), "{found:?}");

    assert_eq!(warned(&[https, ("FIRSTPLACE_TRUSTED_PROXIES", "127.0.0.1")], None).len(), 0);
    assert_eq!(warned(&[], None).len(), 0, "nor on this machine alone");
}

#[test]
fn a_file_with_a_secret_that_others_may_read_is_named() {
    let folder = Scratch::new("warnings");
    let file = path(&folder, "firstplace.toml");
    fs::write(&file, format!("key = '{KEY}'\n")).expect("a file");
    for (mode, warnings) in [(0o644, 1), (0o600, 0)] {
        fs::set_permissions(&file, Permissions::from_mode(mode)).expect("it is ours");
        let found = warned(&[], Some(&file));
        assert_eq!(found.len(), warnings, "{found:?}");
        assert!(found.iter().all(|said| said.contains("chmod 600")), "{found:?}");
    }
    fs::set_permissions(&file, Permissions::from_mode(0o644)).expect("it is ours");
    fs::write(&file, "organisation = 'Hubs'\n").expect("a file");
    assert_eq!(warned(&[], Some(&file)).len(), 0, "no secret in it");
}
