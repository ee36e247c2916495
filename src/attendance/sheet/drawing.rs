//! The register as a page to print. Names as they are used at a door, needs as words, boxes to
//! tick; nothing about groups, address or who referred. There is room for walk-ins.

use crate::base::fault::Result;
use crate::paper::{Anchor, Area, Ink, PaperPage, Style, pdf};

/// What is on the sheet.
#[derive(Clone, Debug)]
pub(crate) struct RegisterSheet {
    pub title: String,
    pub when: String,
    pub place: String,
    pub leader: Option<String>,
    pub printed: String,
    pub rows: Vec<SheetRow>,
}

/// A line with its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SheetRow {
    pub code: String,
    pub name: String,
    /// How many booked, on the line of a whole party.
    pub adults: Option<i32>,
    pub needs: Vec<&'static str>,
}

const EDGE: f32 = 14.0;
const WIDE: f32 = 210.0 - 2.0 * EDGE;
const HIGH: f32 = 8.4;
const TOP: f32 = 52.0;
const ROWS: usize = 26;
/// Lines for those who walk in, below the others.
const WALK_INS: usize = 6;
/// Where the boxes stand, and what is above them.
const BOXES: [(f32, &str); 3] = [(146.0, "Came"), (162.0, "Late"), (178.0, "Told us")];

/// Everything as one PDF.
pub(crate) fn sheet(sheet: &RegisterSheet) -> Result<Vec<u8>> {
    pdf(&format!("Register: {}", sheet.title), &pages(sheet))
}

fn pages(sheet: &RegisterSheet) -> Vec<PaperPage> {
    let mut pages: Vec<Vec<SheetLine>> = vec![Vec::new()];
    let rows = sheet.rows.iter().map(SheetLine::Row);
    for line in rows.chain((0..WALK_INS).map(|_| SheetLine::WalkIn)) {
        match pages.last_mut() {
            Some(page) if page.len() < ROWS => page.push(line),
            _ => pages.push(vec![line]),
        }
    }
    let count = pages.len();
    pages.iter().zip(1..).map(|(lines, at)| page(sheet, lines, (at, count))).collect()
}

enum SheetLine<'a> {
    Row(&'a SheetRow),
    WalkIn,
}

fn page(sheet: &RegisterSheet, lines: &[SheetLine], (at, count): (usize, usize)) -> PaperPage {
    let mut page = PaperPage::a4();
    head(&mut page, sheet);
    for (line, place) in lines.iter().zip(0_u16..) {
        let y = TOP + f32::from(place) * HIGH;
        if place % 2 == 1 {
            page.line((EDGE, y), (EDGE + WIDE, y), Ink::Pale, 0.2);
        }
        match line {
            SheetLine::Row(row) => expected(&mut page, y, row),
            SheetLine::WalkIn => walk_in(&mut page, y),
        }
        page.line((EDGE, y + HIGH), (EDGE + WIDE, y + HIGH), Ink::Grey, 0.2);
    }
    foot(&mut page, sheet, (at, count));
    page
}

fn head(page: &mut PaperPage, sheet: &RegisterSheet) {
    page.text_within(EDGE, 21.0, &sheet.title, Style::new(18.0).bold(), WIDE);
    let mut facts = format!("{}, {}", sheet.when, sheet.place);
    if let Some(leader) = &sheet.leader {
        facts.push_str(&format!(", led by {leader}"));
    }
    page.text_within(EDGE, 29.0, &facts, Style::new(11.0), WIDE);
    let how =
        "Tick the line of a family when all of it came. For one child of several tick its own.";
    page.text_within(EDGE, 36.0, how, Style::new(9.0).ink(Ink::Grey), WIDE);
    let label = Style::new(9.0).bold();
    page.text(EDGE, TOP - 3.0, "Code", label);
    page.text(EDGE + 16.0, TOP - 3.0, "Name", label);
    page.text(128.0, TOP - 3.0, "Adults", label);
    for (x, said) in BOXES {
        page.text(x + 2.5, TOP - 3.0, said, label.anchor(Anchor::Middle));
    }
    page.line((EDGE, TOP), (EDGE + WIDE, TOP), Ink::Black, 0.4);
}

fn expected(page: &mut PaperPage, y: f32, row: &SheetRow) {
    let line = y + HIGH - 2.6;
    page.text(EDGE, line, &row.code, Style::new(12.0).bold());
    let (x, style) = match row.adults {
        Some(_) => (EDGE + 16.0, Style::new(11.0).bold()),
        None => (EDGE + 22.0, Style::new(11.0)),
    };
    let needs = row.needs.join(", ");
    let room = 126.0 - x;
    let own = if needs.is_empty() { room } else { room * 0.62 };
    page.text_within(x, line, &row.name, style, own);
    if !needs.is_empty() {
        let small = Style::new(8.0).bold().anchor(Anchor::End);
        page.text_within(126.0, line, &needs, small, room * 0.36);
    }
    if let Some(adults) = row.adults {
        page.text(128.0, line, &format!("__ of {adults}"), Style::new(10.0));
    }
    boxes(page, y);
}

fn walk_in(page: &mut PaperPage, y: f32) {
    let line = y + HIGH - 2.6;
    let quiet = Style::new(9.0).ink(Ink::Grey);
    page.text(EDGE, line, "walked in", quiet);
    page.text(128.0, line, "__ adults", quiet);
    page.text(150.0, line, "__ children", quiet);
}

fn boxes(page: &mut PaperPage, y: f32) {
    for (x, _) in BOXES {
        page.frame(Area::new(x, y + 1.7, 5.0, 5.0), Ink::Black, 0.35);
    }
}

fn foot(page: &mut PaperPage, sheet: &RegisterSheet, (at, count): (usize, usize)) {
    let quiet = Style::new(8.5).ink(Ink::Grey);
    let said = format!("Printed at {}. Type it in by the codes, then shred it.", sheet.printed);
    page.text_within(EDGE, 287.0, &said, quiet, WIDE * 0.8);
    let number = format!("{at} of {count}");
    page.text(EDGE + WIDE, 287.0, &number, quiet.anchor(Anchor::End));
    let heads = "Counted and not named: adults ______  children ______";
    page.text(EDGE, 279.0, heads, Style::new(10.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: usize) -> SheetRow {
        SheetRow {
            code: format!("{number}K"),
            name: "Yusuf K. (with Amina)".to_owned(),
            adults: Some(2),
            needs: vec!["ALLERGY", "INTERPRETER"],
        }
    }

    fn of(rows: usize) -> RegisterSheet {
        RegisterSheet {
            title: "Stay & Play <under fives>".to_owned(),
            when: "Monday 23 November, 10am to 11:30am".to_owned(),
            place: "Partington Children's Centre".to_owned(),
            leader: Some("Jo".to_owned()),
            printed: "9am on Monday 23 November".to_owned(),
            rows: (0..rows).map(row).collect(),
        }
    }

    #[test]
    fn every_line_is_on_a_page_with_its_code_and_what_it_needs_in_words() {
        for (rows, count) in [(0, 1), (20, 1), (21, 2), (46, 2), (47, 3)] {
            let drawn = pages(&of(rows));
            assert_eq!(drawn.len(), count, "{rows} rows");
            let svg: String = drawn.iter().map(PaperPage::svg).collect();
            for number in 0..rows {
                assert!(svg.contains(&format!(">{number}K<")), "line {number} of {rows}");
            }
            assert_eq!(svg.matches("ALLERGY, INTERPRETER").count(), rows);
            assert_eq!(svg.matches("walked in").count(), WALK_INS);
            assert!(!svg.contains("<under fives>"), "text is escaped");
            let lowest = svg.split(" y=\"").skip(1).filter_map(|rest| rest.split('"').next());
            let lowest = lowest.filter_map(|y| y.parse::<f32>().ok()).fold(0.0, f32::max);
            assert!(lowest < 292.0, "a printer leaves the edge white: {lowest}");
        }
        assert!(sheet(&of(30)).expect("a PDF").starts_with(b"%PDF"));
    }
}
