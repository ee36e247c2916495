//! What everything rests on and what knows nothing of the rest: ids, moments, days, texts, faults, tables.

pub mod calendar;
pub mod clock;
pub mod fault;
pub(crate) mod free_text;
pub mod id;
pub(crate) mod language;
pub mod literal;
pub mod moment;
pub(crate) mod recent;
pub(crate) mod said;
pub(crate) mod table;
pub(crate) mod text;
pub(crate) mod text_enum;
