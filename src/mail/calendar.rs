//! Calendar files (RFC 5545): what a phone puts into its calendar, and what a feed is made of. An
//! event keeps its name in every file, so that a later file with a higher sequence moves it or takes
//! it off. The crate that writes such files keeps bare carriage returns and folds a last line one
//! octet late, so these few lines are written here.

use crate::base::moment::Moment;

/// One session in a calendar. What is private about it was left out before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// The same in every file about this event, and no other's.
    pub uid: String,
    /// Grows with every change.
    pub sequence: i64,
    /// When this was so.
    pub stamp: Moment,
    pub starts: Moment,
    pub ends: Moment,
    pub title: String,
    pub place: String,
    pub about: Option<String>,
    pub url: Option<String>,
    pub cancelled: bool,
}

/// How such a file is called by its type.
pub const CALENDAR_TYPE: &str = "text/calendar; charset=utf-8";

/// A whole file; `name` is a feed's, and empty for a file that is read once. Where all that is in it
/// is cancelled, it asks the calendar to take that off.
pub fn calendar(name: &str, events: &[CalendarEvent]) -> String {
    let is_off = !events.is_empty() && events.iter().all(|event| event.cancelled);
    let mut file = String::new();
    line(&mut file, "BEGIN", "VCALENDAR");
    line(&mut file, "VERSION", "2.0");
    line(&mut file, "PRODID", "-//Firstplace//Firstplace//EN");
    line(&mut file, "CALSCALE", "GREGORIAN");
    line(&mut file, "METHOD", method(is_off));
    // What most calendars read stands in the second.
    for named in ["NAME", "X-WR-CALNAME"].iter().filter(|_| !name.is_empty()) {
        line(&mut file, named, &text(name));
    }
    for event in events {
        write(&mut file, event);
    }
    line(&mut file, "END", "VCALENDAR");
    file
}

/// As a mail that carries the file has to say too (RFC 6047, section 2.4).
pub fn method(is_off: bool) -> &'static str {
    if is_off { "CANCEL" } else { "PUBLISH" }
}

fn write(file: &mut String, event: &CalendarEvent) {
    line(file, "BEGIN", "VEVENT");
    line(file, "UID", &text(&event.uid));
    line(file, "SEQUENCE", &event.sequence.to_string());
    line(file, "DTSTAMP", &time(event.stamp));
    line(file, "DTSTART", &time(event.starts));
    line(file, "DTEND", &time(event.ends));
    line(file, "SUMMARY", &text(&event.title));
    line(file, "LOCATION", &text(&event.place));
    if let Some(about) = &event.about {
        line(file, "DESCRIPTION", &text(about));
    }
    if let Some(url) = &event.url {
        line(file, "URL", &visible(url));
    }
    line(file, "STATUS", if event.cancelled { "CANCELLED" } else { "CONFIRMED" });
    line(file, "END", "VEVENT");
}

fn time(at: Moment) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as it stands in a file: no line break or separator of it is one of the file's (section
/// 3.3.11).
fn text(said: &str) -> String {
    let mut out = String::with_capacity(said.len());
    for letter in said.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

fn visible(url: &str) -> String {
    url.chars().filter(|letter| !letter.is_control() && *letter != ' ').collect()
}

/// Octets of a line, without its end (section 3.1).
const LONGEST_LINE: usize = 75;

/// One line, folded: each further piece begins with a space, and no letter is cut in two.
fn line(file: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if used + letter.len_utf8() > LONGEST_LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(letter);
        used += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).expect("a moment")
    }

    fn event() -> CalendarEvent {
        CalendarEvent {
            uid: "0198c0de-1@hubs.example.org".to_owned(),
            sequence: 3,
            stamp: at("2026-11-23T09:00:00.000001Z"),
            starts: at("2026-12-02T09:30:00Z"),
            ends: at("2026-12-02T11:00:00Z"),
            title: "Stay and Play".to_owned(),
            place: "Stretford Hub, 1 Main Road".to_owned(),
            about: None,
            url: Some("https://hubs.example.org/b/abc".to_owned()),
            cancelled: false,
        }
    }

    /// The lines as a reader unfolds them.
    fn lines(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_file_is_one_calendar_with_its_events_in_utc() {
        let file = calendar("Trafford Family Hubs", &[event()]);

        assert_eq!(
            lines(&file),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Firstplace//Firstplace//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "NAME:Trafford Family Hubs",
                "X-WR-CALNAME:Trafford Family Hubs",
                "BEGIN:VEVENT",
                "UID:0198c0de-1@hubs.example.org",
                "SEQUENCE:3",
                "DTSTAMP:20261123T090000Z",
                "DTSTART:20261202T093000Z",
                "DTEND:20261202T110000Z",
                "SUMMARY:Stay and Play",
                "LOCATION:Stretford Hub\\, 1 Main Road",
                "URL:https://hubs.example.org/b/abc",
                "STATUS:CONFIRMED",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    }

    #[test]
    fn only_what_is_wholly_cancelled_is_taken_off() {
        let off = CalendarEvent { cancelled: true, ..event() };

        for (events, method) in [
            (vec![off.clone()], "METHOD:CANCEL"),
            (vec![off, event()], "METHOD:PUBLISH"),
            (Vec::new(), "METHOD:PUBLISH"),
        ] {
            let file = calendar("Hubs", &events);
            assert!(lines(&file).contains(&method.to_owned()), "{file}");
            let off = events.iter().filter(|event| event.cancelled).count();
            assert_eq!(file.matches("STATUS:CANCELLED").count(), off, "{file}");
        }
    }

    #[test]
    fn what_somebody_typed_is_text_and_no_line_of_the_file() {
        let typed = "Play; sing, and\r\nATTENDEE:mailto:a@b.c \\ \u{7}\rEND:VEVENT";
        let file = calendar("Hubs", &[CalendarEvent { title: typed.to_owned(), ..event() }]);

        let said = "SUMMARY:Play\\; sing\\, and\\nATTENDEE:mailto:a@b.c \\\\ END:VEVENT";
        assert!(lines(&file).contains(&said.to_owned()), "{file}");
        assert_eq!(lines(&file).iter().filter(|line| *line == "END:VEVENT").count(), 1);
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_letter_is_cut() {
        for count in 60..160 {
            let title = "é".repeat(count / 2) + &"x".repeat(count);
            let file = calendar("Hubs", &[CalendarEvent { title: title.clone(), ..event() }]);

            assert!(file.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{file}");
            assert!(lines(&file).contains(&format!("SUMMARY:{title}")), "{file}");
        }
    }
}
