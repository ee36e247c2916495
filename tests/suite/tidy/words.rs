//! What parents read lies in files: every text that the code names is there, every text that is there
//! is named by the code or another text, and where parents read everything the code has no text.

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
    let (mut there, mut texts) = (BTreeSet::new(), String::new());
    for file in fs::read_dir(src.join("words/en-GB")).expect("the texts can be read").flatten() {
        let text = fs::read_to_string(file.path()).expect("a text file");
        there.extend(keys(&text));
        texts += &text;
    }
    let named = named(&code);
    assert!(!named.is_empty() && !there.is_empty(), "no text was found at all");

    let missing: Vec<_> = named.difference(&there).collect();
    assert!(missing.is_empty(), "named in the code, but in no file: {missing:?}");
    let is_used =
        |key: &str| code.contains(&format!("\"{key}\"")) || texts.contains(&format!("{{ {key} }}"));
    let unused: Vec<_> = there.iter().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "in a file, but nowhere in the code: {unused:?}");
}

#[test]
fn keys_are_found_in_code_and_in_files() {
    let code = r#"words.say("a-b"); say!(words, "c", n = 1); words.say(
        "d"); essay("x"); fill("e", &[]); words.say(key); f("f"); letter.say("So it is.")"#;
    assert_eq!(named(code), ["a-b", "c", "d"].map(str::to_owned).into());
    assert_eq!(
        keys("# x = y\na-b = A\nc = { $n ->\n    [one] 1\n   *[other] 2\n }\n"),
        ["a-b", "c"]
    );
}

/// Files, and folders, of which parents read everything.
const READ_BY_PARENTS: &[&str] = &[
    "feeds/telling/letter.rs",
    "mail/attached.rs",
    "mail/phrases.rs",
    "mail/render.rs",
    "mail/spoken.rs",
    "mail/words/",
    "membership/birthdays/paper/mod.rs",
    "membership/card/drawing.rs",
    "pages/",
    "web/form.rs",
    "web/html.rs",
    "web/layout.rs",
];

/// What in them only people at work read, and what is there for tests.
const READ_BY_STAFF: &[&str] = &[
    "mail/words/samples.rs",
    "mail/words/staff.rs",
    "mail/words/tests.rs",
    "mail/words/texts/tests.rs",
    "pages/booking/view/tests.rs",
    "pages/cards.rs",
    "pages/desk/",
    "pages/devices.rs",
    "pages/digest.rs",
    "pages/families/",
    "pages/faults.rs",
    "pages/languages/",
    "pages/feedback_texts.rs",
    "pages/lists/",
    "pages/people/",
    "pages/reach/",
    "pages/refer/",
    "pages/referrals/",
    "pages/registers/",
    "pages/sign_in/waiting.rs",
    "pages/task_lines.rs",
    "pages/team.rs",
    "pages/today/",
    "pages/whats_on/samples.rs",
];

/// Texts there that no parent reads, each with the reason.
const NOT_READ: &[(&str, &str)] = &[
    ("Address labels", "the title of a document for staff"),
    ("Back to your first page", "for people at work"),
    ("Birthday cards", "the title of a document for staff"),
    ("Letters to families", "the title of a document for staff"),
    ("There is nothing to print.", "on paper for staff"),
    ("There is no letter to print.", "on paper for staff"),
    ("This page is for parents. Your account belongs to no family.", "for programs: pages say it"),
    ("a birth was read without its day", "in the log"),
    ("a page failed on our side", "in the log"),
    ("Event", "a word of schema.org"),
    ("Organization", "a word of schema.org"),
    ("Place", "a word of schema.org"),
];

#[test]
fn where_parents_read_everything_the_code_has_no_text() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut found, mut excused) = (Vec::new(), BTreeSet::new());
    walk(&src, &mut |path| {
        let name = path.strip_prefix(&src).expect("it is below src").to_string_lossy().into_owned();
        let is_among = |paths: &[&str]| paths.iter().any(|one| name.starts_with(one));
        if !is_among(READ_BY_PARENTS) || is_among(READ_BY_STAFF) {
            return;
        }
        let code = fs::read_to_string(path).expect("a source file is text");
        for text in literals(tested_apart(&code)).into_iter().filter(|text| is_text(text)) {
            match NOT_READ.iter().find(|(known, _)| *known == text) {
                Some((known, _)) => {
                    excused.insert(*known);
                }
                None => found.push(format!("src/{name}: {text}")),
            }
        }
    });
    assert!(found.is_empty(), "texts belong in src/words:\n{}\n", found.join("\n"));
    let needless: Vec<_> =
        NOT_READ.iter().map(|(text, _)| *text).filter(|text| !excused.contains(text)).collect();
    assert!(needless.is_empty(), "no longer there: {needless:?}");
}

#[test]
fn a_text_in_code_is_seen() {
    let code = r#"// "A comment."
        .say("You have a place.") 'a' '"' title: "Sorry", format!("{child} has a place now") say("a-b")
        "What's on" "Say \"Yes\" now""#;
    let texts = ["You have a place.", "Sorry", "{child} has a place now", "What's on"];
    let found = literals(code);
    let found: Vec<&str> = found.iter().map(String::as_str).filter(|text| is_text(text)).collect();
    assert_eq!(found[..4], texts);
    assert_eq!(found[4], r#"Say \"Yes\" now"#);

    for code in [
        "mail-hello",
        "Cache-Control",
        "text/html; charset=utf-8",
        "margin:0;padding:1rem;font:1.1rem/1.5 sans-serif",
        "default-src 'none'; style-src 'self'",
        "{label}: {fact}\\n",
        "",
    ] {
        assert!(!is_text(code), "{code}");
    }
}

/// What stands between quotes, outside comments.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let tail = &rest[at..];
        rest = if tail.starts_with("//") {
            tail.split_once('\n').map_or("", |(_, after)| after)
        } else if let Some(after) = tail.strip_prefix("'\"'") {
            after
        } else if let Some(text) = tail.strip_prefix('"') {
            let (literal, after) = until_quote(text);
            found.push(literal.to_owned());
            after
        } else {
            &tail[1..]
        };
    }
    found
}

/// What stands before the quote that ends a literal, and after it.
fn until_quote(text: &str) -> (&str, &str) {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        if letter == '"' && !is_escaped {
            return (&text[..at], &text[at + 1..]);
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    (text, "")
}

/// Whether it reads as words do: it begins as a sentence does, or has three plain words in a row.
fn is_text(literal: &str) -> bool {
    let words: Vec<&str> = literal.split_whitespace().collect();
    let first = words.first().map_or("", |word| word.trim_end_matches(['.', ',', '!', '?', ':']));
    let mut letters = first.chars();
    let is_capital = letters.next().is_some_and(|letter| letter.is_ascii_uppercase());
    let begins = is_capital
        && !letters.as_str().is_empty()
        && letters.all(|letter| letter.is_lowercase() || "'’".contains(letter));
    let is_plain = |word: &&str| word.chars().all(|letter| letter.is_ascii_lowercase());
    begins || words.windows(3).any(|three| three.iter().all(is_plain))
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
    let text = rest.split('"').next().unwrap_or(rest);
    // A sentence is said by a letter that is written in the code.
    let is_key =
        text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c));
    (plain && is_key).then_some(text)
}

fn keys(file: &str) -> Vec<String> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let lines = file.lines().filter(begins).filter_map(|line| line.split_once(" ="));
    lines.map(|(key, _)| key.to_owned()).collect()
}
