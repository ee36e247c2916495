//! Cards and labels on paper. A card says what its message would say; a label fits the common sheet
//! of 21.

use super::CardKind;
use super::service::print::Paper;
use crate::base::fault::Result;
use crate::mail::CentreFacts;
use crate::paper::{Anchor, Area, Grid, Ink, PaperPage, Style, Weight, pdf, text};
use crate::words::languages::Languages;
use crate::words::{Words, say};

/// A5 upright.
const WIDE: f32 = 148.0;
const HIGH: f32 = 210.0;
const EDGE: f32 = 14.0;

/// 3 by 7 labels of 63.5 by 38.1 mm on A4.
const LABELS: Grid = Grid { columns: 3, rows: 7, left: 7.2, top: 15.1, across: 66.0, down: 38.1 };
const LABEL_WIDE: f32 = 63.5;
const LABEL_EDGE: f32 = 4.0;

/// What every card says besides.
#[derive(Clone, Copy)]
pub(crate) struct Issuer<'a> {
    pub organisation: &'a str,
    /// Where to see what is on.
    pub whats_on: &'a str,
    pub languages: &'a Languages,
}

/// A page for each card.
pub(crate) fn cards(papers: &[Paper], from: Issuer) -> Result<Vec<u8>> {
    let mut pages: Vec<PaperPage> = papers.iter().map(|paper| card(paper, from)).collect();
    if pages.is_empty() {
        pages.push(nothing(PaperPage::new(WIDE, HIGH)));
    }
    pdf("Birthday cards", &pages)
}

fn nothing(mut page: PaperPage) -> PaperPage {
    page.text(EDGE, 25.0, "There is nothing to print.", Style::new(12.0));
    page
}

fn card(paper: &Paper, from: Issuer) -> PaperPage {
    let words = from.languages.preferred(paper.language.as_deref());
    let mut page = PaperPage::new(WIDE, HIGH);
    let room = WIDE - 2.0 * EDGE;
    page.fill(Area::new(0.0, 0.0, WIDE, 62.0), Ink::House);
    let big = Style::new(30.0).bold().ink(Ink::White).anchor(Anchor::Middle);
    let greeting = match paper.kind {
        CardKind::Birthday => say!(words, "mail-birthday-say", child = paper.child.as_str()),
        CardKind::Farewell => words.say("member-birthday-thanks"),
    };
    let big = text::shrunk(&greeting, big, 14.0, room);
    page.text_within(WIDE / 2.0, 38.0, &greeting, big, room);

    let mut y = 78.0;
    for line in opening(paper, words) {
        y = page.paragraph(EDGE, y, &line, Style::new(13.0), room) + 2.0;
    }
    if paper.kind == CardKind::Birthday {
        y = whats_on_soon(&mut page, paper, words, y + 2.0);
    }
    for line in closing(paper, from) {
        y = page.paragraph(EDGE, y, &line, Style::new(11.0), room) + 1.5;
    }
    let quiet = Style::new(9.0).ink(Ink::Grey);
    page.text_within(EDGE, HIGH - 12.0, from.organisation, quiet, room * 0.6);
    if let Some(number) = &paper.number {
        let number = say!(words, "member-birthday-number", number = number.to_string());
        page.text(WIDE - EDGE, HIGH - 12.0, &number, quiet.anchor(Anchor::End));
    }
    page
}

fn opening(paper: &Paper, words: Words) -> Vec<String> {
    let (child, age) = (paper.child.as_str(), paper.age);
    match paper.kind {
        CardKind::Birthday => vec![
            say!(words, "mail-birthday-age", child = child, age = age),
            words.say("mail-birthday-renewed"),
        ],
        CardKind::Farewell => vec![
            say!(words, "mail-farewell-five", child = child),
            words.say("mail-farewell-ends"),
            words.say("mail-farewell-thanks"),
            words.say("mail-farewell-booked"),
            words.say("mail-farewell-baby"),
        ],
    }
}

/// The list of what is on, where there is something; the line below it comes back.
fn whats_on_soon(page: &mut PaperPage, paper: &Paper, words: Words, y: f32) -> f32 {
    if paper.on.is_empty() {
        return y;
    }
    let room = WIDE - 2.0 * EDGE;
    let heading = say!(words, "mail-birthday-on", age = paper.age);
    page.text_within(EDGE, y, &heading, Style::new(12.0).bold().ink(Ink::House), room);
    let mut below = y + 7.0;
    for session in &paper.on {
        page.text_within(EDGE, below, &session.title, Style::new(11.0).bold(), room);
        let (when, place) = (session.when.whole(words), session.venue.as_str());
        let when_and_where = say!(words, "mail-line-neutral", when = when, place = place);
        page.text_within(EDGE, below + 5.0, &when_and_where, Style::new(10.0), room);
        below += 11.5;
    }
    below + 1.0
}

fn closing(paper: &Paper, from: Issuer) -> Vec<String> {
    let Issuer { whats_on: address, languages, .. } = from;
    let words = languages.preferred(paper.language.as_deref());
    match paper.kind {
        CardKind::Birthday => {
            vec![to_book(paper.centre.as_ref(), address, words), words.say("member-birthday-moved")]
        }
        CardKind::Farewell => vec![to_ask(paper.centre.as_ref(), words)],
    }
}

fn to_book(centre: Option<&CentreFacts>, address: &str, words: Words) -> String {
    let Some(CentreFacts { name, phone }) = centre else {
        return say!(words, "member-birthday-book-us", address = address);
    };
    let centre = name.as_str();
    match phone.as_deref() {
        Some(phone) => {
            let key = "member-birthday-book-phone";
            say!(words, key, address = address, centre = centre, phone = phone)
        }
        None => say!(words, "member-birthday-book-centre", address = address, centre = centre),
    }
}

fn to_ask(centre: Option<&CentreFacts>, words: Words) -> String {
    let Some(CentreFacts { name, phone }) = centre else {
        return words.say("member-birthday-ask-us");
    };
    let centre = name.as_str();
    match phone.as_deref() {
        Some(phone) => say!(words, "member-birthday-ask-phone", centre = centre, phone = phone),
        None => say!(words, "member-birthday-ask-centre", centre = centre),
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
