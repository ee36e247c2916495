//! A PostgreSQL of our own, started when the first test asks and gone when the test
//! process is, however it ends: a shell that holds the read end of a pipe stops the
//! server and removes its folder once nobody holds the other end. It never skips:
//! where PostgreSQL is missing it is installed on Debian when that is allowed, or
//! the test fails saying what to install.

use std::cmp::Reverse;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};
use diesel_migrations::MigrationHarness;
use firstplace::db::migrate;

use super::debian;
use super::scratch::Scratch;

/// Where to look for `initdb` and `postgres` instead of the usual places.
const BIN_VARIABLE: &str = "FIRSTPLACE_TEST_PG_BIN";

/// Settings of a server whose data nobody will want back.
const THROW_AWAY: [&str; 7] = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "max_connections=400",
    "shared_buffers=64MB",
    "timezone=UTC",
];

/// Builds the cluster, starts the server, says `ready`, waits for the pipe to close,
/// stops the server, removes the folder. Arguments: binaries, folder, `-c` settings.
/// SIGINT and SIGHUP are ignored so that Ctrl-C on the tests does not take the one
/// that cleans up after them.
const SUPERVISOR: &str = r#"
set -eu
trap '' INT HUP
bin=$1 folder=$2
shift 2
finish() {
    "$bin/pg_ctl" stop --silent --mode immediate --pgdata "$folder/data" || true
    cd /
    rm -rf "$folder"
}
trap finish EXIT
"$bin/initdb" --no-sync --auth trust --username postgres --encoding UTF8 \
    --locale C --pgdata "$folder/data" >/dev/null
"$bin/pg_ctl" start --silent --wait --pgdata "$folder/data" --log "$folder/log" \
    --options "$*" </dev/null >/dev/null || { cat "$folder/log" >&2; exit 1; }
echo ready
while read -r _; do :; done
"#;

const TEMPLATE: &str = "template_firstplace";

/// A running server. Dropping it, or the end of this process, removes it.
pub struct Postgres {
    folder: PathBuf,
    template: OnceLock<()>,
    next: AtomicU32,
    _alive: ChildStdin,
}

impl Postgres {
    /// The one server of this test process, reached through a socket in its folder.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Postgres> = OnceLock::new();
        SHARED.get_or_init(|| Self::start(&["listen_addresses="], |_| ()))
    }

    /// Starts a server with `settings` beside the usual ones, after `furnish` has put
    /// into its folder what they name.
    #[expect(clippy::zombie_processes, reason = "it outlives this process, to clean up after it")]
    pub fn start(settings: &[&str], furnish: impl FnOnce(&Path)) -> Self {
        let folder = Scratch::new("postgres");
        furnish(folder.path());
        let as_root = owner_of(folder.path()) == 0;
        let bin = binaries();
        let folder = folder.hand_over();

        let mut supervisor = Command::new("sh");
        supervisor
            .args(["-c", SUPERVISOR, "supervisor"])
            .arg(bin)
            .arg(&folder)
            .arg(format!("-c unix_socket_directories={}", folder.display()))
            .args(THROW_AWAY.iter().chain(settings).map(|s| format!("-c {s}")))
            .current_dir(&folder)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        if as_root {
            let (uid, gid) = unprivileged_account();
            hand_over(&folder, (uid, gid));
            supervisor.uid(uid).gid(gid);
        }

        let mut child = supervisor.spawn().expect("sh starts");
        let alive = child.stdin.take().expect("stdin is a pipe");
        let stdout = child.stdout.take().expect("stdout is a pipe");
        let mut said = String::new();
        BufReader::new(stdout).read_line(&mut said).expect("the supervisor can be read");
        assert_eq!(said.trim(), "ready", "PostgreSQL did not start, see above");
        Self { folder, template: OnceLock::new(), next: AtomicU32::new(0), _alive: alive }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address of one of its databases.
    pub fn url(&self, database: &str) -> String {
        let folder = self.folder.display();
        format!("postgres://postgres@/{database}?host={folder}")
    }

    /// An empty database of its own.
    pub fn empty_database(&self) -> String {
        self.create("")
    }

    /// A database with all its tables, cloned from a template made on the first call.
    pub fn fresh_database(&self) -> String {
        self.template.get_or_init(|| {
            let url = self.create_named(TEMPLATE, "");
            let mut conn = PgConnection::establish(&url).expect("it answers");
            conn.run_pending_migrations(migrate::POSTGRES).expect("the tables are made");
        });
        self.create(&format!("template {TEMPLATE}"))
    }

    /// A copy of a database of ours. Whoever is connected to it is sent away first.
    pub fn copy_of(&self, url: &str) -> String {
        let name = url.rsplit('/').find_map(|part| part.split_once("?host=")).expect("ours").0;
        let mut conn = PgConnection::establish(&self.url("postgres")).expect("it answers");
        sql_query(format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
        ))
        .execute(&mut conn)
        .expect("the superuser may");
        self.create(&format!("template {name}"))
    }

    fn create(&self, options: &str) -> String {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.create_named(&format!("test_{number}"), options)
    }

    fn create_named(&self, name: &str, options: &str) -> String {
        let mut conn = PgConnection::establish(&self.url("postgres")).expect("it answers");
        sql_query(format!("create database {name} {options}"))
            .execute(&mut conn)
            .expect("a database is created");
        self.url(name)
    }
}

pub fn owner_of(folder: &Path) -> u32 {
    fs::metadata(folder).expect("it was just made").uid()
}

/// The folder of `initdb`, `pg_ctl` and `postgres`, installed first if that is allowed.
fn binaries() -> PathBuf {
    if find_binaries().is_none() && debian::may_install() {
        debian::install(&["postgresql"]);
    }
    find_binaries().expect(
        "these tests need PostgreSQL 14 or later. Install it (Debian and Ubuntu: `apt-get install \
         postgresql`; Fedora: `dnf install postgresql-server`; macOS: `brew install postgresql`), \
         or name the folder that holds its initdb in FIRSTPLACE_TEST_PG_BIN",
    )
}

/// The variable alone when it is set; else PATH, then Debian's folders, newest first.
fn find_binaries() -> Option<PathBuf> {
    let mut places: Vec<PathBuf> = match env::var_os(BIN_VARIABLE) {
        Some(only) => vec![only.into()],
        None => env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect(),
    };
    if env::var_os(BIN_VARIABLE).is_none() {
        let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
        let mut versions: Vec<PathBuf> = versions.flatten().map(|entry| entry.path()).collect();
        versions.sort_by_key(|path| {
            let number = path.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
            Reverse(number)
        });
        places.extend(versions.into_iter().map(|path| path.join("bin")));
    }
    places.into_iter().find_map(|place| {
        let initdb = fs::canonicalize(place.join("initdb")).ok()?;
        let bin = initdb.parent()?.to_path_buf();
        let whole = ["pg_ctl", "postgres"].iter().all(|name| bin.join(name).exists());
        whole.then_some(bin)
    })
}

/// `initdb` refuses root, so as root an account that may run it: `postgres`, else `nobody`.
fn unprivileged_account() -> (u32, u32) {
    let passwd = fs::read_to_string("/etc/passwd").expect("the accounts can be read");
    let ids_of = |account: &str| {
        let line = passwd.lines().find(|line| line.split(':').next() == Some(account))?;
        let mut ids = line.split(':').skip(2).map(str::parse::<u32>);
        Some((ids.next()?.ok()?, ids.next()?.ok()?))
    };
    ids_of("postgres")
        .or_else(|| ids_of("nobody"))
        .expect("PostgreSQL refuses root, and there is no account postgres or nobody to run it as")
}

fn hand_over(folder: &Path, (uid, gid): (u32, u32)) {
    chown(folder, Some(uid), Some(gid)).expect("root may give a folder away");
    for entry in fs::read_dir(folder).expect("the folder is ours").flatten() {
        chown(entry.path(), Some(uid), Some(gid)).expect("root may give a file away");
    }
}
