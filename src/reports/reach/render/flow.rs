//! Text and charts flowing over A4 pages, each with the report's name at the top and the page
//! number at the bottom.

use crate::paper::{Anchor, Area, Ink, PaperPage, Style};

pub(crate) const LEFT: f32 = 18.0;
pub(crate) const RIGHT: f32 = 192.0;
pub(crate) const WIDTH: f32 = RIGHT - LEFT;
const TOP: f32 = 26.0;
const BOTTOM: f32 = 278.0;

pub(crate) const PLAIN: Style = Style::new(9.0);
pub(crate) const SMALL: Style = Style::new(8.0);
const HEADING: Style = Style::new(12.0).bold();

pub(crate) struct Flow {
    head: String,
    foot: String,
    full: Vec<PaperPage>,
    pub page: PaperPage,
    /// The line that is written on next.
    pub y: f32,
}

impl Flow {
    pub(crate) fn new(head: String, foot: String) -> Flow {
        Flow { head, foot, full: Vec::new(), page: PaperPage::a4(), y: TOP }
    }

    /// Moves to a new page unless this many millimetres are left.
    pub(crate) fn room(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.turn();
        }
    }

    /// Whether this many millimetres are left.
    pub(crate) fn has_room(&self, height: f32) -> bool {
        self.y + height <= BOTTOM
    }

    pub(crate) fn turn(&mut self) {
        self.full.push(std::mem::replace(&mut self.page, PaperPage::a4()));
        self.y = TOP;
    }

    pub(crate) fn down(&mut self, height: f32) {
        self.y += height;
    }

    /// A heading that is never left alone at the bottom of a page.
    pub(crate) fn heading(&mut self, said: &str, with: f32) {
        self.down(4.0);
        self.room(with + 8.0);
        self.page.text_within(LEFT, self.y + 3.0, said, HEADING, WIDTH);
        self.down(8.0);
    }

    pub(crate) fn paragraph(&mut self, said: &str, style: Style) {
        for line in crate::paper::text::wrap(said, style, WIDTH) {
            self.room(style.leading());
            self.page.text_within(LEFT, self.y + style.size(), &line, style, WIDTH);
            self.down(style.leading());
        }
    }

    /// A term on the left with its meaning on the right.
    pub(crate) fn pair(&mut self, label: &str, said: &str, style: Style) {
        let (indent, room) = (54.0, WIDTH - 54.0);
        let lines = crate::paper::text::wrap(said, style, room);
        self.room(style.leading() * lines.len().min(6) as f32);
        self.page.text_within(LEFT, self.y + style.size(), label, style.bold(), indent - 2.0);
        for line in lines {
            self.room(style.leading());
            self.page.text_within(LEFT + indent, self.y + style.size(), &line, style, room);
            self.down(style.leading());
        }
        self.down(0.8);
    }

    /// The pages, with heads and feet.
    pub(crate) fn done(mut self) -> Vec<PaperPage> {
        self.full.push(self.page);
        let (all, head, foot) = (self.full.len(), self.head, self.foot);
        for (page, number) in self.full.iter_mut().zip(1..) {
            let style = SMALL.ink(Ink::Grey);
            page.text_within(LEFT, 14.0, &head, style, WIDTH);
            page.fill(Area::new(LEFT, 16.5, WIDTH, 0.2), Ink::Grey);
            page.text_within(LEFT, 288.0, &foot, style, WIDTH - 26.0);
            let said = format!("Page {number} of {all}");
            page.text(RIGHT, 288.0, &said, style.anchor(Anchor::End));
        }
        self.full
    }
}
