DROP INDEX handovers_account;
DROP INDEX children_joined;
