//! A Rust file as far as the rules need it: its code without comments and strings, the
//! words in it, and every path that starts at `crate`, with groups spelt out.

/// One file of `src`.
pub struct Source {
    /// Relative to `src`, with `/`.
    pub path: String,
    pub lines: usize,
    pub comments: String,
    /// Identifiers and punctuation, in order; `::` is one of them.
    pub words: Vec<String>,
    /// Inline modules, each read as the file that it could be.
    inline: Vec<(String, String)>,
}

impl Source {
    pub fn read(path: &str, text: &str) -> Self {
        let (code, comments) = without_comments_and_strings(text);
        Self {
            path: path.replace('\\', "/"),
            lines: text.lines().count(),
            comments,
            words: words(&code),
            inline: inline(text),
        }
    }

    /// The file without its inline modules, and each of them as a file in the folder of its name.
    pub fn parts(&self) -> Vec<Source> {
        let folder = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let part = |(name, text): &(String, String)| {
            let path = match (name.is_empty(), self.inline.len()) {
                (true, 1) => self.path.clone(),
                (true, _) => format!("{folder}/mod.rs"),
                (false, _) => format!("{folder}/{name}.rs"),
            };
            Source::read(&path, text)
        };
        self.inline.iter().map(part).collect()
    }

    /// Whether these words stand in a row.
    pub fn says(&self, row: &[&str]) -> bool {
        self.words.windows(row.len()).any(|window| window == row)
    }

    /// What follows `crate::`, one path for each leaf: `[["bookings", "Offer"], ...]`.
    pub fn crate_paths(&self) -> Vec<Vec<String>> {
        let mut paths = Vec::new();
        for (at, pair) in self.words.windows(2).enumerate() {
            if pair == ["crate", "::"] {
                leaves(&self.words, at + 2, &[], &mut paths);
            }
        }
        paths
    }
}

/// What stands outside inline modules, under no name, and each public inline module by its name, as
/// the formatter writes them.
fn inline(text: &str) -> Vec<(String, String)> {
    let mut parts = vec![(String::new(), String::new())];
    let mut at = 0;
    for line in text.lines() {
        let named = line
            .trim_start_matches("pub(crate) ")
            .trim_start_matches("pub ")
            .strip_prefix("mod ")
            .and_then(|rest| rest.strip_suffix(" {"))
            .filter(|name| *name != "tests");
        if let Some(name) = named {
            parts.push((name.to_owned(), String::new()));
            at = parts.len() - 1;
            continue;
        }
        if line == "}" && at > 0 {
            at = 0;
            continue;
        }
        parts[at].1.push_str(line);
        parts[at].1.push('\n');
    }
    parts
}

/// Reads one path or a `{group}` from `at` on, each leaf after `stem`; says where it ends.
pub fn leaves(
    words: &[String],
    mut at: usize,
    stem: &[String],
    paths: &mut Vec<Vec<String>>,
) -> usize {
    let mut path = stem.to_vec();
    while let Some(word) = words.get(at) {
        if word == "{" {
            at += 1;
            while words.get(at).is_some_and(|word| word != "}") {
                let before = at;
                at = leaves(words, at, &path, paths);
                while words.get(at).is_some_and(|word| word != "," && word != "}") {
                    at += 1;
                }
                at += usize::from(words.get(at).is_some_and(|word| word == ","));
                at = at.max(before + 1);
            }
            return at + 1;
        }
        path.push(word.clone());
        at += 1;
        if words.get(at).is_none_or(|word| word != "::") {
            break;
        }
        at += 1;
    }
    paths.push(path);
    at
}

fn words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut in_name = false;
    let mut characters = code.chars().peekable();
    while let Some(character) = characters.next() {
        let names = character.is_alphanumeric() || character == '_';
        match words.last_mut() {
            Some(last) if names && in_name => last.push(character),
            _ if character == ':' && characters.peek() == Some(&':') => {
                characters.next();
                words.push("::".to_owned());
            }
            _ if !character.is_whitespace() => words.push(character.to_string()),
            _ => {}
        }
        in_name = names;
    }
    words
}

/// The code with strings emptied, and apart from it the comments.
fn without_comments_and_strings(text: &str) -> (String, String) {
    let (mut code, mut comments) = (String::new(), String::new());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let taken = if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            comments.push_str(&rest[..end]);
            comments.push('\n');
            end
        } else if rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |at| at + 2);
            comments.push_str(&rest[..end]);
            end
        } else if let Some(end) = raw_string(rest, &code) {
            code.push_str("\"\"");
            end
        } else if next == '"' {
            code.push_str("\"\"");
            quoted(rest)
        } else if let Some(end) = character(rest) {
            code.push_str("' '");
            end
        } else {
            code.push(next);
            next.len_utf8()
        };
        rest = &rest[taken..];
    }
    (code, comments)
}

/// The length of `"..."` with its escapes.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '"' if !escaped => return at + 1,
            _ => escaped = character == '\\' && !escaped,
        }
    }
    text.len()
}

/// The length of `r#"..."#`, unless the `r` is the end of a name.
fn raw_string(text: &str, before: &str) -> Option<usize> {
    let within_name = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let hashes = text.strip_prefix('r')?.chars().take_while(|&c| c == '#').count();
    if within_name && !before.ends_with('b') || !text[1 + hashes..].starts_with('"') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let from = 2 + hashes;
    let end = text[from..].find(&close)?;
    Some(from + end + close.len())
}

/// The length of `'x'`; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        let end = inside.char_indices().skip(2).find(|(_, c)| *c == '\'')?;
        return Some(end.0 + 2);
    }
    let first = inside.chars().next()?;
    let closed = inside[first.len_utf8()..].starts_with('\'');
    closed.then_some(first.len_utf8() + 2)
}

#[test]
fn paths_are_read_through_groups_and_strings_are_not_read() {
    let source = Source::read(
        "x.rs",
        "use crate::{a::B, c::{D, e::F as G}, h}; // crate::i\n\
         fn f<'a>(x: &'a str) { let _ = ('\"', \"crate::j \\\" crate::k\", r#\"crate::l\"#); crate::m::n() }",
    );
    let paths: Vec<String> = source.crate_paths().iter().map(|path| path.join("/")).collect();
    assert_eq!(paths, ["a/B", "c/D", "c/e/F", "h", "m/n"]);
    assert_eq!(source.comments, "// crate::i\n");
}
