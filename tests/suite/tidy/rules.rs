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
    "feedback",
    "merge",
    "reach",
    "reports",
];

/// Beside the subjects: what each may use besides `base` and itself. `x/pure` is a subject's types
/// and rules, without its queries and steps.
const BESIDE: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("paper", &[]),
    ("words", &[]),
    ("config", &["access/pure", "mail/pure"]),
    ("db", &["access/pure", "audit/pure", "jobs/pure"]),
    ("audit", &["access/pure", "db"]),
    ("settings", &["access/pure", "audit/pure", "db", "words"]),
    ("jobs", &["db", "access/pure"]),
    ("mail", &["db", "jobs", "config", "words", "access/pure", "audit/pure"]),
    ("web", &["access", "audit", "config", "db", "mail", "words"]),
];

/// How the world reaches the subjects: each may use every subject, what stands beside them, and the
/// edges before it. `cli` and `main` are above all.
const EDGES: &[&str] = &["api", "pages", "serve", "demo", "cli"];

/// What the files of a subject may use beside lower subjects, by layer.
const BY_LAYER: &[(Layer, &[&str])] = &[
    (Layer::Types, &["db/schema", "mail/pure", "paper", "words"]),
    (Layer::Pure, &["mail/pure", "paper", "words"]),
    (Layer::Store, &["db", "settings", "audit/pure", "jobs/pure"]),
    (Layer::Service, &["db", "settings", "audit", "jobs", "mail", "config", "paper", "words"]),
];

/// Files that may write SQL by hand.
const RAW_SQL: &[&str] = &["db/", "areas/store/bulk.rs", "reports/reach/store/bulk.rs"];

/// Edges that ask the database themselves: gauges, and rows of a made-up borough.
const QUERIES_BESIDE: &[&str] = &["serve/metrics.rs", "demo/crowd/store.rs", "demo/past/store.rs"];

/// Files that hold rows and so are types, whatever they are called.
const ROWS: &[&str] = &["membership/number.rs"];

/// Files generated or long by nature.
const MAY_BE_LONG: &[&str] = &["db/schema.rs"];

/// Words that name a layer by a suffix, or a layer that no subject has.
const OTHER_SPELLINGS: &[&str] = &["http", "wire", "pages"];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Layer {
    /// `mod.rs`: its types may be rows, but nothing is asked of the database.
    Types,
    /// Decisions: could run on paper.
    Pure,
    Store,
    Service,
}

fn parts(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').map(|part| part.trim_end_matches(".rs"))
}

/// The layer of a file in a subject, by its name or that of a folder or inline module it is in. A
/// `view` is a service that only reads.
fn layer(path: &str) -> Layer {
    let named = |word: &str| parts(path).skip(1).any(|part| part == word);
    if named("store") {
        Layer::Store
    } else if named("service") || named("view") {
        Layer::Service
    } else if path.ends_with("mod.rs") || ROWS.contains(&path) {
        Layer::Types
    } else {
        Layer::Pure
    }
}

/// What is wrong with this file, one sentence each.
pub fn complaints(source: &Source) -> Vec<String> {
    let mut found = spellings(source);
    found.extend(everywhere(source));
    for part in source.parts() {
        found.extend(directions(&part));
        found.extend(layers(&part));
    }
    found.into_iter().map(|what| format!("src/{}: {what}", source.path)).collect()
}

fn root(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// What a file may use of the crate; `None`: anything.
fn may_use(path: &str) -> Option<Vec<&'static str>> {
    let root = root(path);
    let mut allowed = vec!["base"];
    if let Some(height) = SUBJECTS.iter().position(|subject| *subject == root) {
        allowed.extend(&SUBJECTS[..=height]);
        let extra = BY_LAYER.iter().find(|(of, _)| *of == layer(path));
        allowed.extend(extra.into_iter().flat_map(|(_, names)| *names));
        return Some(allowed);
    }
    if let Some(height) = EDGES.iter().position(|edge| *edge == root) {
        allowed.extend(SUBJECTS);
        allowed.extend(BESIDE.iter().map(|(name, _)| name));
        allowed.extend(&EDGES[..=height]);
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
    let known = || SUBJECTS.iter().chain(EDGES).chain(BESIDE.iter().map(|(name, _)| name));
    for path in source.crate_paths() {
        let (target, within) = (path[0].as_str(), path.get(1).map_or("", String::as_str));
        let pure = layer(&format!("{target}/{within}.rs")) == Layer::Pure;
        let fine = allowed.iter().any(|name| match name.split_once('/') {
            Some((subject, "pure")) => subject == target && pure,
            Some((folder, file)) => folder == target && file == within,
            None => *name == target,
        });
        if !fine && known().any(|name| *name == target) {
            found.push(format!("may not use crate::{}", path.join("::")));
        }
    }
    found
}

/// One spelling of layers: a file, a folder or an inline module of that name, and never a suffix.
fn spellings(source: &Source) -> Vec<String> {
    let root = root(&source.path);
    let is_subject = SUBJECTS.contains(&root) || BESIDE.iter().any(|(name, _)| *name == root);
    let mut found = Vec::new();
    for part in parts(&source.path).skip(1).filter(|_| is_subject && root != "web") {
        let pieces: Vec<&str> = part.split('_').collect();
        let suffix =
            pieces.len() > 1 && pieces.iter().any(|piece| ["service", "store"].contains(piece));
        if suffix || pieces.iter().any(|piece| OTHER_SPELLINGS.contains(piece)) {
            found.push(format!("`{part}` spells a layer in its own way"));
        }
    }
    found
}

/// Words that belong to a layer, kept out of the others.
fn layers(source: &Source) -> Vec<String> {
    let path = source.path.as_str();
    if EDGES.contains(&root(path)) && !QUERIES_BESIDE.contains(&path) {
        let names = ["diesel", "schema"].into_iter().filter(|word| source.says(&[word]));
        let names = names.filter(|word| *word != "schema" || source.says(&["db", "::", "schema"]));
        return names.map(|word| format!("names `{word}`: queries live in store")).collect();
    }
    if !SUBJECTS.contains(&root(path)) {
        return Vec::new();
    }
    let layer = layer(path);
    let diesel = !matches!(layer, Layer::Store | Layer::Types);
    let query = layer == Layer::Types;
    let clock = matches!(layer, Layer::Types | Layer::Pure | Layer::Store);
    let forbidden = [
        (diesel, "diesel", "queries live in store"),
        (query, "insert_into", "queries live in store"),
        (query, "load", "queries live in store"),
        (query, "execute", "queries live in store"),
        (true, "actix_web", "HTTP lives in api and pages"),
        (true, "utoipa_actix_web", "HTTP lives in api"),
        (true, "maud", "HTML lives in pages"),
        (clock, "Clock", "time is handed in"),
    ];
    let mut found: Vec<String> = forbidden
        .iter()
        .filter(|(forbidden, word, _)| *forbidden && source.says(&[word]))
        .map(|(_, word, why)| format!("names `{word}`: {why}"))
        .collect();
    if source.says(&["utoipa", "::", "path"]) {
        found.push("describes a call: calls live in api".to_owned());
    }
    if layer == Layer::Store && source.says(&[".", "allow", "("]) {
        found.push("asks for permission: that is service".to_owned());
    }
    found
}

fn everywhere(source: &Source) -> Vec<String> {
    let path = source.path.as_str();
    let mut found = Vec::new();
    let asks = ["Utc", "Local", "SystemTime"].iter().any(|of| source.says(&[of, "::", "now"]));
    if asks && path != "base/clock.rs" {
        found.push("asks for the time: only clock.rs does".to_owned());
    }
    if source.says(&["date_naive"]) && !path.starts_with("base/calendar/") {
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
