//! Cards and labels on paper. A card says what its message would say; a label fits the common sheet
//! of 21.

use super::CardKind;
use super::service::print::Paper;
use crate::base::fault::Result;
use crate::paper::{Anchor, Area, Grid, Ink, PaperPage, Style, Weight, pdf, text};

/// A5 upright.
const WIDE: f32 = 148.0;
const HIGH: f32 = 210.0;
const EDGE: f32 = 14.0;

/// 3 by 7 labels of 63.5 by 38.1 mm on A4.
const LABELS: Grid = Grid { columns: 3, rows: 7, left: 7.2, top: 15.1, across: 66.0, down: 38.1 };
const LABEL_WIDE: f32 = 63.5;
const LABEL_EDGE: f32 = 4.0;

/// A page for each card.
pub(crate) fn cards(papers: &[Paper], organisation: &str, whats_on: &str) -> Result<Vec<u8>> {
    let mut pages: Vec<PaperPage> =
        papers.iter().map(|paper| card(paper, organisation, whats_on)).collect();
    if pages.is_empty() {
        pages.push(nothing(PaperPage::new(WIDE, HIGH)));
    }
    pdf("Birthday cards", &pages)
}

fn nothing(mut page: PaperPage) -> PaperPage {
    page.text(EDGE, 25.0, "There is nothing to print.", Style::new(12.0));
    page
}

fn card(paper: &Paper, organisation: &str, whats_on: &str) -> PaperPage {
    let mut page = PaperPage::new(WIDE, HIGH);
    let room = WIDE - 2.0 * EDGE;
    page.fill(Area::new(0.0, 0.0, WIDE, 62.0), Ink::House);
    let big = Style::new(30.0).bold().ink(Ink::White).anchor(Anchor::Middle);
    let greeting = match paper.kind {
        CardKind::Birthday => format!("Happy birthday, {}!", paper.child),
        CardKind::Farewell => "Thank you".to_owned(),
    };
    let big = text::shrunk(&greeting, big, 14.0, room);
    page.text_within(WIDE / 2.0, 38.0, &greeting, big, room);

    let mut y = 78.0;
    for line in opening(paper) {
        y = page.paragraph(EDGE, y, &line, Style::new(13.0), room) + 2.0;
    }
    if paper.kind == CardKind::Birthday {
        y = whats_on_soon(&mut page, paper, y + 2.0);
    }
    for line in closing(paper, whats_on) {
        y = page.paragraph(EDGE, y, &line, Style::new(11.0), room) + 1.5;
    }
    let quiet = Style::new(9.0).ink(Ink::Grey);
    page.text_within(EDGE, HIGH - 12.0, organisation, quiet, room * 0.6);
    if let Some(number) = &paper.number {
        let number = format!("Membership {number}");
        page.text(WIDE - EDGE, HIGH - 12.0, &number, quiet.anchor(Anchor::End));
    }
    page
}

fn opening(paper: &Paper) -> Vec<String> {
    let (child, age) = (&paper.child, paper.age);
    match paper.kind {
        CardKind::Birthday => vec![
            format!("{child} is {age}. We wish you all a lovely day."),
            "Your membership goes on for another year. You do not need to do anything.".to_owned(),
        ],
        CardKind::Farewell => vec![
            format!("{child} is five. Happy birthday!"),
            "Our groups are for children under five. So your membership ends now.".to_owned(),
            "It was good to have you with us. What you have booked stays booked.".to_owned(),
            "Is there a new baby, or one on the way? Then you can be members again.".to_owned(),
        ],
    }
}

/// The list of what is on, where there is something; the line below it comes back.
fn whats_on_soon(page: &mut PaperPage, paper: &Paper, y: f32) -> f32 {
    if paper.on.is_empty() {
        return y;
    }
    let room = WIDE - 2.0 * EDGE;
    let heading = format!("On soon for children of {}", paper.age);
    page.text_within(EDGE, y, &heading, Style::new(12.0).bold().ink(Ink::House), room);
    let mut below = y + 7.0;
    for session in &paper.on {
        page.text_within(EDGE, below, &session.title, Style::new(11.0).bold(), room);
        let when_and_where = format!("{}, {}", session.when.whole(), session.venue);
        page.text_within(EDGE, below + 5.0, &when_and_where, Style::new(10.0), room);
        below += 11.5;
    }
    below + 1.0
}

fn closing(paper: &Paper, whats_on: &str) -> Vec<String> {
    let tell = match &paper.centre {
        Some(centre) => match &centre.phone {
            Some(phone) => format!("phone {} on {phone}", centre.name),
            None => format!("ask at {}", centre.name),
        },
        None => "ask us".to_owned(),
    };
    match paper.kind {
        CardKind::Birthday => vec![
            format!("To book, look at {whats_on} or {tell}."),
            "Have you moved, or is your number new? Do you not want a card next year? Tell us."
                .to_owned(),
        ],
        CardKind::Farewell => vec![format!("Do you have a question? Please {tell}.")],
    }
}

/// Labels in the order of the cards.
pub(crate) fn labels(papers: &[Paper]) -> Result<Vec<u8>> {
    let mut pages: Vec<PaperPage> = papers.chunks(LABELS.places()).map(sheet).collect();
    if pages.is_empty() {
        pages.push(nothing(PaperPage::a4()));
    }
    pdf("Address labels", &pages)
}

fn sheet(papers: &[Paper]) -> PaperPage {
    let mut page = PaperPage::a4();
    for (place, paper) in papers.iter().enumerate() {
        let (x, y) = LABELS.spot(place);
        label(&mut page, x + LABEL_EDGE, y + 8.5, paper);
    }
    page
}

fn label(page: &mut PaperPage, x: f32, y: f32, paper: &Paper) {
    let room = LABEL_WIDE - 2.0 * LABEL_EDGE;
    let mut below = y;
    for (at, line) in label_lines(paper).iter().enumerate() {
        let weight = if at == 0 { Weight::Bold } else { Weight::Plain };
        let style = Style { weight, ..Style::new(10.0) };
        page.text_within(x, below, line, style, room);
        below += style.leading();
    }
}

/// Lines of an address that fit on a label.
const LINES: usize = 4;

fn label_lines(paper: &Paper) -> Vec<String> {
    let mut lines = vec![paper.addressee.clone()];
    lines.extend(paper.address.iter().take(LINES).cloned());
    lines.extend(paper.postcode.clone());
    lines
}

#[cfg(test)]
mod tests;
