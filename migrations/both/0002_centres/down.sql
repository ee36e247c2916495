DROP TABLE target_groups;
DROP TABLE partners;
DROP TABLE closures;
DROP TABLE terms;
DROP TABLE rooms;
DROP TABLE venues;
DROP TABLE centres;
