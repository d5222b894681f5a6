-- Numbers used once of callers that sign: a signature opens one call, on whichever process and also after a restart. used_at is
-- microseconds since 1970-01-01 UTC; what is older than a signature can be is deleted.
CREATE TABLE nhsa_nonce (
  caller text NOT NULL,
  nonce text NOT NULL,
  used_at bigint NOT NULL,
  PRIMARY KEY (caller, nonce)
);
CREATE INDEX nhsa_nonce_age ON nhsa_nonce (used_at);
