-- A text message that left: its id at the service that carries it, how many parts it took, what
-- became of it, and a keyed hash of the number, by which an answer is recognised when the number
-- itself is gone.
ALTER TABLE outbox ADD COLUMN carrier_id TEXT;
ALTER TABLE outbox ADD COLUMN parts INTEGER CHECK (parts > 0);
ALTER TABLE outbox ADD COLUMN delivery TEXT CHECK (
  delivery IN ('waiting', 'delivered', 'failed_permanently', 'failed_for_now', 'technical', 'unknown')
);
ALTER TABLE outbox ADD COLUMN delivery_asked_at TIMESTAMP;
ALTER TABLE outbox ADD COLUMN number_hash TEXT;
CREATE INDEX outbox_carrier ON outbox (carrier_id) WHERE carrier_id IS NOT NULL;
CREATE INDEX outbox_number ON outbox (number_hash) WHERE number_hash IS NOT NULL;
CREATE INDEX outbox_delivery ON outbox (ended_at) WHERE delivery = 'waiting';
CREATE INDEX outbox_texts ON outbox (ended_at) WHERE channel = 'text';
-- Since when texts may go to a number: others got it from the carer, or its holder confirmed it. A
-- number that was only typed into the public form is nobody's yet.
ALTER TABLE carers ADD COLUMN phone_confirmed_at TIMESTAMP;
UPDATE carers SET phone_confirmed_at = COALESCE(phone_proved_at, confirmed_at)
  WHERE phone IS NOT NULL AND confirmed_at IS NOT NULL AND (
    phone_proved_at IS NOT NULL OR email_proved_at IS NULL OR EXISTS (
      SELECT 1 FROM families WHERE families.id = carers.family_id
        AND (families.made_by IS NOT NULL OR families.partner_id IS NOT NULL)
    )
  );
-- A text that was received, so that one that is sent to us twice is answered once.
CREATE TABLE received_texts (
  id TEXT PRIMARY KEY,
  received_at TIMESTAMP NOT NULL
);
