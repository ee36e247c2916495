//! What's on as one sheet of paper, A4 for a wall or A5 for a bag: what comes next in columns, by day,
//! each with a code that leads to its page. It names no number of places: paper would soon be wrong.

use super::cards::{Listing, Places};
use crate::base::fault::Result;
use crate::mail::spoken;
use crate::paper::{Area, Ink, PaperPage, Style, code};
use crate::words::{Words, say};
use chrono::NaiveDate;

pub(super) struct Programme<'a> {
    pub words: Words,
    pub organisation: &'a str,
    /// Where it is of one.
    pub centre: Option<&'a str>,
    /// Where families reach the service.
    pub public_url: &'a str,
    /// What of it is shown, from `/` on.
    pub address: &'a str,
    pub today: NaiveDate,
    pub paper: Paper,
    pub listings: &'a [Listing],
}

/// How large the sheet is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Paper {
    #[default]
    A4,
    A5,
}

impl Paper {
    /// As the query asks for it; A4 for anything else.
    pub(super) fn read(query: &str) -> Paper {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let is_small = pairs.any(|(name, value)| name == "paper" && value == "a5");
        if is_small { Paper::A5 } else { Paper::A4 }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::A5 => "a5",
        }
    }

    /// In millimetres.
    fn size(self) -> (f32, f32) {
        match self {
            Paper::A4 => (210.0, 297.0),
            Paper::A5 => (148.0, 210.0),
        }
    }

    /// Where its columns begin, and how wide each is.
    fn columns(self) -> (&'static [f32], f32) {
        match self {
            Paper::A4 => (&[MARGIN, 210.0 - MARGIN - 90.0], 90.0),
            Paper::A5 => (&[MARGIN], 148.0 - 2.0 * MARGIN),
        }
    }

    fn bottom(self) -> f32 {
        self.size().1 - 19.0
    }
}

const MARGIN: f32 = 12.0;
const TOP: f32 = 44.0;
const DAY: f32 = 9.0;
/// One session, as high as its code.
const ROW: f32 = 16.0;
const CODE: f32 = 15.0;

const TITLE: Style = Style::new(20.0).bold();
const HEADING: Style = Style::new(12.0).bold().ink(Ink::House);
const NAME: Style = Style::new(10.5).bold();
const SMALL: Style = Style::new(8.5).ink(Ink::Grey);

pub(super) fn draw(programme: &Programme<'_>) -> Result<PaperPage> {
    let words = programme.words;
    let paper = programme.paper;
    let ((width, height), (_, column), bottom) = (paper.size(), paper.columns(), paper.bottom());
    let mut page = PaperPage::new(width, height);
    head(&mut page, programme)?;
    let mut flow = Flow { paper, column: 0, y: TOP };
    let mut last_day = None;
    for listing in programme.listings {
        let day = listing.when.starts.date();
        let is_new = last_day != Some(day);
        let needs = if is_new { DAY + ROW } else { ROW };
        let Some((x, mut y)) = flow.place(needs) else {
            page.text(MARGIN, bottom + 5.0, &words.say("whats-on-paper-more"), SMALL);
            break;
        };
        if is_new {
            page.text_within(x, y + 6.0, &words.day(day), HEADING, column);
            y += DAY;
            last_day = Some(day);
        }
        row(&mut page, programme, listing, (x, y))?;
    }
    let made = say!(words, "whats-on-paper-made", day = words.day(programme.today));
    page.text(MARGIN, bottom + 10.0, &made, SMALL);
    Ok(page)
}

/// Where the next thing goes: down one column, then down the other.
struct Flow {
    paper: Paper,
    column: usize,
    y: f32,
}

impl Flow {
    fn place(&mut self, height: f32) -> Option<(f32, f32)> {
        if self.y + height > self.paper.bottom() {
            self.column += 1;
            self.y = TOP;
        }
        let x = *self.paper.columns().0.get(self.column)?;
        let y = self.y;
        self.y += height;
        Some((x, y))
    }
}

fn head(page: &mut PaperPage, programme: &Programme<'_>) -> Result<()> {
    let (words, size, width) = (programme.words, 26.0, page.width);
    let room = width - 3.0 * MARGIN - size;
    page.fill(Area::new(0.0, 0.0, width, 3.0), Ink::House);
    page.text_within(MARGIN, 16.0, &words.say("whats-on-title"), TITLE, room);
    let of = programme.centre.unwrap_or(programme.organisation);
    page.text_within(MARGIN, 24.0, of, HEADING, room);
    page.text_within(MARGIN, 31.0, &words.say("whats-on-paper-scan"), SMALL, room);
    let url = format!("{}{}", programme.public_url, programme.address);
    code::draw(page, Area::new(width - MARGIN - size, 7.0, size, size), &url)
}

fn row(
    page: &mut PaperPage,
    programme: &Programme<'_>,
    listing: &Listing,
    (x, y): (f32, f32),
) -> Result<()> {
    let (words, (_, column)) = (programme.words, programme.paper.columns());
    let room = column - CODE - 2.0;
    let (starts, ends) = (listing.when.starts.time(), listing.when.ends.time());
    let (starts, ends) = (spoken::time(words, starts), spoken::time(words, ends));
    let name = format!("{starts}  {}", listing.title);
    page.text_within(x, y + 4.5, &name, NAME, room);
    let until = say!(words, "whats-on-until", time = ends);
    let facts = format!("{until} · {}", listing.facts(words));
    let is_told = matches!(listing.places, Places::JustTurnUp | Places::OpensAt(_));
    let places = is_told.then(|| listing.places.says(words));
    let access = (!listing.access.is_empty()).then(|| listing.access.join(" · "));
    let lines = [Some(facts), places, access].into_iter().flatten();
    for (said, below) in lines.zip([8.5, 12.0, 15.5]) {
        page.text_within(x, y + below, &said, SMALL, room);
    }
    let url = format!("{}/sessions/{}", programme.public_url, listing.session.as_str());
    code::draw(page, Area::new(x + column - CODE, y, CODE, CODE), &url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::whats_on::samples::{at, listing};

    fn drawn(listings: &[Listing]) -> String {
        sheet(Paper::A4, listings).drawn
    }

    fn sheet(paper: Paper, listings: &[Listing]) -> PaperPage {
        let programme = Programme {
            words: Words::english(),
            organisation: "Trafford Hubs",
            centre: None,
            public_url: "https://hubs.example.org",
            address: "/whats-on",
            today: at("2025-06-01T00:00:00").date(),
            paper,
            listings,
        };
        draw(&programme).expect("a sheet")
    }

    #[test]
    fn a_sheet_has_each_day_once_and_no_number_of_places() {
        let listings =
            [listing(3, Places::Left(2)), listing(3, Places::JustTurnUp), listing(4, Places::Full)];
        let sheet = drawn(&listings);

        assert_eq!(sheet.matches("Tuesday 3 June").count(), 1, "{sheet}");
        assert_eq!(sheet.matches("Stay &amp; Play").count(), 3);
        assert!(sheet.contains("Wednesday 4 June") && sheet.contains("Just turn up."));
        assert!(!sheet.contains("places left") && !sheet.contains("Full"), "{sheet}");
        assert!(!sheet.contains("More is on"), "{sheet}");
    }

    #[test]
    fn a_sheet_says_what_there_is_for_people_with_access_needs() {
        let access = vec!["Sign language (BSL)".to_owned(), "No steps".to_owned()];
        let signed = Listing { access, ..listing(3, Places::JustTurnUp) };
        let sheet = drawn(&[signed]);
        assert!(sheet.contains("Sign language (BSL) · No steps"), "{sheet}");
        assert!(sheet.contains("Just turn up."), "{sheet}");
    }

    #[test]
    fn a_small_sheet_is_a_whole_programme_in_one_column() {
        let many: Vec<Listing> = (0..60).map(|_| listing(3, Places::Full)).collect();
        let (small, large) = (sheet(Paper::A5, &many), sheet(Paper::A4, &many));

        assert_eq!((small.width, small.height), (148.0, 210.0));
        let shown = |sheet: &PaperPage| sheet.drawn.matches("Stay &amp; Play").count();
        assert!((7..shown(&large)).contains(&shown(&small)), "{}", shown(&small));
        assert!(small.drawn.contains("More is on") && small.drawn.contains("Tuesday 3 June"));
    }

    #[test]
    fn the_size_is_asked_for() {
        for (query, paper) in [
            ("", Paper::A4),
            ("centre=c1&paper=a5", Paper::A5),
            ("paper=a4", Paper::A4),
            ("paper=letter", Paper::A4),
        ] {
            assert_eq!(Paper::read(query), paper, "{query}");
        }
    }

    #[test]
    fn what_has_no_room_is_said_to_be_on_the_website() {
        let many: Vec<Listing> = (0..60).map(|_| listing(3, Places::Full)).collect();
        let sheet = drawn(&many);
        let shown = sheet.matches("Stay &amp; Play").count();
        assert!((20..60).contains(&shown), "{shown}");
        assert!(sheet.contains("More is on"), "{sheet}");
    }
}
