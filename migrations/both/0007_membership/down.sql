DROP TABLE suppressions;
DROP TABLE memberships;
