ALTER TABLE carers DROP COLUMN phone_proved_at;
ALTER TABLE carers DROP COLUMN email_proved_at;
DROP TABLE join_requests;
