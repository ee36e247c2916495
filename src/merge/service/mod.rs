//! Two records of one family or child made one, and undone.

pub mod against;
pub mod children;
pub mod moving;
pub mod records;
pub mod undo;
