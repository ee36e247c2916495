//! Centres, and who is in their buildings.

mod building;
mod create;
mod reach_area;
