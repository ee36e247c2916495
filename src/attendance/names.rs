//! The names used at a door: first names, with an initial where two on the list share one.

use std::collections::BTreeMap;

/// The first word of a name.
pub(crate) fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// Each by its first name, or with the initial of its last name where another has the same.
pub(crate) fn at_the_door(names: &[&str]) -> Vec<String> {
    let mut shared: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        *shared.entry(first(name).to_lowercase()).or_default() += 1;
    }
    let call = |name: &&str| {
        let (first, last) = (first(name), name.split_whitespace().skip(1).last());
        let is_shared = shared.get(&first.to_lowercase()).is_some_and(|count| *count > 1);
        match last.and_then(|last| last.chars().next()).filter(|_| is_shared) {
            Some(initial) => format!("{first} {initial}."),
            None => first.to_owned(),
        }
    };
    names.iter().map(call).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_is_told_only_where_two_share_a_first_name() {
        let names = ["Yusuf Khan", "Ada", "yusuf  bin Ali", "Ada Lovelace", "Zoë Moss", ""];
        assert_eq!(at_the_door(&names), ["Yusuf K.", "Ada", "yusuf A.", "Ada L.", "Zoë", ""]);
    }
}
