//! The report as a document: chapters of blocks, made once of the report. The page, the pages to
//! print and the workbook are drawn from it and know nothing but blocks; each leaves out what it has
//! no room for. Whatever a profile hides was removed from the report before.

pub(crate) mod chapters;
pub(crate) mod texts;

use super::report::Cell;

/// A heading and what stands under it.
pub(crate) struct Chapter {
    pub id: String,
    pub heading: String,
    /// The sheet of the workbook that holds it.
    pub sheet: String,
    pub blocks: Vec<Block>,
}

pub(crate) enum Block {
    /// What the figures say.
    Said(String),
    /// How they are counted, in small print.
    Note(String),
    List(Vec<String>),
    /// Terms with their meanings.
    Pairs(Vec<(String, String)>),
    Chart(Chart),
    Table(BlockTable),
}

pub(crate) struct BlockTable {
    pub id: String,
    pub caption: String,
    /// What a row is about.
    pub subject: &'static str,
    pub columns: Columns,
    pub rows: Vec<BlockRow>,
}

pub(crate) enum Columns {
    /// One figure in a row, taken apart: the number, of how many, the share, its words.
    Apart,
    /// Several figures in a row.
    Beside(Vec<BlockColumn>),
}

pub(crate) struct BlockColumn {
    /// What it counts, as a code, if the children behind it can be listed.
    pub code: Option<&'static str>,
    pub label: String,
    /// The same for a narrow column.
    pub short: String,
    /// Whether its figures have shares.
    pub shares: bool,
    /// Whether the words for its shares have a column of their own on the page.
    pub in_words: bool,
    pub room: Room,
}

/// Where there is room for a column: each of these has room for those before it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Room {
    Paper,
    Page,
    Workbook,
}

pub(crate) struct BlockRow {
    /// What it is about, as a code.
    pub key: String,
    pub label: String,
    /// A figure for each column.
    pub cells: Vec<Cell>,
    pub bar: Option<Bar>,
    /// Its name, such as `area.E01006074`, if the children behind it can be listed.
    pub name: Option<String>,
    /// No known child is in it and its residents are unknown: only the workbook shows it.
    pub is_empty: bool,
}

/// A bar in a row.
pub(crate) enum Bar {
    /// A count, as long as its part of the largest in the table.
    Count { part: f32, pattern: Pattern },
    /// Members, seen and in sustained contact, each in percent, with a mark at the target.
    Shares { percents: [f32; 3], target: u64 },
}

/// How an area is filled: charts work in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    Solid,
    Stripes,
    Pale,
    Empty,
}

/// A chart, whose figures stand in the table next to it.
pub(crate) enum Chart {
    /// One bar in parts with a mark at half: label, count, pattern.
    Parts(Vec<(&'static str, u64, Pattern)>),
    /// Lines over the same periods, from zero to the top of the scale.
    Lines {
        periods: Vec<String>,
        series: Vec<Series>,
        /// `%`, or nothing.
        unit: &'static str,
    },
}

/// A line over time, with a value for each period that has one.
pub(crate) struct Series {
    pub label: &'static str,
    pub mark: Mark,
    pub values: Vec<Option<f32>>,
}

/// How the points of a line are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Square,
    Open,
    Diamond,
}

/// The bars of shares, in their order.
pub(crate) const LEGEND: [(Pattern, &str); 3] = [
    (Pattern::Empty, "members"),
    (Pattern::Stripes, "seen"),
    (Pattern::Solid, "in sustained contact"),
];

/// Said of a table without rows.
pub(crate) const NOTHING: &str = "There is nothing to show.";

impl BlockTable {
    /// The rows to read; see `BlockRow::is_empty`.
    pub(crate) fn filled(&self) -> impl Iterator<Item = &BlockRow> {
        self.rows.iter().filter(|row| !row.is_empty)
    }

    /// The target marked in its bars, if it has such.
    pub(crate) fn target(&self) -> Option<u64> {
        self.rows.iter().find_map(|row| match row.bar {
            Some(Bar::Shares { target, .. }) => Some(target),
            Some(Bar::Count { .. }) | None => None,
        })
    }
}

impl Columns {
    /// The columns for which there is room, each with its cell of a row.
    pub(crate) fn in_room<'a>(
        &'a self,
        room: Room,
        row: &'a BlockRow,
    ) -> impl Iterator<Item = (&'a BlockColumn, &'a Cell)> {
        self.beside().iter().zip(&row.cells).filter(move |(column, _)| column.room <= room)
    }

    /// None if figures are taken apart.
    pub(crate) fn beside(&self) -> &[BlockColumn] {
        match self {
            Columns::Apart => &[],
            Columns::Beside(columns) => columns,
        }
    }
}

impl Chart {
    /// What it shows, for those who cannot see it.
    pub(crate) fn description(&self) -> &'static str {
        match self {
            Chart::Parts(_) => {
                "Attendances by children in a target group, in none, and unknown, with a mark at half"
            }
            Chart::Lines { .. } => "Members, seen and in sustained contact over time",
        }
    }
}
