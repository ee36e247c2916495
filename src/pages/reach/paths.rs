//! Where the pages of reach are.

pub const REACH: &str = "/reach";

pub const ROWS: &str = "/reach/rows";

pub const FILE: &str = "/reach/file";
