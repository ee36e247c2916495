//! The chapters of the document, in their order: the whole and its funnel, each table with bars, the
//! balance, the pack, the trend, how reliable the records are, and how the figures are counted.

use super::texts::percent;
use super::{
    Bar, Block, BlockColumn, BlockRow, BlockTable, Chapter, Chart, Columns, Mark, Pattern, Room,
    Series,
};
use crate::areas::place::Bucket;
use crate::reports::reach::measures::{self, MEASURES, Measure, PRINCIPLES};
use crate::reports::reach::quality::Missing;
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::{
    BalanceLine, BalanceTable, Cell, FigureRow, Line, ReachBy, ReachReport, Section, Table,
    TrendPoint, WhyNot,
};

pub(crate) fn chapters(report: &ReachReport, quarterly: Option<&Quarterly>) -> Vec<Chapter> {
    // The comparison of centres first: it is used to choose a centre.
    let (centres, others): (Vec<&Table>, Vec<&Table>) =
        report.tables.iter().partition(|table| table.by == ReachBy::Centre);
    let tables = centres.into_iter().chain(others);
    let mut all = vec![funnel(report), whole(&report.whole)];
    all.extend(quarterly.map(quarters));
    all.extend(tables.map(|table| split(table, report.settings.target_percent)));
    all.push(balance(&report.balance));
    all.extend(report.sections.iter().map(section));
    all.extend([trend(&report.trend), outside(&report.outside), quality(report)]);
    all.push(chapter("notes", "Notes", "Report", list(&report.notes)));
    all.extend(basis(report));
    all.retain(|chapter| !chapter.blocks.is_empty());
    all
}

pub(crate) fn title(by: ReachBy) -> &'static str {
    match by {
        ReachBy::Area => "By area (LSOA)",
        ReachBy::Decile => "By decile of deprivation (1 is the most deprived)",
        ReachBy::TargetGroup => "By target group",
        ReachBy::AgeBand => "By age",
        ReachBy::Activity => "By activity",
        ReachBy::Centre => "By centre",
    }
}

fn chapter(id: &str, heading: &str, sheet: &str, blocks: Vec<Block>) -> Chapter {
    Chapter { id: id.to_owned(), heading: heading.to_owned(), sheet: sheet.to_owned(), blocks }
}

fn list(items: &[String]) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::List(items.to_vec())] }
}

/// A row with one figure.
fn row(key: &str, label: &str, cell: &Cell) -> BlockRow {
    BlockRow {
        key: key.to_owned(),
        label: label.to_owned(),
        cells: vec![cell.clone()],
        bar: None,
        name: None,
        is_empty: false,
    }
}

fn apart(id: &str, caption: &str, subject: &'static str, rows: Vec<BlockRow>) -> Block {
    let (id, caption) = (id.to_owned(), caption.to_owned());
    Block::Table(BlockTable { id, caption, subject, columns: Columns::Apart, rows })
}

fn figure_rows(rows: &[FigureRow]) -> Vec<BlockRow> {
    rows.iter().map(|one| row(&one.key, &one.label, &one.cell)).collect()
}

/// From resident to sustained contact: each step is a part of the one before, so none is larger.
fn funnel(report: &ReachReport) -> Chapter {
    let (whole, of_members) = (&report.whole, &report.members);
    let resident = match whole.resident.n {
        Some(n) if Some(n) < whole.members.n => {
            &Cell { why_not: Some(WhyNot::CheckPopulation), ..Cell::default() }
        }
        _ => &whole.resident,
    };
    let direct = &of_members.sustained_direct;
    let steps = [
        ("resident", "Resident", resident, None, Pattern::Empty),
        ("members", "Members", &whole.members, Some("whole.members"), Pattern::Pale),
        ("seen", "Of them seen", &of_members.seen, Some("members.seen"), Pattern::Stripes),
        (
            "sustained_direct",
            "Of them sustained directly",
            direct,
            Some("members.sustained_direct"),
            Pattern::Solid,
        ),
    ];
    let most = steps.iter().filter_map(|(_, _, cell, ..)| cell.n).max().unwrap_or(0).max(1);
    let rows = steps.map(|(key, label, cell, name, pattern)| {
        let part = cell.n.unwrap_or_default() as f32 / most as f32;
        let bar = Some(Bar::Count { part, pattern });
        BlockRow { bar, name: name.map(str::to_owned), ..row(key, label, cell) }
    });
    let caption = "Children who live in the area, step by step";
    let table = apart("funnel", caption, "Step", rows.into());
    chapter("funnel", "From resident to sustained contact", "Report", vec![table])
}

fn whole(whole: &Line) -> Chapter {
    let rows = MEASURES.iter().filter_map(|measure| {
        // An empty figure was not requested.
        let cell = Some((measure.of)(whole)).filter(|cell| **cell != Cell::default())?;
        let name = measure.figure().map(|_| format!("whole.{}", measure.code));
        Some(BlockRow { name, ..row(measure.code, measure.label, cell) })
    });
    let caption = "Children who live in the area, by every measure";
    let table = apart("whole", caption, "Measure", rows.collect());
    chapter("whole", "The whole area", "Report", vec![table])
}

fn quarters(quarterly: &Quarterly) -> Chapter {
    let column = |quarter: &String| BlockColumn {
        code: None,
        label: quarter.clone(),
        short: quarter.clone(),
        shares: false,
        in_words: false,
        room: Room::Paper,
    };
    let rows = quarterly.rows.iter().map(|one| BlockRow {
        cells: one.cells.clone(),
        ..row(&one.key, &one.label, &Cell::default())
    });
    let heading = "The quarters of the financial year";
    let table = BlockTable {
        id: "quarterly".to_owned(),
        caption: heading.to_owned(),
        subject: "Measure",
        columns: Columns::Beside(quarterly.quarters.iter().map(column).collect()),
        rows: rows.collect(),
    };
    chapter("quarterly", heading, "Quarterly", vec![Block::Table(table)])
}

/// Columns for every measure, with these on paper too.
fn measured(on_paper: &[&str]) -> Vec<BlockColumn> {
    let column = |measure: &Measure| BlockColumn {
        code: measure.figure().map(|_| measure.code),
        label: measure.label.to_owned(),
        // The first word is enough next to the others.
        short: measure.label.split(' ').next().unwrap_or_default().to_owned(),
        shares: !matches!(measure.code, "resident" | "gap" | "not_yet_evidenced"),
        in_words: false,
        room: if on_paper.contains(&measure.code) { Room::Paper } else { Room::Workbook },
    };
    MEASURES.iter().map(column).collect()
}

/// All measures of a line.
fn line(key: &str, label: &str, line: &Line) -> BlockRow {
    let cells = MEASURES.iter().map(|measure| (measure.of)(line).clone()).collect();
    BlockRow { cells, ..row(key, label, &Cell::default()) }
}

const ON_PAPER: &[&str] = &["resident", "members", "seen", "sustained"];

fn split(table: &Table, target: u64) -> Chapter {
    let (by, title, noun) = (table.by.as_str(), title(table.by), noun(table.by));
    let mut columns = measured(ON_PAPER);
    for (column, measure) in columns.iter_mut().zip(MEASURES) {
        column.in_words = measure.code == "sustained";
        if measure.code == "gap" {
            column.room = Room::Page;
        }
    }
    let rows = table.lines.iter().map(|one| {
        let label = if one.label.is_empty() { &one.key } else { &one.label };
        let cells = [&one.members, &one.seen, &one.sustained];
        let percents = cells.map(|cell| percent(cell).unwrap_or_default() as f32);
        BlockRow {
            bar: Some(Bar::Shares { percents, target }),
            is_empty: table.overlaps && is_empty(one),
            name: Some(format!("{by}.{}", one.key)),
            ..line(&one.key, label, one)
        }
    });
    let rows: Vec<BlockRow> = rows.collect();
    let nobody: Vec<&str> =
        rows.iter().filter(|row| row.is_empty).map(|row| row.label.as_str()).collect();
    let nobody = (!nobody.is_empty())
        .then(|| Block::Note(format!("No known children in: {}.", nobody.join(", "))));
    let overlaps = table.overlaps.then(|| {
        let said = "A child can be in several lines, so they do not add up to the whole.";
        Block::Note(said.to_owned())
    });

    let table = Block::Table(BlockTable {
        id: by.to_owned(),
        caption: format!("{title}: children, and their share of the residents"),
        subject: noun,
        columns: Columns::Beside(columns),
        rows,
    });
    chapter(by, title, noun, [Some(table), overlaps, nobody].into_iter().flatten().collect())
}

/// What each line of a table is about.
fn noun(by: ReachBy) -> &'static str {
    match by {
        ReachBy::Area => "Area",
        ReachBy::Decile => "Decile",
        ReachBy::TargetGroup => "Target group",
        ReachBy::AgeBand => "Age band",
        ReachBy::Activity => "Activity",
        ReachBy::Centre => "Centre",
    }
}

/// Whether no known child is in it and its residents are unknown.
fn is_empty(line: &Line) -> bool {
    line.resident.n.is_none()
        && [&line.members, &line.seen].iter().all(|cell| cell.n == Some(0))
        && line.sustained.n.is_none_or(|count| count == 0)
}

fn balance(table: &BalanceTable) -> Chapter {
    let (whole, without) = (&table.whole, &table.without_area);
    let attendances = |id: &str, caption: &str, line: &BalanceLine| {
        let rows = line.cells().map(|(code, label, cell)| row(code, label, cell));
        apart(id, caption, "Attendances", rows.into())
    };
    let [target, none, unknown, ..] = whole.cells();
    let patterns = [Pattern::Solid, Pattern::Empty, Pattern::Stripes];
    let parts = [target, none, unknown].into_iter().zip(patterns);
    // No chart if any of them is hidden.
    let parts = parts.map(|((_, label, cell), pattern)| Some((label, cell.n?, pattern)));
    let parts = parts.collect::<Option<Vec<_>>>();

    let mut blocks = vec![Block::Said(measures::claim(whole.claim).to_owned())];
    blocks.extend(parts.map(|parts| Block::Chart(Chart::Parts(parts))));
    blocks.push(attendances("balance", "Attendances in the window by who came", whole));
    blocks.push(Block::Said(format!("Without the area: {}", measures::claim(without.claim))));
    let caption = "The same, without the deprived area as a target group";
    blocks.push(attendances("without-area", caption, without));
    if !table.groups.is_empty() {
        let (caption, rows) = ("Attendances by target group, of all", figure_rows(&table.groups));
        blocks.push(apart("balance-groups", caption, "What is counted", rows));
    }
    chapter("balance", "Who comes: the balance of attendance", "Balance", blocks)
}

/// A section of the pack besides reach.
fn section(section: &Section) -> Chapter {
    let rows = figure_rows(&section.rows);
    let mut blocks = vec![apart(&section.key, &section.heading, "What is counted", rows)];
    blocks.extend(section.notes.iter().cloned().map(Block::Note));
    chapter(&section.key, &section.heading, "Pack", blocks)
}

fn trend(points: &[TrendPoint]) -> Chapter {
    let rows = points.iter().map(|one| line(&one.as_at.to_string(), &one.label, &one.line));
    let table = BlockTable {
        id: "over-time".to_owned(),
        caption: "Members, seen and sustained at the end of each period".to_owned(),
        subject: "Period",
        columns: Columns::Beside(measured(ON_PAPER)),
        rows: rows.collect(),
    };
    let blocks = match points {
        [] => Vec::new(),
        _ => vec![Block::Chart(over_time(points)), Block::Table(table)],
    };
    chapter("over-time", "Over time", "Trend", blocks)
}

/// Shares, or counts if there are no shares. Periods are labelled with the month of their last day;
/// there is no room for more.
fn over_time(points: &[TrendPoint]) -> Chart {
    let shares = points.iter().any(|point| percent(&point.line.members).is_some());
    let value = |cell: &Cell| if shares { percent(cell) } else { cell.n.map(|n| n as f64) };
    let series = |label, mark, of: fn(&Line) -> &Cell| Series {
        label,
        mark,
        values: points.iter().map(|one| value(of(&one.line)).map(|value| value as f32)).collect(),
    };
    Chart::Lines {
        periods: points.iter().map(|point| point.as_at.format("%b %y").to_string()).collect(),
        series: vec![
            series("Members", Mark::Open, |line| &line.members),
            series("Seen", Mark::Square, |line| &line.seen),
            series("Sustained", Mark::Diamond, |line| &line.sustained),
        ],
        unit: if shares { "%" } else { "" },
    }
}

fn outside(lines: &[Line]) -> Chapter {
    let rows = lines.iter().map(|one| {
        // Those whose address is kept secret never open to a list.
        let opens = one.key != Bucket::Restricted.as_str();
        let name = opens.then(|| format!("outside.{}", one.key));
        BlockRow { name, ..line(&one.key, &one.label, one) }
    });
    let table = BlockTable {
        id: "outside".to_owned(),
        caption: "Children who live outside the area, or where is not known".to_owned(),
        subject: "Where they live",
        columns: Columns::Beside(measured(&["members", "seen"])),
        rows: rows.collect(),
    };
    let note = "These children are not counted in the shares above.";
    let blocks = match lines {
        [] => Vec::new(),
        _ => vec![Block::Note(note.to_owned()), Block::Table(table)],
    };
    chapter("outside", "Outside the area, or not known", "Report", blocks)
}

fn quality(report: &ReachReport) -> Chapter {
    let mut blocks = Vec::new();
    if !report.quality.is_empty() {
        let rows = report.quality.iter().map(|one| {
            let name = Missing::parse(&one.code).map(|_| format!("quality.{}", one.code));
            BlockRow { name, ..row(&one.code, &one.label, &one.cell) }
        });
        let caption = "What is missing in the records";
        blocks.push(apart("quality", caption, "What is missing", rows.collect()));
    }
    if !report.freshness.is_empty() {
        let feeds = report.freshness.iter().map(|feed| {
            (feed.source.clone(), feed.last_on.map_or("never".to_owned(), measures::day))
        });
        blocks.push(Block::Note("When each feed last came:".to_owned()));
        blocks.push(Block::Pairs(feeds.collect()));
    }
    chapter("quality", "How reliable the records are", "Quality", blocks)
}

/// How the figures are counted.
fn basis(report: &ReachReport) -> [Chapter; 4] {
    let settings = measures::settings(&report.settings).into_iter();
    let settings = settings.map(|(_, label, value)| (label.to_owned(), value));
    let said = |(label, said): (&str, &str)| (label.to_owned(), said.to_owned());
    let counted = MEASURES.iter().map(|measure| (measure.label, measure.definition));
    let counted = counted.chain(PRINCIPLES.iter().copied()).map(said);
    let missing =
        WhyNot::ALL.iter().map(|why| said((measures::mark(*why), measures::reason(*why))));
    let of = |id, heading, blocks| chapter(id, heading, "Definitions", blocks);
    [
        of("rests", "Basis of the figures", vec![Block::Pairs(settings.collect())]),
        of("counted", "What is counted", vec![Block::Pairs(counted.collect())]),
        of("missing", "Where a figure is missing", vec![Block::Pairs(missing.collect())]),
        of("sources", "Sources", list(&measures::sources(&report.settings))),
    ]
}
