//! Where the pages of reach are.

use actix_web::{HttpRequest, HttpResponse};

pub const REACH: &str = "/reach";

pub const ROWS: &str = "/reach/rows";

pub const FILE: &str = "/reach/file";
