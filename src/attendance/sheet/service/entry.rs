//! Typing a printed sheet in again. A line that is typed twice is marked once; typed differently
//! later, it corrects what was typed before. A tablet that disagrees is a conflict, as between
//! tablets.

use crate::access::Act;
use crate::attendance::asked::{AskedMark, MarkRequest, Target, What};
use crate::attendance::mark_log::service::{Batch, MarksTaken, Unread};
use crate::attendance::register::RegisterDesk;
use crate::attendance::sheet::{SheetLine, code, store};
use crate::attendance::{Mark, mark_log, register};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::db::Tx;
use chrono::TimeDelta;
use serde::Deserialize;
use utoipa::ToSchema;

/// A line that was ticked.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SheetMarkIn)]
pub(crate) struct Typed {
    /// The code at the line; capitals, spaces and dashes do not matter.
    #[schema(example = "12K", min_length = 1, max_length = 12)]
    pub line: String,
    /// What was ticked.
    pub mark: Mark,
    /// How many adults came, on the line of a whole family; left out, as many as booked.
    #[schema(minimum = 0, maximum = 50)]
    pub adults: Option<i32>,
}

/// The device name under which marks from paper are stored.
const DEVICE: &str = "paper";

/// Marks what was typed; each line is answered in its place.
pub(crate) fn enter(
    tx: &mut Tx,
    id: &SessionId,
    at: Option<Moment>,
    typed: &[Typed],
) -> Result<(RegisterDesk, Vec<MarksTaken>)> {
    let desk = register::service::lock(tx, id, Act::TakeRegister)?;
    let lines = store::lines(tx, id)?;
    let now = tx.now();
    let at = at.unwrap_or_else(|| desk.planned.session.starts_at.min(now));

    let mut marks = Vec::new();
    let mut seen: Vec<i32> = Vec::new();
    for one in typed {
        let unread = |fault| Unread { client_id: Some(one.line.clone()), fault };
        let found = line_of(id, &lines, &one.line).and_then(|line| {
            if seen.contains(&line.number) {
                return Err(Fault::invalid("/line", "This line was typed twice."));
            }
            seen.push(line.number);
            Ok(line)
        });
        marks.push(match found {
            Ok(line) => Ok(asked(tx, &desk, line, one, at)?),
            Err(fault) => Err(unread(fault)),
        });
    }
    mark_log::service::take(tx, id, &Batch { device: Some(DEVICE.to_owned()), marks })
}

fn line_of<'a>(id: &SessionId, lines: &'a [SheetLine], typed: &str) -> Result<&'a SheetLine> {
    let number = code::read(id, typed);
    let line = number.and_then(|number| lines.iter().find(|line| line.number == number));
    line.ok_or_else(|| {
        let detail = "No line of this session's sheet has this code. Check it again.";
        Fault::new(Code::NotFound, detail)
    })
}

fn asked(
    tx: &Tx,
    desk: &RegisterDesk,
    line: &SheetLine,
    typed: &Typed,
    at: Moment,
) -> Result<MarkRequest> {
    let name = format!("{DEVICE}:{}:", line.number);
    let adults = typed.adults.filter(|_| line.child_id.is_none());
    let said = adults.map(|adults| adults.to_string()).unwrap_or_default();
    let content = format!("{name}{}:{said}", typed.mark.as_str());

    let nth = |client_id: &str| client_id.strip_prefix(&name)?.parse::<u32>().ok();
    let before = desk.rows.iter().filter_map(|row| Some((nth(&row.client_id)?, row)));
    let last = before.max_by_key(|(nth, _)| *nth);
    let (nth, corrects) = match last {
        None => (1, None),
        Some((nth, row)) if row.content == tx.keyed_hash("mark", &content)? => {
            (nth, row.corrects.clone())
        }
        Some((nth, row)) => (nth + 1, Some(row.client_id.clone())),
    };
    // The last line typed counts, and a child's own line more than its whole family's.
    let own = if line.child_id.is_some() { TimeDelta::milliseconds(1) } else { TimeDelta::zero() };
    let at = at + own + TimeDelta::microseconds(i64::from(nth).min(999));
    Ok(MarkRequest {
        client_id: format!("{name}{nth}"),
        at,
        corrects,
        content,
        what: What::Mark(Box::new(AskedMark {
            target: Target::Sheet(line.booking_id.clone()),
            child_id: line.child_id.clone(),
            adults,
            mark: typed.mark,
        })),
    })
}
