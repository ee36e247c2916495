use super::*;

fn rows(text: &str) -> Vec<Row> {
    Sheet::open(text).expect("a table").rows().collect()
}

fn cells(text: &str) -> Vec<(i32, Vec<String>)> {
    let row = |row: &Row| {
        let cells = row.cells.as_ref().expect("a row that can be read");
        (row.line, cells.iter().map(str::to_owned).collect())
    };
    rows(text).iter().map(row).collect()
}

/// Each line with a row, and whether it can be read.
fn told(text: &str) -> Vec<(i32, bool)> {
    rows(text).iter().map(|row| (row.line, row.cells.is_ok())).collect()
}

fn row(line: i32, name: &str, town: &str) -> (i32, Vec<String>) {
    (line, vec![name.to_owned(), town.to_owned()])
}

#[test]
fn commas_semicolons_tabs_and_bars_read_the_same() {
    for text in [
        "name,town\nAda,Sale\n",
        "name;town\r\nAda;Sale\r\n",
        "name\ttown\r\nAda\tSale",
        "name|town\r\nAda|Sale",
        "sep=;\r\nname;town\r\nAda;Sale",
        "sep=;\rname;town\rAda;Sale",
        "\"name, first\";town\nAda;Sale",
        "name, \"town\"\nAda , \"Sale\" \n",
    ] {
        assert_eq!(Sheet::open(text).expect("a table").headings[1], "town", "{text}");
        assert_eq!(cells(text)[0].1, ["Ada", "Sale"], "{text}");
    }
}

#[test]
fn a_line_is_counted_as_an_editor_counts_it() {
    let text = "name,town\r\n\r\nAda,Sale\r\n,\r\n\"Bea\r\nMarie\",\"Sale, Cheshire\"\r\nCy,Hale";
    assert_eq!(
        cells(text),
        [row(3, "Ada", "Sale"), row(5, "Bea\r\nMarie", "Sale, Cheshire"), row(7, "Cy", "Hale")]
    );
}

#[test]
fn every_row_has_a_line_of_its_own_however_lines_end() {
    for end in ["\n", "\r\n", "\r"] {
        let lines = ["name,town", "Ada,Sale", "", "\"Bea\nMarie\",Hale", "Cy,Sale"];
        assert_eq!(told(&lines.join(end)), [(2, true), (4, true), (6, true)], "{end:?}");
    }
    let mixed = "name,town\rAda,Sale\r\n\nBea,Hale\n\rCy,Sale\r\r\nDee,Sale";
    assert_eq!(told(mixed), [(2, true), (4, true), (6, true), (8, true)]);
}

#[test]
fn a_comma_without_quotes_spoils_its_own_row_only() {
    let text = "name,town\nAda,Sale, Cheshire\nBea,Sale\n,,,\nCy\n1 High St, Sale,\n";
    assert_eq!(told(text), [(2, false), (3, true), (5, false), (6, false)]);
    let said = rows(text).remove(0).cells.expect_err("a refusal");
    assert!(said.contains("3 columns where the heading has 2"), "{said}");
}

#[test]
fn a_quote_that_is_not_closed_swallows_no_row() {
    for (damaged, expected) in [
        // To the end of the file.
        ("a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n", [(2, false), (3, true), (4, true)]),
        // To the quote that opens another text.
        ("a,b,c\n1,\"2,3\n4,\"5\",6\n7,8,9\n", [(2, false), (3, true), (4, true)]),
        ("a,b,c\n1,\"2,3\n4,5,6\n7,\"8\",9\n", [(2, false), (3, true), (4, true)]),
        // To a quote that ends a text by chance: the line between is a row by itself.
        ("a,b,c\n1,\"2,3\n4,5,6\n7\",8,9\n", [(2, false), (3, true), (4, false)]),
        ("a,b,c\n1,2,\"3\n4,5,6\n\",8,9\n", [(2, false), (3, true), (4, false)]),
        ("a,b,c\n1,2\",3\n4,5,6\n7,8,9\n", [(2, false), (3, true), (4, true)]),
        ("a,b,c\n1,\"\"2\"\",3\n4,5,6\n7,8,9\n", [(2, false), (3, true), (4, true)]),
        ("a,b,c\n1,\"2\"x,3\n4,5,6\n7,8,9\n", [(2, false), (3, true), (4, true)]),
    ] {
        assert_eq!(told(damaged), expected, "{damaged}");
    }
    let text = "a,b\n\"say \"\"hello\"\"\",\"\"\n";
    assert_eq!(cells(text), [row(2, "say \"hello\"", "")]);
}

#[test]
fn a_line_with_letters_that_were_lost_is_refused_and_the_next_is_read() {
    let text = "a,b\n1,\u{fffd}\n2,\0\n3,4\n";
    assert_eq!(told(text), [(2, false), (3, false), (4, true)]);
}

#[test]
fn a_file_that_follows_another_says_where() {
    let text = "\u{feff}a,b\n1,2\n\u{feff}A,B\n3,4\n";
    assert_eq!(told(text), [(2, true), (3, false), (4, true)]);
    let sheet = Sheet::open("1,2\n1,2\n").expect("a table");
    assert_eq!(sheet.without_headings().rows().filter(|row| row.cells.is_ok()).count(), 2);
}

#[test]
fn a_file_that_is_no_table_is_refused_with_its_line() {
    for (text, line) in [
        ("", 1),
        ("\r\n\r\n", 1),
        (",,\n", 1),
        ("\n\"name,town\nAda,Sale\n", 2),
        ("PK\u{3}\u{4}\u{14}\0", 1),
        ("n\0a\0m\0e\0\n", 1),
    ] {
        assert_eq!(Sheet::open(text).err().expect(text).line, line, "{text:?}");
    }
}
