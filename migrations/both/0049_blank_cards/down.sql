DROP TABLE blank_cards;
