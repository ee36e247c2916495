//! Reading published files of postcodes, deprivation, population and reach areas into the database.

pub mod service;
