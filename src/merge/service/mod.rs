//! Two records of one family or child made one, and undone.

pub(crate) mod against;
pub(crate) mod children;
pub(crate) mod moving;
pub(crate) mod records;
pub(crate) mod undo;
