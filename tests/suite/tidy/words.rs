//! What parents read lies in files: every text that the code names is there, and every text that is
//! there is named by the code.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::walk;

#[test]
fn every_text_that_is_named_is_there_and_the_other_way_round() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut code = String::new();
    walk(&src, &mut |path| {
        code += tested_apart(&fs::read_to_string(path).expect("a source file is text"));
    });
    let mut there = BTreeSet::new();
    for file in fs::read_dir(src.join("words/en-GB")).expect("the texts can be read").flatten() {
        there.extend(keys(&fs::read_to_string(file.path()).expect("a text file")));
    }
    let named = named(&code);
    assert!(!named.is_empty() && !there.is_empty(), "no text was found at all");

    let missing: Vec<_> = named.difference(&there).collect();
    assert!(missing.is_empty(), "named in the code, but in no file: {missing:?}");
    let unused: Vec<_> = there.iter().filter(|key| !code.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "in a file, but nowhere in the code: {unused:?}");
}

#[test]
fn keys_are_found_in_code_and_in_files() {
    let code = r#"words.say("a-b"); say!(words, "c", n = 1); words.say(
        "d"); essay("x"); fill("e", &[]); words.say(key); f("f")"#;
    assert_eq!(named(code), ["a-b", "c", "d"].map(str::to_owned).into());
    assert_eq!(
        keys("# x = y\na-b = A\nc = { $n ->\n    [one] 1\n   *[other] 2\n }\n"),
        ["a-b", "c"]
    );
}

/// A file without its unit tests, which stand at its end.
fn tested_apart(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

/// The first string after each `say(` and `say!(`.
fn named(code: &str) -> BTreeSet<String> {
    let starts = code.match_indices("say").filter(|(at, _)| {
        let before = code[..*at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    });
    let calls = starts.filter_map(|(at, word)| {
        let rest = &code[at + word.len()..];
        rest.strip_prefix("!(").or_else(|| rest.strip_prefix('('))
    });
    calls.filter_map(literal).map(str::to_owned).collect()
}

/// The string that stands among the first arguments, before anything nested.
fn literal(arguments: &str) -> Option<&str> {
    let (before, rest) = arguments.split_once('"')?;
    let plain = before.chars().all(|c| c.is_alphanumeric() || " \n\t,._&".contains(c));
    plain.then(|| rest.split('"').next().unwrap_or(rest))
}

fn keys(file: &str) -> Vec<String> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let lines = file.lines().filter(begins).filter_map(|line| line.split_once(" ="));
    lines.map(|(key, _)| key.to_owned()).collect()
}
