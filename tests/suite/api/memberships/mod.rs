//! Memberships: their cards, who has to be told, who was lost touch with.

mod blank_cards;
mod cards;
mod lost_touch;
mod to_tell;
