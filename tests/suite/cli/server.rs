//! `firstplace serve`, with the commands that are run beside it, and several on one database.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::json;

use crate::support::postgres::Postgres;
use crate::support::program::{
    KEY, Server, add_administrator, fails, firstplace, path, said, sign_in, succeeds,
};
use crate::support::scratch::Scratch;

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
    assert!(succeeds(&[&again[..], &place].concat()).contains("shown only once"));
    assert!(
        fails(&[&again[..], &place].concat(), 1)
            .contains("An account with this address already exists")
    );

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
