//! Lists: `{items, next}`, 100 a page. `next` goes back as `after` and means nothing else.

use super::cursor;
use crate::base::fault::Result;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// One page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct List<T> {
    /// The page, in order.
    pub items: Vec<T>,
    /// Send it as `after` for the next page; `null` on the last.
    pub next: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Page size, 1 to 500; 100 where not given.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// Where a page ended, as a page of ours carries it in its address.
pub(crate) fn written_cursor(place: &str) -> String {
    cursor::written(place)
}

impl Paging {
    /// Of a page that people see: `sent` is the `next` in its address.
    pub fn of_page(limit: u32, sent: Option<&str>) -> Result<Paging> {
        let after = sent.filter(|sent| !sent.is_empty()).map(cursor::read).transpose()?;
        Ok(Paging { limit: Some(limit), after })
    }

    pub fn limit(&self) -> usize {
        self.limit.unwrap_or(100) as usize
    }

    /// Queries ask for one row more than the page: the extra row shows that there is a next page.
    pub fn rows(&self) -> i64 {
        self.limit() as i64 + 1
    }

    pub fn page<R, T>(
        &self,
        mut rows: Vec<R>,
        place: impl Fn(&R) -> String,
        show: impl FnMut(R) -> T,
    ) -> List<T> {
        let more = rows.len() > self.limit();
        rows.truncate(self.limit());
        let last = if more { rows.last() } else { None };
        let next = last.map(|row| cursor::written(&place(row)));
        List { items: rows.into_iter().map(show).collect(), next }
    }
}
