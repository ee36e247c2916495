DROP TABLE sessions;
DROP TABLE courses;
DROP TABLE series;
DROP TABLE activities;
