use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::*;

const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

/// A folder of this test's own, removed with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let name = format!("firstplace-config-{}", uuid::Uuid::now_v7());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, text: &str) -> PathBuf {
        let path = self.0.join("firstplace.toml");
        std::fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A leftover in the system's temporary folder harms nobody.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn environment(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| (format!("FIRSTPLACE_{name}"), (*value).to_owned())).collect()
}

fn written_to(config: &Config, folder: &Path) -> bool {
    matches!(&config.mail.transport, Transport::Folder(found) if found == folder)
}

fn load(file: Option<&Path>, pairs: &[(&str, &str)]) -> Result<Config, String> {
    Sources::read(file, environment(pairs))
        .and_then(|sources| Config::load(&sources))
        .map_err(|wrong| wrong.0)
}

#[test]
fn a_data_folder_is_enough() {
    let folder = Folder::new();
    let data = folder.0.join("new");
    let config = load(None, &[("DATA", data.to_str().unwrap())]).unwrap();

    let mode = std::fs::metadata(&data).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "nobody else looks into it");
    assert_eq!(config.database, Database::Sqlite(data.join("firstplace.sqlite")));
    assert_eq!(config.public_url, "http://127.0.0.1:8080");
    assert!(written_to(&config, &data.join("mail")));
    assert_eq!(config.tokens, Lifetimes::default());
    assert_eq!(config.limits, ConfigLimits::default());
    assert_eq!(config.password_cost, Cost::default());
}

#[test]
fn the_key_file_is_made_once_and_for_its_owner_only() {
    let folder = Folder::new();
    let data = folder.0.to_str().unwrap();
    let first = load(None, &[("DATA", data)]).unwrap().key;
    let path = folder.0.join("firstplace.key");
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(load(None, &[("DATA", data)]).unwrap().key == first);

    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
    let wrong = load(None, &[("DATA", data)]).unwrap_err();
    assert!(wrong.contains("chmod 600"), "{wrong}");
}

#[test]
fn flags_win_over_the_environment_and_that_over_the_file() {
    let folder = Folder::new();
    let file = folder.file(
        "data = '/file'\nlisten = '127.0.0.1:1'\norganisation = 'File'\n\
         trusted_proxies = ['10.0.0.0/8', '::1']\n[mail]\nfolder = '/mails'\n",
    );
    let pairs = [("LISTEN", "127.0.0.1:2"), ("DATA", "/environment"), ("KEY", KEY)];
    let mut sources = Sources::read(Some(&file), environment(&pairs)).unwrap();
    sources.set_flag("data", "--data", "/flag");
    let config = Config::load(&sources).unwrap();

    assert_eq!(config.data, Some(PathBuf::from("/flag")));
    assert_eq!(config.listen.port(), 2);
    assert_eq!(config.organisation, "File");
    assert_eq!(config.trusted_proxies.len(), 2);
    assert!(written_to(&config, Path::new("/mails")));
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    let folder = Folder::new();
    let file = folder.file("lisen = '127.0.0.1:1'\n");
    let wrong = load(Some(&file), &[]).unwrap_err();
    assert!(wrong.contains("no setting lisen"), "{wrong}");
    assert!(wrong.ends_with("did you mean listen?"), "{wrong}");

    let file = folder.file("[mail]\nsmtp_hots = 'mail.example'\n");
    let wrong = load(Some(&file), &[]).unwrap_err();
    assert!(wrong.ends_with("did you mean mail_smtp_host?"), "{wrong}");

    let sources = Sources::read(None, environment(&[("DTA", "/x")])).unwrap();
    assert_eq!(
        sources.warnings,
        ["There is no setting FIRSTPLACE_DTA; did you mean FIRSTPLACE_DATA?"]
    );
}

#[test]
fn what_is_wrong_is_named_with_what_it_should_be() {
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[], "Which database?"),
        (&[("DATABASE_URL", "mysql://x/y")], "FIRSTPLACE_DATABASE_URL is wrong"),
        (&[("DATABASE_URL", "postgres:///f"), ("MAIL_FOLDER", "/m")], "FIRSTPLACE_KEY is missing"),
        (&[("DATABASE_URL", "postgres:///f"), ("KEY", KEY)], "How shall mail leave?"),
        (&[("DATA", "/d"), ("KEY", "c2hvcnQ=")], "FIRSTPLACE_KEY is wrong; it should be 32"),
        (&[("LISTEN", "8080")], "FIRSTPLACE_LISTEN is `8080`; it should be an address"),
        (&[("ACCESS_TOKEN_MINUTES", "5")], "is `5`; it should be a whole number from 15"),
        (&[("PUBLIC_URL", "book.example.org")], "FIRSTPLACE_PUBLIC_URL is `book.example.org`"),
        (&[("TRUSTED_PROXIES", "10.0.0.0/99")], "it should be networks"),
        (&[("METRICS_LISTEN", "127.0.0.1:8080")], "other than those of `listen`"),
        (&[("PASSWORD_MEMORY_KIB", "8000")], "FIRSTPLACE_PASSWORD_PASSES is missing"),
        (&[("MAIL_SMTP_HOST", "mail.example")], "FIRSTPLACE_MAIL_FROM is missing"),
        (
            &[("MAIL_SMTP_HOST", "mail.example"), ("MAIL_SMTP_TLS", "none")],
            "FIRSTPLACE_MAIL_SMTP_TLS is `none`",
        ),
        (
            &[("MAIL_SMTP_HOST", "mail.example"), ("MAIL_SMTP_USER", "u")],
            "FIRSTPLACE_MAIL_SMTP_PASSWORD is missing",
        ),
    ];
    for (pairs, sentence) in cases {
        let complete = pairs.is_empty() || pairs.iter().any(|(name, _)| name.starts_with("DATA"));
        let mut pairs = pairs.to_vec();
        if !complete {
            pairs.extend([("DATA", "/d"), ("KEY", KEY)]);
        }
        let wrong = load(None, &pairs).unwrap_err();
        assert!(wrong.contains(sentence), "{wrong}");
        assert!(!wrong.contains('\n'), "{wrong}");
    }
}

#[test]
fn secrets_are_not_printed() {
    let url = "postgres://u:hunter2hunter2@localhost/f";
    let smtp = [
        ("DATABASE_URL", url),
        ("KEY", KEY),
        ("MAIL_SMTP_HOST", "mail.example"),
        ("MAIL_SMTP_USER", "u"),
        ("MAIL_SMTP_PASSWORD", "hunter3hunter3"),
        ("MAIL_FROM", "Hubs <hubs@example.org>"),
    ];
    let shown = format!("{:?}", load(None, &smtp).unwrap());
    for secret in ["hunter2", "hunter3", "AAEC", "[0, 1, 2"] {
        assert!(!shown.contains(secret), "{secret}");
    }
    let wrong = load(None, &[("DATABASE_URL", "mysql://u:hunter2@x/y")]).unwrap_err();
    assert!(!wrong.contains("hunter2"), "{wrong}");
}
