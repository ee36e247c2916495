//! What the document keeps silently: of two types of one name it describes one alone, and of a
//! body that no attribute names it describes nothing. So both are looked for in the source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::tidy::source::Source;
use crate::tidy::walk;

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    walk(&root, &mut |path| {
        let name = path.strip_prefix(&root).expect("it is below src").to_string_lossy();
        let text = fs::read_to_string(path).expect("a source file is text");
        all.push(Source::read(&name, &text));
    });
    all
}

/// The types of a file that get a schema: derived, written by hand, or made by `text_enum!`.
/// Each by the name of its schema, which `as` may say.
fn types(source: &Source) -> Vec<&str> {
    let words: Vec<&str> = source.words.iter().map(String::as_str).collect();
    let named = |at: usize| match &words[at..] {
        rest @ ["derive", "(", ..] => derived(rest),
        ["text_enum", "!", "{", rest @ ..] => after_attributes(rest),
        ["ToSchema", "for", name, ..] => Some(*name),
        _ => None,
    };
    (0..words.len()).filter_map(named).filter(|name| *name != "$").collect()
}

fn derived<'a>(rest: &[&'a str]) -> Option<&'a str> {
    let end = rest.iter().position(|word| *word == ")")?;
    rest[..end].contains(&"ToSchema").then_some(())?;
    let kind = rest.iter().position(|word| ["struct", "enum"].contains(word))?;
    let renamed = rest[..kind].windows(4).find(|four| four[..3] == ["(", "as", "="]);
    renamed.map(|four| four[3]).or_else(|| rest.get(kind + 1).copied())
}

fn after_attributes<'a>(mut rest: &[&'a str]) -> Option<&'a str> {
    while rest.first() == Some(&"#") {
        let end = rest.iter().position(|word| *word == "]")?;
        rest = &rest[end + 1..];
    }
    rest.first().copied()
}

/// Names that two types share, with their files.
fn shared(sources: &[Source]) -> Vec<String> {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for source in sources {
        for name in types(source) {
            files.entry(name).or_default().push(&source.path);
        }
    }
    let twice = files.into_iter().filter(|(_, files)| files.len() > 1);
    twice.map(|(name, files)| format!("{name}: {}", files.join(", "))).collect()
}

/// Handlers that read a body and describe none.
fn undescribed(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let mut rest = source.words.as_slice();
        let is_path = |words: &[String]| words == ["utoipa", "::", "path", "("];
        while let Some(at) = rest.windows(4).position(is_path) {
            rest = &rest[at + 4..];
            let end = rest.windows(2).position(|two| two == ["-", ">"]);
            let operation = &rest[..end.unwrap_or(rest.len())];
            let says = |word: &str| operation.iter().any(|other| other == word);
            if (says("Body") || says("File")) && !says("request_body") && !says("delete") {
                let name = operation.iter().skip_while(|word| *word != "fn").nth(1);
                found.push(format!("{} {}", source.path, name.map_or("?", String::as_str)));
            }
        }
    }
    found
}

#[test]
fn no_two_types_share_a_schema() {
    let sources = sources();
    assert!(sources.iter().map(types).map(|types| types.len()).sum::<usize>() > 300);
    let found = shared(&sources);
    assert!(found.is_empty(), "of each only one is described:\n{}\n", found.join("\n"));
}

#[test]
fn every_body_that_is_read_is_described() {
    let found = undescribed(&sources());
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What is sent may leave out what has a default; what is answered holds it.
#[test]
fn no_type_that_is_sent_stands_in_an_answer() {
    let document = crate::serve::openapi::document();
    let mut open: Vec<&Value> = Vec::new();
    for operation in crate::serve::openapi::operations(&document) {
        open.push(&operation.says["responses"]);
    }
    let mut seen = BTreeSet::new();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => open.extend(members.values()),
            Value::String(text) => {
                let name = text.strip_prefix("#/components/schemas/");
                if let Some(name) = name.filter(|name| seen.insert((*name).to_owned())) {
                    open.push(&document["components"]["schemas"][name]);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    assert!(seen.len() > 100, "{} schemas are answered", seen.len());
    seen.retain(|name| name.ends_with("In") || name.ends_with("Patch"));
    assert!(seen.is_empty(), "{seen:?}");
}

#[test]
fn a_name_given_twice_is_seen() {
    let pairs = [
        (
            "#[derive(Clone, ToSchema)] pub struct EndIn {}",
            "#[derive(utoipa::ToSchema)]\nstruct EndIn;",
        ),
        (
            "text_enum! { /// Why.\n Purpose { A = \"a\" } }",
            "text_enum! { #[x] Purpose { B = \"b\" } }",
        ),
        (
            "#[derive(ToSchema)] #[schema(as = EndIn)] struct End;",
            "#[derive(ToSchema)] pub struct EndIn {}",
        ),
        ("impl utoipa::ToSchema for Day {}", "#[derive(ToSchema)] #[serde(x)] pub enum Day {}"),
    ];
    for (one, other) in pairs {
        let both = [Source::read("a.rs", one), Source::read("b.rs", other)];
        assert_eq!(shared(&both).len(), 1, "{one} {other}");
    }
    let apart = ["#[derive(ToSchema)] struct EndIn;", "#[derive(Clone)] struct EndIn;"];
    assert_eq!(shared(&apart.map(|text| Source::read("a.rs", text))), Vec::<String>::new());
}

#[test]
fn a_body_that_is_read_and_not_described_is_seen() {
    let operation = |attribute: &str| {
        let text = format!(
            "#[utoipa::path({attribute}responses((status = 200)))] #[post(\"/x\")] \
             async fn add_x(body: Body<XIn>) -> Result<X, Y> {{}}"
        );
        undescribed(&[Source::read("a.rs", &text)])
    };
    assert_eq!(operation(""), ["a.rs add_x"]);
    assert_eq!(operation("request_body = XIn, "), Vec::<String>::new());
}
