//! `firstplace import postcodes`, `deprivation`, `population` and `reach-area`.

use std::path::Path;

use crate::support::program::{fails, path, succeeds};
use crate::support::scratch::Scratch;

#[test]
fn published_files_of_areas_are_imported_from_the_command_line() {
    let folder = Scratch::new("commands");
    let data = path(&folder, "data");
    let place = ["--data", data.as_str()];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = |name: &str| root.join(name).display().to_string();
    let import = |kind: &'static str, name: &str, more: &[&'static str]| {
        let arguments: Vec<String> =
            ["import", kind].map(str::to_owned).into_iter().chain([file(name)]).collect();
        let more = more.iter().chain(&place).map(|word| (*word).to_owned());
        arguments.into_iter().chain(more).collect::<Vec<String>>()
    };
    let succeeds = |arguments: Vec<String>| {
        succeeds(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let fails = |arguments: Vec<String>, code| {
        fails(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), code)
    };

    let postcodes = "src/demo/trafford/postcodes.csv";
    assert!(succeeds(import("postcodes", postcodes, &[])).contains("2021 LSOAs: 24 new"));
    let again = succeeds(import("postcodes", postcodes, &["--vintage", "2021"]));
    assert!(again.contains("0 new, 0 changed, 24 as before"), "{again}");
    assert!(again.contains("Crown copyright"), "{again}");
    let deprivation = "src/demo/trafford/deprivation.csv";
    assert!(succeeds(import("deprivation", deprivation, &[])).contains("2025 indices"));
    let population = "src/demo/trafford/population.csv";
    assert!(succeeds(import("population", population, &[])).contains("mid-year estimates 2024"));

    assert!(fails(import("deprivation", deprivation, &["--vintage", "2011"]), 1).contains("2021"));
    let none = fails(import("population", postcodes, &[]), 1);
    assert!(
        none.contains("Expected a column of LSOA codes") && none.contains("Found: postcode"),
        "{none}"
    );
    fails(import("postcodes", postcodes, &["--vintage", "1999"]), 64);
    // A directory as a spreadsheet leaves it: every line is answered for, every column named.
    let directory = folder.path().join("directory.csv");
    let text = "PostcodeNatural;TerminationDate;Ward;LSOA21CD\r\
        M31 4FL;200903.0;Bucklow;E01006074\r\
        M31 4DJ;;\"Bucklow;E01006074\r\
        M31 4BZ;soon;Bucklow;E01006074\r";
    std::fs::write(&directory, text).expect("it is written");
    let directory = directory.display().to_string();
    let words = ["import", "postcodes", directory.as_str(), place[0], place[1]];
    let kept = succeeds(words.iter().map(|word| (*word).to_owned()).collect());
    for says in [
        "Headings not recognised: Ward",
        "line 3: A text begins with a quote here",
        "line 4: \"soon\" is not a month such as 202406.",
        "1 changed",
    ] {
        assert!(kept.contains(says), "no {says}: {kept}");
    }
    let nowhere =
        import("reach-area", "src/demo/trafford/deprivation.csv", &["--centre", "Nowhere"]);
    assert!(fails(nowhere, 1).contains("no centre \"Nowhere\""));
}
