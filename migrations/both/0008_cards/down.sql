DROP TABLE notices;
DROP TABLE centre_offers;
DROP TABLE card_keys;
