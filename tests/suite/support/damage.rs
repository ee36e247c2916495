//! A sound CSV file, damaged by rules in a hundred ways as files are: cut, doubled, with other
//! quotes, line ends, letters and columns. And what is asked of whoever reads one: that every line
//! of it is answered for.

use std::collections::BTreeSet;

/// A sound file. Its first line is the heading; one of its rows may have a text of two lines.
#[derive(Clone, Copy)]
pub struct Sound {
    pub text: &'static str,
    /// The second line of the row that has two.
    pub continued: &'static str,
}

pub struct Damaged {
    /// What was done to it, for a test's complaint.
    pub how: String,
    /// As it is read, before it is written down.
    text: String,
    pub bytes: Vec<u8>,
}

impl Damaged {
    fn new(how: impl Into<String>, text: impl Into<String>) -> Damaged {
        let text = text.into();
        Damaged { how: how.into(), bytes: text.clone().into_bytes(), text }
    }

    fn written(how: &str, text: &str, bytes: Vec<u8>) -> Damaged {
        Damaged { how: how.to_owned(), text: text.to_owned(), bytes }
    }

    /// The lines that something must be said of: those with a row. Line ends are counted here in
    /// the plainest way.
    pub fn lines(&self, sound: &Sound) -> Vec<i64> {
        let text = self.text.replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<&str> = text.split('\n').collect();
        let is_row = |line: &str| {
            let marked = line.replace([';', '\t', '|'], ",");
            let bare = marked.trim_matches(|c: char| c.is_whitespace() || ",\u{feff}".contains(c));
            !bare.is_empty() && !sound.continued.starts_with(bare)
        };
        let said = lines.iter().position(|line| is_row(line) && !line.starts_with("sep="));
        let heading = said.unwrap_or(lines.len());
        let rows = lines.iter().zip(1..).skip(heading + 1);
        rows.filter(|(line, _)| is_row(line)).map(|(_, at)| at).collect()
    }

    /// The lines that nothing was said of.
    pub fn unanswered(&self, sound: &Sound, answered: &[i64]) -> Vec<i64> {
        let answered: BTreeSet<i64> = answered.iter().copied().collect();
        self.lines(sound).into_iter().filter(|line| !answered.contains(line)).collect()
    }
}

/// A hundred of them or more, the same at every run.
pub fn hundred(sound: &Sound) -> Vec<Damaged> {
    let text = sound.text;
    let mut all = cut(text);
    all.extend(doubled(text));
    all.extend(quoted(text));
    all.extend(ended(text));
    all.extend(encoded(text));
    all.extend(with_columns(text));
    assert!(all.len() >= 100, "{}", all.len());
    all
}

fn cut(text: &str) -> Vec<Damaged> {
    let places = (0..18).map(|n| text.len() * n / 18 + n % 5);
    let whole = places.filter(|at| text.is_char_boundary(*at));
    whole.map(|at| Damaged::new(format!("cut at {at}"), &text[..at])).collect()
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn joined(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}

/// The text with one of its lines changed.
fn with_line(text: &str, at: usize, change: impl Fn(&str) -> String) -> String {
    let mut lines = lines(text);
    let changed = change(&lines[at]);
    lines[at] = changed;
    joined(&lines)
}

fn doubled(text: &str) -> Vec<Damaged> {
    let heading = lines(text).remove(0);
    let mut all = vec![
        Damaged::new("twice", format!("{text}{text}")),
        Damaged::new("twice with a mark", format!("\u{feff}{text}\u{feff}{text}")),
        Damaged::new("its beginning after it", format!("{text}{}", &text[..heading.len() + 9])),
    ];
    for at in 1..7 {
        let twice = with_line(text, at, |line| format!("{line}\n{line}"));
        all.push(Damaged::new(format!("line {at} twice"), twice));
        let heading = with_line(text, at, |line| format!("{heading}\n{line}"));
        all.push(Damaged::new(format!("the heading before line {at}"), heading));
    }
    all
}

fn quoted(text: &str) -> Vec<Damaged> {
    let mut all = vec![
        Damaged::new("no quotes", text.replace('"', "")),
        Damaged::new("apostrophes", text.replace('"', "'")),
        Damaged::new("quotes of print", text.replace('"', "“")),
        Damaged::new("every quote twice", text.replace('"', "\"\"")),
    ];
    let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    for at in quotes.into_iter().take(10) {
        let (before, after) = (&text[..at], &text[at + 1..]);
        all.push(Damaged::new(format!("no quote at {at}"), format!("{before}{after}")));
        all.push(Damaged::new(format!("two quotes at {at}"), format!("{before}\"\"{after}")));
    }
    for at in 0..8 {
        let opened = with_line(text, at, |line| line.replacen(',', ",\"", 1));
        all.push(Damaged::new(format!("a quote opened in line {at}"), opened));
    }
    for at in [0, 2, 5] {
        let first = with_line(text, at, |line| format!("\"{line}"));
        all.push(Damaged::new(format!("a quote before line {at}"), first));
        let last = with_line(text, at, |line| format!("{line}\""));
        all.push(Damaged::new(format!("a quote after line {at}"), last));
    }
    all
}

fn ended(text: &str) -> Vec<Damaged> {
    let ends = ["\r", "\r\n", "\r\r\n", "\n\n", "\n\r"];
    let mut all: Vec<Damaged> = ends
        .iter()
        .map(|end| Damaged::new(format!("ends {end:?}"), text.replace('\n', end)))
        .collect();
    let mixed: String = lines(text)
        .iter()
        .zip(ends.iter().cycle())
        .map(|(line, end)| format!("{line}{end}"))
        .collect();
    all.push(Damaged::new("mixed ends", mixed));
    all.push(Damaged::new("no last end", text.trim_end()));
    for at in 0..5 {
        let lines = lines(text);
        let one = format!("{}{}", lines[at], lines[at + 1]);
        let rest = [&lines[..at], &[one], &lines[at + 2..]].concat();
        all.push(Damaged::new(format!("no end of line {at}"), joined(&rest)));
        let broken = with_line(text, at + 1, |line| {
            let third = line.match_indices(',').nth(2).map_or(0, |(at, _)| at);
            format!("{}\n{}", &line[..third], &line[third..])
        });
        all.push(Damaged::new(format!("line {at} broken"), broken));
    }
    all
}

fn wide(text: &str, mark: &[u8], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    [mark, &text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()].concat()
}

fn old(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

fn encoded(text: &str) -> Vec<Damaged> {
    let little = wide(text, b"\xff\xfe", u16::to_le_bytes);
    let mut all = vec![
        Damaged::new("a mark", format!("\u{feff}{text}")),
        Damaged::written("UTF-16 LE", text, little.clone()),
        Damaged::written("UTF-16 BE", text, wide(text, b"\xfe\xff", u16::to_be_bytes)),
        Damaged::written("UTF-16 LE without a mark", text, wide(text, b"", u16::to_le_bytes)),
        Damaged::written("UTF-16 BE without a mark", text, wide(text, b"", u16::to_be_bytes)),
        Damaged::written("UTF-16 with a byte too few", text, little[..little.len() - 1].to_vec()),
        Damaged::written("Windows-1252", text, old(text)),
    ];
    for at in [0, 2, 4] {
        let mut bytes = Vec::new();
        for (line, n) in lines(text).iter().zip(0..) {
            bytes.extend(if n == at {
                old(&format!("{line}é"))
            } else {
                line.clone().into_bytes()
            });
            bytes.push(b'\n');
        }
        all.push(Damaged::written(&format!("line {at} in another encoding"), text, bytes));
        let nought = with_line(text, at, |line| line.replacen(',', "\0,", 1));
        all.push(Damaged::new(format!("a nought in line {at}"), nought));
    }
    all
}

fn with_columns(text: &str) -> Vec<Damaged> {
    let without = |line: &str, at: usize| {
        let cells: Vec<&str> = line.split(',').collect();
        if cells.len() <= at {
            return line.to_owned();
        }
        [&cells[..at], &cells[at + 1..]].concat().join(",")
    };
    let mut all =
        vec![
            Damaged::new("semicolons", text.replace(',', ";")),
            Damaged::new("tabs", text.replace(',', "\t")),
            Damaged::new("bars", text.replace(',', "|")),
            Damaged::new("a line that says the separator", format!("sep=,\n{text}")),
            Damaged::new("no heading", joined(&lines(text)[1..])),
            Damaged::new("the heading alone", lines(text).remove(0)),
            Damaged::new(
                "two headings of one name",
                with_line(text, 0, |line| {
                    let first = line.split(',').next().unwrap_or_default();
                    format!("{first},{}", line.split_once(',').map_or("", |(_, rest)| rest))
                        .replacen(line.split(',').nth(1).unwrap_or_default(), first, 1)
                }),
            ),
        ];
    for at in 0..4 {
        let heading = with_line(text, 0, |line| without(line, at));
        all.push(Damaged::new(format!("heading {at} gone"), heading));
        let cell = with_line(text, at + 1, |line| without(line, 1));
        all.push(Damaged::new(format!("a cell of line {} gone", at + 1), cell));
        let more = with_line(text, at + 1, |line| format!("{line},,more"));
        all.push(Damaged::new(format!("a cell more in line {}", at + 1), more));
        let other = with_line(text, at + 1, |line| line.replace(',', ";"));
        all.push(Damaged::new(format!("line {} with semicolons", at + 1), other));
    }
    all
}
