//! The command line, as whoever runs the service types it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use firstplace::config::SETTINGS;
use serde_json::json;

use crate::support::client::Client;
use crate::support::postgres::Postgres;
use crate::support::program::{
    KEY, Server, add_administrator, fails, firstplace, path, said, sign_in, succeeds,
};
use crate::support::scratch::Scratch;

#[test]
fn what_is_wrong_is_one_sentence_at_start() {
    let folder = Scratch::new("commands");
    let file = path(&folder, "firstplace.toml");
    fs::write(&file, "lisen = '127.0.0.1:1'\n").expect("a file is written");
    let sentence = fails(&["--config", &file, "serve"], 1);
    assert!(sentence.contains("no setting lisen") && sentence.contains("did you mean listen?"));
    assert_eq!(sentence.lines().count(), 1, "{sentence}");

    assert!(fails(&["serve"], 1).contains("Which database?"));
    let postgres = ["serve", "--database-url", "postgres:///nowhere"];
    assert!(fails(&postgres, 1).contains("How shall mail leave?"));
    fails(&["serve", "--lisen", "x"], 64);
    assert!(fails(&["check", "--data", &path(&folder, "none")], 1).contains("no database"));
}

#[test]
fn the_readme_names_every_setting_with_its_default() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).expect("the README is read");
    for setting in SETTINGS {
        let default = match setting.default {
            "" => "-".to_owned(),
            default => format!("`{default}`"),
        };
        let variable = setting.name.to_ascii_uppercase();
        let row = format!(
            "| {}: {} | `FIRSTPLACE_{variable}` | {default} |",
            setting.name, setting.should_be
        );
        assert!(readme.contains(&row), "the README has no row {row}");
    }
}

#[test]
fn the_first_administrator_signs_in_and_commands_run_beside_the_server() {
    let folder = Scratch::new("commands");
    let data = path(&folder, "data");
    let place = ["--data", data.as_str()];
    add_administrator(&place);
    let mut serve = firstplace(&[]);
    serve.env("FIRSTPLACE_DATA", &data);
    let server = Server::start(serve);
    let admin = sign_in(&server.client());
    admin.post("/api/v1/centres", &json!({ "name": "Partington" })).expect(201);

    let again = ["user", "add", "--email", "second@hubs.example", "--role", "staff"];
    assert!(succeeds(&[&again[..], &place].concat()).contains("shown this once"));
    assert!(fails(&[&again[..], &place].concat(), 1).contains("There is an account"));

    // Nobody gives a role to themselves; a single administrator does it on the machine.
    let own = admin.get("/api/v1/auth/me").expect(200)["id"].clone();
    let own = format!("/api/v1/accounts/{}", own.as_str().expect("an id"));
    let roles = json!({ "roles": [{ "role": "administrator" }, { "role": "manager" }] });
    admin.patch(&own, &roles).refused(422, "invalid_request");
    let give = ["user", "give", "--email", "admin@hubs.example", "--role", "manager"];
    let given = succeeds(&[&give[..], &place].concat());
    assert!(given.contains("administrator") && given.contains("manager"), "{given}");
    sign_in(&server.client()).get("/api/v1/reports/members").expect(200);
    let nobody = ["user", "give", "--email", "none@hubs.example", "--role", "manager"];
    fails(&[&nobody[..], &place].concat(), 1);
    assert!(succeeds(&[&["migrate"][..], &place].concat()).contains("up to date"));
    succeeds(&[&["check"][..], &place].concat());
    succeeds(&[&["mail", "test", "--to", "sam@hubs.example"][..], &place].concat());
    assert_eq!(fs::read_dir(Path::new(&data).join("mail")).expect("a folder").count(), 1);

    let copy = path(&folder, "copy.sqlite");
    succeeds(&[&["backup", copy.as_str()][..], &place].concat());
    assert!(fails(&[&["backup", copy.as_str()][..], &place].concat(), 1).contains("already"));
    let mode = fs::metadata(&copy).expect("the copy").permissions().mode();
    assert_eq!(mode & 0o077, 0, "nobody else reads it");
    server.stop();

    let mut restored = firstplace(&[]);
    restored.env("FIRSTPLACE_DATABASE_URL", &copy).env("FIRSTPLACE_KEY", KEY);
    let sentence = said(&restored.arg("serve").output().expect("the program runs"));
    assert!(sentence.contains("wrapped by another key"), "{sentence}");
}

#[test]
fn metrics_answer_on_an_address_of_their_own() {
    let folder = Scratch::new("commands");
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let metrics = port.local_addr().expect("its address").to_string();
    drop(port);
    let mut serve = firstplace(&[]);
    serve.env("FIRSTPLACE_DATA", folder.path()).env("FIRSTPLACE_METRICS_LISTEN", &metrics);
    let server = Server::start(serve);
    server.client().get("/metrics").refused(404, "not_found");
    let text = Client::new(&format!("http://{metrics}")).get("/metrics").text;
    assert!(text.contains("# TYPE firstplace_request_duration_seconds histogram"), "{text}");
    server.stop();
}

#[test]
fn several_processes_start_at_once_on_one_postgres() {
    let url = Postgres::shared().empty_database();
    let folder = Scratch::new("commands");
    let start = || {
        let mut serve = firstplace(&[]);
        serve
            .env("FIRSTPLACE_DATABASE_URL", &url)
            .env("FIRSTPLACE_KEY", KEY)
            .env("FIRSTPLACE_MAIL_FOLDER", folder.path());
        std::thread::spawn(move || Server::start(serve))
    };
    let started: Vec<_> = (0..4).map(|_| start()).collect();
    let servers: Vec<_> = started.into_iter().map(|one| one.join().expect("it starts")).collect();

    add_administrator(&["--database-url", &url]);
    let admin = sign_in(&servers[0].client());
    let token = admin.get("/api/v1/auth/me").expect(200);
    for server in &servers {
        let client = sign_in(&server.client());
        assert_eq!(client.get("/api/v1/auth/me").expect(200), token);
    }
    succeeds(&["check", "--database-url", &url]);
    servers.into_iter().for_each(Server::stop);
}

#[test]
fn published_files_of_areas_are_imported_from_the_command_line() {
    let folder = Scratch::new("commands");
    let data = path(&folder, "data");
    let place = ["--data", data.as_str()];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = |name: &str| root.join(name).display().to_string();
    let import = |kind: &'static str, name: &str, more: &[&'static str]| {
        let arguments: Vec<String> =
            ["import", kind].map(str::to_owned).into_iter().chain([file(name)]).collect();
        let more = more.iter().chain(&place).map(|word| (*word).to_owned());
        arguments.into_iter().chain(more).collect::<Vec<String>>()
    };
    let succeeds = |arguments: Vec<String>| {
        succeeds(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let fails = |arguments: Vec<String>, code| {
        fails(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), code)
    };

    let postcodes = "src/demo/trafford/postcodes.csv";
    assert!(succeeds(import("postcodes", postcodes, &[])).contains("2021 LSOAs: 24 new"));
    let again = succeeds(import("postcodes", postcodes, &["--vintage", "2021"]));
    assert!(again.contains("0 new, 0 changed, 24 as before"), "{again}");
    assert!(again.contains("Crown copyright"), "{again}");
    let deprivation = "src/demo/trafford/deprivation.csv";
    assert!(succeeds(import("deprivation", deprivation, &[])).contains("2025 indices"));
    let population = "src/demo/trafford/population.csv";
    assert!(succeeds(import("population", population, &[])).contains("mid-year estimates 2024"));

    assert!(fails(import("deprivation", deprivation, &["--vintage", "2011"]), 1).contains("2021"));
    let none = fails(import("population", postcodes, &[]), 1);
    assert!(none.contains("looked for") && none.contains("Found: postcode"), "{none}");
    fails(import("postcodes", postcodes, &["--vintage", "1999"]), 64);
    // A directory as a spreadsheet leaves it: every line is answered for, every column named.
    let directory = folder.path().join("directory.csv");
    let text = "PostcodeNatural;TerminationDate;Ward;LSOA21CD\r\
        M31 4FL;200903.0;Bucklow;E01006074\r\
        M31 4DJ;;\"Bucklow;E01006074\r\
        M31 4BZ;soon;Bucklow;E01006074\r";
    std::fs::write(&directory, text).expect("it is written");
    let directory = directory.display().to_string();
    let words = ["import", "postcodes", directory.as_str(), place[0], place[1]];
    let kept = succeeds(words.iter().map(|word| (*word).to_owned()).collect());
    for says in [
        "Headings that mean nothing here: Ward",
        "line 3: A text begins with a quote here",
        "line 4: \"soon\" is no month such as 202406.",
        "1 changed",
    ] {
        assert!(kept.contains(says), "no {says}: {kept}");
    }
    let nowhere =
        import("reach-area", "src/demo/trafford/deprivation.csv", &["--centre", "Nowhere"]);
    assert!(fails(nowhere, 1).contains("no centre \"Nowhere\""));
}

#[test]
fn a_report_is_written_into_a_file_and_over_none() {
    let folder = Scratch::new("commands");
    let data = path(&folder, "data");
    succeeds(&["migrate", "--data", &data]);
    for (format, begins) in
        [("csv", "\u{feff}section,key".as_bytes()), ("xlsx", b"PK"), ("pdf", b"%PDF")]
    {
        let out = path(&folder, &format!("reach.{format}"));
        let report = ["report", "reach", "--data", &data, "--format", format, "--out", &out];
        assert!(succeeds(&report).contains("Written to"), "{format}");
        assert!(fs::read(&out).expect("it is there").starts_with(begins), "{format}");
        let mode = fs::metadata(&out).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "exact figures are the owner's");
        assert!(fails(&report, 1).contains("--overwrite"));
        succeeds(&[&report[..], &["--overwrite"]].concat());
    }
    let out = path(&folder, "other.csv");
    let other = ["report", "reach", "--data", &data, "--out", &out];
    let nowhere = [&other[..], &["--centre", "Nowhere"]].concat();
    assert!(fails(&nowhere, 1).contains("no centre \"Nowhere\""));
    fails(&[&other[..], &["--format", "docx"]].concat(), 64);
    let filtered = [&other[..], &["--profile", "public", "--by", "area"]].concat();
    assert!(fails(&filtered, 1).contains("always split"));
    assert!(!Path::new(&out).exists());
}
