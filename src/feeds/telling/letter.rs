//! The welcome as a letter, for families without e-mail. The message's button becomes a code to
//! scan; families without a smartphone can opt out at the centre.

use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::mail::words::{Block, Letterhead, write};
use crate::mail::{Message, Welcome};
use crate::paper::{Area, Ink, PaperPage, Style, code, pdf};
use crate::words::Words;

const EDGE: f32 = 22.0;
const ROOM: f32 = 166.0;
/// The position of the envelope window.
const ADDRESS_TOP: f32 = 52.0;
const TEXT_TOP: f32 = 98.0;
const NEXT_PAGE_TOP: f32 = 24.0;
const BOTTOM: f32 = 278.0;
const CODE: f32 = 27.0;
const PLAIN: Style = Style::new(10.0);

/// One letter.
#[derive(Clone, Debug)]
pub struct Letter {
    pub family: FamilyId,
    /// The name and the address lines.
    pub address: Vec<String>,
    pub welcome: Welcome,
}

/// All letters as one PDF, each starting on a new page.
pub(crate) fn print(letters: &[Letter], head: &Letterhead) -> Result<Vec<u8>> {
    let mut pages = Vec::new();
    for letter in letters {
        pages.extend(one(letter, head, Words::english())?);
    }
    if pages.is_empty() {
        let mut page = PaperPage::a4();
        page.text(EDGE, NEXT_PAGE_TOP, "There is no letter to print.", Style::new(12.0));
        pages.push(page);
    }
    pdf("Letters to families", &pages)
}

fn one(letter: &Letter, head: &Letterhead, words: Words) -> Result<Vec<PaperPage>> {
    let written = write(&Message::Welcome(letter.welcome.clone()), head, words);
    let mut paper = Paper { page: PaperPage::a4(), full: Vec::new(), y: TEXT_TOP, words };
    let from = Style::new(12.0).bold().ink(Ink::House);
    paper.page.text_within(EDGE, 22.0, &head.organisation, from, ROOM);
    for (line, at) in letter.address.iter().take(7).zip(0_u8..) {
        let y = ADDRESS_TOP + f32::from(at) * 5.0;
        paper.page.text_within(EDGE, y, line, Style::new(11.0), 90.0);
    }
    paper.say(&written.subject, Style::new(13.0).bold());
    for block in &written.blocks {
        match block {
            Block::Say(said) => paper.say(said, PLAIN),
            Block::Facts(facts) => {
                for (label, fact) in facts {
                    paper.say(&format!("{label}: {fact}"), PLAIN.bold());
                }
            }
            Block::List(items) => {
                for item in items {
                    paper.say(&format!("– {item}"), PLAIN);
                }
            }
            Block::Go(label, url) | Block::Link(label, url) => paper.scan(label, url)?,
        }
    }
    paper.full.push(paper.page);
    Ok(paper.full)
}

/// Fills pages from the top.
struct Paper {
    page: PaperPage,
    full: Vec<PaperPage>,
    y: f32,
    words: Words,
}

impl Paper {
    fn say(&mut self, said: &str, style: Style) {
        let lines = crate::paper::text::wrap(said, style, ROOM).len();
        self.make_room(f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) * style.leading());
        self.y = self.page.paragraph(EDGE, self.y, said, style, ROOM) + 1.2;
    }

    fn scan(&mut self, label: &str, url: &str) -> Result<()> {
        self.make_room(CODE);
        let area = Area::new(EDGE, self.y - 3.0, CODE, CODE);
        code::draw(&mut self.page, area, url)?;
        let (x, y) = (area.right() + 4.0, self.y + CODE / 2.0);
        self.page.text_within(x, y - 3.0, label, PLAIN.bold(), ROOM - CODE);
        let scan = self.words.say("member-letter-scan");
        self.page.text_within(x, y + 2.0, &scan, PLAIN, ROOM - CODE);
        self.y = area.bottom() + 4.0;
        Ok(())
    }

    fn make_room(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.full.push(std::mem::replace(&mut self.page, PaperPage::a4()));
            self.y = NEXT_PAGE_TOP;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::moment::Moment;
    use crate::mail::link::{FamilyLink, FamilyPurpose, LinkKey};

    fn letter(paragraphs: usize) -> Letter {
        let until = Moment::parse("2027-01-01T00:00:00Z").expect("a moment");
        let (family, carer) = ("f1".to_owned(), "c1".to_owned());
        Letter {
            family: FamilyId::from("f1"),
            address: ["Mary Byrne", "1 High St", "M33 1AA"].map(str::to_owned).into(),
            welcome: Welcome {
                number: "4821 0934".to_owned(),
                centre: Some("Partington Children's Centre".to_owned()),
                phone: Some("0161 912 2122".to_owned()),
                from: Some("Trafford health visitors".to_owned()),
                notice: vec!["We keep a few facts about your family.".to_owned(); paragraphs],
                say_no: FamilyLink::to(FamilyPurpose::SayNo, &family.into(), &carer.into(), until),
            },
        }
    }

    fn head() -> Letterhead {
        Letterhead {
            organisation: "Trafford Family Hubs".to_owned(),
            public_url: "https://hubs.example.org".to_owned(),
            links: LinkKey::new([1; 32]),
        }
    }

    #[test]
    fn a_letter_says_what_the_message_says_and_how_to_say_no() {
        let pages = one(&letter(3), &head(), Words::english()).expect("a letter");
        assert_eq!(pages.len(), 1);
        let drawn = pages[0].svg();
        for said in
            ["Mary Byrne", "4821 0934", "Trafford health visitors told us", "Stop being a member"]
        {
            assert!(drawn.contains(said), "{said}");
        }
    }

    #[test]
    fn a_long_notice_goes_on_overleaf() {
        assert_eq!(one(&letter(30), &head(), Words::english()).expect("a letter").len(), 2);
    }
}
