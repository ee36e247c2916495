CREATE TABLE lsoas (
  vintage TEXT NOT NULL CHECK (vintage IN ('2011', '2021')),
  code TEXT NOT NULL,
  name TEXT,
  district_code TEXT,
  district_name TEXT,
  PRIMARY KEY (vintage, code)
);
CREATE INDEX lsoas_district ON lsoas (vintage, district_code);
CREATE TABLE postcodes (
  postcode TEXT NOT NULL,
  vintage TEXT NOT NULL CHECK (vintage IN ('2011', '2021')),
  lsoa TEXT,
  terminated_on DATE,
  latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000),
  longitude INTEGER CHECK (longitude BETWEEN -180000000 AND 180000000),
  PRIMARY KEY (postcode, vintage),
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  FOREIGN KEY (vintage, lsoa) REFERENCES lsoas (vintage, code)
);
CREATE TABLE deprivation (
  vintage TEXT NOT NULL,
  index_year INTEGER NOT NULL,
  lsoa TEXT NOT NULL,
  imd_rank INTEGER CHECK (imd_rank >= 1),
  imd_decile INTEGER NOT NULL CHECK (imd_decile BETWEEN 1 AND 10),
  idaci_rank INTEGER CHECK (idaci_rank >= 1),
  idaci_decile INTEGER CHECK (idaci_decile BETWEEN 1 AND 10),
  PRIMARY KEY (vintage, index_year, lsoa),
  FOREIGN KEY (vintage, lsoa) REFERENCES lsoas (vintage, code)
);
CREATE TABLE population_tables (
  id TEXT PRIMARY KEY,
  vintage TEXT NOT NULL CHECK (vintage IN ('2011', '2021')),
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  imported_at TIMESTAMP NOT NULL,
  UNIQUE (vintage, name, year),
  UNIQUE (id, vintage)
);
CREATE TABLE population (
  table_id TEXT NOT NULL,
  vintage TEXT NOT NULL,
  lsoa TEXT NOT NULL,
  age INTEGER NOT NULL CHECK (age >= 0),
  persons INTEGER NOT NULL CHECK (persons >= 0),
  PRIMARY KEY (table_id, lsoa, age),
  FOREIGN KEY (table_id, vintage) REFERENCES population_tables (id, vintage),
  FOREIGN KEY (vintage, lsoa) REFERENCES lsoas (vintage, code)
);
CREATE TABLE reach_areas (
  id TEXT PRIMARY KEY,
  centre_id TEXT NOT NULL REFERENCES centres (id),
  vintage TEXT NOT NULL CHECK (vintage IN ('2011', '2021')),
  since_at TIMESTAMP NOT NULL,
  until_at TIMESTAMP,
  UNIQUE (id, vintage),
  CHECK (since_at <= until_at)
);
CREATE UNIQUE INDEX reach_areas_one_now ON reach_areas (centre_id) WHERE until_at IS NULL;
CREATE TABLE reach_area_lsoas (
  area_id TEXT NOT NULL,
  vintage TEXT NOT NULL,
  lsoa TEXT NOT NULL,
  PRIMARY KEY (area_id, lsoa),
  FOREIGN KEY (area_id, vintage) REFERENCES reach_areas (id, vintage),
  FOREIGN KEY (vintage, lsoa) REFERENCES lsoas (vintage, code)
);
CREATE INDEX reach_area_lsoas_lsoa ON reach_area_lsoas (vintage, lsoa);
