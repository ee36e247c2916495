ALTER TABLE carers DROP COLUMN no_address_notice;
DROP TABLE address_changes;
DROP TABLE child_requests;
