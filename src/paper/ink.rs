//! Colours and weights.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Plain,
    Bold,
}

/// What a drop of ink looks like. A page must read as well in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Black,
    /// For what may be read second; still dark enough for small print.
    Grey,
    /// For rules and the ground under rows.
    Pale,
    White,
    /// The colour of the pages and the mails.
    House,
}

impl Ink {
    pub fn colour(self) -> &'static str {
        match self {
            Ink::Black => "#1b1b1b",
            Ink::Grey => "#555555",
            Ink::Pale => "#d9d9d9",
            Ink::White => "#ffffff",
            Ink::House => "#00605a",
        }
    }
}
