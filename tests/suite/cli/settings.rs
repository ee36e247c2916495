//! Settings: a wrong one is told in a sentence, and the README knows them all.

use std::fs;
use std::path::Path;

use firstplace::access::Role;
use firstplace::config::SETTINGS;
use firstplace::reports::reach::report::ReachBy;

use crate::support::program::{fails, path, succeeds};
use crate::support::scratch::Scratch;

#[test]
fn what_is_wrong_is_one_sentence_at_start() {
    let folder = Scratch::new("commands");
    let file = path(&folder, "firstplace.toml");
    fs::write(&file, "lisen = '127.0.0.1:1'\n").expect("a file is written");
    let sentence = fails(&["--config", &file, "serve"], 1);
    assert!(sentence.contains("no setting lisen") && sentence.contains("did you mean listen?"));
    assert_eq!(sentence.lines().count(), 1, "{sentence}");

    assert!(fails(&["serve"], 1).contains("Which database?"));
    let postgres = ["serve", "--database-url", "postgres:///nowhere"];
    assert!(fails(&postgres, 1).contains("How shall mail leave?"));
    fails(&["serve", "--lisen", "x"], 64);
    assert!(fails(&["check", "--data", &path(&folder, "none")], 1).contains("no database"));
}

#[test]
fn the_readme_names_every_setting_with_its_default() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).expect("the README is read");
    for setting in SETTINGS {
        let default = match setting.default {
            "" => "-".to_owned(),
            default => format!("`{default}`"),
        };
        let variable = setting.name.to_ascii_uppercase();
        let row = format!(
            "| {}: {} | `FIRSTPLACE_{variable}` | {default} |",
            setting.name, setting.should_be
        );
        assert!(readme.contains(&row), "the README has no row {row}");
    }
}

/// What each option takes is written in its help, whole.
#[test]
fn the_help_of_an_option_names_every_word_it_takes() {
    let roles: Vec<&str> = Role::ALL.iter().map(Role::as_str).collect();
    let splits: Vec<&str> = ReachBy::ALL.iter().map(ReachBy::as_str).collect();
    for (command, words) in
        [(&["user", "add", "--help"][..], roles), (&["report", "reach", "--help"][..], splits)]
    {
        let help = succeeds(command);
        for word in words {
            assert!(help.contains(word), "{word} in the help of {command:?}: {help}");
        }
    }
}
