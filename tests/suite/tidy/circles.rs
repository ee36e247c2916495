//! Files that use each other, directly or by way of others. What tests use is left out, and a name
//! that a folder only passes on counts as used where it is defined.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

type Path = Vec<String>;

/// What a file says of other modules.
#[derive(Default)]
struct Said {
    /// Items, by their absolute paths.
    uses: BTreeSet<Path>,
    /// Names that it passes on.
    passes_on: BTreeMap<String, Path>,
}

/// Each circle as its files in order.
pub fn circles(sources: &[Source]) -> Vec<String> {
    let modules: BTreeMap<Path, &Source> =
        sources.iter().map(|file| (module(file), file)).collect();
    let said: BTreeMap<Path, Said> =
        modules.iter().map(|(path, file)| (path.clone(), read(path, file, &modules))).collect();
    let edges: BTreeMap<&Path, BTreeSet<Path>> = said
        .iter()
        .filter(|(path, _)| path.last().is_none_or(|name| name != "tests"))
        .map(|(path, file)| {
            let targets = file.uses.iter().filter_map(|used| defined(used, &modules, &said));
            (path, targets.filter(|target| target != path && !target.is_empty()).collect())
        })
        .collect();

    let reach: BTreeMap<&Path, BTreeSet<&Path>> =
        edges.keys().map(|path| (*path, reached(path, &edges))).collect();
    let mut found = BTreeSet::new();
    for (path, far) in &reach {
        if far.contains(path) {
            let with =
                far.iter().filter(|other| reach.get(*other).is_some_and(|far| far.contains(path)));
            let files: Vec<&str> = with.map(|other| modules[*other].path.as_str()).collect();
            found.insert(files.join(", "));
        }
    }
    found.into_iter().collect()
}

fn reached<'a>(from: &'a Path, edges: &'a BTreeMap<&Path, BTreeSet<Path>>) -> BTreeSet<&'a Path> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(next) = open.pop() {
        for target in edges.get(next).into_iter().flatten() {
            if reached.insert(target) {
                open.push(target);
            }
        }
    }
    reached
}

fn module(file: &Source) -> Path {
    let path = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
    match path {
        "lib" | "main" => vec![],
        path => path.split('/').map(str::to_owned).collect(),
    }
}

/// The file in which an item is defined.
fn defined(
    used: &[String],
    modules: &BTreeMap<Path, &Source>,
    said: &BTreeMap<Path, Said>,
) -> Option<Path> {
    let mut used = used.to_vec();
    for _ in 0..8 {
        let at = (0..=used.len()).rev().find(|&at| modules.contains_key(&used[..at]))?;
        let (file, rest) = used.split_at(at);
        match rest.first().and_then(|name| said[file].passes_on.get(name)) {
            Some(further) => used = [further.as_slice(), &rest[1..]].concat(),
            None => return Some(file.to_vec()),
        }
    }
    None
}

fn read(path: &Path, file: &Source, modules: &BTreeMap<Path, &Source>) -> Said {
    let words = without_tests(&file.words);
    let mut said = Said::default();
    let mut named: BTreeMap<String, Path> = BTreeMap::new();
    let mut inline: Vec<(usize, String)> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        match word.as_str() {
            "mod" if words.get(at + 2).is_some_and(|word| word == "{") => {
                inline.push((depth, words[at + 1].clone()));
                depth += 1;
                at += 3;
                continue;
            }
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                if inline.last().is_some_and(|(of, _)| *of == depth) {
                    inline.pop();
                }
            }
            "use" if words.get(at + 1).is_some_and(|next| next != "<") => {
                let here = within(path, &inline);
                let public = at > 0 && (words[at - 1] == "pub" || words[at - 1] == ")");
                let (leaves, end) = tree(&words, at + 1);
                for (leaf, alias) in leaves {
                    let Some(mut used) = absolute(&leaf, &here, modules) else { continue };
                    if used.last().is_some_and(|name| name == "self" || name == "*") {
                        let glob = used.pop().is_some_and(|name| name == "*");
                        if glob {
                            said.uses.insert([used.as_slice(), &["*".to_owned()]].concat());
                            continue;
                        }
                    }
                    let Some(last) = used.last().cloned() else { continue };
                    let name = alias.unwrap_or(last);
                    if public && used.starts_with(path) {
                        said.passes_on.insert(name, used);
                    } else if modules.contains_key(&used) {
                        named.insert(name, used);
                    } else {
                        if public {
                            said.passes_on.insert(name, used.clone());
                        }
                        said.uses.insert(used);
                    }
                }
                at = end;
                continue;
            }
            _ => {}
        }
        let begins = at == 0 || !["::", "."].contains(&words[at - 1].as_str());
        if begins && words.get(at + 1).is_some_and(|next| next == "::") {
            let (leaf, end) = straight(&words, at);
            let here = within(path, &inline);
            let used = match named.get(&leaf[0]) {
                Some(module) => Some([module.as_slice(), &leaf[1..]].concat()),
                None => absolute(&leaf, &here, modules),
            };
            said.uses.extend(used.filter(|used| !modules.contains_key(used)));
            at = end;
            continue;
        }
        at += 1;
    }
    said
}

fn within(path: &Path, inline: &[(usize, String)]) -> Path {
    path.iter().chain(inline.iter().map(|(_, name)| name)).cloned().collect()
}

/// A path as it is written, from the root of the crate; `None` for what is not of the crate.
fn absolute(leaf: &[String], here: &Path, modules: &BTreeMap<Path, &Source>) -> Option<Path> {
    let child = || [here.as_slice(), &leaf[..1]].concat();
    match leaf.first()?.as_str() {
        "crate" => Some(leaf[1..].to_vec()),
        "self" => Some([here.as_slice(), &leaf[1..]].concat()),
        "super" => Some([&here[..here.len().saturating_sub(1)], &leaf[1..]].concat()),
        _ if modules.contains_key(&child()) => Some([here.as_slice(), leaf].concat()),
        _ => None,
    }
}

/// `a::b::c`, and where it ends.
fn straight(words: &[String], mut at: usize) -> (Path, usize) {
    let mut path = vec![words[at].clone()];
    at += 1;
    while words.get(at).is_some_and(|word| word == "::")
        && words
            .get(at + 1)
            .is_some_and(|word| word.chars().all(|c| c.is_alphanumeric() || c == '_'))
    {
        path.push(words[at + 1].clone());
        at += 2;
    }
    (path, at)
}

/// The leaves of a `use`, each with the name it is given, and where the `use` ends.
fn tree(words: &[String], from: usize) -> (Vec<(Path, Option<String>)>, usize) {
    let mut leaves = Vec::new();
    let mut stems: Vec<Path> = vec![vec![]];
    let mut path: Path = vec![];
    let mut at = from;
    while let Some(word) = words.get(at) {
        match word.as_str() {
            ";" => break,
            "{" => stems.push(std::mem::take(&mut path)),
            "}" => {
                finish(&mut leaves, &stems, &mut path, None);
                stems.pop();
            }
            "," => finish(&mut leaves, &stems, &mut path, None),
            "as" => {
                finish(&mut leaves, &stems, &mut path, words.get(at + 1).cloned());
                at += 1;
            }
            "::" => {}
            name => path.push(name.to_owned()),
        }
        at += 1;
    }
    finish(&mut leaves, &stems, &mut path, None);
    (leaves, at)
}

fn finish(
    leaves: &mut Vec<(Path, Option<String>)>,
    stems: &[Path],
    path: &mut Path,
    alias: Option<String>,
) {
    if !path.is_empty() {
        let whole = stems.iter().flatten().chain(path.iter()).cloned().collect();
        leaves.push((whole, alias));
        path.clear();
    }
}

/// The words of a file up to each `mod tests { .. }` and after it.
fn without_tests(words: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let begins = word == "mod" && words.get(at + 1).is_some_and(|name| name == "tests");
        if begins && words.get(at + 2).is_some_and(|word| word == "{") {
            let mut depth = 0;
            at += 2;
            while let Some(word) = words.get(at) {
                depth += i32::from(word == "{") - i32::from(word == "}");
                at += 1;
                if depth == 0 {
                    break;
                }
            }
            continue;
        }
        kept.push(word.clone());
        at += 1;
    }
    kept
}
