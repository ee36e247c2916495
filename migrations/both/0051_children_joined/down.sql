DROP INDEX children_joined;
