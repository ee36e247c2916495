DROP TABLE refusals;
ALTER TABLE target_groups DROP COLUMN guarded;
DELETE FROM idempotency;
ALTER TABLE idempotency ADD COLUMN etag TEXT;
ALTER TABLE idempotency RENAME COLUMN sealed TO body;
