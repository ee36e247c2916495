//! Trafford, as the files that are published of it say.

pub const POSTCODES: &[u8] = include_bytes!("../../../src/demo/trafford/postcodes.csv");
pub const DEPRIVATION: &[u8] = include_bytes!("../../../src/demo/trafford/deprivation.csv");
pub const POPULATION: &[u8] = include_bytes!("../../../src/demo/trafford/population.csv");
