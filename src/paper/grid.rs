//! Equal things on a sheet: cards to cut out, labels to peel off.

/// Where they lie on a page, in millimetres.
#[derive(Clone, Copy, Debug)]
pub struct Grid {
    pub columns: usize,
    pub rows: usize,
    /// The spot of the first.
    pub left: f32,
    pub top: f32,
    /// From one spot to the next.
    pub across: f32,
    pub down: f32,
}

impl Grid {
    /// How many there are room for on one page.
    pub fn places(&self) -> usize {
        self.columns * self.rows
    }

    /// The corner of the place with this number from 0, row by row.
    pub fn spot(&self, place: usize) -> (f32, f32) {
        self.at(place % self.columns, place / self.columns)
    }

    /// The same seen from behind: where the back of it lies when the sheet is turned over like a
    /// page of a book.
    pub fn spot_behind(&self, place: usize) -> (f32, f32) {
        self.at(self.columns - 1 - place % self.columns, place / self.columns)
    }

    fn at(&self, column: usize, row: usize) -> (f32, f32) {
        (self.left + column as f32 * self.across, self.top + row as f32 * self.down)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_back_lies_behind_its_front() {
        let (paper, card) = (210.0, 85.6);
        let grid = Grid { columns: 2, rows: 5, left: 17.4, top: 13.5, across: 89.6, down: 54.0 };
        for place in 0..grid.places() {
            let ((front, row), (back, same_row)) = (grid.spot(place), grid.spot_behind(place));
            assert!((front + back + card - paper).abs() < 0.01, "{place}: {front} {back}");
            assert_eq!(row, same_row);
        }
    }
}
