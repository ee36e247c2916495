//! Pages, as a family or a member of staff opens them in a browser.

mod join;
mod mail_links;
mod reach;
mod registers;
