//! The pages people see: one file or folder for each.

pub(crate) mod about;
pub(crate) mod book;
pub(crate) mod booking;
pub(crate) mod cards;
pub(crate) mod desk;
pub(crate) mod devices;
pub(crate) mod digest;
pub(crate) mod embed;
pub(crate) mod exit;
pub(crate) mod families;
pub(crate) mod family_links;
pub(crate) mod faults;
pub(crate) mod feedback;
pub(crate) mod feedback_texts;
pub(crate) mod feeds;
pub(crate) mod language;
pub(crate) mod languages;
pub(crate) mod lists;
pub(crate) mod look;
pub(crate) mod my;
pub(crate) mod password;
pub(crate) mod people;
pub(crate) mod reach;
pub(crate) mod refer;
pub(crate) mod referrals;
pub(crate) mod registers;
pub(crate) mod rules;
pub(crate) mod sessions;
pub(crate) mod sign_in;
pub(crate) mod task_lines;
pub(crate) mod team;
pub(crate) mod today;
pub(crate) mod whats_on;
pub(crate) mod you_said;

use actix_web::web::ServiceConfig;

/// Every page.
pub(crate) fn routes(config: &mut ServiceConfig) {
    password::routes(config);
    sign_in::routes(config);
    family_links::routes(config);
    feedback::routes(config);
    feedback_texts::routes(config);
    feeds::routes(config);
    book::routes(config);
    whats_on::routes(config);
    you_said::routes(config);
    sessions::routes(config);
    about::routes(config);
    rules::routes(config);
    faults::routes(config);
    look::routes(config);
    languages::routes(config);
    people::routes(config);
    devices::routes(config);
    booking::routes(config);
    embed::routes(config);
    exit::routes(config);
    my::routes(config);
    referrals::routes(config);
    refer::routes(config);
    cards::routes(config);
    digest::routes(config);
    registers::routes(config);
    today::routes(config);
    families::routes(config);
    desk::routes(config);
    lists::routes(config);
    reach::routes(config);
}
