-- Devices that may keep the names of a register of the day while there is no network. An
-- administrator adds one and reads its code to whoever holds it; typed there, the code becomes a
-- secret that only the device has. Codes and secrets are stored as hashes.
CREATE TABLE door_devices (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    centre_id TEXT NOT NULL REFERENCES centres (id),
    added_at TIMESTAMP NOT NULL,
    added_by TEXT REFERENCES accounts (id),
    code_hash TEXT CHECK (length(code_hash) BETWEEN 1 AND 100),
    code_until TIMESTAMP,
    secret_hash TEXT CHECK (length(secret_hash) BETWEEN 1 AND 100),
    enrolled_at TIMESTAMP,
    revoked_at TIMESTAMP,
    revoked_by TEXT REFERENCES accounts (id),
    CHECK ((code_hash IS NULL) = (code_until IS NULL)),
    CHECK ((secret_hash IS NULL) = (enrolled_at IS NULL)),
    CHECK (code_hash IS NULL OR secret_hash IS NULL),
    CHECK (revoked_at IS NULL OR code_hash IS NULL)
);
CREATE UNIQUE INDEX door_devices_code ON door_devices (code_hash);
CREATE UNIQUE INDEX door_devices_secret ON door_devices (secret_hash);
CREATE UNIQUE INDEX door_devices_name ON door_devices (centre_id, name) WHERE revoked_at IS NULL;
