//! How a card looks: a bank card's size, front and back, alone or ten to a sheet of A4 that is
//! printed on both sides and turned over its long edge.

use super::Card;
use crate::base::fault::Result;
use crate::paper::text::{shrunk, width, wrap};
use crate::paper::{Anchor, Area, Grid, Ink, PaperPage, Style, code, pdf, pdf_in};
use crate::words::languages::Languages;
use crate::words::{Words, say};

const WIDTH: f32 = 85.6;
const HEIGHT: f32 = 54.0;
const MARGIN: f32 = 5.0;
const ROOM: f32 = WIDTH - 2.0 * MARGIN;

/// Room beside the QR code.
const BESIDE: f32 = 45.0;
const QR: Area = Area::new(52.6, 16.0, 29.0, 29.0);

const NAME: Style = Style::new(12.0).bold();
const NUMBER: Style = Style::new(19.0).bold();
const CENTRE: Style = Style::new(7.5).bold();
const SMALL: Style = Style::new(6.0).ink(Ink::Grey);

const HEADING: Style = Style::new(8.5).bold().ink(Ink::House);
const OFFER: Style = Style::new(7.0);
const NOTICE: Style = Style::new(6.4);
/// Where the text of an offer's line begins, after its mark.
const INDENT: f32 = 2.6;
const OFFER_LINES: usize = 6;
const NOTICE_LINES: usize = 4;

/// Ten cards, with a gap down the middle; the frames are cut along.
const SHEET: Grid = Grid { columns: 2, rows: 5, left: 14.4, top: 13.5, across: 95.6, down: HEIGHT };

/// Whether a centre's offer has room on the back.
pub(crate) fn offer_fits(lines: &[String]) -> bool {
    let wrapped = lines.iter().map(|line| wrap(line, OFFER, ROOM - INDENT).len());
    wrapped.sum::<usize>() <= OFFER_LINES
}

/// Whether the short form of a notice has room on the back.
pub(crate) fn notice_fits(text: &str) -> bool {
    wrap(text, NOTICE, ROOM).len() <= NOTICE_LINES
}

pub(crate) fn front(words: Words, card: &Card) -> Result<PaperPage> {
    let mut page = blank();
    page.fill(Area::new(0.0, 0.0, WIDTH, 12.0), Ink::House);
    let head = shrunk(&card.organisation, Style::new(11.0).bold(), 7.0, ROOM).ink(Ink::White);
    page.text_within(MARGIN, 7.6, &card.organisation, head, ROOM);

    names(&mut page, words, &card.adults);
    page.text(MARGIN, 29.0, &words.say("member-card-number"), SMALL);
    page.text(MARGIN, 36.2, &card.number.to_string(), NUMBER);
    if let Some(centre) = &card.centre {
        page.text_within(MARGIN, 42.6, centre, shrunk(centre, CENTRE, 6.0, BESIDE), BESIDE);
    }
    if let Some(phone) = &card.phone {
        let phone = say!(words, "member-card-phone", phone = phone.as_str());
        page.text_within(MARGIN, 46.2, &phone, Style::new(7.0), BESIDE);
    }
    let show = words.say("member-card-show");
    page.text_within(MARGIN, 51.0, &show, shrunk(&show, SMALL, 5.0, ROOM), ROOM);
    code::draw(&mut page, QR, &card.code)?;
    Ok(page)
}

/// Two adults on a line each; a long name alone takes both.
fn names(page: &mut PaperPage, words: Words, adults: &[String]) {
    let lines = match adults {
        [] => Vec::new(),
        [one] => {
            let mut lines = wrap(one, shrunk(one, NAME, 10.0, BESIDE), BESIDE);
            let rest = lines.split_off(lines.len().min(1)).join(" ");
            lines.extend((!rest.is_empty()).then_some(rest));
            lines
        }
        [one, other, ..] => {
            vec![one.clone(), say!(words, "member-card-and", name = other.as_str())]
        }
    };
    let longest = lines.iter().max_by(|a, b| width(a, NAME).total_cmp(&width(b, NAME)));
    let style = shrunk(longest.map_or("", String::as_str), NAME, 9.0, BESIDE);
    for (line, y) in lines.iter().zip([18.6, 18.6 + NAME.leading()]) {
        page.text_within(MARGIN, y, line, style, BESIDE);
    }
}

/// The code alone, to be scanned off a screen.
pub(crate) fn code_alone(card: &Card) -> Result<PaperPage> {
    let side = QR.width;
    let mut page = PaperPage::new(side, side);
    code::draw(&mut page, Area::new(0.0, 0.0, side, side), &card.code)?;
    Ok(page)
}

pub(crate) fn back(words: Words, card: &Card) -> PaperPage {
    let mut page = blank();
    page.text(MARGIN, 7.6, &words.say("member-card-offer"), HEADING);
    let see = vec![words.say("member-card-offer-all")];
    let offer = if card.offer.is_empty() { &see } else { &card.offer };
    let mut y = 12.0;
    for line in offer {
        page.fill(Area::new(MARGIN, y - 1.5, 1.1, 1.1), Ink::House);
        y = page.paragraph(MARGIN + INDENT, y, line, OFFER, ROOM - INDENT);
    }

    page.line((MARGIN, 31.0), (WIDTH - MARGIN, 31.0), Ink::Pale, 0.2);
    page.text(MARGIN, 35.0, &words.say("member-card-notice"), Style::new(7.0).bold());
    page.paragraph(MARGIN, 38.4, &card.notice.card_text, NOTICE, ROOM);

    let (version, language) = (card.notice.version, card.notice.language.as_str());
    let version = say!(words, "member-card-version", version = version, language = language);
    page.text(MARGIN, 51.0, &version, SMALL);
    let where_to = Style::new(6.5).bold().anchor(Anchor::End);
    page.text_within(WIDTH - MARGIN, 51.0, &card.whats_on, where_to, ROOM - 22.0);
    page
}

/// Two pages of a card's size.
pub(crate) fn single(words: Words, card: &Card) -> Result<Vec<u8>> {
    let sides = [front(words, card)?, back(words, card)];
    pdf_in(words.language(), &words.say("member-card"), &sides)
}

/// Sheets of ten, the fronts of each followed by their backs.
pub(crate) fn sheets(languages: &Languages, cards: &[Card]) -> Result<Vec<u8>> {
    let mut pages = Vec::new();
    for ten in cards.chunks(SHEET.places()) {
        let (mut fronts, mut backs) = (PaperPage::a4(), PaperPage::a4());
        for (place, card) in ten.iter().enumerate() {
            let words = card.words(languages);
            let (x, y) = SHEET.spot(place);
            fronts.place(x, y, &front(words, card)?);
            fronts.frame(Area::new(x, y, WIDTH, HEIGHT), Ink::Pale, 0.1);
            let (x, y) = SHEET.spot_behind(place);
            backs.place(x, y, &back(words, card));
        }
        pages.extend([fronts, backs]);
    }
    pdf(&Words::english().say("member-card"), &pages)
}

fn blank() -> PaperPage {
    let mut page = PaperPage::new(WIDTH, HEIGHT);
    page.fill(Area::new(0.0, 0.0, WIDTH, HEIGHT), Ink::White);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_back_of_a_card_behind_the_first_is_behind_the_first() {
        for place in 0..SHEET.places() {
            let ((front, top), (back, behind)) = (SHEET.spot(place), SHEET.spot_behind(place));
            assert!((front + WIDTH + back - 210.0).abs() < 0.01, "{place}");
            assert!((top - behind).abs() < 0.01 && top + HEIGHT <= 297.0);
        }
    }

    #[test]
    fn what_has_no_room_on_the_back_is_seen() {
        let short = vec!["Stay and play every weekday".to_owned(); OFFER_LINES];
        assert!(offer_fits(&short));
        assert!(!offer_fits(&[short.clone(), short].concat()));
        assert!(!offer_fits(&["much ".repeat(120)]));
        assert!(!notice_fits(&"words ".repeat(80)));
    }
}
