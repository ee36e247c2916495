DROP INDEX outbox_dead;
DROP TABLE birthday_decisions;
DROP TABLE birthday_cards;
DROP TABLE renewals;
