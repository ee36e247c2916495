DROP TABLE reach_area_lsoas;
DROP TABLE reach_areas;
DROP TABLE population;
DROP TABLE population_tables;
DROP TABLE deprivation;
DROP TABLE postcodes;
DROP TABLE lsoas;
