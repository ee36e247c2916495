//! The plan of `src` as tables, and what a file may not say given where it is.

use super::source::Source;

pub const LINES_AT_MOST: usize = 400;

/// Subjects, lowest first: each may use itself and those before it.
const SUBJECTS: &[&str] = &[
    "access",
    "centres",
    "partners",
    "areas",
    "families",
    "sessions",
    "membership",
    "feeds",
    "bookings",
    "contacts",
    "attendance",
    "reach",
    "reports",
];

/// What every file may use: types without a subject.
const GROUND: &[&str] = &["moment", "id", "fault", "text", "calendar", "table"];

/// What stands beside the subjects, and what each may use besides `GROUND` and itself.
/// `x/pure` is a subject's types and rules, without its queries and steps. A file that
/// is neither here nor in a subject puts the whole together and may use anything.
const BESIDE: &[(&str, &[&str])] = &[
    ("moment", &[]),
    ("id", &[]),
    ("fault", &[]),
    ("text", &[]),
    ("calendar", &[]),
    ("table", &[]),
    ("clock", &[]),
    ("paper", &[]),
    ("schema", &[]),
    ("paper", &[]),
    ("config", &["clock", "access/pure", "mail/pure"]),
    ("audit", &["access/pure", "schema", "db"]),
    ("db", &["clock", "schema", "access/pure", "audit/pure", "jobs/pure"]),
    ("jobs", &["clock", "schema", "db", "access/pure"]),
    ("mail", &["clock", "schema", "db", "jobs", "config", "access/pure", "audit/pure", "web"]),
];

/// What the files of a subject may use beside lower subjects, by layer.
const BY_LAYER: &[(Layer, &[&str])] = &[
    (Layer::Types, &["schema", "mail/pure"]),
    (Layer::Pure, &["mail/pure", "paper"]),
    (Layer::Store, &["db", "schema", "audit/pure", "jobs/pure"]),
    (Layer::Service, &["db", "audit", "jobs", "mail", "config", "clock", "paper"]),
    (Layer::Edge, &["db", "web", "config", "jobs", "mail", "paper", "audit/pure"]),
];

/// Files that may write SQL by hand.
const RAW_SQL: &[&str] = &["db/", "areas/bulk_store.rs", "reports/reach/bulk_store.rs"];

/// Files that hold rows and so are types, whatever they are called.
const ROWS: &[&str] = &["families/groups.rs", "membership/number.rs", "reach/facts.rs"];

/// Files generated or long by nature.
const MAY_BE_LONG: &[&str] = &["schema.rs"];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Layer {
    /// `mod.rs`: its types may be rows, but nothing is asked of the database.
    Types,
    /// Decisions: could run on paper.
    Pure,
    Store,
    Service,
    /// `http.rs` and `pages.rs`.
    Edge,
}

/// The layer of a file in a subject, by its name or that of a folder it is in:
/// `store.rs`, `waiting_store.rs`, `store/waiting.rs`. A `view` is a service that only
/// reads; `wire` holds the types of `http`.
fn layer(path: &str) -> Layer {
    let named = |word: &str| {
        let inside = path.split('/').skip(1).map(|part| part.trim_end_matches(".rs"));
        inside.into_iter().any(|part| part.split('_').any(|piece| piece == word))
    };
    if named("store") {
        Layer::Store
    } else if named("service") || named("view") {
        Layer::Service
    } else if named("http") || named("pages") || named("wire") {
        Layer::Edge
    } else if path.ends_with("mod.rs") || ROWS.contains(&path) {
        Layer::Types
    } else {
        Layer::Pure
    }
}

/// What is wrong with this file, one sentence each.
pub fn complaints(source: &Source) -> Vec<String> {
    let mut found = directions(source);
    found.extend(layers(source));
    found.extend(everywhere(source));
    found.into_iter().map(|what| format!("src/{}: {what}", source.path)).collect()
}

fn root(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// What a file may use of the crate; `None`: anything.
fn may_use(path: &str) -> Option<Vec<&'static str>> {
    let root = root(path);
    let mut allowed = GROUND.to_vec();
    if let Some(height) = SUBJECTS.iter().position(|subject| *subject == root) {
        allowed.extend(&SUBJECTS[..=height]);
        let extra = BY_LAYER.iter().find(|(of, _)| *of == layer(path));
        allowed.extend(extra.into_iter().flat_map(|(_, names)| *names));
        return Some(allowed);
    }
    let (own, extra) = BESIDE.iter().find(|(name, _)| *name == root)?;
    allowed.push(own);
    allowed.extend(*extra);
    Some(allowed)
}

fn directions(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    if source.says(&["super", "::", "super"]) {
        found.push("`super::super` hides where a path goes: start it at `crate`".to_owned());
    }
    let Some(allowed) = may_use(&source.path) else {
        return found;
    };
    for path in source.crate_paths() {
        let (target, within) = (path[0].as_str(), path.get(1).map_or("", String::as_str));
        let is_macro_or_type = SUBJECTS.iter().chain(&["web", "app"]).all(|name| *name != target)
            && BESIDE.iter().all(|(name, _)| *name != target);
        let pure = layer(&format!("{target}/{within}.rs")) == Layer::Pure;
        let fine = allowed.iter().any(|name| match name.strip_suffix("/pure") {
            Some(subject) => subject == target && pure,
            None => *name == target,
        });
        if !fine && !is_macro_or_type {
            found.push(format!("may not use crate::{}", path.join("::")));
        }
    }
    found
}

/// Words that belong to a layer, kept out of the others.
fn layers(source: &Source) -> Vec<String> {
    let path = source.path.as_str();
    if !SUBJECTS.contains(&root(path)) {
        return Vec::new();
    }
    let layer = layer(path);
    let diesel = !matches!(layer, Layer::Store | Layer::Types);
    let query = layer == Layer::Types;
    let actix = layer != Layer::Edge;
    let clock = matches!(layer, Layer::Types | Layer::Pure | Layer::Store);
    let forbidden = [
        (diesel, "diesel", "queries live in store.rs"),
        (query, "insert_into", "queries live in store.rs"),
        (query, "load", "queries live in store.rs"),
        (query, "execute", "queries live in store.rs"),
        (actix, "actix_web", "HTTP lives in http.rs and pages.rs"),
        (actix, "utoipa_actix_web", "HTTP lives in http.rs and pages.rs"),
        (clock, "Clock", "time is handed in"),
    ];
    let mut found: Vec<String> = forbidden
        .iter()
        .filter(|(forbidden, word, _)| *forbidden && source.says(&[word]))
        .map(|(_, word, why)| format!("names `{word}`: {why}"))
        .collect();
    if layer == Layer::Store && source.says(&[".", "allow", "("]) {
        found.push("asks for permission: that is service.rs".to_owned());
    }
    found
}

fn everywhere(source: &Source) -> Vec<String> {
    let path = source.path.as_str();
    let mut found = Vec::new();
    let asks = ["Utc", "Local", "SystemTime"].iter().any(|of| source.says(&[of, "::", "now"]));
    if asks && path != "clock.rs" {
        found.push("asks for the time: only clock.rs does".to_owned());
    }
    if source.says(&["date_naive"]) && path != "calendar/mod.rs" {
        found.push(
            "takes a day from an instant: `civil_day`, or the centre's `local_day`".to_owned(),
        );
    }
    if source.says(&["sql_query"]) && !RAW_SQL.iter().any(|folder| path.starts_with(folder)) {
        found.push("writes SQL by hand outside the named places".to_owned());
    }
    let marks = ["todo", "unimplemented", "dbg"];
    let unfinished = marks.iter().any(|mark| source.says(&[mark, "!"]))
        || ["TODO", "FIXME", "XXX"].iter().any(|mark| source.comments.contains(mark));
    if unfinished {
        found.push("is not finished".to_owned());
    }
    if source.lines > LINES_AT_MOST && !MAY_BE_LONG.contains(&path) {
        found.push(format!("{} lines: it wants to be two", source.lines));
    }
    found
}
