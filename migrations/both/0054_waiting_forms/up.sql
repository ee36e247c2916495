-- A form that was sent after its sender's sign-in had ended: sealed, until the same account signs in
-- again or its time is over.
CREATE TABLE waiting_forms (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    sealed TEXT NOT NULL CHECK (length(sealed) BETWEEN 1 AND 200000),
    kept_until TIMESTAMP NOT NULL
);
CREATE INDEX waiting_forms_account ON waiting_forms (account_id, kept_until);
CREATE INDEX waiting_forms_kept_until ON waiting_forms (kept_until);
