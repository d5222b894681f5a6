-- Numbers used once of callers that sign: a signature opens one call, also after a restart. used_at is microseconds since
-- 1970-01-01 UTC; what is older than a signature can be is deleted.
CREATE TABLE nhsa_nonce (
  caller TEXT NOT NULL,
  nonce TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (caller, nonce)
) STRICT, WITHOUT ROWID;
CREATE INDEX nhsa_nonce_age ON nhsa_nonce (used_at);
